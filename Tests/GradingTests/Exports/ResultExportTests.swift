import Files
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

final class ResultExportTests: FrameworkTestCase {
  private func graded(
    _ submissions: [SubmissionResult], _ policy: Policy = Policy(),
    hidden: HiddenTests = .summarized
  ) throws -> GradedStudent {
    let gradebook = Sample.gradebook(submissions, policy)
    return GradedStudent(
      row: try XCTUnwrap(gradebook.rows.first), gradebook: gradebook, attempts: submissions,
      context: PageContext(
        language: .english, hidden: hidden, zone: nil, course: Sample.weeks,
        misconceptions: Sample.misconceptions))
  }

  // MARK: Gradescope

  func testGradescopeSumsToTheTotal() throws {
    let policy = Policy(points: ["W1.a": 8])
    let results = try XCTUnwrap(
      GradescopeResults(graded([Sample.attempt("ana", passing: ["a": 3, "c": 10])], policy)))
    XCTAssertEqual(results.score, 16, "6 of 8 and 10 of 10")
    XCTAssertEqual(results.tests.reduce(0) { $0 + $1.score }, 16)
    XCTAssertEqual(results.tests.reduce(0) { $0 + $1.max_score }, 44)
    XCTAssertEqual(results.tests[3].status, "failed")
    XCTAssertEqual(results.tests[3].output, "wrong\nexpected 1, got 2")
  }

  func testGradescopeSumsToTheTotalOfAWeekThatIsWorthSomethingElse() throws {
    let policy = Policy(points: ["W1": 50])
    let results = try XCTUnwrap(
      GradescopeResults(graded([Sample.attempt("ana", passing: ["a": 3])], policy)))
    XCTAssertEqual(results.score, 15, "3 of 10, out of 50")
    XCTAssertEqual(results.tests.reduce(0) { $0 + $1.score }, 15)
    XCTAssertEqual(results.tests.reduce(0) { $0 + $1.max_score }, 80)
  }

  func testGradescopeGivesNoZeroForAFault() throws {
    XCTAssertNil(
      GradescopeResults(try graded([Sample.attempt("ana", passing: [:], fault: "no worker")])))
  }

  // MARK: Exercism

  func testExercismTellsPassFailAndError() throws {
    let all = ["a": 4, "b": 6, "c": 10, "d": 20]
    XCTAssertEqual(
      try ExercismResults(graded([Sample.attempt("ana", passing: all)]))?.status, "pass")
    let some = try XCTUnwrap(
      ExercismResults(
        graded([Sample.attempt("ana", passing: ["a": 4, "c": 0], failing: .timedOut)])))
    XCTAssertEqual(some.status, "fail")
    XCTAssertNil(some.message)
    XCTAssertEqual(some.tests[10].status, "error")
    XCTAssertEqual(some.tests[10].task_id, 3)
    let none = try XCTUnwrap(
      ExercismResults(
        graded([
          Sample.attempt(
            "ana", passing: ["a": 0, "c": 0, "d": 0], failing: .doesNotCompile)
        ])))
    XCTAssertEqual(none.status, "error")
    XCTAssertNotNil(none.message)
  }

  func testExercismShowsAtMost500CharactersOfOutput() throws {
    let printed = "wrong\nyour code printed:\n  " + String(repeating: "x", count: 2000)
    let results = try XCTUnwrap(
      ExercismResults(graded([Sample.attempt("ana", passing: ["a": 0], message: printed)])))
    let output = try XCTUnwrap(results.tests[0].output)
    XCTAssertEqual(output.count, 500)
    XCTAssertTrue(output.hasSuffix("\nOutput was truncated. Please limit to 500 chars"))
  }

  // MARK: JUnit

