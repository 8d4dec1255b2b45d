import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class MirrorTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.mirror }

  func testLeftAndRightAreExchanged() throws {
    try grade(1) {
      let X = try Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).reshaped(1, 2, 3, 2)
      try expect(
        C4W2.mirror(X).flattened, equals: Tensor([5, 6, 3, 4, 1, 2, 11, 12, 9, 10, 7, 8]),
        within: .exact,
        Phrase("columns are reversed, channels are not", zh: "列反转，通道不变"))
    }
  }

  func testTwiceIsThePictureItself() throws {
    try grade(1) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let X = random.randn(2, 3, 4, 3)
      let once = try C4W2.mirror(X)
      try expect(
        once != X, Phrase("the picture is not symmetric", zh: "这张图像并不对称"))
      try expect(
        C4W2.mirror(once), equals: X, within: .exact,
        Phrase("the mirror of the mirror is the picture", zh: "镜像的镜像就是原图"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W2.mirror.expectToAgreeWithReference() }
  }
}

final class RandomCropTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.randomCrop }

  /// Pictures whose numbers are 1000 · picture + 100 · row + 10 · column + channel.
  private func numbered(_ m: Int, _ n_H: Int, _ n_W: Int, _ n_C: Int) -> Tensor {
    var X = Tensor.zeros(m, n_H, n_W, n_C)
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          for c in 0..<n_C { X[i, h, w, c] = Double(1000 * i + 100 * h + 10 * w + c) }
        }
      }
    }
    return X
  }

  func testThePlacesThatNumPyDraws() throws {
    try grade(3) {
      let X = numbered(4, 5, 7, 2)
      let crops = try C4W2.randomCrop(X, 3, 4, 3)
      try expect(crops.shape, equals: [4, 3, 4, 2])
      try expect(
        (0..<4).map { crops[$0, 0, 0, 0] }, equals: [200, 1130, 2000, 3010], within: .exact,
        Phrase(
          "the upper left corners lie at (2, 0), (1, 3), (0, 0) and (0, 1)",
          zh: "左上角分别在 (2, 0)、(1, 3)、(0, 0) 和 (0, 1)"))
      try expect(
        crops.entry(1).entry(2),
        equals: Tensor([[1330, 1331], [1340, 1341], [1350, 1351], [1360, 1361]]),
        within: .exact)
    }
  }

  func testThePartMayBeAsHighAsThePicture() throws {
    try grade(1) {
      let X = numbered(3, 4, 4, 1)
      let crops = try C4W2.randomCrop(X, 4, 2, 8)
      try expect(crops.shape, equals: [3, 4, 2, 1])
      try expect((0..<3).map { crops[$0, 0, 0, 0] }, equals: [0, 1010, 2010], within: .exact)
    }
  }

  func testTheLastPlaceIsDrawnToo() throws {
    try grade(2) {
      let X = numbered(60, 3, 3, 1)
      let crops = try C4W2.randomCrop(X, 2, 2, 5)
      try expect(crops.shape, equals: [60, 2, 2, 1])
      let places = Set((0..<60).map { crops[$0, 0, 0, 0].truncatingRemainder(dividingBy: 1000) })
      try expect(
        places == [0, 10, 100, 110],
        Phrase(
          "in sixty pictures the part comes from each of the four places",
          zh: "六十张图像里，四个位置都会出现"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W2.randomCrop.expectToAgreeWithReference() }
  }
}

final class ShiftColoursTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.shiftColours }

  func testEachPictureHasItsOwnShifts() throws {
    try grade(2) {
      let X = Tensor.full([2, 1, 2, 3], 0.5)
      try expect(
        C4W2.shiftColours(X, Tensor([[0.25, 0, -0.125], [-0.25, 0.375, 0.125]])).reshaped(4, 3),
        equals: Tensor([
          [0.75, 0.5, 0.375], [0.75, 0.5, 0.375], [0.25, 0.875, 0.625], [0.25, 0.875, 0.625],
        ]))
    }
  }

  func testValuesStayBetween0And1() throws {
    try grade(2) {
      let X = Tensor([[[[0, 0.25, 1], [0.75, 1, 0]]]])
      try expect(
        C4W2.shiftColours(X, Tensor([[0.5, -0.5, 0.25]])).flattened,
        equals: Tensor([0.5, 0, 1, 1, 0.5, 0.25]), within: .exact,
        Phrase("less than 0 becomes 0, more than 1 becomes 1", zh: "小于 0 的变成 0，大于 1 的变成 1"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W2.shiftColours.expectToAgreeWithReference() }
  }
}

final class ColourPCATests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.colourPCA }

  func testKnownValues() throws {
    try grade(4) {
      var random = RandomState(seed: 3)
      let shifted = try C4W2.colourPCA(
        random.rand(2, 2, 3, 3), Tensor([[1, -0.5, 2], [-1, 0, 0.5]]))
      try expect(shifted.shape, equals: [2, 2, 3, 3])
      try expect(
        shifted.entry(0, axis: 1).reshaped(6, 3),
        equals: Tensor([
          [0.646_003_515_745_686_2, 0.692_342_660_180_430_9, 0.404_737_408_802_507_75],
          [0.606_033_218_368_773_7, 0.877_141_791_909_980_8, 1.010_125_758_823_001_5],
          [0.220_790_923_634_946_93, 0.191_437_715_700_512_85, 0.165_299_873_190_393_3],
          [0.245_592_832_320_423_3, 0.344_415_993_871_354_85, 0.195_441_052_892_120_38],
          [0.679_478_303_725_954_2, 0.369_768_514_532_024_7, 0.068_783_709_595_764_91],
          [0.530_989_403_444_802_6, 0.709_629_561_372_652_2, 0.218_279_503_496_981_4],
        ]))
    }
  }

  func testWhereColoursAreGreyAllChannelsMoveAlike() throws {
    try grade(3) {
      // Pixels of 0 and 1 in all channels: the variance along (1, 1, 1)/√3 is 3/4.
      let X = Tensor([[[[0, 0, 0], [1, 1, 1]]], [[[1, 1, 1], [0, 0, 0]]]])
      let shifted = try C4W2.colourPCA(X, Tensor([[0.1, 0.3, -0.2], [-0.2, 0, 0.7]]))
      let unit = 0.75 / 3.0.squareRoot()
      try expect(
        shifted - X,
        equals: Tensor([0.1 * unit, -0.2 * unit]).reshaped(2, 1, 1, 1) * Tensor.ones(2, 1, 2, 3),
        within: .standard,
        Phrase(
          "grey pictures become lighter or darker, and stay grey", zh: "灰色的图像变亮或变暗，仍是灰色"))
    }
  }

  func testAlphasOfZeroChangeNothing() throws {
    try grade(2) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let X = random.rand(3, 2, 4, 3)
      let alphas = try Tensor.concatenate([.zeros(1, 3), random.randn(1, 3), .zeros(1, 3)])
      let shifted = try C4W2.colourPCA(X, alphas)
      try expect(
        shifted.slice(axis: 0, at: [0, 2]), equals: X.slice(axis: 0, at: [0, 2]), within: .standard,
        Phrase("a picture with α = 0 stays unchanged", zh: "α 为 0 的图像保持不变"))
      let change = try (shifted - X).entry(1).reshaped(-1, 3)
      try expect(
        change, equals: change.row(0) + Tensor.zeros(8, 3), within: .standard,
        Phrase("all pixels of a picture shift by the same amount", zh: "一张图像的每个像素移动得一样多"))
    }
  }

  func testFreshInputs() throws {
    try grade(6) { try C4W2.colourPCA.expectToAgreeWithReference() }
  }
}

final class FreezeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.freeze }

  private let layers = [1.0, 2, 3].map {
    LayerGradients(dW: .full([2, 2], $0), db: .full([2, 1], 10 * $0))
  }

  func testOnlyTheLastLayerLearns() throws {
    try grade(2) {
      let kept = try C4W2.freeze(layers, 1)
      try expect(
        kept,
        equals: [
          LayerGradients(dW: .zeros(2, 2), db: .zeros(2, 1)),
          LayerGradients(dW: .zeros(2, 2), db: .zeros(2, 1)), layers[2],
        ])
    }
  }

  func testNoneOrAllMayLearn() throws {
    try grade(1) {
      try expect(C4W2.freeze(layers, 3), equals: layers, within: .exact)
      try expect(
        C4W2.freeze(layers, 0),
        equals: layers.map { _ in LayerGradients(dW: .zeros(2, 2), db: .zeros(2, 1)) })
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W2.freeze.expectToAgreeWithReference() }
  }
}
