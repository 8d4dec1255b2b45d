import Coursework
import Foundation
import Gradebooks
import Grading

extension SubmissionResult {
  /// Returns the result as students may see it under the policy.
  func telling(_ feedback: Policy.Feedback) -> SubmissionResult {
    guard feedback != .full else { return self }
    var result = SubmissionResult(
      student: student, attempt: attempt, submitted: submitted, digest: digest, release: release,
      refusals: refusals,
      weeks: weeks.map { week in
        WeekResult(
          week: week.week, isHandedIn: week.isHandedIn, diagnostics: week.diagnostics,
          tests: week.tests.map { test in
            let record = test.record.saying(FeedbackText(test.record).text(feedback))
            return TestResult(record: record, memory: test.memory, isHidden: test.isHidden)
          })
      }, fault: fault, seconds: seconds, handIn: handIn, seed: seed)
    result.asked = asked
    return result
  }
}

/// A message without anything from which a table of answers could be made.
struct FeedbackText {
  private let record: Record

  init(_ record: Record) {
    self.record = record
  }

  func text(_ feedback: Policy.Feedback) -> String {
    switch feedback {
    case .full: record.message
    // The compiler's messages are about the handed-in text and reveal no input.
    case _ where record.verdict == .doesNotCompile || record.verdict == .notStarted: record.message
    case .shape where record.verdict == .wrong || record.verdict == .blocked:
      record.message.split(separator: "\n").compactMap { Self.withoutNumbers(String($0)) }
        .joined(separator: "\n")
    case .shape, .verdict: ""
    }
  }

  /// Returns a line of the judge's own that contains no input or answer; nil for any other.
  ///
  /// Values, and what the learner printed or threw, are indented or begin a line that says so.
  private static func withoutNumbers(_ line: String) -> String? {
    let headings = ["expected:", "期望：", "got:", "实际：", "called with", "调用参数"]
    let printed = ["your code printed:", "你的代码打印了："]
    if line.hasPrefix(" ") || (headings + printed).contains(where: line.hasPrefix) { return nil }
    for words in ["it threw an error: ", "它抛出了错误：", "its answer cannot be read: ", "它的回答无法读取："] {
      if let place = line.range(of: words) {
        return line[..<place.upperBound].trimmingCharacters(in: [" ", ":", "："])
      }
    }
    let isValue =
      line.contains(#/(?:expected|期望) (?:-?[0-9]|-?inf|nan|"|true|false)/#)
    return isValue ? nil : line
  }
}
