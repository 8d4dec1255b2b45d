import GradedTesting
import XCTest

@testable import Plotting

final class TicksTests: FrameworkTestCase {
  func testLinearTicksAreMultiplesOfOneTwoOrFive() {
    XCTAssertEqual(Ticks.linear(0...1, atMost: 6).labels, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    XCTAssertEqual(Ticks.linear(0...9900, atMost: 6).labels, ["0", "2000", "4000", "6000", "8000"])
    XCTAssertEqual(Ticks.linear(-3.2...4.1, atMost: 5).labels, ["-2", "0", "2", "4"])
    XCTAssertEqual(Ticks.linear(0.217...0.231, atMost: 4).labels, ["0.220", "0.225", "0.230"])
  }

  func testLargeAndSmallNumbersHaveExponents() {
    XCTAssertEqual(Ticks.linear(0...3e6, atMost: 4).labels, ["0", "1e6", "2e6", "3e6"])
    XCTAssertEqual(
      Ticks.linear(0...2e-6, atMost: 5).labels, ["0", "5e-7", "1.0e-6", "1.5e-6", "2.0e-6"])
  }

  func testLogarithmicTicksArePowersOfTen() {
    XCTAssertEqual(
      Ticks.logarithmic(1e-7...1, atMost: 8).labels,
      ["1e-7", "1e-6", "1e-5", "0.0001", "0.001", "0.01", "0.1", "1"])
    XCTAssertEqual(
      Ticks.logarithmic(0.03...0.6, atMost: 8).labels, ["0.05", "0.1", "0.2", "0.5"])
  }

  func testTicksAreFewOrderedAndWithinTheRangeWhateverTheRange() {
    let ends = [
      -1e300, -7e5, -1, -1e-9, 0, 1e-300, 3e-7, 0.1, 0.1000001, 1, 12345.678, 1e16, 1e300,
    ]
    for lower in ends {
      for upper in ends where upper > lower {
        for limit in 2...9 {
          let axis = Axis([lower, upper], scale: .linear, ticks: limit, widened: false)
          let ticks = axis.ticks
          XCTAssertEqual(ticks.values.count, ticks.labels.count)
          XCTAssertLessThanOrEqual(ticks.values.count, limit, "\(lower)...\(upper)")
          XCTAssertEqual(ticks.values, ticks.values.sorted(), "\(lower)...\(upper)")
          let margin = (axis.range.upperBound - axis.range.lowerBound) * 1e-6
          for value in ticks.values {
            XCTAssertGreaterThanOrEqual(value, axis.range.lowerBound - margin)
            XCTAssertLessThanOrEqual(value, axis.range.upperBound + margin)
          }
        }
      }
    }
  }

  func testAxisOfEqualOrNoValuesHasARange() {
    for values in [[], [.nan], [0], [5, 5], [-2], [.infinity, 3]] as [[Double]] {
      let range = Axis(values, scale: .linear, ticks: 5, widened: true).range
      XCTAssertLessThan(range.lowerBound, range.upperBound, "values \(values)")
    }
    XCTAssertEqual(Axis([-1, 0], scale: .logarithmic, ticks: 5, widened: true).range, 0.1...1)
  }

  func testFractionsOfALogarithmicAxisFollowRatios() throws {
    let axis = Axis([1, 10_000], scale: .logarithmic, ticks: 5, widened: false)
    XCTAssertEqual(try XCTUnwrap(axis.fraction(100)), 0.5, accuracy: 1e-12)
    XCTAssertNil(axis.fraction(0))
    XCTAssertNil(axis.fraction(.nan))
  }
}
