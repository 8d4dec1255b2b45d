import Files
import GradedTesting
import Text
import XCTest

@testable import Reports

final class VisibleTests: FrameworkTestCase {
  func testMarkupIsEscaped() {
    XCTAssertEqual(
      Visible.html("<script>\"a\" & 'b'</script>"),
      "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;")
    XCTAssertEqual(Visible.html("]]>"), "]]&gt;")
  }

  func testInvisibleAndDirectionCharactersAreNamed() {
    let cases: [(String, String)] = [
      ("a\u{0}b", "a⟨U+0000⟩b"), ("\u{1B}[2J", "⟨U+001B⟩[2J"), ("\u{7F}\u{85}", "⟨U+007F⟩⟨U+0085⟩"),
      ("gnp\u{202E}exe", "gnp⟨U+202E⟩exe"), ("\u{2066}a\u{2069}", "⟨U+2066⟩a⟨U+2069⟩"),
      ("a\u{200B}\u{FEFF}\u{00AD}", "a⟨U+200B⟩⟨U+FEFF⟩⟨U+00AD⟩"),
      ("a\u{200D}b", "a⟨U+200D⟩b"), ("\u{E0041}", "⟨U+E0041⟩"), ("\u{3164}", "⟨U+3164⟩"),
      ("a\u{2028}b", "a⟨U+2028⟩b"), ("\u{FFFE}", "⟨U+FFFE⟩"), ("x\u{FE0F}", "x⟨U+FE0F⟩"),
    ]
    for (text, expected) in cases {
      XCTAssertEqual(Visible.text(text), expected)
      XCTAssertEqual(Visible.html(text), expected)
    }
  }

  func testOrdinaryTextStaysAsItIs() {
    for text in ["李雷", "نور الدين", "Zoë", "👩‍👩‍👧", "❤️", "👍🏽", "🇨🇭", "e\u{301}", "a\tb\nc"] {
      XCTAssertEqual(Visible.text(text), text)
      XCTAssertEqual(Visible.html(text), text)
    }
    XCTAssertEqual(Visible.html("a\r\nb"), "a\nb")
    XCTAssertEqual(Visible.line("a\tb\nc"), "a b c")
  }

  func testAPileOfCombiningMarksIsCut() {
    let tower = "Z" + String(repeating: "\u{316}", count: 5000)
    XCTAssertEqual(
      Visible.text(tower).unicodeScalars.count, 1 + 8 + "⟨U+0316⟩".unicodeScalars.count)
  }

  func testNamesOfPagesStayInTheirFolder() {
    let ids = [
      "s1042", "../../etc/passwd", "/etc/passwd", "..", "", ".hidden", "a/b", "a_b", "a\\b", "CON",
      "Ana", "ana", "李雷", "王芳", "a\u{0}b", "-rf", String(repeating: "x", count: 300), "a b",
    ]
    let names = PageNames(ids)
    XCTAssertEqual(names["s1042"], "s1042")
    XCTAssertEqual(names["a_b"].prefix(4), "a_b-", "a/b would be the same")
    XCTAssertEqual(Set(ids.map { names[$0].lowercased() }).count, ids.count, "all differ")
    for id in ids {
      XCTAssertNotNil(
        names[id].wholeMatch(of: #/[A-Za-z0-9][A-Za-z0-9_-]{0,80}/#), "\(id): \(names[id])")
    }
    XCTAssertEqual(
      PageNames(["李雷"])["李雷"], names["李雷"], "a name does not depend on the rest of the class")
  }

  func testNamesOfTestsReadAsWords() {
    XCTAssertEqual(StudentPage.sentence("testKeepsItsShape"), "keeps its shape")
    XCTAssertEqual(
      StudentPage.sentence("testMatchesNumPyForM1AndLNaN"), "matches num py for m1 and l na n")
    XCTAssertEqual(StudentPage.sentence("testAOneByOneMatrix"), "a one by one matrix")
    XCTAssertEqual(StudentPage.sentence("something"), "something")
  }

  func testAMegabyteIsClipped() {
    let html = MessageText.html(String(repeating: "<&", count: 500_000), .english)
    XCTAssertLessThan(html.utf8.count, 40_000)
    XCTAssertTrue(html.hasSuffix("… (994000 more bytes)</pre>"), String(html.suffix(60)))
  }

  func testPrintedLinesAreFound() {
    XCTAssertEqual(
      MessageText.printed(in: "wrong\nyour code printed:\n  a\n    b\n\n  c\nhelp: hint"),
      "a\n  b\n\nc")
    XCTAssertNil(MessageText.printed(in: "wrong\n  your code printed:\n  a"))
  }
}
