import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import XCTest

/// Tests the commands that lessons tell their readers to type, with the solutions as the learner's
/// functions.
final class LessonExampleTests: FrameworkTestCase {
  /// A call of `course try`, and the numbers in the comment below it.
  private struct Example: Equatable {
    let line: String
    let numbers: [String]

    /// The words after `swift run course`, split as by a shell.
    var words: [String] {
      line.dropFirst("swift run course ".count).matches(of: /(?:'[^']*'|[^' ])+/)
        .map { String($0.output.filter { $0 != "'" }) }
    }
  }

  private func examples(in file: String) throws -> [Example] {
    let package = RunEnvironment.current.package
    let text = try String(contentsOf: package.appending(path: file), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    return lines.indices.filter { lines[$0].hasPrefix("swift run course try ") }.map { place in
      let comment = lines[place + 1].drop { $0 == " " }
      return Example(
        line: lines[place],
        numbers: comment.matches(of: /-?[0-9]+(\.[0-9]+)?/).map { String($0.output.0) })
    }
  }

  func testEveryLessonHasThreeCallsWithCorrectResults() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    try watched.package.add(program: "worker", from: "reference")
    for week in Course.weeks {
      let folder = "Exercises/\(week.folder)"
      let examples = try examples(in: "\(folder)/README.md")
      XCTAssertEqual(examples.count, 3, folder)
      XCTAssertEqual(
        examples, try self.examples(in: "\(folder)/README.zh.md"), "\(folder), both languages")
      for example in examples {
        let answer = try watched.package.course(example.words)
        XCTAssertEqual(answer.code, 0, "\(example.line)\n\(answer.complaint)")
        XCTAssertFalse(example.numbers.isEmpty, "\(example.line) should be followed by its numbers")
        expect(example, in: answer.output)
      }
    }
  }

  /// Expects each number of the comment, with all its digits, in the output.
  private func expect(_ example: Example, in output: String) {
    guard let place = output.range(of: "your answer:\n") else {
      XCTFail("\(example.line) should print an answer:\n\(output)")
      return
    }
    let answer = output[place.upperBound...].replacing(/shape \([^)]*\)/, with: "").matches(
      of: /-?[0-9]+(\.[0-9]*)?(e[-+]?[0-9]+)?/
    )
    .compactMap { Double($0.output.0) }
    for said in example.numbers {
      let decimals = said.split(separator: ".").dropFirst().first?.count ?? 0
      let tolerance = 0.5 * pow(10, -Double(decimals)) + 1e-9
      let value = Double(said) ?? .nan
      XCTAssert(
        answer.contains { abs($0 - value) <= tolerance },
        "\(example.line): missing \(said) in\n\(output)")
    }
  }
}
