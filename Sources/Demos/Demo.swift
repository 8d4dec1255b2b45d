public import Coursework
import Datasets
import Foundation
public import Tensors
public import Text

/// A training that uses the functions a learner wrote in a week.
///
/// The loop runs inside the worker, so that only progress and results cross the pipe.
public struct Demo: Sendable {
  /// The call that trains, which is served like an exercise but not graded.
  public let training: Exercise<DemoOptions, DemoReport>
  /// A description of what the demo shows.
  public let summary: Phrase
  /// The options that a user may set; the demo ignores all others.
  public let choices: Set<DemoOptions.Choice>
  /// The layer sizes that the demo can train.
  public let layers: LayerRule
  /// The number of classes that a user's data may have.
  private let classes: Int
  /// Throws unless the demo can learn from pictures of this size.
  private let accept: @Sendable (LabelledImages) throws -> Void
  let run: @Sendable (DemoOptions) throws -> DemoReport

  init(
    week: String, summary: Phrase, choices: Set<DemoOptions.Choice>,
    layers: LayerRule = .threeLayers,
    classes: Int = 1000,
    accepting accept: @escaping @Sendable (LabelledImages) throws -> Void = { _ in },
    run: @escaping @Sendable (DemoOptions) throws -> DemoReport
  ) {
    self.summary = summary
    self.choices = choices
    self.layers = layers
    self.classes = classes
    self.accept = accept
    training = Exercise(
      "demo", week: week, parameters: ["options"], points: 0, timeLimit: 86_400,
      sample: { _ in DemoOptions() })
    self.run = run
  }

  /// The id of the week.
  public var week: String { training.info.week }

  /// Reads a user's data like the demo, without training.
  ///
  /// - Throws: `ArrayFileError`, `DatasetError` or another error that says what the demo needs, or
  ///   Foundation's error when the file cannot be read.
  public func check(data path: String) throws {
    let data = try TrainingAndTest<LabelledImages>(npz: URL(fileURLWithPath: path))
    for (name, part) in [("train_y", data.training), ("test_y", data.test)] {
      if let label = part.labels.first(where: { $0 >= classes }) {
        throw DatasetError.inFile(
          path: path, arrays: [name], .tooFewClasses(classes, label: label))
      }
    }
    try accept(data.training)
  }

  /// The trainings as functions for a worker to serve.
  public static var served: [Implementation] {
    all.map { $0.training.served(by: $0.run) }
  }
}

/// The layer sizes that a demo can train, not counting the input.
public struct LayerRule: Sendable {
  /// The allowed numbers of layers.
  public let counts: ClosedRange<Int>
  /// Whether the last layer has one unit.
  public let endsInOne: Bool

  /// Whether a network of these layers can be trained.
  public func allows(_ layers: [Int]) -> Bool {
    counts.contains(layers.count) && layers.allSatisfy { $0 > 0 }
      && (!endsInOne || layers.last == 1)
  }

  static let threeLayers = LayerRule(counts: 3...3, endsInOne: true)
}

/// The user's options; nil leaves an option to the demo.
public struct DemoOptions: Codable, Sendable {
  /// The options by name.
  public enum Choice: Sendable, CaseIterable {
    case data, steps, learningRate, seed, layers
  }

  /// An `.npz` file with train_x, train_y, test_x and test_y.
  public var data: String?
  /// The number of training steps; nil for the demo's own number.
  public var steps: Int?
  /// The learning rate; nil for the demo's own.
  public var learningRate: Double?
  /// The seed of the initial weights; nil for the demo's own.
  public var seed: Int?
  /// The sizes of the hidden layers; nil for the demo's own.
  public var layers: [Int]?

  /// Makes options that leave everything to the demo.
  public init() {}
}

/// The progress of a training.
public struct DemoProgress: Codable, Sendable {
  /// The number of steps done.
  public let step: Int
  /// The total number of steps.
  public let steps: Int
  /// The cost at this step.
  public let cost: Double
  /// Whether a step is an epoch, a pass through all examples.
  public var countsEpochs = false
  /// The index of this training, if there are several.
  public var part = 0
  /// The network's current decision boundary, if the demo shows one.
  public var boundary: DemoReport.Boundary?
  /// The checks made before the training; only in the very first progress.
  public var checks: [DemoReport.Check] = []
}

