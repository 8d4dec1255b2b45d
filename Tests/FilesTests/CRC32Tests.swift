import Files
import Foundation
import GradedTesting
import XCTest

final class CRC32Tests: FrameworkTestCase {
  /// The check values of the polynomial of ISO 3309, from catalogues of CRCs and from zlib.
  func testChecksumsAreThoseOfTheStandard() {
    XCTAssertEqual(CRC32.checksum(Data("123456789".utf8)), 0xCBF4_3926)
    XCTAssertEqual(CRC32.checksum([UInt8]()), 0)
    XCTAssertEqual(CRC32.checksum([UInt8](repeating: 0xFF, count: 32)), 0xFF6C_AB0B)
  }
}
