public import Coursework
public import Foundation
import Processes
import Releases
public import Syllabus
public import Text

extension Judge {
  /// Builds the judge of a package in a cache folder, or finds one there that grades these weeks in
  /// the same way.
  ///
  /// A copy of the package is made whose exercises are the stubs, so that nothing of what the
  /// instructor has tried out in Exercises/ takes part. Once a new judge is built, old ones that
  /// nobody uses are removed.
  ///
  /// - Parameters:
  ///   - package: the folder of the package's manifest.
  ///   - weeks: those that will be graded; a judge is always built with all.
  ///   - hidden: a folder with an instructor's own suites.
  ///   - cache: holds one folder a judge; `.build/judge` of the package by default.
  ///   - language: of what is reported.
  ///   - report: is told what takes its time.
  /// - Returns: the judge, built.
  /// - Throws: `GradingError.buildFailed` with the end of what the compiler said.
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

  /// The judge of a package that grades these weeks, where it is built already.
  ///
  /// - Throws: what keeps its sources from being read.
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

  /// Copies a package, its exercises as the stubs that were given out, with an instructor's suites.
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

  /// The compiler's errors; without any, how the build ended and the last it said.
  private static func errors(of outcome: Subprocess.Outcome) -> String {
    let errors = outcome.text.split(separator: "\n").filter { $0.contains("error:") }
    guard errors.isEmpty else { return errors.prefix(20).joined(separator: "\n") }
    return "\(outcome.end)\n" + outcome.text.suffix(1000)
  }
}
