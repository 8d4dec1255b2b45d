import GradedTesting
import XCTest

@testable import Grading

final class SandboxProbeTests: FrameworkTestCase {
  func testNothingIsOpenInsideTheSandbox() throws {
    let sandbox = try BuiltJudge.sandbox()
    let report = try SandboxProbe(sandbox, judge: BuiltJudge.shared.get()).run()
    XCTAssertEqual(report.holes, [])
    XCTAssertTrue(report.inForce.contains("no network"))
  }

  func testTheProbeFindsTheHolesWithoutASandbox() throws {
    let sandbox = try Sandbox.none(toolchain: Toolchain())
    XCTAssertThrowsError(try SandboxProbe(sandbox, judge: BuiltJudge.shared.get()).run()) {
      XCTAssertEqual($0 as? GradingError, .noSandbox)
    }
  }
}
