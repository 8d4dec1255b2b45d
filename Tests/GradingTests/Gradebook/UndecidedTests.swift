import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// A mark that is not known is an empty cell and a flag, until a person decides.
final class UndecidedTests: FrameworkTestCase {
  private let ann = Student(id: "ann", name: "Ann")
  private let bob = Student(id: "bob", name: "Bob")

  private func attempt(
    _ student: String, number: Int = 1, passing: [String: Int] = [:],
    refusals: [Refusal] = [], _ handIn: HandIn
  ) -> SubmissionResult {
    Sample.attempt(student, number: number, passing: passing, refusals: refusals, handIn: handIn)
  }

  private func gradebook(
    _ submissions: [SubmissionResult], missing: [Student] = [], unmatched: [UnmatchedHandIn] = [],
    policy: Policy = Policy()
  ) -> Gradebook {
    Gradebook(
      ClassInfo(
        release: "r1", weeks: ["W1", "W2"], seed: 7, sandbox: [], missing: missing,
        unmatched: unmatched),
      attempts: submissions.map(Attempt.init), policy: policy, course: Sample.weeks)
  }

  func testAHandInOfWhichNothingWasTakenHasNoMark() throws {
    let handIn = HandIn(left: ["homework.docx"], unreadWeeks: ["W1", "W2"])
    let row = try XCTUnwrap(gradebook([attempt("ann", handIn)]).row(of: "ann"))
    XCTAssertEqual(row.weeks.map(\.points), [nil, nil])
    XCTAssertNil(row.total)
    XCTAssertEqual(
      row.flags,
      [.unread(weeks: ["W1", "W2"], attempt: 1, files: ["homework.docx"], student: "ann")])
    XCTAssertTrue(row.flags.allSatisfy(\.isUrgent))
    let book = gradebook([attempt("ann", handIn)])
    XCTAssertTrue(book.csv(.english).contains(",,,,"), "the cells are empty")
  }

  func testWhyAFileWasNotTakenStandsBesideIt() throws {
    let refusal = Refusal(name: "A.swift", reason: "handed in 2 times: A.swift, old/A.swift")
    let row = try XCTUnwrap(
      gradebook([attempt("ann", refusals: [refusal], HandIn(unreadWeeks: ["W1", "W2"]))])
        .row(of: "ann"))
    XCTAssertEqual(
      row.flags,
      [
        .unread(
          weeks: ["W1", "W2"], attempt: 1,
          files: ["A.swift (handed in 2 times: A.swift, old/A.swift)"], student: "ann")
      ])
  }

  func testOneWeekMayBeUnreadBesideAnother() throws {
    let handIn = HandIn(left: ["other.swift"], weeks: ["W1"], unreadWeeks: ["W2"])
    let row = try XCTUnwrap(
      gradebook([attempt("ann", passing: ["a": 4, "b": 6], handIn)]).row(of: "ann"))
    XCTAssertEqual(row.weeks.map(\.points), [10, nil])
  }

  func testAFileOfAnotherWeekAloneIsNoZero() throws {
    let handIn = HandIn(weeks: ["W3"])
    let row = try XCTUnwrap(gradebook([attempt("ann", handIn)]).row(of: "ann"))
    XCTAssertEqual(row.weeks.map(\.points), [nil, nil])
    XCTAssertEqual(
      row.flags, [.unread(weeks: ["W1", "W2"], attempt: 1, files: ["W3"], student: "ann")])
  }

  func testAMarkByHandDecides() throws {
    let handIn = HandIn(left: ["homework.docx"], unreadWeeks: ["W1", "W2"])
    let policy = Policy(manual: [
      .init(student: "ann", mark: .week("W1"), points: 3, automatic: nil, reason: "on paper"),
      .init(student: "ann", mark: .week("W2"), points: 0, automatic: nil, reason: "none"),
    ])
    let row = try XCTUnwrap(gradebook([attempt("ann", handIn)], policy: policy).row(of: "ann"))
    XCTAssertEqual(row.total, 3)
    XCTAssertFalse(row.flags.contains(where: \.isUrgent))
  }

  func testAHandInThatMayBeOneOfTwosLeavesBothOpen() throws {
    let stray = UnmatchedHandIn(
      label: "Ann (2)", student: Student(id: "Ann (2)", name: "Ann"), candidates: [ann, bob])
    let own = attempt("bob", passing: ["a": 4, "b": 5, "c": 10], HandIn(weeks: ["W1", "W2"]))
    let book = gradebook(
      [own], missing: [ann, Student(id: "cyd", name: "Cyd")], unmatched: [stray])
    XCTAssertEqual(book.row(of: "ann")?.weeks.map(\.points), [nil, nil])
    XCTAssertEqual(
      book.row(of: "ann")?.flags,
      [.disputed(label: "Ann (2)", decision: "{ \"Ann (2)\": \"ann\" }")])
    XCTAssertEqual(
      book.row(of: "bob")?.weeks.map(\.points), [nil, 10], "more than all points nothing can give")
    XCTAssertEqual(book.row(of: "cyd")?.weeks.map(\.points), [nil, nil])
    XCTAssertEqual(
      book.row(of: "cyd")?.flags.map { $0.phrase(.english) },
      ["nothing was found, but nobody was found for Ann (2)"])
    XCTAssertEqual(
      gradebook([own], missing: [ann]).row(of: "ann")?.weeks.map(\.points), [0, 0],
      "with nothing open, nothing handed in is known")
  }

