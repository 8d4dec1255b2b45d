import Coursework
import Grading
import Intake
import Terminals
import Text

/// How far the grading of a class is.
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

  /// Leaves the line, so that what follows begins on its own.
  func end() { status.end() }
}
