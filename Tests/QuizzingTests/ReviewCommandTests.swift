import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Reviews with the real `course`, line by line; at the end of its input it leaves.
final class ReviewCommandTests: QuizTestCase {
  /// The days of the program, whose time zone is set, and not those of the machine.
  private let calendar = ReviewCalendar(timeZone: .gmt)

  /// Puts the sample quiz into the folder `Quizzes` of the learner's home.
  override func setUpWithError() throws {
    try super.setUpWithError()
    try FileManager.default.createDirectory(
      atPath: home + "/Quizzes", withIntermediateDirectories: true)
    for language in ["en", "zh"] {
      let name = "/Sample-Types.\(language).md"
      try FileManager.default.copyItem(
        atPath: Samples.folder + name, toPath: home + "/Quizzes" + name)
    }
  }

  /// Notes questions as missed so many days ago.
  private func miss(_ days: [String: Double]) throws {
    try store.update(now: Date()) { progress in
      for (key, days) in days {
        progress.questions[key, default: .init()].note(
          isRight: false, now: Date().addingTimeInterval(-86_400 * days))
      }
    }
  }

  func testAnExamsMistakesAreReviewedOnceItsResultIsThere() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    var session = try session(mode: .exam)
    session.markRightAnswer()
    XCTAssertTrue(session.submit(now: morning))
    let file = AnswerFile(session, bank: bank.structureFingerprint, finished: morning + 60)
    let path = home + "/ada.json"
    try file.data().write(to: URL(fileURLWithPath: path))
    XCTAssertEqual(try quiz(["review"]).output, "Nothing is due for review.\n")

