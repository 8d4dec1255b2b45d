import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

/// Tests the messages about a damaged file of a release.
final class ReleaseErrorTests: FrameworkTestCase {
  func testEveryFaultHasAMessage() {
    let cases: [(ReleaseError, String, String)] = [
      (
        .unreadable("a", .noSeed),
        "a cannot be read (it names no seed); restore the file from the release that you received",
        "无法读取 a（没有列出任何种子）；请用发给你的版本里的原文件"
      ),
      (
        .unreadable("a", .other("no such file")),
        "a cannot be read (no such file); restore the file from the release that you received",
        "无法读取 a（no such file）；请用发给你的版本里的原文件"
      ),
      (
        .notAnswers("a", .cutOff),
        "a contains no recorded answers (it is cut off); restore the file from the release that you "
          + "received",
        "a 里没有录制的答案（内容不完整）；请用发给你的版本里的原文件"
      ),
      (
        .notAnswers("a", .otherBeginning),
        "a contains no recorded answers (it begins otherwise); restore the file from the release that "
          + "you received",
        "a 里没有录制的答案（开头不对）；请用发给你的版本里的原文件"
      ),
    ]
    for (error, english, chinese) in cases {
      XCTAssertEqual(error.phrase(.english), english)
      XCTAssertEqual(error.phrase(.chinese), chinese)
    }
  }

  func testAReleaseWithoutSeedsIsInvalid() throws {
    let folder = try temporaryFolder()
    XCTAssertNil(try Release(package: folder))
    let file = folder.appending(path: Release.fileName)
    try Release(version: "3f2a91c0", weeks: ["C1W2"], seeds: []).data.write(to: file)
    XCTAssertThrowsError(try Release(package: folder)) {
      XCTAssertEqual($0 as? ReleaseError, .unreadable(file.path, .noSeed))
    }
  }
}
