import Coursework
import Files
import Foundation
import GradedTesting
import Syllabus
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports

/// A week that does not compile or cannot be linked costs its own points and no other's.
final class CompilationTests: FrameworkTestCase {
  private let head = "public func sigmoid(_ z: Tensor) throws -> Tensor {"
  private let (first, second) = (C1W2.week, C2W1c.week)

  /// The weeks' solutions with a change in the first.
  private func graded(_ change: (String) -> String) throws -> [WeekResult] {
    let grader = try BuiltJudge.grader(self, weeks: [first, second])
    let sources = [
      first.id: Data(change(try BuiltJudge.solution(first)).utf8),
      second.id: Data(try BuiltJudge.solution(second).utf8),
    ]
    let submission = Submission(student: Student(id: "s", name: "s"), sources: sources)
    let result = try XCTUnwrap(try grader.grade([submission]).first)
    XCTAssertNil(result.fault)
    return result.weeks
  }

  private func expectOnlyTheFirstWeekLost(
    _ weeks: [WeekResult], _ words: String, file: StaticString = #filePath, line: UInt = #line
  ) {
    let lost = weeks[0].tests.map(\.record)
    XCTAssertTrue(lost.allSatisfy { $0.verdict == .doesNotCompile }, file: file, line: line)
    XCTAssertEqual(
      lost.reduce(0) { $0 + $1.possible }, first.points, accuracy: 1e-9, file: file, line: line)
    let said = weeks[0].diagnostics.map(\.message).joined(separator: "\n")
    XCTAssertTrue(said.contains(words), said, file: file, line: line)
    let kept = weeks[1].tests.map(\.record)
    XCTAssertTrue(kept.allSatisfy { $0.verdict == .passed }, file: file, line: line)
  }

