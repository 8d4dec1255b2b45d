import Foundation
import HostileExercises
import XCTest

@testable import Coursework

/// Tests workers that other programs start inside a sandbox: a launcher's failure is not blamed on
/// the learner, nor a learner's failure on the launcher.
final class SandboxedLaunchTests: HostileTestCase {
  private let announced = WorkerLaunch.announced([program.path])

  private func failure(
    of command: [String], _ deed: Deed, pauses: [UInt32] = [1]
  ) -> CallFailure? {
    let client = WorkerClient(
      launch: WorkerLaunch(program: Self.program.path, command: command), folders: ["Tests"],
      pauses: pauses)
    return Host.$current.withValue(.process(client)) {
      do {
        _ = try Hostile.commit(deed)
        return nil
      } catch {
        return error as? CallFailure
      }
    }
  }

  func testCallsPassThroughTheSandbox() {
    XCTAssertNil(failure(of: ["/usr/bin/env", "-i"] + announced, .nothing))
  }

  func testASandboxThatFailsIsNotTheLearnersFault() {
    let command = ["/bin/sh", "-c", "echo no namespaces here; exit 1", "sh"] + announced
    XCTAssertEqual(failure(of: command, .nothing), .noWorker("no namespaces here"))
    XCTAssertEqual(
      failure(of: ["/bin/false"], .nothing),
      .noWorker("it ended, or its time did, before it had begun"))
  }

  func testASandboxThatFailsIsStartedAgain() throws {
    let attempts = FileManager.default.temporaryDirectory
      .appending(path: "attempts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: attempts) }
    let words = #"echo once >> "$0"; [ "$(wc -l < "$0")" -ge 3 ] && exec "$@"; exit 1"#
    let command = ["/bin/sh", "-c", words, attempts.path] + announced
    XCTAssertEqual(
      failure(of: command, .nothing, pauses: [1]),
      .noWorker("it ended, or its time did, before it had begun"))
    try FileManager.default.removeItem(at: attempts)
    XCTAssertNil(failure(of: command, .nothing, pauses: [1, 1]))
  }

  func testAnEndingInsideTheSandboxIsTheLearnersOwn() {
    let words = #"printf . >&3; echo "bwrap: Creating new namespace failed"; exit 1"#
    XCTAssertEqual(
      failure(of: ["/bin/sh", "-c", words], .nothing), .crashed(.exited(code: 1), words: ""))
  }
}
