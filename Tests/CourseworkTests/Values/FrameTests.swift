import Foundation
import GradedTesting
import Tensors
import XCTest

@testable import Coursework

final class FrameTests: FrameworkTestCase {
  func testHeaderIsLengthNonceAndKind() throws {
    let bytes = Frame(kind: .returned, nonce: 0x0102_0304, payload: .boolean(true)).bytes
    XCTAssertEqual(
      [UInt8](bytes),
      [1, 0, 0, 0, 0, 0, 0, 0, 4, 3, 2, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2])
    let header = try FrameHeader(bytes.prefix(Frame.headerSize))
    XCTAssertEqual(header.length, 1)
    XCTAssertEqual(header.nonce, 0x0102_0304)
    XCTAssertEqual(header.kind, .returned)
  }

  func testAnUnknownKindIsRejected() {
    for kind: UInt64 in [0, 6, .max] {
      XCTAssertThrowsError(try FrameHeader(header(length: 1, kind: kind))) {
        XCTAssertEqual(
          $0 as? CallFailure,
          .malformed(.noFrame))
      }
    }
  }

  func testLengthBeyondTheLimitIsRefused() {
    XCTAssertEqual(try FrameHeader(header(length: 1 << 28, kind: 2)).length, 1 << 28)
    for length: UInt64 in [(1 << 28) + 1, .max] {
      XCTAssertThrowsError(try FrameHeader(header(length: length, kind: 2))) {
        XCTAssertEqual($0 as? CallFailure, .malformed(.tooLarge(megabytes: 256)))
      }
    }
  }

  func testRequestReturns() throws {
    for variant in [nil, "missing-minus"] {
      let request = Request(
        exercise: "C1W2.sigmoid", variant: variant, arguments: [.number(1), .list([])])
      let back = try Request(Value(bytes: request.value.bytes))
      XCTAssertEqual(back.exercise, "C1W2.sigmoid")
      XCTAssertEqual(back.variant, variant)
      XCTAssertEqual(back.arguments, [.number(1), .list([])])
    }
  }

  func testAnythingElseIsNotARequest() {
    for value in [Value.null, .list([]), .list([.text("a"), .null, .null])] {
      XCTAssertThrowsError(try Request(value)) {
        XCTAssertEqual($0 as? CallFailure, .malformed(.noRequest))
      }
    }
  }

  private func header(length: UInt64, kind: UInt64) -> Data {
    var data = Data()
    for number in [length, 7, kind] { data.append(word: number) }
    return data
  }
}
