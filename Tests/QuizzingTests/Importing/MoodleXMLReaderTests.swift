import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Files in the form that Moodle writes (docs.moodle.org, Moodle XML format).
final class MoodleXMLReaderTests: FrameworkTestCase {
  private func quiz(_ questions: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n\(questions)\n</quiz>\n"
  }

  private func question(_ type: String, _ body: String, text: String = "<p>What?</p>") -> String {
    "<question type=\"\(type)\">\n<name><text>q</text></name>\n<questiontext format=\"html\">"
      + "<text><![CDATA[\(text)]]></text></questiontext>\n\(body)\n</question>"
  }

  private func answer(_ text: String, _ fraction: String, _ feedback: String = "why") -> String {
    "<answer fraction=\"\(fraction)\" format=\"html\"><text><![CDATA[\(text)]]></text>"
      + "<feedback format=\"html\"><text>\(feedback)</text></feedback></answer>\n"
  }

  func testAMultipleChoiceQuestionKeepsItsSettings() throws {
    let bank = try ImportedBank(
      quiz(
        "<question type=\"category\"><category><text>$course$/Week 1</text></category></question>\n"
          + question(
            "multichoice",
            "<defaultgrade>2.0000000</defaultgrade><single>false</single>"
              + "<shuffleanswers>0</shuffleanswers>" + answer("<p>a</p>", "50")
              + answer("<p>b</p>", "50") + answer("<p>c</p>", "-100")
              + "<hint format=\"html\"><text>Think.</text></hint>"
              + "<tags><tag><text>one, two</text></tag></tags>")))
    let posed = try bank.posed("q")
    XCTAssertEqual(bank.title, "Week 1")
    XCTAssertEqual(posed.question.kind, .several)
    XCTAssertEqual(posed.question.points, 2)
    XCTAssertEqual(posed.question.tags, ["one; two"])
    XCTAssertTrue(posed.question.keepsAll)
    XCTAssertEqual(posed.hint, "Think.")
    XCTAssertEqual(posed.marked, ["*a", "*b", "c"])
    XCTAssertEqual(bank.faults(), [])
  }

  func testTrueAndFalseMayComeInEitherOrder() throws {
    for answers in [["true", "false"], ["false", "true"]] {
      let bank = try ImportedBank(
        quiz(question("truefalse", answers.map { answer($0, $0 == "true" ? "0" : "100") }.joined()))
      )
      XCTAssertEqual(try bank.posed("q").marked, ["True", "*False"])
    }
  }

  func testNumbersKeepTheirTolerance() throws {
    func number(_ text: String, _ fraction: String, _ tolerance: String) -> String {
      "<answer fraction=\"\(fraction)\"><text>\(text)</text><feedback><text>why</text></feedback>"
        + "<tolerance>\(tolerance)</tolerance></answer>"
    }
    let bank = try ImportedBank(
      quiz(
        question(
          "numerical",
          number("2.5", "100", "0.1") + number("2.5", "50", "0.5") + number("9,5", "0", "0")
            + number("*", "0", "0")
            + "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>")))
    let posed = try bank.posed("q")
    XCTAssertTrue(posed.isRight("2.6"))
    XCTAssertFalse(posed.isRight("2.7"))
    XCTAssertEqual(
      bank.remarks,
      [
        "3: q: what is said of any other answer is lost",
        "3: q: its units are lost",
        "3: q: “9,5” is left out: it is not a number",
        "3: q: “2.5” gives 50 % there and nothing here",
      ])
  }

  func testShortAnswersAreTypedTexts() throws {
    let bank = try ImportedBank(
      quiz(
        question(
          "shortanswer", "<usecase>1</usecase>" + answer("Adam", "100") + answer("SGD|GD", "0"))
      ))
    XCTAssertEqual(try bank.posed("q").marked, ["*Adam"])
    XCTAssertEqual(
      bank.remarks,
      [
        "3: q: “SGD|GD” is left out: an upright stroke divides answers here",
        "3: q: capital and small letters are told apart there, not here",
      ])
  }

