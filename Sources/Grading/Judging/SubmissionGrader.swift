import Coursework
import Files
import Foundation
import Intake
import Processes
import Releases
import Sandboxes
import Syllabus
import Text

/// Grades one submission after another in a folder and control group of its own.
final class SubmissionGrader {
  private let grader: ClassGrader
  private let folder: URL
  private let compiler: SubmissionCompiler
  /// The learner's own files that each week's module was compiled with.
  private var helpers: [String: [String: Data]] = [:]
  /// The control group of the workers, separate from the compiler's.
  private let workerGroup: ControlGroup?

  init(grader: ClassGrader, number: Int) throws {
    self.grader = grader
    folder = grader.folder.appending(path: "\(number)")
    try FileManager.default.makeEmptyFolder(folder)
    let isSandboxed = grader.sandbox.exists
    workerGroup = isSandboxed ? ControlGroup("worker", limits: grader.limits) : nil
    compiler = SubmissionCompiler(
      inputs: grader.inputs, folder: folder.appending(path: "compiler"), language: grader.language,
      group: isSandboxed ? ControlGroup("compiler", limits: .compiler) : nil)
    try FileManager.default.createDirectory(
      at: compiler.folder, withIntermediateDirectories: true)
    // A copy, whose place says nothing of where the course lies.
    try FileManager.default.copyItem(at: grader.inputs.courseLibrary, to: library)
  }

  /// Ends what remains of its groups and removes its folder.
  func end() {
    workerGroup?.remove()
    compiler.group?.remove()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Grades a submission; an error that prevents grading is stored in the result.
  ///
  /// - Returns: the result, or nil when grading was interrupted.
  func grade(_ submission: Submission) -> SubmissionResult? {
    let start = ContinuousClock.now
    var weeks: [WeekResult] = []
    var fault: String?
    // A second attempt covers failures that are not the submission's: a full disk, or a system
    // short of processes.
    for _ in 0..<2 {
      do {
        fault = nil
        weeks = try examine(submission)
        break
      } catch {
        fault = Phrase(of: error)(grader.language).sanitized
      }
      if grader.interruption.isMade { return nil }
    }
    if grader.interruption.isMade { return nil }
    return SubmissionResult(
      student: submission.student, attempt: submission.attempt, submitted: submission.submitted,
      digest: submission.digest, release: submission.release, refusals: submission.refusals,
      weeks: weeks, fault: fault, seconds: (ContinuousClock.now - start) / .seconds(1),
      handIn: submission.handIn,
      seed: grader.secret.seed(of: submission.student, attempt: submission.attempt))
  }

  /// The state of a week before anything is run.
  private enum Preparation {
    case notHandedIn
    /// The file is exactly as it was handed out.
    case untouched
    case compiled(URL, serving: URL?)
    case refused([PackageBuild.Diagnostic])
  }

  private func examine(_ submission: Submission) throws -> [WeekResult] {
    grader.sandbox.begin()
    compiler.begin()
    let weeks = Result { try verdicts(on: submission) }
    try grader.sandbox.end()
    return try weeks.get()
  }

  private func verdicts(on submission: Submission) throws -> [WeekResult] {
    var prepared: [String: Preparation] = [:]
    for week in grader.weeks { prepared[week.id] = try prepare(week, of: submission) }
    let runnable = try link(&prepared, of: submission)
    try grader.sandbox.end()
    let seed = grader.secret.seed(of: submission.student, attempt: submission.attempt)
    let records = try run(
      runnable, grader.judge.suites, expected: grader.pristine.graded, "tests", seed: seed)
    let hidden =
      try grader.judge.hiddenSuites.isEmpty
      ? [:]
      : run(
        runnable, Dictionary(uniqueKeysWithValues: runnable.map { ($0.id, []) }),
        expected: grader.pristine.hidden, "hidden", seed: seed,
        others: grader.judge.hiddenSuites)
    return grader.weeks.map { week in
      result(
        of: week, prepared[week.id] ?? .notHandedIn, records[week.id] ?? [],
        hidden[week.id] ?? [])
    }
  }

  private func prepare(_ week: Week, of submission: Submission) throws -> Preparation {
    guard let source = submission.sources[week.id] else { return .notHandedIn }
    if ReleaseMarker.pristine(source) == grader.judge.stubs[week.id] { return .untouched }
    let rules = SourceRules(week: week, modules: grader.inputs.modules)
    if let (problem, line) = rules.problem(in: source) {
      let path = SubmissionCompiler.path(of: week)
      return .refused([problem.diagnostic(of: path, line: line, grader.language)])
    }
    let object = folder.appending(path: "\(week.module).swift.o")
    // A file beside it that breaks the rules is treated as absent.
    helpers[week.id] = submission.helpers[week.id]?.filter { rules.problem(in: $0.value) == nil }
    let others = helpers[week.id] ?? [:]
    switch try compiler.compile(source, with: others, of: week, to: object) {
    case .compiled(let object): return .compiled(object, serving: nil)
    case .refused(let diagnostics):
      // A scratch file handed in beside the work must not make the work fail.
      if !others.isEmpty,
        case .compiled(let object) = try compiler.compile(source, of: week, to: object)
      {
        helpers[week.id] = nil
        return .compiled(object, serving: nil)
      }
      return .refused(diagnostics)
    }
  }

  private func result(
    of week: Week, _ preparation: Preparation, _ records: [Record], _ hidden: [Record]
  ) -> WeekResult {
    func tests(_ ran: [Record], _ pristine: [Record], isHidden: Bool) -> [TestResult] {
      let pristine = pristine.filter { $0.week == week.id }
      let records: [Record]
      switch preparation {
      case .notHandedIn, .untouched: records = pristine
      case .compiled: records = ran
      case .refused(let diagnostics):
        let first = diagnostics.first
        let message = first.map { "\($0.file):\($0.line): \($0.message)" } ?? ""
        records = pristine.map { $0.replaced(by: .doesNotCompile, message: message) }
      }
      return records.map { TestResult(record: $0, memory: $0.memory, isHidden: isHidden) }
    }
    var diagnostics: [PackageBuild.Diagnostic] = []
    if case .refused(let found) = preparation { diagnostics = found }
    var isHandedIn = true
    if case .notHandedIn = preparation { isHandedIn = false }
    return WeekResult(
      week: week.id, isHandedIn: isHandedIn, diagnostics: diagnostics,
      tests: tests(records, grader.pristine.graded, isHidden: false)
        + tests(hidden, grader.pristine.hidden, isHidden: true))
  }
}

// MARK: Linking

extension SubmissionGrader {
  private var program: URL { folder.appending(path: "worker") }