  func testACompilerThatDoesNotStartIsNoFaultOfTheFile() throws {
    let place = try ClassFolder()
    let mark = try place.write("inputs/\(BuildInputs.markName)", #"{"libraries":[],"names":{}}"#)
    let inputs = try BuildInputs(
      judge: BuiltJudge.shared.get(), sandbox: BuiltJudge.sandbox(),
      folder: mark.deletingLastPathComponent(), language: .english)
    try FileManager.default.removeItem(at: inputs.folder)
    let compiler = SubmissionCompiler(
      inputs: inputs, folder: place.url, language: .english, group: nil)
    let source = Data(try BuiltJudge.solution(first).utf8)
    let object = place.url.appending(path: "object.o")
    XCTAssertThrowsError(try compiler.compile(source, of: first, to: object)) { error in
      let said = (error as? GradingError).map { $0.phrase(.english) } ?? "\(error)"
      XCTAssertEqual(
        said,
        "the compiler does not start: bwrap: Can't find source path \(inputs.folder.path): "
          + "No such file or directory")
    }
  }

  func testOtherModulesOfSwiftAreLinkedAsAtHome() throws {
    let weeks = try graded { source in
      "import Observation\nimport RegexBuilder\n" + source
        + """

        func digits(_ s: String) -> Bool { s.contains(Regex { OneOrMore(.digit) }) }
        func registrar() -> ObservationRegistrar { ObservationRegistrar() }

        """
    }
    XCTAssertEqual(weeks[0].diagnostics, [])
    XCTAssertTrue(weeks[0].tests.allSatisfy { $0.record.verdict == .passed })
  }

  func testAModuleOfTheNetworkMayBeImportedAndIsNamedWhereItIsUsed() throws {
    let session = "\nfunc session() -> URLSession { URLSession.shared }\n"
    for (addition, diagnostics) in [
      ("", []),
      (
        session,
        [
          "it uses FoundationNetworking, which is not there when a class is graded, and which no "
            + "exercise needs"
        ]
      ),
    ] {
      let weeks = try graded { "import FoundationNetworking\n" + $0 + addition }
      XCTAssertEqual(weeks[0].diagnostics.map(\.message), diagnostics)
    }
  }

  func testOnlyWhatLacksNoFunctionIsLinkedWithoutLookingForNames() throws {
    let place = try ClassFolder()
    let inputs = try BuiltJudge.grader(self, weeks: [first]).inputs
    let compiler = SubmissionCompiler(
      inputs: inputs, folder: place.url, language: .english, group: nil)
    let solution = try BuiltJudge.solution(first)
    for (source, isWhole) in [
      (solution, true),
      (solution.replacingOccurrences(of: "func sigmoid(", with: "func squash("), false),
    ] {
      let source = isWhole ? source : source + "\nfunc sigmoid(_ z: Tensor) -> Tensor { z }\n"
      let object = place.url.appending(path: "object.o")
      guard case .compiled = try compiler.compile(Data(source.utf8), of: first, to: object) else {
        return XCTFail("the file should compile: whole is \(isWhole)")
      }
      XCTAssertEqual(try inputs.hasAllNames(of: first, object), isWhole)
      guard isWhole else { continue }
      let rest = Course.weeks.map { $0.id == first.id ? object : inputs.stubObject($0) }
      let program = place.url.appending(path: "worker")
      XCTAssertTrue(
        try compiler.linkAssumingNothingIsMissing(
          rest + Course.weeks.map(inputs.servingObject), to: program))
      XCTAssertTrue(FileManager.default.isExecutableFile(atPath: program.path))
    }
  }

  func testAnErrorIsToldInTheLearnersOwnLine() throws {
    var place = 0
    let weeks = try graded { source in
      let changed = source.replacingOccurrences(
        of: head, with: "\(head)\n  let x: Int = \"no\"")
      let lines = changed.components(separatedBy: "\n")
      place = (lines.firstIndex { $0.contains("\"no\"") } ?? -1) + 1
      return changed
    }
    expectOnlyTheFirstWeekLost(weeks, "cannot convert value of type 'String'")
    XCTAssertEqual(weeks[0].diagnostics.first?.line, place)
    XCTAssertEqual(
      weeks[0].diagnostics.first?.file, "Exercises/C1W2-LogisticRegression/LogisticRegression.swift"
    )
  }

  func testANameOfTheCoursesOwnProgramIsRefused() throws {
    let weeks = try graded { "@_cdecl(\"worker_main\") public func mine() -> Int32 { 0 }\n" + $0 }
    expectOnlyTheFirstWeekLost(weeks, "worker_main")
  }

  func testAMissingFunctionIsNamed() throws {
    let weeks = try graded { $0.replacingOccurrences(of: "func sigmoid(", with: "func sigmod(") }
    expectOnlyTheFirstWeekLost(weeks, "sigmoid")
  }

  /// The file without the functions of these names.
  private func without(_ names: [String], in source: String) throws -> String {
    var lines = source.components(separatedBy: "\n")
    for name in names {
      let start = try XCTUnwrap(lines.firstIndex { $0.hasPrefix("public func \(name)(") })
      let end = try XCTUnwrap(lines[start...].firstIndex(of: "}"))
      lines.removeSubrange(start...end)
    }
    return lines.joined(separator: "\n")
  }

  func testAFileHandedOutBeforeAnExerciseWasAddedLosesNothingElse() throws {
    let later = ["imageToVector", "softmax", "l2Loss"]
    let weeks = try graded { (try? without(later, in: $0)) ?? $0 }
    XCTAssertEqual(weeks[0].diagnostics, [])
    for record in weeks.flatMap(\.tests).map(\.record) {
      let isLater = record.week == first.id && later.contains(record.exercise)
      XCTAssertEqual(
        record.verdict, isLater ? .notStarted : .passed, "\(record.exercise): \(record.message)")
    }
    let lost = first.exercises.map(\.info).filter { later.contains($0.name) }
    XCTAssertEqual(
      weeks[0].tests.reduce(0) { $0 + $1.record.points },
      first.points - lost.reduce(0) { $0 + $1.points }, accuracy: 1e-9)
  }

  func testAFunctionThatNobodyElseCanCallIsNamed() throws {
    let weeks = try graded { $0.replacing("public func l2Loss(", with: "private func l2Loss(") }
    expectOnlyTheFirstWeekLost(weeks, "signature")
  }

  func testAFunctionThatNoLongerThrowsStillFits() throws {
    let weeks = try graded {
      $0.replacingOccurrences(
        of: head,
        with:
          "public func sigmoid(_ z: Tensor) -> Tensor { 1 / (1 + exp(-z)) }\nfunc other(_ z: Tensor) throws -> Tensor {"
      )
    }
    let records = weeks[0].tests.map(\.record)
    XCTAssertEqual(weeks[0].diagnostics, [])
    XCTAssertTrue(
      records.allSatisfy { $0.verdict == .passed },
      "\(records.first { $0.verdict != .passed }?.message ?? "")")
  }

  func testWhatWasNotHandedInIsNotStarted() throws {
    let grader = try BuiltJudge.grader(self, weeks: [first])
    let nothing = Submission(student: Student(id: "s", name: "s"), sources: [:])
    let result = try XCTUnwrap(try grader.grade([nothing]).first)
    XCTAssertFalse(result.weeks[0].isHandedIn)
    XCTAssertTrue(result.weeks[0].tests.allSatisfy { $0.record.points == 0 })
    XCTAssertEqual(
      result.weeks[0].tests.reduce(0) { $0 + $1.record.possible }, first.points, accuracy: 1e-9)
  }
}
