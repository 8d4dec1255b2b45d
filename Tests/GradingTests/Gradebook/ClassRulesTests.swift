import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// Excuses, late days, groups and what else a class agrees on.
///
/// The sample's W1 has 10 points, W2 10 and W3 20.
final class ClassRulesTests: FrameworkTestCase {
  private let full = ["a": 4, "b": 6, "c": 10, "d": 20]

  private func row(
    _ submissions: [SubmissionResult], _ policy: Policy, of student: String = "ana"
  ) throws -> Gradebook.Row {
    try XCTUnwrap(Sample.gradebook(submissions, policy).row(of: student))
  }

  // MARK: Excused and extra

  func testAnExcusedWeekIsNoPartOfTheTotal() throws {
    var policy = Policy()
    policy.excused = [.init(student: "ana", week: "W3")]
    let ana = try row([Sample.attempt("ana", passing: ["a": 4, "b": 6])], policy)
    XCTAssertEqual(ana.total, 10)
    XCTAssertEqual(ana.possible, 20)
    XCTAssertEqual(ana.weeks.map(\.isExcused), [false, false, true])
    XCTAssertEqual(ana.flags, [.excused(week: "W3")])
    policy.excused = [.init(student: "ana", week: nil)]
    XCTAssertNil(
      try row([Sample.attempt("ana", passing: full)], policy).total, "of nothing there is no total")
  }

  func testExtraCreditAddsToTheMarkAlone() throws {
    var policy = Policy()
    policy.extraCredit = ["W2", "W1.a"]
    let ana = try row([Sample.attempt("ana", passing: full)], policy)
    XCTAssertEqual(ana.weeks.map(\.points), [10, 10, 20])
    XCTAssertEqual(ana.total, 40)
    XCTAssertEqual(ana.possible, 26, "6 of W1 and 20 of W3")
    XCTAssertEqual(ana.percent, 153.85)
  }

  // MARK: Lateness

  private func late(_ days: LatePenalty, free: Policy.LateDays?) -> Policy {
    var policy = Policy(
      deadlines: [
        "W1": Sample.date("2026-10-01T12:00:00Z"), "W2": Sample.date("2026-10-08T12:00:00Z"),
      ], late: days)
    policy.lateDays = free
    return policy
  }

  func testAWeekIsNotLateBecauseAnotherOfTheSameHandInCameLater() throws {
    // W1 was due on the 1st of October, W2 on the 8th.
    let times = ["W1": "2026-09-30T08:00:00Z", "W2": "2026-10-07T08:00:00Z"]
      .mapValues(Sample.date)
    let last = try XCTUnwrap(times["W2"])
    let result = Sample.attempt(
      "ana", passing: ["a": 4, "b": 6, "c": 10],
      handIn: HandIn(
        time: .moment(last, .table), weekTimes: times.mapValues { [.moment($0, .table)] },
        weeks: ["W1", "W2"]))
    let ana = try row([result], late(LatePenalty(percentPerDay: 10), free: nil))
    XCTAssertEqual(ana.weeks.map(\.daysLate), [0, 0, 0])
    XCTAssertEqual(ana.weeks.map(\.penaltyPercent), [0, 0, 0])
  }

  func testFreeDaysAreSpentInTheOrderOfTheDeadlines() throws {
    let policy = late(
      LatePenalty(percentPerDay: 10), free: Policy.LateDays(budget: 3, perWeek: 2))
    // Two and a half days after W1's deadline: three days, of which two are free.
    let first = Sample.attempt(
      "ana", at: "2026-10-04T00:00:00Z", passing: ["a": 4, "b": 6], weeks: [Sample.weeks[0]])
    let second = Sample.attempt(
      "ana", number: 2, at: "2026-10-10T00:00:00Z", passing: ["c": 10], weeks: [Sample.weeks[1]])
    let ana = try row([first, second], policy)
    XCTAssertEqual(ana.weeks.map(\.daysLate), [3, 2, 0])
    XCTAssertEqual(ana.weeks.map(\.freeDays), [2, 1, 0])
    XCTAssertEqual(ana.weeks.map(\.penaltyPercent), [10, 10, 0])
    XCTAssertEqual(ana.weeks.prefix(2).map(\.points), [9, 9])
  }

  func testNothingCountsAfterTheLastDay() throws {
    let penalty = LatePenalty(percentPerDay: 10, capPercent: 50, lastDay: 5)
    for (days, percent, mark) in [(5, 50.0, 5.0), (6, 100, 0)] {
      XCTAssertEqual(penalty.percent(days: days), percent)
      XCTAssertEqual(penalty.apply(to: 10, of: 10, days: days), mark)
    }
    XCTAssertEqual(penalty.apply(to: 10, of: 10, days: 6, free: 6), 0, "free days do not reopen it")
  }

  // MARK: Who is there

  func testWhoLeftIsFlaggedAndInNoMean() throws {
    var policy = Policy()
    policy.withdrawn = ["ana"]
    let ana = try row([Sample.attempt("ana", passing: full)], policy)
    XCTAssertTrue(ana.isWithdrawn)
    XCTAssertEqual(ana.flags, [.withdrawn])
  }

