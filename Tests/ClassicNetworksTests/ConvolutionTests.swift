import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

/// The arrays of Tests/Peers/classic_networks.py, drawn with seed 2.
private struct Drawn {
  let A: Tensor
  let pointwise: Tensor
  let depthwise: Tensor
  let block: ResidualBlock
  let wideBlock: ResidualBlock
  let projection: NormalizedConvolution
  let branches: [InceptionBranch]

  init() {
    var random = RandomState(seed: 2)
    func layer(_ shape: Int...) -> NormalizedConvolution {
      let n = [1, 1, 1, shape[3]]
      return NormalizedConvolution(
        W: random.randn(shape: shape), gamma: random.randn(shape: n), beta: random.randn(shape: n),
        mean: random.randn(shape: n), variance: 0.5 + random.rand(shape: n))
    }
    A = random.randn(2, 3, 4, 2)
    pointwise = random.randn(1, 1, 2, 3)
    depthwise = random.randn(3, 3, 2)
    let (first, second) = (layer(1, 1, 2, 3), layer(3, 3, 3, 2))
    block = ResidualBlock(first: first, second: second, third: layer(1, 1, 2, 2))
    wideBlock = ResidualBlock(first: first, second: second, third: layer(1, 1, 2, 4))
    projection = layer(1, 1, 2, 4)
    branches = [
      InceptionBranch(filters: [random.randn(1, 1, 2, 2)]),
      InceptionBranch(filters: [random.randn(1, 1, 2, 3), random.randn(3, 3, 3, 2)]),
      InceptionBranch(pools: true, filters: [random.randn(1, 1, 2, 1)]),
    ]
  }
}

final class PointwiseConvolutionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.pointwiseConvolution }

  func testKnownValues() throws {
    try grade(3) {
      let drawn = Drawn()
      let Z = try C4W2.pointwiseConvolution(drawn.A, drawn.pointwise, 2)
      try expect(Z.shape, equals: [2, 2, 2, 3])
      try expect(
        Z.entry(1),
        equals: Tensor([
          0.370_937_215_642_714_2, 0.059_008_969_968_906_9, -0.321_357_131_468_677_7,
          1.236_877_227_060_629_4, -0.066_991_821_807_171_45, -1.410_306_327_250_590_2,
          -0.033_886_094_772_125_34, -0.317_143_407_258_762_06, -0.371_040_737_760_464_7,
          -1.088_979_509_466_517, 0.254_834_070_964_445_2, 1.493_213_161_704_324_5,
        ]).reshaped(2, 2, 3))
    }
  }

  func testEveryPlaceIsADenseLayer() throws {
    try grade(2) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (A, W) = (random.randn(2, 3, 2, 4), random.randn(1, 1, 4, 3))
      let Z = try C4W2.pointwiseConvolution(A, W, 1)
      try expect(Z.shape, equals: [2, 3, 2, 3])
      try expect(
        Z.entry(1).entry(2).entry(0), equals: dot(W.reshaped(4, 3).T, A.entry(1).entry(2).entry(0)),
        within: .standard,
        Phrase(
          "the same weights mix the channels at every position",
          zh: "每个位置的通道都用同样的权重混合"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W2.pointwiseConvolution.expectToAgreeWithReference() }
  }
}

