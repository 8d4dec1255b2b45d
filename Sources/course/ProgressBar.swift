import Demos
import Foundation
import Terminals
import Text

/// A progress bar for a training.
final class ProgressBar {
  private let start = ContinuousClock.now
  private let status = Console.statusLine()

  func show(_ progress: DemoProgress) {
    status.show(progress.step, of: progress.steps) { line(progress) }
  }

  /// Ends the line, so that further output starts on a fresh one.
  func end() { status.end() }

  /// Formats the bar, the cost, the speed, and the time left.
  func line(_ progress: DemoProgress) -> String {
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
    return bar + "\(progress.step)/\(progress.steps)  "
      + Phrase("cost", zh: "代价")(.current) + " " + progress.cost.text(decimals: 6)
      + "  " + rate.text(decimals: 0) + " "
      + (progress.countsEpochs ? Phrase("epochs/s", zh: "epoch/秒") : Phrase("steps/s", zh: "步/秒"))(
        .current)
      + String(format: Phrase("  %.0f s left", zh: "  还剩 %.0f 秒")(.current), left)
  }
}
