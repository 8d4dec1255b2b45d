import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Answer files that are not what an exam writes, and what grading remarks on them.
final class ExamGradingTests: FrameworkTestCase {
  private func bank() throws -> Bank { try Samples.bank("Sample-Types.en.md") }

  /// An exam whose answers took from one second to as many as there are questions.
  private func exam(_ student: String, seed: Int = 5, count: Int? = nil) throws -> AnswerFile {
    let bank = try bank()
    let keys = QuestionDraw.choose(
      bank.keys, count: count, seed: seed)
    var session = try QuizSession(
      record(keys, mode: .exam, seed: seed),
      questions: bank.questionsByKey, now: morning)
    var now = morning
    for place in session.posed.indices {
      now += Double(place + 1) + Double(student.utf8.count) / 8
      session.markRightAnswer()
      XCTAssertTrue(session.submit(now: now))
    }
    var file = AnswerFile(session, bank: bank.structureFingerprint, finished: now + 1)
    file.student = student
    return file
  }

  private func graded(
    _ file: AnswerFile, _ expectations: GradedExam.Expectations = .init(), name: String = "a.json"
  ) throws -> GradedExam {
    try GradedExam(
      file, file: name, bank: try bank(), scoring: .perOption, expecting: expectations)
  }

  private func remarks(_ exam: GradedExam) -> [String] { exam.remarks.map { $0(.english) } }

  func testAnHonestChoiceOfQuestionsIsNotRemarkedOn() throws {
    let graded = try graded(try exam("Ada", count: 4), .init(count: 4))
    XCTAssertEqual(remarks(graded), [])
    XCTAssertEqual(graded.points, graded.maximum)
    XCTAssertEqual(graded.items.count, 4)
  }

  /// The sample's questions have 9 points together.
  func testTheMaximumIsWhatSeedAndNumberGive() throws {
    var file = try exam("Ada")
    file.answers = Array(file.answers.prefix(1))
    let cut = try graded(file, .init(count: 7))
    XCTAssertEqual(cut.maximum, 9)
    XCTAssertEqual(cut.points, 1)
    XCTAssertEqual(remarks(cut), ["lacks 6 of the questions that seed 5 gives (0 points)"])
    // Without a given number, that of the class counts.
    XCTAssertEqual(try graded(file, .init(usualCount: 7)).maximum, 9)
  }

  /// A student who cuts a file to the right answers can state any number in it too.
  func testALoneFileWithFewerQuestionsHasNoMark() throws {
    let whole = try exam("Ada")
    for stated in [nil, 1, -3] {
      var file = whole
      file.answers = Array(file.answers.prefix(1))
      file.asked = stated
      let lone = try graded(file)
      XCTAssertFalse(lone.isMarked)
      XCTAssertEqual(
        remarks(lone),
        [
          "has 1 of 7 questions, and no other file says how many were asked: name their number with "
            + "--questions; the mark is for a person to decide"
        ])
      let given = try graded(file, .init(count: 7))
      XCTAssertTrue(given.isMarked)
      XCTAssertEqual(given.points, 1)
      XCTAssertEqual(given.maximum, 9)
    }
    // The file still says that the whole quiz was asked.
    var cut = whole
    cut.answers = Array(cut.answers.prefix(1))
    XCTAssertEqual(try graded(cut).maximum, 9)
    XCTAssertEqual(
      remarks(try graded(cut)),
      [
        "lacks 6 of the questions that seed 5 gives (0 points)",
        "was asked 1 of 7 questions",
      ])
    XCTAssertEqual(try graded(whole).points, 9)
    XCTAssertEqual(remarks(try graded(whole)), [])
  }

