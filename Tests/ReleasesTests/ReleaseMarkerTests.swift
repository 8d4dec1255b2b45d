import Files
import Foundation
import GradedTesting
import Releases
import XCTest

/// Tests the line that names the release of a learner's file.
final class ReleaseMarkerTests: FrameworkTestCase {
  private func version(_ source: String) -> String? { ReleaseMarker.find(in: Data(source.utf8)) }

  func testLineIsFoundWhereverItStands() {
    XCTAssertEqual(version("// Release 3f2a91c0\n\nimport Tensors\n"), "3f2a91c0")
    XCTAssertEqual(version("import Tensors\r\n  //  Release 3F2A91C0 \r\n"), "3f2a91c0")
    XCTAssertEqual(version(ReleaseMarker.line(for: "00112233")), "00112233")
  }

  func testAFileWithoutALineNamesNoRelease() {
    XCTAssertNil(version(""))
    XCTAssertNil(version("// Release notes\n// Release 3f2a91c\n// Release 3f2a91cg\n"))
    XCTAssertNil(version("let text = \"// Release 3f2a91c0\""))
  }

  func testTwoVersionsNameNoRelease() {
    XCTAssertNil(version("// Release 3f2a91c0\n// Release 00112233\n"))
    XCTAssertEqual(version("// Release 3f2a91c0\n// Release 3f2a91c0\n"), "3f2a91c0")
  }

  func testBytesThatAreNotTextDoNotMatter() {
    XCTAssertEqual(
      ReleaseMarker.find(in: Data([0xff, 0xfe, 0x0a]) + Data("// Release 3f2a91c0\n".utf8)),
      "3f2a91c0")
  }
}
