import Basics
import Coursework
import Foundation
import GradedTesting
import Grading
import Syllabus
import XCTest

final class ClassGraderTests: FrameworkTestCase {
  private let week = C1W2.week

  private func submission(_ id: String, _ source: String) -> Submission {
    Submission(
      student: Student(id: id, name: id), sources: [week.id: Data(source.utf8)])
  }

  private func replaced(_ line: String, in source: String) -> String {
    let head = "public func sigmoid(_ z: Tensor) throws -> Tensor {"
    return source.replacingOccurrences(of: head, with: head + "\n  " + line)
  }

  func testRightSubmissionScoresInFullAndACrashCostsWhatCalls() throws {
    let grader = try BuiltJudge.grader(self, weeks: [week])
    let right = try BuiltJudge.solution(week)
    let results = try grader.grade([
      submission("right", right),
      submission("crash", replaced("if z.count > 0 { fatalError(\"mine\") }", in: right)),
    ])
    XCTAssertEqual(results.map(\.fault), [nil, nil])
    let tests = results.map { $0.weeks[0].tests.map(\.record) }
    XCTAssertTrue(tests[0].allSatisfy { $0.verdict == .passed })
    XCTAssertEqual(tests[0].reduce(0) { $0 + $1.points }, week.points, accuracy: 1e-9)
    let crashed = tests[1].filter { $0.exercise == "sigmoid" }
    XCTAssertTrue(crashed.allSatisfy { $0.verdict == .crashed }, "\(crashed)")
    XCTAssertTrue(
      crashed[0].message.contains("Exercises/C1W2-LogisticRegression/LogisticRegression.swift:"),
      crashed[0].message)
    XCTAssertGreaterThan(results[0].weeks[0].tests[0].memory ?? 0, 1 << 20)
  }
}
