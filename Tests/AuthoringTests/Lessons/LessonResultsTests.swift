import Foundation
import GradedTesting
import Processes
import XCTest

/// Tests that the solutions reproduce the numbers that lessons present as results.
final class LessonResultsTests: ThoroughTestCase {
  func testEveryResultIsWhatTheCourseComputes() throws {
    let lessons = try Lesson.all().map { ($0, ResultBlock.blocks(in: $0.text)) }
    let names = Set(lessons.flatMap { $0.1.map(\.name) })
    XCTAssertEqual(
      Set(LessonResults.all.keys).subtracting(names).sorted(), [],
      "every computation should be used in a lesson")
    let computed = try Self.compute(names)
    for (lesson, blocks) in lessons {
      for block in blocks {
        if let values = try computed[block.name]?.get() {
          expect(block, values, in: lesson)
        } else {
          XCTFail("\(lesson.name): nothing computes the result \(block.name)")
        }
      }
    }
  }

  /// Computes the numbers by their names, on all processors.
  private static func compute(
    _ names: Set<String>
  ) throws -> [String: Result<[Double], any Error>] {
    // Later weeks train longer, so that the longest computations start first.
    let computations = LessonResults.all.filter { names.contains($0.key) }
      .sorted { $0.key > $1.key }
    let values = try computations.concurrentMap { _, computation in Result { try computation() } }
    return Dictionary(uniqueKeysWithValues: zip(computations.map(\.key), values))
  }

  private func expect(_ block: ResultBlock, _ values: [Double], in lesson: Lesson) {
    guard block.numbers.count == values.count else {
      XCTFail(
        "\(lesson.name), \(block.name): \(block.numbers.count) numbers, \(values.count) computed: "
          + "\(block.numbers) against \(values)")
      return
    }
    for (printed, value) in zip(block.numbers, values) {
      let decimals = printed.split(separator: ".").dropFirst().first?.count ?? 0
      // Half a unit of the last digit, plus the error of binary fractions.
      let tolerance = 0.5 * pow(10, -Double(decimals)) + 1e-9
      XCTAssertEqual(
        Double(printed) ?? .nan, value, accuracy: tolerance,
        "\(lesson.name), \(block.name): \(printed) is printed")
    }
  }

  func testLongNumbersOccurOnlyInResults() throws {
    // The cost of guessing, log 2, and learning rates may appear anywhere.
    let known = Set(["0.6931", "0.69315", "0.693147", "0.0075", "0.0007"])
    for lesson in try Lesson.all() {
      let text = ResultBlock.unmarked(lesson.text)
        // Output of course check for fresh inputs is an example, not a result.
        .replacing(/```\n✗(.|\n)*?```/, with: "")
        // The arguments of a call are typed by the reader.
        .replacing(/swift run course try[^\n]*/, with: "")
      let long = ResultBlock.numbers(in: text).filter {
        ($0.split(separator: ".").dropFirst().first?.count ?? 0) >= 4 && !known.contains($0)
      }
      XCTAssertEqual(long, [], "\(lesson.name): these numbers need a computation")
    }
  }
}
