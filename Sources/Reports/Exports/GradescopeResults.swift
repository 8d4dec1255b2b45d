import Coursework
import Foundation
import Gradebooks
import Grading
import Intake
import Text

/// The `results.json` of a Gradescope autograder, as Gradescope's *Autograder Specifications* describe
/// it (gradescope-autograders.readthedocs.io, “Output format”).
///
/// Tests whose results are withheld are included for the instructor and hidden from the student.
struct GradescopeResults: Encodable {
  let score: Double
  let execution_time: Double
  let output: String
  let output_format = "text"
  let test_output_format = "text"
  let test_name_format = "text"
  let visibility = "visible"
  let stdout_visibility = "hidden"
  let tests: [Test]

  struct Test: Encodable {
    let score: Double
    let max_score: Double
    let status: String
    let name: String
    let number: String
    let output: String
    let tags: [String]
    let visibility: String
  }

  /// Returns nil for a student whose mark is unknown: Gradescope then reports a failed autograder
  /// instead of a zero.
  init?(_ student: GradedStudent) {
    guard let total = student.row.total else { return nil }
    let language = student.context.language
    score = total
    execution_time = rounded(student.attempts.reduce(0) { $0 + $1.seconds })
    var lines = student.row.flags.map { $0.phrase(language) }
    lines += student.attempts.flatMap(\.refusals).map { "\($0.name): \($0.reason)" }
    if !student.diagnostics.isEmpty { lines.append(student.complaintText) }
    output = Visible.text(MessageText.clipped(lines.joined(separator: "\n"), to: 20_000).text)
    tests = student.gradebook.weeks.flatMap { week in
      let all = student.tests(of: week)
      let shown = student.context.hidden == .summarized ? all.filter { !$0.result.isHidden } : all
      return shown.enumerated().map { Test($1, number: $0 + 1, student.context) }
        + (student.context.hidden == .summarized
          ? Self.summaries(all.filter(\.result.isHidden), after: shown.count, student.context) : [])
    }
  }

  /// Returns one test for each exercise that summarizes its hidden ones.
  private static func summaries(
    _ hidden: [GradedStudent.Test], after count: Int, _ context: PageContext
  ) -> [Test] {
    let exercises = Dictionary(grouping: hidden, by: \.exercise).sorted { $0.key < $1.key }
    return exercises.enumerated().map { index, group in
      let passed = group.value.count { $0.result.record.verdict == .passed }
      let record = group.value[0].result.record
      return Test(
        score: rounded(group.value.reduce(0) { $0 + $1.points }),
        max_score: rounded(group.value.reduce(0) { $0 + $1.possible }),
        status: passed == group.value.count ? "passed" : "failed",
        name: record.exerciseID + ": " + Phrase("hidden tests", zh: "隐藏测试")(context.language),
        number: "\(record.week).\(count + index + 1)",
        output: Phrase(
          "\(passed) of \(group.value.count) passed", zh: "\(group.value.count) 个通过了 \(passed) 个")(
            context.language), tags: [record.week, record.exercise], visibility: "visible")
    }
  }
}

extension GradescopeResults.Test {
  fileprivate init(_ test: GradedStudent.Test, number: Int, _ context: PageContext) {
    let record = test.result.record
    score = test.points
    max_score = test.possible
    status = record.verdict == .passed ? "passed" : "failed"
    name = test.title
    self.number = "\(record.week).\(number)"
    let verdict = record.verdict == .passed ? "" : record.verdict.phrase(context.language)
    let message = MessageText.plain(record.message, context.language)
    output = [verdict, message].filter { !$0.isEmpty }.joined(separator: "\n")
    tags = [record.week, record.exercise]
    visibility = test.result.isHidden && context.hidden == .withheld ? "hidden" : "visible"
  }
}
