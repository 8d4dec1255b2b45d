import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

/// `course release` as an instructor types it.
final class ReleaseCommandTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  /// The code and what was said, of errors or of help.
  private func release(_ words: [String], language: String) throws -> (code: Int32, said: String) {
    let answer = try StartedProgram(["release"] + words, language: language).answer()
    let said = answer.output + answer.complaint
    return (answer.code, said.trimmingCharacters(in: .newlines))
  }

  func testWordsThatMeanNothingAreToldInBothLanguages() throws {
    let target = folder.appending(path: "class").path
    let cases: [(words: [String], english: String, chinese: String)] = [
      (
        ["--seeds", "0"], "error: --seeds 0: expected a whole number from 1 to 50",
        "错误：--seeds 0：应为 1 到 50 之间的整数"
      ),
      (
        ["--weeks", ","], "error: --weeks ,: expected weeks such as C1W2,C1W3",
        "错误：--weeks ,：应为形如 C1W2,C1W3 的周"
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

  func testFolderThatHoldsSomethingIsRefusedInBothLanguages() throws {
    let target = folder.appending(path: "class")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: target.appending(path: "mine.txt"))
    let cases = [
      ("en", "error: \(target.path) is not empty: name a folder that does not exist yet"),
      ("zh", "错误：\(target.path) 不是空文件夹：请给出一个尚不存在的文件夹"),
    ]
    for (language, sentence) in cases {
      let answer = try release([target.path], language: language)
      XCTAssertEqual(answer.code, 65)
      XCTAssertEqual(answer.said, sentence)
    }
  }

  func testHelpIsInBothLanguages() throws {
    let english = try release(["--help"], language: "en").said
    XCTAssertTrue(
      english.hasPrefix(
        "for instructors: write the package that a class receives, without the solutions"), english)
    XCTAssertTrue(english.contains("these weeks only: C1W2,C1W3"), english)
    let chinese = try release(["--help"], language: "zh").said
    XCTAssertTrue(chinese.hasPrefix("供教师使用：生成发给学生的版本，其中不含参考答案"), chinese)
    XCTAssertTrue(chinese.contains("只包含这些周：C1W2,C1W3"), chinese)
  }
}
