import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Benchmarks

final class ReferenceBuildTests: FrameworkTestCase {
  func testTheReferenceIsBuiltInTheConfigurationOfTheProgramThatTimesIt() throws {
    let package = try temporaryFolder()
    for (folder, configuration) in [
      ("x86_64-unknown-linux-gnu/release", "release"), ("x86_64-unknown-linux-gnu/debug", "debug"),
    ] {
      let programs = package.appending(path: ".build/\(folder)")
      try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
      XCTAssertEqual(
        ReferenceBuild.words(package: package, programs: programs),
        ["swift", "build", "-c", configuration, "--product", "reference"])
    }
  }

  func testNothingIsBuiltForProgramsOutsideThePackage() throws {
    let package = try temporaryFolder()
    XCTAssertNil(
      ReferenceBuild.words(package: package, programs: URL(fileURLWithPath: "/usr/bin")))
  }
}
