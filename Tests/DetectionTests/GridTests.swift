import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class EncodeLabelsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.encodeLabels }

  private let upright = Anchor(height: 2, width: 1)
  private let lying = Anchor(height: 1, width: 2)

  func testOneObject() throws {
    try grade(4) {
      // x · 4 = 2.75: column 2; y · 4 = 1.25: row 1.
      let tram = LabelledObject(x: 0.6875, y: 0.3125, height: 0.25, width: 0.625, label: 1)
      var Y = Tensor.zeros(4, 4, 2, 8)
      for (k, value) in [1, 0.75, 0.25, 1, 2.5, 0, 1, 0].enumerated() { Y[1, 2, 1, k] = value }
      try expect(C4W3.encodeLabels([tram], 4, [upright, lying], 3), equals: Y)
    }
  }

  func testTwoObjectsInOneCellGoToDifferentAnchors() throws {
    try grade(3) {
      let person = LabelledObject(x: 0.75, y: 0.75, height: 0.75, width: 0.25, label: 0)
      let car = LabelledObject(x: 0.75, y: 0.75, height: 0.25, width: 0.75, label: 1)
      var Y = Tensor.zeros(2, 2, 2, 7)
      for (k, value) in [1, 0.5, 0.5, 1.5, 0.5, 1, 0].enumerated() { Y[1, 1, 0, k] = value }
      for (k, value) in [1, 0.5, 0.5, 0.5, 1.5, 0, 1].enumerated() { Y[1, 1, 1, k] = value }
      try expect(
        C4W3.encodeLabels([person, car], 2, [upright, lying], 2), equals: Y, within: .standard,
        Phrase(
          "the tall object belongs to the tall anchor, the wide object to the wide anchor",
          zh: "竖长的目标归竖长的锚框，横宽的归横宽的"))
    }
  }

  func testTheFirstOfTwoHasThePlace() throws {
    try grade(2) {
      let first = LabelledObject(x: 0.25, y: 0.75, height: 0.5, width: 0.25, label: 0)
      let second = LabelledObject(x: 0.125, y: 0.75, height: 0.5, width: 0.25, label: 1)
      let anchors = [upright, lying]
      try expect(
        C4W3.encodeLabels([first, second], 2, anchors, 2),
        equals: C4W3.encodeLabels([first], 2, anchors, 2), within: .standard,
        Phrase("the second object at the same place is left out", zh: "同一位置的第二个目标不写入"))
    }
  }

  func testAnEmptyPictureHasAnEmptyLabel() throws {
    try grade(1) {
      try expect(C4W3.encodeLabels([], 3, [upright], 2), equals: Tensor.zeros(3, 3, 1, 7))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C4W3.encodeLabels.expectToAgreeWithReference(rounds: 10) }
  }
}

