import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// The way of an exam's mistakes into the review.
final class ResultTests: FrameworkTestCase {
  private func graded(_ student: String = "Ada") throws -> GradedExam {
    let bank = try Samples.bank("Sample-Types.en.md")
    var session = try session(mode: .exam)
    session.markRightAnswer()
    XCTAssertTrue(session.submit(now: morning + 5))
    let right = try XCTUnwrap(session.current.options.firstIndex { $0.isRight })
    session.setChosen(places: [right])
    XCTAssertTrue(session.submit(now: morning + 9))
    var file = AnswerFile(session, bank: bank.structureFingerprint, finished: morning + 60)
    file.student = student
    return try GradedExam(file, file: "a.json", bank: bank, scoring: .perOption, expecting: .init())
  }

  private func keys() throws -> Set<String> {
    Set(try Samples.bank("Sample-Types.en.md").keys)
  }

  func testAResultIsReadAsItWasWrittenAndHoldsNoKey() throws {
    let result = ResultFile(try graded())
    let data = result.data()
    XCTAssertEqual(try ResultFile.decode(data, path: "a"), result)
    XCTAssertEqual(result.points, 2.5)
    XCTAssertEqual(result.maximum, 9)
    let object = try XCTUnwrap(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    XCTAssertEqual(
      Set(object.keys), ["kind", "version", "quiz", "seed", "student", "started", "questions"])
    for item in try XCTUnwrap(object["questions"] as? [[String: Any]]) {
      XCTAssertEqual(Set(item.keys), ["question", "points", "maximum"])
    }
  }

  func testAnExamAloneBringsNothingIntoTheReview() throws {
    let scratch = try Scratch()
    let store = scratch.store
    var keeper = scratch.keeper()
    keeper.answerFolders = [scratch.path]
    var session = try session(mode: .exam)
    session.choose(place: 0)
    XCTAssertTrue(session.submit(now: morning + 5))
    keeper.saveAnswer(session, now: morning + 5)
    session.finish(now: morning + 9)
    let outcome = keeper.finish(session, now: morning + 9)
    XCTAssertEqual(outcome.dueCount, 0)
    XCTAssertEqual(try store.load(now: morning).progress.questions, [:])
  }

  func testMissedAndPartlyRightQuestionsAreDueAtOnceAndOnlyOnce() throws {
    var progress = Progress()
    let result = ResultFile(try graded())
    let calendar = ReviewCalendar()
    let taken = progress.take(
      result, quiz: "Sample", known: try keys(), now: morning, calendar: calendar)
    XCTAssertEqual(taken, .now(missed: 6, unknown: 0))
    XCTAssertEqual(
      Set(progress.dueQuestions(now: morning, calendar: calendar)),
      try keys().subtracting(["Sample/unstructured-data"]))
    let before = progress
    XCTAssertEqual(
      progress.take(
        result, quiz: "Sample", known: try keys(), now: morning + 90_000, calendar: calendar),
      .before)
    XCTAssertEqual(progress, before)
  }

  func testAMistakeOfABankThatIsMissingWaitsForIt() throws {
    var progress = Progress()
    let taken = progress.take(
      ResultFile(try graded()), quiz: "Sample", known: ["Sample/transfer"], now: morning,
      calendar: .init())
    XCTAssertEqual(taken, .now(missed: 1, unknown: 5))
    XCTAssertEqual(progress.dueQuestions(now: morning), ["Sample/transfer"])
    _ = progress.settle(isGone: { _ in false }, isKnown: { $0 == "Sample/why-now" })
    XCTAssertEqual(progress.dueQuestions(now: morning), ["Sample/transfer", "Sample/why-now"])
  }

  func testNamesOfFilesAreOwnAndHarmless() throws {
    var taken: Set<String> = []
    func name(_ student: String) throws -> String {
      ResultFile.name(of: try graded(student), taken: &taken)
    }
    XCTAssertEqual(try name("Ada Lovelace"), "Ada-Lovelace-Sample-result.json")
    XCTAssertEqual(try name("ada  LOVELACE"), "ada-LOVELACE-Sample-result-2.json")
    XCTAssertEqual(try name("../../etc/\u{1B}[2J"), "etc-2J-Sample-result.json")
    XCTAssertEqual(try name("阿达"), "阿达-Sample-result.json")
    XCTAssertEqual(try name("…"), "exam-Sample-result.json")
  }

  func testAnotherFileIsRefusedWithWhatToDo() throws {
    XCTAssertThrowsError(
      try ResultFile.decode(
        Data("{\"kind\": \"course-quiz-answers\", \"version\": 1}".utf8), path: "a")
    ) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "a: is no result: its kind is “course-quiz-answers”, expected “course-quiz-result”: "
          + "name the file that your instructor gave back")
    }
    for item in [
      "{\"question\": \"q\", \"points\": 3, \"maximum\": 2}",
      "{\"question\": \"q\", \"points\": -1, \"maximum\": -5}",
    ] {
      let text =
        "{\"kind\": \"course-quiz-result\", \"version\": 1, \"quiz\": \"S\", \"seed\": 1, "
        + "\"started\": \"2026-01-01T09:00:00Z\", \"questions\": [\(item)]}"
      XCTAssertThrowsError(try ResultFile.decode(Data(text.utf8), path: "a")) {
        XCTAssertTrue("\($0)".contains("points"), "\($0)")
      }
    }
  }
}
