import Foundation
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// Marks worked out by hand.
final class GradebookTests: FrameworkTestCase {
  private func only(_ gradebook: Gradebook) throws -> Gradebook.Row {
    XCTAssertEqual(gradebook.rows.count, 1)
    return try XCTUnwrap(gradebook.rows.first)
  }

  func testMarksAreThePointsOfTheTestsThatPass() throws {
    let row = try only(
      Sample.gradebook([Sample.attempt("ana", passing: ["a": 3, "b": 6, "c": 10])]))
    XCTAssertEqual(row.weeks.map(\.exercises), [[3, 6], [10], [0]])
    XCTAssertEqual(row.weeks.map(\.points), [9, 10, 0])
    XCTAssertEqual(row.total, 19)
    XCTAssertEqual(row.possible, 40)
    XCTAssertEqual(row.percent, 47.5)
  }

  /// Records of three tests of a: two of fixed inputs and one of fresh.
  private func tests(fresh: [Double?], drawnPasses: Bool) -> [TestResult] {
    let info = Sample.weeks[0].exercises[0].info
    let fixed = fresh.map { share in
      TestOutcome(
        verdict: share == 1 ? .passed : .wrong, message: "", misconception: nil, fresh: share)
    }
    let drawn = TestOutcome(
      verdict: drawnPasses ? .passed : .wrong, message: "", misconception: nil, isDrawn: true)
    return (fixed + [drawn]).enumerated().map { index, finding in
      TestResult(
        record: Record(
          of: info, test: "test\(index)", finding: finding, possible: 2, seconds: 0), memory: nil,
        isHidden: false)
    }
  }

  func testAFixedTestCountsAsFarAsFreshInputsAreRight() {
    let exercise = Attempt.Exercise("W1.a", tests(fresh: [1, 0.25], drawnPasses: false))
    XCTAssertEqual(exercise.earned, 2.5)
    XCTAssertEqual(Attempt.Exercise("W1.a", tests(fresh: [0, 0], drawnPasses: false)).earned, 0)
  }

  func testWhoKnowsOnlyFixedInputsIsFlagged() {
    func isFlagged(_ fresh: [Double?], _ drawnPasses: Bool) -> Bool {
      Attempt.Exercise("W1.a", tests(fresh: fresh, drawnPasses: drawnPasses)).knowsOnlyFixedInputs
    }
    XCTAssertTrue(isFlagged([0, 0], false))
    // One that fails, one that is half right, one that is right on what is drawn.
    XCTAssertFalse(isFlagged([0, nil], false))
    XCTAssertFalse(isFlagged([0, 0.5], false))
    XCTAssertFalse(isFlagged([0, 0], true))
    XCTAssertFalse(isFlagged([1, 1], true))
  }

  func testPointsOfThePolicyReplaceThoseOfTheSyllabus() throws {
    // a: 3 of 4 tests, worth 10: 7.5. b: 6 of 6 worth 6. The week: 13.5 of 16, worth 100: 84.375.
    let policy = Policy(points: ["W1.a": 10, "W1": 100])
    let row = try only(
      Sample.gradebook([Sample.attempt("ana", passing: ["a": 3, "b": 6])], policy, weeks: ["W1"]))
    XCTAssertEqual(row.weeks[0].exercises, [7.5, 6])
    XCTAssertEqual(row.weeks[0].points, 84.38)
    XCTAssertEqual(row.possible, 100)
  }

  func testThirdsAreRoundedToHundredths() throws {
    // 2 of 6 tests worth 1 point: 0.333…
    let row = try only(
      Sample.gradebook([Sample.attempt("ana", passing: ["b": 2])], Policy(points: ["W1.b": 1])))
    XCTAssertEqual(row.weeks[0].exercises, [0, 0.33])
  }

  // MARK: Attempts

