import Coursework
import Demos
import Foundation
import Plotting
import Tensors
import Text

/// The result of a demo: the figures on the terminal and as SVG files, and the accuracies.
struct DemoPage {
  private let report: DemoReport
  private let week: String
  private let folder: URL

  init(_ report: DemoReport, week: String, folder: URL) {
    self.report = report
    self.week = week
    self.folder = folder
  }

  /// Writes the pictures and the page, and prints what fits: on a terminal all figures at once,
  /// otherwise one below the other.
  ///
  /// - Returns: the URL of the page.
  func show() throws -> URL {
    let figures = try figures()
    for (name, figure) in figures {
      try figure.writeSVG(to: folder.appending(path: "\(week)-\(name).svg"))
    }
    let page = folder.appending(path: "demo.html")
    try DemoDocument(title: "\(week)  \(report.title)", figures.map(\.1), findings)
      .write(to: page)
    if Console.isTerminal {
      showAtOnce(figures.map(\.1))
    } else {
      showInTurn(figures)
    }
    print(Console.paint("→ \(page.path)", .grey))
    return page
  }

  private func showAtOnce(_ figures: [any Figure]) {
    var area = Console.terminal
    let screen = area.height
    let findings = findings(in: screen)
    area.height = min(30, screen - findings.count - 3)
    area.width = min(area.width, 120)
    var panels = pair(in: &area) ?? Self.panels(figures, area)
    var lines = FigurePanels(panels).lines(in: area)
    // The page's location and the prompt go below the figures; a figure that cannot be made small
    // enough is left out.
    while panels.count > 1, lines.count + findings.count + 2 > screen {
      panels.removeLast()
      lines = FigurePanels(panels).lines(in: area)
    }
    print((lines + findings).joined(separator: "\n"))
  }

  /// Returns the checks and accuracies, and the notes if they leave room for figures; the page has
  /// all of them.
  ///
  /// A finding that takes several lines of the screen is returned as several.
  private func findings(in height: Int) -> [String] {
    func lines(_ text: String) -> [String] {
      Console.wrapped(text).split(separator: "\n").map(String.init)
    }
    let certain = (report.checks.lines + accuracies).flatMap(lines)
    var notes: [String] = []
    for note in report.notes.reversed() {
      let more = lines(note) + notes
      guard notes.isEmpty || certain.count + more.count <= height - 16 else { break }
      notes = more
    }
    return certain + notes
  }

  /// Returns the first picture before and after training side by side, small enough that both fit.
  private func pair(in area: inout TextArea) -> [any Figure]? {
    guard let gallery = report.gallery, gallery.pictures.count > 1 else { return nil }
    // Two pixels make one line, and a caption goes below.
    area.width = min(area.width, 4 * (area.height - 2) + 2)
    return gallery.pictures.prefix(2).compactMap { picture in
      (try? Picture(picture.pixels, caption: picture.caption)).map { PictureGrid(pictures: [$0]) }
    }
  }

  /// Returns the figures that can be made small: charts and decision boundaries, a small heat map,
  /// and one picture if there is room beside a single chart.
  private static func panels(_ figures: [any Figure], _ area: TextArea) -> [any Figure] {
    var panels: [any Figure] = []
    for figure in figures {
      switch figure {
      case let grid as FigureGrid: panels += grid.figures
      case let map as HeatMap:
        if map.grid.rows <= 10, map.grid.columns <= 16 { panels.append(map) }
      case let grid as PictureGrid:
        guard panels.count == 1 else { continue }
        var one = grid
        one.pictures = Array(grid.pictures.prefix(1))
        // Without Unicode a picture takes twice as many lines.
        let height = one.text(in: area).split(separator: "\n").count
        if height <= area.height { panels.append(one) }
      default: panels.append(figure)
      }
    }
    return panels
  }

  private func showInTurn(_ figures: [(String, any Figure)]) {
    var area = Console.terminal
    area.height = min(area.height, 20)
    area.width = min(area.width, 100)
    for (name, figure) in figures {
      print(figure.text(in: area))
      print("  → \(folder.appending(path: "\(week)-\(name).svg").path)\n")
    }
    for line in findings { print(line) }
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
              rows: map.values.rows, columns: map.values.columns, values: map.values.elements),
            rowLabels: map.rowLabels, columnLabels: map.columnLabels)
        ))
    }
    for (number, bars) in report.bars.enumerated() {
      figures.append(
        (
          "bars-\(number + 1)",
          BarChart(
            bars.title, bars: zip(bars.names, bars.values).map { .init($0, $1) }, unit: bars.unit)
        ))
    }
    if let gallery = report.gallery {
      figures.append(
        (
          "found",
          PictureGrid(
            gallery.title,
            pictures: try gallery.pictures.map { try Picture($0.pixels, caption: $0.caption) },
            perRow: 4)
        ))
    }
    if !report.mistakes.isEmpty {
      figures.append(
        (
          "mistakes",
          PictureGrid(
            Phrase("misclassified pictures, with the answers given", zh: "判断错误的图片，以及给出的答案")(
              .current),
            pictures: try report.mistakes.prefix(8).map { mistake in
              try Picture(mistake.pixels, caption: mistake.caption)
            }, perRow: 4)
        ))
    }
    return figures
  }

  private var findings: [String] { report.checks.lines + accuracies + report.notes }

  private var accuracies: [String] {
    var lines: [String] = []
    if let stopped = report.stoppedAt {
      lines.append(
        (report.countsEpochs
          ? Phrase("stopped after \(stopped) epochs", zh: "训练了 \(stopped) 个 epoch 后停止")
          : Phrase("stopped after \(stopped) steps", zh: "训练了 \(stopped) 步后停止"))(.current))
    }
    if report.curves.count == 1, let last = report.curves[0].costs.last {
      lines.append(Phrase("last cost ", zh: "最后的代价 ")(.current) + last.text(decimals: 6))
    }
    for (label, value) in [
      (Phrase("accuracy on the training set ", zh: "训练集准确率 "), report.trainAccuracy),
      (Phrase("accuracy on the test set     ", zh: "测试集准确率 "), report.testAccuracy),
    ] {
      if let value { lines.append(label(.current) + value.percentText(decimals: 2)) }
    }
    return lines
  }
}

extension DemoReport.Boundary {
  /// The boundary; nil if its ranges are invalid, as a learner's program may send them.
  var figure: DecisionBoundary? {
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

extension [DemoReport.Check] {
  /// One line for each check: its name, its value, and the expected one.
  var lines: [String] {
    map { check in
      padded(check.name, to: 24) + padded(check.value, to: 25) + " " + check.expected
    }
  }
}
