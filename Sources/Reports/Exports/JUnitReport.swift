import Coursework
import Files
import Gradebooks
import Grading
import Intake
import Text

/// One student's tests as JUnit XML: one suite per week, one case per test.
///
/// *Wrong* is a failure; crashes, timeouts and compile errors are errors; what was not started or
/// waits for another exercise is skipped. A student who could not be graded has a suite with one
/// error, so that the file is not mistaken for a pass.
struct JUnitReport {
  let student: GradedStudent

  var xml: String {
    let weeks = student.gradebook.weeks.map { ($0.id, student.tests(of: $0)) }
    let suites = weeks.filter { !$0.1.isEmpty }.map { suite($0, $1.map(\.result.record)) }
    let faults = student.attempts.compactMap(\.fault)
    let all = weeks.flatMap(\.1).map(\.result.record)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"\(Self.escaped(student.row.student.id))\" "
      + Self.counts(all, errors: faults.count) + ">\n"
      + suites.joined() + faults.map(Self.fault).joined() + "</testsuites>\n"
  }

  private func suite(_ week: String, _ records: [Record]) -> String {
    "<testsuite name=\"\(Self.escaped(week))\" \(Self.counts(records, errors: 0))>\n"
      + records.map(testCase).joined() + "</testsuite>\n"
  }

  private func testCase(_ record: Record) -> String {
    let head =
      "<testcase classname=\"\(Self.escaped(record.exerciseID))\" "
      + "name=\"\(Self.escaped(record.test))\" time=\"\(record.seconds)\""
    let language = student.context.language
    let text = MessageText.plain(record.message, language)
    let first = text.split(separator: "\n").first.map(String.init) ?? ""
    let message = Self.escaped(first.isEmpty ? record.verdict.phrase(language) : first)
    switch record.verdict {
    case .passed: return head + "/>\n"
    case .notStarted, .blocked:
      return head + "><skipped message=\"\(message)\"/></testcase>\n"
    case .wrong:
      return head + "><failure message=\"\(message)\" type=\"wrong\">"
        + Self.escaped(text, keepsLines: true) + "</failure></testcase>\n"
    case .crashed, .timedOut, .doesNotCompile:
      return head + "><error message=\"\(message)\" type=\"\(record.verdict.rawValue)\">"
        + Self.escaped(text, keepsLines: true) + "</error></testcase>\n"
    }
  }

  private static func fault(_ reason: String) -> String {
    """
    <testsuite name="grader" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="grader" name="grading"><error message="\(escaped(reason))" type="fault"/>\
    </testcase>
    </testsuite>

    """
  }

  private static func counts(_ records: [Record], errors: Int) -> String {
    func count(_ verdicts: [Verdict]) -> Int { records.count { verdicts.contains($0.verdict) } }
    let time = rounded(records.reduce(0) { $0 + $1.seconds })
    return "tests=\"\(records.count + errors)\" failures=\"\(count([.wrong]))\" "
      + "errors=\"\(count([.crashed, .timedOut, .doesNotCompile]) + errors)\" "
      + "skipped=\"\(count([.notStarted, .blocked]))\" time=\"\(decimal(time))\""
  }

  /// HTML and XML need the same characters escaped, and no control character is left.
  private static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    Visible.html(keepsLines ? text : Visible.line(text))
  }
}
