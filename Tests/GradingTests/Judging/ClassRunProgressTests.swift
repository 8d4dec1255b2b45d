import GradedTesting
import Text
import XCTest

@testable import Grading

/// The line that says how far the grading of a class is.
final class ClassRunProgressTests: FrameworkTestCase {
  private func progress(
    graded: Int, seconds: Double, left: Double?
  ) -> ClassRun.Progress {
    ClassRun.Progress(
      done: 12, students: 300, graded: graded, seconds: seconds, latest: nil, left: left)
  }

  func testTheLineSaysHowFarHowFastAndHowLong() {
    let phrase = progress(graded: 9, seconds: 4, left: 308.2).phrase
    XCTAssertEqual(phrase(.english), "12/300 students  2.25 submissions/s  5:09 left")
    XCTAssertEqual(phrase(.chinese), "12/300 名学生  2.25 份/秒  剩余 5:09")
  }

  func testHoursAreSaidWhereThereAreAny() {
    let phrase = progress(graded: 1, seconds: 3, left: 3909).phrase
    XCTAssertEqual(phrase(.english), "12/300 students  0.33 submissions/s  1:05:09 left")
    XCTAssertEqual(phrase(.chinese), "12/300 名学生  0.33 份/秒  剩余 1:05:09")
  }

  func testBeforeAnythingIsGradedThereIsNoEstimate() {
    let phrase = progress(graded: 0, seconds: 0, left: nil).phrase
    XCTAssertEqual(phrase(.english), "12/300 students  0.00 submissions/s  – left")
    XCTAssertEqual(phrase(.chinese), "12/300 名学生  0.00 份/秒  剩余 –")
  }
}