/// The results of a training.
public struct DemoReport: Codable, Sendable {
  /// The cost at regular intervals.
  public struct Curve: Codable, Sendable {
    /// The name in the legend.
    public var name: String
    /// The number of steps between two costs.
    public var every: Int
    /// The costs, the first at step 0.
    public var costs: [Double]
  }

  /// The probability of class 1 over the plane, and the examples.
  public struct Boundary: Codable, Sendable {
    /// The name of the network, if several are compared.
    public var title = ""
    /// The probabilities; the first row has the highest y.
    public var grid: Tensor
    /// The smallest and the largest first coordinate.
    public var xRange: [Double]
    /// The smallest and the largest second coordinate.
    public var yRange: [Double]
    /// The examples as columns, (2, m).
    public var X: Tensor
    /// Their classes, (1, m).
    public var Y: Tensor
  }

  /// A matrix to be shown as colours.
  public struct Map: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The numbers shown as colours.
    public var values: Tensor
    /// The names of the rows, from the top.
    public var rowLabels: [String] = []
    /// The names of the columns.
    public var columnLabels: [String] = []

    init(title: String, values: Tensor) {
      self.title = title
      self.values = values
    }
  }

  /// Numbers of the same kind, each with its name.
  public struct Bars: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The names of the bars.
    public var names: [String]
    /// The lengths of the bars.
    public var values: [Double]
    /// The unit after every value, such as " %".
    public var unit = ""
  }

  /// A misclassified picture of the test set.
  public struct Mistake: Codable, Sendable {
    /// The pixels from 0 to 1, shape (h, w) or (h, w, channels).
    public var pixels: Tensor
    /// The answer that the classifier gave.
    public var caption: String
  }

  /// Pictures that belong together in pairs.
  public struct Gallery: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The pictures with their captions: one before, one after, and so on.
    public var pictures: [Mistake]
  }

  /// Positive numbers of different orders of magnitude, each with its name.
  public struct Magnitudes: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The names of the bars.
    public var names: [String]
    /// The lengths of the bars.
    public var values: [Double]
  }

  /// A quantity as a function of another, both positive and spanning many powers of ten.
  public struct Relation: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The label of the horizontal axis.
    public var xLabel: String
    /// The label of the vertical axis.
    public var yLabel: String
    /// The horizontal coordinates shared by all curves.
    public var x: [Double]
    /// The curves, each with a value for every element of `x`.
    public var curves: [Named]

    /// A curve of a relation.
    public struct Named: Codable, Sendable {
      /// The name in the legend.
      public var name: String
      /// The vertical coordinates.
      public var y: [Double]
    }
  }

  /// A number to check before a training, and the value to expect.
  public struct Check: Codable, Sendable {
    /// The name of the number.
    public var name: String
    /// The measured number, or several for several trainings.
    public var value: String
    /// The value that a training should start with.
    public var expected: String
  }

  /// The title above the figure.
  public var title: String
  /// The numbers checked before the training.
  public private(set) var checks: [Check] = []
  /// Whether the steps of the curves are epochs.
  public var countsEpochs = false
  /// The costs of one or more trainings.
  public var curves: [Curve] = []
  /// The decision boundaries of the trained networks.
  public var boundaries: [Boundary] = []
  /// Weights as colours.
  public var map: Map?
  /// Pictures in pairs, before and after.
  public var gallery: Gallery?
  /// Numbers of the same kind, one chart for each.
  public var bars: [Bars] = []
  /// Numbers of different orders of magnitude.
  public var magnitudes: Magnitudes?
  /// Curves with a common axis.
  public var relation: Relation?
  /// The percentage of training examples that are classified correctly.
  public var trainAccuracy: Double?
  /// The percentage of test examples that are classified correctly.
  public var testAccuracy: Double?
  /// The step at which the user stopped the training.
  public var stoppedAt: Int?
  /// Some misclassified pictures.
  public var mistakes: [Mistake] = []
  /// Further findings, one sentence each.
  public var notes: [String] = []
}

extension DemoReport {
  /// Keeps the checks and shows them at once, before the training.
  mutating func begin(with checks: [Check]) throws {
    self.checks = checks
    try Host.report(DemoProgress(step: 0, steps: 1, cost: .nan, checks: checks))
  }
}
