import GradedTesting
import Text
import XCTest

final class HalfWidthTests: FrameworkTestCase {
  /// The block of full-width forms, U+FF01 to U+FF5E, corresponds to ASCII's `!` to `~`.
  func testFullWidthMarksBecomeASCII() {
    XCTAssertEqual(halfWidth("（４，ｍ）"), "(4,m)")
    XCTAssertEqual(halfWidth("！～"), "!~")
    XCTAssertEqual(halfWidth("a\u{3000}b"), "a b")
  }

  func testChineseCharactersAndMarksStay() {
    XCTAssertEqual(halfWidth("代价、ｊ。"), "代价、j。")
  }

  func testAccentsAreComposed() {
    XCTAssertEqual(Array(halfWidth("y\u{302}e\u{301}").unicodeScalars), ["\u{177}", "\u{E9}"])
  }
}
