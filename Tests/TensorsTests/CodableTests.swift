import Foundation
import GradedTesting
import Tensors
import XCTest

final class CodableTests: FrameworkTestCase {
  func testJSONHasShapeAndElements() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(Tensor([[1, 2.5], [3, 4]]).T)
    XCTAssertEqual(
      String(decoding: data, as: UTF8.self), #"{"elements":[1,3,2.5,4],"shape":[2,2]}"#)
    XCTAssertEqual(try JSONDecoder().decode(Tensor.self, from: data), Tensor([[1, 3], [2.5, 4]]))
  }

  func testContradictionsAreRefused() {
    for (json, reason) in [
      (#"{"shape":[2],"elements":[1]}"#, "shape (2,) holds 2 elements, but 1 was given"),
      (
        #"{"shape":[-1,-1],"elements":[1]}"#,
        "(-1, -1) is not a shape: there may be at most 64 lengths, none negative, and their product must "
          + "fit in memory"
      ),
      (
        #"{"shape":[4294967296,4294967296],"elements":[]}"#,
        "(4294967296, 4294967296) is not a shape: there may be at most 64 lengths, none negative, and "
          + "their product must fit in memory"
      ),
    ] {
      XCTAssertThrowsError(try JSONDecoder().decode(Tensor.self, from: Data(json.utf8))) { error in
        guard case DecodingError.dataCorrupted(let context) = error else {
          return XCTFail("expected dataCorrupted, got \(error)")
        }
        XCTAssertEqual(context.debugDescription, reason)
      }
    }
    XCTAssertThrowsError(try JSONDecoder().decode(Tensor.self, from: Data(#"{"shape":[]}"#.utf8)))
  }
}
