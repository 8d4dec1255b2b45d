import GradedTesting
import HostileExercises
import Tensors
import Text
import XCTest

@testable import Coursework

/// Tests code that tampers with the connection, the assertions, or the answer.
final class ForgeryTests: HostileTestCase {
  func testClosedDescriptorsEndTheCall() throws {
    try expectVerdict(
      .crashed, "commit: it closed its connection to the judge", of: .closeDescriptors)
  }

  func testClosedDescriptorsDoNotHideALoop() throws {
    try expectVerdict(
      .timedOut, "hurry: no answer after 0.3 s: is there a loop that never ends?",
      of: .closeAndLoop, in: Hostile.hurry)
  }

  func testGarbageIsRejected() throws {
    try expectVerdict(
      .wrong,
      "commit: its answer cannot be read: what came through the connection is not a valid frame",
      of: .sendGarbage)
  }

  func testAFrameWithAnotherNonceIsRejected() throws {
    try expectVerdict(
      .wrong, "commit: its answer cannot be read: an answer to another question came",
      of: .sendForgedFrame)
  }

  func testHeaderAloneIsRefusedAtOnce() throws {
    try expectVerdict(
      .wrong, "commit: its answer cannot be read: an answer to another question came",
      of: .sendHeaderOnly)
  }

  func testAnswersFromAThreadAreRefused() throws {
    try expectVerdict(
      .wrong, "commit: its answer cannot be read: an answer to another question came",
      of: .sendForgedFromThread)
  }

  /// Code that steals the nonce can answer in the function's place but gains nothing, because the
  /// value is compared like any other.
  ///
  /// The second answer must not reach the next call.
  func testSecondAnswerDoesNotReachTheNextCall() throws {
    let before = try processNumber()
    XCTAssertEqual(try hostile { try Hostile.commit(.sendStolenNonce) }, 0.5)
    usleep(50_000)
    XCTAssertNotEqual(try processNumber(), before)
    try expectNextCallIsAnswered()
  }

  func testFrameAfterTheAnswerDoesNotReachTheNextCall() throws {
    XCTAssertEqual(try hostile { try Hostile.commit(.sendLater) }, 1)
    usleep(150_000)
    try expectNextCallIsAnswered()
  }

  func testThrownSkipIsAnErrorLikeAnyOther() throws {
    let found = judge(.throwSkip)
    XCTAssertEqual(found.verdict, .wrong)
    XCTAssertTrue(found.sentence.hasPrefix("commit: it threw an error: "), found.message)
    try expectNextCallIsAnswered()
  }

  func testLongErrorIsCut() throws {
    let found = judge(.throwLong)
    XCTAssertEqual(found.verdict, .wrong)
    XCTAssertLessThan(found.message.count, 3000)
  }

  func testShadowedAssertionsDoNotReachTheJudge() throws {
    try expectVerdict(.wrong, "expected 1.0, got 2.0", of: .shadowAssertions)
  }

  func testNotANumberIsWrong() throws {
    try expectVerdict(.wrong, "expected 1.0, got nan", of: .notANumber)
  }

  func testInfinityIsWrong() throws {
    try expectVerdict(.wrong, "expected 1.0, got -inf", of: .infinity)
  }

  func testNegativeZeroKeepsItsSign() throws {
    XCTAssertEqual(try hostile { try Hostile.commit(.negativeZero) }.sign, .minus)
  }

  func testAnswerOfAnotherTypeIsMalformed() throws {
    let finding = hostile {
      Grader(Hostile.mistyped, language: .english).judge {
        try expect(Hostile.mistyped(1), equals: Tensor(1))
      }
    }
    XCTAssertEqual(finding.verdict, .wrong)
    XCTAssertTrue(
      finding.message.hasPrefix("mistyped: its answer cannot be read: "), finding.message)
    XCTAssertTrue(finding.message.contains("a String"), finding.message)
  }

  func testAnAnswerThatIsTooLargeIsReported() throws {
    XCTAssertThrowsError(try hostile { try Hostile.zeros([33_554_433]) }) {
      XCTAssertEqual(
        ($0 as? CallFailure)?.phrase(.english),
        "its answer cannot be read: it is larger than 256 MB")
    }
    try expectNextCallIsAnswered()
  }

  func testAnEmptyAnswerKeepsItsShape() throws {
    XCTAssertEqual(try hostile { try Hostile.zeros([0, 3]) }.shape, [0, 3])
  }

  func testWorkerInheritsNoDescriptor() throws {
    let descriptors = (0..<100).map { _ in open("/dev/null", O_RDONLY) }
    defer { for descriptor in descriptors { close(descriptor) } }
    let client = WorkerClient(program: Self.program)
    let foreign = try Host.$current.withValue(.process(client)) {
      try Hostile.commit(.tellDescriptors)
    }
    XCTAssertEqual(foreign, 0)
  }

  func testWorkerSeesNothingOfTheJudgesEnvironment() throws {
    XCTAssertEqual(try hostile { try Hostile.commit(.tellEnvironment) }, 0)
  }
}
