import GradedTesting
import Text
import XCTest

@testable import Coursework

/// Tests how the names of a bundle's test classes are listed, which keeps runs short.
final class TestClassesTests: FrameworkTestCase {
  func testEachTestClassIsListedOnce() {
    let classes = TestClasses(
      list: """
        Listing 3 tests:
        LogisticRegressionTests.SigmoidTests/testZero
        LogisticRegressionTests.SigmoidTests/testFreshInputs
        LogisticRegressionTestsOfOthers.SoftmaxTests/testRows
        """)
    XCTAssertEqual(
      classes.names,
      ["LogisticRegressionTests.SigmoidTests", "LogisticRegressionTestsOfOthers.SoftmaxTests"])
    XCTAssertEqual(
      classes.names(in: "LogisticRegressionTests"), ["LogisticRegressionTests.SigmoidTests"])
  }

  func testThisBundleListsThisClass() throws {
    let bundle = try TestBundle(package: RunEnvironment.current.package)
    XCTAssertTrue(
      try TestClasses(of: bundle).names(in: "CourseworkTests")
        .contains("CourseworkTests.TestClassesTests"))
  }

  func testABundleThatCannotBeListedIsReported() {
    let phrase = TestRunError.notListed(output: "killed").phrase
    XCTAssertEqual(
      phrase(.english),
      "the tests do not say which they are; run: swift build --build-tests; they said:\nkilled")
    XCTAssertEqual(
      phrase(.chinese), "无法列出测试；请运行：swift build --build-tests；输出是：\nkilled")
  }
}
