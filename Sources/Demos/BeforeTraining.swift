import Coursework
import Tensors
import Text

/// Quick checks to make before a training, which reveal mistakes that would cost hours later.
struct BeforeTraining {
  /// The cost before the first step.
  let cost: Double
  /// The relative size of the first step in the first layer, which is ‖α dW1‖ / ‖W1‖ in gradient
  /// descent.
  let ratio: Double
  /// The cost after training on ten examples alone, and the number of steps taken.
  let tenExamples: (cost: Double, steps: Int)

  /// The cost below which ten examples count as memorized.
  private static let nearlyZero = 0.01

  /// Trains briefly on copies of the initial parameters.
  ///
  /// - Parameters:
  ///   - start: the initial parameters, with any other state that the steps need.
  ///   - m: the number of examples.
  ///   - batch: the number of examples in a step.
  ///   - steps: the maximum number of steps on ten examples, which end early when the cost is near
  ///     0.
  ///   - weights: the weights of the first layer.
  ///   - step: makes one step on the examples at these indices and returns the cost before it.
  /// - Throws: any error of `step`.
  init<Parameters>(
    _ start: Parameters, examples m: Int, batch: Int? = nil, steps: Int = 3000,
    weights: (Parameters) -> Tensor, step: (inout Parameters, [Int]) throws -> Double
  ) throws {
    /// Indices spread evenly over all examples.
    func places(_ count: Int) -> [Int] { (0..<min(count, m)).map { $0 * m / min(count, m) } }
    var moved = start
    cost = try step(&moved, places(batch ?? m))
    let W = weights(start)
    ratio = try (weights(moved) - W).norm() / W.norm()

    var learned = start
    let ten = places(10)
    var (last, done) = (Double.infinity, 0)
    while done < steps, last > Self.nearlyZero, !Host.isAskedToStop {
      last = try step(&learned, ten)
      done += 1
    }
    tenExamples = (last, done)
  }
}

extension DemoReport.Check {
  /// The initial costs of one or more trainings, compared with that of guessing.
  static func cost(_ trainings: [BeforeTraining], classes: Int = 2) -> Self {
    let nothing = "log \(classes) = \(log(Double(classes)).text(decimals: 4))"
    return Self(
      name: Phrase("cost at the start", zh: "最初的代价"),
      value: trainings.map { $0.cost.text(decimals: 4) }.joined(separator: ", "),
      expected: Phrase("near \(nothing)", zh: "\(nothing) 左右"))
  }

  /// The cost that training on ten examples alone reaches.
  static func tenExamples(_ training: BeforeTraining) -> Self {
    let (cost, steps) = (training.tenExamples.cost.text(decimals: 4), training.tenExamples.steps)
    return Self(
      name: Phrase("ten examples alone", zh: "只用十个样本"),
      value: Phrase("\(cost) after \(steps) steps", zh: "\(steps) 步之后 \(cost)")(.current),
      expected: Phrase("near 0: learned by heart", zh: "接近 0：背得下来"))
  }

  /// The relative size of the first step of one or more trainings.
  static func ratio(_ trainings: [BeforeTraining]) -> Self {
    Self(
      name: Phrase("first ‖α dW1‖ / ‖W1‖", zh: "第一步 ‖α dW1‖ / ‖W1‖"),
      value: trainings.map { $0.ratio.isFinite ? $0.ratio.text(digits: 2) : "–" }
        .joined(separator: ", "),
      expected: Phrase("often about 0.001", zh: "常在 0.001 左右"))
  }

  /// The initial cost with a penalty on the weights.
  static func penalty(_ lambda: Double, cost: Double) -> Self {
    Self(
      name: Phrase(
        "cost with λ = \(lambda.text(digits: 3))", zh: "λ = \(lambda.text(digits: 3)) 时的代价"),
      value: cost.text(decimals: 4), expected: Phrase("higher than without", zh: "比不加时高"))
  }

  private init(name: Phrase, value: String, expected: Phrase) {
    self.name = name(.current)
    self.value = value
    self.expected = expected(.current)
  }
}

extension [DemoReport.Check] {
  /// All checks of one training.
  static func all(of training: BeforeTraining, classes: Int = 2) -> Self {
    [.cost([training], classes: classes), .tenExamples(training), .ratio([training])]
  }
}
