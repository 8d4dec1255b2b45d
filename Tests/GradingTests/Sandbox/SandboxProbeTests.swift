import GradedTesting
import Processes
import XCTest

@testable import Grading
@testable import Sandboxes

final class SandboxProbeTests: FrameworkTestCase {
  func testNothingIsOpenInsideTheSandbox() throws {
    let sandbox = try BuiltJudge.sandbox()
    let report = try SandboxProbe(sandbox, judge: BuiltJudge.shared.get()).run()
    XCTAssertEqual(report.holes, [])
    XCTAssertTrue(report.inForce.contains("no network"))
  }

  /// As bubblewrap 0.4 and 0.6 are.
  func testNothingIsOpenInsideTheSandboxOfAnOlderBubblewrap() throws {
    guard case .bubblewrap(let program, _) = try BuiltJudge.sandbox().kind else {
      return XCTFail("no bubblewrap")
    }
    for help in ["--seccomp FD", "--seccomp FD\n  --clearenv  Unset all"] {
      let old = Sandbox(
        kind: .bubblewrap(program, BubblewrapAbilities(help: help)), toolchain: try Toolchain())
      XCTAssertEqual(try SandboxProbe(old, judge: BuiltJudge.shared.get()).run().holes, [], help)
    }
  }

  func testASandboxThatCannotBeMadeIsToldAtOnce() throws {
    let sandbox = try BuiltJudge.sandbox()
    try sandbox.start()
    let broken = Sandbox(
      kind: .bubblewrap("/bin/false", BubblewrapAbilities(help: "")), toolchain: try Toolchain())
    XCTAssertThrowsError(try broken.start()) {
      XCTAssertEqual(
        $0 as? SandboxError,
        .sandboxDoesNotStart(reason: "exited(1)", NamespaceDenial()?.phrase))
    }
  }

  func testWithoutASandboxNothingIsStartedOrProbed() throws {
    let sandbox = try Sandbox.none(toolchain: Toolchain())
    XCTAssertThrowsError(try sandbox.start()) {
      XCTAssertEqual($0 as? SandboxError, .noSandbox())
    }
    XCTAssertThrowsError(try SandboxProbe(sandbox, judge: BuiltJudge.shared.get()).run()) {
      XCTAssertEqual($0 as? SandboxError, .noSandbox())
    }
  }
}
