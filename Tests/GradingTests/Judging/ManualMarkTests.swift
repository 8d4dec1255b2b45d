import Coursework
import Foundation
import GradedTesting
import Syllabus
import SyntheticClasses
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// A mark given by hand, from the policy file to the gradebook, while its class is graded again.
final class ManualMarkTests: FrameworkTestCase {
  private let missingMinus = """
    public func sigmoid(_ z: Tensor) throws -> Tensor { 1 / (1 + exp(z)) }

    """

  func testAMarkByHandSurvivesARegradeAndAConflictIsFlagged() throws {
    let place = try ClassFolder()
    let solved = try SolvedWeek(C1W2.week, package: RunEnvironment.current.package)
    let rules = { (automatic: String) in
      """
      {"manual": [{"student": "ana", "mark": "C1W2.sigmoid", "points": 3, "automatic": \(automatic),
        "reason": "Explained at the board."}]}
      """
    }
    try place.write("class/ana/LogisticRegression.swift", solved.right(besides: missingMinus))

    let before = try row(in: place, policy: "{}")
    let automatic = try XCTUnwrap(before.weeks[0].exercises[0])
    let possible = C1W2.sigmoid.info.points
    XCTAssertLessThan(automatic, 3, "the submission is too good for this test")
    XCTAssertEqual(before.flags, [])

    let given = try row(in: place, policy: rules(decimal(automatic)))
    XCTAssertEqual(given.weeks[0].exercises[0], 3)
    let manual = Gradebook.Flag.manual(
      mark: "C1W2.sigmoid", points: 3, automatic: automatic, reason: "Explained at the board.")
    XCTAssertEqual(given.flags, [manual])

    let again = try row(in: place, policy: rules(decimal(automatic)), retry: "ALL")
    XCTAssertEqual(again, given, "graded again, the same submission has the same mark by hand")

    try place.write("class/ana/LogisticRegression.swift", solved.right(besides: ""))
    let mended = try row(in: place, policy: rules(decimal(automatic)))
    XCTAssertEqual(mended.weeks[0].exercises[0], 3, "the mark by hand was lost")
    XCTAssertEqual(
      mended.flags,
      [
        .conflict(
          mark: "C1W2.sigmoid", points: 3, before: automatic, now: possible,
          reason: "Explained at the board.")
      ])
    let table = try String(
      contentsOf: place.url.appending(path: "results/gradebook.csv"), encoding: .utf8)
    XCTAssertTrue(
      table.contains(
        "conflict: C1W2.sigmoid stays 3 by hand, but the automatic mark was \(decimal(automatic)) "
          + "then and is \(decimal(possible)) now: Explained at the board."), table)
  }

  /// Grades what is not graded yet, as `course grade` does, and gives ana's row of the gradebook that
  /// was written.
  private func row(
    in place: ClassFolder, policy: String, retry: String? = nil
  ) throws -> Gradebook.Row {
    let rules = place.url.appending(path: "policy.json")
    try Data(policy.utf8).write(to: rules)
    let folder = place.url.appending(path: "results")
    let grader = try BuiltJudge.grader(self, weeks: [C1W2.week])
    let header = Journal.Header(
      digest: "d", weeks: ["C1W2"], seed: 7, language: .english, sandbox: [])
    let journal = try Journal(folder: folder, header: header)
    if let retry { try journal.retry(retry) }
    let outcome = try ClassRun(
      SubmissionReader(place.url.appending(path: "class")), grader: grader, journal: journal
    ).run { _ in }
    try Results(
      outcome.info, submissions: outcome.submissions, policy: Policy(contentsOf: rules),
      language: .english
    ).write(to: folder)
    let written = try Data(contentsOf: folder.appending(path: "gradebook.json"))
    return try XCTUnwrap(JSONDecoder().decode(Gradebook.self, from: written).row(of: "ana"))
  }
}
