import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import course

/// Tests what a learner reads about the compiler's errors.
final class CompilerReportTests: FrameworkTestCase {
  private let file = "/course/Exercises/C1W3-ShallowNetwork/ShallowNetwork.swift"

  private func report(_ output: String) -> CompilerReport {
    CompilerReport(
      PackageBuild(succeeded: false, output: output), package: URL(fileURLWithPath: "/course"))
  }

  private func error(_ line: Int, _ source: String, _ message: String, notes: [String] = [])
    -> String
  {
    let marks = (["error: \(message)"] + notes.map { "note: \($0)" })
    let below = marks.enumerated().map { place, mark in
      "   |    \(place + 1 == marks.count ? "`" : "|")- \(mark)"
    }
    return
      ([
        "\(file):\(line):5: error: \(message)", "\(line - 1) | ", "\(line) |   \(source)",
      ] + below + ["\(line + 1) | }", ""]).joined(separator: "\n")
  }

  func testAnErrorIsShownWithItsPlaceLineAndNotes() {
    let output = error(
      12, "let a = foo(1)", "cannot find 'foo' in scope", notes: ["did you mean 'bar'?"])
    let report = report(output + output)
    XCTAssertEqual(
      report.lines(.english),
      [
        "  Exercises/C1W3-ShallowNetwork/ShallowNetwork.swift:12:5",
        "    | let a = foo(1)",
        "    cannot find 'foo' in scope",
        "    did you mean 'bar'?",
      ])
    XCTAssertEqual(report.folders, ["C1W3-ShallowNetwork"])
  }

  func testAMissingTryIsReportedOnceForAllItsLines() {
    let output = [(3, "let Z1 = dot(W1, X) + b1"), (4, "let A1 = tanh(Z1)"), (5, "return A1")].map {
      error($0.0, $0.1, "operator can throw but expression is not marked with 'try'")
    }.joined()
    XCTAssertEqual(
      report(output).lines(.english),
      [
        "  Exercises/C1W3-ShallowNetwork/ShallowNetwork.swift:3:5",
        "    | let Z1 = dot(W1, X) + b1",
        "    → this can throw, because shapes may not fit: put try right after = or return",
        "    the same in lines 4, 5",
      ])
    XCTAssertEqual(report(output).lines(.chinese).last, "    第 4, 5 行也是如此")
  }

  func testALessonIsReportedOnceForAllItsLines() {
    let message =
      "'/' is deprecated: a whole number does not mix with tensors: let m = Double(X.columns)"
    let output = [3, 4].map { error($0, "a / m", message) }.joined()
    XCTAssertEqual(
      Array(report(output).lines(.english).dropFirst()),
      [
        "    | a / m",
        "    → a whole number does not mix with tensors and Doubles: let m = Double(X.columns)",
        "    the same in lines 4",
      ])
  }

  func testAtMostThreeErrorsAreReportedOnePerLine() {
    let output = (1...7).map { error($0 * 10, "a\($0)", "e\($0)") }.joined()
    let lines = report(output + error(10, "a1", "another")).lines(.english)
    XCTAssertEqual(lines.count, 10)
    XCTAssertEqual(lines.last, "  and 4 more")
    XCTAssertEqual(report(output).lines(.chinese).last, "  还有 4 处错误")
  }

  func testAnErrorElsewhereBelongsToNoWeek() {
    let output = error(1, "a", "e") + "/course/Sources/Tensors/Tensor.swift:1:1: error: e\n"
    XCTAssertEqual(report(output).folders, [])
  }

  func testAChangedSignatureIsReportedAtTheLearnersFunction() throws {
    let package = try temporaryFolder()
    let folder = package.appending(path: "Exercises/C1W2-LogisticRegression")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("import Tensors\n\npublic func sigmoid(_ z: Double) -> Double {\n  0\n}\n".utf8)
      .write(to: folder.appending(path: "LogisticRegression.swift"))
    let serving = package.path + "/Sources/worker/Serving/LogisticRegression+Serving.swift"
    let output = ["sigmoid", "predict"].enumerated().map { number, name in
      """
      \(serving):\(number + 8):16: error: cannot convert value
      \(number + 8) |   C1W2.\(name).served(by: \(name)),
         |       `- error: cannot convert value

      """
    }.joined()
    let stub = """
      public func sigmoid(_ z: Tensor) throws -> Tensor {
        throw NotImplemented()
      }
      public func predict(
        _ w: Tensor, _ b: Double, _ X: Tensor
      ) throws -> Tensor {
        throw NotImplemented()
      }
      """
    let report = CompilerReport(
      PackageBuild(succeeded: false, output: output), package: package, stub: { _ in stub })
    XCTAssertEqual(
      report.lines(.english),
      [
        "  Exercises/C1W2-LogisticRegression/LogisticRegression.swift:1:1",
        "    → predict is missing; it must be: "
          + "public func predict(_ w: Tensor, _ b: Double, _ X: Tensor) throws -> Tensor",
        "  Exercises/C1W2-LogisticRegression/LogisticRegression.swift:3:1",
        "    | public func sigmoid(_ z: Double) -> Double",
        "    → other code calls sigmoid as it was given; change it back to: "
          + "public func sigmoid(_ z: Tensor) throws -> Tensor",
      ])
    XCTAssertEqual(report.folders, ["C1W2-LogisticRegression"])
  }

  func testPythonHabitsAreExplainedInBothLanguages() {
    let cases: [(source: String, message: String, english: String, chinese: String)] = [
      ("let a = np.exp(z)", "cannot find 'np' in scope", "there is no np", "这里没有 np"),
      (
        "A.sum(axis=1)", "cannot find 'axis' in scope", "arguments take a colon", "参数名后面用冒号"
      ),
      (
        "let (n, m) = X.shape", "cannot convert value of type '[Int]' to specified type '(_, _)'",
        "a shape is an array", "shape 是数组"
      ),
      (
        "let W1 = parameters[\"W1\"]", "value of type 'ShallowParameters' has no subscripts",
        "members are accessed by name", "成员用点访问"
      ),
      ("let a = A[:, 0]", "expected expression", "slices are methods", "切片用方法名"),
      ("let Z = W @ X", "unknown attribute 'X'", "write dot(A, B)", "写成 dot(A, B)"),
      (
        "w -= 0.1 * dw", "left side of mutating operator isn't mutable: 'w' is a 'let' constant",
        "a parameter is a constant", "先写 var w = w"
      ),
      (
        "let cost: Double = -Y * log(A)",
        "cannot convert value of type 'Tensor' to specified type 'Double'", "a number is expected",
        "这里要一个数"
      ),
      (
        "return correct / Y.columns",
        "cannot convert return expression of type 'Int' to return type 'Double'",
        "whole numbers divide without a fraction", "整数相除没有小数部分"
      ),
      (
        "return -(1 / m) * (Y * log(A) + B)",
        "the compiler is unable to type-check this expression in reasonable time; try breaking up",
        "the formula is too long", "用 let 给各部分取名"
      ),
    ]
    for (source, message, english, chinese) in cases {
      let report = report(error(9, source, message))
      XCTAssertTrue(
        report.lines(.english).last?.hasPrefix("    → \(english)") ?? false,
        "\(report.lines(.english))")
      XCTAssertTrue(report.lines(.chinese).last?.contains(chinese) ?? false, source)
    }
  }
}
