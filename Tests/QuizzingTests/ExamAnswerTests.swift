import Foundation
import GradedTesting
import Statistics
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Answer files: reading, grading and the statistics of their questions.
final class ExamAnswerTests: FrameworkTestCase {
  private func exam(_ student: String, seed: Int = 5) throws -> AnswerFile {
    var session = try session(mode: .exam, seed: seed)
    session.choose(place: 0)
    _ = session.submit(now: morning.addingTimeInterval(10))
    var file = AnswerFile(
      session, bank: try Samples.bank("Sample-Types.en.md").structureFingerprint,
      finished: morning.addingTimeInterval(60))
    file.student = student
    return file
  }

  func testAnAnswerFileIsReadAsItWasWritten() throws {
    let scratch = try Scratch()
    let file = try exam("阿达 \"A\"")
    let path = scratch.path + "/a.json"
    let places = AnswerPlaces(quiz: "Sample", wanted: path, folders: [])
    XCTAssertEqual(places.deliver(file), .file(path, reason: nil))
    XCTAssertEqual(try AnswerFile.read(path), file)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for secret in ["right", "explanation", "isRight", "points"] {
      XCTAssertFalse(text.contains(secret), "an answer file holds no key, but “\(secret)”")
    }
  }

  func testDamagedAnswerFilesSayWhy() {
    let head =
      "\"kind\": \"course-quiz-answers\", \"quiz\": \"S\", \"seed\": 1, "
      + "\"started\": \"2026-01-01T09:00:00Z\", \"finished\": \"2026-01-01T09:00:00Z\""
    let cases: [(String, String)] = [
      ("", "a: is damaged: the file is empty"),
      (
        "{\"kind\": \"x\", \"version\": 1}",
        "a: is no answer file: its kind is “x”, expected “course-quiz-answers”"
      ),
      (
        "{\(head), \"version\": 9, \"answers\": []}",
        "a: has version 9, this program knows up to 2"
      ),
      ("{\(head), \"version\": 1}", "a: is damaged: the file has no “answers”"),
      (
        "{\(head.replacing("2026-01-01T09:00:00Z", with: "yesterday")), \"version\": 1, "
          + "\"answers\": []}",
        "a: is damaged: “started” is not valid: “yesterday” is not a date such as "
          + "2026-03-01T10:00:00Z"
      ),
      (
        "{\(head), \"version\": 1, \"answers\": [{\"question\": \"q\", \"choices\": [0]}]}",
        "a: is damaged: “answers.[1].choices” is not valid: options are counted from 1"
      ),
      (
        "{\(head), \"version\": 1, \"answers\": [{\"question\": \"q\"}, {\"question\": \"q\"}]}",
        "a: is damaged: “answers” is not valid: the question “q” is answered twice"
      ),
    ]
    for (text, sentence) in cases {
      XCTAssertThrowsError(try AnswerFile.decode(Data(text.utf8), path: "a"), text) {
        XCTAssertEqual(($0 as? any PhrasedError)?.phrase(.english), sentence)
      }
    }
  }

  func testDatesMayHaveAnyZone() throws {
    let date = try JSONDecoder.dated.decode(
      [Date].self, from: Data("[\"2026-01-01T17:00:00+08:00\", \"2026-01-01T09:00:00Z\"]".utf8))
    XCTAssertEqual(date, [morning, morning])
  }

