import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing
@testable import Terminals

/// Asking again what was missed.
final class RetryTests: FrameworkTestCase {
  private func session(_ retry: SessionRecord.Retry) throws -> QuizSession {
    let bank = try Samples.bank("Sample-Types.en.md")
    let keys = Array(bank.keys.prefix(3))
    var record = record(keys)
    record.retry = retry
    return try QuizSession(
      record, questions: bank.questionsByKey, now: morning)
  }

  private func answer(_ session: inout QuizSession, right: Bool) {
    let options = session.current.options
    let places = options.indices.filter { options[$0].isRight == right }
    session.setChosen(places: session.current.question.kind == .several ? places : [places[0]])
    XCTAssertTrue(session.submit(now: morning))
  }

  private func feedback(_ session: QuizSession) -> String {
    QuestionPage(
      session: session, phrases: Phrases(language: .english),
      layout: .init(width: 80, marksCode: true)
    ).feedback.map(\.text).joined(separator: "\n")
  }

  func testAQuestionIsAskedUntilItsAnswerIsRight() throws {
    var session = try session(.untilRight)
    for _ in 0..<2 {
      answer(&session, right: false)
      XCTAssertEqual(session.stage, .feedback)
      XCTAssertEqual(session.nextStep, .again)
      session.advance(now: morning)
      XCTAssertEqual(session.stage, .asking)
      XCTAssertEqual(session.record.position, 0)
      XCTAssertEqual(session.record.draft.chosen, [])
      XCTAssertTrue(session.isAskedAgain)
    }
    answer(&session, right: true)
    XCTAssertEqual(session.nextStep, .next)
    session.advance(now: morning)
    XCTAssertEqual(session.record.position, 1)
    XCTAssertFalse(session.isAskedAgain)
  }

  func testTheRightAnswerIsKeptBackUntilItIsGiven() throws {
    for retry in [SessionRecord.Retry.untilRight, .missed] {
      var session = try session(retry)
      answer(&session, right: false)
      let wrong = feedback(session)
      XCTAssertTrue(wrong.hasPrefix("Not right."), wrong)
      XCTAssertTrue(wrong.contains("✗"), "what was chosen is explained:\n\(wrong)")
      XCTAssertFalse(wrong.contains("photograph") || wrong.contains("→"), wrong)
      XCTAssertEqual(wrong.hasSuffix("It comes again after the others."), retry == .missed)
      session.advance(now: morning)
      if retry == .missed {
        for _ in 0..<2 {
          answer(&session, right: true)
          session.advance(now: morning)
        }
      }
      answer(&session, right: true)
      XCTAssertTrue(feedback(session).contains("photograph"))
    }
  }

  func testAPartlyRightAnswerDoesNotSayWhichPartIsRight() throws {
    var session = try session(.untilRight)
    session.advance(now: morning)
    let right = try XCTUnwrap(session.current.options.firstIndex { $0.isRight })
    session.setChosen(places: [right])
    XCTAssertTrue(session.submit(now: morning))
    XCTAssertEqual(
      feedback(session).trimmingCharacters(in: .whitespacesAndNewlines), "Not wholly right.")
  }

  func testAWrongOptionAloneIsNotPartlyRight() throws {
    var session = try session(.untilRight)
    session.advance(now: morning)
    let wrong = try XCTUnwrap(session.current.options.firstIndex { !$0.isRight })
    session.setChosen(places: [wrong])
    XCTAssertTrue(session.submit(now: morning))
    XCTAssertTrue(feedback(session).hasPrefix("Not right."), feedback(session))
  }

  func testATypedAnswerKeepsTheKeyBackToo() throws {
    let question = try Samples.question("transfer")
    var record = record(["Sample/transfer"])
    record.retry = .untilRight
    var session = try QuizSession(
      record, questions: ["Sample/transfer": question], now: morning)
    session.setTyped("multi-task learning")
    XCTAssertTrue(session.submit(now: morning))
    XCTAssertTrue(feedback(session).contains("several tasks"))
    XCTAssertFalse(feedback(session).contains("transfer"))
  }

