import Coursework
import Text
public import XCTest

/// A test of the course itself, which runs only with `COURSE_CODE=solutions` and not in learners'
/// runs.
open class FrameworkTestCase: XCTestCase {
  open override class func setUp() {
    super.setUp()
    RunLoopTicker.begin()
  }

  open override func setUpWithError() throws {
    try super.setUpWithError()
    if RunEnvironment.current.code == .exercises || RunEnvironment.current.only != nil {
      throw XCTSkip(
        Phrase(
          "a test of the course itself: COURSE_CODE=solutions swift test",
          zh: "课程自身的测试：COURSE_CODE=solutions swift test")(.current))
    }
  }
}
