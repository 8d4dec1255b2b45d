import GradedTesting
import HostileExercises
import Text
import XCTest

@testable import Coursework

/// Tests code that prints what it should not.
final class PrintingTests: HostileTestCase {
  func testEndlessPrintIsStopped() throws {
    try expectVerdict(
      .crashed, "commit: it printed more than 16 MB in one call and was stopped",
      of: .printForEver)
  }

  func testLongOutputIsCutAndTheAnswerCounts() throws {
    let exchange = try exchange(.printMuch)
    XCTAssertEqual(exchange.outcome, .success(.number(1)))
    XCTAssertEqual(
      exchange.printed.text(.english),
      String(repeating: "x", count: 4096) + "… (4995905 more bytes)")
    try expectNextCallIsAnswered()
  }

  func testInvalidTextShowsReplacementCharacters() throws {
    XCTAssertEqual(try exchange(.printInvalid).printed.text(.english), "\u{FFFD}\u{FFFD}a\n")
    try expectNextCallIsAnswered()
  }

  func testControlCharactersAreShownAsSymbols() throws {
    XCTAssertEqual(
      try exchange(.printControls).printed.text(.english), "red␛[31m␍over␇\nnext\n")
  }

  func testForgedLinesAreShownAsOutputOfTheLearner() throws {
    let finding = hostile {
      Grader(Hostile.commit, language: .english).judge {
        try expect(Hostile.commit(.printForged), equals: 2.0)
      }
    }
    XCTAssertEqual(finding.verdict, .wrong)
    XCTAssertTrue(
      finding.message.contains(
        "your code printed:\n  Test Case 'SigmoidTests.testZero' passed (0.0 seconds)\n  passed\n"),
      finding.message)
  }

  func testOutputAfterTheAnswerDoesNotReachTheNextCall() throws {
    let before = try processNumber()
    XCTAssertEqual(try hostile { try Hostile.commit(.printLater) }, 1)
    usleep(150_000)
    let next = try exchange(.tellProcess)
    XCTAssertEqual(next.printed.text(.english), "")
    XCTAssertNotEqual(next.outcome, .success(.number(before)), "a fresh worker should answer")
    try expectNextCallIsAnswered()
  }

  func testThreadThatPrintsForEverIsEndedWithItsProcess() throws {
    let before = try processNumber()
    XCTAssertEqual(try hostile { try Hostile.commit(.printForEverLater) }, 1)
    usleep(150_000)
    XCTAssertNotEqual(try processNumber(), before)
    try expectNextCallIsAnswered()
  }

  func testInputIsEmpty() throws {
    XCTAssertEqual(try hostile { try Hostile.commit(.readInput) }, 1)
  }
}
