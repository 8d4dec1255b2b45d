import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class OutputSizeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.outputSize }

  func testKnownSizes() throws {
    try grade(2) {
      // (picture, filter, stride, padding, output): a vertical-edge filter, the first rows of
      // LeNet-5 and AlexNet, and the first 3 × 3 layer of VGG-16.
      let known = [
        (6, 3, 1, 0, 4), (32, 5, 1, 0, 28), (28, 2, 2, 0, 14), (227, 11, 4, 0, 55),
        (224, 3, 1, 1, 224),
      ]
      for (n, f, stride, pad, size) in known {
        try expect(C4W1.outputSize(n, f, stride, pad), equals: size)
      }
    }
  }

  func testWindowThatDoesNotFitIsLeftOut() throws {
    try grade(1) {
      let note = Phrase(
        "a window that extends beyond the border does not count", zh: "伸出边界的窗口不算")
      try expect(C4W1.outputSize(8, 3, 2, 0), equals: 3, within: .exact, note)
      try expect(C4W1.outputSize(7, 2, 3, 1), equals: 3, within: .exact, note)
    }
  }

  func testFilterAsLargeAsThePictureFitsOnce() throws {
    try grade(1) { try expect(C4W1.outputSize(5, 5, 3, 0), equals: 1) }
  }

  func testFreshInputs() throws {
    try grade(1) { try C4W1.outputSize.expectToAgreeWithReference(rounds: 10) }
  }
}

final class SamePaddingTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.samePadding }

  func testKnownPaddings() throws {
    try grade(2) {
      for (f, pad) in [(1, 0), (3, 1), (5, 2), (7, 3), (11, 5)] {
        try expect(C4W1.samePadding(f), equals: pad)
      }
    }
  }

  func testPictureKeepsItsSize() throws {
    try grade(2) {
      for f in stride(from: 1, through: 13, by: 2) {
        let pad = try C4W1.samePadding(f)
        try expect(
          20 - f + 2 * pad + 1, equals: 20, within: .exact,
          Phrase(
            "with this padding 20 pixels stay 20 under a filter of side \(f)",
            zh: "采用这个填充，边长为 \(f) 的滤波器应使 20 个像素仍为 20 个"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C4W1.samePadding.expectToAgreeWithReference(rounds: 8) }
  }
}

final class ZeroPadTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.zeroPad }

  func testFrameOfZerosGoesRoundThePicture() throws {
    try grade(1) {
      let picture = Tensor([[[[1], [2], [3]], [[4], [5], [6]]]])
      let framed = try C4W1.zeroPad(picture, 1)
      try expect(framed.shape, equals: [1, 4, 5, 1])
      try expect(
        framed.reshaped(4, 5),
        equals: Tensor([[0, 0, 0, 0, 0], [0, 1, 2, 3, 0], [0, 4, 5, 6, 0], [0, 0, 0, 0, 0]]),
        within: .exact)
    }
  }

  func testExamplesAndChannelsStayAsTheyAre() throws {
    try grade(1) {
      let pictures = Tensor([[[[1, 2]]], [[[3, 4]]]])  // two pictures of one pixel, two channels
      let framed = try C4W1.zeroPad(pictures, 2)
      try expect(framed.shape, equals: [2, 5, 5, 2])
      try expect(
        [framed[0, 2, 2, 0], framed[0, 2, 2, 1], framed[1, 2, 2, 0], framed[1, 2, 2, 1]],
        equals: [1.0, 2, 3, 4], within: .exact)
      try expect(framed.sum(), equals: 10)
    }
  }

  func testNoPaddingChangesNothing() throws {
    try grade(1) {
      let picture = Tensor([[[[1], [2]], [[3], [4]]]])
      try expect(C4W1.zeroPad(picture, 0), equals: picture, within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W1.zeroPad.expectToAgreeWithReference() }
  }
}
