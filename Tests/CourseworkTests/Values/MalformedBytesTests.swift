import Foundation
import GradedTesting
import Statistics
import Tensors
import Text
import XCTest

@testable import Coursework

/// Tests that malformed bytes are rejected with a reason and never trap.
final class MalformedBytesTests: FrameworkTestCase {
  private func word(_ number: UInt64) -> Data {
    var data = Data()
    data.append(word: number)
    return data
  }

  private func expect(
    _ bytes: Data, _ reason: MalformedBytes, _ text: String, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    XCTAssertThrowsError(try Value(bytes: bytes), file: file, line: line) {
      XCTAssertEqual($0 as? MalformedBytes, reason, file: file, line: line)
      XCTAssertEqual("\($0)", text, file: file, line: line)
    }
  }

  func testNoBytes() {
    expect(Data(), .truncated(at: 0), "the bytes end at 0, in the middle of a value")
  }

  func testHalfANumber() {
    expect(
      Data([4, 1, 2, 3]), .truncated(at: 1), "the bytes end at 1, in the middle of a value")
  }

  func testUnknownTag() {
    expect(
      Data([7]) + word(1) + Data([9]), .unknownTag(9, at: 9),
      "no value begins with the byte 9, found at 9")
  }

  func testListLongerThanItsBytes() {
    expect(
      Data([7]) + word(3) + Data([0, 0]), .impossibleLength(3, at: 1),
      "the length 3 at 1 is more than the bytes that follow")
  }

  func testLengthOfSixtyFourBits() {
    expect(
      Data([5]) + word(.max), .impossibleLength(.max, at: 1),
      "the length 9223372036854775807 at 1 is more than the bytes that follow")
  }

  func testTextThatIsNotUTF8() {
    expect(
      Data([5]) + word(2) + Data([0xc3, 0x28]), .notText(at: 9), "the text at 9 is not UTF-8")
  }

  func testNestingWithoutEnd() {
    let bytes = (0..<10_000).reduce(into: Data()) { data, _ in data += Data([7]) + word(1) }
    expect(bytes, .tooDeep(limit: 64), "values are nested more than 64 deep")
  }

  func testBytesAfterTheValue() {
    expect(Data([0, 0, 0]), .trailing(count: 2), "2 bytes follow the value")
  }

  func testTooManyValues() {
    let count = 1 << 21
    expect(
      Data([7]) + word(UInt64(count)) + Data(count: count), .tooMany(limit: count),
      "there are more than 2097152 values in one")
  }

  func testTensorOfTooManyAxes() {
    let bytes = Data([6]) + word(65) + (0..<66).reduce(into: Data()) { data, _ in data += word(1) }
    expect(
      bytes, .impossibleLength(65, at: 1), "the length 65 at 1 is more than the bytes that follow")
  }

  func testTensorWithFewerElementsThanItsShape() {
    expect(
      Data([6]) + word(2) + word(2) + word(3) + Data(count: 40), .impossibleLength(6, at: 1),
      "the length 6 at 1 is more than the bytes that follow")
  }

  func testTensorWhoseShapeOverflows() {
    let long = UInt64(1) << 40
    for shape in [[long, long], [0, long, long], [long, 0, long], [.max, 1]] {
      let bytes = shape.reduce(Data([6]) + word(UInt64(shape.count))) { $0 + word($1) }
      XCTAssertThrowsError(try Value(bytes: bytes), "\(shape)") {
        guard case MalformedBytes.impossibleLength = $0 else { return XCTFail("\($0)") }
      }
    }
  }

  func testSliceIsReadFromItsOwnBeginning() throws {
    let bytes = Data([9, 9]) + Value.list([.number(2), .text("é")]).bytes
    XCTAssertEqual(try Value(bytes: bytes.dropFirst(2)), .list([.number(2), .text("é")]))
  }

  /// Decodes 60,000 byte strings from a fixed seed: valid ones with up to 8 bytes changed, cut or
  /// repeated, and random ones that begin like values.
  ///
  /// Whatever is decoded must be encoded as the same bytes again.
  func testMalformedBytesNeverTrap() throws {
    let seeds = try [
      Value(encoding: ["a": [1.0, 2], "b": []]).bytes,
      Value.list([.null, .boolean(true), .integer(-5), .text("é"), .list([.list([])])]).bytes,
      Value.record([.init("W", .tensor(.zeros(2, 3))), .init("b", .number(1))]).bytes,
      Request(exercise: "C1W2.sigmoid", variant: nil, arguments: [.tensor(.zeros(3))]).value.bytes,
    ]
    var random = SplitMix64(seed: 2017)
    var read = 0
    for round in 0..<60_000 {
      var bytes: Data
      if round % 3 == 0 {
        let count = Int.random(in: 0..<64, using: &random)
        bytes = Data((0..<count).map { _ in UInt8.random(in: 0..<12, using: &random) })
      } else {
        bytes = seeds[round % seeds.count]
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch round % 5 {
          case 0: bytes = Data(bytes[..<place])
          case 1: bytes = bytes + bytes[place...]
          case 2: bytes[place] = [0, 1, 0x7f, 0x80, 0xff].randomElement(using: &random) ?? 0
          default: bytes[place] = UInt8.random(in: 0...255, using: &random)
          }
        }
      }
      do {
        let value = try Value(bytes: bytes)
        XCTAssertEqual(value.bytes, bytes)
        _ = (value.text, value.clippedText(.english), value.kind)
        _ = try? value.decoded(as: [String: Tensor].self)
        _ = try? Request(value)
        read += 1
      } catch {
        XCTAssertTrue(error is MalformedBytes, "\(error)")
      }
    }
    XCTAssertGreaterThan(read, 500, "some of the strings should be valid values")
  }
}
