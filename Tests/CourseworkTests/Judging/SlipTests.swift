import GradedTesting
import Tensors
import XCTest

@testable import Coursework

/// Tests what each slip turns a correct answer into, written out by hand.
final class SlipTests: FrameworkTestCase {
  /// The last matrix has three columns: m = 3.
  private let arguments: [Value] = [
    .tensor(Tensor([[9, 8]])), .tensor(Tensor([[1, 2, 3], [4, 5, 6]])), .integer(4),
  ]
  private let answer = Value.record([
    .init("dw", .tensor(Tensor([[1, -2]]))), .init("cost", .number(6)),
  ])

  private func answer(_ dw: Tensor, _ cost: Double) -> Value {
    .record([.init("dw", .tensor(dw)), .init("cost", .number(cost))])
  }

  func testNegated() {
    XCTAssertEqual(
      Slip.negated.applied(to: answer, arguments: arguments), answer(Tensor([[-1, 2]]), -6))
  }

  func testTimesAndOverTheExamples() {
    XCTAssertEqual(
      Slip.timesExamples.applied(to: answer, arguments: arguments), answer(Tensor([[3, -6]]), 18))
    XCTAssertEqual(
      Slip.overExamples.applied(to: answer, arguments: arguments),
      answer(Tensor([[1.0 / 3, -2.0 / 3]]), 2))
    XCTAssertNil(Slip.timesExamples.applied(to: answer, arguments: [.number(1)]))
  }

  func testDoubledAndHalved() {
    XCTAssertEqual(
      Slip.doubled.applied(to: answer, arguments: []), answer(Tensor([[2, -4]]), 12))
    XCTAssertEqual(
      Slip.halved.applied(to: answer, arguments: []), answer(Tensor([[0.5, -1]]), 3))
  }

  func testTransposed() {
    XCTAssertEqual(
      Slip.transposed.applied(to: answer, arguments: []), answer(Tensor([[1], [-2]]), 6))
    XCTAssertNil(Slip.transposed.applied(to: .tensor(Tensor([1, 2])), arguments: []))
    XCTAssertNil(Slip.transposed.applied(to: .tensor(Tensor([[1]])), arguments: []))
  }

  func testZeros() {
    XCTAssertEqual(Slip.zeros.applied(to: answer, arguments: []), answer(Tensor([[0, 0]]), 0))
  }

  func testNotANumber() throws {
    let spoilt = try XCTUnwrap(Slip.notANumber.applied(to: answer, arguments: []))
    XCTAssertEqual(spoilt.tensors.flatMap(\.elements).count { $0.isNaN }, 3)
    XCTAssertNil(Slip.notANumber.applied(to: .text("a"), arguments: []))
  }

  func testOneElementOffChangesTheMiddleElement() throws {
    let spoilt = try XCTUnwrap(
      Slip.oneElementOff.applied(to: .tensor(Tensor([1, 2, 3, 4])), arguments: []))
    XCTAssertEqual(spoilt, .tensor(Tensor([1, 2, 3 * 1.001, 4])))
    XCTAssertNil(Slip.oneElementOff.applied(to: .tensor(Tensor([0, 0])), arguments: []))
  }

  func testWrongShapeAddsAnAxis() {
    XCTAssertEqual(
      Slip.wrongShape.applied(to: .tensor(Tensor([1, 2])), arguments: []),
      .tensor(Tensor([[1], [2]])))
    XCTAssertNil(Slip.wrongShape.applied(to: .number(1), arguments: []))
  }

  func testUnchangedInputIsTheFirstArgumentOfTheType() {
    XCTAssertEqual(
      Slip.unchangedInput.applied(to: .tensor(Tensor(1)), arguments: arguments), arguments[0])
    XCTAssertEqual(
      Slip.unchangedInput.applied(to: .integer(1), arguments: arguments), .integer(4))
    XCTAssertNil(Slip.unchangedInput.applied(to: .text("a"), arguments: arguments))
  }

  func testIntegersAndTextsAreLeftAlone() {
    let value = Value.list([.integer(3), .text("a"), .number(1)])
    XCTAssertEqual(
      Slip.negated.applied(to: value, arguments: []),
      .list([.integer(3), .text("a"), .number(-1)]))
  }

  func testMutationsAreReadFromTheirNames() throws {
    XCTAssertEqual(
      Mutation("C1W2.sigmoid=missing-minus")?.variant(of: "C1W2.sigmoid"), "missing-minus")
    XCTAssertNil(Mutation("C1W2.sigmoid=missing-minus")?.variant(of: "C1W2.softmax"))
    for slip in Slip.allCases { XCTAssertNotNil(Mutation("a~\(slip.rawValue)")) }
    XCTAssertNotNil(Mutation("a~constant"))
    XCTAssertNil(Mutation("a~nonsense"))
    XCTAssertNil(Mutation("a"))
  }
}
