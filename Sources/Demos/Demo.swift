public import Coursework
public import Tensors

/// A week's functions at work: something is trained with what the learner wrote.
///
/// The loop runs inside the worker, so that only progress and results cross the pipe.
public struct Demo: Sendable {
  /// The call that trains; it is served like an exercise, and graded by nobody.
  public let training: Exercise<DemoOptions, DemoReport>
  let run: @Sendable (DemoOptions) throws -> DemoReport

  init(week: String, run: @escaping @Sendable (DemoOptions) throws -> DemoReport) {
    training = Exercise(
      "demo", week: week, parameters: ["options"], points: 0, timeLimit: 86_400, hints: [],
      sample: { _ in DemoOptions() })
    self.run = run
  }

  public var week: String { training.assignment.week }

  /// Every demo, for the table of a worker.
  public static let all: [Demo] = [
    logisticRegression, shallowNetwork, deepNetwork, initialization, regularization,
    optimization, convolutionalNetwork,
  ]

  public static var served: [Implementation] {
    all.map { $0.training.served(by: $0.run) }
  }
}

/// What a user may choose of a demo; nil leaves the choice to it.
public struct DemoOptions: Codable, Sendable {
  /// An `.npz` with train_x, train_y, test_x, test_y.
  public var data: String?
  public var steps: Int?
  public var learningRate: Double?
  public var seed: Int?
  public var layers: [Int]?

  public init() {}
}

/// How far a training is.
public struct DemoProgress: Codable, Sendable {
  public let step: Int
  public let steps: Int
  public let cost: Double
}

/// What a training came to.
public struct DemoReport: Codable, Sendable {
  /// The cost every so many steps.
  public struct Curve: Codable, Sendable {
    public var name: String
    public var every: Int
    public var costs: [Double]
  }

  /// The probability of class 1 over the plane, and the examples in it.
  public struct Boundary: Codable, Sendable {
    /// Rows from the lowest y to the highest.
    public var grid: Tensor
    public var xRange: [Double]
    public var yRange: [Double]
    public var X: Tensor
    public var Y: Tensor
  }

  /// Numbers to be seen as a picture.
  public struct Map: Codable, Sendable {
    public var title: String
    public var values: Tensor
  }

  public var title: String
  public var curves: [Curve] = []
  public var boundary: Boundary?
  public var map: Map?
  public var trainAccuracy: Double?
  public var testAccuracy: Double?
  /// The step at which the user stopped the training.
  public var stoppedAt: Int?
  /// What else was found out, a sentence each.
  public var notes: [String] = []
}
