import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class DiagnoseTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.diagnose }

  private func expect(
    _ errors: [Double], bias: Double, variance: Double, mismatch: Double, overfitting: Double,
    largest: ErrorSource?
  ) throws {
    try Coursework.expect(
      C3W1.diagnose(errors[0], errors[1], errors[2], errors[3], errors[4]),
      equals: ErrorDiagnosis(
        avoidableBias: bias, variance: variance, mismatch: mismatch,
        overfittingToDev: overfitting, largest: largest))
  }

  func testEachGapCanBeTheLargest() throws {
    try grade(3) {
      try expect(
        [1, 8, 9, 10, 10], bias: 7, variance: 1, mismatch: 1, overfitting: 0,
        largest: .avoidableBias)
      try expect(
        [7.5, 8, 12, 13, 13.5], bias: 0.5, variance: 4, mismatch: 1, overfitting: 0.5,
        largest: .variance)
      try expect(
        [1, 2, 2.5, 8, 8], bias: 1, variance: 0.5, mismatch: 5.5, overfitting: 0,
        largest: .mismatch)
      try expect(
        [1, 2, 3, 3, 7], bias: 1, variance: 1, mismatch: 0, overfitting: 4,
        largest: .overfittingToDev)
    }
  }

  func testTheSameTrainingErrorBesideAnotherHumanLevel() throws {
    try grade(1) {
      try expect(
        [1, 8, 10, 10, 10], bias: 7, variance: 2, mismatch: 0, overfitting: 0,
        largest: .avoidableBias)
      try expect(
        [7.5, 8, 10, 10, 10], bias: 0.5, variance: 2, mismatch: 0, overfitting: 0,
        largest: .variance)
    }
  }

  func testAnEasierDevSetAndATeamThatIsBeaten() throws {
    try grade(2) {
      try expect(
        [4, 7, 10, 6, 6], bias: 3, variance: 3, mismatch: -4, overfitting: 0,
        largest: .avoidableBias)
      try expect(
        [4, 3, 3, 3, 2], bias: -1, variance: 0, mismatch: 0, overfitting: -1, largest: nil)
    }
  }

  func testTheGapsAddUp() throws {
    try grade(1) {
      let gaps = try C3W1.diagnose(0.5, 3, 4.25, 9, 11.5)
      let sum = gaps.avoidableBias + gaps.variance + gaps.mismatch + gaps.overfittingToDev
      try Coursework.expect(
        abs(sum - 11) < 1e-9,
        Phrase(
          "the four gaps add up to the distance from human level to the test error, 11.5 - 0.5",
          zh: "四个差之和就是从人类水平到测试误差的距离，11.5 - 0.5"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.diagnose.expectToAgreeWithReference(rounds: 24) }
  }
}

final class ErrorAnalysisTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.errorAnalysis }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/strategy.py.
      let table = Tensor([
        [0, 0, 1], [1, 0, 0], [0, 0, 0], [1, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1],
        [0, 0, 1], [0, 1, 0], [0, 1, 0], [1, 0, 1],
      ])
      try expect(
        C3W1.errorAnalysis(table, 8.5),
        equals: ErrorAnalysis(
          shares: [0.333_333_333_333_333_3, 0.25, 0.5],
          ceilings: [2.833_333_333_333_333, 2.125, 4.25]))
    }
  }

  func testAllTagsMayApplyToAllMistakes() throws {
    try grade(2) {
      try expect(
        C3W1.errorAnalysis(.ones(3, 2), 6),
        equals: ErrorAnalysis(shares: [1, 1], ceilings: [6, 6]),
        within: .standard,
        Phrase(
          "if every mistake has both tags, correcting either would correct all",
          zh: "每个错误都有两个标记时，任一类的天花板都是全部误差"))
    }
  }

  func testATagThatNobodyTicked() throws {
    try grade(1) {
      try expect(
        C3W1.errorAnalysis(Tensor([[1, 0], [0, 0]]), 3),
        equals: ErrorAnalysis(shares: [0.5, 0], ceilings: [1.5, 0]))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.errorAnalysis.expectToAgreeWithReference(rounds: 8) }
  }
}

final class PatchScoresTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.patchScores }

  func testKnownValues() throws {
    try grade(3) {
      // Tests/Peers/strategy.py.
      let second = [1, 0, 0, 0, 3, 1, 3, 1, 3, 0, 0, 1, 0, 3, 1, 1, 2, 1, 2, 0]
      try expect(
        C3W1.patchScores(Known.Y, [Known.predictions, second], [2, 7, 11, 19], [1, 3, 0, 1]),
        equals: PatchedScores(before: [0.7, 0.9], after: [0.6, 0.7]))
    }
  }

  func testTheOrderOfTwoModelsCanChange() throws {
    try grade(3) {
      // The first model is right at the place of the wrong label, the second agrees with the label.
      try expect(
        C3W1.patchScores([0, 0, 1, 1], [[0, 1, 0, 1], [0, 0, 0, 1]], [1], [1]),
        equals: PatchedScores(before: [0.5, 0.75], after: [0.75, 0.5]), within: .standard,
        Phrase(
          "a model that was right only by a wrong label loses the point that the other gains",
          zh: "靠错误标签得的那一分要扣掉，另一个模型则加一分"))
    }
  }

  func testWithoutPatchesNothingChanges() throws {
    try grade(1) {
      try expect(
        C3W1.patchScores([0, 1, 2], [[0, 1, 1]], [], []),
        equals: PatchedScores(before: [2.0 / 3], after: [2.0 / 3]))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.patchScores.expectToAgreeWithReference(rounds: 12) }
  }
}
