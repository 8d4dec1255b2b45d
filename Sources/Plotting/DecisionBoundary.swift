/// A plane coloured by a classifier's output at each place, with the data on top.
///
///     let figure = DecisionBoundary("n_h = 4", points: points, of: .probabilities) { x, y in
///       1 / (1 + exp(-(x + 2 * y)))
///     }
public struct DecisionBoundary: Figure {
  /// An example: a position and its class.
  public struct Point: Sendable, Hashable {
    /// The first feature.
    public var x: Double
    /// The second feature.
    public var y: Double
    /// The class, counted from 0; classes beyond the eighth repeat colours and marks.
    public var label: Int

    /// Makes an example.
    public init(x: Double, y: Double, label: Int) {
      self.x = x
      self.y = y
      self.label = max(0, label)
    }
  }

  /// The meaning of the classifier's numbers.
  public enum Output: Sendable, Hashable {
    /// Classes 0, 1, 2, …
    case classes
    /// Probabilities of class 1 against class 0, shown in ten bands.
    case probabilities
  }

  /// The title above the figure; may be empty.
  public var title: String
  /// The first feature's name.
  public var xLabel: String
  /// The second feature's name.
  public var yLabel: String
  /// The names of the classes in the legend; without them there is no legend.
  public var classNames: [String]
  /// The data.
  public let points: [Point]
  /// The part of the plane that is shown.
  public let xRange: ClosedRange<Double>
  /// The part of the plane that is shown, in the other direction.
  public let yRange: ClosedRange<Double>
  /// The classifier's output at the centres of the cells; the first row has the highest y.
  let regions: Grid?
  let output: Output

  /// Shows the data alone.
  public init(
    _ title: String = "", points: [Point], xLabel: String = "x₁", yLabel: String = "x₂",
    classNames: [String] = []
  ) {
    self.title = title
    self.points = points
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.classNames = classNames
    xRange = Self.range(points.map(\.x))
    yRange = Self.range(points.map(\.y))
    regions = nil
    output = .classes
  }

  /// Shows the data over a classifier's output.
  ///
  /// - Parameters:
  ///   - title: The title above.
  ///   - points: The examples.
  ///   - xLabel: The name of the first coordinate.
  ///   - yLabel: The name of the second coordinate.
  ///   - classNames: The names of the classes in the legend, or else their numbers.
  ///   - xRange: The part of the plane to show; by default the data and a margin of 8 %.
  ///   - yRange: As `xRange`, for the second coordinate.
  ///   - resolution: The number of cells across and down.
  ///   - output: The meaning of the classifier's numbers.
  ///   - classify: Computes the output for many places at once, given the x and the y of every
  ///     cell's centre in two arrays of the same length; a missing or infinite output leaves its
  ///     cell empty.
  public init(
    _ title: String = "", points: [Point], xLabel: String = "x₁", yLabel: String = "x₂",
    classNames: [String] = [], xRange: ClosedRange<Double>? = nil,
    yRange: ClosedRange<Double>? = nil, resolution: Int = 120, of output: Output,
    classifyAll classify: (_ x: [Double], _ y: [Double]) throws -> [Double]
  ) rethrows {
    let xRange = xRange ?? Self.range(points.map(\.x))
    let yRange = yRange ?? Self.range(points.map(\.y))
    let count = min(max(2, resolution), 1000)
    func centre(_ index: Int, _ range: ClosedRange<Double>) -> Double {
      range.lowerBound
        + (range.upperBound - range.lowerBound) * (Double(index) + 0.5) / Double(count)
    }
    var x: [Double] = []
    var y: [Double] = []
    for row in 0..<count {
      for column in 0..<count {
        x.append(centre(column, xRange))
        y.append(centre(count - 1 - row, yRange))
      }
    }
    var answers = try classify(x, y).prefix(x.count)
    answers += Array(repeating: .nan, count: x.count - answers.count)
    self.title = title
    self.points = points
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.classNames = classNames
    self.xRange = xRange
    self.yRange = yRange
    self.output = output
    regions = try? Grid(rows: count, columns: count, values: Array(answers))
  }

  /// Shows the data over a classifier's output, computed for one place at a time.
  public init(
    _ title: String = "", points: [Point], xLabel: String = "x₁", yLabel: String = "x₂",
    classNames: [String] = [], xRange: ClosedRange<Double>? = nil,
    yRange: ClosedRange<Double>? = nil, resolution: Int = 120, of output: Output,
    classify: (_ x: Double, _ y: Double) throws -> Double
  ) rethrows {
    try self.init(
      title, points: points, xLabel: xLabel, yLabel: yLabel, classNames: classNames,
      xRange: xRange, yRange: yRange, resolution: resolution, of: output,
      classifyAll: { x, y in try zip(x, y).map { try classify($0, $1) } })
  }

  /// The range of the coordinates with a margin of 8 % on either side.
  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let shown = values.filter { abs($0) < 1e300 }
    let range = Axis.spread(shown.min() ?? .infinity, shown.max() ?? -.infinity, .linear)
    let margin = (range.upperBound - range.lowerBound) * 0.08
    return range.lowerBound - margin...range.upperBound + margin
  }

  /// The class that an output stands for.
  func label(_ answer: Double) -> Int? {
    guard answer.isFinite else { return nil }
    switch output {
    case .classes: return Int(min(max(0, answer.rounded()), 999))
    case .probabilities: return answer > 0.5 ? 1 : 0
    }
  }

  /// The band of a probability, 0 to 9.
  func band(_ answer: Double) -> Int? {
    answer.isFinite ? Int(min(max(0, answer * 10), 9)) : nil
  }

  /// The classes that have points, in order, and those that have names.
  var labels: [Int] {
    Set(points.map(\.label)).union(classNames.indices).sorted()
  }

  func name(_ label: Int) -> String {
    classNames.indices.contains(label) ? classNames[label] : String(label)
  }
}
