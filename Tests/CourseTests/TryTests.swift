import FrameworkTesting
import GradedTesting
import XCTest

/// Tests `course try` and `course solution`, with the solutions as the learner's functions.
final class TryTests: FrameworkTestCase {
  private func solved() throws -> WatchedPackage {
    let watched = try WatchedPackage(in: temporaryFolder())
    try watched.package.add(program: "worker", from: "reference")
    return watched
  }

  func testTryPrintsTheAnswerForOwnInput() throws {
    let answer = try solved().package.course("try", "C1W2.sigmoid", "z=[[0, 2], [1, -1]]")
    XCTAssertEqual(
      answer.output,
      """
      C1W2.sigmoid
        z = shape (2, 2)
        [[ 0.  2.]
         [ 1. -1.]]
      your answer:
        shape (2, 2)
        [[0.5        0.88079708]
         [0.73105858 0.26894142]]

      """)
    XCTAssertEqual(answer.code, 0)
    XCTAssertEqual(answer.complaint, "")
  }

  func testAStubReportsThatItIsNotWritten() throws {
    let package = try WatchedPackage(in: temporaryFolder()).package
    let answer = try package.course("try", "sigmoid", "[[1, 2]]", language: "zh")
    XCTAssertTrue(answer.output.hasSuffix("sigmoid(_:) 还没有写\n"), answer.output)
    XCTAssertEqual(answer.code, 1)
  }

  func testUnusualShapesAreReported() throws {
    let answer = try solved().package.course(
      "try", "propagate", "w=[[1], [2]]", "b=0.5", "X=[[1, 2], [3, 4]]", "Y=[1, 0]")
    XCTAssertTrue(
      answer.output.contains(
        "note: the tests call it with w (a, 1)   b number   X (a, b)   Y (1, b); here Y is (2,)"),
      answer.output)
  }

  func testWrongArgumentsAreRejectedWithTheCorrectOnes() throws {
    let package = try solved().package
    let cases: [([String], String)] = [
      (["w=[[1]]", "b=1", "X=[[1]]"], "C1W2.propagate lacks Y"),
      (["w=[[1]]", "B=1"], "C1W2.propagate has no argument “B”; did you mean b?"),
      (["b=1", "b=2"], "C1W2.propagate is given b twice"),
      (["b=[1]"], "b: expected a number, got a list"),
      (["[[1]]"], "expected NAME=VALUE, got “[[1]]”"),
    ]
    for (words, sentence) in cases {
      let answer = try package.course(["try", "propagate"] + words)
      XCTAssertTrue(answer.complaint.hasPrefix("error: \(sentence)\n"), answer.complaint)
      XCTAssertTrue(
        answer.complaint.contains(
          "C1W2.propagate takes  w (a, 1)   b number   X (a, b)   Y (1, b)\nfor example: swift run course try C1W2.propagate 'w=[["
        ), answer.complaint)
      XCTAssertEqual(answer.code, 64)
    }
    XCTAssertEqual(
      try package.course("try", "propagate", "w=[[1,]").complaint,
      "error: w: after “[[1,]” expected a comma or ], got nothing more\n")
  }

  func testWithoutValuesTheArgumentsAreListed() throws {
    let answer = try solved().package.course("try", "sigmoid")
    XCTAssertTrue(answer.output.hasPrefix("C1W2.sigmoid   z (a, b)\nswift run course try"))
    XCTAssertEqual(answer.code, 0)
  }

  // MARK: solution

  func testASolutionIsShownOnceTheLearnersPasses() throws {
    let answer = try solved().package.course("solution", "sigmoid")
    XCTAssertEqual(answer.code, 0, answer.complaint)
    for text in [
      "The course's solution\n  Solutions/C1W2-LogisticRegression/LogisticRegression.swift:",
      "  public func sigmoid(_ z: Tensor) throws -> Tensor {\n",
      "Other right ways\n\n  alternative(\"by-tanh\") { z in 0.5 * (1 + tanh(0.5 * z)) }\n",
      "  alternative(\"two-branches\") { z in\n",
      "What others get wrong here\n  - ",
      "the exponent needs a minus",
    ] {
      XCTAssertTrue(answer.output.contains(text), "missing \(text) in:\n\(answer.output)")
    }
    XCTAssertFalse(answer.output.contains("SOLUTION"), answer.output)
  }

  func testNoSolutionIsShownBeforeTheLearnersPasses() throws {
    let package = try WatchedPackage(in: temporaryFolder()).package
    let answer = try package.course("solution", "sigmoid", language: "zh")
    XCTAssertTrue(answer.output.hasPrefix("C1W2.sigmoid 还没有通过（通过 0 项"), answer.output)
    XCTAssertFalse(answer.output.contains("exp("), answer.output)
    XCTAssertEqual(answer.code, 1)
  }
}
