import GradedTesting
import Tensors
import Text
import XCTest

@testable import Plotting

/// Tests small figures against areas drawn by hand.
final class TextFigureTests: FrameworkTestCase {
  func testStraightLineInASCII() {
    let chart = LineChart("cost", x: "steps", series: [Series([4, 3, 2, 1, 0])])
    XCTAssertEqual(
      chart.text(in: TextArea(width: 20, height: 9, style: .ascii)),
      """
               cost
      4 +**
        |  ****
      2 +      ****
        |          ***
      0 +             ***
        ++-------+------+
         0       2      4
              steps
      """)
  }

  func testALargeMapShowsItsColourScale() throws {
    let grid = try Grid(rows: 20, columns: 20, values: (0..<400).map { Double($0) - 100 })
    let map = HeatMap(grid: grid)
    let lines = map.text(in: TextArea(style: .ascii)).split(
      separator: "\n", omittingEmptySubsequences: false)
    XCTAssertEqual(lines.count, 21)
    // Position s of 16 has level 2 s + 1 of 32, which is shade 10 (2 s + 1) / 32 of ten, rounded
    // down.
    XCTAssertEqual(lines.last.map(String.init), " -100   .::-==++*##%@@ 299")
    for end in [">-100<", ">299<"] { XCTAssertTrue(map.svg().contains(end), end) }
    let constant = try Grid(rows: 20, columns: 20, values: Array(repeating: 1, count: 400))
    XCTAssertFalse(HeatMap(grid: constant).svg().contains(">1<"))
  }

  func testStraightLineInBraille() {
    let chart = LineChart(series: [Series([0, 1])])
    // From the lower left dot to the upper right one: 34 dots across and 24 up.
    let text = chart.text(in: TextArea(width: 20, height: 8))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    XCTAssertEqual(lines.count, 8)
    XCTAssertEqual(lines[0].prefix(3), "1.0")
    XCTAssertTrue(lines[0].hasSuffix("⠊"), String(lines[0]))
    XCTAssertTrue(lines[5].hasPrefix("  0 ┤⡠"), String(lines[5]))
  }

  func testGapIsLeftEmptyAndCounted() {
    let chart = LineChart(series: [Series("J", [1, 1, .nan, 1, 1])])
    let text = chart.text(in: TextArea(width: 20, height: 8, style: .ascii))
    XCTAssertTrue(text.contains("* J (1 × NaN/inf)"), text)
    XCTAssertTrue(text.contains("1.0 +****      ****"), text)
  }

  func testSeveralCurvesAreDistinguishedByLetters() {
    let chart = LineChart(series: [Series("up", [0, 1]), Series("down", [1, 0])])
    let text = chart.text(in: TextArea(width: 24, height: 8, style: .ascii))
    XCTAssertTrue(text.contains("a up   b down"), text)
    XCTAssertTrue(text.contains("bb") && text.contains("aa"), text)
  }

  func testChartsKeepWithinTheTerminal() {
    let long = String(repeating: "一个很长的标题", count: 30)
    let figures: [any Figure] = [
      LineChart(
        long, x: long, y: long, series: (0..<30).map { Series(long + "\($0)", [1e300, 0]) }),
      LineChart(series: []),
      LineChart(yScale: .logarithmic, series: [Series("x", [-1, 0, .nan])]),
      DecisionBoundary(
        long, points: [.init(x: 0, y: 1e9, label: 3)],
        classNames: Array(repeating: long, count: 12),
        of: .classes, classify: { _, _ in .nan }),
      BarChart(long, bars: [.init(long, -3), .init("b", .infinity)]),
    ]
    for (width, height) in [(80, 24), (20, 8), (40, 12)] {
      for style in [TextArea.Style.unicode, .ascii] {
        for (index, figure) in figures.enumerated() {
          let text = figure.text(in: TextArea(width: width, height: height, style: style))
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          XCTAssertLessThanOrEqual(lines.count, height, "figure \(index) in \(width)×\(height)")
          for line in lines {
            XCTAssertLessThanOrEqual(
              displayWidth(of: String(line)), width, "figure \(index): \(line)")
          }
        }
      }
    }
  }

  func testColourIsWrittenOnlyOnRequest() {
    let chart = LineChart(series: [Series("a", [0, 1])])
    XCTAssertFalse(chart.text().contains("\u{1B}"))
    XCTAssertTrue(chart.text(in: TextArea(colour: true)).contains("\u{1B}[38;5;32m"))
  }

  func testTitlesCannotControlTheTerminal() {
    let chart = LineChart("\u{1B}[2J", series: [Series("\u{07}", [0, 1])])
    XCTAssertFalse(chart.text().unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  func testDecisionBoundaryShadesClassOneAndMarksThePoints() {
    let figure = DecisionBoundary(
      points: [.init(x: 0.25, y: 0.9, label: 0), .init(x: 0.75, y: 0.1, label: 1)], xLabel: "",
      yLabel: "", classNames: ["left", "right"], xRange: 0...1, yRange: 0...1, of: .classes,
      classify: { x, _ in x > 0.5 ? 1 : 0 })
    XCTAssertEqual(
      figure.text(in: TextArea(width: 24, height: 8, style: .ascii)),
      """
      1.0 +    o    .........
          |         .........
      0.5 +         .........
          |         .........
        0 +         ....x....
          ++--------+-------+
           0       0.5     1.0
        o left   x right
      """)
  }

  func testPictureIsItsBrightnessAtHalfTheHeight() throws {
    let picture = try Picture(
      rows: 4, columns: 4, values: [0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1], caption: "四")
    XCTAssertEqual(
      PictureGrid("title", pictures: [picture, picture]).text(),
      """
      title
        ██    ██
      ▒▒ ▒  ▒▒ ▒
      四    四
      """)
  }

  func testHeatMapOfAFewNumbersIsATable() throws {
    let map = HeatMap(
      "confusion", grid: try Grid(Tensor([[90, 10], [2.5, 97.5]])), rowLabels: ["猫", "no"],
      columnLabels: ["猫", "no"], x: "predicted", y: "true")
    XCTAssertEqual(
      map.text(in: TextArea(style: .ascii)),
      """
      confusion
      v true  > predicted
           猫   no
      猫   90   10
      no  2.5 97.5
      """)
  }

  func testBarsAreProportional() {
    let chart = BarChart(bars: [.init("a", 10), .init("乙", 5)], unit: " %")
    XCTAssertEqual(
      chart.text(in: TextArea(width: 20, style: .ascii)),
      """
       a ############ 10 %
      乙 ###### 5 %
      """)
  }

  func testTableAlignsWideCharacters() {
    let table = Table(
      [.init("单元"), .init("accuracy", .right)], rows: [["1", "67.5 %"], ["一百", "9 %", "-"], []])
    XCTAssertEqual(
      table.text(in: TextArea(style: .ascii)),
      """
      单元  accuracy
      ----  --------
      1       67.5 %
      一百       9 %

      """)
  }

  func testTooWideATableIsCut() {
    let table = Table([.init("a"), .init("b")], rows: [[String(repeating: "x", count: 40), "b"]])
    XCTAssertEqual(
      table.text(in: TextArea(width: 20, style: .ascii)).split(separator: "\n").last,
      "xxxxxxxxxxxxxxxx~  b")
  }
}
