import Foundation
import GradedTesting
import Statistics
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// The reliability of an exam and the report on a whole class.
final class ReliabilityTests: FrameworkTestCase {
  private let right: [[Double]] = [
    [1, 1, 1, 1, 0], [1, 1, 0, 1, 1], [1, 0, 1, 0, 0], [0, 1, 0, 0, 0],
    [1, 1, 1, 1, 1], [0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [1, 1, 1, 0, 1],
  ]
  private var weighted: [[Double]] {
    right.map { zip($0, [1, 2, 1, 0.5, 3]).map { $0 * $1 } }
  }

  private func assertUndefined(
    _ expected: Reliability.Undefined, _ body: @autoclosure () throws -> Double,
    line: UInt = #line
  ) {
    XCTAssertThrowsError(try body(), line: line) {
      XCTAssertEqual($0 as? Reliability.Undefined, expected, line: line)
    }
  }

  /// The figures are NumPy's, from Tests/Peers/quiz_reliability.py.
  func testCoefficientsAreThoseOfNumPy() throws {
    XCTAssertEqual(try Reliability.kr20(right), 0.657_051_282_051_282, accuracy: 1e-12)
    XCTAssertEqual(try Reliability.alpha(right), 0.657_051_282_051_282, accuracy: 1e-12)
    XCTAssertEqual(try Reliability.alpha(weighted), 0.626_373_626_373_626_4, accuracy: 1e-12)
    let sums = weighted.map { $0.reduce(0, +) }
    XCTAssertEqual(ItemAnalysis.mean(sums), 3.875, accuracy: 1e-12)
    XCTAssertEqual(
      try XCTUnwrap(ItemAnalysis.standardDeviation(sums)), 2.850_438_562_747_845, accuracy: 1e-12)
  }

  func testWhatIsNotDefinedIsNoNumber() {
    for (table, reason) in [
      ([], .fewerThanTwoExams), ([[1, 0]], .fewerThanTwoExams),
      ([[1], [0]], .fewerThanTwoQuestions), ([[], []], .fewerThanTwoQuestions),
      ([[1, 0], [1]], .differentQuestions), ([[1, 0], [0, 1]], .equalSums),
    ] as [([[Double]], Reliability.Undefined)] {
      assertUndefined(reason, try Reliability.alpha(table))
      assertUndefined(reason, try Reliability.kr20(table))
    }
    assertUndefined(.partialCredit, try Reliability.kr20([[1, 0.5], [0, 0]]))
    // 0.1 + 0.2 and 0.3 differ by a rounding alone.
    assertUndefined(.equalSums, try Reliability.alpha([[0.1, 0.2, 0], [0.3, 0, 0]]))
    XCTAssertNil(ItemAnalysis.standardDeviation([3]))
  }

  /// By hand: the variances are 0.24 and 0.24, that of the sums 0.16, so 2 · (1 − 3) = −4.
  func testACoefficientMayBeNegative() throws {
    XCTAssertEqual(
      try Reliability.alpha([[1, 0], [0, 1], [1, 0], [0, 1], [1, 1]]), -4, accuracy: 1e-12)
  }

  // MARK: In the report

  /// Exams of the sample bank in which the first `known` questions are right.
  private func exams(_ known: [Int], count: Int? = nil) throws -> [GradedExam] {
    let bank = try Samples.bank("Sample-Types.en.md")
    return try known.enumerated().map { number, known in
      let seed = count == nil ? 5 : number
      let keys = QuestionDraw.choose(
        bank.keys, count: count, seed: seed)
      var session = try QuizSession(
        record(keys, mode: .exam, seed: seed),
        questions: bank.questionsByKey, now: morning)
      for place in session.posed.indices.prefix(known) {
        session.markRightAnswer()
        XCTAssertTrue(session.submit(now: morning.addingTimeInterval(Double(place * number))))
      }
      var file = AnswerFile(session, bank: bank.structureFingerprint, finished: morning + 600)
      file.student = "student \(number)"
      return try GradedExam(
        file, file: "\(number).json", bank: bank, scoring: .perOption,
        expecting: .init(count: count))
    }
  }

  private func report(
    _ exams: [GradedExam], language: Language = .english
  ) throws -> GradeReport {
    let bank = try Samples.bank("Sample-Types.en.md")
    let quiz = try XCTUnwrap(QuizStatistics(exams, questions: bank.questions.map(\.id)))
    return GradeReport(
      exams: exams, statistics: ItemStatistics.all(exams, bank: bank), quizzes: [quiz],
      damagedCount: 0, language: language)
  }

  func testTheTableHoldsThePointsOfStudentAndQuestion() throws {
    let report = try report(try exams([7, 2, 0]))
    let rows = report.pointsCSV.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    XCTAssertEqual(rows[0].count, 11)
    XCTAssertEqual(rows[0][3], "Sample/unstructured-data")
    XCTAssertEqual(
      rows[2].map(String.init),
      ["1.json", "student 1", "Sample", "1.0000", "2.0000"]
        + Array(repeating: "0.0000", count: 5) + ["3.0000"])
    XCTAssertEqual(
      report.pointsLines(of: report.quizzes[0]),
      [
        "Sample: points of each question (· left open, – not asked)",
        "                        1    2    3    4    5    6    7",
        "student 0               1    2    1    2    1    1    1",
        "student 1               1    2    ·    ·    ·    ·    ·",
        "student 2               ·    ·    ·    ·    ·    ·    ·",
      ])
  }

  /// Of 9, 3 and 0 points the mean is 4, the sample's deviation √21.
  func testTheSummaryNamesItsMeasures() throws {
    let report = try report(try exams([7, 2, 0]))
    let lines = report.summaryLines(of: report.quizzes[0])
    XCTAssertEqual(
      lines[0],
      "Sample: mean 4 of 9 points (44.4 %), standard deviation 4.58 (n − 1), exams: 3")
    XCTAssertEqual(lines[1], "  Cronbach's α 0.93")
    XCTAssertEqual(
      lines[2],
      "  KR-20 does not apply: answers are partly right, or questions differ in their points; "
        + "α is for these too")
    XCTAssertEqual(lines.count, 3)
  }

  func testOneExamHasNoCoefficientAndSaysWhyInBothLanguages() throws {
    let exams = try exams([3])
    XCTAssertEqual(
      try report(exams).summaryLines(of: try report(exams).quizzes[0])[1],
      "  Cronbach's α is not defined: there is only one exam")
    let chinese = try report(exams, language: .chinese)
    XCTAssertEqual(
      chinese.summaryLines(of: chinese.quizzes[0])[1], "  Cronbach's α 没有定义：只有一份答卷")
    XCTAssertEqual(
      chinese.quizzesCSV.split(whereSeparator: \.isNewline)[1].split(
        separator: ",", omittingEmptySubsequences: false)[5...8].joined(separator: ","),
      ",44.44,,")
  }

  func testExamsWithDifferentQuestionsHaveNoCoefficient() throws {
    let exams = try exams([1, 2, 0], count: 3)
    XCTAssertGreaterThan(Set(exams.map { $0.items.map(\.question) }).count, 1)
    let quiz = try report(exams).quizzes[0]
    XCTAssertEqual(quiz.alpha, .failure(.differentQuestions))
    XCTAssertEqual(quiz.kr20, .failure(.differentQuestions))
    XCTAssertTrue(try report(exams).pointsLines(of: quiz).contains { $0.contains("–") })
  }
}
