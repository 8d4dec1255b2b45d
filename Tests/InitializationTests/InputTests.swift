import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class InputStatisticsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.inputStatistics }

  func testByHand() throws {
    try grade(2) {
      // The squared distances are 9, 1, 1, 9, and 400, 0, 0, 400: their means are 5 and 200.
      try expect(
        C2W1a.inputStatistics(Tensor([[2, 4, 6, 8], [10, 30, 30, 50]])),
        equals: InputStatistics(
          mean: Tensor([[5], [30]]),
          standardDeviation: Tensor([[2.236_067_977_5], [14.142_135_623_7]])),
        within: .digits(10))
    }
  }

  func testAFeatureThatIsTheSameEverywhereIsDividedByOne() throws {
    try grade(2) {
      try expect(
        C2W1a.inputStatistics(Tensor([[3, 3, 3], [0, 0, 6]])),
        equals: InputStatistics(
          mean: Tensor([[3], [2]]), standardDeviation: Tensor([[1], [2.828_427_124_7]])),
        within: .digits(10),
        Phrase(
          "a constant feature gets σ = 1, which avoids a division by 0",
          zh: "没有变化的特征取 σ = 1，免得除以零"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W1a.inputStatistics.expectToAgreeWithReference() }
  }
}

final class NormalizeInputsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.normalizeInputs }

  private static let statistics = InputStatistics(
    mean: Tensor([[2], [-10]]), standardDeviation: Tensor([[4], [0.5]]))

  func testByHand() throws {
    try grade(2) {
      try expect(
        C2W1a.normalizeInputs(Tensor([[2, 10, 0], [-10, -9, -10.5]]), Self.statistics),
        equals: Tensor([[0, 2, -0.5], [0, 2, -1]]))
    }
  }

  func testAnExampleAloneIsMeasuredByTheTrainingSet() throws {
    try grade(2) {
      // Normalized by itself, it would become 0.
      try expect(
        C2W1a.normalizeInputs(Tensor([[6], [-8]]), Self.statistics), equals: Tensor([[1], [4]]),
        Phrase(
          "a new example is normalized with the μ and σ of the training set",
          zh: "新样本要用训练集的 μ 和 σ 来归一化"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W1a.normalizeInputs.expectToAgreeWithReference() }
  }
}

final class RestoreInputsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.restoreInputs }

  func testByHand() throws {
    try grade(2) {
      try expect(
        C2W1a.restoreInputs(
          Tensor([[0, 2, -0.5], [0, 2, -1]]),
          InputStatistics(mean: Tensor([[2], [-10]]), standardDeviation: Tensor([[4], [0.5]]))),
        equals: Tensor([[2, 10, 0], [-10, -9, -10.5]]))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W1a.restoreInputs.expectToAgreeWithReference() }
  }
}