final class DepthwiseConvolutionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.depthwiseConvolution }

  func testKnownValues() throws {
    try grade(3) {
      let drawn = Drawn()
      let Z = try C4W2.depthwiseConvolution(drawn.A, drawn.depthwise, 2, 1)
      try expect(Z.shape, equals: [2, 2, 2, 2])
      try expect(
        Z.entry(0),
        equals: Tensor([
          3.460_103_264_766_660_3, 1.320_238_710_795_916_6, -0.763_399_613_028_654_1,
          -5.172_789_114_696_724, 2.317_293_758_577_533, -4.338_990_360_692_606,
          0.154_043_191_351_558_97, 3.372_062_950_981_209_5,
        ]).reshaped(2, 2, 2))
    }
  }

  func testAChannelOfZerosStaysOne() throws {
    try grade(2) {
      var random = RandomState(seed: 4)
      var A = random.randn(1, 4, 5, 3)
      try A.setSlice(axis: 3, 1..<2, to: .zeros(1, 4, 5, 1))
      let Z = try C4W2.depthwiseConvolution(A, random.randn(2, 2, 3), 1, 0)
      try expect(Z.shape, equals: [1, 3, 4, 3])
      try expect(
        Z.entry(1, axis: 3), equals: Tensor.zeros(1, 3, 4), within: .exact,
        Phrase("no channel sees another", zh: "一个通道看不到别的通道"))
    }
  }

  func testThePointInTheMiddleOfAFilterHandsTheChannelsOn() throws {
    try grade(1) {
      var random = RandomState(seed: 5)
      let A = random.randn(2, 4, 3, 2)
      var W = Tensor.zeros(3, 3, 2)
      (W[1, 1, 0], W[1, 1, 1]) = (1, 2)
      try expect(
        C4W2.depthwiseConvolution(A, W, 1, 1), equals: A * Tensor([1, 2]), within: .standard,
        Phrase("a filter of one 1 in the middle changes nothing", zh: "只有中间是 1 的滤波器什么也不改变"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W2.depthwiseConvolution.expectToAgreeWithReference() }
  }
}

final class IdentityBlockTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.identityBlock }

  /// The test of the original exercise: filters of ones on three pictures of -1, 1 and 3.
  func testPublishedValues() throws {
    try grade(2) {
      let X = try Tensor([-1, 1, 3]).reshaped(3, 1, 1, 1) * Tensor.ones(3, 4, 4, 3)
      let block = ResidualBlock(
        first: NormalizedConvolution(W: .ones(1, 1, 3, 4)),
        second: NormalizedConvolution(W: .ones(2, 2, 4, 4)),
        third: NormalizedConvolution(W: .ones(1, 1, 4, 3)))
      let A = try C4W2.identityBlock(X, block, false)
      try expect(A.shape, equals: [3, 4, 4, 3])
      try expect(
        A.slice(axis: 1, at: [0, 3]).mean(axis: 3),
        equals: Tensor([
          [[0, 0, 0, 0], [0, 0, 0, 0]],
          [
            [192.71234, 192.71234, 192.71234, 96.85617], [96.85617, 96.85617, 96.85617, 48.92808],
          ],
          [
            [578.1371, 578.1371, 578.1371, 290.5685], [290.5685, 290.5685, 290.5685, 146.78426],
          ],
        ]), within: Tolerance(relative: 1e-6))
    }
  }

  func testKnownValues() throws {
    try grade(3) {
      let drawn = Drawn()
      try expect(
        C4W2.identityBlock(drawn.A, drawn.block, true).entry(1).entry(2).flattened,
        equals: Tensor([
          0, 0.668_867_961_804_751_4, 0, 1.629_040_889_715_808, 1.266_904_808_203_212_2, 0,
          0.410_567_577_203_516_66, 0,
        ]))
      try expect(
        C4W2.identityBlock(drawn.A, drawn.block, false).entry(1).entry(2).flattened,
        equals: Tensor([
          0.469_232_250_378_547_8, 0, 0, 2.063_143_704_879_767_6, 1.172_139_639_208_628_7, 0,
          0.188_750_290_753_367_02, 0.220_893_620_065_334_58,
        ]))
    }
  }

  func testABlockOfZerosIsTheIdentity() throws {
    try grade(3) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let X = random.rand(2, 3, 4, 3)
      let block = ResidualBlock(
        first: NormalizedConvolution(W: random.randn(1, 1, 3, 2)),
        second: NormalizedConvolution(W: random.randn(3, 3, 2, 2)),
        third: NormalizedConvolution(W: .zeros(1, 1, 2, 3)))
      for isTraining in [true, false] {
        try expect(
          C4W2.identityBlock(X, block, isTraining), equals: X, within: .standard,
          Phrase(
            "with a last layer of zeros, nonnegative inputs pass through unchanged",
            zh: "最后一层为零时，非负的输入原样输出"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W2.identityBlock.expectToAgreeWithReference() }
  }
}

final class ConvolutionalBlockTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.convolutionalBlock }

  func testKnownValues() throws {
    try grade(4) {
      let drawn = Drawn()
      let training = try C4W2.convolutionalBlock(
        drawn.A, drawn.wideBlock, drawn.projection, 2, true)
      try expect(training.shape, equals: [2, 2, 2, 4])
      try expect(
        training.entry(1, axis: 1).entry(1, axis: 1),
        equals: Tensor([
          [1.038_231_593_070_852_6, 1.238_813_046_025_289_7, 0, 1.915_934_781_723_844],
          [
            1.455_174_895_957_643_6, 3.877_610_832_885_389_8, 0.858_523_604_783_307_9,
            0.434_565_230_968_592_8,
          ],
        ]))
      try expect(
        C4W2.convolutionalBlock(drawn.A, drawn.wideBlock, drawn.projection, 2, false)
          .entry(1, axis: 1).entry(1, axis: 1),
        equals: Tensor([
          [0.842_867_571_672_985_2, 2.374_065_617_161_240_6, 0, 0.145_438_766_003_879_4],
          [1.276_675_107_407_616_1, 3.347_210_970_418_831_5, 0, 0],
        ]))
    }
  }

  func testAMainPathOfZerosLeavesTheProjection() throws {
    try grade(3) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let X = random.rand(2, 5, 4, 2)
      let block = ResidualBlock(
        first: NormalizedConvolution(W: random.randn(1, 1, 2, 2)),
        second: NormalizedConvolution(W: random.randn(3, 3, 2, 2)),
        third: NormalizedConvolution(W: .zeros(1, 1, 2, 3)))
      let projection = NormalizedConvolution(W: random.rand(1, 1, 2, 3))
      let places = try X.slice(axis: 1, at: [0, 2, 4]).slice(axis: 2, at: [0, 2])
      try expect(
        C4W2.convolutionalBlock(X, block, projection, 2, false),
        equals: (dot(places.reshaped(-1, 2), projection.W.reshaped(2, 3)) / sqrt(1.001))
          .reshaped(2, 3, 2, 3), within: .standard,
        Phrase(
          "with zeros on the main path the output is the projection of every other position",
          zh: "主路径为零时，输出就是隔一个位置取一个的投影"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C4W2.convolutionalBlock.expectToAgreeWithReference() }
  }
}

