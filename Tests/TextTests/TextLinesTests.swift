import GradedTesting
import Text
import XCTest

final class TextLinesTests: FrameworkTestCase {
  // MARK: Lines

  func testTheLastLineNeedsNoEnd() {
    XCTAssertEqual(splitLines("a\n\nb"), ["a", "", "b"])
    XCTAssertEqual(splitLines("a\nb\n"), ["a", "b", ""])
    XCTAssertEqual(splitLines(""), [""])
  }

  func testWindowsLineBreaksEndALine() {
    XCTAssertEqual(splitLines("a\r\nb\r\n"), ["a", "b", ""])
  }

  func testACarriageReturnWithinALineStays() {
    XCTAssertEqual(splitLines("a\rb\nc"), ["a\rb", "c"])
  }

  func testAByteOrderMarkIsDroppedAtTheBeginningOnly() {
    XCTAssertEqual(splitLines("\u{FEFF}a\n\u{FEFF}b"), ["a", "\u{FEFF}b"])
  }

  func testALineEndsBeforeAnAccentThatWouldJoinItsEnd() {
    XCTAssertEqual(splitLines("代价\n\u{301}x"), ["代价", "\u{301}x"])
  }

  func testOnlySpacesAndTabsAreBlank() {
    for line in ["", " ", " \t "] as [Substring] {
      XCTAssertTrue(isBlank(line), line.debugDescription)
    }
    for line in [" a", "\u{3000}", "\u{A0}"] as [Substring] {
      XCTAssertFalse(isBlank(line), line.debugDescription)
    }
  }

  func testBlankLinesGoAtBothEndsAndStayBetween() {
    XCTAssertEqual(trimBlankLines(["", " ", "a", "", " b", "\t", ""]), ["a", "", " b"])
    XCTAssertEqual(trimBlankLines([" ", ""]), [])
    XCTAssertEqual(trimBlankLines([]), [])
  }

  /// The C1 controls are U+0080 to U+009F; U+00A0 is the no-break space.
  func testControlCharactersAreThoseOfASCIIAndC1ExceptTheTab() {
    let cases: [(Substring, UInt8?)] = [
      ("a\u{1B}[2J", 0x1B), ("\u{0}", 0), ("a\u{1}\u{2}", 1), ("a\r", 0x0D), ("\u{7F}", 0x7F),
      ("a\u{80}", 0x80), ("\u{9F}b", 0x9F), ("\u{A0}", nil), ("a\tb", nil), ("", nil),
      ("Âé 代价 λ 🎉", nil),
    ]
    for (line, code) in cases {
      XCTAssertEqual(controlCharacter(in: line), code, line.debugDescription)
    }
  }

  // MARK: The beginning of a text

  func testABeginningIsComparedByBytes() {
    let line: Substring = "## e\u{301}"
    XCTAssertTrue(line.begins(with: "## "))
    XCTAssertTrue(
      line.begins(with: "## e"), "the combining accent after e should not matter")
    XCTAssertTrue(line.begins(with: ""))
    XCTAssertFalse(line.begins(with: "###"))
    XCTAssertFalse(line.begins(with: "## é"), "é as one character should not match é as two")
    XCTAssertFalse(("##" as Substring).begins(with: "## "))
  }

  func testWhatFollowsABeginningIsTheRest() {
    let line: Substring = "## 代价"
    XCTAssertEqual(line.after("#"), "# 代价")
    XCTAssertEqual(line.after("## "), "代价")
    XCTAssertEqual(line.after("## 代价"), "")
    XCTAssertEqual(line.dropFirst(3).after("代"), "价")
    XCTAssertNil(line.after("# "))
  }

  // MARK: Blanks

  func testTrimmingTakesSpacesAndTabsFromTheEnds() {
    XCTAssertEqual(trimmed(" \t a  b\t "), "a  b")
    XCTAssertEqual(trimmed("代价 " as Substring), "代价")
    XCTAssertEqual(trimmed(" \t"), "")
    XCTAssertEqual(trimmed("\u{3000}a\n"), "\u{3000}a\n")
  }

  func testWordsStandBetweenBlanks() {
    XCTAssertEqual(words("  choose 16  代价 "), ["choose", "16", "代价"])
    XCTAssertEqual(words("a\tb\r\nc"), ["a", "b", "c"])
    XCTAssertEqual(words("  "), [])
  }

  func testSingleSpacedTextHasOneSpaceBetweenWords() {
    XCTAssertEqual(singleSpaced("  n  =   1 "), "n = 1")
    XCTAssertEqual(singleSpaced(" "), "")
  }

  func testSingleSpacedTextOfSeveralLinesHasOne() {
    XCTAssertEqual(singleSpaced("a\n  b\r\n\n代价\n"), "a b 代价")
  }

  // MARK: Halves

  private func parts(_ text: Substring, at separator: String) -> [Substring]? {
    halves(text, at: separator).map { [$0.0, $0.1] }
  }

  func testATextIsHalvedAtTheFirstSeparator() {
    XCTAssertEqual(parts("a=b=c", at: "="), ["a", "b=c"])
  }

  func testATextWithoutASeparatorIsNotSplit() {
    XCTAssertNil(parts("a { b }", at: "{{"))
    XCTAssertNil(parts("", at: "="))
    XCTAssertNil(parts("a", at: ""))
  }

  func testAHalfMayBeEmpty() {
    XCTAssertEqual(parts("=b", at: "="), ["", "b"])
    XCTAssertEqual(parts("a=", at: "="), ["a", ""])
    XCTAssertEqual(parts("{{", at: "{{"), ["", ""])
  }

  func testASeparatorOfTwoBytesIsFoundWhole() {
    XCTAssertEqual(parts("{ a } {{ n }}", at: "{{"), ["{ a } ", " n }}"])
    XCTAssertEqual(parts("{{{ n", at: "{{"), ["", "{ n"])
    XCTAssertNil(parts("n {", at: "{{"))
  }

  /// The first two of three bytes are the same for the comma and the colon.
  func testChineseTextIsHalvedBetweenCharacters() {
    XCTAssertEqual(parts("共{{ n }}题", at: "{{"), ["共", " n }}题"])
    XCTAssertEqual(parts("甲，乙：丙", at: "："), ["甲，乙", "丙"])
  }

  // MARK: Markdown

  func testAFenceOpensWithThreeBackticksOrMore() {
    let cases: [(Substring, Substring?)] = [
      ("```", "```"), ("```swift", "```"), ("  ````text", "````"), ("> ```", "```"),
      ("``", nil), ("~~~", nil), ("a ```", nil), ("", nil),
    ]
    for (line, mark) in cases { XCTAssertEqual(fenceMark(line), mark, String(line)) }
  }

  func testInlineCodeDoesNotOpenAFence() {
    XCTAssertNil(fenceMark("```let a``` is code"))
  }

  func testAFenceIsClosedByAsManyBackticksOrMore() {
    for line in ["```", "````", "  ``` ", "> ```\t"] as [Substring] {
      XCTAssertTrue(closesFence(line, "```"), String(line))
    }
    XCTAssertFalse(closesFence("```", "````"))
  }

  func testALineWithWordsDoesNotCloseAFence() {
    for line in ["```swift", "``` a", "a", ""] as [Substring] {
      XCTAssertFalse(closesFence(line, "```"), String(line))
    }
  }
}
