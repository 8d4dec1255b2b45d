import Foundation
import GradedTesting
import Terminals
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Banks that are exported and imported again: nothing changes but what the export names as lost.
final class RoundTripTests: FrameworkTestCase {
  private static let formats: [ExportFormat] = [.gift, .moodleXML, .qti12, .qti21]

  private func exported(_ quiz: ExportedQuiz, _ format: ExportFormat) throws -> Data {
    format == .qti21 ? try quiz.package(format) : Data(try quiz.text(format).utf8)
  }

  private func texts(_ options: [PosedQuestion.Option], _ kind: Question.Kind) -> Set<String> {
    Set(
      options.map { option in
        let text =
          kind.isTyped ? option.text.filter { $0 != " " } : "\(RichText.unnamed(option.text))"
        return "\(option.isRight) \(text) | \(RichText.unnamed(option.explanation))"
      })
  }

  func testExportedSamplesAreImportedUnchanged() throws {
    for name in [
      "Sample-Types.en.md", "Tricky-Marks.en.md", "Sample-Types.zh.md", "Tricky-Marks.zh.md",
    ] {
      let bank = try Samples.bank(name)
      let quiz = try ExportedQuiz(bank, seed: 7, includesAnswers: true)
      for format in Self.formats { try check(quiz, format) }
    }
  }

  /// Each bank in one of the formats in turn, since all in all take ten seconds.
  func testExportedBanksOfTheCourseAreImportedUnchanged() throws {
    let files = try Samples.library().entries.flatMap { $0.files.values.sorted() }
    XCTAssertFalse(files.isEmpty, "the course has no bank")
    for (place, file) in files.enumerated() {
      let bank = try XCTUnwrap(Bank.read(file).bank)
      let quiz = try ExportedQuiz(bank, seed: 3, includesAnswers: true)
      try check(quiz, Self.formats[place % Self.formats.count])
    }
  }

  private func check(_ quiz: ExportedQuiz, _ format: ExportFormat) throws {
    let language = quiz.bank.language
    let name = "\(quiz.bank.file.split(separator: "/").last ?? "") as \(format)"
    let imported = try ImportedBank(
      try exported(quiz, format), name: "Test", language: language)
    XCTAssertEqual(imported.losses.filter(\.isLeftOut), [], name)
    let scored = imported.losses.contains { $0.reason == .scoring }
    XCTAssertEqual(scored, quiz.losses(format).contains(.scoring), name)
    XCTAssertEqual(imported.title, quiz.bank.title, name)
    XCTAssertEqual(imported.questions.map(\.id), quiz.questions.map(\.question.id), name)
    let read = Bank.read(
      Data(imported.markdown.utf8), file: "T1-Test.\(language.code).md", deeply: true)
    // The imported bank has no fault but, perhaps, one about the places of its right options.
    XCTAssertEqual(
      read.faults.map { $0.phrase(.english) }
        .filter { !$0.hasPrefix("T1-Test.\(language.code).md:1: ") }, [], name)
    for (posed, back) in zip(quiz.questions, try XCTUnwrap(read.bank, name).questions) {
      let question = posed.question
      let back = try PosedQuestion(back, seed: 1, isShuffled: false)
      let place = "\(name): \(question.id)"
      XCTAssertEqual(back.question.kind, question.kind, place)
      XCTAssertEqual(RichText.unnamed(back.text), RichText.unnamed(posed.text), place)
      if format != .gift { XCTAssertEqual(back.question.points, question.points, place) }
      if format != .qti12 {
        XCTAssertEqual(
          back.question.tags.map { $0.lowercased() }, question.tags.map { $0.lowercased() }, place)
      }
      if format == .moodleXML {
        XCTAssertEqual(
          back.hint.map(RichText.unnamed), posed.hint.map(RichText.unnamed), place)
      }
      switch question.kind {
      case .number: checkNumbers(posed, back, place)
      case .text:
        XCTAssertEqual(
          Set(back.options.map { "\($0.isRight) \(TypedText($0.text).canonical)" }),
          Set(
            posed.options.map { "\($0.isRight) \(TypedText(RichText.plain($0.text)).canonical)" }),
          place)
      default:
        XCTAssertEqual(
          texts(back.options, question.kind), texts(posed.options, question.kind), place)
      }
    }
  }

  /// Checks that the same numbers are accepted at and around the ends of the tolerance.
  private func checkNumbers(_ posed: PosedQuestion, _ back: PosedQuestion, _ place: String) {
    for option in posed.options {
      for number in posed.acceptedNumbers(option) {
        let margin = Double(number.margin) ?? 0
        let value = Double(number.text) ?? 0
        for typed in [
          value, value - 0.999 * margin, value + 0.999 * margin, value - 1.01 * margin,
          value + 1.01 * margin, value + 1,
        ] {
          let text = NumberFormat.plain(typed)
          XCTAssertEqual(back.isRight(text), posed.isRight(text), "\(place): \(text)")
        }
        XCTAssertEqual(back.isRight(number.text), posed.isRight(number.text), place)
      }
    }
  }

