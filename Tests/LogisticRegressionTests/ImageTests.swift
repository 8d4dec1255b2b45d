import Coursework
import GradedTesting
import Syllabus
import Tensors

final class ImageToVectorTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.imageToVector }

  func testNumbersKeepTheirOrder() throws {
    try grade(2) {
      let image = Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]])
      try expect(
        C1W2.imageToVector(image), equals: Tensor.column((1...12).map(Double.init)),
        within: .exact)
    }
  }

  func testOnePixelIsAColumnToo() throws {
    try grade(1) {
      try expect(
        C1W2.imageToVector(Tensor([[[0.25, 0.5, 0.75]]])),
        equals: Tensor([[0.25], [0.5], [0.75]]), within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W2.imageToVector.expectToAgreeWithReference() }
  }
}

final class ImagesToColumnsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.imagesToColumns }

  func testEveryColumnIsOneImage() throws {
    try grade(2) {
      // Three images of 2 × 2 pixels in one colour; every number of image i begins with i.
      let images = Tensor([
        [[[10], [11]], [[12], [13]]], [[[20], [21]], [[22], [23]]], [[[30], [31]], [[32], [33]]],
      ])
      try expect(
        C1W2.imagesToColumns(images),
        equals: Tensor([[10, 20, 30], [11, 21, 31], [12, 22, 32], [13, 23, 33]]), within: .exact)
    }
  }

  func testOneImageGivesOneColumn() throws {
    try grade(1) {
      try expect(
        C1W2.imagesToColumns(Tensor([[[[1, 2, 3]]]])), equals: Tensor([[1], [2], [3]]),
        within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W2.imagesToColumns.expectToAgreeWithReference() }
  }
}
