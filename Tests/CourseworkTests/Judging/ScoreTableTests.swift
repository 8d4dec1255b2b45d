import GradedTesting
import Text
import XCTest

@testable import Coursework

final class ScoreTableTests: FrameworkTestCase {
  private let records = [
    Sample.record(Sample.sigmoid, "testA", .passed, 2),
    Sample.record(Sample.sigmoid, "testB", .passed, 3),
    Sample.record(Sample.propagate, "testA", .wrong, 7.5),
    Sample.record(Sample.propagate, "testB", .notStarted, 7.5),
  ]

  func testTableOfARun() {
    let table = ScoreTable(records, weeks: Sample.weeks)
    XCTAssertEqual(
      table.text(.english),
      """

      C9W1   ██░░░░░░░░     5 / 20   points   2 / 4 tests   Logistic regression
      next: propagate in Exercises/C9W1-Logistic/Logistic.swift
      help: swift run course hint C9W1.propagate
      """)
    XCTAssertEqual(
      table.text(.chinese),
      """

      C9W1   ██░░░░░░░░     5 / 20   分   2 / 4 项测试   逻辑回归
      接下来：Exercises/C9W1-Logistic/Logistic.swift 里的 propagate
      提示：swift run course hint C9W1.propagate
      """)
  }

  func testEverythingPassed() {
    let table = ScoreTable(
      [Sample.record(Sample.relu, "testA", .passed, 2.5)], weeks: Sample.weeks)
    XCTAssertEqual(
      table.text(.english),
      """

      C9W2   ██████████   2.5 / 2.5  points   1 / 1 tests   Deep networks
      Everything tested here passes.
      """)
    XCTAssertTrue(table.text(.chinese).hasSuffix("\n这里测试的内容全部通过。"))
  }

  func testNoPossiblePointsDrawAnEmptyBar() {
    let table = ScoreTable([Sample.record(Sample.relu, "testA", .passed, 0)], weeks: Sample.weeks)
    XCTAssertTrue(table.text(.english).contains("C9W2   ░░░░░░░░░░     0 / 0"))
  }

  func testTheNextExerciseIsTheFirstUnfinishedOne() {
    let relu = Sample.record(Sample.relu, "testA", .wrong, 2.5)
    for (records, next) in [
      ([], "sigmoid"), ([relu], "sigmoid"),
      ([Sample.record(Sample.sigmoid, "testA", .passed, 5), relu], "propagate"),
    ] {
      XCTAssertEqual(ScoreTable(records, weeks: Sample.weeks).nextInCourse()?.name, next)
    }
  }

  func testABlockedExerciseLeadsToWhatBlocksIt() {
    let blocked = Sample.record(
      Sample.propagate, "testA", .blocked, 15, blockedBy: "C9W1.sigmoid")
    XCTAssertEqual(
      ScoreTable([blocked], weeks: Sample.weeks).text(.english),
      """

      C9W1   ░░░░░░░░░░     0 / 15   points   0 / 1 tests   Logistic regression
      next: sigmoid in Exercises/C9W1-Logistic/Logistic.swift
      help: swift run course hint C9W1.sigmoid
      """)
  }
}
