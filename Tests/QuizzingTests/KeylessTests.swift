import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Banks without keys, from which an exam is taken where nobody may see the answers.
final class KeylessTests: FrameworkTestCase {
  private func keyless(_ language: String, seed: Int = 7) throws -> (bank: Bank, text: String) {
    let bank = try Samples.bank("Sample-Types.\(language).md")
    let text = try KeylessWriter(bank: bank, seed: seed).text()
    let (read, faults) = Bank.read(
      Data(text.utf8), file: "Sample-Types.\(language).md", deeply: true)
    XCTAssertEqual(faults.map { $0.phrase(.english) }, [])
    return (try XCTUnwrap(read), text)
  }

  func testAKeylessBankHoldsNoKey() throws {
    let (bank, text) = try keyless("en")
    XCTAssertFalse(text.contains("[x]"))
    for secret in ["Right:", "{{", "choose", "transfer learning\n", "(4096, 1)", "A row"] {
      XCTAssertFalse(text.contains(secret), "“\(secret)” in\n\(text)")
    }
    for question in bank.questions {
      XCTAssertEqual(question.options.count { $0.isRight }, 0, question.id)
      XCTAssertEqual(question.options.isEmpty, question.kind.isTyped, question.id)
    }
  }

  func testAKeylessBankAsksWhatTheBankAsksWithItsSeed() throws {
    for language in ["en", "zh"] {
      let whole = try Samples.bank("Sample-Types.\(language).md")
      let bank = try keyless(language).bank
      XCTAssertEqual(
        bank.keyless, .init(seed: 7, fingerprint: try whole.shownFingerprint(seed: 7)))
      XCTAssertEqual(bank.introduction, whole.introduction)
      XCTAssertEqual(bank.keys, whole.keys)
      for (asked, question) in zip(bank.questions, whole.questions) {
        let shown = try PosedQuestion(asked, seed: 7, isShuffled: false)
        let meant = try PosedQuestion(question, seed: 7, isShuffled: false)
        XCTAssertEqual(shown.text, meant.text)
        XCTAssertEqual(shown.hint, meant.hint)
        XCTAssertEqual(asked.points, question.points)
        XCTAssertEqual(asked.tolerance, question.tolerance)
        XCTAssertEqual(asked.keptPlaces, question.keptPlaces)
        if !question.kind.isTyped {
          XCTAssertEqual(shown.options.map(\.text), meant.options.map(\.text))
        }
      }
    }
  }

  /// Else an answer that says only which place was chosen would mean another option.
  func testAKeylessBankShowsTheOptionsInTheOrderOfTheBank() throws {
    let text =
      "# T\n\n## q\n\n```question\nwhere:\n  a = range 3..90\n```\n\n"
      + "What follows {{a}}?\n\n- [ ] {{a + 2}}\n  > No.\n- [x] {{a + 1}}\n  > Yes.\n"
      + "- [ ] {{a + 3}}\n  > No.\n- [ ] {{a}}\n  > No.\n"
    let (read, faults) = Bank.read(Data(text.utf8), file: "T1-Test.en.md", deeply: true)
    XCTAssertEqual(faults.map { $0.phrase(.english) }, [])
    let bank = try XCTUnwrap(read)
    var orders: Set<[Int]> = []
    for seed in 0..<60 {
      let file = try KeylessWriter(bank: bank, seed: seed).text()
      let keyless = try XCTUnwrap(
        Bank.read(Data(file.utf8), file: "T1-Test.en.md", deeply: true).bank)
      let shown = try PosedQuestion(keyless.questions[0], seed: seed).options
      let meant = try PosedQuestion(bank.questions[0], seed: seed).options
      XCTAssertEqual(shown.map(\.index), meant.map(\.index), "seed \(seed)")
      XCTAssertEqual(shown.map(\.text), meant.map(\.text), "seed \(seed)")
      orders.insert(meant.map(\.index))
    }
    XCTAssertGreaterThan(orders.count, 15, "the order hardly depends on the seed")
  }

  /// The sample's questions have 9 points together.
  func testAnswersToAKeylessBankAreGradedWithTheKeys() throws {
    let whole = try Samples.bank("Sample-Types.en.md")
    let bank = try keyless("en").bank
    var session = try QuizSession(
      record(bank.keys, mode: .exam, seed: 7),
      questions: bank.questionsByKey, now: morning)
    for (posed, question) in zip(session.posed, whole.questions) {
      let key = try PosedQuestion(question, seed: 7)
      if question.kind.isTyped {
        session.setTyped(key.options.first { $0.isRight }?.text ?? "")
      } else {
        let right = Set(key.options.filter(\.isRight).map(\.index))
        session.setChosen(
          places: posed.options.indices.filter { right.contains(posed.options[$0].index) })
      }
      XCTAssertTrue(session.submit(now: morning))
    }
    let file = AnswerFile(
      session, bank: bank.structureFingerprint, finished: morning.addingTimeInterval(60))
    let graded = try GradedExam(
      file, file: "a.json", bank: whole, scoring: .perOption, expecting: .init())
    XCTAssertEqual(graded.points, 9)
    XCTAssertEqual(graded.remarks, [])
  }

  /// A fingerprint of the whole bank would let a student try every key until it fits.
  func testAKeylessBankIsTheSameWhateverTheKey() throws {
    let text = "# T\n\n## q\n\n```question\ntags: t\n```\n\nWhich?\n\n"
    func bank(right: Int) throws -> Bank {
      let options = (0..<4).map { "- [\($0 == right ? "x" : " ")] \($0)\n  > Because.\n" }
      return try XCTUnwrap(
        Bank.read(Data((text + options.joined()).utf8), file: "T1-Test.en.md", deeply: false).bank)
    }
    let banks = try (0..<4).map(bank)
    XCTAssertEqual(Set(banks.map(\.structureFingerprint)).count, 4)
    XCTAssertEqual(Set(try banks.map { try KeylessWriter(bank: $0, seed: 1).text() }).count, 1)
  }

  func testAnExamInAnotherLanguageIsOfTheSameBank() throws {
    let english = try Samples.bank("Sample-Types.en.md")
    let chinese = try Samples.bank("Sample-Types.zh.md")
    let asked = try keyless("zh").bank
    let session = try QuizSession(
      record(asked.keys, mode: .exam, seed: 7),
      questions: asked.questionsByKey, now: morning)
    let file = AnswerFile(
      session, bank: asked.structureFingerprint, finished: morning.addingTimeInterval(60))
    func remarks(_ translations: [Bank]) throws -> [String] {
      try GradedExam(
        file, file: "a", bank: english, translations: translations, scoring: .perOption,
        expecting: .init()
      ).remarks.map { $0(.english) }
    }
    XCTAssertEqual(try remarks([chinese]), [])
    XCTAssertEqual(try remarks([]), ["answered another version of the bank"])
  }
}