  func testAMarkThatIsNotKnownIsAnEmptyCell() throws {
    var cut = try exam("Bob", count: 3)
    cut.answers = Array(cut.answers.prefix(2))
    cut.asked = 2
    var exams = [try graded(try exam("Ada"), name: "ada"), try graded(cut, name: "bob")]
    exams.remarkOnEachOther()
    XCTAssertEqual(exams.map(\.isCounted), [true, false])
    let counted = exams.filter(\.isCounted)
    let report = GradeReport(
      exams: exams, statistics: ItemStatistics.all(counted, bank: try bank()),
      quizzes: [try XCTUnwrap(QuizStatistics(counted, questions: try bank().questions.map(\.id)))],
      damagedCount: 0, language: .english)
    let rows = report.gradesCSV.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    XCTAssertEqual(rows[1][6...8], ["9.0000", "9.0000", "100.00"])
    XCTAssertEqual(rows[2][6...8], ["", "", ""])
    let points = report.pointsCSV.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    XCTAssertEqual(points[2].dropFirst(3), Array(repeating: "", count: 8)[...])
    let table = report.table()
    XCTAssertTrue(table.contains("? / ?  (has 2 of 7 questions"), table)
    XCTAssertTrue(table.hasSuffix("1 exam graded, 1 for a person to decide.\n"), table)
    var chinese = report
    chinese.language = .chinese
    XCTAssertTrue(chinese.table().hasSuffix("已评 1 份答卷，1 份须由人决定。\n"), chinese.table())
  }

  /// Otherwise a student could forge the fingerprint of a file and cut it to the right answers.
  func testAFileOfAnotherBankIsNoShorterThanTheOthers() throws {
    var file = try exam("Ada")
    file.bank = "another"
    file.answers = Array(file.answers.prefix(1))
    let cut = try graded(file, .init(usualCount: 7))
    XCTAssertEqual(cut.points, 1)
    XCTAssertEqual(cut.maximum, 9)
    XCTAssertEqual(
      remarks(cut).prefix(2),
      [
        "answered another version of the bank",
        "lacks 6 of the questions that were asked (0 points)",
      ])
    // A question that is in the bank no more is nobody's fault.
    file = try exam("Ada")
    file.bank = "another"
    file.answers[0].question = "gone"
    let older = try graded(file, .init(usualCount: 7))
    XCTAssertEqual(older.maximum, 8)
    XCTAssertEqual(older.points, 8)
  }

  func testTheClassWasAskedAsManyQuestionsAsMostFilesSay() throws {
    let files = [try exam("a"), try exam("b", count: 2), try exam("c"), try exam("d", count: 2)]
    XCTAssertEqual(files.usualCount, 7, "of two as frequent the larger")
    XCTAssertEqual((files + [try exam("e", count: 2)]).usualCount, 2)
    XCTAssertNil([AnswerFile]().usualCount)
    XCTAssertNil([try exam("a"), try exam("b", count: 2)].usualCount, "no two agree")
    // A cut file still says how many were asked.
    var cut = [try exam("a", count: 4), try exam("b", count: 4)]
    cut[1].answers.removeLast(3)
    XCTAssertEqual(cut.usualCount, 4)
  }

  func testQuestionsThatTheSeedDoesNotGiveDoNotCount() throws {
    var file = try exam("Ada", count: 3)
    let drawn = Set(file.answers.map(\.question))
    let other = try XCTUnwrap(try exam("Ada").answers.first { !drawn.contains($0.question) })
    let lost = file.answers[0].question
    file.answers[0] = other
    let graded = try graded(file, .init(count: 3))
    XCTAssertEqual(Set(graded.items.map(\.question)), drawn)
    XCTAssertEqual(graded.items.first { $0.question == lost }?.fraction, 0)
    XCTAssertEqual(
      remarks(graded),
      [
        "lacks 1 of the questions that seed 5 gives (0 points)",
        "seed 5 does not give \(other.question) (not counted)",
      ])
  }