  func testBestTakesTheBestAttemptOfEachWeek() throws {
    let row = try only(
      Sample.gradebook([
        Sample.attempt("ana", number: 1, passing: ["a": 4, "c": 2]),
        Sample.attempt("ana", number: 2, passing: ["a": 1, "c": 9]),
        Sample.attempt("ana", number: 3, passing: ["d": 5]),
      ]))
    XCTAssertEqual(row.weeks.map(\.attempt), [1, 2, 3])
    XCTAssertEqual(row.weeks.map(\.points), [4, 9, 5])
    XCTAssertEqual(row.attempts, [1, 2, 3])
  }

  func testOfEquallyGoodAttemptsTheFirstCounts() throws {
    let row = try only(
      Sample.gradebook([
        Sample.attempt("ana", number: 1, passing: ["a": 2]),
        Sample.attempt("ana", number: 2, passing: ["a": 2]),
      ]))
    XCTAssertEqual(row.weeks[0].attempt, 1)
  }

  func testBestIsFoundAfterThePenalty() throws {
    // In time 6; a day late 10 less half is 5.
    let policy = Policy(
      deadlines: ["W2": Sample.date("2026-03-08T12:00:00Z")],
      late: LatePenalty(percentPerDay: 50))
    let row = try only(
      Sample.gradebook(
        [
          Sample.attempt("ana", number: 1, at: "2026-03-08T11:00:00Z", passing: ["c": 6]),
          Sample.attempt("ana", number: 2, at: "2026-03-08T13:00:00Z", passing: ["c": 10]),
        ], policy))
    XCTAssertEqual(row.weeks[1].points, 6)
    XCTAssertEqual(row.weeks[1].attempt, 1)
  }

  func testLastTakesTheLastAttemptThatHoldsTheWeek() throws {
    let row = try only(
      Sample.gradebook(
        [
          Sample.attempt("ana", number: 1, passing: ["a": 4, "c": 2]),
          Sample.attempt("ana", number: 2, passing: ["a": 1]),
          Sample.attempt("ana", number: 3, passing: ["d": 5]),
        ], Policy(attempts: .last)))
    XCTAssertEqual(row.weeks.map(\.points), [1, 2, 5])
    XCTAssertEqual(row.weeks.map(\.attempt), [2, 1, 3])
  }

  // MARK: What is not known

  func testAFaultIsNeverAZero() throws {
    let fault = Sample.attempt("ana", passing: [:], fault: "no worker could be started")
    for rule in Policy.AttemptRule.allCases {
      let row = try only(Sample.gradebook([fault], Policy(attempts: rule)))
      XCTAssertEqual(row.weeks.map(\.points), [nil, nil, nil], "\(rule)")
      XCTAssertNil(row.total, "\(rule)")
      XCTAssertEqual(row.flags, [.fault(attempt: 1, reason: "no worker could be started")])
    }
  }

  func testAFaultThatCannotChangeTheMarkLeavesIt() throws {
    let row = try only(
      Sample.gradebook([
        Sample.attempt("ana", number: 1, passing: ["a": 4, "b": 6, "c": 9]),
        Sample.attempt("ana", number: 2, passing: [:], fault: "the disk is full"),
      ]))
    XCTAssertEqual(row.weeks.map(\.points), [10, nil, nil], "W1 is full, W2 might become better")
  }

  func testAnOlderFaultDoesNotMatterWhenTheLastCounts() throws {
    let row = try only(
      Sample.gradebook(
        [
          Sample.attempt("ana", number: 1, passing: [:], fault: "the disk is full"),
          Sample.attempt("ana", number: 2, passing: ["a": 1, "c": 1, "d": 1]),
        ], Policy(attempts: .last)))
    XCTAssertEqual(row.weeks.map(\.points), [1, 1, 1])
  }

