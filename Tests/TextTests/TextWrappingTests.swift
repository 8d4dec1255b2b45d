import GradedTesting
import Text
import XCTest

final class TextWrappingTests: FrameworkTestCase {
  func testLongLinesHangBelowTheirBeginning() {
    XCTAssertEqual(
      TextWrapping.hanging("  why: the exponent needs a minus\n\n[[1. 2.]", width: 16),
      "  why: the\n    exponent\n    needs a\n    minus\n\n[[1. 2.]")
    XCTAssertEqual(
      TextWrapping.hanging("  原因：指数前少了负号", width: 14), "  原因：指数前\n    少了负号")
    XCTAssertEqual(TextWrapping.hanging("  fits", width: 6), "  fits")
  }

  func testWrappedLinesFitAndLoseNothing() {
    let text = "卷积网络 (convolutional network) 用共享参数，减少了参数个数；it is equivariant to shifts。"
    for width in 10...60 {
      let lines = TextWrapping.lines(text, width: width)
      for line in lines {
        XCTAssertLessThanOrEqual(displayWidth(of: line), width, "“\(line)”")
        XCTAssertFalse("，。；）".contains(line.first ?? "x"), "“\(line)” at \(width)")
      }
      XCTAssertEqual(lines.joined().filter { $0 != " " }, text.filter { $0 != " " })
    }
  }

  func testAWordLongerThanTheLineIsCut() {
    XCTAssertEqual(TextWrapping.lines("aa bbbbbbb", width: 4), ["aa", "bbbb", "bbb"])
  }

  func testLineBreaksStayAndSpacesAtBreaksGo() {
    XCTAssertEqual(TextWrapping.lines("aa  bb \n\ncc", width: 5), ["aa", "bb", "", "cc"])
    XCTAssertEqual(TextWrapping.lines("", width: 5), [""])
  }

  func testACombiningMarkBeforeTheFirstLetterIsKept() {
    XCTAssertEqual(TextWrapping.lines("\u{200B}ab", width: 4), ["\u{200B}ab"])
  }
}
