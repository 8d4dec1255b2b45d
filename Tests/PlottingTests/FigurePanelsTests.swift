import GradedTesting
import Plotting
import Text
import XCTest

/// Tests figures side by side in a terminal.
final class FigurePanelsTests: FrameworkTestCase {
  private func charts(_ count: Int) -> [any Figure] {
    (0..<count).map { number in
      LineChart("chart \(number)", x: "步", series: [Series("a", [3, 1, 2], every: 10)])
    }
  }

  private func visible(_ line: String) -> String {
    line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  func testAllFiguresFitTheArea() {
    for count in 1...4 {
      for colour in [false, true] {
        let area = TextArea(width: 80, height: 20, colour: colour)
        let lines = FigurePanels(charts(count)).lines(in: area).map(visible)
        XCTAssertLessThanOrEqual(lines.count, 20, "\(count) figures should fit the area")
        for line in lines { XCTAssertLessThanOrEqual(displayWidth(of: line), 80, line) }
        let text = lines.joined()
        for number in 0..<count { XCTAssertTrue(text.contains("chart \(number)"), text) }
      }
    }
  }

  func testTwoFiguresAreSideBySide() throws {
    let lines = FigurePanels(charts(2)).lines(in: TextArea(width: 80, height: 12))
    let title = try XCTUnwrap(lines.first)
    XCTAssertTrue(title.contains("chart 0") && title.contains("chart 1"), title)
    // The second figure begins where the first ends, despite colours and wide characters.
    let starts = lines.map { displayWidth(of: visible($0)) }
    XCTAssertEqual(Set(starts).count, 1, "\(starts)")
  }

  func testNoFiguresTakeNoLines() {
    XCTAssertEqual(FigurePanels([]).lines(in: TextArea()), [])
  }
}
