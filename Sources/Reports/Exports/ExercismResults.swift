import Coursework
import Files
import Gradebooks
import Grading
import Text

/// The `results.json` of an Exercism test runner, version 3, as Exercism's documentation of the test
/// runner interface describes it.
///
/// A task is an exercise, by its number in the course.
struct ExercismResults: Encodable {
  let version = 3
  let status: String
  let message: String?
  let tests: [Test]

  struct Test: Encodable {
    let name: String
    let test_code: String
    let status: String
    let message: String?
    let output: String?
    let task_id: Int
  }

  /// The number of characters that Exercism shows of a program's output.
  static let outputLimit = 500
  /// The number of characters that Exercism shows of a top-level message.
  static let messageLimit = 16_000

  /// Returns nil for a student whose mark is unknown.
  init?(_ student: GradedStudent) {
    guard student.row.total != nil else { return nil }
    let context = student.context
    let all = student.gradebook.weeks.flatMap { student.tests(of: $0) }
    let shown = all.filter { !$0.result.isHidden || context.hidden == .shown }
    let verdicts = shown.map(\.result.record.verdict)
    tests = shown.map { Test($0, context.language) }
    if shown.isEmpty || verdicts.allSatisfy({ $0 == .doesNotCompile }) {
      status = "error"
      let nothing = Phrase("nothing was handed in", zh: "没有提交")(context.language)
      let text = student.complaintText.isEmpty ? nothing : student.complaintText
      message = Visible.text(MessageText.clipped(text, to: Self.messageLimit).text)
    } else {
      status = verdicts.allSatisfy { $0 == .passed } ? "pass" : "fail"
      message = nil
    }
  }
}

extension ExercismResults.Test {
  fileprivate init(_ test: GradedStudent.Test, _ language: Language) {
    let record = test.result.record
    name = test.title
    test_code = Visible.line("func \(record.test)() throws")
    switch record.verdict {
    case .passed: status = "pass"
    case .wrong, .notStarted, .blocked: status = "fail"
    case .crashed, .timedOut, .doesNotCompile: status = "error"
    }
    let text = MessageText.plain(record.message, language)
    message =
      record.verdict == .passed ? nil : text.isEmpty ? record.verdict.phrase(language) : text
    output = MessageText.printed(in: record.message).map { printed in
      let note = "\nOutput was truncated. Please limit to 500 chars"
      let text = Visible.text(printed)
      guard text.count > ExercismResults.outputLimit else { return text }
      return text.prefix(ExercismResults.outputLimit - note.count) + note
    }
    task_id = test.exercise
  }
}
