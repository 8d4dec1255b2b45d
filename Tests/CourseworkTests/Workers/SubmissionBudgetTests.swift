import Foundation
import HostileExercises
import Text
import XCTest

@testable import Coursework

final class SubmissionBudgetTests: HostileTestCase {
  func testAllCallsTogetherHaveABudget() throws {
    let client = WorkerClient(
      launch: WorkerLaunch(program: Self.program), folders: [], budget: { 0.3 })
    try Host.$current.withValue(.process(client)) {
      for attempt in 1...2 {
        XCTAssertThrowsError(try Hostile.commit(.sleep), "call \(attempt)") {
          XCTAssertEqual($0 as? CallFailure, .overBudget(seconds: 0.3))
        }
      }
      let finding = Grader(Hostile.commit, language: .english).judge {
        try expect(Hostile.commit(.nothing), equals: 1.0)
      }
      XCTAssertEqual(finding.verdict, .timedOut)
      XCTAssertTrue(finding.message.contains("the whole submission has used up its 0.3 s"))
    }
    XCTAssertFalse(client.isRunning)
  }

  func testACallOverItsOwnLimitIsReported() throws {
    let client = WorkerClient(
      launch: WorkerLaunch(program: Self.program), folders: [], budget: { 60 })
    try Host.$current.withValue(.process(client)) {
      XCTAssertThrowsError(try Hostile.hurry(.sleep)) {
        XCTAssertEqual($0 as? CallFailure, .timedOut(seconds: 0.3))
      }
    }
  }

  func testASymbolizerThatNeverEndsIsStopped() throws {
    let trace = "0    worker                             0x00005604f95ca0f0 <unavailable> + 4336"
    let words = try XCTUnwrap(
      CrashMessage(endOf: Data("Fatal error: x\nCurrent stack trace:\n\(trace)\n".utf8)))
    let launch = WorkerLaunch(
      program: "/nowhere/\(UUID())/worker", command: ["/bin/false"],
      symbolizer: ["/bin/sh", "-c", "cat /dev/zero", "sh"])
    XCTAssertNil(CrashSite.place(of: words, launch: launch))
  }
}
