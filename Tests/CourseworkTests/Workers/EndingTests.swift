import GradedTesting
import HostileExercises
import Text
import XCTest

@testable import Coursework

/// Tests code that ends its process or never returns.
final class EndingTests: HostileTestCase {
  func testExitZeroGainsNothing() throws {
    try expectVerdict(
      .crashed, "commit: the program ended itself with exit code 0 before it answered",
      of: .exitZero)
  }

  func testQuietExitIsNamedWithItsCode() throws {
    try expectVerdict(
      .crashed, "commit: the program ended itself with exit code 3 before it answered",
      of: .exitQuietly)
  }

  func testBecomingAnotherProgramEndsTheCall() throws {
    try expectVerdict(
      .crashed, "commit: the program ended itself with exit code 5 before it answered",
      of: .becomeAnotherProgram)
  }

  func testExitHandlerThatNeverEndsTimesOut() throws {
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.3 s: is there a loop that never ends?",
      of: .leaveExitHandler, in: Hostile.hurry)
  }

  func testEndlessLoopTimesOut() throws {
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.3 s: is there a loop that never ends?", of: .loop,
      in: Hostile.hurry)
  }

  func testLaterCallsOfASlowExerciseGetATenthOfTheTime() throws {
    XCTAssertEqual(judge(.loop, in: Hostile.hurry).verdict, .timedOut)
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.03 s: is there a loop that never ends?", of: .loop,
      in: Hostile.hurry)
  }

  func testSleepTimesOut() throws {
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.3 s: is there a loop that never ends?", of: .sleep,
      in: Hostile.hurry)
  }

  func testStoppedProcessTimesOutAndIsKilled() throws {
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.3 s: is there a loop that never ends?", of: .stop,
      in: Hostile.hurry)
  }

  func testBlockedSignalsDoNotKeepALoopAlive() throws {
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.3 s: is there a loop that never ends?",
      of: .blockSignals, in: Hostile.hurry)
  }

  func testKillingItsOwnGroupAffectsNobodyElse() throws {
    try expectVerdict(
      .crashed, "commit: it crashed (killed, perhaps for using too much memory)", of: .killGroup)
  }

  func testUncommonSignalIsNamedByItsNumber() throws {
    try expectVerdict(.crashed, "commit: it crashed (signal 14)", of: .raiseAlarm)
  }

  func testExitAfterTheAnswerCostsNothing() throws {
    XCTAssertEqual(try hostile { try Hostile.commit(.exitLater) }, 1)
    usleep(150_000)
    try expectNextCallIsAnswered()
  }

  func testChildThatKeepsTheConnectionDoesNotHideTheEnd() throws {
    let exchange = try exchange(.leaveChild)
    XCTAssertEqual(exchange.outcome, .failure(.crashed(.exited(code: 0), words: "")))
    let words = exchange.printed.text(.english).split(whereSeparator: \.isWhitespace)
    let place = try XCTUnwrap(words.firstIndex { Int($0) != nil })
    XCTAssertTrue(
      ChildProcess.ends(try XCTUnwrap(pid_t(words[place]))), "the child should end with its parent")
    try expectNextCallIsAnswered()
  }
}
