import Foundation
import HostileExercises
import XCTest

@testable import Coursework

/// A worker that other programs put behind walls: what they fail at is no learner's fault, and what
/// a learner fails at is not theirs.
final class WalledLaunchTests: HostileTestCase {
  private let announced = WorkerLaunch.announced([program.path])

  private func failure(of command: [String], _ deed: Deed) -> CallFailure? {
    let client = WorkerClient(
      launch: WorkerLaunch(program: Self.program.path, command: command), folders: ["Tests"])
    return Host.$current.withValue(.process(client)) {
      do {
        _ = try Hostile.commit(deed)
        return nil
      } catch {
        return error as? CallFailure
      }
    }
  }

  func testCallsPassThroughTheWalls() {
    XCTAssertNil(failure(of: ["/usr/bin/env", "-i"] + announced, .nothing))
  }

  func testWallsThatCannotBeBuiltAreTheirOwnFault() {
    let command = ["/bin/sh", "-c", "echo no namespaces here; exit 1", "sh"] + announced
    XCTAssertEqual(failure(of: command, .nothing), .noWorker("no namespaces here"))
    XCTAssertEqual(
      failure(of: ["/bin/false"], .nothing),
      .noWorker("it ended, or its time did, before it had begun"))
  }

  func testAnEndingBehindTheWallsIsTheLearnersOwn() {
    let words = #"printf . >&3; echo "bwrap: Creating new namespace failed"; exit 1"#
    XCTAssertEqual(
      failure(of: ["/bin/sh", "-c", words], .nothing), .crashed(.exited(code: 1), words: ""))
  }
}
