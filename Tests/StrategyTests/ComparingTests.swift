import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ChooseModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.chooseModel }

  // Milliseconds and megabytes of four networks.
  private let costs = Tensor([[80, 24], [115, 9], [95, 10], [60, 3]])
  private let accuracies = [0.96, 0.95, 0.93, 0.91]

  func testTheBestWithinTheLimits() throws {
    try grade(3) {
      try expect(C3W1.chooseModel(accuracies, costs, [100, 10]), equals: Int?.some(2))
      try expect(C3W1.chooseModel(accuracies, costs, [200, 10]), equals: Int?.some(1))
      try expect(C3W1.chooseModel(accuracies, costs, [200, 24]), equals: Int?.some(0))
      try expect(C3W1.chooseModel(accuracies, costs, [94, 9]), equals: Int?.some(3))
    }
  }

  func testACostAtItsLimitIsAllowed() throws {
    try grade(2) {
      try expect(
        C3W1.chooseModel([0.8, 0.9], Tensor([[1, 1], [5, 7]]), [5, 7]), equals: Int?.some(1),
        within: .exact,
        Phrase("5 is at most 5, and 7 at most 7", zh: "5 不超过 5，7 不超过 7"))
    }
  }

  func testNoneIsAllowed() throws {
    try grade(1) {
      try expect(
        C3W1.chooseModel(accuracies, costs, [50, 100]), equals: Int?.none, within: .exact,
        Phrase("no model takes 50 ms or less", zh: "没有模型在 50 毫秒以内"))
    }
  }

  func testOfEqualScoresTheFirst() throws {
    try grade(1) {
      try expect(
        C3W1.chooseModel([0.7, 0.9, 0.9, 0.9], Tensor([[1], [9], [2], [1]]), [2]),
        equals: Int?.some(2))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.chooseModel.expectToAgreeWithReference(rounds: 24) }
  }
}

final class SplitSizesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.splitSizes }

  func testAFewThousandAreDividedByShares() throws {
    try grade(1) {
      try expect(
        C3W1.splitSizes(1000, 0.2, 10_000), equals: SplitSizes(training: 600, dev: 200, test: 200))
      // 0.15 · 137 = 20.55 is nearer to 21.
      try expect(
        C3W1.splitSizes(137, 0.15, 10_000), equals: SplitSizes(training: 95, dev: 21, test: 21))
    }
  }

  func testAMillionAreDivided98To1To1() throws {
    try grade(2) {
      try expect(
        C3W1.splitSizes(1_000_000, 0.2, 10_000),
        equals: SplitSizes(training: 980_000, dev: 10_000, test: 10_000))
    }
  }

  func testNoExampleIsLost() throws {
    try grade(1) {
      for m in [17, 333, 4_321, 98_765] {
        let sizes = try C3W1.splitSizes(m, 0.3, 700)
        try expect(
          sizes.training + sizes.dev + sizes.test == m,
          Phrase("the three sizes add up to \(m)", zh: "三个大小之和应为 \(m)"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C3W1.splitSizes.expectToAgreeWithReference(rounds: 12) }
  }
}

final class HumanLevelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.humanLevel }

  func testTheBestGroupCounts() throws {
    try grade(2) {
      try expect(C3W1.humanLevel([15, 4, 1.5, 0.9]), equals: 0.9)
      try expect(C3W1.humanLevel([3, 2, 7.5]), equals: 2.0)
    }
  }

  func testOneGroup() throws {
    try grade(1) { try expect(C3W1.humanLevel([3.25]), equals: 3.25) }
  }

  func testWhoAnswersWithoutFaultLeavesNoBayesError() throws {
    try grade(1) { try expect(C3W1.humanLevel([0.4, 0, 2]), equals: 0.0) }
  }

  func testFreshInputs() throws {
    try grade(1) { try C3W1.humanLevel.expectToAgreeWithReference(rounds: 12) }
  }
}
