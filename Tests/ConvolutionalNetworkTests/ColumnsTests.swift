import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ImageToColumnsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.imageToColumns }

  func testEveryColumnIsOneWindow() throws {
    try grade(2) {
      // 2 × 3 pixels with the numbers 1 to 12 in two channels; f 2, stride 2, padding 1.
      let picture = try (Tensor.arange(12) + 1).reshaped(1, 2, 3, 2)
      try expect(
        C4W1.imageToColumns(picture, 2, 2, 1),
        equals: Tensor([
          [0, 0, 0, 9], [0, 0, 0, 10], [0, 0, 7, 11], [0, 0, 8, 12], [0, 3, 0, 0], [0, 4, 0, 0],
          [1, 5, 0, 0], [2, 6, 0, 0],
        ]), within: .exact)
    }
  }

  func testExamplesFollowOneAnother() throws {
    try grade(2) {
      // One window a picture: column i is picture i.
      let pictures = Tensor([[[[1], [2]], [[3], [4]]], [[[5], [6]], [[7], [8]]]])
      try expect(
        C4W1.imageToColumns(pictures, 2, 1, 0),
        equals: Tensor([[1, 5], [2, 6], [3, 7], [4, 8]]),
        within: .exact)
    }
  }

  func testWindowOfOnePixelListsThePixels() throws {
    try grade(1) {
      let picture = Tensor([[[[1, 2], [3, 4], [5, 6]]]])
      try expect(
        C4W1.imageToColumns(picture, 1, 1, 0), equals: Tensor([[1, 3, 5], [2, 4, 6]]),
        within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C4W1.imageToColumns.expectToAgreeWithReference() }
  }
}

final class ColumnsToImageTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.columnsToImage }

  func testOnesCountTheWindowsOfEachPixel() throws {
    try grade(3) {
      let counts = try C4W1.columnsToImage(.ones(4, 6), [1, 3, 4, 1], 2, 1, 0)
      try expect(
        counts.reshaped(3, 4), equals: Tensor([[1, 2, 2, 1], [2, 4, 4, 2], [1, 2, 2, 1]]),
        within: .exact,
        Phrase(
          "a pixel receives 1 from each window that contains it",
          zh: "每个像素从它所在的每个窗口各得到 1"))
    }
  }

  func testTransposeOfImageToColumns() throws {
    try grade(3) {
      // For a linear map T and its transpose: Σ T(x) * y = Σ x * Tᵀ(y), whatever x and y are.
      var random = RandomState(seed: 5)
      let x = random.randn(2, 5, 4, 2)
      let columns = try C4W1.imageToColumns.reference(x, 3, 2, 1)
      let y = random.randn(shape: columns.shape)
      let back = try C4W1.columnsToImage(y, x.shape, 3, 2, 1)
      try expect(back.shape, equals: x.shape)
      try expect(
        (x * back).sum(), equals: (columns * y).sum(), within: .standard,
        Phrase(
          "Σ imageToColumns(x) * y = Σ x * columnsToImage(y)",
          zh: "应有 Σ imageToColumns(x) * y = Σ x * columnsToImage(y)"))
    }
  }

  func testSeparateWindowsComeBackAsTheyWere() throws {
    try grade(1) {
      // Stride 2 and f 2: no window overlaps another, and the last column is under none.
      var random = RandomState(seed: 6)
      let x = random.randn(2, 4, 5, 3)
      let columns = try C4W1.imageToColumns.reference(x, 2, 2, 0)
      var expected = x
      try expected.setSlice(axis: 2, 4..<5, to: .zeros(2, 4, 1, 3))
      try expect(
        C4W1.columnsToImage(columns, x.shape, 2, 2, 0), equals: expected, within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W1.columnsToImage.expectToAgreeWithReference() }
  }
}

final class ConvolveForwardByProductTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.convolveForwardByProduct }

  func testPublishedExample() throws {
    try grade(3) {
      var random = RandomState(seed: 1)
      let A_prev = random.randn(10, 4, 4, 3)
      let W = random.randn(2, 2, 3, 8)
      let b = random.randn(1, 1, 1, 8)
      let Z = try C4W1.convolveForwardByProduct(A_prev, W, b, 2, 2)
      try expect(Z.shape, equals: [10, 4, 4, 8])
      try expect(Z.mean(), equals: 0.048_995_203_528_855_794)
      try expect(
        [Z[3, 2, 1, 0], Z[3, 2, 1, 7]], equals: [-0.614_907_411_449_731_2, 8.758_984_418_742_205])
    }
  }

  func testSameAsWindowByWindow() throws {
    try grade(4) {
      var random = RandomState(seed: 2)
      let A_prev = random.randn(2, 5, 7, 3)
      let W = random.randn(3, 3, 3, 4)
      let b = random.randn(1, 1, 1, 4)
      for (stride, pad) in [(1, 0), (2, 1), (3, 2)] {
        try expect(
          C4W1.convolveForwardByProduct(A_prev, W, b, stride, pad),
          equals: C4W1.convolveForward.reference(A_prev, W, b, stride, pad), within: .standard,
          Phrase(
            "the product equals the result of the loops", zh: "矩阵乘法的结果应与循环的结果相同"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W1.convolveForwardByProduct.expectToAgreeWithReference() }
  }
}

final class ConvolveBackwardByProductTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.convolveBackwardByProduct }

  func testPublishedExample() throws {
    try grade(3) {
      var random = RandomState(seed: 1)
      let A_prev = random.randn(10, 4, 4, 3)
      let W = random.randn(2, 2, 3, 8)
      let b = random.randn(1, 1, 1, 8)
      let Z = try C4W1.convolveForward.reference(A_prev, W, b, 2, 2)
      try expectPublished(C4W1.convolveBackwardByProduct(Z, A_prev, W, 2, 2))
    }
  }

  func testGradientsAreTheSlopes() throws {
    try grade(2) { try expectSlopes(of: C4W1.convolveBackwardByProduct) }
  }

  func testSameAsWindowByWindow() throws {
    try grade(2) {
      var random = RandomState(seed: 7)
      let A_prev = random.randn(2, 5, 6, 3)
      let W = random.randn(2, 2, 3, 4)
      let dZ = random.randn(2, 3, 4, 4)  // 5 and 6 pixels, padding 1, stride 2
      try expect(
        C4W1.convolveBackwardByProduct(dZ, A_prev, W, 2, 1),
        equals: C4W1.convolveBackward.reference(dZ, A_prev, W, 2, 1), within: .standard,
        Phrase("the product equals the result of the loops", zh: "矩阵乘法的结果应与循环的结果相同"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W1.convolveBackwardByProduct.expectToAgreeWithReference() }
  }
}