    let graded = try quiz(["grade", path, "--results", home + "/results"])
    XCTAssertEqual(graded.code, 0, graded.complaint)
    let result = home + "/results/ada-Sample-result.json"
    let text = try String(contentsOfFile: result, encoding: .utf8)
    for secret in ["choices", "right", "typed", "photograph", "transfer learning"] {
      XCTAssertFalse(text.contains(secret), "a result holds no key, but “\(secret)”")
    }
    XCTAssertEqual(
      try quiz(["results", result]).output,
      "Sample: 1 / 9. 6 questions to review: course quiz review\n")
    XCTAssertEqual(
      try quiz(["results", result], language: "zh").output, "Sample: 1 / 9。这份成绩单已经加入过复习。\n")
    XCTAssertTrue(try quiz(["review"]).output.contains("Question 1 of 6"))
  }

  func testQuestionsOfBanksThatAreGoneAreSaidAndNotAsked() throws {
    try miss(["Sample/transfer": 1, "Sample/gone": 2, "Old/question": 3])
    let review = try quiz(["review"])
    XCTAssertTrue(review.output.contains("Question 1 of 1"), review.output)
    XCTAssertTrue(
      (review.output + review.complaint).contains(
        "Set aside, since no bank holds them any more: Old/question, Sample/gone (2)."),
      review.output)
    let again = try quiz(["review"], language: "zh")
    XCTAssertTrue(again.output.contains("第 1 题，共 1 题"), again.output)
    XCTAssertFalse(again.output.contains("不再复习"), "it is said once:\n\(again.output)")
    XCTAssertEqual(
      try store.load(now: Date()).progress.setAside?.keys.sorted(), ["Old/question", "Sample/gone"])
  }

  func testAPartOfTheBanksSetsNothingAsideThatIsElsewhere() throws {
    try miss(["Sample/transfer": 1, "Old/question": 3])
    for words in [["review", "sample"], ["review", "--banks", Samples.folder]] {
      XCTAssertTrue(try quiz(words).output.contains("Question 1 of 1"))
      XCTAssertNil(try store.load(now: Date()).progress.setAside)
    }
  }

  func testAFaultyBankKeepsNobodyFromTheOthers() throws {
    try Data("# T\n\n## q\n\nText?\n".utf8).write(
      to: URL(fileURLWithPath: home + "/Quizzes/Bad-Bank.en.md"))
    try miss(["Sample/transfer": 1, "Bad/q": 2])
    let review = try quiz(["review"])
    XCTAssertTrue(review.output.contains("Question 1 of 1"), review.output)
    XCTAssertTrue(
      review.output.contains("Left out, since the bank has faults: Bad (course quiz check)."),
      review.output)
    XCTAssertNil(try store.load(now: Date()).progress.setAside, "the question is there still")
    XCTAssertEqual(try quiz(["review", "bad"]).code, 65)
  }

  func testTheNextDateIsInTheFutureAndOfAQuestionThatIsThere() throws {
    try miss(["Old/question": 3])
    let now = Date()
    try store.update(now: now) { progress in
      progress.questions["Sample/transfer"] = .init(
        asked: 2, missed: 1, box: 2, due: calendar.start(ofDay: 30_000))
    }
    let review = try quiz(["review", "--banks", Samples.folder])
    XCTAssertEqual(
      review.output, "Nothing is due for review.\nThe next question is due at 2052-02-20 04:00.\n")
    XCTAssertTrue(
      try quiz(["review", "--banks", Samples.folder], variables: ["COURSE_ROLLOVER": "0"]).output
        .hasSuffix("2052-02-20 00:00.\n"))
  }

  /// Another quiz's question that is due is neither asked nor dated.
  func testAQuizsReviewKnowsNothingOfAnotherOnes() throws {
    let text = try String(contentsOfFile: Samples.folder + "/Sample-Types.en.md", encoding: .utf8)
    try text.write(
      toFile: home + "/Quizzes/Other-Types.en.md", atomically: true, encoding: .utf8)
    try miss(["Other/transfer": 1])
    try store.update(now: Date()) { progress in
      progress.questions["Sample/transfer"] = .init(
        asked: 2, missed: 1, box: 2, due: calendar.start(ofDay: 30_000))
    }
    XCTAssertEqual(
      try quiz(["review", "sample"]).output,
      "Nothing is due for review.\nThe next question is due at 2052-02-20 04:00.\n")
    XCTAssertEqual(
      try quiz(["review", "sample"], language: "zh").output,
      "目前没有需要复习的题目。\n下一道题将在 2052-02-20 04:00 到期。\n")
    for words in [["review"], ["review", "other"]] {
      XCTAssertTrue(try quiz(words).output.contains("Question 1 of 1"))
    }
    try store.update(now: Date()) { $0.questions["Sample/transfer"] = nil }
    XCTAssertEqual(try quiz(["review", "sample"]).output, "Nothing is due for review.\n")
  }

  func testADayAsksTheMostOverdueUpToItsLimit() throws {
    try miss(["Sample/transfer": 1, "Sample/why-now": 9, "Sample/iteration": 3])
    let review = try quiz(["review", "--limit", "2"])
    XCTAssertTrue(
      review.output.contains("A day asks 2 questions, the most overdue first; 1 waits."),
      review.output)
    XCTAssertTrue(review.output.contains("Question 1 of 2"))
    XCTAssertTrue(review.output.contains("Why has deep learning taken off"), review.output)
    try store.update(now: Date()) { progress in
      progress.sessions = []
      for key in ["Sample/why-now", "Sample/iteration"] {
        progress.questions[key]?.note(isRight: true, now: Date(), calendar: calendar)
        progress.noteReview(of: key, now: Date(), calendar: calendar)
      }
    }
    XCTAssertEqual(
      try quiz(["review"], variables: ["COURSE_REVIEW_LIMIT": "2"]).output,
      "Today's 2 questions are reviewed. 1 more: tomorrow, or now with "
        + "course quiz review --limit 3.\n"
    )
    XCTAssertTrue(try quiz(["review"]).output.contains("Question 1 of 1"))
  }

  func testVariablesThatMakeNoSenseAreRefused() throws {
    for (variables, english, chinese) in [
      (
        ["COURSE_ROLLOVER": "24"],
        "error: COURSE_ROLLOVER expects an hour from 0 to 23, got “24”\n",
        "错误：COURSE_ROLLOVER 应为 0 到 23 的整点，收到的是“24”\n"
      ),
      (
        ["COURSE_REVIEW_LIMIT": "few"],
        "error: COURSE_REVIEW_LIMIT expects a number from 1 to 100000, got “few”\n",
        "错误：COURSE_REVIEW_LIMIT 应为 1 到 100000 的整数，收到的是“few”\n"
      ),
    ] {
      let answer = try quiz(["review"], variables: variables)
      XCTAssertEqual(answer.code, 64)
      XCTAssertEqual(answer.complaint, english)
      XCTAssertEqual(
        try quiz(["review"], language: "zh", variables: variables).complaint, chinese)
    }
  }

  /// A folder in the place of the lock keeps everything from being written.
  func testProgressThatCannotBeWrittenIsReadAllTheSame() throws {
    try miss(["Sample/transfer": 1])
    try FileManager.default.removeItem(atPath: store.path + ".lock")
    try FileManager.default.createDirectory(
      atPath: store.path + ".lock", withIntermediateDirectories: true)
    let review = try quiz(["review"])
    XCTAssertTrue(review.output.contains("Question 1 of 1"), review.output)
    XCTAssertTrue(
      (review.output + review.complaint).contains("Progress is not saved"), review.output)
  }
}
