import Files
import Foundation
import GradedTesting
import Text
import XCTest

final class ArchiveTests: FrameworkTestCase {
  /// The expected bytes are those of Python's zipfile for the same names, dates and modes.
  func testAnArchiveHasTheBytesOfPythons() throws {
    let files = [("a.txt", Data("cost\n".utf8)), ("折/b.txt", Data())]
    let archive = try StoredArchive.data(of: files)
    XCTAssertEqual(archive.count, 207)
    XCTAssertEqual(CRC32.checksum(archive), 0xF562_0D3C)
  }

  func testTooManyFilesAreRefused() {
    let files = Array(repeating: ("a", Data()), count: 70_000)
    XCTAssertThrowsError(try StoredArchive.data(of: files)) {
      XCTAssertEqual(
        ($0 as? StoredArchiveError)?.phrase(.english),
        "a ZIP archive holds up to 65534 files, not 70000: divide them among several")
      XCTAssertEqual(
        ($0 as? StoredArchiveError)?.phrase(.chinese),
        "ZIP 文件最多容纳 65534 个文件，这里有 70000 个：请分成几个压缩包")
    }
  }

  func testAnErrorNamesAFileThatIsTooLarge() {
    let error = StoredArchiveError.tooLarge(file: "a.npy")
    XCTAssertEqual(
      error.phrase(.english),
      "with “a.npy” the ZIP archive passes 4 GiB: divide the files among several")
    XCTAssertEqual(
      error.phrase(.chinese), "加上“a.npy”后 ZIP 文件超过 4 GiB：请分成几个压缩包")
  }
}
