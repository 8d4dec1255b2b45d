public import Coursework
public import Foundation
import Processes
import Releases
public import Syllabus
public import Text

extension Judge {
  /// Builds the judge of a package in a cache folder, or finds one there that grades these weeks
  /// identically.
  ///
  /// The package is copied with stubs in place of its exercises, so that nothing the instructor has
  /// tried out in Exercises/ takes part. Once a new judge is built, old ones that are not in use
  /// are removed.
  ///
  /// - Parameters:
  ///   - package: the folder of the package's manifest.
  ///   - weeks: the weeks to grade; a judge is always built with all of them.
  ///   - hidden: a folder with an instructor's own suites.
  ///   - cache: the folder of judges, each in its own folder; `.build/judge` of the package by
  ///     default.
  ///   - language: the language of messages.
  ///   - report: is called before each lengthy step.
  /// - Returns: the built judge.
  /// - Throws: `GradingError.buildFailed` with the end of the compiler's output.
  public static func build(
    package: URL, weeks: [Week] = Course.weeks, hidden: URL? = nil, cache: URL? = nil,
    language: Language = .current, report: (String) -> Void = { _ in }
  ) throws -> Judge {
    if let hidden { try HiddenSuites.check(hidden) }
    let cache = JudgeCache(cache ?? package.appending(path: ".build/judge"))
    let wanted = try SourceDigest(of: package, weeks: Course.weeks, hidden: hidden)
    if let judge = try find(wanted, weeks, in: cache) { return judge }
    report(
      Phrase(
        "building the judge, once for this state of the course; this takes minutes …",
        zh: "正在构建评分程序；课程每次改动后只构建一次，需要几分钟……")(language))
    let folder = try cache.make(wanted) { copy in
      try copyPackage(from: package, hidden: nil, to: copy)
    } build: { copy in
      if let hidden { try HiddenSuites(folder: hidden).add(to: copy) }
      let outcome = try Subprocess(
        ["swift", "build", "--build-tests", "--package-path", copy.path],
        environment: ProcessInfo.processInfo.environment.merging(["COURSE_JUDGE": "1"]) { $1 },
        timeLimit: 3600, outputLimit: 64 << 20
      ).run()
      guard outcome.succeeded else {
        throw GradingError.buildFailed(folder: copy.path, output: Self.errors(of: outcome))
      }
    }
    cache.removeOthers(than: folder)
    return try Judge(built: JudgeCache.package(in: folder), cache: folder, digest: wanted)
  }

  /// Finds the judge of a package that grades these weeks, if it has been built.
  ///
  /// - Throws: any error in reading its sources.
  public static func find(
    package: URL, weeks: [Week], hidden: URL? = nil, cache: URL? = nil
  ) throws -> Judge? {
    try find(
      SourceDigest(of: package, weeks: Course.weeks, hidden: hidden), weeks,
      in: JudgeCache(cache ?? package.appending(path: ".build/judge")))
  }

  private static func find(
    _ wanted: SourceDigest, _ weeks: [Week], in cache: JudgeCache
  ) throws -> Judge? {
    try cache.find(wanted, weeks.map(\.id)).map { folder, digest in
      try Judge(built: JudgeCache.package(in: folder), cache: folder, digest: digest)
    }
  }

  /// Copies a package with the handed-out stubs as its exercises, and adds an instructor's suites.
  package static func copyPackage(from package: URL, hidden: URL?, to copy: URL) throws {
    for name in SourceDigest.parts + ["Exercises", "Quizzes", "README.md", "LICENSE"] {
      let source = package.appending(path: name)
      guard FileManager.default.fileExists(atPath: source.path) else { continue }
      try FileManager.default.copyItem(at: source, to: copy.appending(path: name))
    }
    let assigning = Assigning(package: copy)
    for week in Course.weeks {
      try Data(assigning.stub(week).utf8).write(to: assigning.exerciseFile(week))
    }
    _ = try Registry(weeks: Course.weeks).write(to: copy)
    if let hidden { try HiddenSuites(folder: hidden).add(to: copy) }
  }

  /// The compiler's errors; without any, how the build ended and its last output.
  private static func errors(of outcome: Subprocess.Outcome) -> String {
    let errors = outcome.text.split(separator: "\n").filter { $0.contains("error:") }
    guard errors.isEmpty else { return errors.prefix(20).joined(separator: "\n") }
    return "\(outcome.end)\n" + outcome.text.suffix(1000)
  }
}
