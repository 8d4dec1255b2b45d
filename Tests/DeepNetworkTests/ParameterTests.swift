import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class DeepInitializeParametersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.initializeParameters }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C1W4.initializeParameters(3, 2, 1, 1),
        equals: [
          LayerParameters(
            W: Tensor([
              [0.016_243_45, -0.006_117_56, -0.005_281_72],
              [-0.010_729_69, 0.008_654_08, -0.023_015_39],
            ]), b: .zeros(2, 1)),
          LayerParameters(W: Tensor([[0.017_448_12, -0.007_612_07]]), b: .zeros(1, 1)),
        ], within: .digits(8))
    }
  }

  func testEachUnitHasARowOfWeightsAndAZeroBias() throws {
    try grade(2) {
      let layers = try C1W4.initializeParameters(4, 6, 3, 2)
      try expect(layers.count, equals: 2)
      try expect(layers[0].W.shape, equals: [6, 4])
      try expect(layers[1].W.shape, equals: [3, 6])
      try expect(layers[0].b, equals: Tensor.zeros(6, 1), within: .exact)
      try expect(layers[1].b, equals: Tensor.zeros(3, 1), within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W4.initializeParameters.expectToAgreeWithReference() }
  }
}

final class InitializeDeepParametersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.initializeDeepParameters }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C1W4.initializeDeepParameters([5, 4, 3], .oneHundredth, 3),
        equals: [
          LayerParameters(
            W: Tensor([
              [0.017_886_28, 0.004_365_1, 0.000_964_97, -0.018_634_93, -0.002_773_88],
              [-0.003_547_59, -0.000_827_41, -0.006_270_01, -0.000_438_18, -0.004_772_18],
              [-0.013_138_65, 0.008_846_22, 0.008_813_18, 0.017_095_73, 0.000_500_34],
              [-0.004_046_77, -0.005_453_6, -0.015_464_77, 0.009_823_67, -0.011_010_68],
            ]), b: .zeros(4, 1)),
          LayerParameters(
            W: Tensor([
              [-0.011_850_47, -0.002_056_5, 0.014_861_48, 0.002_367_16],
              [-0.010_237_85, -0.007_129_93, 0.006_252_45, -0.001_605_13],
              [-0.007_688_36, -0.002_300_31, 0.007_450_56, 0.019_761_11],
            ]), b: .zeros(3, 1)),
        ], within: .digits(8))
    }
  }

  func testMoreInputsMeanSmallerWeights() throws {
    try grade(2) {
      try expect(
        C1W4.initializeDeepParameters([4, 3, 2], .byInputs, 1),
        equals: [
          LayerParameters(
            W: Tensor([
              [0.812_172_681_832, -0.305_878_206_825, -0.264_085_876_132, -0.536_484_311_078],
              [0.432_703_814_662, -1.150_769_348_44, 0.872_405_882_108, -0.380_603_450_448],
              [0.159_519_548_029, -0.124_685_187_739, 0.731_053_968_522, -1.030_070_354_749],
            ]), b: .zeros(3, 1)),
          LayerParameters(
            W: Tensor([
              [-0.186_147_659_529, -0.221_733_885_051, 0.654_582_092_731],
              [-0.635_022_519_263, -0.099_551_472_045, -0.506_831_793_897],
            ]), b: .zeros(2, 1)),
        ], within: .digits(11))
    }
  }

  func testSumsKeepTheSizeOfTheirInputs() throws {
    try grade(2) {
      // Each sum of n numbers of size 1, weighted by 1/√n, has size 1 again.
      let layers = try C1W4.initializeDeepParameters([400, 300], .byInputs, 4)
      let Z = try dot(layers[0].W, .ones(400, 1))
      try expect(
        (0.9...1.1).contains(Z.standardDeviation()),
        Phrase(
          "inputs of size 1 give Z of size 1; here the standard deviation is \(Z.standardDeviation())",
          zh: "输入大小为 1 时，加权和的大小也应为 1；这里的标准差是 \(Z.standardDeviation())"))
    }
  }

  func testOneNumberLessThanSizes() throws {
    try grade(1) {
      let layers = try C1W4.initializeDeepParameters([7, 1, 5, 2, 1], .oneHundredth, 9)
      try expect(
        layers.map(\.W.shape), equals: [[1, 7], [5, 1], [2, 5], [1, 2]], within: .exact,
        Phrase("five sizes make four layers", zh: "五个大小对应四层"))
      try expect(layers.map(\.b.shape), equals: [[1, 1], [5, 1], [2, 1], [1, 1]])
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W4.initializeDeepParameters.expectToAgreeWithReference() }
  }
}

final class DeepUpdateParametersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.updateParameters }

  /// The parameters and gradients of the published example.
  private static func example() -> ([LayerParameters], [LinearGradients]) {
    var random = RandomState(seed: 2)
    let parameters = Network.layers([4, 3, 1], &random)
    random = RandomState(seed: 3)
    let gradients = Network.layers([4, 3, 1], &random).map { layer in
      LinearGradients(dAPrevious: .zeros(layer.W.columns, 2), dW: layer.W, db: layer.b)
    }
    return (parameters, gradients)
  }

  func testPublishedExample() throws {
    try grade(2) {
      let (parameters, gradients) = Self.example()
      try expect(
        C1W4.updateParameters(parameters, gradients, 0.1),
        equals: [
          LayerParameters(
            W: Tensor([
              [-0.595_620_69, -0.099_917_81, -2.145_845_84, 1.826_620_08],
              [-1.765_696_76, -0.806_271_47, 0.511_155_57, -1.182_588_02],
              [-1.053_570_4, -0.861_285_81, 0.682_840_52, 2.203_745_77],
            ]), b: Tensor([[-0.046_592_41], [-1.288_882_75], [0.534_054_96]])),
          LayerParameters(
            W: Tensor([[-0.555_691_96, 0.035_405_5, 1.329_648_95]]), b: Tensor([[-0.846_107_69]])),
        ], within: .digits(8))
    }
  }

  func testNoRateNoChange() throws {
    try grade(1) {
      let (parameters, gradients) = Self.example()
      try expect(
        C1W4.updateParameters(parameters, gradients, 0), equals: parameters, within: .exact,
        Phrase("with a learning rate of 0 nothing changes", zh: "学习率为 0 时什么都不会变"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.updateParameters.expectToAgreeWithReference() }
  }
}
