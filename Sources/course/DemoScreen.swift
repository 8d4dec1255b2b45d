import Coursework
import Demos
import Foundation
import Plotting
import Terminals
import Text

/// A view of a training in progress, with its cost curve and decision boundary, redrawn at most
/// five times a second on a capable terminal, and otherwise printed as a line every tenth of the
/// work.
final class DemoScreen {
  private let bar = ProgressBar()
  private let title: String
  /// The costs of each training, by step.
  private var curves: [Int: [(x: Double, y: Double)]] = [:]
  private var boundary: DemoReport.Boundary?
  /// The results of the checks before the training.
  private var checks: [DemoReport.Check] = []
  private var lastDrawn = ContinuousClock.now
  /// The number of lines currently drawn on the screen.
  private var height = 0
  private static let period = Duration.milliseconds(200)

  /// - Parameter title: the name of what is trained.
  init(_ title: String) {
    self.title = title
  }

  func show(_ value: Value) {
    guard let progress = try? value.decoded(as: DemoProgress.self), progress.steps > 0 else {
      return
    }
    guard Console.isTerminal, Console.terminal.height >= 20 else {
      if progress.checks.isEmpty { bar.show(progress) }
      return
    }
    guard progress.checks.isEmpty else {
      checks = progress.checks
      rewrite(checks.lines)
      return
    }
    curves[progress.part, default: []].append((Double(progress.step), progress.cost))
    boundary = progress.boundary ?? boundary
    guard .now - lastDrawn >= Self.period else { return }
    lastDrawn = .now
    draw(progress)
  }

  /// Erases what was drawn, so that further output starts on a fresh line.
  func end() {
    bar.end()
    if height > 0 { print("\u{1B}[\(height)A\u{1B}[J", terminator: "") }
    height = 0
    fflush(nil)
  }

  private func draw(_ progress: DemoProgress) {
    var area = Console.terminal
    area.height = min(20, area.height - 2 - checks.count)
    area.width = min(120, area.width - 1)
    let chart = LineChart(
      title,
      x: (progress.countsEpochs ? Phrase("epochs", zh: "epoch") : Phrase("steps", zh: "步"))(
        .current), y: Phrase("cost", zh: "代价")(.current),
      series: curves.sorted { $0.key < $1.key }.compactMap { _, points in
        try? Series("", x: points.map(\.x), y: points.map(\.y))
      })
    var figures: [any Figure] = [chart]
    if let boundary = try? boundary?.figure { figures.append(boundary) }
    rewrite(checks.lines + FigurePanels(figures).lines(in: area) + [bar.line(progress)])
  }

  /// Replaces the lines that are currently drawn.
  private func rewrite(_ lines: [String]) {
    let up = height > 0 ? "\u{1B}[\(height)A" : ""
    let frame = lines.map { "\r\($0)\u{1B}[K\n" }.joined()
    print(up + frame + "\u{1B}[J", terminator: "")
    height = lines.count
    fflush(nil)
  }
}
