import Coursework
import Foundation
import GradedTesting
import Syllabus
import XCTest

@testable import Grading

final class SourceRulesTests: FrameworkTestCase {
  private func problem(_ source: String, of week: Week = C1W2.week) -> CompilationProblem? {
    SourceRules(week: week, modules: ["Coursework", "Files", "Syllabus", "Tensors", "Text"])
      .problem(in: Data(source.utf8))?.problem
  }

  func testTheCoursesOwnModulesCannotBeImported() {
    for line in [
      "import Coursework", "@testable import Coursework", "import struct Coursework.AnswerFile",
      "internal import\n  Coursework", "import /* a */ Coursework", "import // a\n`Coursework`",
      "import Syllabus; import Coursework",
    ] {
      XCTAssertEqual(problem("import Syllabus\n\(line)\n"), .closedModule("Coursework"), line)
    }
    for line in [
      "import Syllabus", "import Tensors", "import Foundation", "@testable import Syllabus",
      "// Coursework of week 2", "// what is important: Files",
    ] {
      XCTAssertNil(problem(line), line)
    }
  }

  func testCodeGivenToOtherWeeksIsRefusedByName() throws {
    let call = "let a = ThreeLayerNetwork.sigmoid(z)"
    XCTAssertEqual(problem(call), .givenElsewhere("ThreeLayerNetwork"))
    XCTAssertEqual(
      problem("typealias N = `ThreeLayerNetwork`"), .givenElsewhere("ThreeLayerNetwork"))
    XCTAssertNil(problem(call, of: C2W2.week))
    XCTAssertEqual(
      problem("LayerParameters . he(sizes, seed: 1)", of: C2W1a.week),
      .givenElsewhere("LayerParameters.he"))
    XCTAssertNil(problem("let he = 1 // where he is", of: C2W1a.week))
  }

  func testNoSolutionAndNoStubIsRefused() throws {
    let package = RunEnvironment.current.package
    for week in Course.weeks {
      for folder in ["Exercises", "Solutions"] {
        let file = package.appending(path: "\(folder)/\(week.folder)/\(week.module).swift")
        let source = try String(contentsOf: file, encoding: .utf8)
        XCTAssertNil(problem(source, of: week), "\(folder)/\(week.folder)")
      }
    }
  }

  func testTheLineOfAProblemIsNamed() {
    let rules = SourceRules(week: C1W2.week, modules: ["Coursework"])
    XCTAssertEqual(rules.problem(in: Data("\n\nimport Coursework\n".utf8))?.line, 3)
  }

  func testOnlyFilesWithoutAttributesAndOtherModulesAreLinkedQuickly() {
    for (source, isKnown) in [
      ("import Syllabus\nimport Tensors\nimport Foundation\n", true),
      ("import Glibc\nlet a = 1\n", true), ("import RegexBuilder\n", false),
      ("import FoundationNetworking\n", false), ("import Tensors\n@inlinable func f() {}\n", false),
    ] {
      let data = Data(source.utf8)
      XCTAssertEqual(
        !SourceRules.hasAttributes(data) && SourceRules.importsKnownModules(data), isKnown, source)
    }
  }
}
