import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class DeepPredictTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.predict }

  /// Answers 1 where the first input is greater than the second: relu(x1 - x2) - relu(x2 - x1).
  private static let comparing = [
    LayerParameters(W: Tensor([[1, -1], [-1, 1]]), b: .zeros(2, 1)),
    LayerParameters(W: Tensor([[1, -1]]), b: .zeros(1, 1)),
  ]

  func testAnswersAreOnesAndZeros() throws {
    try grade(2) {
      try expect(
        C1W4.predict(Self.comparing, Tensor([[1, 0, 0.1, -3, 1e3], [0, 1, 0, -2, 0]])),
        equals: Tensor([[1, 0, 1, 0, 1]]), within: .exact)
      var both = Self.comparing
      both[1] = LayerParameters(W: Tensor([[1, -1], [-1, 1]]), b: .zeros(2, 1))
      try expect(
        C1W4.predict(both, Tensor([[1, 0, 3], [0, 1, 3]])),
        equals: Tensor([[1, 0, 0], [0, 1, 0]]), within: .exact,
        Phrase("two outputs give two rows of answers", zh: "两个输出给出两行答案"))
    }
  }

  func testExactlyOneHalfIsZero() throws {
    try grade(1) {
      try expect(
        C1W4.predict(Self.comparing, Tensor([[4, 0, 2], [4, 0, 1]])),
        equals: Tensor([[0, 0, 1]]), within: .exact,
        Phrase("a probability of exactly 0.5 gives 0", zh: "概率恰好为 0.5 时结果为 0"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.predict.expectToAgreeWithReference(rounds: 6) }
  }
}

final class TwoLayerModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.twoLayerModel }

  func testSneakersAreToldFromBoots() throws {
    try grade(3) {
      let clothes = try SmallPictures.pair()
      let result = try C1W4.twoLayerModel(clothes.training.X, clothes.training.Y, 7, 201, 0.3, 1)
      try expect(
        result.costs, equals: [0.693_192_372_056, 0.125_264_159_596, 0.063_398_261_004],
        within: Tolerance(relative: 1e-5),
        Phrase(
          "the costs of steps 0, 100 and 200, as computed by NumPy", zh: "NumPy 给出的第 0、100、200 步代价")
      )
    }
  }

  func testNoStepsLeaveTheStart() throws {
    try grade(2) {
      let start = try C1W4.initializeParameters.reference(3, 4, 1, 5)
      try expect(
        C1W4.twoLayerModel(.ones(3, 2), Tensor([[0, 1]]), 4, 0, 0.1, 5),
        equals: DeepModel(parameters: start, costs: []))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.twoLayerModel.expectToAgreeWithReference(rounds: 3) }
  }
}

final class DeepModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.deepModel }

  func testFourLayersTellSneakersFromBoots() throws {
    try grade(3) {
      let clothes = try SmallPictures.pair()
      let result = try C1W4.deepModel(
        clothes.training.X, clothes.training.Y, [49, 20, 7, 5, 1], 201, 0.2, 1)
      try expect(
        result.costs,
        equals: [0.692_870_976_320, 0.082_810_514_834, 0.009_851_323_969],
        within: Tolerance(relative: 1e-5),
        Phrase("the costs of every 100th step, as computed by NumPy", zh: "NumPy 给出的每 100 步的代价"))
      let accuracy = try Network.accuracy(clothes.test.X, clothes.test.Y, result.parameters)
      try expect(
        accuracy >= 85,
        Phrase(
          "at least 85 of 100 new pictures are recognized; here \(accuracy)",
          zh: "100 张没见过的图至少认对 85 张；这里是 \(accuracy)"))
    }
  }

  func testOneStepFollowsTheGradient() throws {
    try grade(2) {
      let X = Tensor([[1, -2, 0.5], [0.3, 0.8, -1]])
      let Y = Tensor([[1, 0, 1]])
      let start = try C1W4.initializeDeepParameters.reference([2, 3, 2, 1], .byInputs, 8)
      let forward = try Network.forward(X, start)
      let gradients = try C1W4.modelBackward.reference(forward.AL, Y, forward.caches)
      let end = try C1W4.updateParameters.reference(start, gradients, 0.3)
      try expect(
        C1W4.deepModel(X, Y, [2, 3, 2, 1], 1, 0.3, 8),
        equals: DeepModel(parameters: end, costs: [Network.cost(X, Y, start)]))
    }
  }

  func testNoStepsLeaveTheStart() throws {
    try grade(1) {
      let start = try C1W4.initializeDeepParameters.reference([3, 4, 2, 1], .byInputs, 5)
      try expect(
        C1W4.deepModel(.ones(3, 2), Tensor([[0, 1]]), [3, 4, 2, 1], 0, 0.1, 5),
        equals: DeepModel(parameters: start, costs: []))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.deepModel.expectToAgreeWithReference(rounds: 3) }
  }
}
