import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks

final class BankParserTests: FrameworkTestCase {
  func testTheSampleIsReadAsItsAuthorMeantIt() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    XCTAssertEqual(bank.id, "Sample")
    XCTAssertEqual(bank.language, .english)
    XCTAssertEqual(bank.title, "Sample of every type")
    XCTAssertEqual(
      bank.questions.map(\.kind), [.one, .several, .trueFalse, .shape, .number, .text, .one])
    let first = bank.questions[0]
    XCTAssertEqual(first.hint, "ask whether each value already has a name of its own.")
    XCTAssertEqual(first.read, "lesson C1W1, Kinds of data")
    XCTAssertEqual(first.options.map(\.isRight), [true, false, false, false])
    XCTAssertEqual(bank.questions[1].keptPlaces, [3])
    XCTAssertEqual(bank.questions[4].tolerance, .absolute(0.01))
    XCTAssertTrue(bank.questions[6].keepsAll)
    XCTAssertEqual(
      bank.questions[6].options[0].text, "this one\n\n```text\n      /\n_____/\n```")
  }

  func testBothLanguagesOfTheSamplesAgree() throws {
    for name in ["Sample-Types", "Tricky-Marks"] {
      let english = try Samples.bank("\(name).en.md")
      let chinese = try Samples.bank("\(name).zh.md")
      XCTAssertEqual(english.faults(against: chinese).map { $0.phrase(.english) }, [])
      XCTAssertEqual(chinese.faults(against: english).map { $0.phrase(.english) }, [])
      XCTAssertEqual(english.structureFingerprint, chinese.structureFingerprint)
    }
  }

  /// Every fault that a question can have, with its line.
  func testEveryFaultOfAQuestionHasItsLineAndSentence() {
    let ok = "Text?\n\n- [x] a\n  > yes\n- [ ] b\n  > no\n"
    let cases: [(question: String, fault: String)] = [
      (
        "- [x] a\n  > yes\n- [ ] b\n  > no\n",
        "3: the question has no text: write it between the heading and the options"
      ),
      ("Text?\n", "3: the question has no options: write them as “- [x] right” and “- [ ] wrong”"),
      (
        "Text?\n\n- [ ] a\n  > no\n- [ ] b\n  > no\n",
        "3: no option is right: mark one with “- [x]”"
      ),
      (
        "Text?\n\n- [x] a\n  > yes\n- [x] b\n  > yes\n",
        "3: 2 options are right, but the type is “one”: write “type: several”, "
          + "or keep one “[x]”"
      ),
      (
        "Text?\n\n- [x] a\n  > yes\n- [ ] b\n",
        "9: the option has no explanation: write it below, as “  > why it is right or wrong”"
      ),
      (
        "Text?\n\n- [x] a\n  > yes\n- [ ] a\n  > no\n",
        "9: the option reads like that on line 7: “a”"
      ),
      ("Text?\n\n- [x] a\n  > yes\n", "3: there is nothing to choose: write at least two options"),
      (
        "Text?\n\n- [y] a\n  > x\n\(ok.dropFirst(7))",
        "7: “- [y] a” is not a check box: "
          + "write “- [x] ” for a right option, “- [ ] ” for a wrong one"
      ),
      ("Text?\n\n- [x]\n  > yes\n- [ ] b\n  > no\n", "7: the option has no text"),
      (
        ok + "more\n",
        "11: text after the first option belongs to an option: indent it by two spaces, "
          + "or move it above the options"
      ),
      (
        "Text?\n\n- [x] a\n  > yes\n  more\n- [ ] b\n  > no\n",
        "9: text after the explanation: continue the explanation with “  > ”, "
          + "or move the text above it"
      ),
      (
        "Text?\n\n> A quote.\n\n\(ok.dropFirst(7))",
        "7: a quote before the options is the hint: begin it with “> Hint:” or “> 提示：”"
      ),
      ("```text\nabc\n", "5: the fenced block that begins here is not closed"),
      (
        ok + "\n## q\n\n" + ok,
        "12: the id “q” is taken by the question on line 3: "
          + "give one of them another id"
      ),
      (
        ok + "\n## Q 2\n\n" + ok,
        "12: “Q 2” is not an id: a question's heading is “## ” and lower-case letters, digits "
          + "and hyphens"
      ),
      (
        ok + "\n# Two\n",
        "12: a second title: a quiz has one “# Title”, and questions begin "
          + "with “## id”"
      ),
      ("a\u{1B}[2J\n\n\(ok)", "5: this line holds the control character U+001B: remove it"),
      (
        "Text {{ n }}?\n\n\(ok.dropFirst(7))",
        "5: unknown variable “n”: define it in `where`, above the line that uses it"
      ),
    ]
    for (question, fault) in cases {
      XCTAssertTrue(
        bank(question).faults.contains("T1-Test.en.md:" + fault),
        "expected \(fault)\ngot \(bank(question).faults)\nfor\n\(question)")
    }
  }

  func testEveryFaultOfAFieldHasItsLineAndSentence() {
    let cases: [(field: String, fault: String)] = [
      (
        "type: many",
        "6: unknown type “many”: there are one, several, true-false, number, shape, "
          + "text"
      ),
      ("points: 0", "6: points are a whole number from 1 to 100, not “0”"),
      (
        "keep: x",
        "6: “keep” lists options by number from 1, as in “keep: 3, 4”, or says “all”; "
          + "not “x”"
      ),
      ("keep: 9", "3: “keep” names option 9, but there are 2"),
      (
        "tolerance: much",
        "6: a tolerance is a number such as “0.01”, or a percentage such as "
          + "“1%”; not “much”"
      ),
      ("tolerance: 1", "3: only questions of type number have a tolerance"),
      (
        "color: red",
        "6: unknown field “color”: there are type, points, tags, read, keep, "
          + "tolerance and where"
      ),
      ("just words", "6: cannot read “just words”: a field is written “name: value”"),
      ("points: 1\npoints: 2", "7: the field “points” is given twice"),
      ("where:\n  n = 1", "3: the variables are never shown: use “{{ name }}” in the question"),
      (
        "type: true-false",
        "3: a question of type true-false has the two options “True”, “False” "
          + "(or “正确”, “错误”), in this order"
      ),
      ("type: number", "10: “a” is not a number"),
    ]
    for (field, fault) in cases {
      let text = "```question\n\(field)\n```\nText?\n\n- [x] a\n  > y\n- [ ] b\n  > n\n"
      let faults = bank(text).faults
      XCTAssertTrue(
        faults.contains("T1-Test.en.md:" + fault), "expected \(fault)\ngot \(faults)")
    }
  }

  func testSpellingsOfATextShareAnExplanation() throws {
    let question = try XCTUnwrap(
      bank(
        "```question\ntype: text\n```\nName?\n\n- [x] weight decay |\n  权重衰减\n  > yes\n- [ ] a\n  > no\n"
      ).bank?.questions.first)
    XCTAssertEqual(question.options.map(\.text), ["weight decay", "权重衰减", "a"])
    XCTAssertEqual(question.options.map(\.explanation), ["yes", "yes", "no"])
    XCTAssertEqual(
      bank("```question\ntype: text\n```\nName?\n\n- [x] a | | b\n  > yes\n").faults,
      ["T1-Test.en.md:10: the option has no text"])
  }

  func testATemplateWhoseOptionsCanCoincideIsReportedWithTheValues() {
    let faults = bank(
      """
      ```question
      where:
        a = range 1..3
      ```
      Twice {{a}}?

      - [x] {{2 * a}}
        > y
      - [ ] {{a ^ 2}}
        > n

      """
    ).faults
    XCTAssertEqual(
      faults,
      [
        "T1-Test.en.md:13: with a = 2 the option reads like that on line 11: “4”; "
          + "choose other values, or add a `require`"
      ])
  }

  func testAWrongNumberWithinTheToleranceIsReported() {
    let faults = bank(
      """
      ```question
      type: number
      tolerance: 10%
      ```
      How many?

      - [x] 100
        > y
      - [ ] 109
        > n

      """
    ).faults
    XCTAssertEqual(
      faults,
      ["T1-Test.en.md:13: the wrong answer 109 lies within the tolerance of the right one, 100"])
  }

  func testAFileWithoutNameTitleOrUTF8SaysSo() {
    XCTAssertEqual(
      Bank.read(Data("# T".utf8), file: "x.md", deeply: false).faults.map { $0.phrase(.english) },
      [
        "x.md:1: the file's name does not state id and language: name it like “C1W2-Basics.en.md”"
      ])
    XCTAssertEqual(
      Bank.read(Data("Hello\n".utf8), file: "A-B.en.md", deeply: false).faults.map {
        $0.phrase(.english)
      },
      [
        "A-B.en.md:1: expected the quiz's title, “# Title”, before anything else, found “Hello”"
      ])
    XCTAssertEqual(
      Bank.read(Data([35, 32, 65, 10, 255]), file: "A-B.en.md", deeply: false)
        .faults.map { $0.phrase(.english) },
      ["A-B.en.md:2: this line is not UTF-8: save the file as UTF-8"])
    XCTAssertEqual(
      Bank.read(Data("# T\n".utf8), file: "A-B.en.md", deeply: false).faults.map {
        $0.phrase(.english)
      },
      ["A-B.en.md:2: the quiz has no question: a question begins with “## id”"])
  }

  func testLinesOfWindowsAndAByteOrderMarkDoNotMatter() throws {
    let path = Samples.folder + "/Sample-Types.en.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let windows = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
    let (bank, faults) = Bank.read(Data(windows.utf8), file: path, deeply: true)
    XCTAssertEqual(faults.map { $0.phrase(.english) }, [])
    XCTAssertEqual(bank, try Samples.bank("Sample-Types.en.md"))
  }

  func testTenThousandQuestionsAreRead() throws {
    let sample = try String(
      contentsOfFile: Samples.folder + "/Sample-Types.en.md", encoding: .utf8)
    let parts = sample.components(separatedBy: "\n## ")
    var text = parts[0]
    for number in 0..<10_000 {
      let part = parts[1 + number % (parts.count - 1)]
      let heading = part.prefix { $0 != "\n" }
      text += "\n## \(heading)-\(number)" + part.dropFirst(heading.count)
    }
    let (bank, faults) = Bank.read(Data(text.utf8), file: "Big-Bank.en.md", deeply: false)
    XCTAssertEqual(faults.map { $0.phrase(.english) }, [])
    XCTAssertEqual(bank?.questions.count, 10_000)
  }
}
