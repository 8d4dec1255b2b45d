import Foundation
import GradedTesting
import Grading
import XCTest

/// Against the examples of FIPS 180-4 and the answer of `sha256sum` to a million letters.
final class SHA256Tests: FrameworkTestCase {
  func testExamplesOfTheStandard() {
    XCTAssertEqual(
      SHA256.hex(of: Data("abc".utf8)),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    XCTAssertEqual(
      SHA256.hex(of: Data("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    XCTAssertEqual(
      SHA256.hex(of: Data()),
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  func testPiecesGiveTheHashOfTheWhole() {
    var hash = SHA256()
    for _ in 0..<1000 { hash.update(Data(repeating: UInt8(ascii: "a"), count: 1000)) }
    XCTAssertEqual(
      hash.hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
