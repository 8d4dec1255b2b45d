import GradedTesting
import Tensors
import XCTest

@testable import Coursework

final class SizeTests: FrameworkTestCase {
  func testByteCountIsThatOfTheBytes() {
    let values: [Value] = [
      .null, .boolean(true), .integer(1), .number(1), .text("é汉"), .tensor(Tensor(1)),
      .tensor(.zeros(0, 3)), .tensor(.zeros(2, 3)), .list([.null, .text("")]),
      .record([.init("é", .list([])), .init("", .null)]),
    ]
    for value in values { XCTAssertEqual(value.byteCount, value.bytes.count, "\(value)") }
  }
}
