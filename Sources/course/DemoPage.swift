import Coursework
import Demos
import Foundation
import Plotting
import Tensors
import Text

/// The result of a demo: figures on the terminal, the same as SVG files, and the accuracies.
struct DemoPage {
  private let report: DemoReport
  private let week: String
  private let folder: URL

  init(_ report: DemoReport, week: String, folder: URL) {
    self.report = report
    self.week = week
    self.folder = folder
  }

  func show() throws {
    var frame = Console.terminal
    frame.height = min(frame.height, 20)
    frame.width = min(frame.width, 100)
    for (name, figure) in try figures() {
      print(figure.text(in: frame))
      let file = folder.appending(path: "\(week)-\(name).svg")
      try figure.writeSVG(to: file)
      print(Console.paint("  → \(file.path)", .grey))
      print("")
    }
    for line in accuracies { print(Console.wrapped(line)) }
  }

  private func figures() throws -> [(String, any Figure)] {
    var figures: [(String, any Figure)] = []
    if !report.curves.isEmpty {
      figures.append(
        (
          "cost",
          LineChart(
            report.title,
            x: (report.countsEpochs ? Phrase("epochs", zh: "epoch") : Phrase("steps", zh: "步"))(
              .current),
            y: Phrase("cost", zh: "代价")(.current),
            series: report.curves.map { Series($0.name, $0.costs, every: Double($0.every)) })
        ))
    }
    let boundaries = try report.boundaries.compactMap { try $0.figure }
    if boundaries.count > 1 {
      figures.append(("boundary", FigureGrid(figures: boundaries)))
    } else if let boundary = boundaries.first {
      figures.append(("boundary", boundary))
    }
    if let parts = report.magnitudes {
      figures.append(
        (
          "parts",
          BarChart(
            parts.title, bars: zip(parts.names, parts.values).map { .init($0, $1) },
            scale: .logarithmic)
        ))
    }
    if let relation = report.relation {
      figures.append(
        (
          "relation",
          LineChart(
            relation.title, x: relation.xLabel, y: relation.yLabel, xScale: .logarithmic,
            yScale: .logarithmic,
            series: try relation.curves.map { try Series($0.name, x: relation.x, y: $0.y) })
        ))
    }
    if let map = report.map {
      figures.append(
        (
          "map",
          HeatMap(
            map.title,
            grid: try Grid(
              rows: map.values.rows, columns: map.values.columns, values: map.values.elements))
        ))
    }
    return figures
  }

  private var accuracies: [String] {
    var lines: [String] = []
    if let stopped = report.stoppedAt {
      lines.append(
        (report.countsEpochs
          ? Phrase("stopped after \(stopped) epochs", zh: "训练了 \(stopped) 个 epoch 后停止")
          : Phrase("stopped after \(stopped) steps", zh: "训练了 \(stopped) 步后停止"))(.current))
    }
    if report.curves.count == 1, let last = report.curves[0].costs.last {
      lines.append(Phrase("last cost ", zh: "最后的代价 ")(.current) + String(format: "%.6f", last))
    }
    for (label, value) in [
      (Phrase("accuracy on the training set ", zh: "训练集准确率 "), report.trainAccuracy),
      (Phrase("accuracy on the test set     ", zh: "测试集准确率 "), report.testAccuracy),
    ] {
      if let value { lines.append(label(.current) + String(format: "%.2f %%", value)) }
    }
    return lines + report.notes
  }
}

extension DemoReport.Boundary {
  /// None if the ranges are no ranges, which a learner's program may send as well.
  fileprivate var figure: DecisionBoundary? {
    get throws {
      guard xRange.count == 2, xRange[0] < xRange[1], yRange.count == 2, yRange[0] < yRange[1]
      else { return nil }
      return DecisionBoundary(
        title, points: try DecisionBoundary.points(X, Y), classNames: ["y = 0", "y = 1"],
        xRange: xRange[0]...xRange[1],
        yRange: yRange[0]...yRange[1], resolution: grid.rows, of: .probabilities,
        classifyAll: { _, _ in grid.elements })
    }
  }
}
