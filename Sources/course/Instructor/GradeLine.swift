import Basics
import Coursework
import Foundation
import Grading
import Plotting
import Synchronization

/// How far the grading of a class is: one line that changes on a terminal, plain lines elsewhere.
final class GradeLine: Sendable {
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
        print("\r\u{1B}[K" + text(progress), terminator: "")
      } else {
        let tenth = progress.done * 10 / max(1, progress.students)
        guard tenth > last else { return }
        last = tenth
        print(text(progress))
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

  private func text(_ progress: ClassRun.Progress) -> String {
    let rate = String(format: "%.2f", progress.rate)
    let left = progress.left.map(Self.time) ?? "–"
    return Phrase(
      "\(progress.done)/\(progress.students) students  \(rate) submissions/s  \(left) left",
      zh: "\(progress.done)/\(progress.students) 名学生  \(rate) 份/秒  剩余 \(left)")(language)
  }

  /// `1:05:09` or `5:09`.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? String(format: "%d:%02d:%02d", hours, minutes, whole % 60)
      : String(format: "%d:%02d", minutes, whole % 60)
  }
}