  func testNothingFoundIsNotNothingHandedIn() throws {
    var known = Gradebook.Class()
    known.missing = [Student(id: "bo", name: "Bo")]
    known.unmatched = [
      UnmatchedHandIn(
        label: "anon_X", student: Student(id: "anon_X", name: "anon_X"), candidates: [])
    ]
    let attempts = ["ana", "anon_X"].map { Attempt(Sample.attempt($0, passing: full)) }
    let gradebook = Gradebook(
      release: "r1", weeks: ["W1"], attempts: attempts, class: known, course: Sample.weeks)
    XCTAssertNil(gradebook.row(of: "bo")?.total)
    XCTAssertEqual(
      gradebook.row(of: "bo")?.flags, [.missingOrUnmatched(labels: ["anon_X"])])
    known.unmatched = []
    let sure = Gradebook(
      release: "r1", weeks: ["W1"], attempts: [attempts[0]], class: known, course: Sample.weeks)
    XCTAssertEqual(sure.row(of: "bo")?.total, 0)
    XCTAssertEqual(sure.row(of: "bo")?.flags, [.missing])
  }

  // MARK: People's words and points

  func testPointsOfPeopleStandBesideTheTests() throws {
    var policy = Policy()
    policy.comments = [
      Comment(student: "ana", week: "W1", item: "style", points: 3, possible: 5, text: "Clear."),
      Comment(student: "ana", week: "W1", text: "Well done."),
      Comment(student: "bo", week: "W1", item: "style", points: 5, possible: 5),
    ]
    let submissions = ["ana", "bo", "cy"].map { Sample.attempt($0, passing: full) }
    let gradebook = Sample.gradebook(submissions, policy, weeks: ["W1"])
    XCTAssertEqual(gradebook.weeks[0].possible, 15)
    XCTAssertEqual(gradebook.weeks[0].exercises.map(\.id), ["W1.a", "W1.b", "W1:style"])
    XCTAssertEqual(gradebook.rows.map(\.total), [13, 15, nil])
    XCTAssertEqual(gradebook.rows[0].weeks[0].comments, ["style: Clear.", "Well done."])
    XCTAssertEqual(gradebook.rows[2].flags, [.noPoints(item: "W1:style")])
  }

  func testCommentsAreReadAndFaultsOfTheirTableNamed() throws {
    let text = "student;week;item;points;possible;comment\nana;w1;style;2,5;5;\"Clear; short.\"\n"
    XCTAssertEqual(
      try Comment.read(Data(text.utf8), "c.csv", weeks: ["W1"]),
      [
        Comment(
          student: "ana", week: "W1", item: "style", points: 2.5, possible: 5,
          text: "Clear; short.", place: "c.csv:2")
      ])
    for (text, sentence) in [
      (
        "who,what\n1,2\n",
        "c.csv has the columns “who”, “what”; expected student, week, and points or comment "
          + "(optional: item, possible)"
      ),
      ("student,week,points\nana,W9,1\n", "c.csv:2: “W9” cannot be meant; expected a week: W1"),
      (
        "student,week,points\nana,W1,good\n",
        "c.csv:2: “good” cannot be meant; expected points, a number from 0"
      ),
    ] {
      XCTAssertThrowsError(try Comment.read(Data(text.utf8), "c.csv", weeks: ["W1"])) {
        XCTAssertEqual(($0 as? RosterError)?.phrase(.english), sentence)
      }
    }
  }

  // MARK: Groups

  func testGroupsAreReadAndFaultsOfTheirTableNamed() throws {
    let roster = try Roster(
      "id,name,login\n1,Ann Lee,ann\n2,Ben Ray,ben\n3,Cy Fox,cy\n", file: "r.csv")
    let groups = try Groups(
      data: Data("student,group\nann,A\nBen Ray,A\n3,B\n".utf8), file: "g.csv", roster: roster)
    XCTAssertEqual(groups.members, ["A": ["1", "2"], "B": ["3"]])
    XCTAssertEqual(groups.sharing(with: "2"), ["2", "1"])
    XCTAssertTrue(groups.share("1", "2"))
    XCTAssertFalse(groups.share("1", "3"))
    for (text, sentence) in [
      ("student,group\nann,A\n1,B\n", "g.csv: lines 2 and 3 both have the id 1"),
      (
        "student,group\nnobody,A\n",
        "g.csv:2: “nobody” cannot be meant; expected one student of the roster"
      ),
    ] {
      XCTAssertThrowsError(try Groups(data: Data(text.utf8), file: "g.csv", roster: roster)) {
        XCTAssertEqual(($0 as? RosterError)?.phrase(.english), sentence)
      }
    }
  }

  // MARK: The gradebook as a table

  func testTheEuropeanStyleHasSemicolonsAndDecimalCommas() throws {
    let policy = Policy(points: ["W1": 5])
    let csv = Sample.gradebook([Sample.attempt("ana", passing: ["a": 1])], policy, weeks: ["W1"])
      .csv(.english, style: .european)
    XCTAssertTrue(csv.contains("student;name;attempts;W1.a;"), csv)
    XCTAssertTrue(csv.contains("\r\nana;Ana;1;1;0;0,5;1;0;0;;0,5;5;10;"), csv)
  }
}
