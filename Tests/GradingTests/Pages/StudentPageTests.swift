import Foundation
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

final class StudentPageTests: FrameworkTestCase {
  private func page(
    _ submissions: [SubmissionResult], _ policy: Policy = Policy(),
    hidden: HiddenTests = .summarized, _ language: Language = .english
  ) throws -> String {
    let gradebook = Sample.gradebook(submissions, policy)
    return StudentPage(
      row: try XCTUnwrap(gradebook.rows.first), gradebook: gradebook, attempts: submissions,
      context: PageContext(
        language: language, hidden: hidden, zone: policy.zone, course: Sample.weeks,
        misconceptions: Sample.misconceptions)
    ).html
  }

  private func withHidden(_ message: String) -> SubmissionResult {
    let plain = Sample.attempt("ana", passing: ["c": 10])
    let week = plain.weeks[1]
    let secret = TestResult(
      record: Record(
        of: Sample.weeks[1].exercises[0].info, test: "testSecretProperty",
        finding: TestOutcome(verdict: .wrong, message: message, misconception: nil), possible: 2,
        seconds: 1),
      memory: nil, isHidden: true)
    return SubmissionResult(
      student: plain.student, attempt: 1, submitted: nil, digest: "", release: nil, refusals: [],
      weeks: [
        plain.weeks[0],
        WeekResult(week: "W2", isHandedIn: true, diagnostics: [], tests: week.tests + [secret]),
        plain.weeks[2],
      ], seconds: 1)
  }

  func testAMarkByHandIsCalledSoWhereItStands() throws {
    let policy = Policy(manual: [
      .init(student: "ana", mark: .exercise("W1.b"), points: 1, automatic: 6, reason: "x")
    ])
    let submission = Sample.attempt("ana", passing: ["a": 4, "b": 6])
    for (language, words) in [(Language.english, "by hand"), (.chinese, "手动给分")] {
      let exercises = try page([submission], policy, language).components(separatedBy: "<h3 ")
      let marked = exercises.dropFirst().filter { $0.contains(">\(words)</span>") }
      XCTAssertEqual(marked.map { $0.prefix { $0 != "/" } }, ["class=\"code\">b<"])
    }
  }

  func testTheReasonOfAFailureIsSaidOnce() throws {
    let why = "This counts from 1."
    let html = try page([
      Sample.attempt(
        "ana", passing: ["a": 3], weeks: [Sample.weeks[0]],
        message: "1 of 1 numbers is wrong\nwhy: \(why)\nhelp: swift run course hint W1.a")
    ])
    let tests = html.components(separatedBy: "<div class=\"test\">").dropFirst()
    XCTAssertFalse(tests.isEmpty)
    for test in tests { XCTAssertEqual(test.components(separatedBy: why).count, 2, test) }
  }

  func testNothingOfASubmissionIsMarkup() throws {
    let evil = "</pre><script>alert(1)</script><img src=x onerror=\"alert(1)\">]]>\u{202E}"
    let plain = Sample.attempt(
      "ana", at: "2026-03-08T12:00:00Z", passing: ["a": 1], message: evil)
    let hostile = SubmissionResult(
      student: Student(id: evil, name: evil), attempt: 1, submitted: nil, digest: evil,
      release: evil, refusals: [Refusal(name: evil, reason: evil)],
      weeks: [
        WeekResult(
          week: "W1", isHandedIn: true,
          diagnostics: [.init(file: "/x/\(evil).swift", line: 1, column: 2, message: evil)],
          tests: plain.weeks[0].tests)
      ] + plain.weeks.dropFirst(), seconds: 1)
    for hidden in HiddenTests.allCases {
      let html = try page([hostile], hidden: hidden)
      for tag in ["<script", "<img ", "onerror=\"", "\u{202E}", "]]>"] {
        XCTAssertFalse(html.contains(tag), "\(tag) in the page")
      }
      XCTAssertTrue(html.contains("&lt;script&gt;"))
      XCTAssertTrue(html.contains("⟨U+202E⟩"))
    }
  }