final class InceptionConcatenateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.inceptionConcatenate }

  func testKnownValues() throws {
    try grade(3) {
      let drawn = Drawn()
      let A = try C4W2.inceptionConcatenate(drawn.A, drawn.branches)
      try expect(A.shape, equals: [2, 3, 4, 5])
      try expect(
        A.entry(0).entry(1),
        equals: Tensor([
          [0, 0, 0, 0, 0], [0, 0, 0.404_490_004_639_869_4, 0, 0],
          [0.792_704_581_243_022, 0.551_126_236_245_584_8, 0, 0, 0],
          [0.949_387_216_153_260_6, 0.690_767_204_359_409_9, 0, 0, 0],
        ]))
    }
  }

  func testTheChannelsOfTheBranchesAddUp() throws {
    try grade(2) {
      var random = RandomState(seed: 7)
      let A_prev = random.randn(1, 6, 5, 4)
      let branches = [
        InceptionBranch(filters: [random.randn(1, 1, 4, 3)]),
        InceptionBranch(filters: [random.randn(1, 1, 4, 2), random.randn(3, 3, 2, 5)]),
        InceptionBranch(filters: [random.randn(1, 1, 4, 1), random.randn(5, 5, 1, 2)]),
        InceptionBranch(pools: true, filters: [random.randn(1, 1, 4, 1)]),
      ]
      try expect(
        C4W2.inceptionConcatenate(A_prev, branches).shape == [1, 6, 5, 11],
        Phrase(
          "height and width stay the same, and there are 3 + 5 + 2 + 1 channels",
          zh: "高和宽不变，通道数是 3 + 5 + 2 + 1"))
    }
  }

  func testPoolingKeepsNegativeNumbersAtTheBorder() throws {
    try grade(1) {
      let A_prev = try Tensor([-1, -2, -3, -4]).reshaped(1, 2, 2, 1)
      try expect(
        C4W2.inceptionConcatenate(
          A_prev, [InceptionBranch(pools: true, filters: [.full([1, 1, 1, 1], -1)])]),
        equals: Tensor.ones(1, 2, 2, 1), within: .exact,
        Phrase(
          "the largest of -1, -2, -3 and -4 is -1, not a zero at the border",
          zh: "-1、-2、-3、-4 中最大的是 -1，不是边上的零"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W2.inceptionConcatenate.expectToAgreeWithReference() }
  }
}
