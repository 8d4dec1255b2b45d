import Coursework
import Grading
import Intake
import Terminals
import Text

/// The progress of grading a class.
struct GradeProgress: Sendable {
  private let language: Language
  private let status = Console.statusLine()

  init(_ language: Language) {
    self.language = language
  }

  func show(_ progress: ClassRun.Progress) {
    let notice = progress.latest.flatMap { result in
      result.fault.map { "\(result.student.id): \($0)" }
    }
    status.show(progress.done, of: progress.students, notice: notice) { progress.phrase(language) }
  }

  /// Ends the line, so that further output starts on a fresh one.
  func end() { status.end() }
}