  func testHTMLThatABankCannotHoldIsNamed() throws {
    let bank = try ImportedBank(
      quiz(
        question(
          "multichoice", "<single>true</single>" + answer("<p>a</p>", "100") + answer("b", "0"),
          text: "<h3>Title</h3><p dir=\"ltr\">See <a href=\"http://x.y\">here</a> and \\(x^2\\), "
            + "zero\u{200B}width&nbsp;<u>u</u> <img src=\"@@PLUGINFILE@@/net.png\" alt=\"a net\">"
            + "</p><table><tr><th>a</th><td>1</td></tr><tr><td>bc</td><td>22</td></tr></table>"
            + "<ul><li>one<ul><li>two</li></ul></li></ul><script>alert(1)</script>")))
    let posed = try bank.posed("q")
    XCTAssertEqual(
      posed.text,
      "**Title**\n\nSee here and `x^2`, zerowidth u [a net]\n\n```text\na   1\nbc  22\n```\n\n"
        + "- one\n- two")
    XCTAssertEqual(
      bank.remarks,
      [
        "3: q: the link to http://x.y is lost, its text is kept",
        "3: q: formulas in LaTeX are shown as code",
        "3: q: <u> has no form here",
        "3: q: the picture @@PLUGINFILE@@/net.png is lost: draw what matters of it as text",
        "3: q: a table is drawn as text",
        "3: q: a list in a list became one list",
        "3: q: <script> has no form here",
        "3: q: U+200B, which is not seen, is left out",
      ])
    XCTAssertEqual(bank.faults(), [])
  }

  func testOtherTypesAndFeedbackAreNamed() throws {
    let bank = try ImportedBank(
      quiz(
        ["matching", "essay", "cloze", "ddwtos", "calculated", "description"].map {
          question($0, "")
        }.joined(separator: "\n")
          + question(
            "multichoice",
            "<defaultgrade>0.5</defaultgrade>" + answer("a", "100") + answer("b", "0")
              + "<correctfeedback format=\"html\"><text>Your answer is correct.</text></correctfeedback>"
              + "<incorrectfeedback format=\"html\"><text>Read week 1.</text></incorrectfeedback>"
              + "<hint><text>1</text></hint><hint><text>2</text></hint>")))
    XCTAssertEqual(bank.questions.map(\.id), ["q"])
    XCTAssertEqual(bank.losses.count(where: \.isLeftOut), 6)
    XCTAssertEqual(
      bank.losses.filter { !$0.isLeftOut }.map { $0.reason.phrase(.english) },
      [
        "of several hints the first is kept", "the feedback “Read week 1.” is lost",
        "its 0.5 points are rounded to a whole number from 1 to 100",
      ])
  }

  func testDamagedFilesAreRefused() throws {
    for (text, error) in [
      ("<quiz><question></quiz>", ImportError.notXML(line: 1)),
      ("<!DOCTYPE quiz [\n<!ENTITY a \"b\">]><quiz>&a;</quiz>", .entities(line: 2)),
      ("<html><body></body></html>", .unknownFormat), ("", .unknownFormat),
      ("<questions></questions>", .otherXML("questions")),
      (String(repeating: "<quiz>", count: 300), .tooLarge),
    ] {
      XCTAssertThrowsError(try ImportedBank(text), text) {
        XCTAssertEqual($0 as? ImportError, error)
      }
    }
    // No file outside of the document is read.
    let outside = "<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz></quiz>"
    XCTAssertEqual(try ImportedBank(outside).questions, [])
  }

  func testOldEncodingsAreRead() throws {
    let text = quiz(
      question("truefalse", answer("true", "100") + answer("false", "0"), text: "Größe 5 €"))
    let utf16 = try XCTUnwrap(text.data(using: .utf16))
    var latin = Data()
    for scalar in text.replacing("UTF-8", with: "windows-1252").unicodeScalars {
      latin.append(scalar == "€" ? 0x80 : UInt8(scalar.value))
    }
    for data in [
      utf16, latin, Data("\u{FEFF}\(text)".utf8), Data(text.replacing("\n", with: "\r\n").utf8),
    ] {
      let bank = try ImportedBank(data, name: "T", language: .english)
      XCTAssertEqual(try bank.posed("q").text, "Größe 5 €")
    }
    XCTAssertThrowsError(
      try ImportedBank(Data("a\nb\u{FF}".utf16.map { UInt8($0) }), name: "T", language: .english)
    ) { XCTAssertEqual($0 as? ImportError, .notUTF8(line: 2)) }
  }
}