  /// The library that the worker loads from its own folder.
  private var library: URL { folder.appending(path: BuildInputs.libraryName) }

  /// Links a worker from the weeks that compile, and rejects those that cannot be linked.
  ///
  /// - Returns: the weeks whose functions the worker serves from the learner's code.
  private func link(_ prepared: inout [String: Preparation], of submission: Submission) throws
    -> [Week]
  {
    func compiled(_ prepared: [String: Preparation]) -> [Week] {
      grader.weeks.filter {
        if case .compiled = prepared[$0.id] { true } else { false }
      }
    }
    let candidates = compiled(prepared)
    guard !candidates.isEmpty else { return [] }
    let sources = Array(submission.sources.values) + submission.helpers.values.flatMap(\.values)
    let hasAttributes = sources.contains(where: SourceRules.hasAttributes)
    func attempt(_ prepared: [String: Preparation]) throws -> String? {
      try compiler.link(
        objects(prepared), hasAttributes: hasAttributes,
        libraries: SourceRules.libraries(
          importedBy: sources, in: grader.sandbox.toolchain.runtime), to: program)
    }
    if !hasAttributes, sources.allSatisfy(SourceRules.importsKnownModules),
      try haveAllNames(prepared),
      try compiler.linkAssumingNothingIsMissing(objects(prepared), to: program)
    {
      return candidates
    }
    if try attempt(prepared) == nil { return candidates }
    // Weeks are added one at a time, so that each gets its own diagnostics.
    var accepted = prepared.filter { if case .compiled = $0.value { false } else { true } }
    for week in candidates {
      accepted[week.id] = prepared[week.id]
      guard let said = try attempt(accepted) else { continue }
      if case .compiled(let object, _) = prepared[week.id],
        let source = submission.sources[week.id], LinkerDiagnostics(said).missesAFunction
      {
        accepted[week.id] = try serve(week, source, helpers[week.id] ?? [:], object)
        if case .compiled = accepted[week.id], let said = try attempt(accepted) {
          accepted[week.id] = .refused(
            LinkerDiagnostics(said).diagnostics(of: week, grader.language))
        }
      } else {
        accepted[week.id] = .refused(LinkerDiagnostics(said).diagnostics(of: week, grader.language))
      }
    }
    prepared = accepted
    let left = compiled(prepared)
    // The last attempt may have been one that failed.
    if !left.isEmpty, try attempt(prepared) != nil { throw GradingError.workerFailed }
    return left
  }

  /// Whether the learner's objects have every function that the lists of the weeks call.
  private func haveAllNames(_ prepared: [String: Preparation]) throws -> Bool {
    try grader.weeks.allSatisfy { week in
      guard case .compiled(let object, serving: nil) = prepared[week.id] else { return true }
      return try grader.inputs.hasAllNames(of: week, object)
    }
  }

  /// Returns the objects of every week: a learner's, or the stub's.
  private func objects(_ prepared: [String: Preparation]) -> [URL] {
    var objects: [URL] = []
    for week in Course.weeks {
      if case .compiled(let object, let serving) = prepared[week.id] {
        objects += [object, serving ?? grader.inputs.servingObject(week)]
      } else {
        objects += [grader.inputs.stubObject(week), grader.inputs.servingObject(week)]
      }
    }
    return objects
  }

