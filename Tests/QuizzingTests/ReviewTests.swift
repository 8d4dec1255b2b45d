import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// The review by days.
final class ReviewTests: FrameworkTestCase {
  private let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

  private func date(_ text: String) throws -> Date {
    try XCTUnwrap(try? Date(text, strategy: .iso8601), text)
  }

  private func calendar(_ zone: String = "Europe/Berlin", rollover: Int = 4) throws
    -> ReviewCalendar
  {
    ReviewCalendar(rollover: rollover, timeZone: try XCTUnwrap(TimeZone(identifier: zone)))
  }

  // MARK: Days

  /// At 3:59 local time, which is 2:59 in Greenwich, the day before goes on.
  func testADayBeginsAtTheHourOfRollover() throws {
    let calendar = try calendar()
    let evening = calendar.day(of: try date("2026-01-10T22:00:00Z"))
    XCTAssertEqual(calendar.day(of: try date("2026-01-11T02:59:59Z")), evening)
    XCTAssertEqual(calendar.day(of: try date("2026-01-11T03:00:00Z")), evening + 1)
    XCTAssertEqual(calendar.start(ofDay: evening + 1), try date("2026-01-11T03:00:00Z"))
    let midnight = try self.calendar(rollover: 0)
    XCTAssertEqual(midnight.start(ofDay: evening + 1), try date("2026-01-10T23:00:00Z"))
  }

  func testDaysFollowEachOtherWhereClocksAreChanged() throws {
    for zone in ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"] {
      for rollover in [0, 1, 2, 3, 4, 23] {
        let calendar = try calendar(zone, rollover: rollover)
        let first = calendar.day(of: try date("2026-01-01T12:00:00Z"))
        for day in first..<first + 400 {
          let start = calendar.start(ofDay: day)
          XCTAssertEqual(calendar.day(of: start), day, "\(zone) \(rollover)")
          XCTAssertEqual(calendar.day(of: start + 3 * 3600), day, "\(zone) \(rollover)")
          XCTAssertEqual(calendar.day(of: start - 3 * 3600), day - 1, "\(zone) \(rollover)")
        }
      }
    }
  }

  /// A trap would end the test process.
  func testNoDateTrapsTheCalendar() {
    let calendar = ReviewCalendar()
    for seconds in [-1e300, 1e300, -.infinity, .infinity, .nan, 9e15] {
      let day = calendar.day(of: Date(timeIntervalSince1970: seconds))
      _ = calendar.start(ofDay: day)
    }
  }

  /// Late every evening, the date does not creep by the minutes of each answer.
  func testAnAnswerAtAnyHourIsDueWhenItsDayBegins() throws {
    let calendar = try calendar()
    var question = Progress.Question()
    question.note(isRight: false, now: try date("2026-01-10T20:00:00Z"), calendar: calendar)
    question.note(isRight: true, now: try date("2026-01-11T01:00:00Z"), calendar: calendar)
    XCTAssertEqual(question.due, try date("2026-01-11T03:00:00Z"), "past midnight is the same day")
    question.note(isRight: true, now: try date("2026-01-11T22:30:00Z"), calendar: calendar)
    XCTAssertEqual(question.due, try date("2026-01-13T03:00:00Z"))
  }

  func testADateOfAnOlderFileIsDueOnItsWholeDay() throws {
    let calendar = try calendar()
    var progress = Quizzing.Progress()
    progress.questions["C/a"] = .init(
      asked: 2, missed: 1, box: 2, due: try date("2026-01-11T21:00:00Z"))
    XCTAssertEqual(
      progress.dueQuestions(now: try date("2026-01-11T02:00:00Z"), calendar: calendar), [])
    XCTAssertEqual(
      progress.dueQuestions(now: try date("2026-01-11T04:00:00Z"), calendar: calendar), ["C/a"])
  }

  func testAFileWithoutTheNewerFieldsIsRead() throws {
    let text = """
      {"version": 1, "quizzes": {}, "questions": {"C/a": {"asked": 1, "missed": 1, "box": 1, \
      "due": "2026-01-10T20:00:00Z"}}, "sessions": []}
      """
    let progress = try ProgressStore.decode(Data(text.utf8))
    XCTAssertEqual(progress.questions["C/a"]?.box, 1)
    XCTAssertNil(progress.reviewed)
  }

  // MARK: Credit

  /// Five days late in box 2: two days to box 3, and the five.
  func testDaysLateAreAddedToTheNextInterval() throws {
    let calendar = try calendar()
    let due = calendar.start(ofDay: 20_000)
    for (late, days) in [(0, 2), (5, 7), (1000, 367)] {
      var question = Progress.Question(asked: 2, missed: 1, box: 2, due: due)
      let now = calendar.start(ofDay: 20_000 + late) + 40_000
      question.note(isRight: true, now: now, calendar: calendar)
      XCTAssertEqual(question.box, 3)
      XCTAssertEqual(question.due, calendar.start(ofDay: 20_000 + late + days), "\(late) late")
    }
    var missed = Progress.Question(asked: 2, missed: 1, box: 4, due: due)
    missed.note(isRight: false, now: calendar.start(ofDay: 20_030), calendar: calendar)
    XCTAssertEqual(missed.box, 1, "a wrong answer gets no credit")
  }

  // MARK: The limit of a day

  private func progress(_ count: Int, now: Date) -> Quizzing.Progress {
    var progress = Quizzing.Progress()
    for number in 0..<count {
      progress.questions["C/q\(number)"] = .init(
        asked: 1, missed: 1, box: 1, due: now - Double(count - number) * 86_400)
    }
    return progress
  }

  private func plan(_ progress: Quizzing.Progress, now: Date = morning, limit: Int = 3)
    -> ReviewPlan
  {
    ReviewPlan(progress, now: now, calendar: ReviewCalendar(timeZone: berlin), limit: limit)
  }

  func testADayAsksTheMostOverdueUpToItsLimit() {
    let plan = plan(progress(5, now: morning))
    XCTAssertEqual(plan.today, ["C/q0", "C/q1", "C/q2"])
    XCTAssertEqual(plan.waitingCount, 2)
  }

  func testWhatTheDayHasAskedCountsAndMayComeAgain() {
    let calendar = ReviewCalendar(timeZone: berlin)
    var progress = progress(5, now: morning)
    for (key, isRight) in [("C/q0", true), ("C/q1", false)] {
      progress.questions[key]?.note(isRight: isRight, now: morning, calendar: calendar)
      progress.noteReview(of: key, now: morning, calendar: calendar)
    }
    let rest = plan(progress)
    XCTAssertEqual(Set(rest.today), ["C/q1", "C/q2"], "one new, and the one that was missed")
    XCTAssertEqual(rest.waitingCount, 2)
    let tomorrow = plan(progress, now: morning + 86_400)
    XCTAssertEqual(tomorrow.today.count, 3, "a new day, a new limit")
  }

  // MARK: Banks that are gone

  func testQuestionsThatNoBankHoldsAreSetAsideAndComeBack() {
    var progress = progress(3, now: morning)
    let question = progress.questions["C/q1"]
    XCTAssertEqual(progress.settle(isGone: { $0 == "C/q1" }, isKnown: { _ in false }), ["C/q1"])
    XCTAssertEqual(plan(progress).today, ["C/q0", "C/q2"])
    XCTAssertEqual(progress.setAside?["C/q1"], question)
    XCTAssertEqual(progress.settle(isGone: { _ in false }, isKnown: { _ in true }), [])
    XCTAssertEqual(progress.questions["C/q1"], question)
    XCTAssertNil(progress.setAside)
  }
}
