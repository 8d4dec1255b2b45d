import GradedTesting
import XCTest

@testable import Quizzing

final class TextTests: FrameworkTestCase {
  /// The widths are those of Python's package wcwidth.
  func testDisplayWidthsAreThoseOfATerminal() {
    let cases: [(String, Int)] = [
      ("abc", 3), ("神经网络", 8), ("（4，m）", 8), ("ŷ", 1), ("y\u{302}", 1), ("Σ α₁ ⁿ", 6),
      ("▸ ✓ → █", 7), ("あア", 4), ("한글", 4), ("🙂", 2), ("", 0), ("…—“”", 4), ("ｱ", 1),
    ]
    for (text, width) in cases { XCTAssertEqual(displayWidth(of: text), width, text) }
  }

  func testWrappedLinesFitAndLoseNothing() {
    let text = "卷积网络 (convolutional network) 用共享参数，减少了参数个数；it is equivariant to shifts。"
    for width in 10...60 {
      let lines = TextWrapping.lines(text, width: width)
      for line in lines {
        XCTAssertLessThanOrEqual(line.width, width, "“\(line.text)”")
        XCTAssertFalse("，。；）".contains(line.text.first ?? "x"), "“\(line.text)” at \(width)")
      }
      XCTAssertEqual(
        lines.map(\.text).joined().filter { $0 != " " }, text.filter { $0 != " " })
    }
  }

  func testAWordLongerThanTheLineIsCut() {
    XCTAssertEqual(
      TextWrapping.lines("aa bbbbbbb", width: 4).map(\.text), ["aa", "bbbb", "bbb"])
  }

  func testInlineMarksBecomeStyles() {
    XCTAssertEqual(
      RichText.inline("a `b*c` **d** *e* \\*f\\* 2 * 3 * 4"),
      [
        Span(text: "a "), Span(text: "b*c", style: .code), Span(text: " "),
        Span(text: "d", style: .bold), Span(text: " "), Span(text: "e", style: .italic),
        Span(text: " *f* 2 * 3 * 4"),
      ])
    XCTAssertEqual(RichText.inline("a ** b `c"), [Span(text: "a ** b `c")])
  }

  func testALineBreakBetweenChineseCharactersAddsNoSpace() {
    XCTAssertEqual(RichText.plain("神经\n网络，\nReLU\n激活"), "神经网络，ReLU 激活")
    XCTAssertEqual(RichText.plain("one\ntwo"), "one two")
  }

  func testFencesListsAndParagraphsBecomeHTML() {
    XCTAssertEqual(
      RichText.html("a < b & `x > y`\n\n- one\n- **two**\n\n```text\n <o>\n\n/\n```"),
      "<p>a &lt; b &amp; <code>x &gt; y</code></p><ul><li>one</li><li><strong>two</strong></li>"
        + "</ul><pre><code> &lt;o&gt;\n\n/</code></pre>")
  }

  func testNoColorLeavesNoColourCodes() {
    let line = StyledLine("x", [.bold, .right])
    XCTAssertEqual(line.escaped(colours: false), "\u{1B}[1mx\u{1B}[0m")
    XCTAssertEqual(line.escaped(colours: true), "\u{1B}[1;32mx\u{1B}[0m")
  }

  func testEveryPhraseExistsInBothLanguages() {
    let phrases: [Phrase] = [
      .questionOf(1, 2), .points(1), .timeLeft("1:00"), .exam, .chooseOne,
      .chooseSeveral, .judgeStatement, .typeNumber(tolerance: "±1"), .typeShape, .typeText,
      .hint("h"), .noHint, .answerLabel, .right, .wrong, .partlyRight(earned: 1, maximum: 2),
      .rightAnswer("a"), .missedOption, .keysChoice(several: true), .keysChoice(several: false),
      .keysTyped, .keysTypedCommands, .keysFeedback(isLast: true), .keysHandIn, .keysEnd,
      .keysScroll, .lineChoicePrompt(several: true), .lineChoicePrompt(several: false),
      .lineTypedPrompt, .lineFeedbackPrompt, .lineHandInPrompt, .nothingChosen, .nothingTyped,
      .unknownOption("x"), .notUnderstoodNumber, .notUnderstoodShape, .alreadyFirst,
      .terminalTooSmall, .answeredOf(1, 2), .handInQuestion, .openQuestions("1"), .timeIsUp,
      .answersWritten("f"), .leftAndSaved(quiz: "q"), .resumed(1, 2), .summary,
      .scoreLine(points: "1", maximum: "2", percentage: "50"), .scoringNamed(.perOption),
      .scoringNamed(.allOrNothing), .scoringNamed(.rightMinusWrong), .byTopic, .readAgain,
      .readAgainItem("x", questions: "1"),
      .allRight, .dueForReview(2), .listHeading, .listColumns, .unfinished(1, 2), .neverAsked,
      .due(1), .nothingDue, .dueLater("d"), .reviewTitle, .listFoot,
      .setAside(path: "p", reason: "r"), .progressNotSaved("r"),
    ]
    for phrase in phrases {
      XCTAssertFalse(phrase.english.isEmpty, "\(phrase)")
      XCTAssertFalse(phrase.chinese.isEmpty, "\(phrase)")
      XCTAssertNotEqual(phrase.english, phrase.chinese, "\(phrase)")
    }
  }

  func testTheKeysFitAScreenOfEightyColumns() {
    let keys: [Phrase] = [
      .keysChoice(several: true), .keysChoice(several: false), .keysTyped, .keysTypedCommands,
      .keysFeedback(isLast: true), .keysFeedback(isLast: false), .keysHandIn, .keysEnd,
    ]
    for key in keys {
      XCTAssertLessThanOrEqual(displayWidth(of: key.english), 80, key.english)
      XCTAssertLessThanOrEqual(displayWidth(of: key.chinese), 80, key.chinese)
    }
  }
}
