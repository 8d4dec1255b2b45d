import Foundation
import GradedTesting
import XCTest

/// Numbers that a lesson calls results are what the course's functions give.
final class LessonResultsTests: FrameworkTestCase {
  func testEveryResultIsWhatTheCourseComputes() throws {
    var computed: [String: [Double]] = [:]
    for lesson in try Lesson.all() {
      for block in ResultBlock.blocks(in: lesson.text) {
        guard let computation = LessonResults.all[block.name] else {
          XCTFail("\(lesson.name): nothing computes the result \(block.name)")
          continue
        }
        let values = try computed[block.name] ?? computation()
        computed[block.name] = values
        expect(block, values, in: lesson)
      }
    }
    XCTAssertEqual(
      Set(LessonResults.all.keys).subtracting(computed.keys).sorted(), [],
      "computed, and in no lesson")
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
      // Half a unit of the last digit, and what binary fractions lose.
      let tolerance = 0.5 * pow(10, -Double(decimals)) + 1e-9
      XCTAssertEqual(
        Double(printed) ?? .nan, value, accuracy: tolerance,
        "\(lesson.name), \(block.name): \(printed) is printed")
    }
  }

  func testNoLongNumberStandsOutsideOfTheResults() throws {
    // log 2, the cost of knowing nothing, and learning rates may stand anywhere.
    let known = Set(["0.6931", "0.69315", "0.693147", "0.0075", "0.0007"])
    for lesson in try Lesson.all() {
      let text = ResultBlock.unmarked(lesson.text)
        // What course check prints of fresh numbers is an example, not a result.
        .replacing(/```\n✗(.|\n)*?```/, with: "")
      let long = ResultBlock.numbers(in: text).filter {
        ($0.split(separator: ".").dropFirst().first?.count ?? 0) >= 4 && !known.contains($0)
      }
      XCTAssertEqual(long, [], "\(lesson.name): who computes these?")
    }
  }
}