  func testAFolderOfAnswersIsRefusedWithWhatToName() throws {
    let scratch = try Scratch()
    XCTAssertThrowsError(try AnswerFile.read(scratch.path + "/")) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "\(scratch.path): is a folder: name the files in it, as in \(scratch.path)/*.json")
    }
    XCTAssertThrowsError(try AnswerFile.read(scratch.path + "/none")) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english), "\(scratch.path)/none: cannot be read")
    }
  }

  func testRemarksNameWhatAnInstructorShouldKnow() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    var file = try exam("Ada", seed: 5)
    file.bank = "other"
    file.answers.removeLast(2)
    file.answers.append(.init(question: "gone", response: nil, seconds: 0, usedHint: false))
    let graded = try GradedExam(
      file, file: "x/ada.json", bank: bank, scoring: .perOption,
      expecting: .init(seed: 6, timeLimit: 30))
    XCTAssertEqual(
      graded.remarks.map { $0(.english) },
      [
        "unknown question “gone”", "answered another version of the bank",
        "lacks 1 of the questions that were asked (0 points)",
        "was asked 5 of 7 questions", "has seed 5, expected 6", "took 1:00, allowed 0:30",
      ])
    XCTAssertEqual(
      graded.remarks.map { $0(.chinese) },
      [
        "没有题目“gone”", "作答时用的是另一版题库", "比应考的题数少 1 题（计 0 分）", "题库有 7 题，只考了 5 题", "随机种子为 5，应为 6",
        "用时 1:00，限时 0:30",
      ])
  }

  func testGradingGivesThePointsOfTheSession() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    var session = try session(mode: .exam, seed: 11)
    for _ in session.posed {
      session.markRightAnswer()
      XCTAssertTrue(session.submit(now: morning))
    }
    let file = AnswerFile(session, bank: bank.structureFingerprint, finished: morning)
    let graded = try GradedExam(
      file, file: "a.json", bank: bank, scoring: .allOrNothing, expecting: .init())
    XCTAssertEqual(graded.points, 9)
    XCTAssertEqual(graded.maximum, 9)
    XCTAssertEqual(graded.student, "a")
    XCTAssertEqual(graded.remarks, [])
  }

  /// The figures are those of SciPy, from Tests/Peers/quiz_statistics.py.
  func testStatisticsAreThoseOfSciPy() throws {
    let fractions: [Double] = [1, 0, 1, 1, 0, 0, 1, 0, 1, 1]
    let totals: [Double] = [9, 3, 7, 8, 4, 5, 6.5, 2, 8.5, 5.5]
    XCTAssertEqual(
      try XCTUnwrap(ItemAnalysis.correlation(fractions, totals)), 0.853_628_824_807_735_4,
      accuracy: 1e-12)
    XCTAssertEqual(ItemAnalysis.mean(totals), 5.85, accuracy: 1e-12)
    XCTAssertEqual(ItemAnalysis.median(totals), 6)
    XCTAssertEqual(ItemAnalysis.median([1, 9, 2]), 2)
    // Of ten, 27 % are three: the best three are all right, the weakest three all wrong.
    XCTAssertEqual(ItemAnalysis.discrimination(fractions, by: totals), 1)
    XCTAssertNil(ItemAnalysis.correlation([1, 1], [2, 3]))
  }

  func testTiesShareTheLastPlacesOfAGroup() throws {
    // Of four one is 27 %; two tie at the top, one right and one wrong.
    XCTAssertEqual(ItemAnalysis.discrimination([1, 0, 0, 0], by: [5, 5, 3, 1]), 0.5)
    XCTAssertEqual(ItemAnalysis.discrimination([0, 1, 0, 0], by: [5, 5, 3, 1]), 0.5)
  }

  func testDistractorsAndWrongTextsAreCounted() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let answers: [(Response?, Response?)] = [
      (.choices([0]), .typed("transfer learning")), (.choices([2]), .typed("fine-tuning")),
      (.choices([2]), .typed("fine-tuning")), (nil, nil),
    ]
    let exams = try answers.map { choice, typed in
      var file = try exam("s")
      // There the options are numbered as in the bank.
      file.version = 1
      for place in file.answers.indices {
        switch file.answers[place].question {
        case "unstructured-data": file.answers[place].response = choice
        case "transfer": file.answers[place].response = typed
        default: file.answers[place].response = nil
        }
      }
      return try GradedExam(
        file, file: "s", bank: bank, scoring: .perOption, expecting: .init())
    }
    let items = ItemStatistics.all(exams, bank: bank)
    XCTAssertEqual(items[0].facility, 0.25)
    XCTAssertEqual(items[0].choices.map(\.count), [1, 0, 2, 0])
    XCTAssertEqual(items[0].openCount, 1)
    XCTAssertEqual(
      items[5].choices,
      [
        .init(answer: "fine-tuning", isRight: false, count: 2),
        .init(answer: "transfer learning", isRight: true, count: 1),
      ])
  }
}
