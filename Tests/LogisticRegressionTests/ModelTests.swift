import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class LogisticModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.model }

  func testSeparableExamplesAreLearned() throws {
    try grade(5) {
      let result = try C1W2.model(
        Tensor([[-2, -1, 1, 2]]), Tensor([[0, 0, 1, 1]]),
        Tensor([[-3, 3, 0.5, -0.5]]), Tensor([[0, 1, 1, 1]]), 200, 0.5)
      try expect(result.trainAccuracy, equals: 100.0)
      try expect(
        result.testAccuracy, equals: 75.0, within: .standard,
        Phrase(
          "one of four test examples has a label against the rule",
          zh: "四个测试样本中有一个的标签与规律相反"))
      try expect(
        result.w[0, 0] > 0,
        Phrase("larger inputs mean class 1, so w is positive", zh: "输入越大越可能是类别 1，所以 w 为正"))
    }
  }

  func testLearningBeginsWithIgnorance() throws {
    try grade(5) {
      let result = try C1W2.model(
        Tensor([[1, 2, -1], [3, 4, -3.2]]), Tensor([[1, 0, 1]]),
        Tensor([[1], [1]]), Tensor([[1]]), 101, 0.01)
      try expect(result.costs.count, equals: 2)
      try expect(
        result.costs[0], equals: 0.693_147_180_559_945_3, within: .standard,
        Phrase("from zeros the first cost is log 2", zh: "从零开始，第一个代价是 log 2"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C1W2.model.expectToAgreeWithReference(rounds: 3) }
  }
}
