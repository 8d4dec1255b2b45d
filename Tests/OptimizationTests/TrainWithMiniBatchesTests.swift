import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class TrainWithMiniBatchesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.trainWithMiniBatches }

  func testFirstEpochCostsThePublishedFigures() throws {
    try grade(4) {
      let published: [(OptimizationMethod, Double)] = [
        (.gradientDescent, 0.702_405), (.momentum, 0.702_413), (.adam, 0.702_166),
      ]
      for (method, cost) in published {
        let run = try C2W2.trainWithMiniBatches(
          Moons.data.X, Moons.data.Y, Moons.start, method, 0.0007, 64, 1, 10)
        try expect(
          run.costs, equals: [cost], within: .digits(6),
          Phrase(
            "the mean loss of the first epoch with \(method.rawValue)",
            zh: "\(method.rawValue) 第一个 epoch 的平均损失"))
      }
    }
  }

  func testTwentyEpochs() throws {
    try grade(6) {
      // Computed by NumPy: the cost of the last epoch and the first weight after it.
      let known: [(OptimizationMethod, Double, Double)] = [
        (.gradientDescent, 0.701_592_510_557_443_1, 1.789_598_099_757_844_5),
        (.momentum, 0.701_669_464_192_014_5, 1.789_512_424_836_961_5),
        (.rmsProp, 0.681_898_932_064_169_7, 1.845_466_765_601_45),
        (.adam, 0.683_193_376_226_335_5, 1.836_860_692_763_553_8),
      ]
      for (method, cost, weight) in known {
        let run = try C2W2.trainWithMiniBatches(
          Moons.data.X, Moons.data.Y, Moons.start, method, 0.0007, 64, 20, 10)
        let note = Phrase(
          "after 20 epochs with \(method.rawValue)", zh: "\(method.rawValue) 20 个 epoch 之后")
        try expect(run.costs.count, equals: 20, note)
        try expect(run.costs.last, equals: cost, within: .standard, note)
        try expect(run.parameters.first?.W.shape, equals: [5, 2], note)
        try expect(run.parameters.first?.W.elements.first, equals: weight, within: .standard, note)
      }
    }
  }

  func testNoEpochsChangeNothing() throws {
    try grade(2) {
      try expect(
        C2W2.trainWithMiniBatches(
          Moons.data.X, Moons.data.Y, Moons.start, .adam, 0.1, 64, 0, 1),
        equals: MiniBatchTraining(parameters: Moons.start, costs: []), within: .exact)
    }
  }

  func testCostBelongsToAllExamples() throws {
    try grade(3) {
      // At a learning rate of 0 nothing is learned, and the cost of an epoch is that of the whole set.
      let X = try Moons.data.X.columns(0..<100)
      let Y = try Moons.data.Y.columns(0..<100)
      let parameters = try ThreeLayerParameters(layers: Moons.start)
      let cost = try ThreeLayerNetwork.cost(ThreeLayerNetwork.forward(X, parameters).A3, Y)
      let run = try C2W2.trainWithMiniBatches(
        X, Y, Moons.start, .gradientDescent, 0, 64, 2, 5)
      try expect(
        run.costs, equals: [cost, cost], within: .standard,
        Phrase(
          "a batch of 64 counts for 64 examples, one of 36 for 36: at learning rate 0 the cost of an epoch is that of the whole set",
          zh: "64 个样本的一批按 64 算，36 个的按 36 算：学习率为 0 时，一个 epoch 的代价就是整个数据集的代价"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W2.trainWithMiniBatches.expectToAgreeWithReference(rounds: 6) }
  }
}

/// The published run: 300 points of two moons, and the start drawn with seed 3.
enum Moons {
  static let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
  static let start = LayerParameters.he([2, 5, 2, 1], seed: 3)
}
