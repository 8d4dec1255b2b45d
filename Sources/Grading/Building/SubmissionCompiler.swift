import Coursework
import Files
import Foundation
import Processes
import Sandboxes
import Syllabus
import Text

/// The place inside the sandbox where one submission at a time is compiled and linked.
struct SubmissionCompiler: Sendable {
  /// The total compile time of a submission's files, in seconds.
  static let timeLimit = 60.0
  /// The least time that each file gets, in seconds, so that one file that uses up the total leaves
  /// enough for another of the same student.
  static let leastTime = 5.0
  /// The largest output of the compiler, in bytes.
  static let outputLimit = 1 << 20
  /// The largest number of diagnostics kept for one week.
  static let mostComplaints = 10

  enum Compilation: Sendable {
    case compiled(URL)
    case refused([PackageBuild.Diagnostic])
  }

  let inputs: BuildInputs
  /// The folder of this compiler alone.
  let folder: URL
  /// The language of messages beside the compiler's own.
  let language: Language
  let group: ControlGroup?
  /// The compile time that the submission has used, in seconds.
  private let taken = Locked(0.0)

  /// Resets the compile time for another submission.
  func begin() { taken.withLock { $0 = 0 } }

  /// The time limit of the next file, in seconds.
  private var timeLeft: Double {
    max(Self.leastTime, Self.timeLimit - taken.withLock { $0 })
  }

  private var sandbox: Sandbox { inputs.sandbox }

  /// Compiles a learner's file as `swift build` does, together with the learner's own files beside
  /// it, since the module of a week is its folder.
  func compile(
    _ source: Data, with helpers: [String: Data] = [:], of week: Week, to object: URL,
    fillsCache: Bool = false, interface: URL? = nil
  ) throws -> Compilation {
    let path = Self.path(of: week)
    let sources = folder.appending(path: "sources")
    // One learner's files must not remain beside another's.
    defer { if !helpers.isEmpty { try? FileManager.default.removeItem(at: sources) } }
    let file = sources.appending(path: path)
    let place = file.deletingLastPathComponent()
    let others = helpers.keys.sorted()
    for (name, content) in [(file.lastPathComponent, source)] + others.map({ ($0, helpers[$0]) }) {
      let file = place.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Self.write(content ?? Data(), to: file)
    }
    let made = try emptied("made")
    let mounts = mounts(made: made, sources: sources, fillsCache: fillsCache)
    let name = "\(week.module).swift.o"
    var arguments =
      frontend(
        mounts, module: week.module, [file] + others.map { place.appending(path: $0) },
        to: made.appending(path: name))
      + DirectBuild.learners
    if interface != nil {
      let place = made.appending(path: "\(week.module).swiftmodule")
      arguments += ["-emit-module-path", sandbox.seen(place.path, in: mounts)]
    }
    let outcome = try run(arguments, in: mounts)
    let product = made.appending(path: name)
    guard outcome.succeeded, Self.isFile(product) else {
      return .refused(
        diagnostics(
          of: outcome, file: path, seen: sandbox.seen(file.path, in: mounts), others: others))
    }
    try Self.move(product, to: object)
    if let interface {
      try Self.move(made.appending(path: "\(week.module).swiftmodule"), to: interface)
    }
    return .compiled(object)
  }

  /// Compiles the list of a week's functions against a learner's own interface, which shows whether
  /// a changed signature still fits.
  ///
  /// - Parameters:
  ///   - week: the week.
  ///   - list: the text of the list.
  ///   - interface: the learner's own interface.
  ///   - object: the object file to write.
  /// - Returns: the object file, or the compiler's diagnostics.
  /// - Throws: any error that keeps the compiler from running.
  func compileServing(of week: Week, _ list: String, interface: URL, to object: URL) throws
    -> Compilation
  {
    let name = "\(week.module)+Serving.swift"
    let sources = try emptied("serving")
    let file = sources.appending(path: name)
    try Self.write(Data(list.utf8), to: file)
    try FileManager.default.copyItem(
      at: interface, to: sources.appending(path: "\(week.module).swiftmodule"))
    let made = try emptied("made")
    let mounts = mounts(made: made, sources: sources, fillsCache: false)
    let arguments =
      frontend(mounts, module: "worker", [file], to: made.appending(path: "serving.o"))
      + [
        // The course's library looks for the list in the program.
        "-enable-testing", "-I", sandbox.seen(sources.path, in: mounts),
        "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "InternalImportsByDefault",
        "-enable-upcoming-feature", "MemberImportVisibility",
      ]
    let outcome = try run(arguments, in: mounts)
    let product = made.appending(path: "serving.o")
    guard outcome.succeeded, Self.isFile(product) else {
      let own = diagnostics(of: outcome, file: name, seen: sandbox.seen(file.path, in: mounts))
      return .refused(own)
    }
    try Self.move(product, to: object)
    return .compiled(object)
  }