  func testPicturesTravelWithTheirQuestions() throws {
    let scratch = try Scratch()
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"
    try drawing.write(toFile: scratch.path + "/re lu.svg", atomically: true, encoding: .utf8)
    let figure = "```text re lu.svg\n    /\n___/ <\n```"
    let text =
      "# T\n\n## q\n\nWhich is it?\n\n\(figure)\n\n- [x] a\n\n"
      + figure.split(separator: "\n").map { "  \($0)\n" }.joined() + "  > yes\n- [ ] b\n  > no\n"
    let file = scratch.path + "/T1-Test.en.md"
    let (bank, faults) = Bank.read(Data(text.utf8), file: file, deeply: true)
    XCTAssertEqual(faults, [])
    let quiz = try ExportedQuiz(try XCTUnwrap(bank), seed: 1, includesAnswers: true)
    for format in [ExportFormat.moodleXML, .qti12, .qti21] {
      let data = format == .moodleXML ? Data(try quiz.text(format).utf8) : try quiz.package(format)
      XCTAssertFalse(
        quiz.losses(format, isPackage: true).contains(.pictures(["q"])), "\(format)")
      let imported = try ImportedBank(data, name: "T", language: .english)
      XCTAssertEqual(imported.drawings, ["re lu.svg": Data(drawing.utf8)], "\(format)")
      XCTAssertEqual(imported.questions[0].text, "Which is it?\n\n\(figure)", "\(format)")
      XCTAssertEqual(imported.questions[0].options.first(where: \.isRight)?.text, "a\n\n\(figure)")
    }
    for format in [ExportFormat.gift, .text2qti, .qti12, .anki] {
      XCTAssertTrue(quiz.losses(format).contains(.pictures(["q"])), "\(format)")
      XCTAssertFalse(try quiz.text(format).contains("svg"), "\(format)")
      XCTAssertTrue(try quiz.text(format).contains("___/"), "\(format)")
    }
  }

  func testAPictureThatIsNoPlainDrawingIsNotTaken() throws {
    for content in ["<svg><script>1</script></svg>", "PNG"] {
      let bank = try ImportedBank(
        "<quiz><question type=\"truefalse\"><name><text>q</text></name><questiontext format=\"html\">"
          + "<text>&lt;img src=\"@@PLUGINFILE@@/a.svg\" alt=\"a\"&gt;</text><file name=\"a.svg\" "
          + "encoding=\"base64\">\(Data(content.utf8).base64EncodedString())</file></questiontext>"
          + "<answer fraction=\"100\"><text>true</text></answer>"
          + "<answer fraction=\"0\"><text>false</text></answer></question></quiz>")
      XCTAssertEqual(bank.drawings, [:])
      XCTAssertEqual(bank.questions.first?.text, "[a]")
      XCTAssertTrue(bank.losses.contains { $0.reason == .picture("@@PLUGINFILE@@/a.svg") })
    }
  }

  /// Markdown that is written reads back as the same blocks, whatever they hold.
  func testMarkdownReadsBackAsItWas() {
    let pieces = [
      "a", " ", "*", "**", "`", "``", "\\", "{{", "}}", "<b>", "&amp;", "$", "x", "-", "- ", "1. ",
      "#",
      ">", "|", "~~~", "[a](b.c)", "!", "_", "神经", "，", "```", "::",
    ]
    var random = RandomDraw(seed: 11 as UInt64)
    func text() -> String {
      (0...random.index(below: 5)).map { _ in pieces[random.index(below: pieces.count)] }.joined()
    }
    for _ in 0..<3000 {
      let html = (0...random.index(below: 3)).map { _ in
        let tag = ["p", "li", "pre", "b", "i", "code"][random.index(below: 6)]
        return "<\(tag)>\(escapedMarkup(text()))</\(tag)>"
      }.joined()
      let blocks = HTMLText(html).blocks
      let markdown = RichText.markdown(blocks)
      let filled = try? Interpolation.fill(markdown, [:])
      XCTAssertEqual(
        filled.map { RichText.unnamed($0) }, RichText.merged(blocks), "\(html)\n\(markdown)")
    }
  }
}

extension RichText {
  /// The blocks without the languages of code, with touching texts of one style as one.
  fileprivate static func unnamed(_ markdown: String) -> [Block] { merged(blocks(markdown)) }

  fileprivate static func merged(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      switch block {
      case .code(_, let lines), .picture(_, let lines):
        .code(language: "", lines.map { $0.trimmingEnd })
      case .item(let marker, let spans): .item(marker: marker, merged(spans))
      case .paragraph(let spans): .paragraph(merged(spans))
      }
    }
  }

  /// A blank has no style.
  private static func merged(_ spans: [StyledText]) -> [StyledText] {
    var result: [StyledText] = []
    for span in spans {
      for character in span.text {
        let style = character == " " && !span.style.contains(.code) ? [] : span.style
        if let last = result.last, last.style == style {
          result[result.count - 1].text.append(character)
        } else {
          result.append(StyledText(text: String(character), style: style))
        }
      }
    }
    return result
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
