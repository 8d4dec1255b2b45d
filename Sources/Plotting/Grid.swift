/// Numbers in rows and columns, row by row from the top.
public struct Grid: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All numbers, row by row.
  public let values: [Double]

  /// Arranges numbers in rows and columns.
  ///
  /// - Throws: `PlottingError.gridCount` unless there are rows × columns numbers.
  public init(rows: Int, columns: Int, values: [Double]) throws {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !overflow, count == values.count else {
      throw PlottingError.gridCount(rows: rows, columns: columns, values: values.count)
    }
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// The number in a row and a column.
  public subscript(row: Int, column: Int) -> Double { values[row * columns + column] }

  /// The smallest and the largest of the finite numbers, if there are any.
  var finiteRange: ClosedRange<Double>? {
    let finite = values.filter(\.isFinite)
    guard let lower = finite.min(), let upper = finite.max() else { return nil }
    return lower...upper
  }

  /// One path for each level that occurs, made of a rectangle for each run of equal neighbours in a
  /// row, in units of cells.
  ///
  /// - Parameter level: The level of a number, or nil where nothing is drawn.
  /// - Returns: The levels that occur, with their paths.
  func runs(level: (Double) -> Int?) -> [(level: Int, path: String)] {
    var paths: [Int: String] = [:]
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let current = level(self[row, column])
        let start = column
        while column < columns, level(self[row, column]) == current { column += 1 }
        guard let current else { continue }
        let length = column - start
        paths[current, default: ""] += "M\(start) \(row)h\(length)v1h-\(length)z"
      }
    }
    return paths.sorted { $0.key < $1.key }.map { (level: $0.key, path: $0.value) }
  }
}
