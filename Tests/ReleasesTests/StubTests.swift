import GradedTesting
import Text
import XCTest

@testable import Releases

final class StubTests: FrameworkTestCase {
  private func stub(_ solution: String) throws -> String {
    try Stub(of: solution, file: "Solutions/W/A.swift").text
  }

  func testRegionBecomesAStubWithItsIndentation() throws {
    XCTAssertEqual(
      try stub(
        """
        /// Doubles.
        public func double(_ x: Double) throws -> Double {
          // BEGIN SOLUTION
          let y = x
          return y + x
          // END SOLUTION
        }

        """),
      """
      /// Doubles.
      public func double(_ x: Double) throws -> Double {
        // YOUR CODE HERE
        throw NotImplemented()
      }

      """)
  }

  func testEveryRegionIsTakenOut() throws {
    XCTAssertEqual(
      try stub(
        "a\n// BEGIN SOLUTION\nx\n// END SOLUTION\nb\n    // BEGIN SOLUTION\n    // END SOLUTION\nc"
      ),
      "a\n// YOUR CODE HERE\nthrow NotImplemented()\nb\n    // YOUR CODE HERE\n"
        + "    throw NotImplemented()\nc")
  }

  func testGivenLinesAppearInTheStub() throws {
    XCTAssertEqual(
      try stub(
        """
          // BEGIN SOLUTION
          let m = 3
          return sum / m
          // STUB: let m = 2
            // STUB:   return sum
          // END SOLUTION
        """),
      """
        // YOUR CODE HERE
        let m = 2
          return sum
      """)
  }

  func testATextWithoutRegionsIsUnchanged() throws {
    XCTAssertEqual(try stub("a\n\n  // BEGINNING\nb\n"), "a\n\n  // BEGINNING\nb\n")
    XCTAssertEqual(try stub(""), "")
  }

  func testRegionInARegionIsAnError() {
    expect(
      "a\n// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION", .nested(file: file, line: 3),
      "Solutions/W/A.swift:3: BEGIN SOLUTION inside a solution; end the first one before")
  }

  func testEndWithoutABeginningIsAnError() {
    expect(
      "a\n  // END SOLUTION", .notOpened(file: file, line: 2),
      "Solutions/W/A.swift:2: END SOLUTION without a BEGIN")
  }

  func testOpenRegionIsAnErrorAtItsBeginning() {
    expect(
      "a\n// BEGIN SOLUTION\nb\n", .notClosed(file: file, line: 2),
      "Solutions/W/A.swift:2: BEGIN SOLUTION is never followed by END SOLUTION")
  }

  func testErrorsAreSaidInChinese() {
    let cases: [(StubError, String)] = [
      (.nested(file: file, line: 3), "Solutions/W/A.swift:3：答案区域里又出现了 BEGIN SOLUTION；请先结束前一个"),
      (.notOpened(file: file, line: 2), "Solutions/W/A.swift:2：END SOLUTION 前面没有 BEGIN SOLUTION"),
      (.notClosed(file: file, line: 2), "Solutions/W/A.swift:2：BEGIN SOLUTION 后面没有 END SOLUTION"),
    ]
    for (error, sentence) in cases { XCTAssertEqual(error.phrase(.chinese), sentence) }
  }

  private let file = "Solutions/W/A.swift"

  private func expect(
    _ solution: String, _ error: StubError, _ text: String, line: UInt = #line
  ) {
    XCTAssertThrowsError(try stub(solution), line: line) {
      XCTAssertEqual($0 as? StubError, error, line: line)
      XCTAssertEqual("\($0)", text, line: line)
    }
  }
}
