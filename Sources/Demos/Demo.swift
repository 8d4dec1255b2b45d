public import Coursework
import Datasets
import Foundation
public import Tensors
public import Text

/// A week's functions at work: something is trained with what the learner wrote.
///
/// The loop runs inside the worker, so that only progress and results cross the pipe.
public struct Demo: Sendable {
  /// The call that trains; it is served like an exercise, and graded by nobody.
  public let training: Exercise<DemoOptions, DemoReport>
  /// A description of what the demo shows.
  public let summary: Phrase
  /// The options that a user may choose; it would not look at anything else.
  public let choices: Set<DemoOptions.Choice>
  /// The sizes of layers that fit.
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

  /// Reads a user's data as the demo will, without training.
  ///
  /// - Throws: `ArrayFileError`, `DatasetError` or another error that says what the demo needs, and
  ///   what Foundation throws when the file cannot be read.
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

  /// The trainings as functions that a worker serves.
  public static var served: [Implementation] {
    all.map { $0.training.served(by: $0.run) }
  }
}

/// The sizes of layers, without the input's, that a demo can train.
public struct LayerRule: Sendable {
  /// The number of layers that may be asked for.
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

/// The choices of a user; nil leaves one to the demo.
public struct DemoOptions: Codable, Sendable {
  /// The choices by name.
  public enum Choice: Sendable, CaseIterable {
    case data, steps, learningRate, seed, layers
  }

  /// An `.npz` with train_x, train_y, test_x, test_y.
  public var data: String?
  /// The number of steps that are trained; nil for the demo's own number.
  public var steps: Int?
  /// The learning rate; nil for the demo's own.
  public var learningRate: Double?
  /// The seed of the first weights; nil for the demo's own.
  public var seed: Int?
  /// The sizes of the hidden layers; nil for the demo's own.
  public var layers: [Int]?

  /// Makes options that leave everything to the demo.
  public init() {}
}

/// The progress of a training.
public struct DemoProgress: Codable, Sendable {
  /// The steps that are done.
  public let step: Int
  /// The steps that will be done.
  public let steps: Int
  /// The cost at this step.
  public let cost: Double
  /// Whether a step is an epoch, a pass through all examples.
  public var countsEpochs = false
  /// Which of several trainings it is, from 0.
  public var part = 0
  /// How the network divides the plane by now, where it does.
  public var boundary: DemoReport.Boundary?
  /// What was seen before the training, in the first progress of all.
  public var checks: [DemoReport.Check] = []
}

/// The results of a training.
public struct DemoReport: Codable, Sendable {
  /// The cost every so many steps.
  public struct Curve: Codable, Sendable {
    /// The name in the legend.
    public var name: String
    /// The number of steps between two costs.
    public var every: Int
    /// The costs, the first at step 0.
    public var costs: [Double]
  }

  /// The probability of class 1 over the plane, and the examples in it.
  public struct Boundary: Codable, Sendable {
    /// Whose probability it is, where several are compared.
    public var title = ""
    /// The first row belongs to the highest y.
    public var grid: Tensor
    /// The least and the largest first coordinate.
    public var xRange: [Double]
    /// The least and the largest second coordinate.
    public var yRange: [Double]
    /// The examples as columns, (2, m).
    public var X: Tensor
    /// Their classes, (1, m).
    public var Y: Tensor
  }

  /// Numbers to be seen as a picture.
  public struct Map: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The numbers that are shown as colours, a matrix.
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

  /// Numbers of one kind side by side, each with its name.
  public struct Bars: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The names of the bars.
    public var names: [String]
    /// The lengths of the bars.
    public var values: [Double]
    /// Written behind every value, such as " %".
    public var unit = ""
  }

  /// A picture of the test set that is taken for something else.
  public struct Mistake: Codable, Sendable {
    /// The pixels from 0 to 1, shape (h, w) or (h, w, channels).
    public var pixels: Tensor
    /// What it is taken for.
    public var caption: String
  }

  /// Pictures that belong together, two and two.
  public struct Gallery: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The pictures with their captions: one before, one after, and so on.
    public var pictures: [Mistake]
  }

  /// Positive numbers that differ by powers of ten, each with its name.
  public struct Magnitudes: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The names of the bars.
    public var names: [String]
    /// The lengths of the bars.
    public var values: [Double]
  }

  /// One quantity over another, both positive and both over many powers of ten.
  public struct Relation: Codable, Sendable {
    /// The title above the figure.
    public var title: String
    /// The label of the horizontal axis.
    public var xLabel: String
    /// The label of the vertical axis.
    public var yLabel: String
    /// The horizontal coordinates that all curves share.
    public var x: [Double]
    /// One curve's values for each of `x`, and its name.
    public var curves: [Named]

    /// A curve of a relation.
    public struct Named: Codable, Sendable {
      /// The name in the legend.
      public var name: String
      /// The vertical coordinates.
      public var y: [Double]
    }
  }

  /// A number to look at before a training, and what it should be.
  public struct Check: Codable, Sendable {
    /// The name of the number.
    public var name: String
    /// The number as it was measured, or several of several trainings.
    public var value: String
    /// The number that a training should begin with.
    public var expected: String
  }

  /// The title above the figure.
  public var title: String
  /// The numbers that were looked at before the training.
  public private(set) var checks: [Check] = []
  /// Whether the steps of the curves are epochs.
  public var countsEpochs = false
  /// The costs of one or more trainings.
  public var curves: [Curve] = []
  /// The boundaries by which trained networks divide the plane.
  public var boundaries: [Boundary] = []
  /// Weights as colours.
  public var map: Map?
  /// Pictures before and after.
  public var gallery: Gallery?
  /// Numbers of one kind, a chart each.
  public var bars: [Bars] = []
  /// Numbers that differ by powers of ten.
  public var magnitudes: Magnitudes?
  /// Curves over a common axis.
  public var relation: Relation?
  /// The percentage of training examples that are predicted right.
  public var trainAccuracy: Double?
  /// The percentage of test examples that are predicted right.
  public var testAccuracy: Double?
  /// The step at which the user stopped the training.
  public var stoppedAt: Int?
  /// Some pictures that are taken for something else.
  public var mistakes: [Mistake] = []
  /// Further findings, a sentence each.
  public var notes: [String] = []
}

extension DemoReport {
  /// Keeps the checks and shows them at once, before the training.
  mutating func begin(with checks: [Check]) throws {
    self.checks = checks
    try Host.report(DemoProgress(step: 0, steps: 1, cost: .nan, checks: checks))
  }
}
