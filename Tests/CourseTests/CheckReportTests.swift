import Coursework
import Foundation
import GradedTesting
import Quizzing
import Syllabus
import Text
import XCTest

@testable import course

/// Tests the reports of `course check` and `course status`.
final class CheckReportTests: FrameworkTestCase {
  private func record(
    _ exercise: any AnyExercise, _ test: String, _ verdict: String, message: String = "",
    misconception: String? = nil, blockedBy: String? = nil
  ) throws -> Record {
    let object: [String: Any] = [
      "week": exercise.info.week, "exercise": exercise.info.name, "test": test,
      "verdict": verdict, "points": verdict == "passed" ? 2 : 0, "possible": 2,
      "message": message, "misconception": misconception ?? NSNull(),
      "blockedBy": blockedBy ?? NSNull(), "seconds": 0.1,
    ]
    return try JSONDecoder().decode(
      Record.self, from: JSONSerialization.data(withJSONObject: object))
  }

  func testABlockedExerciseNamesTheOneThatBlocksIt() throws {
    let records = [
      try record(
        C1W2.propagate, "testIt", "blocked", message: "…", blockedBy: "C1W2.sigmoid")
    ]
    let report = CheckReport(records, of: [C1W2.propagate], details: 1)
    XCTAssertEqual(
      report.text(.english),
      """
      C1W2  Logistic regression
        ⊘ propagate     0 / \(Int(C1W2.propagate.info.points))   blocked by C1W2.sigmoid, 0 / 1

      C1W2   ░░░░░░░░░░     0 / 2    points   0 / 1 tests   Logistic regression
      next: sigmoid in Exercises/C1W2-LogisticRegression/LogisticRegression.swift
      help: swift run course hint C1W2.sigmoid
      """)
    XCTAssertEqual(
      report.text(.chinese),
      """
      C1W2  逻辑回归
        ⊘ propagate     0 / \(Int(C1W2.propagate.info.points))   被 C1W2.sigmoid 卡住，0 / 1

      C1W2   ░░░░░░░░░░     0 / 2    分   0 / 1 项测试   逻辑回归
      接下来：Exercises/C1W2-LogisticRegression/LogisticRegression.swift 里的 sigmoid
      提示：swift run course hint C1W2.sigmoid
      """)
  }

  func testOfSeveralFailuresAnExplainedOneIsShown() throws {
    let records = [
      try record(C1W2.sigmoid, "testShort", "wrong", message: "short"),
      try record(
        C1W2.sigmoid, "testLong", "wrong", message: "a longer one\nwhy: a minus is missing",
        misconception: "minus"),
      try record(C1W2.sigmoid, "testRight", "passed"),
    ]
    let report = CheckReport(records, of: [C1W2.sigmoid], details: 1).text(.english)
    XCTAssertEqual(
      report,
      """
      C1W2  Logistic regression
        ✗ sigmoid      2 / \(Int(C1W2.sigmoid.info.points))   wrong, 1 / 3
            testLong
            a longer one
            why: a minus is missing

      C1W2   ███░░░░░░░     2 / 6    points   1 / 3 tests   Logistic regression
      next: sigmoid in Exercises/C1W2-LogisticRegression/LogisticRegression.swift
      help: swift run course hint C1W2.sigmoid
      """)
    XCTAssertTrue(
      CheckReport(records, of: [C1W2.sigmoid], details: .max).text(.english)
        .contains("\n      testShort\n      short\n"))
  }

  func testACheckOfBlockedExercisesFails() throws {
    let blocked = try record(C1W2.propagate, "testIt", "blocked", blockedBy: "C1W2.sigmoid")
    XCTAssertFalse(CheckReport([blocked], of: [C1W2.propagate], details: 1).isGood)
    let open = try record(C1W2.propagate, "testIt", "notStarted")
    XCTAssertTrue(CheckReport([open], of: [C1W2.propagate], details: 1).isGood)
  }

  // MARK: status

  private func page(_ records: [Record]) -> StatusPage {
    StatusPage(
      records: records, weeks: [C1W2.week, C1W3.week],
      quizzes: [
        QuizStanding(id: "C1W1", title: "Introduction", best: nil),
        QuizStanding(
          id: "C1W2", title: "Basics", best: 0.85, unfinished: .init(number: 4, count: 20), due: 3),
      ], width: 80)
  }

  func testStatusShowsExercisesAndQuizzesTogether() throws {
    let points = Int(C1W2.week.points)
    let page = page([
      try record(C1W2.sigmoid, "testIt", "passed"),
      try record(C1W2.sigmoidDerivative, "testIt", "wrong"),
    ])
    XCTAssertEqual(
      page.text(.english),
      """
                                points   quiz
      C1W1                                  –   Introduction
      C1W2   ░░░░░░░░░░░░     2 / \(points)    85 %   Logistic regression
      C1W3   ░░░░░░░░░░░░     0 / 100           A shallow network

      next: sigmoidDerivative in Exercises/C1W2-LogisticRegression/LogisticRegression.swift
      help: swift run course hint C1W2.sigmoidDerivative
      quiz C1W2, left at question 4 of 20: swift run course quiz C1W2
      3 questions to review: swift run course quiz review
      """)
    XCTAssertEqual(
      page.text(.chinese),
      """
                                  得分   测验
      C1W1                                  –   Introduction
      C1W2   ░░░░░░░░░░░░     2 / \(points)    85 %   逻辑回归
      C1W3   ░░░░░░░░░░░░     0 / 100           浅层神经网络

      接下来：Exercises/C1W2-LogisticRegression/LogisticRegression.swift 里的 sigmoidDerivative
      提示：swift run course hint C1W2.sigmoidDerivative
      测验 C1W2 停在第 4 题，共 20 题：swift run course quiz C1W2
      有 3 道题待复习：swift run course quiz review
      """)
  }
}