  func testFewerTestsThanTheClassHasAreNoMark() throws {
    let whole = Sample.attempt("ana", passing: ["c": 10])
    let cut = Sample.attempt("bob", passing: ["c": 10])
    let week = cut.weeks[1]
    let bob = SubmissionResult(
      student: cut.student, attempt: 1, submitted: nil, digest: "00", release: nil, refusals: [],
      weeks: [
        cut.weeks[0],
        WeekResult(
          week: week.week, isHandedIn: true, diagnostics: [], tests: Array(week.tests.dropLast())),
        cut.weeks[2],
      ], seconds: 1)
    let rows = Sample.gradebook([whole, bob]).rows
    XCTAssertEqual(rows[0].total, 10)
    XCTAssertNil(rows[1].weeks[1].points)
    XCTAssertNil(rows[1].total)
    XCTAssertEqual(rows[1].flags, [.incomplete(attempt: 1, exercise: "W2.c")])
  }

  func testWhoHandedInNothingHasZeroAndAFlag() throws {
    let row = try only(Sample.gradebook([], missing: [Student(id: "zoe", name: "Zoe")]))
    XCTAssertEqual(row.total, 0)
    XCTAssertEqual(row.possible, 40)
    XCTAssertEqual(row.flags, [.missing])
  }

  func testAnotherReleaseIsNamed() throws {
    let row = try only(Sample.gradebook([Sample.attempt("ana", passing: ["a": 4], release: "r0")]))
    XCTAssertEqual(row.flags, [.otherRelease(attempt: 1, release: "r0", graded: "r1")])
    XCTAssertEqual(
      row.flags[0].phrase(.english), "attempt 1 was made from release r0 and graded with r1")
    XCTAssertEqual(row.flags[0].phrase(.chinese), "第 1 次提交基于版本 r0，评分所用的版本是 r1")
    XCTAssertEqual(row.total, 4, "another release costs no mark")
  }

  // MARK: Dropping

  func testTheWeakestWeekIsDropped() throws {
    // 9 of 10, 10 of 10, 5 of 20: the last goes.
    let row = try only(
      Sample.gradebook(
        [Sample.attempt("ana", passing: ["a": 3, "b": 6, "c": 10, "d": 5])], Policy(dropLowest: 1)))
    XCTAssertEqual(row.weeks.map(\.isDropped), [false, false, true])
    XCTAssertEqual(row.total, 19)
    XCTAssertEqual(row.possible, 20)
    XCTAssertEqual(row.percent, 95)
  }

  func testOfEquallyWeakWeeksTheOneWorthMoreIsDroppedThenTheEarlier() throws {
    // Half of everything: W3 is worth 20. Then W1 and W2 tie at 10.
    let half = Sample.attempt("ana", passing: ["a": 2, "b": 3, "c": 5, "d": 10])
    let one = try only(Sample.gradebook([half], Policy(dropLowest: 1)))
    XCTAssertEqual(one.weeks.map(\.isDropped), [false, false, true])
    let two = try only(Sample.gradebook([half], Policy(dropLowest: 2)))
    XCTAssertEqual(two.weeks.map(\.isDropped), [true, false, true])
    XCTAssertEqual(two.total, 5)
  }

  func testOneWeekAlwaysCounts() throws {
    let row = try only(
      Sample.gradebook([Sample.attempt("ana", passing: ["c": 5])], Policy(dropLowest: 9)))
    XCTAssertEqual(row.weeks.map(\.isDropped), [true, false, true])
    XCTAssertEqual(row.percent, 50)
  }

  // MARK: By hand

  func testAMarkByHandCountsAndIsFlagged() throws {
    let manual = Policy.ManualMark(
      student: "ana", mark: .exercise("W1.a"), points: 4, automatic: 3, reason: "a right idea")
    let row = try only(
      Sample.gradebook(
        [Sample.attempt("ana", passing: ["a": 3, "b": 1])], Policy(manual: [manual])))
    XCTAssertEqual(row.weeks[0].exercises, [4, 1])
    XCTAssertEqual(row.weeks[0].points, 5)
    XCTAssertEqual(
      row.flags, [.manual(mark: "W1.a", points: 4, automatic: 3, reason: "a right idea")])
  }

