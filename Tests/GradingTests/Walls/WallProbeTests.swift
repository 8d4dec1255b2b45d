import GradedTesting
import XCTest

@testable import Grading

final class WallProbeTests: FrameworkTestCase {
  func testNothingIsOpenBehindTheWalls() throws {
    let walls = try BuiltJudge.walls()
    let report = try WallProbe(walls, judge: BuiltJudge.shared.get()).run()
    XCTAssertEqual(report.holes, [])
    XCTAssertTrue(report.inForce.contains("no network"))
  }

  func testTheProbeFindsTheHolesOfNoWalls() throws {
    let walls = try Walls.none(toolchain: Toolchain())
    XCTAssertThrowsError(try WallProbe(walls, judge: BuiltJudge.shared.get()).run()) {
      XCTAssertEqual($0 as? GradingError, .noWalls)
    }
  }
}
