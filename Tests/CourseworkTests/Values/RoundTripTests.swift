import GradedTesting
import Tensors
import XCTest

@testable import Coursework

/// Tests that values are unchanged after encoding and decoding.
final class RoundTripTests: FrameworkTestCase {
  private struct Layer: Codable, Equatable {
    var W: Tensor
    var b: Tensor
    var name: String
    var activation: Activation
  }

  private enum Activation: Codable, Equatable {
    case linear
    case leaky(slope: Double)
    case pair(Int, Tensor)
  }

  private struct Network: Codable, Equatable {
    var layers: [Layer]
    var costs: [Double]
    var best: Int?
    var notes: [String?]
    var rates: [String: Double]
    var byIndex: [Int: String]
    var isTrained: Bool
  }

  private class Base: Codable {
    var width = 2
  }

  private final class Derived: Base {
    var height = 3
    private enum CodingKeys: CodingKey { case height }

    override init() { super.init() }
    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      height = try container.decode(Int.self, forKey: .height)
      try super.init(from: container.superDecoder())
    }
    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(height, forKey: .height)
      try super.encode(to: container.superEncoder())
    }
  }

  private func sent<Content: Codable>(_ value: Content) throws -> Content {
    try Value(bytes: Value(encoding: value).bytes).decoded()
  }

  private func expectReturn<Content: Codable & Equatable>(
    _ values: Content..., file: StaticString = #filePath, line: UInt = #line
  ) throws {
    for value in values { XCTAssertEqual(try sent(value), value, file: file, line: line) }
  }

  func testNestedStructuresReturn() throws {
    let layer = Layer(
      W: Tensor([[1, -2.5], [.infinity, 1e-308]]), b: Tensor.zeros(2, 1), name: "隐藏层",
      activation: .leaky(slope: 0.01))
    try expectReturn(
      Network(
        layers: [layer, layer], costs: [0.6931471805599453, 0], best: 3, notes: ["a", nil, ""],
        rates: ["alpha": 0.1, "beta": 0.9], byIndex: [2: "two", 10: "ten"], isTrained: true),
      Network(
        layers: [], costs: [], best: nil, notes: [], rates: [:], byIndex: [:], isTrained: false))
  }

  func testEnumerationsWithPayloadReturn() throws {
    try expectReturn(Activation.linear, .leaky(slope: -0.0), .pair(7, Tensor([1, 2])))
  }

  func testOptionalsReturn() throws {
    try expectReturn(1 as Int?, nil)
    try expectReturn([1, nil, 3] as [Double?], [])
    try expectReturn(Tensor([1]) as Tensor?, nil)
    try expectReturn([2, 3] as [Double]?, nil)
  }

  func testIntegersOfEveryWidthReturn() throws {
    try expectReturn(Int.min, Int.max, 0)
    try expectReturn(Int8.min, Int8.max)
    try expectReturn(Int16.min, Int16.max)
    try expectReturn(Int32.min, Int32.max)
    try expectReturn(Int64.min, Int64.max)
    try expectReturn(UInt.min, UInt(Int.max))
    try expectReturn(UInt8.max)
    try expectReturn(UInt16.max)
    try expectReturn(UInt32.max)
    try expectReturn(UInt64(Int64.max))
  }

  func testIntegerBeyondSixtyThreeBitsIsRefused() {
    XCTAssertThrowsError(try Value(encoding: UInt64.max)) {
      guard case EncodingError.invalidValue(_, let context) = $0 else { return XCTFail("\($0)") }
      XCTAssertEqual(context.debugDescription, "18446744073709551615 does not fit into 64 bits")
    }
  }

  func testIntegerOutsideANarrowerTypeIsRefused() throws {
    XCTAssertThrowsError(try Value.integer(300).decoded(as: UInt8.self))
    XCTAssertThrowsError(try Value.integer(-1).decoded(as: UInt.self))
  }

  func testNumbersKeepEveryBit() throws {
    for number in [0.1, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .ulpOfOne] {
      XCTAssertEqual(try sent(number).bitPattern, number.bitPattern)
    }
    let payload = Double(bitPattern: 0x7ff8_0000_0000_1234)
    XCTAssertEqual(try sent([payload])[0].bitPattern, payload.bitPattern)
    try expectReturn(Float(0.1), -Float.infinity)
  }

  func testTensorsOfEveryRankReturn() throws {
    try expectReturn(
      Tensor(3), Tensor([Double]()), Tensor([1, 2, 3]), Tensor.zeros(0, 5),
      Tensor([[1, 2, 3], [4, 5, 6]]), Tensor.full([2, 1, 3, 2], 7))
  }

  func testTransposedTensorReturnsInItsOwnOrder() throws {
    XCTAssertEqual(try sent(Tensor([[1, 2], [3, 4]]).T).elements, [1, 3, 2, 4])
  }

  func testDictionaryOfArraysReturns() throws {
    try expectReturn(["W1": [1.0, 2], "b1": []], [:])
    try expectReturn([["x": 1], [:]])
  }

  func testSuperclassReturns() throws {
    let value = Derived()
    value.width = 20
    value.height = 30
    let back = try sent(value)
    XCTAssertEqual([back.width, back.height], [20, 30])
  }

  func testVectorIsATensorOfRankOne() throws {
    XCTAssertEqual(try Value(encoding: [1.0, 2.0]), .tensor(Tensor([1, 2])))
  }

  func testAnEmptyListOfOtherElementsStaysAList() throws {
    XCTAssertEqual(try Value(encoding: [Int]()), .list([]))
    XCTAssertEqual(try Value(encoding: [Tensor]()), .list([]))
  }

  func testDictionaryHasOneOrder() throws {
    let names = (0..<50).map { "key\($0)" }
    let value = try Value(encoding: Dictionary(uniqueKeysWithValues: names.map { ($0, 1.0) }))
    XCTAssertEqual(value, .record(names.sorted().map { Value.Field($0, .number(1)) }))
  }

  func testLongListReturns() throws {
    try expectReturn(Array(0..<200_000))
  }

  func testAWrongFormIsADecodingError() throws {
    let forms: [Value] = [
      .null, .boolean(true), .integer(1), .number(1), .text("a"), .tensor(Tensor([1])),
      .list([.null]), .record([.init("a", .null)]),
    ]
    for form in forms {
      XCTAssertThrowsError(try form.decoded(as: Network.self)) {
        XCTAssertTrue($0 is DecodingError, "\($0)")
      }
    }
  }
}
