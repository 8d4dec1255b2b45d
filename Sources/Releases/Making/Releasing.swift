public import Coursework
import Files
public import Foundation
import Processes
import Syllabus
public import Text

/// Writes the package that a class receives: everything but the solutions.
public struct Releasing: Sendable {
  /// A summary of what was written.
  public struct Summary: Sendable {
    /// The description stored in the release.
    public let release: Release
    /// The number of files that were written.
    public let files: Int
    /// The size of the recorded answers, in bytes.
    public let answers: Int
    /// The number of solution lines for which the files were searched.
    public let linesLookedFor: Int
  }

  private let package: URL
  private let weeks: [Week]
  private let seeds: [UInt32]
  private let markerLine: @Sendable (_ version: String) -> String
  private let report: @Sendable (Phrase) -> Void

  /// Creates the writer of a release.
  ///
  /// - Parameters:
  ///   - package: the folder of the manifest.
  ///   - weeks: the weeks to include.
  ///   - seeds: the seeds of fresh inputs for which answers are recorded.
  ///   - markerLine: returns the comment that names the release in each of the learner's files.
  ///   - report: is called with a line for each step.
  public init(
    package: URL, weeks: [Week], seeds: [UInt32],
    markerLine: @escaping @Sendable (_ version: String) -> String,
    report: @escaping @Sendable (Phrase) -> Void
  ) {
    self.package = package
    self.weeks = weeks
    self.seeds = seeds
    self.markerLine = markerLine
    self.report = report
  }

  /// Writes the release.
  ///
  /// The tests must have been built. The release is assembled beside `folder` and renamed as the
  /// last step, so that nothing incomplete ever appears there.
  ///
  /// - Throws: `ReleasingError` when the folder is not empty, a solution fails, or the release
  ///   would contain a line of a solution.
  public func write(to folder: URL) throws -> Summary {
    guard !weeks.isEmpty else { throw ReleasingError.noWeeks }
    try Self.checkEmpty(folder)
    let versions = try CourseVersion.ids(of: weeks, in: package)
    let release = Release(
      version: CourseVersion.id(of: versions), versions: versions, weeks: weeks.map(\.id),
      seeds: seeds)
    let parent = folder.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let partial = parent.appending(
      path: ".\(folder.lastPathComponent)-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: partial) }

    let contents = ReleaseContents(package: package, weeks: weeks)
    try contents.write(to: partial, release: release, markers: versions.mapValues(markerLine))
    let scan = try scan()
    try check(partial, scan)
    let answers = try answers()
    try answers.write(to: partial.appending(path: Release.answersName))
    let variants = try Host.reference.variants().of(weeks.flatMap(\.exercises))
    try Variants(misconceptions: variants.misconceptions).data
      .write(to: partial.appending(path: Release.variantsName))
    let files = try FileTree(partial, hidden: true).files.count
    // An empty folder is replaced by the new one in a single step.
    guard rename(partial.path, folder.path) == 0 else {
      throw ReleasingError.cannotMove(folder.path, SystemError().description)
    }
    return Summary(
      release: release, files: files, answers: answers.count, linesLookedFor: scan.count)
  }

  /// - Throws: `ReleasingError.notEmpty` when the folder has any contents.
  public static func checkEmpty(_ folder: URL) throws {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path),
      names.isEmpty
    else { throw ReleasingError.notEmpty(folder.path) }
  }
}

// MARK: No solution's text

extension Releasing {
  /// Searches for the lines of all weeks, including those left out of this release.
  func scan() throws -> SolutionScan {
    let assigning = Assigning(package: package)
    let solutions = try Course.weeks.flatMap { week in
      let folder = "Solutions/\(week.folder)"
      let stub = try assigning.stub(week)
      return try FileTree(package.appending(path: folder)).files.map { name in
        (
          name: "\(folder)/\(name)",
          text: try String(
            contentsOf: package.appending(path: "\(folder)/\(name)"), encoding: .utf8),
          stub: stub
        )
      }
    }
    return SolutionScan(solutions)
  }

  func check(_ folder: URL, _ scan: SolutionScan) throws {
    let files = try FileTree(folder, hidden: true).files
    let findings = try files.concurrentMap { file in
      let text = String(
        decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
      return scan.findings(in: text, file: file)
    }
    let places = findings.joined().sorted { ($0.file, $0.line) < ($1.file, $1.line) }
      .map { ReleasingError.Place(file: $0.file, line: $0.line, source: $0.source) }
    guard places.isEmpty else { throw ReleasingError.holdsSolutions(places) }
    report(
      Phrase(
        "\(scan.count) lines of the solutions are in none of \(files.count) files",
        zh: "\(files.count) 个文件中没有出现参考答案的 \(scan.count) 行代码中的任何一行"))
  }
}

// MARK: The recorded answers

extension Releasing {
  /// Runs the suites with the solutions, once for every seed, and records the course's answers.
  private func answers() throws -> Data {
    let bundle = try TestBundle(package: package)
    let classes = try TestClasses(of: bundle)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let logs = try weeks.concurrentMap { week in
      let log = folder.appending(path: "\(week.id).log")
      try record(week, by: bundle, classes.names(grading: week), to: log)
      return log
    }
    return try AnswerRecorder.answers(of: logs)
  }

  private func record(
    _ week: Week, by bundle: TestBundle, _ suites: [String], to log: URL
  ) throws {
    let ids = week.exercises.map(\.info.id).joined(separator: ",")
    for seed in seeds {
      let run = try bundle.run(
        suites: suites,
        environment: [
          "COURSE_CODE": "solutions", "COURSE_ONLY": ids, "COURSE_SEED": "\(seed)",
          "COURSE_RECORDING": log.path,
        ])
      guard !run.records.isEmpty else { throw ReleasingError.noTests(week: week.id) }
      if let failure = run.records.first(where: { $0.verdict != .passed }) {
        throw ReleasingError.suiteFails(
          test: "\(failure.exerciseID) \(failure.test)", seed: seed,
          message: failure.message)
      }
    }
    let client = WorkerClient(program: RunEnvironment.current.programs.appending(path: "reference"))
    let host = Host.recording(client, to: try AnswerRecorder(log: log))
    for exercise in week.exercises {
      try AnswerRecorder.recordSamples(of: exercise, asking: host)
    }
    report(
      Phrase(
        "\(week.id): answers recorded for \(seeds.count) \(seeds.count == 1 ? "seed" : "seeds")",
        zh: "\(week.id)：已为 \(seeds.count) 个种子录制答案"))
  }
}
