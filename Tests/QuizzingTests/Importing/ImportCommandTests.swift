import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Imports with the real `course`: the bank, the pictures beside it, and the messages.
final class ImportCommandTests: QuizTestCase {
  private func importing(
    _ words: [String], language: String = "en"
  ) throws -> StartedProgram.Answer {
    try quiz(["import"] + words, language: language)
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: home + "/" + name))
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: home + "/" + name, encoding: .utf8)
  }

  private let gift = "::why-now:: Why now? {\n=Data#Yes.\n~Fashion#No.\n~Luck#No.\n}\n"

  func testABankIsWrittenAndNotOverwritten() throws {
    try write(gift, "quiz.gift")
    let out = ["quiz.gift", "--out", "T1-Test.en.md"]
    let first = try importing(out)
    XCTAssertEqual(first.code, 0, first.complaint)
    XCTAssertEqual(first.output, "")
    XCTAssertEqual(first.complaint, "1 question, 0 remarks, 0 faults\n")
    let bank = try XCTUnwrap(Bank.read(home + "/T1-Test.en.md", deeply: true).bank)
    XCTAssertEqual(bank.questions.map(\.id), ["why-now"])
    let text = try read("T1-Test.en.md")
    let second = try importing(out)
    XCTAssertEqual(second.code, 64)
    XCTAssertEqual(
      second.complaint,
      "error: T1-Test.en.md is there already, and a bank is not overwritten: name another file\n")
    XCTAssertEqual(
      try importing(out, language: "zh").complaint,
      "错误：T1-Test.en.md 已存在，题库不会被覆盖：请换一个文件名\n")
    XCTAssertEqual(try read("T1-Test.en.md"), text)
    // Without a place it goes to the screen, and alone.
    let shown = try importing(["quiz.gift"])
    XCTAssertEqual(shown.output, text)
  }

  /// The name of the bank gives its language, whatever the command speaks.
  func testTheBanksNameGivesItsLanguage() throws {
    try write("::q:: 1 + 1 = 2 {TRUE#否#是}\n", "quiz.gift")
    XCTAssertEqual(try importing(["quiz.gift", "--out", "T1-Test.zh.md"]).code, 0)
    XCTAssertTrue(try read("T1-Test.zh.md").contains("- [x] 正确"))
    XCTAssertEqual(try importing(["quiz.gift", "--out", "T1-Test.de.md"]).code, 0)
    XCTAssertTrue(try read("T1-Test.de.md").contains("- [x] True"))
    let refused = try importing(["quiz.gift", "--out", "test.md"])
    XCTAssertEqual(refused.code, 64)
    XCTAssertTrue(refused.complaint.contains("name it like C1W2-Basics.en.md"), refused.complaint)
  }

  func testFaultsOfTheNewBankEndWith65() throws {
    try write("::q:: What? {\n=a\n~b\n}\n\n::q:: [html]<p></p> {=a ~b}\n", "quiz.gift")
    let answer = try importing(["quiz.gift", "--out", "T1-Test.en.md"])
    XCTAssertTrue(answer.complaint.contains("left out: it has no text"), answer.complaint)
    XCTAssertTrue(answer.complaint.contains("2 options have no explanation"), answer.complaint)
    XCTAssertTrue(
      answer.complaint.hasSuffix("1 question, 1 left out, 1 remark, 0 faults\n"), answer.complaint)
    try write("::q:: Which? {~a#n ~b#n}\n", "none.gift")
    let none = try importing(["none.gift", "--out", "T2-None.en.md"])
    XCTAssertEqual(none.code, 65)
    XCTAssertFalse(FileManager.default.fileExists(atPath: home + "/T2-None.en.md"))
  }

  func testPicturesGoBesideTheBankAndThoseThatAreThereAreKept() throws {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"
    try write(drawing, "plot.svg")
    try write(
      "# T\n\n## q\n\nWhich?\n\n```text plot.svg\n/\\\n```\n\n- [x] a\n  > yes\n- [ ] b\n  > no\n",
      "T1-Test.en.md")
    let quiz = try ExportedQuiz(
      try XCTUnwrap(Bank.read(home + "/T1-Test.en.md").bank), seed: 1, includesAnswers: true)
    try quiz.package(.qti21).write(to: URL(fileURLWithPath: home + "/quiz.zip"))
    for name in ["new", "old"] {
      try FileManager.default.createDirectory(
        atPath: home + "/" + name, withIntermediateDirectories: false)
    }
    XCTAssertEqual(try importing(["quiz.zip", "--out", "new/T1-Test.en.md"]).code, 0)
    XCTAssertEqual(try read("new/plot.svg"), drawing)
    try write("mine", "old/plot.svg")
    let kept = try importing(["quiz.zip", "--out", "old/T1-Test.en.md"])
    XCTAssertTrue(
      kept.complaint.contains("old/plot.svg is there already and is kept"), kept.complaint)
    XCTAssertEqual(try read("old/plot.svg"), "mine")
  }
}
