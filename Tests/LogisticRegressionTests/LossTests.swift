import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class L1LossTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.l1Loss }

  func testKnownValue() throws {
    try grade(2) {
      try expect(
        C1W2.l1Loss(Tensor([0.9, 0.2, 0.1, 0.4, 0.9]), Tensor([1, 0, 0, 1, 1])), equals: 1.1)
    }
  }

  func testErrorsOfBothSignsCount() throws {
    try grade(1) {
      try expect(
        C1W2.l1Loss(Tensor([0, 1]), Tensor([1, 0])), equals: 2.0, within: .exact,
        Phrase("one error up and one down make 2, not 0", zh: "一个偏高一个偏低，合计是 2，不是 0"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W2.l1Loss.expectToAgreeWithReference() }
  }
}

final class L2LossTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.l2Loss }

  func testKnownValue() throws {
    try grade(2) {
      try expect(
        C1W2.l2Loss(Tensor([0.9, 0.2, 0.1, 0.4, 0.9]), Tensor([1, 0, 0, 1, 1])), equals: 0.43)
    }
  }

  func testTwiceTheErrorCostsFourTimes() throws {
    try grade(1) {
      let y = Tensor([0, 0, 0])
      let single = try C1W2.l2Loss(Tensor([0.1, -0.2, 0.3]), y)
      try expect(
        C1W2.l2Loss(Tensor([0.2, -0.4, 0.6]), y), equals: 4 * single, within: .standard,
        Phrase("errors twice as large cost four times as much", zh: "误差加倍，损失变为四倍"))
      try expect(single, equals: 0.14)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W2.l2Loss.expectToAgreeWithReference() }
  }
}
