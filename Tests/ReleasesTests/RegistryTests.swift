import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Text
import XCTest

@testable import Releases

/// Tests the lists generated from the syllabus.
final class RegistryTests: FrameworkTestCase {
  private let registry = Registry(weeks: Course.weeks)

  private func package() throws -> CopiedPackage {
    try CopiedPackage(
      to: temporaryFolder(),
      parts: ["Package.swift", "Sources/Demos", "Sources/reference", "Sources/worker"])
  }

  func testTheListsOfThePackageAreUpToDate() throws {
    XCTAssertEqual(
      try registry.differences(in: RunEnvironment.current.package).keys.sorted(), [])
  }

  func testEveryExerciseIsServedOnceByEachProgram() throws {
    for program in Registry.Program.allCases {
      for week in Course.weeks {
        let text = try XCTUnwrap(
          registry.files(of: program)[Registry.path(of: week, in: program)])
        for info in week.exercises.map(\.info) {
          let line = "\(info.id).served(by: \(info.name)),"
          XCTAssertEqual(text.components(separatedBy: line).count, 2, "\(program) \(info.id)")
        }
      }
    }
  }

  func testEveryFunctionThatAnotherCallsHasAStandIn() throws {
    let files = try registry.standIns(in: RunEnvironment.current.package)
    let text = files.values.joined()
    for id in Set(Course.exercises.flatMap(\.info.dependsOn)).sorted() {
      XCTAssertEqual(text.components(separatedBy: "try \(id).standIn(").count, 2, id)
    }
  }

  func testListsChangedByHandAreWrittenAgain() throws {
    let package = try package()
    let path = "Sources/worker/Serving/LogisticRegression+Serving.swift"
    let right = try package.text(path)
    try package.replace("  C1W2.l2Loss.served(by: l2Loss),\n", "", in: path)
    try package.write("Sources/worker/Serving/Gone+Serving.swift", "let gone = 0\n")
    try package.replace("  \"C1W3-ShallowNetwork\",\n", "", in: "Package.swift")
    let written = try registry.write(to: package.folder)
    XCTAssertEqual(
      written.map(\.path),
      [
        "Package.swift", "Sources/worker/Serving/Gone+Serving.swift", path,
      ])
    XCTAssertEqual(written.map(\.change), [.written, .removed, .written])
    XCTAssertEqual(try package.text(path), right)
    XCTAssertEqual(try registry.differences(in: package.folder).keys.sorted(), [])
  }

  func testAManifestOfSomeWeeksDiffersOnlyInTheWeeks() throws {
    let text = try package().text("Package.swift")
    let some = try Registry(weeks: [C1W2.week]).manifest(from: text)
    XCTAssertTrue(some.contains("let weekFolders = [\n  \"C1W2-LogisticRegression\",\n]\n"))
    XCTAssertEqual(try registry.manifest(from: some), text)
  }

  func testAManifestWithoutMarksIsReported() {
    XCTAssertThrowsError(try registry.manifest(from: "let package = 0\n")) {
      let error = $0 as? RegistryError
      XCTAssertEqual(
        error?.phrase(.english),
        "Package.swift has no lines that begin with “// BEGIN WEEKS” and “// END WEEKS”: "
          + "put them back around the list of weeks")
      XCTAssertEqual(
        error?.phrase(.chinese),
        "Package.swift 里没有以“// BEGIN WEEKS”和“// END WEEKS”开头的两行：请把它们放回周列表的前后")
    }
  }
}