  func testAContentSecurityPolicyForbidsScriptsAndOtherSites() throws {
    let html = try page([Sample.attempt("ana", passing: ["a": 1])])
    XCTAssertTrue(
      html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"))
    XCTAssertNil(html.firstMatch(of: #/(?:src|href)="(?:https?:)?\/\//#), "stands alone")
  }

  func testAFailingTestIsShownWithItsDiagnosis() throws {
    let html = try page([
      Sample.attempt("ana", passing: ["a": 3], message: "expected 1, got 2\ncalled with\n  z = 3")
    ])
    XCTAssertTrue(html.contains("expected 1, got 2\n<b>called with</b>\n  z = 3"))
    XCTAssertTrue(html.contains("<div class=\"note why\">This counts from 1.</div>"))
    XCTAssertTrue(html.contains("3 of 4 tests passed"))
    XCTAssertTrue(html.contains("<b>3</b> / 4"))
  }

  func testHiddenTestsAreShownSummarizedOrWithheld() throws {
    let result = withHidden("the secret value is 42")
    let shown = try page([result], hidden: .shown)
    XCTAssertTrue(shown.contains("the secret value is 42"))
    XCTAssertTrue(shown.contains("secret property"))
    let summarized = try page([result], hidden: .summarized)
    XCTAssertFalse(summarized.contains("secret"))
    XCTAssertTrue(summarized.contains("Hidden tests: 0 of 1 passed"))
    let withheld = try page([result], hidden: .withheld)
    XCTAssertFalse(withheld.contains("secret"))
    XCTAssertFalse(withheld.contains("0 of 1"))
    XCTAssertTrue(withheld.contains("The points include tests whose results are withheld."))
    for html in [shown, summarized, withheld] {
      XCTAssertTrue(html.contains("<b>10</b> / 12"), "the points count them in any case")
    }
  }

  func testLatenessIsToldInTheZoneOfTheClass() throws {
    let policy = Policy(
      deadlines: ["W2": Sample.date("2026-03-28T22:00:00+01:00")],
      zone: TimeZone(identifier: "Europe/Zurich"), late: LatePenalty(percentPerDay: 10))
    let late = Sample.attempt("ana", at: "2026-03-29T20:30:00Z", passing: ["c": 10])
    XCTAssertTrue(
      try page([late], policy).contains(
        "Attempt 1, handed in 2026-03-29 22:30 +02:00, 2 days late: 10 points less 20 %"))
    XCTAssertTrue(
      try page([late], policy, .chinese).contains(
        "第 1 次提交，2026-03-29 22:30 +02:00，迟交 2 天：10 分扣除 20%"))
  }

  func testAFaultIsNoFaultOfTheStudents() throws {
    let html = try page([Sample.attempt("ana", passing: [:], fault: "/srv/grader: disk is full")])
    XCTAssertTrue(html.contains("Attempt 1 has not been graded yet."))
    XCTAssertFalse(
      html.contains("/srv/grader"), "how the grader works is not the student's business")
    XCTAssertTrue(html.contains("<b>–</b> / 40"))
  }

  func testCompilerErrorsAreShownWithTheLearnersLines() throws {
    let plain = Sample.attempt("ana", passing: ["c": 0], failing: .doesNotCompile)
    let broken = SubmissionResult(
      student: plain.student, attempt: 1, submitted: nil, digest: "", release: nil, refusals: [],
      weeks: [
        plain.weeks[0],
        WeekResult(
          week: "W2", isHandedIn: true,
          diagnostics: [
            .init(file: "/tmp/x/Sample.swift", line: 12, column: 5, message: "expected '}'")
          ], tests: plain.weeks[1].tests), plain.weeks[2],
      ], seconds: 1)
    XCTAssertTrue(
      try page([broken]).contains(
        "<pre class=\"wrap\">Sample.swift:12:5: expected &#39;}&#39;</pre>"))
  }
}
