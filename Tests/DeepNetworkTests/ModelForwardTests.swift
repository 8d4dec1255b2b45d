import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ModelForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.modelForward }

  /// Five inputs, layers of 4, 3 and 1 units, four examples.
  private static func example() -> (X: Tensor, parameters: [LayerParameters]) {
    var random = RandomState(seed: 6)
    let X = random.randn(5, 4)
    return (X, Network.layers([5, 4, 3, 1], &random))
  }

  func testPublishedExample() throws {
    try grade(3) {
      let (X, parameters) = Self.example()
      let result = try C1W4.modelForward(X, parameters)
      try expect(
        result.AL,
        equals: Tensor([[0.039_216_68, 0.704_989_21, 0.197_343_87, 0.047_281_77]]),
        within: .digits(8))
      try expect(result.caches.count, equals: 3)
    }
  }

  func testEachCacheHoldsItsLayer() throws {
    try grade(3) {
      let X = Self.example().X
      var parameters = Self.example().parameters
      parameters[2] = LayerParameters(
        W: Tensor([[0.5, -1, 2], [1, 0.25, -0.5]]), b: Tensor([[0.1], [-0.3]]))
      try expect(
        C1W4.modelForward(X, parameters).AL, equals: Network.forward(X, parameters).AL,
        within: .standard,
        Phrase("each of two outputs has its own weights and bias", zh: "两个输出各有自己的权重和偏置"))
      try expect(
        C1W4.modelForward(X, parameters).caches,
        equals: Network.forward(X, parameters).caches, within: .standard,
        Phrase(
          "caches[0] belongs to layer 1 and contains X; each further one contains the previous layer's output",
          zh: "caches[0] 属于第 1 层，保存 X；之后每个缓存保存前一层的输出"))
    }
  }

  func testOneLayerIsLogisticRegression() throws {
    try grade(2) {
      let layer = LayerParameters(W: Tensor([[1, -2]]), b: Tensor([[0.5]]))
      try expect(
        C1W4.modelForward(Tensor([[0], [0]]), [layer]).AL,
        equals: Tensor([[0.622_459_331_201_854_6]]), within: .standard,
        Phrase(
          "a single layer is the output layer and uses the sigmoid",
          zh: "只有一层时，它就是输出层，用 sigmoid"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.modelForward.expectToAgreeWithReference() }
  }
}

final class DeepComputeCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.computeCost }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C1W4.computeCost(Tensor([[0.8, 0.9, 0.4]]), Tensor([[1, 1, 0]])),
        equals: 0.279_776_563_579_342_2)
      try expect(
        C1W4.computeCost(Tensor([[0.8, 0.9, 0.4]]), Tensor([[1, 1, 1]])),
        equals: 0.414_931_599_615_397)
    }
  }

  func testNotKnowingCostsLogarithmOfTwo() throws {
    try grade(1) {
      try expect(
        C1W4.computeCost(.full([1, 7], 0.5), Tensor([[0, 1, 1, 0, 1, 0, 0]])),
        equals: 0.693_147_180_559_945_3)
    }
  }

  func testOneExample() throws {
    try grade(1) {
      try expect(C1W4.computeCost(Tensor([[0.8]]), Tensor([[1]])), equals: 0.223_143_551_314_209_7)
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W4.computeCost.expectToAgreeWithReference() }
  }
}
