import Coursework
import Files
import Foundation
import Processes
import Syllabus

/// Updates the worker that the package manager linked after weeks were edited: compiles these and
/// relinks, in a third of the time that the package manager takes to find that nothing else has
/// changed.
///
/// The package manager's own products are left unchanged, so its next build works as usual.
struct WorkerUpdate {
  /// The folder of the manifest.
  let package: URL
  /// The folder of the programs built without optimization.
  let programs: URL

  /// The folder of objects of weeks, and of the list of libraries that the worker needs.
  private var folder: URL { programs.appending(path: "worker.update") }

  private var toolchain: Toolchain? {
    Toolchain(searching: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  /// Discards what was compiled, once the package manager has built everything anew.
  func forget() { try? FileManager.default.removeItem(at: folder) }

  /// Compiles the weeks and links the worker.
  ///
  /// - Returns: a build with the compiler's errors in one of the weeks, or `.built`; nil where only
  ///   the package manager can tell, because a signature has changed, the error is elsewhere, or
  ///   there is no suitable toolchain.
  /// - Throws: any error in starting a program.
  func run(_ edited: [Week], interruption: Interruption?) throws -> PackageBuild? {
    let list = programs.appending(path: "worker.product/Objects.LinkFileList")
    guard let toolchain, let objects = try? Self.objects(in: list)
    else {
      return nil
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for week in edited {
      let said = try compile(week, toolchain, interruption)
      guard said.succeeded else { return said.diagnostics.isEmpty ? nil : said }
    }
    guard let libraries = try libraries(of: objects, list: list, toolchain) else { return nil }
    let program = folder.appending(path: "worker")
    let command =
      [toolchain.program("clang")]
      + DirectBuild.linking(
        replacing(objects), libraries: libraries, runtime: toolchain.runtime,
        options: ["-pie", "-Wl,--defsym,main=worker_main"], to: program.path)
    let outcome = try Subprocess(command, timeLimit: 120).run(interruption: interruption)
    guard outcome.succeeded,
      rename(program.path, programs.appending(path: "worker").path) == 0
    else { return nil }
    return PackageBuild(succeeded: true, output: "")
  }

  /// Returns a build of the package manager with the errors that its formulas have once they have
  /// names, in place of those that say that the compiler gave up.
  func explaining(_ build: PackageBuild, interruption: Interruption?) throws -> PackageBuild {
    let asked = build.diagnostics.filter(NamedFormula.isNeeded)
    guard !asked.isEmpty, let toolchain else { return build }
    return try Course.weeks.reduce(build) { build, week in
      let place = package.appending(path: "Exercises/\(week.folder)").path + "/"
      guard asked.contains(where: { $0.file.hasPrefix(place) }) else { return build }
      return try explaining(build, of: week, toolchain, interruption)
    }
  }

  /// Compiles a week, looking for the types of a formula only as long as a formula that is right
  /// needs.
  private func compile(_ week: Week, _ toolchain: Toolchain, _ interruption: Interruption?) throws
    -> PackageBuild
  {
    let sources = try sources(of: week)
    let object = object(of: week)
    let quick = try compile(week, sources, Self.quickly, to: object, toolchain, interruption)
    guard quick.diagnostics.contains(where: NamedFormula.isNeeded) else { return quick }
    let explained = try explaining(quick, of: week, toolchain, interruption)
    // Where nothing else is wrong, the formula may be right and need a longer search.
    guard explained.diagnostics.allSatisfy(NamedFormula.isNeeded) else { return explained }
    return try compile(week, sources, [], to: object, toolchain, interruption)
  }

  /// A limit of a tenth of the compiler's own, which takes it five seconds to reach.
  ///
  /// The formulas of the solutions need less than a hundredth.
  private static let quickly = ["-solver-scope-threshold=100000"]

  /// Returns the build with the errors that the formulas have once they have names, in place of
  /// those that say that the compiler gave up.
  private func explaining(
    _ build: PackageBuild, of week: Week, _ toolchain: Toolchain, _ interruption: Interruption?
  ) throws -> PackageBuild {
    var build = build
    let copies = folder.appending(path: "formulas")
    defer { try? FileManager.default.removeItem(at: copies) }
    try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
    let sources = try sources(of: week)
    let asked = build.diagnostics.filter(NamedFormula.isNeeded)
    var formulas: [(error: PackageBuild.Diagnostic, lines: ClosedRange<Int>, copy: String)] = []
    var replaced: [String] = []
    for source in sources {
      let text = try String(contentsOfFile: source, encoding: .utf8)
      let copy = copies.appending(path: URL(fileURLWithPath: source).lastPathComponent)
      let found = asked.filter { $0.file == source }.compactMap { error in
        NamedFormula(at: error, in: text).map { (error: error, formula: $0) }
      }
      formulas += found.map { ($0.error, $0.formula.lines, copy.path) }
      try NamedFormula.naming(found.map(\.formula), in: text)
        .write(to: copy, atomically: false, encoding: .utf8)
      replaced.append(copy.path)
    }
    let said = try compile(
      week, replaced, Self.quickly, to: copies.appending(path: "object.o"), toolchain, interruption)
    for (error, lines, copy) in formulas {
      let clearer = said.diagnostics.first {
        $0.file == copy && lines.contains($0.line) && NamedFormula.isTrue($0)
      }
      if let clearer { build = build.replacing(error, by: clearer.message) }
    }
    return build
  }

  private func sources(of week: Week) throws -> [String] {
    let place = package.appending(path: "Exercises/\(week.folder)")
    return try FileTree(place).files.filter { $0.hasSuffix(".swift") }
      .map { place.appending(path: $0).path }
  }

  private func compile(
    _ week: Week, _ sources: [String], _ options: [String], to object: URL,
    _ toolchain: Toolchain, _ interruption: Interruption?
  ) throws -> PackageBuild {
    let kernels = package.appending(path: "Sources/CKernels/include")
    let build = DirectBuild(
      modules: programs.appending(path: "Modules").path,
      moduleMap: programs.appending(path: "CKernels.build/module.modulemap").path,
      headers: kernels.path, cache: programs.appending(path: "ModuleCache").path)
    let outcome = try Subprocess(
      [toolchain.program("swift-frontend")]
        + build.compiling(week.module, sources, to: object.path)
        + DirectBuild.learners + options,
      timeLimit: 600, outputLimit: 16 << 20
    ).run(interruption: interruption)
    return PackageBuild(succeeded: outcome.succeeded, output: outcome.text)
  }

  private func object(of week: Week) -> URL {
    folder.appending(path: "\(week.module).swift.o")
  }

  // MARK: What is linked

  private static func objects(in list: URL) throws -> [String] {
    try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map {
      $0.trimmingCharacters(in: ["'", "\""])
    }
  }

  /// Replaces the objects of weeks that were compiled here more recently than by the package
  /// manager.
  private func replacing(_ objects: [String]) -> [String] {
    var objects = objects
    for week in Course.weeks {
      let own = object(of: week)
      guard let compiled = own.modificationDate else { continue }
      let place = programs.appending(path: "\(week.module).build").path + "/"
      let theirs = objects.filter { $0.hasPrefix(place) && !$0.hasSuffix(".swiftmodule.o") }
      let latest = theirs.compactMap { URL(fileURLWithPath: $0).modificationDate }.max()
      guard compiled > latest ?? .distantPast else { continue }
      objects.removeAll { theirs.contains($0) }
      objects.append(own.path)
    }
    return objects
  }

  /// Returns the libraries that the objects need, determined only once.
  private func libraries(of objects: [String], list: URL, _ toolchain: Toolchain) throws
    -> [String]?
  {
    let file = folder.appending(path: "libraries")
    if !FileManager.default.fileExists(atPath: file.path) {
      let command = [toolchain.program("swift-autolink-extract")] + objects + ["-o", file.path]
      guard try Subprocess(command, timeLimit: 120).run().succeeded else { return nil }
    }
    return try? String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace)
      .map(String.init).filter { $0.hasPrefix("-l") }
  }
}
