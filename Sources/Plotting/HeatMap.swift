/// A grid of numbers as colours: a confusion matrix, a filter, an activation.
///
/// Small grids also show their numbers. Cells that are not finite stay empty.
public struct HeatMap: Figure {
  /// The title above the map; may be empty.
  public var title: String
  /// The numbers.
  public let grid: Grid
  /// The range that the colours span, stored because every cell needs it.
  private let range: ClosedRange<Double>?
  /// The names of the rows, from the top; may be empty.
  public var rowLabels: [String]
  /// The names of the columns; may be empty.
  public var columnLabels: [String]
  /// The label of the columns.
  public var xLabel: String
  /// The label of the rows.
  public var yLabel: String

  /// Makes a heat map.
  public init(
    _ title: String = "", grid: Grid, rowLabels: [String] = [], columnLabels: [String] = [],
    x xLabel: String = "", y yLabel: String = ""
  ) {
    self.title = title
    self.grid = grid
    range = grid.finiteRange
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.xLabel = xLabel
    self.yLabel = yLabel
  }

  /// The number of colours.
  private static let levels = 32

  /// The number's position between the smallest and the largest, in `levels` steps.
  func level(_ value: Double) -> Int? {
    guard value.isFinite, let range else { return nil }
    let width = range.upperBound / 2 - range.lowerBound / 2
    guard width > 0 else { return Self.levels / 2 }
    let fraction = (value / 2 - range.lowerBound / 2) / width
    return min(Self.levels - 1, Int(fraction * Double(Self.levels)))
  }

  /// The colour of a level and whether black text is readable on it: nine stops of viridis, by
  /// Stéfan van der Walt and Nathaniel Smith (public domain), interpolated linearly.
  static func colour(_ level: Int) -> (red: Int, green: Int, blue: Int, isLight: Bool) {
    let stops = [
      (68, 1, 84), (71, 44, 122), (59, 81, 139), (44, 113, 142), (33, 144, 141), (39, 173, 129),
      (92, 200, 99), (170, 220, 50), (253, 231, 37),
    ]
    let place = Double(level) / Double(levels - 1) * Double(stops.count - 1)
    let index = min(stops.count - 2, Int(place))
    let rest = place - Double(index)
    func mix(_ from: Int, _ to: Int) -> Int {
      Int((Double(from) + rest * Double(to - from)).rounded())
    }
    let (from, to) = (stops[index], stops[index + 1])
    return (mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2), level > levels * 45 / 100)
  }

  /// The number as written in its cell.
  func annotation(_ value: Double) -> String { value.isFinite ? brief(value, digits: 3) : "" }

  /// The numbers at the two ends of the colour scale; nil if the cells show theirs or all are
  /// equal.
  var scaleEnds: (least: String, greatest: String)? {
    guard !isAnnotated, let range, range.lowerBound < range.upperBound else { return nil }
    return (brief(range.lowerBound, digits: 3), brief(range.upperBound, digits: 3))
  }

  /// The number at a position between the ends, from 0 to 1.
  func value(at place: Double) -> Double {
    guard let range else { return .nan }
    return range.lowerBound + place * (range.upperBound - range.lowerBound)
  }

  var isAnnotated: Bool { grid.rows <= 16 && grid.columns <= 16 }

  func label(_ labels: [String], _ index: Int) -> String {
    labels.indices.contains(index) ? labels[index] : ""
  }
}
