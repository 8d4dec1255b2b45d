/// Why a figure cannot be drawn from what it was given.
public enum PlottingError: Error, Hashable, Sendable {
  /// A series has different numbers of x and y.
  case unequalSeries(name: String, xCount: Int, yCount: Int)
  /// A grid's values do not fill its rows and columns.
  case gridCount(rows: Int, columns: Int, values: Int)
  /// A picture's values do not fill its rows, columns and channels.
  case pictureCount(rows: Int, columns: Int, channels: Int, values: Int)
  /// A picture has neither one channel nor three.
  case pictureChannels(Int)
  /// A tensor of this shape is not what the figure draws.
  case shape(what: String, expected: String, actual: [Int])
  /// A class label is not a whole number from 0 to 999.
  case label(Double, index: Int)
}

extension PlottingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unequalSeries(let name, let xCount, let yCount):
      "The series \"\(name)\" has \(xCount) values of x but \(yCount) of y; give one y for each x."
    case .gridCount(let rows, let columns, let values):
      "A grid of \(rows) rows and \(columns) columns needs \(rows) × \(columns) values, "
        + "not \(values)."
    case .pictureCount(let rows, let columns, let channels, let values):
      "A picture of \(rows)×\(columns) with \(channels) channel(s) needs "
        + "\(rows) × \(columns) × \(channels) values, not \(values)."
    case .pictureChannels(let channels):
      "A picture has 1 channel (gray) or 3 (red, green, blue), not \(channels)."
    case .shape(let what, let expected, let actual):
      "\(what) must have the shape \(expected), not "
        + "(\(actual.map(String.init).joined(separator: ", ")))."
    case .label(let value, let index):
      "The label of point \(index) must be a whole number from 0 to 999, not \(value)."
    }
  }
}