  /// Links a worker from the objects of the weeks and the course's own library, which must lie
  /// beside it at run time.
  ///
  /// Only an attribute gives a function a name that is not its own module's: where a submission has
  /// one, the course's objects are linked themselves, so that a name of theirs is taken twice.
  ///
  /// - Parameters:
  ///   - objects: the objects of the weeks.
  ///   - hasAttributes: whether the submission has an attribute.
  ///   - libraries: the options for libraries besides those of the worker built from the stubs.
  ///   - program: the program to write.
  /// - Returns: nil on success, otherwise the linker's output.
  /// - Throws: any error that keeps the linker from running.
  func link(
    _ objects: [URL], hasAttributes: Bool, libraries: [String], to program: URL
  ) throws -> String? {
    try link(objects, to: program) { seen, product in
      let course =
        hasAttributes ? [inputs.courseObject] : [inputs.entryObject, inputs.courseLibrary]
      // Whatever a submission calls `main`, the program begins in the course's own.
      let entry = hasAttributes ? "-Wl,--defsym,main=worker_main" : "-Wl,-rpath,$ORIGIN"
      return [sandbox.toolchain.program("clang")]
        + DirectBuild.linking(
          (course + objects).map(seen), libraries: inputs.libraries + libraries,
          runtime: sandbox.toolchain.runtime, options: ["-pie", entry], to: product)
    }
  }

  /// Links a worker as `link(_:hasAttributes:libraries:to:)` does without attributes, in a third of
  /// the time, but without noticing that a name is missing.
  ///
  /// - Returns: whether it succeeded.
  func linkAssumingNothingIsMissing(_ objects: [URL], to program: URL) throws -> Bool {
    guard let linker = inputs.linker else { return false }
    let said = try link(objects, to: program) { seen, product in
      linker.linking(
        ([inputs.entryObject, inputs.courseLibrary] + objects).map(seen), to: product)
    }
    return said == nil
  }

  private func link(
    _ objects: [URL], to program: URL,
    by command: (_ seen: (URL) -> String, _ product: String) -> [String]
  ) throws -> String? {
    let made = try emptied("made")
    var mounts = mounts(made: made, sources: nil, fillsCache: false)
    mounts.list += objects.filter { !$0.path.hasPrefix(inputs.folder.path) }.map {
      Mounts.Mount(outside: $0.path, inside: "/objects/\($0.lastPathComponent)")
    }
    let product = made.appending(path: "worker")
    func seen(_ file: URL) -> String { sandbox.seen(file.path, in: mounts) }
    let outcome = try run(command(seen, seen(product)), in: mounts)
    guard outcome.succeeded, Self.isFile(product) else {
      return outcome.text.isEmpty ? "\(outcome.end)" : outcome.text
    }
    try Self.move(product, to: program)
    return nil
  }
}

// MARK: Looking up lines

extension SubmissionCompiler {
  /// The command line, lacking only the addresses, that symbolizes addresses of a linked worker,
  /// whose sections a learner may have written.
  func symbolizer(of program: URL) -> [String]? {
    guard sandbox.exists else { return nil }
    let mounts = Mounts(
      list: [Mounts.Mount(outside: program.path, inside: "/work/worker")], hasCompiler: true)
    let words =
      [sandbox.toolchain.program("llvm-symbolizer")]
      + WorkerLaunch.symbolizerArguments(of: sandbox.seen(program.path, in: mounts))
    return sandbox.command(words, in: mounts, limits: .compiler, group: group)
  }
}

// MARK: The parts of a command

extension SubmissionCompiler {
  /// `Exercises/C1W2-LogisticRegression/LogisticRegression.swift`.
  static func path(of week: Week) -> String { "Exercises/\(week.folder)/\(week.module).swift" }

  private func mounts(made: URL, sources: URL?, fillsCache: Bool) -> Mounts {
    var list = [
      Mounts.Mount(outside: inputs.folder.path, inside: "/inputs"),
      Mounts.Mount(outside: made.path, inside: "/made", isWritable: true),
    ]
    if let sources { list.append(Mounts.Mount(outside: sources.path, inside: "/course")) }
    if fillsCache {
      list.append(
        Mounts.Mount(
          outside: inputs.folder.appending(path: "cache").path, inside: "/inputs/cache",
          isWritable: true))
    }
    return Mounts(list: list, hasCompiler: true)
  }

