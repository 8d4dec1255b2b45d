import Foundation
import GradedTesting
import Terminals
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// What the course exports and imports again is what it was, but for what the export names.
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

  func testSamplesComeBack() throws {
    for name in [
      "Sample-Types.en.md", "Tricky-Marks.en.md", "Sample-Types.zh.md", "Tricky-Marks.zh.md",
    ] {
      let bank = try Samples.bank(name)
      let quiz = try ExportedQuiz(bank, seed: 7, includesAnswers: true)
      for format in Self.formats { try check(quiz, format) }
    }
  }

  /// Each bank in one of the formats in turn, since all in all take ten seconds.
  func testTheBanksOfTheCourseComeBack() throws {
    let folder = try XCTUnwrap(QuizLibrary.folder(nil), "no folder Quizzes")
    let files = QuizLibrary(folder: folder).entries.flatMap { $0.files.values.sorted() }
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
    XCTAssertEqual(imported.title, quiz.bank.title, name)
    XCTAssertEqual(imported.questions.map(\.id), quiz.questions.map(\.question.id), name)
    let read = Bank.read(
      Data(imported.markdown.utf8), file: "T1-Test.\(language.code).md", deeply: true)
    // The checks of a bank's own are passed, but for that of where right ones stand.
    XCTAssertEqual(
      read.faults.map { $0.phrase(.english) }
        .filter { !$0.hasPrefix("T1-Test.\(language.code).md:1: ") }, [], name)
    for (posed, back) in zip(quiz.questions, read.bank?.questions ?? []) {
      let question = posed.question
      let back = try PosedQuestion(back, seed: 1, isShuffled: false)
      let place = "\(name): \(question.id)"
      XCTAssertEqual(back.question.kind, question.kind, place)
      XCTAssertEqual(RichText.unnamed(back.text), RichText.unnamed(posed.text), place)
      if format != .gift { XCTAssertEqual(back.question.points, question.points, place) }
      if format == .gift || format == .moodleXML {
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

  /// What is accepted of a number, and just not, stays so.
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
      case .code(_, let lines): .code(language: "", lines.map { $0.trimmingEnd })
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
