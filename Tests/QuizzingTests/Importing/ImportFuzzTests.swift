import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Feeds the importers with damaged files; what counts is that nothing traps, that nothing is written
/// with another key than was read, and that every refusal and remark has a sentence.
///
///     COURSE_CODE=solutions COURSE_FUZZ_ROUNDS=100000 swift test --filter QuizzingTests.ImportFuzzTests
final class ImportFuzzTests: FrameworkTestCase {
  private static let tokens = [
    "{", "}", "=", "~", "#", "::", "->", "%50%", "%-33.333%", "####", "\\", "\\n", "[html]",
    "[markdown]",
    "$CATEGORY: a/b\n\n", "\n\n", "//", "..", ":", "*", "1e99", "-0", "99999999999999999999",
    "TRUE",
    "<p>", "</p>", "<b", "<!--", "-->", "<pre>", "<table><tr><td>", "<li>", "<ul>", "<sub>",
    "&amp;", "&#0;",
    "&#x10FFFF;", "&lt;b&gt;", "]]>", "<![CDATA[", "\u{0}", "\u{FEFF}", "\u{202E}", "{{", "}}",
    "```", "## x\n",
    "- [x] ", "  > ", "$$", "\\(", "\\frac{1}{2}", "<and>", "<or>", "<not>",
    "<varequal respident=\"r\">1</varequal>",
    "<other/>", "<setvar action=\"Add\">1</setvar>", "|", "(4, m)", "single", "fraction=\"50\"",
    "rcardinality=\"Multiple\"", "cardinality=\"multiple\"", "<correct identifier=\"RESPONSE\"/>",
    "<isNull>",
    "toleranceMode=\"relative\"", "<mapEntry mapKey=\"a\" mappedValue=\"1\"/>", "神", "\"", "'", "/",
    ">",
  ]

  /// Every question of the samples in a file of its own.
  private func files(_ format: ExportFormat) throws -> [[UInt8]] {
    try ["Sample-Types.en.md", "Tricky-Marks.en.md", "Tricky-Marks.zh.md"].flatMap { name in
      let whole = try ExportedQuiz(try Samples.bank(name), seed: 7, includesAnswers: true)
      return try whole.pools.map { pool in
        var quiz = whole
        quiz.pools = [pool]
        guard format == .qti21 else { return Array(try quiz.text(format).utf8) }
        let writer = QTI21Writer(quiz: quiz)
        return Array(try XCTUnwrap(writer.files().last).content.document.utf8)
      }
    }
  }

  /// XML that is well-formed and says something strange: elements left out, doubled and renamed, other
  /// values and texts.
  private func strange(_ element: MarkupElement, _ random: inout RandomDraw) -> String {
    let token = escapedMarkup(
      Self.tokens[random.index(below: Self.tokens.count)].filter { $0 >= " " && $0 != "\u{FEFF}" })
    let change = random.index(below: 150)
    if change == 0 { return "" }
    let name =
      change == 1
      ? ["and", "or", "not", "text", "p", "item"][random.index(below: 6)] : element.name
    let attributes = element.attributes.sorted { $0.key < $1.key }
      .filter { $0.key != "xmlns" && $0.key.hasPrefix("lang") == false }
      .map { attribute in
        let value = random.index(below: 100) == 0 ? token : escapedMarkup(attribute.value)
        return " \(attribute.key)=\"\(value)\""
      }.joined()
    var inner = ""
    for child in element.children {
      switch child {
      case .element(let element): inner += strange(element, &random)
      case .text(let text): inner += random.index(below: 60) == 0 ? token : escapedMarkup(text)
      }
    }
    let written = "<\(name)\(attributes)>\(inner)</\(name)>"
    return change == 2 ? written + written : written
  }

  /// A damaged file: three of four times strange XML where it is XML, otherwise other bytes.
  private func damaged(_ bytes: [UInt8], _ round: Int, _ random: inout RandomDraw) -> [UInt8] {
    if round % 4 > 0, let text = String(validating: bytes, as: UTF8.self),
      let root = try? MarkupReader.read(text.replacing(/<\?xml.*\?>/, with: ""))
    {
      return Array(strange(root, &random).utf8)
    }
    return Damage.done(to: bytes, tokens: Self.tokens, &random)
  }

  private func feed(_ seeds: [[UInt8]]) {
    feed { round, random in damaged(seeds[round % seeds.count], round, &random) }
  }

  private func feed(
    rounds: Int = Damage.rounds, _ input: (Int, inout RandomDraw) throws -> [UInt8]
  ) rethrows {
    var random = RandomDraw(seed: 19 as UInt64)
    var accepted = 0
    for round in 0..<rounds {
      let bytes = try input(round, &random)
      do throws(ImportError) {
        let language: BankLanguage = round % 3 == 0 ? .chinese : .english
        let bank = try ImportedBank(Data(bytes), name: "F", language: language)
        for loss in bank.losses {
          XCTAssertNotEqual(loss.reason.phrase(.english), "is lost", "\(loss)")
          XCTAssertGreaterThan(loss.line, 0)
        }
        guard !bank.questions.isEmpty else { continue }
        accepted += 1
        let faults = Bank.read(
          Data(bank.markdown.utf8), file: "F-F.\(language.code).md", deeply: true
        ).faults
        for fault in faults { XCTAssertFalse(fault.phrase(.chinese).isEmpty) }
      } catch {
        if case .notKept = error {
          XCTFail("a key changed: \(String(decoding: bytes, as: UTF8.self))")
        }
        XCTAssertFalse(error.phrase(.chinese).isEmpty)
      }
    }
    XCTAssertGreaterThan(
      Double(accepted), 0.3 * Double(rounds), "too few inputs are read")
  }

  func testNoGIFTTraps() throws { feed(try files(.gift)) }

  func testNoMoodleXMLTraps() throws { feed(try files(.moodleXML)) }

  func testNoQTI12Traps() throws { feed(try files(.qti12)) }

  func testNoQTI21Traps() throws { feed(try files(.qti21)) }

  /// Damage to the archive itself is found by its checksums, so most inputs have it in a file inside.
  ///
  /// A package takes ten times as long as the file of one question, so there are fewer.
  func testNoPackageTraps() throws {
    let quiz = try ExportedQuiz(
      try Samples.bank("Tricky-Marks.en.md"), seed: 7, includesAnswers: true)
    let packages = try [ExportFormat.qti12, .qti21].map { try quiz.packageFiles($0) }
    try feed(rounds: Damage.rounds / 6) { round, random in
      var files = packages[round % 2]
      let isWhole = round % 8 > 1
      if isWhole {
        let place = random.index(below: files.count)
        files[place].content = Data(damaged(Array(files[place].content), round, &random))
      }
      let archive = Array(try StoredArchive.data(of: files))
      return isWhole ? archive : Damage.done(to: archive, tokens: Self.tokens, &random)
    }
  }
}
