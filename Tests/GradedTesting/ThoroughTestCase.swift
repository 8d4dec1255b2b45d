import Foundation
import Text
import XCTest

/// A test of the course itself that grades whole classes or trains whole networks.
///
/// They take as long as all other tests together: `COURSE_THOROUGH=1` runs them, and `.ci/run` does
/// so once.
open class ThoroughTestCase: FrameworkTestCase {
  open override func setUpWithError() throws {
    try super.setUpWithError()
    if ProcessInfo.processInfo.environment["COURSE_THOROUGH"] != "1" {
      throw XCTSkip(
        Phrase(
          "a thorough test: COURSE_THOROUGH=1 COURSE_CODE=solutions swift test",
          zh: "耗时较长的测试：COURSE_THOROUGH=1 COURSE_CODE=solutions swift test")(.current))
    }
  }
}
