import GradedTesting
import Text
import XCTest

@testable import Commands

/// Tests how command lines are parsed.
final class ParserTests: FrameworkTestCase {
  func testOptionsMayStandAnywhereInBothForms() throws {
    for words in [
      ["bake", "baguette", "--minutes", "20", "--salt"],
      ["bake", "--minutes=20", "--salt", "baguette"],
      ["bake", "--salt", "--minutes", "9", "baguette", "--minutes=20"],
    ] {
      var parser = Parser(Bakery.root, language: .english)
      guard case .run(let invocation) = try parser.parse(words) else {
        XCTFail("\(words) should not be a request for help")
        continue
      }
      XCTAssertEqual(invocation.operands, ["baguette"], "\(words)")
      XCTAssertEqual(invocation.text("--minutes"), "20", "\(words)")
      XCTAssertTrue(invocation.has("--salt"), "\(words)")
      XCTAssertFalse(invocation.has("--recipe"), "\(words)")
      XCTAssertEqual(invocation.path, ["bakery", "bake"], "\(words)")
    }
  }

  func testWordsAfterTwoDashesAreNotOptions() throws {
    let invocation = try XCTUnwrap(try Bakery.parsed("sell", "--", "--minutes", "help", "--"))
    XCTAssertEqual(invocation.operands, ["--minutes", "help", "--"])
  }

  func testAValueMayBeEmptyNegativeOrContainAnEqualsSign() throws {
    let invocation = try XCTUnwrap(
      try Bakery.parsed("bake", "x", "--recipe=a=b", "--minutes", "-1", "--weight="))
    XCTAssertEqual(invocation.text("--recipe"), "a=b")
    XCTAssertEqual(invocation.text("--minutes"), "-1")
    XCTAssertEqual(invocation.text("--weight"), "")
  }

  func testASingleDashIsAnArgument() throws {
    XCTAssertEqual(try Bakery.parsed("bake", "-")?.operands, ["-"])
  }

  func testTheLanguageIsFoundOnAnInvalidLine() {
    for (words, language) in [
      (["chek", "--lang", "zh"], Language.chinese), (["--lang=zh", "--nonsense"], .chinese),
      (["--lang", "zh", "--lang=en"], .english), (["--lang"], nil), (["--lang", "fr"], nil),
      (["--", "--lang=zh"], nil), ([], nil),
    ] as [([String], Language?)] {
      XCTAssertEqual(Program.language(in: words), language, "\(words)")
    }
  }

  func testOnlyNumbersAreParsed() throws {
    let invocation = try XCTUnwrap(
      try Bakery.parsed("bake", "x", "--minutes", "20", "--weight", "1.5", "--crust=crisp"))
    XCTAssertEqual(try invocation.integer("--minutes"), 20)
    XCTAssertEqual(try invocation.number("--weight"), 1.5)
    XCTAssertEqual(try invocation.choice("--crust"), Bakery.Crust.crisp)
    XCTAssertNil(try invocation.integer("--salt-grains"))
    XCTAssertThrowsError(try invocation.integer("--weight"))
    XCTAssertThrowsError(try invocation.integer("--minutes", in: 0...19))
  }
}