  func testAMarkByHandSurvivesRegradingAndTheConflictIsFlagged() throws {
    let manual = Policy.ManualMark(
      student: "ana", mark: .week("W1"), points: 8, automatic: 4, reason: "oral exam")
    let row = try only(
      Sample.gradebook(
        [Sample.attempt("ana", passing: ["a": 4, "b": 2])], Policy(manual: [manual])))
    XCTAssertEqual(row.weeks[0].points, 8)
    XCTAssertEqual(
      row.flags,
      [.conflict(mark: "W1", points: 8, before: 4, now: 6, reason: "oral exam")])
    XCTAssertEqual(
      row.flags[0].phrase(.english),
      "conflict: W1 stays 8 by hand, but the automatic mark was 4 then and is 6 now: oral exam")
    XCTAssertTrue(row.flags[0].isUrgent)
  }

  func testATotalByHandStandsForAFault() throws {
    let manual = Policy.ManualMark(
      student: "ana", mark: .total, points: 30, automatic: nil, reason: "graded on paper")
    let row = try only(
      Sample.gradebook(
        [Sample.attempt("ana", passing: [:], fault: "the disk is full")], Policy(manual: [manual])))
    XCTAssertEqual(row.total, 30)
    XCTAssertEqual(
      row.flags.last,
      .manual(mark: "total", points: 30, automatic: nil, reason: "graded on paper"))
  }

  func testThePenaltyTakesOfAMarkByHandOfAnExerciseButNotOfAWeek() throws {
    let deadline = ["W2": Sample.date("2026-03-08T12:00:00Z")]
    let late = Sample.attempt("ana", at: "2026-03-08T13:00:00Z", passing: ["c": 4])
    func policy(_ mark: MarkID) -> Policy {
      Policy(
        deadlines: deadline, late: LatePenalty(percentPerDay: 10),
        manual: [.init(student: "ana", mark: mark, points: 10, automatic: 4, reason: "r")])
    }
    XCTAssertEqual(
      try only(Sample.gradebook([late], policy(.exercise("W2.c")))).weeks[1].points, 9)
    XCTAssertEqual(try only(Sample.gradebook([late], policy(.week("W2")))).weeks[1].points, 10)
  }

  // MARK: The file

  func testRowsDoNotDependOnTheOrderOfTheSubmissions() {
    let submissions = [
      Sample.attempt("ana", number: 1, passing: ["a": 1]),
      Sample.attempt("ana", number: 2, passing: ["a": 2]),
      Sample.attempt("bob", passing: ["c": 3]),
    ]
    XCTAssertEqual(
      Sample.gradebook(submissions).csv(.english),
      Sample.gradebook(submissions.reversed()).csv(.english))
  }

  func testTableHasAColumnAnExerciseAndItsLateness() {
    let policy = Policy(
      deadlines: ["W1": Sample.date("2026-03-08T12:00:00Z")],
      late: LatePenalty(percentPerDay: 10))
    let gradebook = Sample.gradebook(
      [
        Sample.attempt("ana", at: "2026-03-09T13:00:00Z", passing: ["a": 4, "b": 1]),
        Sample.attempt("bob", passing: [:], fault: "the disk is full"),
      ], policy, weeks: ["W1", "W2"])
    XCTAssertEqual(
      gradebook.csv(.english),
      "\u{FEFF}student,name,attempts,W1.a,W1.b,W2.c,"
        + "W1 points,W1 attempt,W1 days late,W1 penalty %,W1 dropped,"
        + "W2 points,W2 attempt,W2 days late,W2 penalty %,W2 dropped,"
        + "total,possible,percent,flags\r\n"
        + "ana,Ana,1,4,1,0,4,1,2,20,,0,1,0,0,,4,20,20,\r\n"
        + "bob,Bob,1,,,,,,0,0,,,,0,0,,,20,,"
        + "\"attempt 1 could not be graded, retry it: the disk is full\"\r\n")
  }
}
