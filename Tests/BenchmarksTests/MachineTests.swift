import GradedTesting
import XCTest

@testable import Benchmarks

final class MachineTests: FrameworkTestCase {
  func testTheProcessorsNameIsReadFromItsDescription() {
    let text = "processor\t: 0\nmodel name\t: AMD EPYC 9R14: 2 cores\nmodel name\t: other\n"
    XCTAssertEqual(Machine.name(in: text), "AMD EPYC 9R14: 2 cores")
    XCTAssertNil(Machine.name(in: "processor\t: 0\n"))
  }
}
