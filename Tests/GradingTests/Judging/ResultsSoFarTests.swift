import Coursework
import Foundation
import GradedTesting
import Syllabus
import Synchronization
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake

/// A gradebook can be read while the rest of the class is still being graded.
final class ResultsSoFarTests: FrameworkTestCase {
  func testWhoIsNotGradedYetHasNoMarkAndAFlag() throws {
    let week = C1W2.week
    let place = try ClassFolder()
    for student in ["ann", "bob", "cy"] {
      try place.write(
        "class/\(student)/LogisticRegression.swift", try BuiltJudge.solution(week))
    }
    let grader = try BuiltJudge.grader(self, weeks: [week])
    let header = Journal.Header(
      digest: "d", weeks: ["C1W2"], seed: 7, language: .english, sandbox: [])
    let journal = try Journal(folder: place.url.appending(path: "results"), header: header)
    let reader = try SubmissionReader(
      place.url.appending(path: "class"), weeks: [week], language: .english)
    let books = Mutex<[Gradebook]>([])
    let remarks = Mutex<[String]>([])

    let outcome = try ClassRun(reader, grader: grader, journal: journal).run(
      pause: .zero,
      soFar: { outcome in
        let attempts = outcome.submissions.map(Attempt.init)
        var known = Gradebook.Class()
        known.ungraded = outcome.info.ungraded
        let book = Gradebook(
          release: outcome.info.release, weeks: outcome.info.weeks, attempts: attempts,
          class: known)
        books.withLock { $0.append(book) }
        remarks.withLock { $0.append(outcome.info.remarks.first ?? "") }
      }, report: { _ in })

    let first = try XCTUnwrap(books.withLock { $0.first }, "nothing was given before the end")
    XCTAssertEqual(first.rows.count, 3, "everybody has a row from the start")
    let open = first.rows.filter { $0.total == nil }
    XCTAssertTrue((1...2).contains(open.count))
    XCTAssertTrue(open.allSatisfy { $0.flags.contains(.ungraded) })
    XCTAssertEqual(
      remarks.withLock { $0.first },
      "\(3 - open.count) of 3 students are graded so far: everybody else has no mark here yet")
    XCTAssertTrue(outcome.isComplete)
    XCTAssertEqual(outcome.info.ungraded, [], "at the end nobody waits")
    XCTAssertFalse(outcome.info.remarks.contains { $0.contains("so far") })
  }
}
