import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ShallowLayerSizesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.layerSizes }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C1W3.layerSizes(.zeros(5, 3), .zeros(2, 3), 4), equals: LayerSizes(n_x: 5, n_h: 4, n_y: 2))
    }
  }

  func testNumberOfExamplesDoesNotMatter() throws {
    try grade(1) {
      try expect(
        C1W3.layerSizes(.zeros(7, 1), .zeros(1, 1), 3), equals: LayerSizes(n_x: 7, n_h: 3, n_y: 1))
      try expect(
        C1W3.layerSizes(.zeros(7, 50), .zeros(1, 50), 3),
        equals: LayerSizes(n_x: 7, n_h: 3, n_y: 1), within: .exact,
        Phrase(
          "the network is the same for one example and for fifty", zh: "一个样本还是五十个，网络都一样"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.layerSizes.expectToAgreeWithReference() }
  }
}

final class ShallowInitializeParametersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.initializeParameters }

  func testPublishedExample() throws {
    try grade(3) {
      try expect(
        C1W3.initializeParameters(2, 4, 1, 2),
        equals: ShallowParameters(
          W1: Tensor([
            [-0.004_167_58, -0.000_562_67], [-0.021_361_96, 0.016_402_71],
            [-0.017_934_36, -0.008_417_47], [0.005_028_81, -0.012_452_88],
          ]),
          b1: .zeros(4, 1),
          W2: Tensor([[-0.010_579_52, -0.009_090_08, 0.005_514_54, 0.022_922_08]]),
          b2: .zeros(1, 1)),
        within: .digits(8))
    }
  }

  func testBiasesAreZeroColumns() throws {
    try grade(2) {
      let result = try C1W3.initializeParameters(3, 5, 2, 1)
      try expect(result.b1, equals: Tensor.zeros(5, 1), within: .exact)
      try expect(result.b2, equals: Tensor.zeros(2, 1), within: .exact)
    }
  }

  func testWeightsAreSmallAndOfBothSigns() throws {
    try grade(2) {
      let W1 = try C1W3.initializeParameters(60, 50, 1, 11).W1
      try expect(W1.shape, equals: [50, 60])
      try expect(
        abs(W1.mean()) < 0.001 && abs(W1.standardDeviation() - 0.01) < 0.001,
        Phrase(
          "3000 weights have a mean near 0 and a standard deviation near 0.01; these have \(W1.mean()) and \(W1.standardDeviation())",
          zh: "3000 个权重的均值应接近 0，标准差应接近 0.01；这里是 \(W1.mean()) 和 \(W1.standardDeviation())"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W3.initializeParameters.expectToAgreeWithReference() }
  }
}

final class ShallowUpdateParametersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.updateParameters }

  private static let parameters = ShallowParameters(
    W1: Tensor([
      [-0.006_150_39, 0.016_902_1], [-0.023_117_92, 0.031_371_21],
      [-0.016_921_7, -0.017_525_45], [0.009_354_36, -0.050_182_21],
    ]),
    b1: Tensor([[-8.975_234_55e-07], [8.155_620_92e-06], [6.048_106_33e-07], [-2.545_607e-06]]),
    W2: Tensor([[-0.010_431_9, -0.040_190_07, 0.016_072_11, 0.044_402_55]]),
    b2: Tensor([[9.149_543_78e-05]]))
  private static let gradients = ShallowGradients(
    dW1: Tensor([
      [0.000_233_22, -0.002_054_23], [0.000_822_22, -0.007_007_76],
      [-0.000_318_31, 0.002_863_6], [-0.000_928_57, 0.008_099_33],
    ]),
    db1: Tensor([
      [1.055_700_87e-07], [-3.818_144_87e-06], [-1.901_551_45e-07], [5.464_678_02e-07],
    ]),
    dW2: Tensor([[-1.757_400_39e-05, 3.702_313_37e-03, -1.256_830_95e-03, -2.557_153_17e-03]]),
    db2: Tensor([[-1.089_231_4e-05]]))

  func testPublishedExample() throws {
    try grade(2) {
      let result = try C1W3.updateParameters(Self.parameters, Self.gradients, 1.2)
      try expect(
        result.W1,
        equals: Tensor([
          [-0.006_430_25, 0.019_367_18], [-0.024_104_58, 0.039_780_52],
          [-0.016_539_73, -0.020_961_77], [0.010_468_64, -0.059_901_41],
        ]), within: .digits(8))
      try expect(
        result.b1,
        equals: Tensor([
          [-1.024_207_56e-06], [1.273_739_48e-05], [8.329_968_07e-07], [-3.201_368_36e-06],
        ]), within: Tolerance(relative: 1e-8))
      try expect(
        result.W2,
        equals: Tensor([[-0.010_410_81, -0.044_632_85, 0.017_580_31, 0.047_471_13]]),
        within: .digits(8))
      try expect(result.b2, equals: Tensor([[0.000_104_57]]), within: .digits(8))
    }
  }

  func testNoRateNoChange() throws {
    try grade(1) {
      try expect(
        C1W3.updateParameters(Self.parameters, Self.gradients, 0), equals: Self.parameters,
        within: .exact,
        Phrase("with a learning rate of 0 nothing changes", zh: "学习率为 0 时什么都不会变"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.updateParameters.expectToAgreeWithReference() }
  }
}
