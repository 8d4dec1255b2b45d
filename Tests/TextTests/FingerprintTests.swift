import GradedTesting
import Text
import XCTest

final class FingerprintTests: FrameworkTestCase {
  /// Test vectors published by the authors of the hash.
  ///
  /// http://www.isthe.com/chongo/src/fnv/test_fnv.c
  func testPublishedValues() {
    XCTAssertEqual(fingerprint(of: ""), 0xcbf2_9ce4_8422_2325)
    XCTAssertEqual(fingerprint(of: "a"), 0xaf63_dc4c_8601_ec8c)
    XCTAssertEqual(fingerprint(of: "foobar"), 0x8594_4171_f739_67e8)
  }

  func testClock() {
    XCTAssertEqual(clockText(0), "0:00")
    XCTAssertEqual(clockText(59.2), "1:00")
    XCTAssertEqual(clockText(309), "5:09")
    XCTAssertEqual(clockText(3909), "1:05:09")
    XCTAssertEqual(clockText(-3), "0:00")
    XCTAssertEqual(clockText(.infinity), "277777:46:40")
  }
}
