import GradedTesting
import Processes
import XCTest

final class ConcurrentMapTests: FrameworkTestCase {
  private struct Odd: Error, Equatable {
    let number: Int
  }

  func testResultsAreInTheOrderOfTheElements() throws {
    XCTAssertEqual(
      try Array(0..<200).concurrentMap { number in
        // The first elements take longest.
        usleep(UInt32(200 - number))
        return 2 * number
      }, (0..<200).map { 2 * $0 })
    XCTAssertEqual(try [Int]().concurrentMap { $0 }, [])
  }

  func testTheErrorOfTheFirstFailingElementIsThrown() {
    XCTAssertThrowsError(
      try Array(0..<50).concurrentMap { number in
        if number % 2 == 1 { throw Odd(number: number) }
      }
    ) {
      XCTAssertEqual($0 as? Odd, Odd(number: 1))
    }
  }
}
