import Foundation
import GradedTesting
import Tensors
import XCTest

@testable import Plotting

final class SVGFigureTests: FrameworkTestCase {
  private lazy var boundary = DecisionBoundary(
    "边界", points: (0..<100).map { .init(x: Double($0 % 10), y: Double($0 / 10), label: $0 % 2) },
    classNames: ["红", "蓝"], of: .classes, classify: { x, y in x * x + y * y < 40 ? 0 : 1 })

  private func figures() throws -> [any Figure] {
    let picture = try Picture(rows: 28, columns: 28, values: Array(repeating: 0.5, count: 784))
    return [
      LineChart(
        "代价", x: "迭代", y: "J", series: [Series("a", [3, 2, 1]), Series("b", [1, .nan, 2])]),
      LineChart(series: []), boundary,
      DecisionBoundary(points: []),
      DecisionBoundary(points: [], of: .probabilities, classify: { x, _ in x }),
      PictureGrid("图", pictures: [picture, picture]), PictureGrid(pictures: []),
      HeatMap("h", grid: try Grid(Tensor([[1, 2], [.nan, 4]])), rowLabels: ["长长的名字", "b"]),
      HeatMap(grid: try Grid(rows: 0, columns: 0, values: [])),
      BarChart("b", bars: [.init("甲", 1), .init("乙", -2), .init("丙", .nan)]), BarChart(bars: []),
      FigureGrid("所有", figures: [BarChart(bars: [.init("a", 1)]), boundary], perRow: 1),
      FigureGrid(figures: []),
    ]
  }

  func testEveryFigureIsWellFormedAndStaysOnItsCard() throws {
    for (index, figure) in try figures().enumerated() {
      let svg = ParsedSVG(figure.svg())
      let card = try XCTUnwrap(svg.elements.first).attributes
      for (key, size) in [("x", "width"), ("y", "height")] {
        let limit = try XCTUnwrap(Double(card[size] ?? ""), "figure \(index) has no \(size)")
        XCTAssertGreaterThan(limit, 0, "\(size) of figure \(index)")
        for element in svg.elements {
          guard let text = element.attributes[key] else { continue }
          let place = try XCTUnwrap(Double(text), "figure \(index): \(key) is \(text)")
          let end = place + (Double(element.attributes[size] ?? "0") ?? 0)
          XCTAssertTrue(
            place >= 0 && end <= limit, "figure \(index): \(element.name) from \(place) to \(end)")
        }
      }
    }
  }

  func testSameFigureGivesTheSameBytes() throws {
    for (first, second) in zip(try figures(), try figures()) {
      XCTAssertEqual(first.svg(), second.svg())
      XCTAssertEqual(first.text(), second.text())
    }
  }

  func testFiguresAreSelfContained() throws {
    for figure in try figures() {
      for element in ParsedSVG(figure.svg()).elements {
        XCTAssertNotEqual(element.name, "script")
        XCTAssertNotEqual(element.name, "link")
        if let target = element.attributes["href"] {
          XCTAssertTrue(target.hasPrefix("data:image/png;base64,"), target)
        }
      }
    }
  }

  func testGridPlacesItsFiguresApart() throws {
    let svg = ParsedSVG(
      FigureGrid("", figures: Array(repeating: boundary, count: 3), perRow: 2).svg())
    let frames = svg.named("svg").dropFirst().map(\.attributes)
    let size = (x: Double(frames[0]["width"] ?? "") ?? 0, y: Double(frames[0]["height"] ?? "") ?? 0)
    XCTAssertEqual(frames.map { $0["x"] }, ["8", number(16 + size.x), "8"])
    XCTAssertEqual(frames.map { $0["y"] }, ["8", "8", number(16 + size.y)])
    XCTAssertEqual(Double(svg.elements[0].attributes["width"] ?? ""), 24 + 2 * size.x)
  }

  func testTextIsEscapedAndForbiddenCharactersReplaced() {
    let hostile = "</text><script>\"&'\u{1}\u{FFFE}]]>"
    let svg = ParsedSVG(LineChart(hostile, series: [Series(hostile, [1, 2])]).svg())
    XCTAssertTrue(svg.named("script").isEmpty)
    XCTAssertTrue(svg.texts.contains("</text><script>\"&'\u{FFFD}\u{FFFD}]]>"), "\(svg.texts)")
  }