  /// Compiles the list of the week's functions against the learner's own interface: a function may
  /// have become `rethrows` or lost its `throws` and still fit.
  ///
  /// A missing function is replaced by its stub, so that an exercise added to the course later
  /// counts as not started.
  private func serve(
    _ week: Week, _ source: Data, _ helpers: [String: Data], _ object: URL
  ) throws -> Preparation {
    let interface = folder.appending(path: "\(week.module).swiftmodule")
    guard
      case .compiled = try compiler.compile(
        source, with: helpers, of: week, to: object, interface: interface)
    else { return .compiled(object, serving: nil) }
    let serving = folder.appending(path: "\(week.module)+Serving.o")
    let own = helpers.sorted { $0.key < $1.key }.reduce(source) { $0 + Data("\n".utf8) + $1.value }
    let standIns = StandIns(week, source: own, stub: grader.judge.stubs[week.id] ?? Data())
    var lacking: [String] = []
    // The compiler's output is truncated: it may take several rounds to learn of every function.
    while true {
      guard let list = standIns.serving(lacking) else {
        throw GradingError.stubFailed(week: week.id, output: lacking.joined(separator: ", "))
      }
      switch try compiler.compileServing(of: week, list, interface: interface, to: serving) {
      case .compiled: return .compiled(object, serving: serving)
      case .refused(let diagnostics):
        let more = standIns.lacking(diagnostics).filter { !lacking.contains($0) }
        guard more.isEmpty else {
          lacking += more
          continue
        }
        return .refused(
          diagnostics.map {
            CompilationProblem.otherSignature(said: $0.message)
              .diagnostic(of: SubmissionCompiler.path(of: week), grader.language)
          })
      }
    }
  }
}

// MARK: Running the suites

extension SubmissionGrader {
  /// Runs the suites of the weeks once and checks that every test has a verdict.
  private func run(
    _ weeks: [Week], _ suites: [String: [String]], expected pristine: [Record], _ name: String,
    seed: UInt32, others: [String] = []
  ) throws -> [String: [Record]] {
    guard !weeks.isEmpty else { return [:] }
    let file = folder.appending(path: "\(name).jsonl")
    try RecordFile(file).remove()
    let launch = folder.appending(path: "launch.json")
    try WorkerLaunch(
      program: program.path, command: workerCommand(), symbolizer: compiler.symbolizer(of: program)
    ).write(to: launch)
    let only = weeks.flatMap(\.exercises).map(\.info.id).joined(separator: ",")
    let own = ProcessInfo.processInfo.environment
    var environment = [
      "COURSE_CODE": "exercises", "COURSE_RECORDS": file.path, "COURSE_WORKER": launch.path,
      "COURSE_SEED": "\(seed)", "COURSE_FRESH": "\(Grader.freshCasesInAClass)",
      "COURSE_LANG": grader.language.rawValue,
      "COURSE_THREADS": "1", "COURSE_ONLY": only, "SWIFT_BACKTRACE": "enable=no",
    ]
    environment["COURSE_SHARED_ANSWERS"] = grader.sharedAnswers?.path
    for variable in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"] {
      environment[variable] = own[variable]
    }
    let chosen = weeks.flatMap { suites[$0.id] ?? [] } + others
    let arguments = [try grader.judge.bundle.path, chosen.joined(separator: ",")]
    let outcome = try Subprocess(
      arguments, environment: environment, timeLimit: 3600, outputLimit: 64 << 20
    ).run(interruption: grader.interruption)
    switch outcome.end {
    case .exited(0...1): break
    default: throw GradingError.judgeEnded(code: "\(outcome.end)")
    }
    let records =
      FileManager.default.fileExists(atPath: file.path) ? try RecordFile(file).records() : []
    return try checked(records, pristine, weeks, failure: RecordFile(file).failure)
  }

  private func checked(
    _ records: [Record], _ pristine: [Record], _ weeks: [Week], failure: String?
  ) throws -> [String: [Record]] {
    let asked = Set(weeks.map(\.id))
    let expected = pristine.filter { asked.contains($0.week) }
    let found = Dictionary(grouping: records, by: \.testID)
    // In the order of the suites, each exactly once.
    let sorted = expected.compactMap { record in
      found[record.testID].flatMap { $0.count == 1 ? $0.first : nil }
    }
    guard sorted.count == expected.count, records.count == expected.count else {
      if let failure { throw GradingError.workerDoesNotStart(reason: failure) }
      throw GradingError.recordsMissing(expected: expected.count, found: sorted.count)
    }
    return Dictionary(grouping: sorted.countedByExercise, by: \.week)
  }

  /// Returns the command that starts the linked worker inside the sandbox.
  private func workerCommand() -> [String] {
    let mounts = Mounts(
      list: [
        Mounts.Mount(outside: program.path, inside: "/work/worker"),
        Mounts.Mount(
          outside: library.path, inside: "/work/\(BuildInputs.libraryName)"),
      ],
      environment: [
        "COURSE_LANG": grader.language.rawValue, "COURSE_THREADS": "1",
        "SWIFT_BACKTRACE": "enable=no",
      ])
    return grader.sandbox.command(
      WorkerLaunch.announced([grader.sandbox.seen(program.path, in: mounts)]), in: mounts,
      limits: grader.limits, group: workerGroup)
  }
}
