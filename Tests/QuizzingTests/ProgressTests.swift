import Foundation
import GradedTesting
import Text
import XCTest

@testable import Quizzing

final class ProgressTests: FrameworkTestCase {
  func testTheNextReviewIsSaidInTheLearnersOwnTime() throws {
    let date = Date(timeIntervalSince1970: 1_795_363_200)  // 2026-11-22 16:00 in Greenwich
    let shanghai = try XCTUnwrap(TimeZone(secondsFromGMT: 8 * 3600))
    XCTAssertEqual(
      Phrase.dueLater(date, in: shanghai)(.english), "The next question is due at 2026-11-23 00:00."
    )
    XCTAssertEqual(Phrase.dueLater(date, in: shanghai)(.chinese), "下一道题将在 2026-11-23 00:00 到期。")
  }

  /// Days begin at 4 in the morning, of UTC here; the first moment of the tests is 9 o'clock.
  private let calendar = ReviewCalendar(timeZone: .gmt)

  func testAMissedQuestionComesBackAfterOneTwoFourAndEightDays() {
    var question = Progress.Question()
    question.note(isRight: true, now: morning)
    XCTAssertNil(question.due, "what was never missed is not reviewed")
    question.note(isRight: false, now: morning)
    XCTAssertEqual(question.due, morning)
    var now = morning
    for days in [1.0, 2, 4, 8] {
      let start = calendar.start(ofDay: calendar.day(of: now))
      question.note(isRight: true, now: now, calendar: calendar)
      XCTAssertEqual(question.due, start.addingTimeInterval(days * 86_400))
      now = (question.due ?? now) + 50_000
    }
    question.note(isRight: true, now: now, calendar: calendar)
    XCTAssertNil(question.due, "the fifth right answer ends the review")
    XCTAssertEqual(question.asked, 7)
    XCTAssertEqual(question.missed, 1)
  }

  func testARightAnswerBeforeItIsDueChangesNothingAndAMissStartsAnew() {
    var question = Progress.Question()
    question.note(isRight: false, now: morning)
    question.note(isRight: true, now: morning, calendar: calendar)
    let due = question.due
    question.note(isRight: true, now: morning.addingTimeInterval(60), calendar: calendar)
    XCTAssertEqual(question.due, due)
    question.note(isRight: false, now: morning.addingTimeInterval(120))
    XCTAssertEqual(question.box, 1)
    XCTAssertEqual(question.due, morning.addingTimeInterval(120))
  }

  func testTheLongestDueComesFirst() {
    var progress = Progress()
    for (key, delay) in [("C/a", 86_400.0), ("C/b", -30), ("C/c", -60)] {
      progress.questions[key, default: .init()].note(
        isRight: false, now: morning.addingTimeInterval(delay))
    }
    XCTAssertEqual(progress.dueQuestions(now: morning), ["C/c", "C/b"])
  }

  func testTheFileFollowsTheXDGRules() {
    XCTAssertEqual(
      ProgressStore(variables: ["XDG_DATA_HOME": "/data", "HOME": "/home/a"]).path,
      "/data/deep-learning-course/quiz.json")
    XCTAssertEqual(
      ProgressStore(variables: ["XDG_DATA_HOME": "not/absolute", "HOME": "/home/a"]).path,
      "/home/a/.local/share/deep-learning-course/quiz.json")
  }

  func testWhatIsWrittenIsReadAgain() throws {
    let scratch = try Scratch()
    let store = ProgressStore(path: scratch.path + "/deep/quiz.json")
    try store.update(now: morning) { progress in
      progress.sessions.append(record(["Sample/x"]))
      progress.questions["Sample/x", default: .init()].note(isRight: false, now: morning)
      progress.quizzes["Sample", default: .init()].note(0.5, now: morning)
    }
    let (progress, setAside) = try store.load(now: morning)
    XCTAssertNil(setAside)
    XCTAssertEqual(progress.sessions, [record(["Sample/x"])])
    XCTAssertEqual(progress.questions["Sample/x"]?.due, morning)
    XCTAssertEqual(progress.quizzes["Sample"]?.best, 0.5)
  }

  func testWritersAtTheSameTimeLoseNothing() throws {
    let scratch = try Scratch()
    let store = scratch.store
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for round in 0..<25 {
        _ = try? store.update(now: morning) { progress in
          progress.questions["common", default: .init()].note(isRight: true, now: morning)
          progress.questions["\(writer)-\(round)", default: .init()].note(
            isRight: false, now: morning)
        }
      }
    }
    let progress = try store.load(now: morning).progress
    XCTAssertEqual(progress.questions["common"]?.asked, 200)
    XCTAssertEqual(progress.questions.count, 201)
  }

  func testADamagedFileIsSetAsideWithItsReason() throws {
    let cases: [(String, String)] = [
      ("", "the file is empty"),
      ("{\"version\": 1, \"quizzes\": {}, \"questions\": {}}", "the file has no “sessions”"),
      (
        "{\"version\": 1, \"quizzes\": 7, \"questions\": {}, \"sessions\": []}",
        "“quizzes” has the wrong type"
      ),
      (
        "{\"version\": 1, \"quizzes\": {}, \"questions\": {\"a\": {\"asked\": \"x\"}}, "
          + "\"sessions\": []}",
        "“questions.a.asked” has the wrong type"
      ),
    ]
    for (text, reason) in cases {
      let scratch = try Scratch()
      let store = scratch.store
      try Data(text.utf8).write(to: URL(fileURLWithPath: store.path))
      let (progress, setAside) = try store.load(now: morning)
      XCTAssertEqual(progress, Progress())
      XCTAssertEqual(setAside?.reason(.english), reason)
      let kept = try String(contentsOfFile: setAside?.path ?? "", encoding: .utf8)
      XCTAssertEqual(kept, text, "the damaged file is kept as it was")
    }
  }

  func testTwoDamagedFilesOfOneSecondAreBothKept() throws {
    let scratch = try Scratch()
    let store = scratch.store
    for text in ["one", "two"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: store.path))
      _ = try store.load(now: morning)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    XCTAssertEqual(names.count { $0.contains("damaged") }, 2)
  }

  func testAFileOfANewerVersionIsLeftAlone() throws {
    let scratch = try Scratch()
    let store = scratch.store
    let text = "{\"version\": 2}"
    try Data(text.utf8).write(to: URL(fileURLWithPath: store.path))
    XCTAssertThrowsError(try store.load(now: morning)) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "\(store.path): the progress has version 2, this program knows up to 1: "
          + "update the course, or move the file away")
    }
    XCTAssertEqual(try String(contentsOfFile: store.path, encoding: .utf8), text)
  }
}