  func testJUnitTellsFailuresErrorsAndSkipped() throws {
    let report = JUnitReport(
      student: try graded([
        Sample.attempt("ana", passing: ["a": 2, "b": 6], message: "]]> \u{0} <b>")
      ]))
    XCTAssertTrue(
      report.xml.contains(
        "<testsuite name=\"W1\" tests=\"10\" failures=\"2\" errors=\"0\" skipped=\"0\" time=\"2.5\">"
      ))
    XCTAssertTrue(
      report.xml.contains(
        "<failure message=\"]]&gt; ⟨U+0000⟩ &lt;b&gt;\" type=\"wrong\">]]&gt; ⟨U+0000⟩ &lt;b&gt;</failure>"
      ))
  }

  func testJUnitShowsAFaultAsAnError() throws {
    let report = JUnitReport(
      student: try graded([Sample.attempt("ana", passing: [:], fault: "no worker")]))
    XCTAssertTrue(report.xml.contains("<error message=\"no worker\" type=\"fault\"/>"))
  }

  // MARK: Bundles

  func testTheBundleOfGradescopeHoldsThePackageAndItsScripts() throws {
    let folder = try temporaryFolder()
    let package = RunEnvironment.current.package
    let bundle = folder.appending(path: "bundle")
    try GradescopeBundle(package: package, options: ["--weeks", "C1W2", "it's"]).write(to: bundle)
    try GradescopeBundle(package: package, options: ["--weeks", "C1W2", "it's"]).write(to: bundle)
    XCTAssertEqual(
      try FileManager.default.contentsOfDirectory(atPath: bundle.path).sorted(),
      ["course", "run_autograder", "setup.sh"])
    for script in ["setup.sh", "run_autograder"] {
      let answer = try StartedProgram(
        ["bash", "-n", bundle.appending(path: script).path],
        of: URL(fileURLWithPath: "/usr/bin/env")
      ).answer()
      XCTAssertEqual(answer.code, 0, "\(script) is no bash: \(answer.complaint)")
      XCTAssertTrue(
        FileManager.default.isExecutableFile(atPath: bundle.appending(path: script).path))
    }
    let run = try String(contentsOf: bundle.appending(path: "run_autograder"), encoding: .utf8)
    XCTAssertTrue(
      run.contains(
        #"--out "$work/results" '--judge' '.' '--export' 'gradescope' '--weeks' 'C1W2' 'it'\''s'"#),
      run)
  }

  func testTheScriptOfTheClassroomGivesNoPointsForWhatWasNotStarted() throws {
    let folder = try temporaryFolder()
    try ClassroomWorkflow(weeks: Sample.weeks).write(to: folder)
    let forged = #"{"week":"W3","exercise":"d","verdict":"passed"}"#
    let records = [
      Sample.attempt("ana", passing: ["a": 4, "b": 5]),
      Sample.attempt("ana", passing: ["d": 0], weeks: [Sample.weeks[2]], message: forged),
    ].flatMap(\.weeks).flatMap(\.tests).map(\.record).filter {
      $0.week != "W3" || $0.message == forged
    }
    try records.map { try $0.line }.reduce(Data(), +).write(
      to: folder.appending(path: "records.jsonl"))
    for (week, exercise, passes) in [
      ("W1", "a", true), ("W1", "b", false), ("W2", "c", false), ("W3", "d", false),
      ("W9", "z", false),
    ] {
      let answer = try StartedProgram(
        [".github/classroom/passed", week, exercise], of: URL(fileURLWithPath: "/bin/sh"),
        in: folder
      ).answer()
      XCTAssertEqual(answer.code == 0, passes, "\(week).\(exercise): \(answer.complaint)")
    }
  }

  func testTheWorkflowOfTheClassroomHasAStepAnExercise() {
    let workflow = ClassroomWorkflow(weeks: Array(Sample.weeks.prefix(1))).workflow
    XCTAssertTrue(workflow.contains("        id: w1_a\n"), workflow)
    XCTAssertTrue(workflow.contains("          max-score: 6\n"))
    XCTAssertTrue(workflow.contains("          W1_B_RESULTS: \"${{steps.w1_b.outputs.result}}\"\n"))
    XCTAssertTrue(workflow.contains("          runners: w1_a,w1_b\n"))
  }
}
