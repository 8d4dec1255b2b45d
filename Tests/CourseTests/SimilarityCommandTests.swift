import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

/// Tests `course similarity` as an instructor uses it.
final class SimilarityCommandTests: FrameworkTestCase {
  private var package: CoursePackage?

  /// Makes two students with the same work, and a third with the stubs.
  override func setUpWithError() throws {
    try super.setUpWithError()
    let package = try CoursePackage(in: temporaryFolder())
    let file = "Exercises/C1W2-LogisticRegression/LogisticRegression.swift"
    try package.write(package.text(file), to: "class/carl/LogisticRegression.swift")
    try package.solve("C1W2-LogisticRegression")
    let shared = try package.text(file).replacing(
      "let m = Double(X.columns)",
      with: """
        let columns = Double(X.columns)
        let other = columns * 3
        var third = other - columns
        third += 12
        let m = (third - 12) / 2
        """)
    for student in ["anna", "bert"] {
      try package.write(shared, to: "class/\(student)/LogisticRegression.swift")
    }
    self.package = package
  }

  func testThePairIsReportedInBothLanguages() throws {
    let package = try XCTUnwrap(package)
    let page = package.folder.appending(path: "similarity/index.html").path
    for (language, last) in [
      ("en", "3 students, 1 pair: \(page)"), ("zh", "3 名学生，1 对：\(page)"),
    ] {
      let answer = try package.course("similarity", "class", "--weeks=C1W2", "--lang", language)
      XCTAssertEqual(answer.complaint, "")
      XCTAssertEqual(answer.output, "  anna · bert  C1W2 100%\n\(last)\n")
      XCTAssertEqual(answer.code, 0)
    }
    XCTAssertTrue(FileManager.default.fileExists(atPath: page))
  }

  func testUnwritablePagesAreReported() throws {
    let package = try XCTUnwrap(package)
    for (language, sentence) in [
      ("en", "error: cannot write /dev/null/x: a file is in the way\n"),
      ("zh", "错误：无法写入 /dev/null/x：路径中有同名文件\n"),
    ] {
      let answer = try package.course(
        "similarity", "class", "--out", "/dev/null/x", language: language)
      XCTAssertEqual(answer.complaint, sentence)
      XCTAssertEqual(answer.code, 73)
    }
  }
}
