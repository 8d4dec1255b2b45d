import GradedTesting
import Releases
import Text
import XCTest

/// Tests the messages for releases that cannot be written.
final class ReleasingErrorTests: FrameworkTestCase {
  private func check(
    _ error: ReleasingError, _ english: String, _ chinese: String, line: UInt = #line
  ) {
    XCTAssertEqual(error.phrase(.english), english, line: line)
    XCTAssertEqual(error.phrase(.chinese), chinese, line: line)
  }

  func testEveryReasonHasItsSentence() {
    check(
      .notEmpty("/class"), "/class is not empty: name a folder that does not exist yet",
      "/class 不是空文件夹：请给出一个尚不存在的文件夹")
    check(.noWeeks, "a release needs at least one week", "发布版至少要包含一周")
    check(
      .suiteFails(test: "C1W2.sigmoid testZero", seed: 4, message: "expected 1, got 2"),
      "the solution fails C1W2.sigmoid testZero with COURSE_SEED=4, so its answers cannot be "
        + "recorded: run course verify\nexpected 1, got 2",
      "COURSE_SEED=4 时参考答案没有通过 C1W2.sigmoid testZero，无法录制答案：请运行 course verify\n"
        + "expected 1, got 2")
    check(
      .noTests(week: "C1W2"),
      "no graded test of C1W2 was run, so its answers cannot be recorded: build the tests with "
        + "swift build --build-tests",
      "C1W2 没有运行任何评分测试，无法录制答案：请用 swift build --build-tests 构建测试")
    check(
      .cannotMove("/class", "No space left on device"),
      "/class cannot be written: No space left on device",
      "无法写入 /class：No space left on device")
  }

  func testPlacesAreListedUpToALimit() {
    func place(_ line: Int) -> ReleasingError.Place {
      ReleasingError.Place(file: "README.md", line: line, source: "Solutions/A.swift:40")
    }
    check(
      .holdsSolutions([place(12)]),
      "lines of a solution stand in the release, which was not written: reword these places\n"
        + "  README.md:12: the line of Solutions/A.swift:40",
      "发布版里出现了参考答案的内容，因此没有生成：请改写以下位置\n"
        + "  README.md:12：与 Solutions/A.swift:40 相同")
    let error = ReleasingError.holdsSolutions((1...23).map(place))
    XCTAssertEqual(error.phrase(.english).split(separator: "\n").last, "  and 3 more")
    XCTAssertEqual(error.phrase(.chinese).split(separator: "\n").last, "  另有 3 处")
    XCTAssertEqual(error.phrase(.english).split(separator: "\n").count, 22)
  }
}
