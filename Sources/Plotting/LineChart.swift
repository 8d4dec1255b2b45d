/// Curves over a common axis: costs over iterations, accuracy over a parameter.
///
/// Values that are not finite leave a gap in their curve and are counted in the legend, since a
/// cost that became NaN is what a reader most needs to see.
///
///     let chart = LineChart(
///       "Cost", x: "iterations",
///       series: [Series("gradient descent", [0.693, 0.258, 0.239], every: 1000)])
///     print(chart.text())
///     try chart.writeSVG(to: URL(filePath: "cost.svg"))
public struct LineChart: Figure {
  /// The title above the chart; may be empty.
  public var title: String
  /// The label of the horizontal axis.
  public var xLabel: String
  /// The label of the vertical axis.
  public var yLabel: String
  /// The scale of the horizontal axis.
  public var xScale: Scale
  /// The scale of the vertical axis.
  public var yScale: Scale
  /// The curves, in the order of the legend.
  public var series: [Series]
  /// The width of the SVG, smaller for charts side by side; the height is in proportion.
  public var width = 640.0

  /// Makes a line chart.
  public init(
    _ title: String = "", x xLabel: String = "", y yLabel: String = "", xScale: Scale = .linear,
    yScale: Scale = .linear, series: [Series]
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.xScale = xScale
    self.yScale = yScale
    self.series = series
  }

  func xAxis(ticks: Int) -> Axis {
    Axis(series.lazy.flatMap(\.x), scale: xScale, ticks: ticks, widened: false)
  }

  func yAxis(ticks: Int) -> Axis {
    Axis(series.lazy.flatMap(\.y), scale: yScale, ticks: ticks, widened: true)
  }

  /// The curves that have a colour and a place in the legend.
  var curves: [Series] { series.filter { !$0.isGuide } }

  /// Whether a legend is needed to tell the curves apart.
  var hasLegend: Bool { curves.count > 1 || curves.contains { !legend($0).isEmpty } }

  /// A curve's name, and the number of its values that cannot be shown.
  func legend(_ series: Series) -> String {
    let notFinite = series.y.count { !$0.isFinite }
    let notPositive = yScale == .logarithmic ? series.y.count { $0 <= 0 && $0.isFinite } : 0
    var notes: [String] = []
    if notFinite > 0 { notes.append("\(notFinite) × NaN/inf") }
    if notPositive > 0 { notes.append("\(notPositive) × <= 0") }
    return notes.isEmpty ? series.name : "\(series.name) (\(notes.joined(separator: ", ")))"
  }
}

/// One curve of a chart.
public struct Series: Sendable, Hashable {
  /// The name in the legend; may be empty.
  public var name: String
  /// Whether the curve is only a guide, drawn thin behind the others and absent from the legend: a
  /// horizontal line, a limit, the raw values of an average.
  public var isGuide = false
  /// The horizontal coordinates of the points.
  public let x: [Double]
  /// The vertical coordinates, one for each of `x`.
  public let y: [Double]

  /// Makes a curve through the points (0, y₀), (step, y₁), (2·step, y₂), …, as costs are recorded.
  public init(_ name: String, _ y: [Double], every step: Double = 1) {
    self.name = name
    self.x = y.indices.map { Double($0) * step }
    self.y = y
  }

  /// Makes an unnamed curve through the points (0, y₀), (step, y₁), (2·step, y₂), ….
  public init(_ y: [Double], every step: Double = 1) {
    self.init("", y, every: step)
  }

  /// Makes a curve through the points (xᵢ, yᵢ).
  ///
  /// - Throws: `PlottingError.unequalSeries` unless there is one y for each x.
  public init(_ name: String = "", x: [Double], y: [Double]) throws {
    guard x.count == y.count else {
      throw PlottingError.unequalSeries(name: name, xCount: x.count, yCount: y.count)
    }
    self.name = name
    self.x = x
    self.y = y
  }

  /// The curve in fractions of the given axes, split at every gap.
  func pieces(_ xAxis: Axis, _ yAxis: Axis) -> [[(x: Double, y: Double)]] {
    var pieces: [[(x: Double, y: Double)]] = [[]]
    for (x, y) in zip(x, y) {
      if let across = xAxis.fraction(x), let up = yAxis.fraction(y) {
        pieces[pieces.count - 1].append((across, up))
      } else if pieces.last?.isEmpty == false {
        pieces.append([])
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
