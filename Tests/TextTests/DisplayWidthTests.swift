import GradedTesting
import Text
import XCTest

final class DisplayWidthTests: FrameworkTestCase {
  func testWidthsAreThoseOfAnnex11() {
    let widths: [(String, Int)] = [
      ("", 0), ("cost", 4), ("代价", 4), ("T 恤/上衣", 9), ("ｆｕｌｌ", 8), ("한글", 4), ("カナ", 4),
      ("ｶﾅ", 2), ("，。", 4), ("é", 1), ("e\u{301}", 1), ("λ = 0.7", 7), ("🎉", 2), ("❤\u{FE0F}", 2),
      ("👨‍👩‍👧", 2), ("𠀀", 2), ("─│⣿█", 4), ("a\u{200B}b", 2), ("\u{1B}[0m", 3), ("×±…", 3),
    ]
    for (text, width) in widths {
      XCTAssertEqual(displayWidth(of: text), width, "width of \"\(text)\"")
    }
  }

  /// The expected widths are those of Python's wcwidth package.
  func testWidthsAreThoseOfATerminal() {
    let widths: [(String, Int)] = [
      ("abc", 3), ("神经网络", 8), ("（4，m）", 8), ("ŷ", 1), ("y\u{302}", 1), ("Σ α₁ ⁿ", 6),
      ("▸ ✓ → █", 7), ("あア", 4), ("한글", 4), ("🙂", 2), ("", 0), ("…—“”", 4), ("ｱ", 1),
    ]
    for (text, width) in widths { XCTAssertEqual(displayWidth(of: text), width, text) }
  }

  func testPaddingCountsColumnsNotCharacters() {
    XCTAssertEqual(padded("代价", to: 7), "代价   ")
    XCTAssertEqual(padded("代价", to: 7, .right), "   代价")
    XCTAssertEqual(padded("代价", to: 7, .centre), " 代价  ")
    XCTAssertEqual(padded("代价", to: 3), "代价")
  }

  func testTruncationNeverExceedsTheWidth() {
    XCTAssertEqual(truncated("logistic regression", to: 9), "logistic…")
    XCTAssertEqual(truncated("逻辑回归", to: 8), "逻辑回归")
    XCTAssertEqual(truncated("逻辑回归", to: 7), "逻辑回…")
    XCTAssertEqual(truncated("逻辑回归", to: 6), "逻辑…")
    XCTAssertEqual(truncated("逻辑回归", to: 0), "")
    XCTAssertEqual(truncated("abc", to: 1, ellipsis: "..."), ".")
  }

  func testAFittedTextHasExactlyTheWidth() {
    XCTAssertEqual(fitted("逻辑回归", to: 7), "逻辑回…")
    XCTAssertEqual(fitted("逻辑回归", to: 6), "逻辑… ")
    XCTAssertEqual(fitted("代价", to: 6, .right), "  代价")
  }

  func testPrintableTextCannotControlATerminal() {
    XCTAssertEqual(printable("a\u{1B}[2Jb\r\nc\td"), "a�[2Jb  c d")
    XCTAssertEqual(printable("abc\u{202E}def"), "abc�def")
    XCTAssertEqual(printable("代价 λ"), "代价 λ")
  }
}
