import Coursework
import Foundation
import Syllabus
import Text

/// Builds the program of a learner's functions when it is missing or older than they are.
struct ProgramBuild {
  private let name: String
  private let sources: URL
  private let program: URL

  /// - Parameter name: `worker`, or `reference` for the solutions.
  init(_ name: String) {
    let environment = RunEnvironment.current
    self.name = name
    sources = environment.package.appending(path: name == "reference" ? "Solutions" : "Exercises")
    program = environment.programs.appending(path: name)
  }

  /// Whether what the program does is not what the sources say.
  var isNeeded: Bool {
    guard let built = Self.date(of: program) else { return true }
    let files = FileManager.default.enumerator(
      at: sources, includingPropertiesForKeys: [.contentModificationDateKey])
    while let file = files?.nextObject() as? URL {
      if file.pathExtension == "swift", let edited = Self.date(of: file), edited > built {
        return true
      }
    }
    return false
  }

  /// Builds if that is needed.
  ///
  /// - Returns: what the compiler says if it refuses, else nil.
  func run() throws -> [String]? {
    guard isNeeded else { return nil }
    Console.say(
      Phrase("Building the functions …", zh: "正在编译函数……")(.current))
    let package = RunEnvironment.current.package
    let folder = program.deletingLastPathComponent().resolvingSymlinksInPath()
    let build = try PackageBuild(
      package: package, product: name, isOptimized: folder.lastPathComponent == "release")
    if build.succeeded { return nil }
    let report = CompilerReport(build, package: package, weeks: Course.weeks)
    return [Verdict.doesNotCompile.phrase(.current)] + report.lines(.current)
  }

  private static func date(of file: URL) -> Date? {
    try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
  }
}
