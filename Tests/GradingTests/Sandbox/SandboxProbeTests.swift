import GradedTesting
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

  func testASandboxThatCannotBeMadeIsToldAtOnce() throws {
    let sandbox = try BuiltJudge.sandbox()
    try sandbox.start()
    let broken = Sandbox(
      kind: .bubblewrap("/bin/false", deniesNamespaces: false), toolchain: try Toolchain())
    XCTAssertThrowsError(try broken.start()) {
      XCTAssertEqual($0 as? SandboxError, .sandboxDoesNotStart(reason: "exited(1)"))
    }
  }

  func testTheProbeFindsTheHolesWithoutASandbox() throws {
    let sandbox = try Sandbox.none(toolchain: Toolchain())
    XCTAssertThrowsError(try sandbox.start()) {
      XCTAssertEqual($0 as? SandboxError, .noSandbox)
    }
    XCTAssertThrowsError(try SandboxProbe(sandbox, judge: BuiltJudge.shared.get()).run()) {
      XCTAssertEqual($0 as? SandboxError, .noSandbox)
    }
  }
}
