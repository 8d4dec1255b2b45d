import Coursework
import Foundation
import GradedTesting
import Syllabus
import Text
import XCTest

@testable import Grading
@testable import Intake

/// A learner's own files beside a week's are part of its module in class as at home.
final class HelperTests: FrameworkTestCase {
  private let week = C1W2.week
  private let body = "1 / (1 + exp(-z))"

  private func graded(
    _ source: String, _ helpers: [String: String]
  ) throws -> (points: Double, diagnostics: [String]) {
    let grader = try BuiltJudge.grader(self, weeks: [week])
    let submission = Submission(
      student: Student(id: "ana", name: "Ana"), sources: [week.id: Data(source.utf8)],
      helpers: [week.id: helpers.mapValues { Data($0.utf8) }])
    let result = try XCTUnwrap(try grader.grade([submission]).first)
    XCTAssertNil(result.fault)
    return (
      result.weeks[0].tests.reduce(0) { $0 + $1.record.points },
      result.weeks[0].diagnostics.map { "\($0.file):\($0.line)" }
    )
  }

  /// The solution with its sigmoid in another file.
  private func divided() throws -> (source: String, helper: String) {
    let solution = try BuiltJudge.solution(week)
    let source = solution.replacing(body, with: "ownSigmoid(z)")
    XCTAssertNotEqual(source, solution, "the solution is written in another way")
    return (source, "import Tensors\n\nfunc ownSigmoid(_ z: Tensor) -> Tensor { \(body) }\n")
  }

  func testAFunctionMayStandInAFileBeside() throws {
    let (source, helper) = try divided()
    let (together, alone) = (
      try graded(source, ["More/Helpers.swift": helper]), try graded(source, [:])
    )
    XCTAssertEqual(together.points, week.points)
    XCTAssertEqual(alone.points, 0)
  }

  func testAnErrorInAFileBesideIsToldWithItsName() throws {
    let (source, helper) = try divided()
    let result = try graded(source, ["Helpers.swift": "\n" + helper.replacing("exp(", with: "xp(")])
    XCTAssertEqual(result.points, 0)
    XCTAssertEqual(
      result.diagnostics.first, "Exercises/C1W2-LogisticRegression/Helpers.swift:4")
  }

  func testAScratchFileThatDoesNotCompileCostsNothing() throws {
    let result = try graded(try BuiltJudge.solution(week), ["scratch.swift": "print(sigmoid(0)\n"])
    XCTAssertEqual(result.points, week.points)
  }
}
