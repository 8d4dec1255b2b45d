import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// An answer file says what the learner saw, and which of it was chosen.
final class ShownOrderTests: FrameworkTestCase {
  private func bank() throws -> Bank { try Samples.bank("Sample-Types.en.md") }

  /// An exam in which the option at a shown place is chosen everywhere.
  private func exam(place: Int, seed: Int) throws -> (AnswerFile, [PosedQuestion]) {
    var session = try session(mode: .exam, seed: seed)
    while session.stage == .asking {
      if session.current.question.kind.isTyped {
        session.setTyped("1")
      } else {
        session.setChosen(places: [min(place, session.current.options.count - 1)])
      }
      XCTAssertTrue(session.submit(now: morning))
    }
    let bank = try bank()
    return (
      AnswerFile(session, bank: bank.structureFingerprint, finished: morning + 60), session.posed
    )
  }

  private func graded(_ file: AnswerFile, bank given: Bank? = nil) throws -> GradedExam {
    try GradedExam(
      file, file: "a.json", bank: try given ?? bank(), scoring: .standard, expecting: .init())
  }

  func testTheFileHoldsTheTextsInTheirOrderAndTheChosenPlace() throws {
    for seed in 1...20 {
      let (file, posed) = try exam(place: 1, seed: seed)
      XCTAssertEqual(file.asked, 7)
      for (answer, posed) in zip(file.answers, posed) {
        XCTAssertEqual(answer.text, posed.text)
        if posed.question.kind.isTyped {
          XCTAssertNil(answer.shown)
        } else {
          XCTAssertEqual(answer.shown?.map(\.text), posed.options.map(\.text))
          XCTAssertEqual(answer.shown?.map(\.option), posed.options.map { $0.index + 1 })
          XCTAssertEqual(answer.response, .choices([1]))
        }
      }
      let exam = try graded(AnswerFile.decode(file.data(), path: "a"))
      XCTAssertEqual(exam.remarks.map { $0(.english) }, [])
      for (item, posed) in zip(exam.items, posed) where !posed.question.kind.isTyped {
        XCTAssertEqual(item.response, .choices([posed.options[1].index]), "seed \(seed)")
      }
    }
  }

  func testWhoOpensTheFileReadsWhatWasShown() throws {
    let (file, posed) = try exam(place: 0, seed: 2)
    let text = String(decoding: file.data(), as: UTF8.self)
    let places = posed[0].options.compactMap { text.range(of: $0.text)?.lowerBound }
    XCTAssertEqual(places.count, 4)
    XCTAssertEqual(places, places.sorted())
    XCTAssertTrue(text.contains("\"version\" : 2"))
  }

  /// Of the course's questions with one right option, `1 / count` are right by chance.
  func testTheSamePlaceEverywhereScoresAsChanceDoes() throws {
    let banks = try Samples.library().entries.compactMap { Bank.read($0.file(.english)).bank }
    for place in 0..<3 {
      var (right, chance, count) = (0.0, 0.0, 0.0)
      for bank in banks {
        for seed in 1...30 {
          let answers = bank.questions.filter { $0.kind == .one && !$0.keepsAll }.map {
            AnswerFile.Answer(
              question: $0.id, response: .choices([place]), seconds: 1, usedHint: false)
          }
          for answer in answers {
            let question = try XCTUnwrap(bank.questions.first { $0.id == answer.question })
            let posed = try PosedQuestion(question, seed: seed)
            let given = answer.inBankOrder(version: 2, posed, isSameBank: true)
            right += try posed.judge(XCTUnwrap(given.response), .standard).fraction
            chance += 1 / Double(question.options.count)
            count += 1
          }
        }
      }
      // The standard deviation of a mean of so many answers, each right with a chance of about 1/4.
      let deviation = (0.25 * 0.75 / count).squareRoot()
      XCTAssertGreaterThan(count, 2000)
      XCTAssertEqual(right / count, chance / count, accuracy: 5 * deviation, "place \(place + 1)")
    }
  }

