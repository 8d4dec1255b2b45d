import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ShallowComputeCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.computeCost }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C1W3.computeCost(
          Tensor([[0.500_230_7, 0.499_858_31, 0.500_239_63]]), Tensor([[1, 0, 0]])),
        equals: 0.693_058_761_039_464_6)
    }
  }

  func testNotKnowingCostsLogarithmOfTwo() throws {
    try grade(1) {
      try expect(
        C1W3.computeCost(.full([1, 5], 0.5), Tensor([[0, 1, 1, 0, 1]])),
        equals: 0.693_147_180_559_945_3, within: .standard,
        Phrase("answering 1/2 for every example costs log 2", zh: "对所有样本都回答 1/2，代价是 log 2"))
    }
  }

  func testOneExample() throws {
    try grade(1) {
      try expect(C1W3.computeCost(Tensor([[0.8]]), Tensor([[1]])), equals: 0.223_143_551_314_209_7)
      try expect(C1W3.computeCost(Tensor([[0.8]]), Tensor([[0]])), equals: 1.609_437_912_434_100_3)
    }
  }

  func testClassesArePlayedAlike() throws {
    try grade(2) {
      let A2 = Tensor([[0.9, 0.35, 0.6, 0.02]])
      let Y = Tensor([[1, 1, 0, 0]])
      let renamed = try C1W3.computeCost.reference(1 - A2, 1 - Y)
      try expect(
        C1W3.computeCost(A2, Y), equals: renamed, within: .standard,
        Phrase(
          "swapping the names of the two classes leaves the cost unchanged", zh: "把两个类别的名字互换，代价不变"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.computeCost.expectToAgreeWithReference() }
  }
}
