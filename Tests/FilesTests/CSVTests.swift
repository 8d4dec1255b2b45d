import Files
import GradedTesting
import Text
import XCTest

final class CSVTests: FrameworkTestCase {
  func testFieldsAreQuotedAndFormulasAreEscaped() {
    XCTAssertEqual(CSV.field("plain"), "plain")
    XCTAssertEqual(CSV.field("a,\"b\""), "\"a,\"\"b\"\"\"")
    XCTAssertEqual(CSV.field("=1+1"), "'=1+1")
    XCTAssertEqual(CSV.field("＝1+1"), "'＝1+1")
    XCTAssertEqual(CSV.field("=\u{301}1"), "'=\u{301}1")
    XCTAssertEqual(CSV.field("a;=1+1"), "\"a;=1+1\"")
    XCTAssertEqual(CSV.field("-3.5"), "-3.5")
    XCTAssertEqual(CSV.field("a\u{1B}[2J"), "a\u{FFFD}[2J")
    XCTAssertEqual(CSV.field("two\nlines"), "two lines")
    XCTAssertEqual(CSV.field("=1+1", for: .program), "=1+1")
    XCTAssertEqual(CSV.field("two\nlines", for: .program), "\"two\nlines\"")
  }

  func testWrittenRowsAreReadBack() throws {
    let rows = [["id", "name"], ["7", "Ada, \"A.\""], ["", "阿达"], ["x", ""]]
    XCTAssertEqual(try CSV.rows(CSV.text(rows)).map(\.fields), rows)
  }

  /// The expected rows are those of Python's csv module.
  func testEveryDialectIsRead() throws {
    let cases: [(String, [[String]])] = [
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("\u{FEFF}a\n", [["a"]]),
      ("a\n\n\nb\n", [["a"], ["b"]]), (",\n", [["", ""]]), ("", []),
      ("\"a\nb\",\"c\"\"d\"\n", [["a\nb", "c\"d"]]), ("5\" disk,x\n", [["5\" disk", "x"]]),
      ("\"e\u{301}\",é\n", [["e\u{301}", "é"]]), ("\"\"\n", []),
    ]
    for (text, rows) in cases { XCTAssertEqual(try CSV.rows(text).map(\.fields), rows, text) }
    XCTAssertEqual(try CSV.rows("a;b,c\n", separator: ";").map(\.fields), [["a", "b,c"]])
  }

  func testRowsKnowTheirLine() throws {
    XCTAssertEqual(try CSV.rows("a\r\n\n\"b\nb\"\nc\n").map(\.line), [1, 3, 5])
  }

  func testFaultsNameTheirLine() {
    let cases: [(String, String, String)] = [
      (
        "a\n\"b,c\n",
        "line 2: the quote (\") that opens a field here is not closed",
        "第 2 行：这里有一个引号（\"）没有配对"
      ),
      (
        "a\n\"b\"c,d\n",
        "line 2: “c” follows a closed quote: write a separator there, or double the quote inside "
          + "the field (\"\")",
        "第 2 行：引号结束后出现“c”：这里应为分隔符；字段内的引号要写成两个（\"\"）"
      ),
    ]
    for (text, english, chinese) in cases {
      XCTAssertThrowsError(try CSV.rows(text)) {
        XCTAssertEqual(($0 as? CSVError)?.phrase(.english), english)
        XCTAssertEqual(($0 as? CSVError)?.phrase(.chinese), chinese)
      }
    }
  }

  func testAnyTextYieldsRowsOrAnError() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("a,\"\n\r;é代\u{FEFF} =")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0..<24, using: &random)).compactMap { _ in alphabet.randomElement() })
      guard let rows = try? CSV.rows(text) else { continue }
      XCTAssertFalse(
        rows.contains { $0.fields.isEmpty }, "every row of \(text) should have a field")
      XCTAssertEqual(
        rows.map(\.line), rows.map(\.line).sorted(),
        "the line numbers of \(text) should be in order")
    }
  }
}
