import Coursework
import Demos
import Foundation
import Plotting
import Text

/// How far a training is: one line that changes on a terminal, a line every tenth elsewhere.
final class ProgressBar {
  private let start = ContinuousClock.now
  private var lastTenth = 0
  private var isOpen = false

  func show(_ value: Value) {
    guard let progress = try? value.decoded(as: DemoProgress.self), progress.steps > 0 else {
      return
    }
    if Console.isTerminal {
      print("\r\u{1B}[K" + line(progress), terminator: "")
      fflush(nil)
      isOpen = true
    } else {
      let tenth = progress.step * 10 / progress.steps
      guard tenth > lastTenth else { return }
      lastTenth = tenth
      print(line(progress))
    }
  }

  /// Leaves the line, so that what follows begins on its own.
  func end() {
    if isOpen { print("\r\u{1B}[K", terminator: "") }
    isOpen = false
  }

  private func line(_ progress: DemoProgress) -> String {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let share = Double(progress.step) / Double(progress.steps)
    let rate = seconds > 0 ? Double(progress.step) / seconds : 0
    let left = share > 0 ? seconds / share - seconds : 0
    let width = 20
    let filled = Int(share * Double(width))
    let bar =
      Console.isTerminal
      ? String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled) + " "
      : ""
    let text =
      bar + "\(progress.step)/\(progress.steps)  "
      + Phrase("cost", zh: "代价")(.current) + String(format: " %.6f", progress.cost)
      + String(format: "  %.0f ", rate)
      + (progress.countsEpochs ? Phrase("epochs/s", zh: "epoch/秒") : Phrase("steps/s", zh: "步/秒"))(
        .current)
      + String(format: Phrase("  %.0f s left", zh: "  还剩 %.0f 秒")(.current), left)
    return Console.isTerminal ? truncated(text, to: Console.terminal.width - 1) : text
  }
}
