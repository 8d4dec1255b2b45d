import GradedTesting
import XCTest

@testable import Banks
@testable import Quizzing

final class SessionTests: FrameworkTestCase {
  private func after(_ seconds: Double) -> Date { morning.addingTimeInterval(seconds) }

  func testPracticeExplainsAndExamGoesOn() throws {
    var practice = try session()
    practice.choose(place: 0)
    XCTAssertTrue(practice.submit(now: after(5)))
    XCTAssertEqual(practice.stage, .feedback)
    practice.advance(now: after(9))
    XCTAssertEqual(practice.record.position, 1)
    var exam = try session(mode: .exam)
    exam.choose(place: 0)
    XCTAssertTrue(exam.submit(now: after(5)))
    XCTAssertEqual(exam.stage, .asking)
    XCTAssertEqual(exam.record.position, 1)
  }

  func testNothingChosenCannotBeConfirmed() throws {
    var session = try session()
    XCTAssertFalse(session.submit(now: after(1)))
    XCTAssertEqual(session.stage, .asking)
  }

  func testOneRightAnswerIsReplacedAndSeveralAreToggled() throws {
    var session = try session()
    session.choose(place: 0)
    session.choose(place: 2)
    XCTAssertEqual(session.record.draft.chosen, [session.current.options[2].index])
    session.advance(now: after(1))
    session.choose(place: 0)
    session.choose(place: 2)
    session.choose(place: 0)
    XCTAssertEqual(session.record.draft.chosen, [session.current.options[2].index])
  }

  func testASessionGoesOnExactlyWhereItWasLeft() throws {
    var session = try session()
    session.choose(place: 1)
    _ = session.submit(now: after(5))
    session.advance(now: after(6))
    session.choose(place: 2)
    session.moveCursor(by: 1)
    session.showHint()
    session.keepTime(after(10))
    let data = try JSONEncoder().encode(session.record)
    let restored = try JSONDecoder().decode(SessionRecord.self, from: data)
    XCTAssertEqual(restored, session.record)
    let bank = try Samples.bank("Sample-Types.en.md")
    let resumed = try QuizSession(
      restored,
      questions: bank.questionsByKey, now: after(500))
    XCTAssertEqual(resumed.stage, session.stage)
    XCTAssertEqual(resumed.posed, session.posed)
    XCTAssertEqual(resumed.record, session.record)
  }

  func testTimeIsKeptPerQuestionAndNotWhileAway() throws {
    var session = try session()
    session.choose(place: 0)
    _ = session.submit(now: after(12))
    XCTAssertEqual(session.currentAnswer?.seconds, 12)
    session.advance(now: after(100))
    session.keepTime(after(103))
    XCTAssertEqual(session.currentAnswer?.seconds, 3, "reading the explanation is not counted")
  }

  func testAnExamMayGoBackAndChangeAnAnswer() throws {
    var session = try session(mode: .exam)
    session.choose(place: 0)
    _ = session.submit(now: after(1))
    XCTAssertTrue(session.goBack(now: after(2)))
    XCTAssertEqual(session.record.draft.chosen, [session.current.options[0].index])
    session.choose(place: 1)
    let second = session.current.options[1].index
    _ = session.submit(now: after(3))
    XCTAssertEqual(session.record.answers["Sample/unstructured-data"]?.response, .choices([second]))
  }

  func testPracticeShowsTheExplanationAgainWhenGoingBack() throws {
    var session = try session()
    XCTAssertFalse(session.goBack(now: after(0)))
    session.choose(place: 0)
    _ = session.submit(now: after(1))
    session.advance(now: after(2))
    XCTAssertTrue(session.goBack(now: after(3)))
    XCTAssertEqual(session.stage, .feedback)
    XCTAssertFalse(session.submit(now: after(4)), "an explained answer cannot be changed")
  }

  func testAnExamEndsWithHandingIn() throws {
    var session = try session(mode: .exam)
    for _ in session.posed { session.advance(now: after(1)) }
    XCTAssertEqual(session.stage, .handingIn)
    session.advance(now: after(2))
    XCTAssertEqual(session.stage, .finished)
  }

  func testTheClockRunsFromTheStart() throws {
    let session = try session(mode: .exam, timeLimit: 60)
    XCTAssertEqual(session.secondsLeft(after(45)), 15)
    XCTAssertEqual(session.secondsLeft(after(100)), 0)
  }

  /// Points worked by hand: 1 + 2·¾ of the first three points of nine.
  func testTheScoreAddsPointsByTopic() throws {
    var session = try session()
    session.markRightAnswer()
    XCTAssertTrue(session.submit(now: after(1)))
    session.advance(now: after(1))
    let first = session.current.options.firstIndex { $0.isRight } ?? 0
    session.setChosen(places: [first])
    _ = session.submit(now: after(2))
    let score = session.score
    XCTAssertEqual(score.points, 2.5)
    XCTAssertEqual(score.maximum, 9)
    XCTAssertEqual(score.topics.first, Score.Topic(name: "kinds of data", points: 1, maximum: 1))
    XCTAssertEqual(score.topics[1], Score.Topic(name: "why now", points: 1.5, maximum: 2))
    XCTAssertEqual(score.missed.map(\.number), [2, 3, 4, 5, 6, 7])
  }

  func testARecordThatMakesNoSenseDoesNotTrap() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    var strange = record(["Sample/unstructured-data", "Sample/gone", "x"])
    strange.position = -7
    strange.draft.cursor = 99
    strange.draft.chosen = [-1, 50]
    strange.answers = ["Sample/unstructured-data": .init(response: .choices([900]))]
    var session = try QuizSession(
      strange, questions: ["Sample/unstructured-data": bank.questions[0]], now: morning)
    session.moveCursor(by: -1)
    XCTAssertEqual(session.posed.count, 1)
    XCTAssertFalse(session.submit(now: morning))
    strange.position = Int.max
    XCTAssertEqual(try QuizSession(strange, questions: [:], now: morning).stage, .finished)
  }
}
