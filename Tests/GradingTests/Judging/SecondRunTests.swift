import Coursework
import Foundation
import GradedTesting
import Syllabus
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake

/// Corrections between two runs count in the second and cost no second grading.
final class SecondRunTests: FrameworkTestCase {
  func testTimesAndOwnersAreTakenAnew() throws {
    let week = C1W2.week
    let place = try ClassFolder()
    let right = try BuiltJudge.solution(week)
    try place.write("class/smithbob_LATE_222_901_LogisticRegression.swift", right)
    try place.write("class/王小明(1)/LogisticRegression.swift", right)
    let roster = try Roster("id,name\n1,李雷\n2,王小明\n222,Bob Smith\n")
    let policy = Policy(
      deadlines: ["C1W2": Sample.date("2026-11-20T12:00:00Z")], late: LatePenalty(percentPerDay: 10)
    )

    func run(_ settings: IntakeSettings) throws -> (graded: Int, book: Gradebook) {
      let grader = try BuiltJudge.grader(self, weeks: [week])
      let header = Journal.Header(
        digest: "d", weeks: ["C1W2"], seed: 7, language: .english, sandbox: [])
      let journal = try Journal(folder: place.url.appending(path: "results"), header: header)
      let reader = try SubmissionReader(
        [place.url.appending(path: "class")], weeks: [week], roster: roster, settings: settings)
      let outcome = try ClassRun(reader, grader: grader, journal: journal).run { _ in }
      let attempts = outcome.submissions.map(Attempt.init)
      return (outcome.graded, Gradebook(outcome.info, attempts: attempts, policy: policy))
    }

    let first = try run(IntakeSettings(language: .english))
    XCTAssertEqual(first.graded, 2)
    XCTAssertNil(first.book.row(of: "222")?.weeks[0].points)
    XCTAssertNil(first.book.row(of: "2")?.weeks[0].points)

    let table = try TimeTable(
      data: Data("student,time\n222,2026-11-21T08:00:00Z\n".utf8), file: "t.csv", zone: nil)
    let second = try run(IntakeSettings(times: table, language: .english))
    XCTAssertEqual(second.graded, 0, "only a time has changed")
    XCTAssertEqual(second.book.row(of: "222")?.weeks[0].points, 94.5)

    let other = try TimeTable(
      data: Data("student,time\n222,2026-11-22T08:00:00Z\n".utf8), file: "t.csv", zone: nil)
    let third = try run(
      IntakeSettings(times: other, owners: ["王小明(1)": "2"], language: .english))
    XCTAssertEqual(third.book.row(of: "222")?.weeks[0].points, 84)
    XCTAssertEqual(third.book.row(of: "2")?.attempts, [1])
    XCTAssertEqual(third.book.row(of: "1")?.weeks[0].points, 0)
    XCTAssertNil(third.book.row(of: "王小明(1)"), "it is its student's now")
  }
}
