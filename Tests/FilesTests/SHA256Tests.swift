import Files
import Foundation
import GradedTesting
import XCTest

/// Tests the examples that NIST publishes with FIPS 180-4, and the digest of no bytes.
final class SHA256Tests: FrameworkTestCase {
  private func digest(_ text: String) -> String { SHA256.hex(of: Data(text.utf8)) }

  func testNoBytes() {
    XCTAssertEqual(
      digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  func testOneBlock() {
    XCTAssertEqual(
      digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  func testTheLengthNeedsABlockOfItsOwn() {
    XCTAssertEqual(
      digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  func testAMillionBytes() {
    XCTAssertEqual(
      digest(String(repeating: "a", count: 1_000_000)),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  func testASliceIsReadFromItsOwnBeginning() {
    XCTAssertEqual(SHA256.hex(of: Data("xxabc".utf8).dropFirst(2)), digest("abc"))
  }

  func testPiecesOfAnyLengthGiveTheDigestOfTheWhole() {
    for length in [1, 63, 64, 65, 1000] {
      var hash = SHA256()
      var left = 1_000_000
      while left > 0 {
        hash.update(Data(repeating: UInt8(ascii: "a"), count: min(length, left)))
        left -= length
      }
      XCTAssertEqual(
        hash.hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        "in pieces of \(length)")
    }
  }
}
