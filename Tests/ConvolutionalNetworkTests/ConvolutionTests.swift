import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ConvolveSingleStepTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.convolveSingleStep }

  func testPublishedExample() throws {
    try grade(2) {
      var random = RandomState(seed: 1)
      let window = random.randn(4, 4, 3)
      let W = random.randn(4, 4, 3)
      let b = random.randn()
      try expect(C4W1.convolveSingleStep(window, W, b), equals: -6.999_089_450_680_221)
    }
  }

  func testProductsAddUpAndTheBiasCountsOnce() throws {
    try grade(1) {
      // 1·5 + 2·6 + 3·7 + 4·8 = 70
      try expect(
        C4W1.convolveSingleStep(
          Tensor([[[1], [2]], [[3], [4]]]), Tensor([[[5], [6]], [[7], [8]]]), 100),
        equals: 170.0)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W1.convolveSingleStep.expectToAgreeWithReference() }
  }
}

final class ConvolveForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.convolveForward }

  func testPublishedExample() throws {
    try grade(5) {
      var random = RandomState(seed: 1)
      let A_prev = random.randn(10, 4, 4, 3)
      let W = random.randn(2, 2, 3, 8)
      let b = random.randn(1, 1, 1, 8)
      let Z = try C4W1.convolveForward(A_prev, W, b, 2, 2)
      try expect(Z.shape, equals: [10, 4, 4, 8])
      try expect(Z.mean(), equals: 0.048_995_203_528_855_794)
      try expect(
        (0..<8).map { Z[3, 2, 1, $0] },
        equals: [
          -0.614_907_411_449_731_2, -6.743_923_604_750_415, -2.551_538_970_023_233_6,
          1.756_983_771_138_152_8, 3.562_089_015_699_627_7, 0.530_364_370_417_697_2,
          5.185_317_984_958_252_5, 8.758_984_418_742_205,
        ])
    }
  }

  func testEdgeFiltersAnswerWhereBrightMeetsDark() throws {
    try grade(3) {
      // Bright on the left, dark on the right; the edge lies between the third and fourth column.
      let row: [[Double]] = [[10], [10], [10], [0], [0], [0]]
      let picture = Tensor([[row, row, row, row, row, row]])
      let filters = try Tensor.stack(
        [EdgeFilter.vertical, EdgeFilter.sobel, EdgeFilter.scharr], axis: 2
      ).reshaped(3, 3, 1, 3)
      let edges = try C4W1.convolveForward(picture, filters, .zeros(1, 1, 1, 3), 1, 0)
      let strengths: [[Double]] = [[0, 0, 0], [30, 40, 160], [30, 40, 160], [0, 0, 0]]
      try expect(
        edges, equals: Tensor([[strengths, strengths, strengths, strengths]]), within: .exact,
        Phrase(
          "the vertical-edge, Sobel and Scharr filters give 30, 40 and 160 at the edge, 0 elsewhere",
          zh: "竖直边缘、Sobel、Scharr 滤波器在边缘处给出 30、40、160，其余为 0"))
    }
  }

  func testHorizontalEdgeLeavesVerticalFilterCold() throws {
    try grade(1) {
      let bright: [[Double]] = [[7], [7], [7], [7]]
      let dark: [[Double]] = [[1], [1], [1], [1]]
      let picture = Tensor([[bright, bright, dark, dark, dark]])  // 5 rows, 4 columns
      let vertical = try EdgeFilter.vertical.reshaped(3, 3, 1, 1)
      let horizontal = try EdgeFilter.vertical.T.reshaped(3, 3, 1, 1)
      let none = Tensor.zeros(1, 1, 1, 1)
      try expect(
        C4W1.convolveForward(picture, vertical, none, 1, 0), equals: Tensor.zeros(1, 3, 2, 1),
        within: .exact,
        Phrase("a vertical-edge filter sees no horizontal edge", zh: "竖直边缘滤波器看不见水平边缘"))
      try expect(
        C4W1.convolveForward(picture, horizontal, none, 1, 0).reshaped(3, 2),
        equals: Tensor([[18, 18], [18, 18], [0, 0]]), within: .exact)
    }
  }

  func testFilterOfOnePixelMixesChannels() throws {
    try grade(2) {
      // f = 1: each pixel on its own, a dense layer over the channels. m = 1.
      let picture = Tensor([[[[1, 2], [3, 4], [5, 6]]]])
      try expect(
        C4W1.convolveForward(
          picture, Tensor([[[[10, 1], [100, -1]]]]), Tensor([[[[0.5, 0]]]]), 1, 0),
        equals: Tensor([[[[210.5, -1], [430.5, -1], [650.5, -1]]]]), within: .standard)
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W1.convolveForward.expectToAgreeWithReference(rounds: 4) }
  }
}