final class DecodePredictionsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.decodePredictions }

  private let anchors = [Anchor(height: 1, width: 2), Anchor(height: 1.5, width: 0.5)]

  func testKnownValues() throws {
    try grade(5) {
      // Tests/Peers/detection.py.
      let Z = try Tensor((0..<56).map { Double($0 % 5) / 4 - 0.5 }).reshaped(2, 2, 2, 7)
      let (a, b, c) = (0.437_823_499_114_201_9, 0.731_058_578_630_004_9, 0.562_176_500_885_798_1)
      let probabilities = [a, c, a, c, b, 1 - b, a, c, a, c, a, c, a, c, b, 1 - b]
      try expect(
        C4W3.decodePredictions(Z, anchors),
        equals: BoxPredictions(
          boxConfidence: Tensor([
            0.377_540_668_798_145_4, 0.5, 0.622_459_331_201_854_6, a, c, 0.377_540_668_798_145_4,
            0.5, 0.622_459_331_201_854_6,
          ]).reshaped(2, 2, 2, 1),
          boxXY: Tensor([
            0.218_911_749_557_100_97, 0.25, 0.281_088_250_442_899, 0.311_229_665_600_927_3,
            0.688_770_334_399_072_8, 0.218_911_749_557_100_97, 0.75, 0.281_088_250_442_899,
            0.311_229_665_600_927_3, 0.688_770_334_399_072_8, 0.218_911_749_557_100_97, 0.75,
            0.781_088_250_442_899_1, 0.811_229_665_600_927_2, 0.688_770_334_399_072_8,
            0.718_911_749_557_100_9,
          ]).reshaped(2, 2, 2, 2),
          boxWH: Tensor([
            1.648_721_270_700_128_2, 0.642_012_708_343_870_7, 0.194_700_195_767_851_22,
            0.454_897_994_784_475_1, 1.284_025_416_687_741_4, 0.5, 0.151_632_664_928_158_36,
            1.236_540_953_025_096_1, 1, 0.389_400_391_535_702_44, 0.412_180_317_675_032_05,
            0.963_019_062_515_806, 0.778_800_783_071_404_9, 0.303_265_329_856_316_7,
            0.321_006_354_171_935_35, 0.75,
          ]).reshaped(2, 2, 2, 2),
          boxClassProbabilities: Tensor(probabilities).reshaped(2, 2, 2, 2)))
    }
  }

  func testOutputsOfZero() throws {
    try grade(3) {
      let found = try C4W3.decodePredictions(.zeros(1, 1, 1, 9), [Anchor(height: 0.5, width: 0.25)])
      try expect(
        found,
        equals: BoxPredictions(
          boxConfidence: Tensor.full([1, 1, 1, 1], 0.5), boxXY: .full([1, 1, 1, 2], 0.5),
          boxWH: Tensor([0.25, 0.5]).reshaped(1, 1, 1, 2),
          boxClassProbabilities: .full([1, 1, 1, 4], 0.25)), within: .standard,
        Phrase(
          "zeros mean the middle of the cell, the size of the anchor, and equal probabilities of the classes",
          zh: "输出全为零：格子正中，锚框的大小，各类概率相等"))
    }
  }

  func testWhatWasEncodedComesBack() throws {
    try grade(3) {
      let tram = LabelledObject(x: 0.6875, y: 0.3125, height: 0.25, width: 0.625, label: 1)
      // In its cell (1, 2) the centre is (0.75, 0.25), the size (1, 2.5); anchor 0 is 1 × 2.
      var Z = Tensor.zeros(4, 4, 2, 7)
      for (k, z) in [3, log(0.75 / 0.25), log(0.25 / 0.75), log(1.0), log(2.5 / 2), 0, 9]
        .enumerated()
      {
        Z[1, 2, 0, k] = z
      }
      let found = try C4W3.decodePredictions(Z, anchors)
      let (XY, WH) = (found.boxXY, found.boxWH)
      try expect(
        XY.shape == [4, 4, 2, 2] && WH.shape == [4, 4, 2, 2],
        Phrase("centres and sizes have the shape (4, 4, 2, 2)", zh: "中心和大小的形状是 (4, 4, 2, 2)"))
      try expect(
        [XY[1, 2, 0, 0], XY[1, 2, 0, 1], WH[1, 2, 0, 1], WH[1, 2, 0, 0]],
        equals: [tram.x, tram.y, tram.height, tram.width], within: .standard,
        Phrase("x, y, height and width of the object", zh: "目标的 x、y、高和宽"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W3.decodePredictions.expectToAgreeWithReference() }
  }
}

final class DetectionLossTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.detectionLoss }

  private let anchors = [Anchor(height: 1, width: 2), Anchor(height: 1.5, width: 0.5)]

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/detection.py, the gradient by central differences.
      let Z = try Tensor([
        [0.5, -1, 0.3, 0.2, -0.4, 1, 2, -1], [-2, 0.1, 0.2, 0.3, 0.4, 0, 0, 1],
      ]).reshaped(1, 1, 2, 8)
      let Y = try Tensor([[1, 0.25, 0.75, 1.5, 0.5, 0, 1, 0], [0, 0, 0, 0, 0, 0, 0, 0]])
        .reshaped(1, 1, 2, 8)
      try expect(
        C4W3.detectionLoss(Z, Y, anchors),
        equals: DetectionLoss(
          loss: 1.765_488_606_896_574_5,
          dZ: Tensor([
            -0.377_540_67, 0.007_448_22, -0.085_832_97, -0.680_558_88, 2.253_991_62,
            0.259_496_46, -0.294_615_49, 0.035_119_03, 0.119_202_92, 0, 0, 0, 0, 0, 0, 0,
          ]).reshaped(1, 1, 2, 8)), within: .digits(8))
    }
  }

  func testAnEmptyPictureCostsOnlyItsConfidences() throws {
    try grade(3) {
      let Z = try Tensor([0, 5, -5, 3, 2, 1, 7, 0, -4, 1, 2, 2, 0, 3]).reshaped(1, 1, 2, 7)
      let found = try C4W3.detectionLoss(Z, .zeros(1, 1, 2, 7), anchors)
      var dZ = Tensor.zeros(1, 1, 2, 7)
      (dZ[0, 0, 0, 0], dZ[0, 0, 1, 0]) = (0.5, 0.5)
      try expect(
        found, equals: DetectionLoss(loss: 2 * 0.693_147_180_559_945_3, dZ: dZ),
        within: .standard,
        Phrase(
          "there is no object: boxes and classes do not count", zh: "图像里什么都没有：框和类别都不算"))
    }
  }

  func testTheGradientIsTheNumericalOne() throws {
    try grade(4) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (Z, Y, anchors) = try C4W3.detectionLoss.sampleInput(&random)
      let dZ = try C4W3.detectionLoss(Z, Y, anchors).dZ
      let width = Z.shape[Z.rank - 1]
      var numerical = Tensor.zeros(1, width)
      for k in 0..<width {
        func loss(_ step: Double) throws -> Double {
          var elements = Z.elements
          elements[k] += step
          return try C4W3.detectionLoss(Tensor(shape: Z.shape, elements: elements), Y, anchors).loss
        }
        numerical[0, k] = try (loss(1e-5) - loss(-1e-5)) / 2e-5
      }
      try expect(
        dZ.reshaped(-1, width).row(0), equals: numerical,
        within: Tolerance(relative: 1e-5, absolute: 1e-6),
        Phrase(
          "the gradient at the first place equals (loss(z + 10⁻⁵) - loss(z - 10⁻⁵)) / 2·10⁻⁵",
          zh: "第一个位置的梯度等于 (loss(z + 10⁻⁵) - loss(z - 10⁻⁵)) / 2·10⁻⁵"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W3.detectionLoss.expectToAgreeWithReference() }
  }
}
