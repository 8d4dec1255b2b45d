import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Releases
import Syllabus
import Text
import XCTest

@testable import Authoring

/// Tests what `course new` writes, and what `course verify` then reports as missing.
final class SkeletonTests: FrameworkTestCase {
  private func package() throws -> CopiedPackage { try CopiedPackage(to: temporaryFolder()) }

  private func expect(
    _ error: SkeletonError, _ english: String, _ chinese: String, of body: () throws -> Void,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    XCTAssertThrowsError(try body(), file: file, line: line) {
      XCTAssertEqual($0 as? SkeletonError, error, file: file, line: line)
    }
    XCTAssertEqual(error.phrase(.english), english, file: file, line: line)
    XCTAssertEqual(error.phrase(.chinese), chinese, file: file, line: line)
  }

  func testAWeekIsAddedToTheListAtItsPlace() throws {
    let package = try package()
    let written = try Skeleton(package: package.folder)
      .addWeek("C1W5", module: "RecurrentNetwork", to: Course.weeks)
    XCTAssertTrue(
      try package.text("Sources/Syllabus/Course.swift")
        .contains("    C1W4.week,\n    C1W5.week,\n    C2W1a.week,\n"))
    XCTAssertTrue(
      try package.text("Package.swift")
        .contains("  \"C1W4-DeepNetwork\",\n  \"C1W5-RecurrentNetwork\",\n"))
    for path in written.map(\.path) {
      XCTAssertTrue(
        FileManager.default.fileExists(atPath: package.folder.appending(path: path).path), path)
    }
    XCTAssertEqual(
      try package.text("Exercises/C1W5-RecurrentNetwork/RecurrentNetwork.swift"),
      "import Syllabus\nimport Tensors\n")
  }

  func testAnExerciseIsWrittenToItsFivePlaces() throws {
    let package = try package()
    let skeleton = Skeleton(package: package.folder)
    let written = try skeleton.addExercise("cube", to: C1W2.week)
    XCTAssertEqual(
      written.filter(\.isNew).map(\.path),
      [
        "Solutions/C1W2-LogisticRegression/Mistakes+Cube.swift",
        "Tests/LogisticRegressionTests/CubeTests.swift",
      ])
    let syllabus = try package.text("Sources/Syllabus/LogisticRegression/C1W2.swift")
    XCTAssertTrue(syllabus.contains("model,\n      cube,\n    ])"), syllabus)
    XCTAssertTrue(syllabus.contains("\"cube\", week: \"C1W2\""))
    for (path, text) in [
      ("Solutions/C1W2-LogisticRegression/LogisticRegression.swift", "public func cube("),
      ("Solutions/C1W2-LogisticRegression/Mistakes.swift", " + cubeMistakes\n}"),
      ("Solutions/C1W2-LogisticRegression/Mistakes+Cube.swift", "C1W2.cube.mistaken("),
      ("Solutions/C1W2-LogisticRegression/Alternatives.swift", "C1W2.cube.alternative("),
      ("Sources/Syllabus/Hints/C1W2.en.md", "## cube\n"),
      ("Sources/Syllabus/Hints/C1W2.zh.md", "## cube\n"),
      ("Exercises/C1W2-LogisticRegression/README.md", "`cube`"),
      ("Exercises/C1W2-LogisticRegression/README.zh.md", "`cube`"),
    ] {
      XCTAssertTrue(try package.text(path).contains(text), "\(path) does not contain \(text)")
    }
    XCTAssertTrue(
      try Assigning(package: package.folder).stub(C1W2.week).contains("public func cube("))
  }

  func testVerifyReportsEveryLineMarkedTODO() throws {
    let package = try package()
    _ = try Skeleton(package: package.folder).addExercise("cube", to: C1W2.week)
    let suite = "Tests/LogisticRegressionTests/CubeTests.swift"
    let lines = try package.text(suite).components(separatedBy: "\n")
    let marked = lines.indices.filter { lines[$0].contains(Skeleton.mark) }.map { $0 + 1 }
    XCTAssertFalse(marked.isEmpty)
    let found = PackageCheck(
      weeks: [C1W2.week], package: package.folder, demos: ["C1W2"]
    ).problems()
    for line in marked {
      XCTAssertTrue(found.contains(.unwritten(file: suite, line: line)), "\(line)")
    }
  }

  func testInvalidNamesAreRejected() throws {
    let skeleton = Skeleton(package: try package().folder)
    expect(
      .badWeek("5"), "a week is called like C1W5 or C2W1a (course, week, part), got “5”",
      "周的编号形如 C1W5 或 C2W1a（课程、周、部分），而这里是“5”"
    ) { _ = try skeleton.addWeek("5", module: "Numbers", to: Course.weeks) }
    expect(
      .badModule("numbers"),
      "the module of a week is a type's name such as LogisticRegression, got “numbers”",
      "周的模块名写法与类型名相同，如 LogisticRegression，而这里是“numbers”"
    ) { _ = try skeleton.addWeek("C1W5", module: "numbers", to: Course.weeks) }
    expect(
      .badExercise("Cube"), "an exercise is a function's name such as sigmoid, got “Cube”",
      "练习名就是函数名，如 sigmoid，而这里是“Cube”"
    ) { _ = try skeleton.addExercise("Cube", to: C1W2.week) }
  }

  func testExistingFilesAreNotChanged() throws {
    let package = try package()
    let skeleton = Skeleton(package: package.folder)
    expect(
      .taken("C1W2.sigmoid"), "C1W2.sigmoid is there already; nothing was changed",
      "C1W2.sigmoid 已经存在；没有改动任何文件"
    ) { _ = try skeleton.addExercise("sigmoid", to: C1W2.week) }
    expect(
      .taken("C1W2 LogisticRegression"),
      "C1W2 LogisticRegression is there already; nothing was changed",
      "C1W2 LogisticRegression 已经存在；没有改动任何文件"
    ) { _ = try skeleton.addWeek("C1W2", module: "Numbers", to: Course.weeks) }
  }
}
