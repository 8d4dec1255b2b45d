import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class BoxCornersTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.boxCorners }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C4W3.boxCorners(Tensor([[0.5, 0.25], [0.9, 0.4]]), Tensor([[0.5, 0.25], [0.4, 0.2]])),
        equals: Tensor([[0.125, 0.25, 0.375, 0.75], [0.3, 0.7, 0.5, 1.1]]))
    }
  }

  func testABoxWithoutSizeIsItsCentreTwice() throws {
    try grade(1) {
      try expect(
        C4W3.boxCorners(Tensor([0.2, 0.7]), Tensor([0, 0])), equals: Tensor([0.7, 0.2, 0.7, 0.2]))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W3.boxCorners.expectToAgreeWithReference() }
  }
}

final class IntersectionOverUnionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.intersectionOverUnion }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C4W3.intersectionOverUnion([2, 1, 4, 3], [1, 2, 3, 4]), equals: 0.142_857_142_857_142_85)
      // Tests/Peers/detection.py: crossing boxes, wide and high.
      try expect(C4W3.intersectionOverUnion([0, 0, 4, 2], [1, 0, 3, 6]), equals: 0.25)
    }
  }

  func testBoxesThatAreApartOrOnlyTouchHaveZero() throws {
    try grade(3) {
      let cases: [([Double], Phrase)] = [
        ([5, 6, 7, 8], Phrase("below and to the right", zh: "在右下方")),
        ([5, 1, 7, 3], Phrase("to the right", zh: "在右边")),
        ([3, 3, 5, 5], Phrase("touching at a corner", zh: "只有一个角相接")),
        ([1, 3, 3, 4], Phrase("touching at an edge", zh: "只有一条边相接")),
      ]
      for (box, place) in cases {
        try expect(
          C4W3.intersectionOverUnion([1, 1, 3, 3], box), equals: 0.0, within: .exact, place)
      }
    }
  }

  func testEmptyBoxes() throws {
    try grade(1) {
      try expect(C4W3.intersectionOverUnion([1, 1, 1, 4], [1, 1, 1, 4]), equals: 0.0)
      try expect(C4W3.intersectionOverUnion([2, 2, 2, 2], [1, 1, 3, 3]), equals: 0.0)
    }
  }

  func testItIsSymmetricAndOneForABoxWithItself() throws {
    try grade(1) {
      let (a, b): ([Double], [Double]) = ([0, 0, 6, 3], [2, 1, 4, 9])
      try expect(
        C4W3.intersectionOverUnion(a, b), equals: C4W3.intersectionOverUnion(b, a),
        within: .standard, Phrase("the order of the boxes does not matter", zh: "与两个框的先后无关"))
      try expect(C4W3.intersectionOverUnion(b, b), equals: 1.0)
    }
  }

  func testItIsFreeOfScaleAndPlace() throws {
    try grade(1) {
      for factor in [0.001, 250] {
        func moved(_ box: [Double]) -> [Double] { box.map { factor * ($0 + 16) } }
        try expect(
          C4W3.intersectionOverUnion(moved([0, 0, 4, 2]), moved([1, 0, 3, 6])), equals: 0.25,
          within: .standard,
          Phrase(
            "moved by 16 and \(factor) times as large, the boxes overlap as before",
            zh: "平移 16、放大到 \(factor) 倍之后，重叠的程度不变"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W3.intersectionOverUnion.expectToAgreeWithReference(rounds: 24) }
  }
}
