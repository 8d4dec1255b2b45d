import Foundation
import GradedTesting
import XCTest

@testable import Text

final class OfStrangersTests: FrameworkTestCase {
  func testACharacterOfAMillionMarksIsCutByBytes() {
    let tower = "e" + String(repeating: "\u{301}", count: 1_000_000)
    XCTAssertLessThan(tower.ofStrangers(1000).utf8.count, 1010)
  }

  func testACutKeepsScalarsWhole() {
    XCTAssertEqual("代价".cut(to: 4), "代")
    XCTAssertEqual("代价".cut(to: 6), "代价")
    XCTAssertEqual("e\u{301}".cut(to: 1), "e")
  }

  func testControlCharactersBecomeVisible() {
    XCTAssertEqual("a\u{1B}[31m\u{7F}\rb".ofStrangers(100), "a␛[31m␡␍b")
    XCTAssertEqual("a\u{202E}b".ofStrangers(100), "a⟨U+202E⟩b")
    XCTAssertEqual("a\r\nb\tc".ofStrangers(100), "a\nb\tc")
  }

  func testTextThatGrowsInJSONIsCutSooner() throws {
    for text in [String(repeating: "\"\\\n", count: 4000), String(repeating: "代", count: 9000)] {
      let line = try JSONEncoder().encode([text.cut(toJSON: 7000)])
      XCTAssertLessThan(line.count, 7010)
    }
    XCTAssertEqual("short".cut(toJSON: 7000), "short")
  }
}
