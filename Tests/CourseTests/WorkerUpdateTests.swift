import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Tensors
import XCTest

@testable import course

/// Tests that edited weeks are compiled and linked without the package manager.
final class WorkerUpdateTests: FrameworkTestCase {
  private let week = "C1W2-LogisticRegression"
  private var file: String { "Exercises/\(week)/LogisticRegression.swift" }

  /// A package whose worker was built by the package manager, made of links to the products here.
  private func builtPackage() throws -> (package: CoursePackage, update: WorkerUpdate) {
    #if !os(Linux)
      throw XCTSkip("weeks are linked this way only on Linux")
    #endif
    let package = try CoursePackage(in: temporaryFolder())
    let built = RunEnvironment.current.programs
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: built.path)
    where name.hasSuffix(".build") || name == "Modules" {
      try files.createSymbolicLink(
        at: package.programs.appending(path: name),
        withDestinationURL: built.appending(path: name))
    }
    try files.createSymbolicLink(
      at: package.folder.appending(path: "Sources/CKernels"),
      withDestinationURL: RunEnvironment.current.package.appending(path: "Sources/CKernels"))
    let list = "worker.product/Objects.LinkFileList"
    let objects = try String(contentsOf: built.appending(path: list), encoding: .utf8)
      .split(separator: "\n").map { line in
        let path = line.split(separator: "/").suffix(2).joined(separator: "/")
        return package.programs.appending(path: path).path
      }
    try package.write(objects.joined(separator: "\n") + "\n", to: ".build/debug/\(list)")
    return (package, WorkerUpdate(package: package.folder, programs: package.programs))
  }

  private func writeSigmoid(
    _ body: String, in package: CoursePackage, parameters: String = "_ z: Tensor"
  ) throws {
    let text = try package.text(file)
    guard let function = FunctionText(named: "sigmoid", in: text) else { return XCTFail(text) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(
      function.lines,
      with: ["public func sigmoid(\(parameters)) throws -> Tensor {", "  \(body)", "}"])
    try package.write(lines.joined(separator: "\n"), to: file)
  }

  private func run(_ update: WorkerUpdate) throws -> PackageBuild? {
    try update.run(Course.weeks.filter { $0.id == "C1W2" }, interruption: nil)
  }

  private func sigmoid(_ package: CoursePackage) throws -> Value {
    let client = WorkerClient(program: package.programs.appending(path: "worker"))
    return try Host.process(client).answer(C1W2.sigmoid.info, [.tensor(Tensor(0))])
  }

  func testTheLinkedWorkerAnswersWithTheEditedFunction() throws {
    let (package, update) = try builtPackage()
    for (body, answer) in [("return z + 3", 3.0), ("return z + 4", 4)] {
      try writeSigmoid(body, in: package)
      XCTAssertEqual(try run(update)?.succeeded, true, "the worker should be built")
      XCTAssertEqual(try sigmoid(package), .tensor(Tensor(answer)), body)
    }
  }

  func testAHelperFileBesideTheWeekBelongsToIt() throws {
    let (package, update) = try builtPackage()
    try package.write(
      "import Tensors\nfunc helped(_ z: Tensor) -> Tensor { z + 5 }\n",
      to: "Exercises/\(week)/Help.swift")
    try writeSigmoid("return helped(z)", in: package)
    XCTAssertEqual(try run(update)?.succeeded, true, "the worker should be built")
    XCTAssertEqual(try sigmoid(package), .tensor(Tensor(5)))
  }

  func testAnErrorIsTheCompilersAtTheLearnersLine() throws {
    let (package, update) = try builtPackage()
    try writeSigmoid("return np.exp(z)", in: package)
    let build = try XCTUnwrap(try run(update), "the package manager should not be needed")
    XCTAssertFalse(build.succeeded)
    XCTAssertEqual(build.diagnostics.map(\.message), ["cannot find 'np' in scope"])
    XCTAssertEqual(
      build.diagnostics.map(\.file), [package.folder.appending(path: file).path])
  }

  func testAFormulaOfTheWrongTypeSaysWhichItHas() throws {
    let (package, update) = try builtPackage()
    try writeSigmoid(
      "return try -(z * log(z) + (1 - z) * log(1 - z)).sum() / Double(z.count)", in: package)
    let build = try XCTUnwrap(try run(update), "the package manager should not be needed")
    XCTAssertEqual(
      build.diagnostics.map(\.message),
      ["cannot convert return expression of type 'Double' to return type 'Tensor'"])
    XCTAssertEqual(
      build.diagnostics.map(\.file), [package.folder.appending(path: file).path])
  }

  func testAFormulaForWhichThePackageManagerGaveUpSaysWhichTypeItHas() throws {
    let (package, update) = try builtPackage()
    try writeSigmoid("return z.sum() / Double(z.count)", in: package)
    let place = package.folder.appending(path: file).path
    let text = try package.text(file)
    let line =
      text.prefix(upTo: try XCTUnwrap(text.range(of: "return z.sum")).lowerBound)
      .count { $0 == "\n" } + 1
    let said = PackageBuild(
      succeeded: false,
      output: "\(place):\(line):10: error: the compiler is unable to type-check this expression in "
        + "reasonable time; try breaking up the expression into distinct sub-expressions\n")
    XCTAssertEqual(
      try update.explaining(said, interruption: nil).diagnostics.map(\.message),
      ["cannot convert return expression of type 'Double' to return type 'Tensor'"])
  }

  func testAChangedSignatureIsLeftToThePackageManager() throws {
    let (package, update) = try builtPackage()
    try writeSigmoid("return z", in: package, parameters: "_ z: Tensor, _ k: Int")
    XCTAssertNil(try run(update))
  }

  func testAPackageThatIsNotBuiltIsLeftToThePackageManager() throws {
    let package = try CoursePackage(in: temporaryFolder())
    let update = WorkerUpdate(package: package.folder, programs: package.programs)
    XCTAssertNil(try run(update))
  }

  /// Otherwise the next update would link the other weeks as they were before their last edits.
  func testABuildOfTheSuitesKeepsWhatWasCompiledForTheWorker() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let kept = ".build/debug/worker.update/LogisticRegression.swift.o"
    try watched.package.write("", to: kept)
    let suites = watched.package.programs.appending(
      path: "DeepLearningCoursePackageTests.xctest.built")
    try watched.package.write("0\n", to: ".build/debug/\(suites.lastPathComponent)")
    _ = try StartedProgram(
      ["check", "C1W2.sigmoid"], of: watched.package.program, language: "en",
      environment: watched.variables("en"), in: watched.package.folder
    ).answer()
    let builds = try watched.package.text("builds.txt")
    XCTAssertTrue(builds.contains("--product DeepLearningCoursePackageTests"), builds)
    XCTAssertNoThrow(try watched.package.text(kept), "the compiled weeks should be kept")
  }
}