  func testWhatWasMissedComesAgainBehindTheOthersUntilAllIsRight() throws {
    var session = try session(.missed)
    for right in [false, true, false] {
      answer(&session, right: right)
      session.advance(now: morning)
    }
    XCTAssertEqual(session.record.position, 0)
    answer(&session, right: true)
    session.advance(now: morning)
    XCTAssertEqual(session.record.position, 2, "what is right is not asked again")
    answer(&session, right: false)
    XCTAssertEqual(session.nextStep, .again)
    session.advance(now: morning)
    XCTAssertEqual(session.record.position, 2)
    answer(&session, right: true)
    XCTAssertEqual(session.nextStep, .finish)
    session.advance(now: morning)
    XCTAssertEqual(session.stage, .finished)
    XCTAssertEqual(session.rightInTheEnd, 3)
  }

  func testARoundInWhichAllIsSkippedIsTheLast() throws {
    var session = try session(.missed)
    answer(&session, right: false)
    for _ in 0..<3 { session.advance(now: morning) }
    XCTAssertEqual(session.stage, .asking)
    XCTAssertEqual(session.record.position, 0)
    session.advance(now: morning)
    XCTAssertEqual(session.stage, .finished)
    XCTAssertEqual(session.rightInTheEnd, 0)
  }

  func testTheFirstAnswerCounts() throws {
    var session = try session(.untilRight)
    answer(&session, right: false)
    XCTAssertTrue(session.isFirstTry)
    session.advance(now: morning)
    answer(&session, right: true)
    XCTAssertFalse(session.isFirstTry)
    XCTAssertEqual(session.score.points, 0)
    XCTAssertTrue(session.score.missed.map(\.number).contains(1))
  }

  func testTheReviewCountsTheFirstAnswerAlone() throws {
    let scratch = try Scratch()
    let store = scratch.store
    var keeper = scratch.keeper()
    var session = try session(.untilRight)
    for right in [false, false, true] {
      answer(&session, right: right)
      keeper.saveAnswer(session, now: morning)
      session.advance(now: morning)
    }
    let question = try store.load(now: morning).progress.questions["Sample/unstructured-data"]
    XCTAssertEqual(question?.asked, 1)
    XCTAssertEqual(question?.missed, 1)
    XCTAssertEqual(question?.box, 1)
  }

  func testASessionThatWasLeftGoesOnAskingAgain() throws {
    var session = try session(.missed)
    for right in [false, true, true] {
      answer(&session, right: right)
      session.advance(now: morning)
    }
    let data = try JSONEncoder().encode(session.record)
    let bank = try Samples.bank("Sample-Types.en.md")
    var resumed = try QuizSession(
      try JSONDecoder().decode(SessionRecord.self, from: data),
      questions: bank.questionsByKey, now: morning)
    XCTAssertTrue(resumed.isAskedAgain)
    answer(&resumed, right: true)
    XCTAssertEqual(resumed.nextStep, .finish)
  }

  func testARandomOrderIsTheSeedsAndHoldsEveryQuestion() {
    let keys = (0..<20).map { "q\($0)" }
    let shuffled = QuestionDraw.shuffle(keys, seed: 3)
    XCTAssertEqual(shuffled, QuestionDraw.shuffle(keys, seed: 3))
    XCTAssertNotEqual(shuffled, QuestionDraw.shuffle(keys, seed: 4))
    XCTAssertNotEqual(shuffled, keys)
    XCTAssertEqual(Set(shuffled), Set(keys))
    XCTAssertEqual(shuffled.count, keys.count)
  }

  func testBothLanguagesSayThatItIsAskedAgain() throws {
    for (language, words) in [
      (Language.english, ["again", "Enter to try again"]), (.chinese, ["重做", "按回车再试一次"]),
    ] {
      let scratch = try Scratch()
      var session = try session(.untilRight)
      let wrong = try XCTUnwrap(session.current.options.firstIndex { !$0.isRight })
      session.choose(place: wrong)
      var lines = ["\(wrong + 1)", "", "q"].reversed().map { $0 }
      var output = ""
      var runner = LineRunner(
        session: session,
        keeper: scratch.keeper(),
        phrases: Phrases(language: language), title: "T")
      runner.read = { _ in lines.popLast().map { .line($0) } ?? .endOfInput }
      runner.write = { output += $0 }
      XCTAssertEqual(runner.run(), .left)
      for word in words { XCTAssertTrue(output.contains(word), "“\(word)” in\n\(output)") }
    }
  }
}
