import GradedTesting
import Text
import XCTest

@testable import Quizzing
@testable import Terminals

final class RichTextTests: FrameworkTestCase {
  func testStylesSurviveWrapping() {
    let spans = [
      StyledText(text: "aa "), StyledText(text: "bb，神经", style: .bold), StyledText(text: "c"),
    ]
    XCTAssertEqual(
      TextWrapping.lines(spans, width: 6),
      [
        StyledLine([StyledText(text: "aa")]), StyledLine([StyledText(text: "bb，神", style: .bold)]),
        StyledLine([StyledText(text: "经", style: .bold), StyledText(text: "c")]),
      ])
  }

  func testInlineMarksBecomeStyles() {
    XCTAssertEqual(
      RichText.inline("a `b*c` **d** *e* \\*f\\* 2 * 3 * 4"),
      [
        StyledText(text: "a "), StyledText(text: "b*c", style: .code), StyledText(text: " "),
        StyledText(text: "d", style: .bold), StyledText(text: " "),
        StyledText(text: "e", style: .italic),
        StyledText(text: " *f* 2 * 3 * 4"),
      ])
    XCTAssertEqual(RichText.inline("a ** b `c"), [StyledText(text: "a ** b `c")])
  }

  func testALineBreakBetweenChineseCharactersAddsNoSpace() {
    XCTAssertEqual(RichText.plain("神经\n网络，\nReLU\n激活"), "神经网络，ReLU 激活")
    XCTAssertEqual(RichText.plain("one\ntwo"), "one two")
  }

  func testANumberAtTheBreakOfALineBeginsNoList() {
    XCTAssertEqual(RichText.plain("is\n16. One example"), "is 16. One example")
    XCTAssertEqual(RichText.blocks("two:\n1. a\n2. b").count, 3)
    XCTAssertEqual(RichText.blocks("two:\n\n3. a\n4. b").count, 3)
    XCTAssertEqual(
      RichText.inline("*a\\** and **b\\***").map(\.text), ["a*", " and ", "b*"],
      "a literal star closes nothing")
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

  func testTheKeysFitAScreenOfEightyColumns() {
    let keys: [Phrase] = [
      .keysChoice(several: true, count: 30), .keysChoice(several: false, count: 30), .keysTyped,
      .keysTypedCommands,
      .keysFeedback(.again), .keysFeedback(.next), .keysFeedback(.finish), .keysHandIn, .keysEnd,
    ]
    for key in keys {
      XCTAssertLessThanOrEqual(displayWidth(of: key.english), 80, key.english)
      XCTAssertLessThanOrEqual(displayWidth(of: key.chinese), 80, key.chinese)
    }
  }
}
