import GradedTesting
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Reports

final class FeedbackTests: FrameworkTestCase {
  private let message = """
    opposite arguments add up to one
    2 of 2 numbers are wrong
      first [0]: expected 0.0, got 1.0
    expected:
      [0. 1.]
    got:
      [1. 0.]
    called with
      z = [-800.  800.]  shape (2,)
    why: the exponent needs a minus
    your code printed:
      z is [-800.  800.]
    help: swift run course hint C1W2.sigmoid
    """

  private func text(
    _ message: String, _ feedback: Policy.Feedback, _ verdict: Verdict = .wrong
  ) -> String {
    let finding = TestOutcome(verdict: verdict, message: message, misconception: nil)
    let record = Record(
      of: Sample.weeks[0].exercises[0].info, test: "testA", finding: finding, possible: 1,
      seconds: 0)
    return FeedbackText(record).text(feedback)
  }

  func testShapeTellsNoNumberOfAnyInputOrAnswer() {
    XCTAssertEqual(
      text(message, .shape),
      """
      opposite arguments add up to one
      2 of 2 numbers are wrong
      why: the exponent needs a minus
      help: swift run course hint C1W2.sigmoid
      """)
    XCTAssertEqual(text("expected 0.5, got 0.25\nhelp: h", .shape), "help: h")
    XCTAssertEqual(text("b: expected \"cat\", got \"dog\"", .shape), "")
    XCTAssertEqual(
      text("wrong shape: expected (2,), got (1,)", .shape), "wrong shape: expected (2,), got (1,)")
    XCTAssertEqual(
      text("sigmoid: it threw an error: z was -800", .shape), "sigmoid: it threw an error")
    XCTAssertEqual(text("it crashed (trap): z was -800", .shape, .crashed), "")
  }

  func testVerdictTellsNothingAndFullEverything() {
    XCTAssertEqual(text(message, .verdict), "")
    XCTAssertEqual(text(message, .full), message)
    XCTAssertEqual(text("File.swift:3: no", .verdict, .doesNotCompile), "File.swift:3: no")
  }
}