/// Filters that respond where brightness changes from left to right.
enum EdgeFilter {
  static let vertical = Tensor([[1, 0, -1], [1, 0, -1], [1, 0, -1]])
  static let sobel = Tensor([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
  static let scharr = Tensor([[3, 0, -3], [10, 0, -10], [3, 0, -3]])
}

final class ConvolveBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.convolveBackward }

  func testPublishedExample() throws {
    try grade(5) {
      var random = RandomState(seed: 1)
      let A_prev = random.randn(10, 4, 4, 3)
      let W = random.randn(2, 2, 3, 8)
      let b = random.randn(1, 1, 1, 8)
      let Z = try C4W1.convolveForward.reference(A_prev, W, b, 2, 2)
      let gradients = try C4W1.convolveBackward(Z, A_prev, W, 2, 2)
      try expectPublished(gradients)
    }
  }

  func testGradientsAreTheSlopes() throws {
    try grade(4) { try expectSlopes(of: C4W1.convolveBackward) }
  }

  func testPixelsUnderNoWindowGetNothing() throws {
    try grade(2) {
      // 5 columns, f 2, stride 2: the last column and the last row are under no window. m = 1.
      var random = RandomState(seed: 3)
      let gradients = try C4W1.convolveBackward(
        .ones(1, 2, 2, 1), random.randn(1, 5, 5, 1), .ones(2, 2, 1, 1), 2, 0)
      let row: [[Double]] = [[1], [1], [1], [1], [0]]
      try expect(
        gradients.dA_prev,
        equals: Tensor([[row, row, row, row, [[0], [0], [0], [0], [0]]]]), within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W1.convolveBackward.expectToAgreeWithReference(rounds: 4) }
  }
}

typealias ConvolutionBackward = Exercise<
  Tensor, Tensor, Tensor, Int, Int, ConvolutionGradients
>

/// The published gradients of Z itself, stride 2, padding 2, seed 1.
func expectPublished(_ gradients: ConvolutionGradients) throws {
  try expect(gradients.dA_prev.shape, equals: [10, 4, 4, 3])
  try expect(gradients.dA_prev.mean(), equals: 1.452_437_777_54, within: .digits(11))
  try expect(gradients.dW.mean(), equals: 1.726_991_458_31, within: .digits(11))
  try expect(gradients.db.mean(), equals: 7.839_232_564_62, within: .digits(11))
  try expect(
    (0..<3).map { gradients.dA_prev[1, 1, 2, $0] },
    equals: [-17.904_395_835_414_817, 15.058_830_968_945_976, 40.035_183_715_785_55])
  try expect(
    (0..<3).map { gradients.dW[0, 1, $0, 3] },
    equals: [-7.175_809_963_243_69, -42.349_796_379_845_38, 80.993_866_172_221_7])
}

/// Expects the gradients to be those of J = Σ R * CONV(A_prev, W, b) for a fixed random R, found by
/// central differences.
func expectSlopes(of backward: ConvolutionBackward) throws {
  var random = RandomState(seed: 8)
  let A_prev = random.randn(2, 3, 4, 2)
  let W = random.randn(3, 3, 2, 2)
  let R = random.randn(2, 2, 2, 2)
  let b = Tensor.zeros(1, 1, 1, 2)
  let gradients = try backward(R, A_prev, W, 2, 1)
  func J(_ A_prev: Tensor, _ W: Tensor, _ b: Tensor) throws -> Double {
    try (C4W1.convolveForward.reference(A_prev, W, b, 2, 1) * R).sum()
  }
  let near = Tolerance(relative: 1e-6, absolute: 1e-7)
  let note = Phrase(
    "a gradient says how much J grows when one number grows a little",
    zh: "梯度表示某个数增加一点点时 J 增加多少")
  for place in [0, 11, 29, 47] {
    try expect(
      gradients.dA_prev.elements[place],
      equals: slope(at: place, of: A_prev) { try J($0, W, b) }, within: near, note)
  }
  for place in [0, 8, 17, 35] {
    try expect(
      gradients.dW.elements[place], equals: slope(at: place, of: W) { try J(A_prev, $0, b) },
      within: near, note)
  }
  try expect(
    gradients.db, equals: R.sum(axes: [0, 1, 2], keepingDimensions: true), within: near,
    Phrase("db is the sum over examples, rows and columns", zh: "db 是对样本、行、列求和"))
}