  func testEditedClocksAreRemarkedOn() throws {
    var file = try exam("Ada")
    let honest = file
    file.started = file.finished - 5
    let took = clockText(file.answers.reduce(0) { $0 + $1.seconds })
    XCTAssertEqual(
      remarks(try graded(file, .init(timeLimit: 10))),
      ["its answers took \(took), the whole exam 0:05: a clock was changed"])
    XCTAssertEqual(
      remarks(try graded(honest, .init(now: honest.finished - 7200))), ["finished in the future"])
    XCTAssertEqual(remarks(try graded(honest, .init(now: honest.finished - 60))), [])
  }

  func testAnOptionThatIsNotThereIsNamed() throws {
    var file = try exam("Ada")
    file.answers[0].response = .choices([40])
    XCTAssertEqual(
      remarks(try graded(file)), ["“\(file.answers[0].question)” has no option 41"])
  }

  func testACopyIsNamedAndCountedOnce() throws {
    var copy = try exam("Ada")
    copy.student = "Bob"
    copy.started += 100
    copy.finished += 100
    var exams = [
      try graded(try exam("Ada"), name: "ada.json"), try graded(copy, name: "bob.json"),
      try graded(try exam("Christa"), name: "christa.json"),
    ]
    exams.remarkOnEachOther()
    XCTAssertEqual(remarks(exams[0]), ["has the answers and seconds of bob.json: a copy"])
    XCTAssertEqual(
      remarks(exams[1]),
      ["has the answers and seconds of ada.json: a copy", "not in the statistics"])
    XCTAssertEqual(remarks(exams[2]), [], "who is as right in other seconds copied nothing")
    XCTAssertEqual(exams.map(\.isCounted), [true, false, true])
  }

  func testACopyWithSomeOtherSecondsIsACopyStill() throws {
    for (changed, isCopy) in [(1, true), (2, true), (3, false)] {
      var copy = try exam("Ada")
      copy.student = "Bob"
      for place in 0..<changed { copy.answers[place].seconds += 0.1 }
      var exams = [try graded(copy, name: "b"), try graded(try exam("Ada"), name: "a")]
      exams.remarkOnEachOther()
      XCTAssertEqual(exams.map(\.isCounted), [true, !isCopy], "\(changed) of 7 seconds changed")
      XCTAssertEqual(exams.allSatisfy { $0.remarks.isEmpty }, !isCopy)
    }
    // Other answers in the same seconds are no copy, nor are files in which nothing is answered.
    var other = try exam("Ada")
    other.student = "Bob"
    other.answers[0].response = nil
    var none = try exam("Ada")
    for place in none.answers.indices { none.answers[place].response = nil }
    var last = none
    last.student = "Cid"
    var exams = try [other, try exam("Ada"), none, last].map {
      try graded($0, name: $0.student ?? "")
    }
    exams[2].student = "Dora"
    exams.remarkOnEachOther()
    XCTAssertEqual(exams.flatMap { remarks($0) }, [])
  }

  func testAPersonWithTwoFilesIsCountedOnce() throws {
    var second = try exam("ADA  lovelace")
    second.finished += 500
    var exams = [
      try graded(second, name: "2.json"),
      try graded(try exam("Ada Lovelace", seed: 6), name: "1.json"),
    ]
    exams.remarkOnEachOther()
    XCTAssertEqual(
      remarks(exams[0]), ["ADA  lovelace has another file: 1.json", "not in the statistics"])
    XCTAssertEqual(remarks(exams[1]), ["Ada Lovelace has another file: 2.json"])
  }

  /// The digits are those of `printf 'word\n0' | sha256sum`.
  func testASecretMakesSeedsThatPracticeCannotTake() throws {
    XCTAssertEqual(ExamSeed.seed(secret: "word", number: 0), 1_000_000_001 + 0x8086_2636_fb83)
    XCTAssertNotEqual(
      ExamSeed.seed(secret: "word", number: 1), ExamSeed.seed(secret: "word", number: 0))
    XCTAssertGreaterThan(ExamSeed.seed(secret: "", number: 0), ExamSeed.largestGiven)
  }
}
