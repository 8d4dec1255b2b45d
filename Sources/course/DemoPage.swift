import Basics
import Coursework
import Demos
import Foundation
import Plotting
import Tensors

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
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var room = Console.terminal
    room.height = min(room.height, 20)
    room.width = min(room.width, 100)
    for (name, figure) in try figures() {
      print(figure.text(in: room))
      let file = folder.appending(path: "\(week)-\(name).svg")
      try figure.writeSVG(to: file)
      print(Console.paint("  → \(file.path)", .grey))
      print("")
    }
    for line in accuracies { print(line) }
  }

  private func figures() throws -> [(String, any Figure)] {
    var figures: [(String, any Figure)] = []
    if !report.curves.isEmpty {
      figures.append(
        (
          "cost",
          LineChart(
            report.title, x: Phrase("steps", zh: "步")(.current),
            y: Phrase("cost", zh: "代价")(.current),
            series: report.curves.map { Series($0.name, $0.costs, every: Double($0.every)) })
        ))
    }
    if let boundary = report.boundary, boundary.xRange.count == 2, boundary.yRange.count == 2 {
      figures.append(
        (
          "boundary",
          DecisionBoundary(
            report.title, points: boundary.points,
            xRange: boundary.xRange[0]...boundary.xRange[1],
            yRange: boundary.yRange[0]...boundary.yRange[1], resolution: boundary.grid.rows,
            of: .probabilities, classifyAll: { _, _ in boundary.grid.elements })
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
        Phrase("stopped after \(stopped) steps", zh: "训练到第 \(stopped) 步时停止")(.current))
    }
    if let last = report.curves.last?.costs.last {
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
  fileprivate var points: [DecisionBoundary.Point] {
    (0..<X.columns).map {
      DecisionBoundary.Point(x: X[0, $0], y: X[1, $0], label: Int(Y[0, $0]))
    }
  }
}
