import GradedTesting
import XCTest

/// Tests which numbers of a lesson count as results.
final class ResultBlockTests: FrameworkTestCase {
  private func numbers(_ text: String) -> [String] { ResultBlock.numbers(in: text) }

  func testOnlyDecimalsAndPercentagesCount() {
    XCTAssertEqual(numbers("| 0.005 | 93.75 % | 2000 | 90 % |"), ["0.005", "93.75", "90"])
  }

  func testAMinusBelongsToTheNumberUnlessItSubtracts() {
    XCTAssertEqual(
      numbers("(1·(-0.5) + 3.5)[-0.25 -1.5] - 0.75, 2-0.5"),
      ["-0.5", "3.5", "-0.25", "-1.5", "0.75", "0.5"])
  }

  func testDigitsOfNamesAndPowersDoNotCount() {
    XCTAssertEqual(numbers("W1, x₁, 10⁻⁷, 1e-7, dW2 = 0.5"), ["0.5"])
  }

  func testAFenceEndsABlockAndSoDoesAnEmptyLine() {
    let text = """
      1.25
      <!-- result: A.fence -->
      ```
      0.5

      1.5
      ```
      2.5

      <!-- result: B.paragraph (all) -->
      Two lines: 3
      and 4.5.

      5.5
      """
    let blocks = ResultBlock.blocks(in: text)
    XCTAssertEqual(blocks.map(\.name), ["A.fence", "B.paragraph"])
    XCTAssertEqual(blocks.map(\.numbers), [["0.5", "1.5"], ["3", "4.5"]])
    XCTAssertEqual(numbers(ResultBlock.unmarked(text)), ["1.25", "2.5", "5.5"])
  }
}