  func testLineGoesFromItsFirstValueToItsLast() throws {
    let svg = ParsedSVG(LineChart(series: [Series([0, 1, 2])]).svg())
    let line = try XCTUnwrap(svg.named("path").last?.attributes["d"])
    let points = line.split { "ML".contains($0) }.map { point in
      point.split(separator: " ").compactMap { Double($0) }
    }
    XCTAssertEqual(points.count, 3)
    XCTAssertEqual(points[1][0] - points[0][0], points[2][0] - points[1][0], accuracy: 0.02)
    XCTAssertEqual(points[1][1] - points[0][1], points[2][1] - points[1][1], accuracy: 0.02)
    XCTAssertGreaterThan(points[2][0], points[0][0], "later steps should lie to the right")
    XCTAssertLessThan(points[2][1], points[0][1], "larger values should lie higher")
  }

  func testAGapBreaksTheLineAndASinglePointIsADot() throws {
    let svg = ParsedSVG(LineChart(series: [Series("", [1, 2, .nan, 3, .infinity, 1, 2])]).svg())
    let lines = svg.named("path").compactMap { $0.attributes["d"] }
    XCTAssertTrue(
      lines.contains { $0.count { $0 == "M" } == 3 && $0.count { $0 == "h" } == 1 }, "\(lines)")
    XCTAssertTrue(svg.texts.contains(" (2 × NaN/inf)"), "\(svg.texts)")
  }

  func testLongCurvesStaySmallAndKeepTheirExtremes() throws {
    var values = (0..<100_000).map { Double($0 % 7) }
    values[50_001] = 1000
    let svg = LineChart(series: [Series(values)]).svg()
    XCTAssertLessThan(svg.utf8.count, 80_000)
    let line = try XCTUnwrap(ParsedSVG(svg).named("path").last?.attributes["d"])
    let heights = line.split { "ML".contains($0) }.compactMap {
      $0.split(separator: " ").last.flatMap { Double($0) }
    }
    let others = try XCTUnwrap(heights.max())
    XCTAssertLessThan(
      try XCTUnwrap(heights.min()), others - 200, "the peak of 1000 should be drawn")
  }

  func testRegionsAreDrawnAsRuns() throws {
    let svg = ParsedSVG(boundary.svg())
    let regions = svg.named("path").filter { $0.attributes["shape-rendering"] == "crispEdges" }
    XCTAssertEqual(regions.count, 2, "every class should have one path")
    let runs = regions.compactMap { $0.attributes["d"] }.joined().count { $0 == "M" }
    XCTAssertGreaterThanOrEqual(runs, 120, "every row should have at least one run")
    XCTAssertLessThanOrEqual(runs, 240, "a row should cross one circle at most once")
    XCTAssertLessThan(boundary.svg().utf8.count, 20_000)
  }

  func testRegionsCoverEveryCellOnce() throws {
    let regions = ParsedSVG(boundary.svg()).named("path").filter {
      $0.attributes["shape-rendering"] == "crispEdges"
    }
    var cells = 0
    for run in regions.compactMap({ $0.attributes["d"] }).joined().split(separator: "h") {
      // In "M3 0h12v1h-12z" the width stands between the first h and v.
      if let width = run.split(separator: "v").first.flatMap({ Int($0) }), width > 0 {
        cells += width
      }
    }
    XCTAssertEqual(cells, 120 * 120)
  }

  func testEveryPointIsDrawnOnceInItsClass() throws {
    let marks = ParsedSVG(boundary.svg()).named("path").filter {
      $0.attributes["class"] == "edge"
    }
    XCTAssertEqual(marks.count, 2)
    for mark in marks { XCTAssertEqual(mark.attributes["d"]?.count { $0 == "M" }, 50) }
    XCTAssertNotEqual(marks[0].attributes["fill"], marks[1].attributes["fill"])
  }

  func testHighValuesOfTheSecondFeatureAreAtTheTop() throws {
    let figure = DecisionBoundary(
      points: [], xRange: 0...1, yRange: 0...1, resolution: 10, of: .classes,
      classify: { _, y in y > 0.9 ? 1 : 0 })
    let regions = ParsedSVG(figure.svg()).named("path").filter {
      $0.attributes["shape-rendering"] == "crispEdges"
    }
    XCTAssertEqual(regions.last?.attributes["d"], "M0 0h10v1h-10z")
  }

  func testCardAdaptsToDarkPages() {
    XCTAssertTrue(boundary.svg().contains("@media(prefers-color-scheme:dark)"))
  }

  func testFileIsWritten() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    try boundary.writeSVG(to: file)
    XCTAssertEqual(try String(contentsOf: file, encoding: .utf8), boundary.svg())
  }
}
