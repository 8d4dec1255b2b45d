import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

/// Tests `course release` as an instructor runs it.
final class ReleaseCommandTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  /// The exit code, and the text on standard output or standard error.
  private func release(_ words: [String], language: String) throws -> (code: Int32, said: String) {
    let answer = try StartedProgram(["release"] + words, language: language).answer()
    let said = answer.output + answer.complaint
    return (answer.code, said.trimmingCharacters(in: .newlines))
  }

  func testInvalidArgumentsAreReportedInBothLanguages() throws {
    let target = folder.appending(path: "class").path
    let cases: [(words: [String], english: String, chinese: String)] = [
      (
        ["--seeds", "0"], "error: --seeds expects a whole number from 1 to 50, got “0”",
        "错误：--seeds 应为 1 到 50 之间的整数，收到的是“0”"
      ),
      (
        ["--weeks", ","], "error: --weeks expects weeks such as C1W2,C1W3, got “,”",
        "错误：--weeks 应为形如 C1W2,C1W3 的周，收到的是“,”"
      ),
    ]
    for (words, english, chinese) in cases {
      for (language, sentence) in [("en", english), ("zh", chinese)] {
        let answer = try release([target] + words, language: language)
        XCTAssertEqual(answer.code, 64)
        XCTAssertEqual(answer.said, sentence)
      }
    }
    XCTAssertFalse(FileManager.default.fileExists(atPath: target))
  }

  func testAFolderWithContentsIsRejectedInBothLanguages() throws {
    let target = folder.appending(path: "class")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: target.appending(path: "mine.txt"))
    let cases = [
      ("en", "error: \(target.path) is not empty: name a folder that does not exist yet"),
      ("zh", "错误：\(target.path) 不是空文件夹：请给出一个尚不存在的文件夹"),
    ]
    for (language, sentence) in cases {
      let answer = try release([target.path], language: language)
      XCTAssertEqual(answer.code, 73)
      XCTAssertEqual(answer.said, sentence)
    }
  }
}
