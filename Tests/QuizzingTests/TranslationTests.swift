import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks

/// The faults that `course quiz check` finds between a bank and its translations.
final class TranslationTests: FrameworkTestCase {
  private let option = "Text?\n\n- [x] a\n  > y\n- [ ] b\n  > n\n"

  private func pair(_ english: String, _ chinese: String) throws -> [Bank] {
    [
      try XCTUnwrap(bank(english).bank), try XCTUnwrap(bank(chinese, file: "T1-Test.zh.md").bank),
    ]
  }

  private func faults(_ banks: [Bank]) -> [String] {
    banks.flatMap { $0.translationFaults(among: banks) }.map { $0.phrase(.english) }
  }

  func testEachDisagreementIsToldOnce() throws {
    let banks = try pair(
      option + "\n## r\n\n" + option,
      "```question\npoints: 2\n```\nText?\n\n- [ ] a\n  > y\n- [x] b\n  > n\n\n## s\n\n" + option)
    XCTAssertEqual(
      faults(banks),
      [
        "T1-Test.en.md:12: the question “r” is missing in T1-Test.zh.md",
        "T1-Test.zh.md:15: the question “s” is missing in T1-Test.en.md",
        "T1-Test.en.md:3: the points differs from T1-Test.zh.md: “1” here, “2” there",
        "T1-Test.en.md:3: which options are right differs from T1-Test.zh.md: “x-” here, "
          + "“-x” there",
      ])
  }

  func testABankInOneLanguageIsWhole() throws {
    let bank = try XCTUnwrap(bank(option).bank)
    XCTAssertEqual(faults([bank]), [])
  }

  func testADoubledIDIsToldOnceAndMakesNoOtherFault() throws {
    let doubled = option + "\n## q\n\n" + option + "\n## r\n\n" + option
    XCTAssertEqual(
      bank(doubled).faults,
      [
        "T1-Test.en.md:12: the id “q” is taken by the question on line 3: "
          + "give one of them another id"
      ])
    XCTAssertEqual(faults(try pair(doubled, option + "\n## r\n\n" + option)), [])
  }

  func testTextsAcceptedInOneLanguageOnlyAreNamed() throws {
    func question(_ accepted: [String]) -> String {
      "```question\ntype: text\n```\nName?\n\n" + accepted.map { "- [x] \($0)\n  > y\n" }.joined()
        + "- [ ] no\n  > n\n"
    }
    XCTAssertEqual(
      faults(try pair(question(["full-batch", "全批量"]), question(["全批量", "Full batch", "批量"]))),
      [
        "T1-Test.en.md:3: T1-Test.zh.md accepts “批量” too: accept the same texts in every language"
      ], "order, hyphens and case do not matter")
    let same = try pair(question(["full-batch", "全批量"]), question(["全批量", "full batch"]))
    XCTAssertEqual(same[0].structureFingerprint, same[1].structureFingerprint)
    XCTAssertEqual(
      faults(try pair(question(["one-shot", "a"]), question(["one-shot"]))),
      ["T1-Test.zh.md:3: T1-Test.en.md accepts “a” too: accept the same texts in every language"])
  }

  func testBanksMayHaveAnyLanguage() throws {
    let german = bank(
      "```question\ntype: true-false\n```\nStimmt das?\n\n> Hinweis: ja oder nein.\n\n"
        + "- [x] Richtig\n  > ja\n- [ ] Falsch\n  > nein\n", file: "T1-Test.de.md")
    XCTAssertEqual(german.faults, [])
    XCTAssertEqual(german.bank?.language.code, "de")
    XCTAssertEqual(german.bank?.questions.first?.hint, "ja oder nein.")
    XCTAssertEqual(Bank.identity(ofFile: "a/T1-Test.pt-BR.md")?.language.code, "pt-BR")
    for name in ["T1-Test.md", "T1-Test.notes.md", "T1-Test.E1.md", "T1-Test..md"] {
      XCTAssertNil(Bank.identity(ofFile: name), name)
    }
    let english = try XCTUnwrap(
      bank("```question\ntype: true-false\n```\nTrue?\n\n- [x] True\n  > y\n- [ ] False\n  > n\n")
        .bank)
    XCTAssertEqual(
      faults([english, try XCTUnwrap(german.bank)]),
      [
        "T1-Test.en.md:3: whether there is a hint differs from T1-Test.de.md: “no” here, “yes” there"
      ])
  }

  func testATranslationBesideTheFileIsCompared() throws {
    let scratch = try Scratch()
    try "# T\n\n## q\n\n\(option)".write(
      toFile: scratch.path + "/T1-A.en.md", atomically: true, encoding: .utf8)
    try "# T\n\n## r\n\n\(option)".write(
      toFile: scratch.path + "/T1-A.zh.md", atomically: true, encoding: .utf8)
    let bank = try XCTUnwrap(Bank.read(scratch.path + "/T1-A.en.md").bank)
    XCTAssertEqual(bank.translationFaults(among: [bank]).count, 2, "q is missing there, r here")
  }
}
