import GradedTesting
import Tensors
import Text
import XCTest

@testable import Coursework

final class ComparisonTests: FrameworkTestCase {
  private struct Pair: Codable {
    var A: Tensor
    var B: Tensor
    var best: Int?
  }

  private func difference(
    _ actual: some Encodable, from expected: some Encodable, _ tolerance: Tolerance = .standard
  ) throws -> Difference? {
    try Value(encoding: actual).difference(from: Value(encoding: expected), within: tolerance)
  }

  func testEqualValuesDoNotDiffer() throws {
    XCTAssertNil(try difference(Tensor([[1, 2]]), from: Tensor([[1, 2]]), .exact))
    XCTAssertNil(try difference(["a": 1], from: ["a": 1], .exact))
    XCTAssertNil(try difference([Double.nan], from: [Double.nan], .exact))
  }

  func testShapesAreComparedBeforeAnyNumber() throws {
    let expected = Pair(A: Tensor([1, 2]), B: Tensor([[1], [2]]))
    let actual = Pair(A: Tensor([9, 9]), B: Tensor([1, 2]))
    XCTAssertEqual(
      try difference(actual, from: expected), .shape(at: "B", expected: [2, 1], actual: [2]))
  }

  func testFirstAndWorstElementsAreNamed() throws {
    let expected = Tensor([[1, 2, 3], [4, 5, 6]])
    let actual = Tensor([[1, 2.5, 3], [4, 9, 6.5]])
    XCTAssertEqual(
      try difference(actual, from: expected),
      .numbers(
        at: "", first: .init(index: [0, 1], expected: 2, actual: 2.5),
        worst: .init(index: [1, 1], expected: 5, actual: 9), wrong: 3, of: 6))
  }

  func testNotANumberIsWorst() throws {
    guard
      case .numbers(_, let first, let worst, let wrong, _) = try difference(
        [0, 1e300, .nan, .infinity], from: [0, 1.0, 2, 3])
    else { return XCTFail("the values should differ") }
    XCTAssertEqual(first.index, [1])
    XCTAssertEqual(worst.index, [2])
    XCTAssertEqual(wrong, 3)
  }

  func testANumberInPlaceOfNaNIsWrong() throws {
    XCTAssertNotNil(try difference([1.0], from: [Double.nan]))
  }

  func testMemberThatShouldBeNilIsAnError() throws {
    let expected = Pair(A: Tensor(1), B: Tensor(2), best: nil)
    let actual = Pair(A: Tensor(1), B: Tensor(2), best: 3)
    XCTAssertEqual(
      try difference(actual, from: expected),
      .form(at: "best", expected: Value.null.kind, actual: Value.integer(3).kind))
    XCTAssertEqual(
      try difference(expected, from: actual),
      .form(at: "best", expected: Value.integer(3).kind, actual: Value.null.kind))
  }

  func testListsOfOtherLengthDifferInForm() throws {
    XCTAssertEqual(
      try difference([1, 2], from: [1, 2, 3]),
      .form(
        at: "", expected: Phrase("a list of 3", zh: "有 3 项的列表"),
        actual: Phrase("a list of 2", zh: "有 2 项的列表")))
  }

  func testADifferenceNamesItsPathInTheTree() throws {
    let expected = ["layers": [[Tensor([1]), Tensor([2])]]]
    let actual = ["layers": [[Tensor([1]), Tensor([3])]]]
    XCTAssertEqual(
      try difference(actual, from: expected),
      .numbers(
        at: "layers[0][1]", first: .init(index: [0], expected: 2, actual: 3),
        worst: .init(index: [0], expected: 2, actual: 3), wrong: 1, of: 1))
  }

  func testTextsDiffer() throws {
    XCTAssertEqual(
      try difference("a\n", from: "b"), .text(at: "", expected: "\"b\"", actual: #""a\n""#))
    XCTAssertEqual(
      try difference(true, from: false), .text(at: "", expected: "false", actual: "true"))
    XCTAssertEqual(try difference(2, from: 3), .text(at: "", expected: "3", actual: "2"))
  }

  func testAnIntegerMatchesAnEqualDouble() {
    XCTAssertNil(Value.integer(2).difference(from: .number(2), within: .exact))
    XCTAssertNotNil(Value.integer(2).difference(from: .number(2.5), within: .exact))
  }

  // MARK: Tolerance

  func testToleranceIsAbsolutePlusRelative() {
    let tolerance = Tolerance(relative: 0.5, absolute: 0.25)
    XCTAssertTrue(tolerance.accepts(3.25, for: 2))
    XCTAssertFalse(tolerance.accepts(3.2500001, for: 2))
    XCTAssertTrue(tolerance.accepts(-3.25, for: -2))
  }

  func testExactToleranceTakesOnlyTheSameNumber() {
    XCTAssertTrue(Tolerance.exact.accepts(-0.0, for: 0))
    XCTAssertFalse(Tolerance.exact.accepts(1.0.nextUp, for: 1))
  }

  func testDigitsTakeHalfAUnitOfTheLast() {
    let tolerance = Tolerance.digits(4)
    XCTAssertTrue(tolerance.accepts(0.69315, for: 0.6931))
    XCTAssertFalse(tolerance.accepts(0.69316, for: 0.6931))
  }

  func testInfinitiesAgreeInSignOnly() {
    let wide = Tolerance(relative: 1e300, absolute: 1e300)
    XCTAssertTrue(wide.accepts(.infinity, for: .infinity))
    XCTAssertFalse(wide.accepts(-.infinity, for: .infinity))
    XCTAssertFalse(wide.accepts(.infinity, for: 1))
    XCTAssertFalse(wide.accepts(1, for: .infinity))
    XCTAssertFalse(wide.accepts(.nan, for: 1))
    XCTAssertTrue(wide.accepts(.nan, for: .nan))
  }
}
