import FrameworkTesting
import GradedTesting
import XCTest

@testable import Coursework

/// Tests which tests of fixed inputs count when a class is graded.
final class RecordCountingTests: FrameworkTestCase {
  private let worth = 5.0

  func testATableOfAnswersIsWorthNothing() {
    XCTAssertEqual(points([.passing(0), .passing(0), .passing(0), .passing(0)]), 0)
  }

  func testHonestWorkLosesPointsForAnEdgeCaseOnlyOnce() {
    XCTAssertEqual(points([.passing(0.75), .passing(0.75), .passing(0.75), .failing]), 15)
  }

  func testFixedTestsAreCappedByTheShareOfFreshInputs() {
    XCTAssertEqual(points([.passing(0.5), .passing(0.5), .passing(0.5), .passing(0.5)]), 10)
  }

  func testFailingOnPurposeGainsNothing() {
    XCTAssertEqual(points([.passing(0.25), .passing(0.25), .failing, .failing]), 5)
  }

  func testAPassedTestIsWorthAtMostItsPoints() {
    XCTAssertEqual(points([.passing(1), .failing, .failing, .failing]), 5)
  }

  func testTheShareIsThatOfTheTestedPart() {
    XCTAssertEqual(points([.passing(1), .passing(1), .passing(0), .passing(0)]), 10)
  }

  func testTestsOfFreshInputsCountByThemselves() {
    XCTAssertEqual(points([.passing(0), .drawn, .drawn]), 10)
  }

  func testExercisesAreCountedSeparately() {
    let records =
      [record(.passing(0.5), of: Sample.sigmoid), record(.failing, of: Sample.relu)]
      .countedByExercise
    XCTAssertEqual(records.map(\.points), [2.5, 0])
  }

  func testWithoutFreshInputsNothingChanges() {
    let records = [
      Sample.record(Sample.sigmoid, "testA", .passed, 5),
      Sample.record(Sample.sigmoid, "testB", .wrong, 5),
    ]
    XCTAssertEqual(records.countedByExercise, records)
  }

  private enum Fate {
    case failing, drawn
    case passing(Double)
  }

  private func points(_ fates: [Fate]) -> Double {
    fates.map { record($0, of: Sample.sigmoid) }.countedByExercise.reduce(0) { $0 + $1.points }
  }

  private func record(_ fate: Fate, of exercise: any AnyExercise) -> Record {
    let outcome =
      switch fate {
      case .failing: TestOutcome(verdict: .wrong, message: "", misconception: nil)
      case .drawn: TestOutcome(verdict: .passed, message: "", misconception: nil, isDrawn: true)
      case .passing(let share):
        TestOutcome(
          verdict: share < 1 ? .wrong : .passed, message: "", misconception: nil, fresh: share)
      }
    return Record(
      of: exercise.info, test: "testA", finding: outcome, possible: worth, seconds: 0)
  }
}
