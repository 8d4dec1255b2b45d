import Foundation
import GradedTesting
import Processes
import Text
import XCTest

final class SubprocessTests: FrameworkTestCase {
  private func sh(
    _ script: String, errors: Bool = true, in folder: URL? = nil, seconds: Double = 60,
    bytes: Int = 1 << 20
  ) -> Subprocess {
    Subprocess(
      ["/bin/sh", "-c", script], in: folder, includesErrors: errors, timeLimit: seconds,
      outputLimit: bytes)
  }

  func testOutputAndEnd() throws {
    let outcome = try sh("echo out; echo err >&2; exit 3").run()
    XCTAssertEqual(outcome.text, "out\nerr\n")
    XCTAssertEqual(outcome.end, .exited(3))
    XCTAssertFalse(outcome.succeeded)
    XCTAssertTrue(try sh("true").run().succeeded)
  }

  func testStandardErrorIsLeftOut() throws {
    XCTAssertEqual(try sh("echo out; echo err >&2", errors: false).run().text, "out\n")
  }

  func testRunsInTheFolder() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "a folder \(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    XCTAssertEqual(try sh("pwd -P", in: folder).run().text, folder.path + "\n")
    XCTAssertFalse(try sh("true", in: folder.appending(path: "none")).run().succeeded)
  }

  func testTheEnvironmentIsNotInherited() throws {
    let outcome = try Subprocess(["/usr/bin/env"], environment: ["A": "1"], timeLimit: 60).run()
    XCTAssertEqual(outcome.text, "A=1\n")
  }

  func testEndlessProgramIsStopped() throws {
    XCTAssertEqual(try sh("sleep 1000", seconds: 0.2).run().end, .timedOut)
  }

  func testEndlessOutputIsStopped() throws {
    let outcome = try sh("yes", bytes: 1000).run()
    XCTAssertEqual(outcome.end, .flooded)
    XCTAssertEqual(outcome.output.count, 1000)
  }

  func testASignalIsReported() throws {
    XCTAssertEqual(try sh("kill -9 $$").run().end, .signalled(9))
  }

  func testInterruptionEndsIt() throws {
    let interruption = Interruption()
    interruption.make()
    XCTAssertEqual(try sh("sleep 1000").run(interruption: interruption).end, .interrupted)
  }

  func testRemainingProcessesOfTheGroupAreEnded() throws {
    let outcome = try sh("sleep 1000 & echo $!").run()
    let pid = try XCTUnwrap(pid_t(outcome.text.trimmingCharacters(in: .newlines)))
    // A killed orphan disappears once its adoptive parent has reaped it.
    for _ in 0..<200 where kill(pid, 0) == 0 && !Self.isZombie(pid) { usleep(10_000) }
    XCTAssertTrue(kill(pid, 0) != 0 || Self.isZombie(pid))
  }

  private static func isZombie(_ pid: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? false
  }

  func testMissingProgram() {
    XCTAssertThrowsError(try Subprocess(["no-such-program-here"], timeLimit: 60).run()) {
      XCTAssertEqual(
        $0 as? SubprocessError,
        .cannotStart("no-such-program-here", reason: "No such file or directory"))
      XCTAssertEqual(
        ($0 as? SubprocessError)?.phrase(.english),
        "no-such-program-here cannot be started: No such file or directory")
      XCTAssertEqual(
        ($0 as? SubprocessError)?.phrase(.chinese),
        "无法启动 no-such-program-here：No such file or directory")
    }
  }
}
