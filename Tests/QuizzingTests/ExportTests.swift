import Foundation
import GradedTesting
import Text
import XCTest

@testable import Quizzing

final class ExportTests: FrameworkTestCase {
  private func export(
    _ name: String, _ format: ExportFormat, includesAnswers: Bool = true
  ) throws -> String {
    try ExportedQuiz(
      try Samples.bank(name), seed: 7, includesAnswers: includesAnswers
    ).text(format)
  }

  func testGIFTEscapesItsMarks() throws {
    let text = try export("Tricky-Marks.en.md", .gift)
    XCTAssertTrue(text.contains("<code>&\\#123;a\\: 1&\\#125;</code> \\~ b"), text)
    XCTAssertTrue(text.contains("=A \\\\* B#"), "a star in an answer is no wildcard")
    XCTAssertTrue(text.contains("~%33.33333%<p>1</p>#"))
    XCTAssertTrue(text.contains("~%-33.33333%<p>2</p>#"))
    for question in text.components(separatedBy: "\n\n").dropFirst(2) {
      let open = question.replacing("\\{", with: "").count { $0 == "{" }
      let close = question.replacing("\\}", with: "").count { $0 == "}" }
      XCTAssertEqual(open, question.hasPrefix("$") ? 0 : 1, question)
      XCTAssertEqual(open, close, question)
    }
  }

  /// The fractions of Moodle's question/engine/bank.php.
  func testSharesAreFractionsThatMoodleAccepts() throws {
    XCTAssertEqual(
      try (1...10).map { try MoodleFraction.share(of: $0, question: "q") },
      [
        "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10",
      ])
    XCTAssertThrowsError(try MoodleFraction.share(of: 11, question: "q")) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "the question “q” has 11 options of one kind: Moodle has no fraction 1/11")
    }
  }

  func testWithoutAnswersNothingTellsThem() throws {
    let json = try export("Tricky-Marks.en.md", .json, includesAnswers: false)
    let markdown = try export("Tricky-Marks.en.md", .markdown, includesAnswers: false)
    for text in [json, markdown] {
      for secret in [
        "\"right\"", "explanation", "[x] 1", "elementwise.", "A * B", "= 0.25", "look for",
      ] {
        XCTAssertFalse(text.contains(secret), "“\(secret)” in\n\(text)")
      }
    }
  }

  func testXMLEscapesMarksAndKeepsChinese() throws {
    for format in [ExportFormat.moodleXML, .qti12] {
      let text = try export("Tricky-Marks.en.md", format)
      XCTAssertTrue(text.contains("哪些是&lt;em&gt;奇数&lt;/em&gt;"), "\(format)")
      XCTAssertFalse(text.contains("]]>"), "\(format)")
      let parser = XMLProbe()
      XCTAssertTrue(parser.parse(text), "\(format) is no well-formed XML")
    }
  }
}

/// A check of nesting that needs no XML library: every opened element is closed in its place.
private struct XMLProbe {
  func parse(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
