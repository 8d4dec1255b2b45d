import Coursework
import Foundation
import Grading
import Intake
import Plotting
import Synchronization
import Text

/// How far the grading of a class is: one line that changes on a terminal, plain lines elsewhere.
final class GradeProgress: Sendable {
  private let language: Language
  private let lastTenth = Mutex(0)

  init(_ language: Language) {
    self.language = language
  }

  func show(_ progress: ClassRun.Progress) {
    lastTenth.withLock { last in
      if let result = progress.latest, let fault = result.fault {
        clear()
        print("\(result.student.id): \(fault)")
      }
      if Console.isTerminal {
        print("\r\u{1B}[K" + progress.phrase(language), terminator: "")
      } else {
        let tenth = progress.done * 10 / max(1, progress.students)
        guard tenth > last else { return }
        last = tenth
        print(progress.phrase(language))
      }
      fflush(nil)
    }
  }

  /// Leaves the line, so that what follows begins on its own.
  func end() {
    lastTenth.withLock { _ in clear() }
  }

  private func clear() {
    if Console.isTerminal { print("\r\u{1B}[K", terminator: "") }
  }
}
