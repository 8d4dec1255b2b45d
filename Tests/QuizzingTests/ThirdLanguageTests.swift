import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing
@testable import Terminals

/// A bank in a language that the course does not speak is checked, asked and exported as others are.
final class ThirdLanguageTests: FrameworkTestCase {
  private func german() throws -> Bank { try Samples.bank("Third-Language.de.md") }

  func testAGermanBankAgreesWithItsTranslation() throws {
    let banks = [try german(), try Samples.bank("Third-Language.en.md")]
    XCTAssertEqual(
      banks.flatMap { $0.translationFaults(among: banks) }.map { $0.phrase(.english) }, [])
    XCTAssertEqual(banks[0].structureFingerprint, banks[1].structureFingerprint)
  }

  func testTheLanguageOfABankIsNamedAfterAPoint() throws {
    let library = QuizLibrary(folder: Samples.folder)
    let entry = try XCTUnwrap(library.entry("third.DE"))
    XCTAssertTrue(entry.file(.english).hasSuffix("Third-Language.de.md"))
    XCTAssertTrue(try XCTUnwrap(library.entry("Third")).file(.english).hasSuffix(".en.md"))
    for name in ["Third.fr", "Third.", ".de", "Third.de.md", ""] {
      XCTAssertNil(library.entry(name), name)
    }
  }

  func testAGermanBankIsAskedLineByLine() throws {
    let bank = try german()
    let keys = bank.keys
    let session = try QuizSession(
      SessionRecord(
        id: "test", quiz: "Third", mode: .exam, seed: 4, scoring: .perOption, questions: keys,
        started: morning, timeLimit: nil),
      questions: bank.questionsByKey, now: morning)
    var text = ""
    let scratch = try Scratch()
    var runner = LineRunner(
      session: session, keeper: scratch.keeper(),
      phrases: Phrases(language: .english), title: bank.title)
    var lines = ["1", "2", "7", "(n_l, n_{l-1})", "„Feinabstimmung“"]
    runner.read = { _ in lines.isEmpty ? .endOfInput : .line(lines.removeFirst()) }
    runner.write = { text += $0 }
    _ = runner.run()
    for part in ["Welche Daten sind", "Ein Foto einer Katze", "Stimmt nicht", "× 3?", "Wie heißt"] {
      XCTAssertTrue(text.contains(part), "“\(part)” in\n\(text)")
    }
    let answers = runner.session.record.answers
    XCTAssertEqual(answers.count, 5)
    let right = zip(keys, runner.session.posed).map { key, posed in
      answers[key]?.response.map { posed.judge($0, .perOption).fraction == 1 } ?? false
    }
    XCTAssertEqual(Array(right.dropFirst()), [true, false, true, true], "the number is wrong")
  }

  func testAGermanBankIsExportedAndImportedUnchanged() throws {
    let quiz = try ExportedQuiz(try german(), seed: 4, includesAnswers: true)
    let german = try XCTUnwrap(BankLanguage(code: "de"))
    for format in ExportFormat.allCases {
      let data = format.isPackage ? try quiz.package(format) : Data(try quiz.text(format).utf8)
      let text = String(decoding: data, as: UTF8.self)
      for part in ["Ein Foto einer Katze", "Stimmt nicht", "Feinabstimmung"]
      where part != "Stimmt nicht" || (format != .gift && format != .moodleXML) {
        XCTAssertTrue(text.contains(part), "“\(part)” in \(format)")
      }
      guard [.gift, .moodleXML, .qti12, .qti21].contains(format) else { continue }
      let back = try ImportedBank(data, name: "T", language: german)
      XCTAssertEqual(back.questions.map(\.id), quiz.questions.map(\.question.id), "\(format)")
      XCTAssertEqual(back.losses.filter(\.isLeftOut), [])
      XCTAssertEqual(
        back.losses.filter { $0.reason == .truthWords }.map(\.question),
        [.gift, .moodleXML].contains(format) ? ["linear"] : [], "\(format)")
      XCTAssertEqual(
        Bank.read(Data(back.markdown.utf8), file: "T1-T.de.md", deeply: true).faults, [])
    }
  }

  func testAGermanBankWithoutKeysIsRead() throws {
    let text = try KeylessWriter(bank: try german(), seed: 4).text()
    let (bank, faults) = Bank.read(Data(text.utf8), file: "Third-Exam.de.md", deeply: true)
    XCTAssertEqual(faults, [])
    XCTAssertEqual(bank?.questions.map(\.hint), try german().questions.map(\.hint))
  }
}