  /// The command line of the compiler itself, without the driver and without a path to any plugin.
  ///
  /// Several files are compiled as one module, into one object.
  private func frontend(
    _ mounts: Mounts, module: String, _ sources: [URL], to output: URL
  ) -> [String] {
    func seen(_ file: URL) -> String { sandbox.seen(file.path, in: mounts) }
    func input(_ name: String) -> String { seen(inputs.folder.appending(path: name)) }
    let build = DirectBuild(
      modules: input("modules"), moduleMap: input("CKernels/module.modulemap"),
      headers: input("CKernels"), cache: input("cache"))
    return [sandbox.toolchain.program("swift-frontend")]
      + build.compiling(module, sources.map(seen), to: seen(output))
      + ["-file-compilation-dir", "/course"]
  }

  /// - Throws: `GradingError.compilerDoesNotStart` when the compiler did not even start, which is
  ///   not the fault of the files it was to compile.
  private func run(_ arguments: [String], in mounts: Mounts) throws -> Subprocess.Outcome {
    let announced = WorkerLaunch.announced(arguments, on: STDOUT_FILENO)
    let command = sandbox.command(announced, in: mounts, limits: .compiler, group: group)
    let outcome = try Subprocess(
      command, environment: sandbox.exists ? [:] : nil, timeLimit: timeLeft,
      outputLimit: Self.outputLimit
    ).run()
    taken.withLock { $0 += outcome.seconds }
    let isBegun = outcome.output.first == UInt8(ascii: ".")
    // A shell exits with 126 or 127 when it cannot start the program.
    if !isBegun || outcome.end == .exited(126) || outcome.end == .exited(127) {
      let said = outcome.text.drop { $0 == "." }.suffix(500)
      let reason = said.trimmingCharacters(in: .whitespacesAndNewlines)
      throw GradingError.compilerDoesNotStart(reason: reason.isEmpty ? "\(outcome.end)" : reason)
    }
    return Subprocess.Outcome(
      end: outcome.end, output: outcome.output.dropFirst(), seconds: outcome.seconds)
  }

  /// Returns an empty folder of the compiler.
  private func emptied(_ name: String) throws -> URL {
    let place = folder.appending(path: name)
    try FileManager.default.makeEmptyFolder(place)
    return place
  }

  private static func isFile(_ url: URL) -> Bool {
    let type = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type]
    return type as? FileAttributeType == .typeRegular
  }

  private static func move(_ file: URL, to place: URL) throws {
    guard rename(file.path, place.path) == 0 else {
      throw GradingError.cannotWrite(file: place.path, reason: SystemError().description)
    }
  }

  private static func write(_ data: Data, to file: URL) throws {
    do {
      try data.write(to: file)
    } catch {
      throw GradingError.cannotWrite(file: file.path, reason: Phrase(reasonOf: error)(.current))
    }
  }

  /// Returns the compiler's diagnostics for the learner's file, or a reason why there are none.
  private func diagnostics(
    of outcome: Subprocess.Outcome, file: String, seen: String, others: [String] = []
  ) -> [PackageBuild.Diagnostic] {
    func sole(_ problem: CompilationProblem) -> [PackageBuild.Diagnostic] {
      [problem.diagnostic(of: file, language)]
    }
    switch outcome.end {
    case .timedOut:
      return sole(.compilerStopped(seconds: Int(outcome.seconds.rounded())))
    case .flooded: return sole(.compilerFlooded)
    case .signalled, .interrupted, .exited(128...): break
    case .exited: break
    }
    let all = PackageBuild(succeeded: false, output: outcome.text).diagnostics
    // `#sourceLocation` may claim another file, but never one that was not handed in.
    let folder = file.prefix(through: file.lastIndex(of: "/") ?? file.startIndex)
    let own = all.prefix(Self.mostComplaints).map { diagnostic in
      let helper = others.first { diagnostic.file.hasSuffix("\(folder)\($0)") }
      return PackageBuild.Diagnostic(
        file: helper.map { folder + $0 } ?? file, line: diagnostic.line, column: diagnostic.column,
        message: diagnostic.message.sanitized)
    }
    guard own.isEmpty else { return Array(own) }
    switch outcome.end {
    case .signalled, .exited(128...):
      return sole(.compilerCrashed(gigabytes: SandboxLimits.compiler.memory >> 30))
    default:
      return sole(.compilerRefuses(output: String(outcome.text.suffix(500))))
    }
  }
}
