import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Reports

/// The remark on work that was made from another release.
final class ReleaseRemarkTests: FrameworkTestCase {
  private func gradebook(_ releases: [String: String?]) -> Gradebook {
    Sample.gradebook(
      releases.sorted { $0.key < $1.key }.map { student, release in
        Sample.attempt(student, passing: ["a": 4], release: release)
      })
  }

  func testThereIsNoRemarkWhereAllWorkIsOfTheSameRelease() {
    XCTAssertNil(gradebook(["ana": "r1", "bob": nil]).releaseRemark(.english))
  }

  func testStudentsAreNamedByRelease() {
    let book = gradebook(["ana": "r0", "bob": "r1", "cyd": "r0", "dan": "q7"])
    XCTAssertEqual(
      book.releaseRemark(.english),
      "graded with release r1; made from another: q7 (dan); r0 (ana, cyd)")
    XCTAssertEqual(
      book.releaseRemark(.chinese), "评分所用的版本是 r1；基于其他版本的提交：q7（dan）；r0（ana、cyd）")
  }

  func testALongListIsCut() {
    let many = (10..<25).map { ("s\($0)", "r0") }
    let book = gradebook(Dictionary(uniqueKeysWithValues: many))
    let named = (10..<20).map { "s\($0)" }
    XCTAssertEqual(
      book.releaseRemark(.english),
      "graded with release r1; made from another: r0 (\(named.joined(separator: ", ")) and 5 more)")
    XCTAssertEqual(
      book.releaseRemark(.chinese),
      "评分所用的版本是 r1；基于其他版本的提交：r0（\(named.joined(separator: "、")) 等 15 人）")
  }

  func testPagesNameBothReleasesAndTakeNoPoints() throws {
    let submissions = [Sample.attempt("ana", passing: ["a": 4], release: "r0")]
    let folder = try ClassFolder()
    for (language, sentence) in [
      (
        Language.english,
        "Attempt 1 was made from release r0 of the course and graded with release r1. "
          + "That costs no points by itself."
      ),
      (.chinese, "第 1 次提交所用的课程版本是 r0，评分所用的是 r1。版本不同本身不扣分。"),
    ] {
      let place = folder.url.appending(path: language.rawValue)
      let results = Results(
        Sample.classInfo(), submissions: submissions, language: language, course: Sample.weeks)
      try results.write(to: place)
      let page = try String(
        contentsOf: place.appending(path: "students/ana.html"), encoding: .utf8)
      XCTAssertTrue(page.contains(sentence), page)
      let remark = try XCTUnwrap(results.gradebook.releaseRemark(language))
      XCTAssertTrue(
        try String(contentsOf: place.appending(path: "class.html"), encoding: .utf8)
          .contains(remark))
      XCTAssertTrue(
        try String(contentsOf: place.appending(path: "gradebook.csv"), encoding: .utf8)
          .contains("r0"))
    }
  }
}
