import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ShallowForwardPropagationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.forwardPropagation }

  private static let weights = ShallowParameters(
    W1: Tensor([
      [-0.004_167_58, -0.000_562_67], [-0.021_361_96, 0.016_402_71],
      [-0.017_934_36, -0.008_417_47], [0.005_028_81, -0.012_452_88],
    ]),
    b1: .zeros(4, 1),
    W2: Tensor([[-0.010_579_52, -0.009_090_08, 0.005_514_54, 0.022_922_08]]), b2: .zeros(1, 1))

  func testPublishedExampleWithoutBiases() throws {
    try grade(2) {
      var random = RandomState(seed: 1)
      let result = try C1W3.forwardPropagation(random.randn(2, 3), Self.weights)
      let means = Tensor([result.Z1.mean(), result.A1.mean(), result.Z2.mean(), result.A2.mean()])
      try expect(
        means,
        equals: Tensor([
          -0.000_499_755_777_742, -0.000_496_963_353_232, 0.000_438_187_450_959,
          0.500_109_546_852,
        ]), within: .digits(12),
        Phrase("the means of Z1, A1, Z2 and A2", zh: "Z1、A1、Z2、A2 的平均值"))
    }
  }

  func testPublishedExampleWithBiases() throws {
    try grade(2) {
      var random = RandomState(seed: 1)
      let X = random.randn(2, 3)
      var parameters = Self.weights
      parameters.b1 = random.randn(4, 1)
      parameters.b2 = Tensor([[-1.3]])
      let result = try C1W3.forwardPropagation(X, parameters)
      let means = Tensor([result.Z1.mean(), result.A1.mean(), result.Z2.mean(), result.A2.mean()])
      try expect(
        means,
        equals: Tensor([
          0.262_818_640_198, 0.091_999_045_227, -1.307_666_012_87, 0.212_877_681_719,
        ]), within: .digits(11),
        Phrase("the means of Z1, A1, Z2 and A2", zh: "Z1、A1、Z2、A2 的平均值"))
    }
  }

  func testOneExampleByHand() throws {
    try grade(2) {
      let parameters = ShallowParameters(
        W1: Tensor([[1, -1], [0, 2]]), b1: Tensor([[0.5], [-1]]), W2: Tensor([[1, 1], [1, -1]]),
        b2: Tensor([[0], [0.25]]))
      // Z1 = (0.5, 1), and tanh 0.5 ± tanh 1 = 1.2237…, -0.2994…; each output has its own bias.
      try expect(
        C1W3.forwardPropagation(Tensor([[1], [1]]), parameters),
        equals: ShallowCache(
          Z1: Tensor([[0.5], [1]]),
          A1: Tensor([[0.462_117_157_260_009_7], [0.761_594_155_955_764_9]]),
          Z2: Tensor([[1.223_711_313_215_774_6], [-0.049_476_998_695_755_11]]),
          A2: Tensor([[0.772_716_012_066_439_8], [0.487_633_273_008_032_05]])))
    }
  }

  func testHugeInputsSaturateAndStayFinite() throws {
    try grade(1) {
      let result = try C1W3.forwardPropagation(Tensor([[1e6, -1e6], [1e6, 1e6]]), Self.weights)
      try expect(
        result.A1.map { abs($0) }, equals: Tensor.ones(4, 2), within: .standard,
        Phrase(
          "for huge inputs every hidden unit is 1 or -1", zh: "输入极大时，每个隐藏单元都在 1 或 -1"))
    }
  }

  func testExamplesDoNotInfluenceEachOther() throws {
    try grade(1) {
      let X = Tensor([[0.2, -3, 4], [1, 0.5, -2]])
      let alone = try Network.forward(X.columns(1..<2), Self.weights)
      try expect(
        C1W3.forwardPropagation(X, Self.weights).A2.columns(1..<2), equals: alone.A2,
        within: .standard,
        Phrase(
          "an example gets the same answer alone and among others",
          zh: "一个样本单独计算与放在一起计算，结果相同"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.forwardPropagation.expectToAgreeWithReference() }
  }
}
