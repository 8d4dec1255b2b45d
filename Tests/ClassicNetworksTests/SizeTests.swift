import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

// The shapes and numbers of the three networks are published; Tests/Peers/classic_networks.py counts
// them once more, from arrays.

final class LayerShapesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.layerShapes }

  func testLeNet() throws {
    try grade(2) {
      try expect(
        C4W2.layerShapes([32, 32, 1], NetworkLayer.leNet5),
        equals: [[28, 28, 6], [14, 14, 6], [10, 10, 16], [5, 5, 16], [120], [84], [10]])
    }
  }

  func testAlexNet() throws {
    try grade(2) {
      try expect(
        C4W2.layerShapes([227, 227, 3], NetworkLayer.alexNet),
        equals: [
          [55, 55, 96], [27, 27, 96], [27, 27, 256], [13, 13, 256], [13, 13, 384], [13, 13, 384],
          [13, 13, 256], [6, 6, 256], [4096], [4096], [1000],
        ])
    }
  }

  func testWindowsThatDoNotComeOutEven() throws {
    try grade(2) {
      try expect(
        C4W2.layerShapes(
          [19, 23, 3],
          [
            .convolution(f: 4, filters: 5, stride: 3, pad: 1), .pooling(f: 3, stride: 2),
            .depthwise(f: 3, stride: 2, pad: 1), .dense(units: 7),
          ]), equals: [[6, 8, 5], [2, 3, 5], [1, 2, 5], [7]], within: .exact,
        Phrase(
          "a window that extends beyond the border does not count, and pictures need not be square",
          zh: "伸出边界的窗口不算；图像不一定是正方形"))
    }
  }

  func testNoLayersGiveNoShapes() throws {
    try grade(1) { try expect(C4W2.layerShapes([5, 6, 2], []), equals: [[Int]]()) }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W2.layerShapes.expectToAgreeWithReference(rounds: 12) }
  }
}

final class ParameterCountsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.parameterCounts }

  func testLeNetHas61706() throws {
    try grade(3) {
      let counts = try C4W2.parameterCounts([32, 32, 1], NetworkLayer.leNet5)
      try expect(counts, equals: [156, 0, 2416, 0, 48_120, 10_164, 850])
      try expect(
        counts.reduce(0, +), equals: 61_706, within: .exact,
        Phrase("LeNet-5 has 61,706 parameters", zh: "LeNet-5 有 61,706 个参数"))
    }
  }

  func testVGGHas138Million() throws {
    try grade(2) {
      try expect(
        C4W2.parameterCounts([224, 224, 3], NetworkLayer.vgg16).reduce(0, +), equals: 138_357_544,
        within: .exact,
        Phrase("VGG-16 has 138,357,544 parameters", zh: "VGG-16 有 138,357,544 个参数"))
    }
  }

  func testAlexNetHasAbout60Million() throws {
    try grade(1) {
      try expect(
        C4W2.parameterCounts([227, 227, 3], NetworkLayer.alexNet),
        equals: [
          34_944, 0, 614_656, 0, 885_120, 1_327_488, 884_992, 0, 37_752_832, 16_781_312, 4_097_000,
        ], within: .exact,
        Phrase("62,378,344 in all", zh: "合计 62,378,344 个"))
    }
  }

  func testADepthwiseFilterSeesOneChannel() throws {
    try grade(1) {
      try expect(
        C4W2.parameterCounts(
          [6, 6, 3], [.depthwise(f: 3), .convolution(f: 1, filters: 5)]), equals: [30, 20])
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W2.parameterCounts.expectToAgreeWithReference(rounds: 12) }
  }
}

final class MultiplicationsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W2.multiplications }

  func testABottleneckSavesNineTenths() throws {
    try grade(3) {
      let input = [28, 28, 192]
      let convolution = NetworkLayer.convolution(f: 5, filters: 32, pad: 2)
      try expect(C4W2.multiplications(input, [convolution]), equals: [120_422_400])
      let counts = try C4W2.multiplications(
        input, [.convolution(f: 1, filters: 16), convolution])
      try expect(counts, equals: [2_408_448, 10_035_200])
      try expect(
        counts.reduce(0, +), equals: 12_443_648, within: .exact,
        Phrase("with the bottleneck 12,443,648 in all", zh: "用瓶颈层，合计 12,443,648 次"))
    }
  }

  func testADepthwiseSeparableConvolution() throws {
    try grade(2) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (f, before, n_C) = (random.randint(2, 6), random.randint(2, 9), random.randint(2, 9))
      let input = [random.randint(6, 20), random.randint(6, 20), before]
      let full = try C4W2.multiplications(input, [.convolution(f: f, filters: n_C)])
      let separable = try C4W2.multiplications(
        input, [.depthwise(f: f), .convolution(f: 1, filters: n_C)])
      try expect(
        full.count == 1 && separable.count == 2,
        Phrase("there is a number for each layer", zh: "每层各有一个数"))
      try expect(
        Double(separable.reduce(0, +)) / Double(full[0]),
        equals: 1 / Double(n_C) + 1 / Double(f * f), within: .standard,
        Phrase(
          "a depthwise and a pointwise convolution take 1/n_C + 1/f² of a full one, here 1/\(n_C) + 1/\(f * f)",
          zh: "逐通道卷积加逐点卷积的乘法次数是普通卷积的 1/n_C + 1/f²，这里是 1/\(n_C) + 1/\(f * f)"))
    }
  }

  func testLeNet() throws {
    try grade(2) {
      try expect(
        C4W2.multiplications([32, 32, 1], NetworkLayer.leNet5),
        equals: [117_600, 0, 240_000, 0, 48_000, 10_080, 840])
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W2.multiplications.expectToAgreeWithReference(rounds: 12) }
  }
}