  func testEveryUnreadWeekHasALineToPaste() throws {
    let handIn = HandIn(left: ["homework.docx"], unreadWeeks: ["W1", "W2"])
    let row = try XCTUnwrap(gradebook([attempt("ann", handIn)]).row(of: "ann"))
    for language in [Language.english, .chinese] {
      let text = try XCTUnwrap(row.flags.first).phrase(language)
      for week in ["W1", "W2"] {
        XCTAssertTrue(
          text.contains(
            "{ \"student\": \"ann\", \"mark\": \"\(week)\", \"points\": 0, \"automatic\": null, "
              + "\"reason\": \"\" }"), text)
      }
    }
  }

  func testWhatAWorksheetKnowsOfAndNobodyFoundIsNoZero() throws {
    func row(_ policy: Policy) throws -> Gradebook.Row {
      var info = ClassInfo(
        release: "r1", weeks: ["W1", "W2"], seed: 7, sandbox: [], missing: [ann, bob])
      info.expected = [ann]
      let results = Results(
        info, submissions: [SubmissionResult](), policy: policy, language: .english,
        course: Sample.weeks)
      XCTAssertEqual(results.gradebook.row(of: "bob")?.weeks.map(\.points), [0, 0])
      return try XCTUnwrap(results.gradebook.row(of: "ann"))
    }
    let open = try row(Policy())
    XCTAssertEqual(open.weeks.map(\.points), [nil, nil])
    XCTAssertEqual(open.flags, [.missingThoughSubmitted(weeks: ["W1", "W2"], student: "ann")])
    XCTAssertTrue(open.flags.allSatisfy(\.isUrgent))
    XCTAssertTrue(
      open.flags[0].phrase(.english).hasPrefix(
        "nothing was found, but the platform's worksheet says when something came in; look for it"))
    let decided = try row(
      Policy(
        manual: ["W1", "W2"].map {
          .init(student: "ann", mark: .week($0), points: 0, automatic: nil, reason: "not found")
        }))
    XCTAssertEqual(decided.total, 0)
    XCTAssertFalse(decided.flags.contains(where: \.isUrgent))
  }

  func testTheLastOfAttemptsWithoutAnOrderIsUndecided() throws {
    func row(_ isUnordered: Bool, _ rule: Policy.AttemptRule, _ second: Int = 3) throws
      -> Gradebook.Row
    {
      var handIn = HandIn(weeks: ["W1"])
      handIn.isUnordered = isUnordered
      let attempts = [
        attempt("ann", passing: ["a": 4], handIn),
        attempt("ann", number: 2, passing: ["a": second], handIn),
      ]
      return try XCTUnwrap(
        gradebook(attempts, policy: Policy(attempts: rule)).row(of: "ann"))
    }
    let open = try row(true, .last)
    XCTAssertNil(open.weeks[0].points)
    XCTAssertEqual(
      open.flags, [.unknownOrder(week: "W1", attempts: [1, 2], student: "ann", points: [3, 4])])
    XCTAssertEqual(open.flags.map(\.isUrgent), [true])
    XCTAssertEqual(try row(false, .last).weeks[0].points, 3)
    XCTAssertEqual(try row(true, .best).weeks[0].points, 4, "the best is the best in any order")
    XCTAssertEqual(try row(true, .last, 4).weeks[0].points, 4, "both have the same mark")
  }

  func testFactsGoThroughTheJournal() throws {
    let result = attempt(
      "ann",
      HandIn(
        owner: .ambiguous([ann]), clue: .init("ann", column: "id"),
        time: .platform(isLate: true), otherTimes: [.unknown], weekTimes: ["W1": [.unknown]],
        taken: [Refusal(name: "a", reason: "b")], left: ["c"], weeks: ["W1"], unreadWeeks: ["W2"]))
    let data = try JSONEncoder().encode(result)
    XCTAssertEqual(try JSONDecoder().decode(SubmissionResult.self, from: data), result)
    XCTAssertTrue(String(decoding: data, as: UTF8.self).contains("\"handIn\":{"))
    let plain = try JSONEncoder().encode(Sample.attempt("ann", passing: [:]))
    XCTAssertNil(
      try JSONDecoder().decode(SubmissionResult.self, from: plain).handIn,
      "a journal from before facts were kept is read")
  }
}
