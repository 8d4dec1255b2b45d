import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Coursework

/// Tests how a week's hints are parsed.
final class HintsTests: FrameworkTestCase {
  private let good = """
    # C9W1

    ## sigmoid

    1. A nudge.
    2. The formula
       on two lines.
    3. Nearly the code.

    ## propagate

    1. a
    2. b
    3. c

    """

  private func hints(_ text: String) throws -> Hints {
    try Hints(text, file: "C9W1.en.md", exercises: ["sigmoid", "propagate"])
  }

  private func expect(
    _ text: String, _ english: String, _ chinese: String, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    XCTAssertThrowsError(try hints(text), file: file, line: line) {
      XCTAssertEqual(($0 as? HintsError)?.phrase(.english), english, file: file, line: line)
      XCTAssertEqual(($0 as? HintsError)?.phrase(.chinese), chinese, file: file, line: line)
    }
  }

  func testHintsAreParsedInOrderWithTheirLinesJoined() throws {
    let hints = try hints(good)
    XCTAssertEqual(
      hints(for: "sigmoid"), ["A nudge.", "The formula on two lines.", "Nearly the code."])
    XCTAssertEqual(hints(for: "propagate"), ["a", "b", "c"])
    XCTAssertEqual(hints(for: "softmax"), [])
    XCTAssertEqual(hints.exercises, ["sigmoid", "propagate"])
  }

  func testAnUnknownHeadingIsReportedWithItsLine() {
    expect(
      good.replacing("## sigmoid", with: "## sigmoit"),
      "C9W1.en.md:3: there is no exercise “sigmoit” in this week; did you mean “sigmoid”?",
      "C9W1.en.md:3：这一周没有练习“sigmoit”；是不是“sigmoid”？")
  }

  func testRepeatedHintsAreReportedWithTheirLine() {
    expect(
      good.replacing("## propagate", with: "## sigmoid"),
      "C9W1.en.md:10: “sigmoid” already has hints",
      "C9W1.en.md:10：“sigmoid”的提示已经写过了")
  }

  func testTwoHintsAreReportedWithTheLineOfTheHeading() {
    expect(
      good.replacing("3. Nearly the code.\n", with: ""),
      "C9W1.en.md:3: “sigmoid” has 2 hints, expected 3",
      "C9W1.en.md:3：“sigmoid”有 2 条提示，应为 3 条")
    expect(
      good.replacing("3. c\n", with: ""), "C9W1.en.md:10: “propagate” has 2 hints, expected 3",
      "C9W1.en.md:10：“propagate”有 2 条提示，应为 3 条")
  }

  func testAnItemOutOfOrderIsReportedWithItsLine() {
    expect(
      good.replacing("2. The formula", with: "3. The formula"),
      "C9W1.en.md:6: expected an item that begins with “2. ”, got “3. The formula”",
      "C9W1.en.md:6：这一条应当以“2. ”开头，而这里是“3. The formula”")
  }

  func testTextBeforeTheFirstHeadingIsReportedWithItsLine() {
    expect(
      "Some words.\n" + good,
      "C9W1.en.md:1: expected a heading such as “## sigmoid” first, got “Some words.”",
      "C9W1.en.md:1：前面应当先有形如“## sigmoid”的标题，而这里是“Some words.”")
  }

  func testAFileThatIsNotThereIsNamed() throws {
    let folder = try temporaryFolder()
    XCTAssertThrowsError(try Hints(of: Sample.weeks[0], in: folder, .chinese)) {
      XCTAssertEqual(
        ($0 as? HintsError)?.phrase(.english),
        "Sources/Syllabus/Hints/C9W1.zh.md: there is no such file")
      XCTAssertEqual(
        ($0 as? HintsError)?.phrase(.chinese), "Sources/Syllabus/Hints/C9W1.zh.md：没有这个文件")
    }
  }
}
