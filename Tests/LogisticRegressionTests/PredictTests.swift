import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class LogisticPredictTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.predict }

  func testPublishedExample() throws {
    try grade(3) {
      let w = Tensor([[0.1124579], [0.23106775]])
      let X = Tensor([[1, -1.1, -3.2], [1.2, 2, 0.1]])
      try expect(C1W2.predict(w, -0.3, X), equals: Tensor([[1, 1, 0]]), within: .exact)
    }
  }

  func testExactlyOneHalfIsZero() throws {
    try grade(2) {
      // With zeros every probability is exactly 1/2.
      try expect(
        C1W2.predict(.zeros(2, 1), 0, .ones(2, 3)), equals: Tensor.zeros(1, 3), within: .exact,
        Phrase("a probability of exactly 0.5 gives 0", zh: "概率恰好为 0.5 时结果为 0"))
    }
  }

  func testBiasAloneDecidesForZeroInputs() throws {
    try grade(2) {
      try expect(
        C1W2.predict(.ones(2, 1), 0.2, .zeros(2, 1)), equals: Tensor([[1]]), within: .exact)
      try expect(
        C1W2.predict(.ones(2, 1), -0.2, .zeros(2, 1)), equals: Tensor([[0]]), within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C1W2.predict.expectToAgreeWithReference(rounds: 8) }
  }
}