  /// Numbers of the bank with an order of the bank's beside them, as nobody was shown.
  func testAnOrderThatTheSeedDoesNotGiveLeavesTheMarkToAPerson() throws {
    var (file, posed) = try exam(place: 0, seed: 2)
    let place = try XCTUnwrap(
      posed.firstIndex { $0.options.map(\.index) != $0.options.map(\.index).sorted() })
    file.answers[place].shown?.sort { $0.option < $1.option }
    let exam = try graded(file)
    XCTAssertFalse(exam.isMarked)
    XCTAssertEqual(
      exam.remarks.map { $0(.english) },
      [
        "lists options in another order than seed 2 shows (\(file.answers[place].question)): "
          + "the file or the bank was changed; the mark is for a person to decide"
      ])
    // Without the list the seed tells the order.
    file.answers[place].shown = nil
    let silent = try graded(file)
    XCTAssertTrue(silent.isMarked)
    XCTAssertEqual(silent.points, try graded(try self.exam(place: 0, seed: 2).0).points)
  }

  func testAnotherVersionOfTheBankIsReadInTheOrderThatWasShown() throws {
    var (file, posed) = try exam(place: 2, seed: 4)
    file.bank = "another"
    let place = try XCTUnwrap(posed.firstIndex { $0.question.id == "unstructured-data" })
    file.answers[place].shown?.reverse()
    let exam = try graded(file)
    let reversed = Array(posed[place].options.reversed())
    XCTAssertEqual(exam.items[place].response, .choices([reversed[2].index]))
    XCTAssertEqual(
      exam.remarks.map { $0(.english) }, ["answered another version of the bank"])
    // A list that is no order of the bank's options is passed over.
    file.answers[place].shown = [.init(option: 9, text: "?")]
    XCTAssertEqual(
      try graded(file).items[place].response, .choices([posed[place].options[2].index]))
  }

  /// As the first versions wrote them: the numbers of the bank, and no word of the order.
  func testFilesOfTheFirstVersionMeanWhatTheyMeant() throws {
    let bank = try bank()
    let text = """
      { "kind": "course-quiz-answers", "version": 1, "quiz": "Sample", "seed": 5,
        "bank": "\(bank.structureFingerprint)", "student": "Ada",
        "started": "2026-03-01T10:00:00Z", "finished": "2026-03-01T10:20:00Z",
        "answers": [
          { "question": "unstructured-data", "choices": [1], "seconds": 12.5, "usedHint": false },
          { "question": "why-now", "choices": [2, 3], "seconds": 12.5, "usedHint": false },
          { "question": "relu-plot", "seconds": 1, "usedHint": false },
          { "question": "iteration", "seconds": 1, "usedHint": false },
          { "question": "flatten-image", "seconds": 1, "usedHint": false },
          { "question": "transfer", "typed": "Transfer Learning", "seconds": 1, "usedHint": true },
          { "question": "bias-correction", "seconds": 1, "usedHint": false }
        ] }
      """
    let file = try AnswerFile.decode(Data(text.utf8), path: "a")
    XCTAssertEqual(file.answers[1].response, .choices([1, 2]))
    let exam = try graded(file)
    XCTAssertEqual(exam.items.first { $0.question == "why-now" }?.response, .choices([1, 2]))
    XCTAssertEqual(
      exam.items.first { $0.question == "unstructured-data" }?.fraction, 1, "its first is right")
    XCTAssertEqual(exam.items.first { $0.question == "transfer" }?.fraction, 1)
    XCTAssertEqual(
      exam.remarks.map { $0(.english) },
      ["has the form of earlier versions, which does not say what was shown"])
    XCTAssertEqual(
      exam.remarks.map { $0(.chinese) }, ["答卷是旧格式，没有记录选项的显示顺序"])
    XCTAssertTrue(exam.isMarked)
    XCTAssertEqual(try AnswerFile.decode(file.data(), path: "a"), file, "it stays what it is")
  }

  /// An exam whose question is gone cannot say what was shown, but loses no answer.
  func testAnExamThatCannotBePosedIsKeptInTheFirstVersion() throws {
    let scratch = try Scratch()
    let bank = try bank()
    var session = try session(mode: .exam, seed: 3)
    session.choose(place: 1)
    XCTAssertTrue(session.submit(now: morning))
    var keeper = scratch.keeper(bank.structureFingerprint)
    keeper.answerFolders = [scratch.path]
    let questions = bank.questionsByKey
    for (kept, version) in [(questions, 2), (questions.filter { $0.key.contains("data") }, 1)] {
      let path = try XCTUnwrap(keeper.keepRestarted(session.record, kept))
      let file = try AnswerFile.read(path)
      XCTAssertEqual(file.version, version)
      XCTAssertEqual(file.answers.count, 7)
      let item = try XCTUnwrap(graded(file).items.first { $0.question == "unstructured-data" })
      XCTAssertEqual(item.response, .choices([session.posed[0].options[1].index]))
    }
  }
}
