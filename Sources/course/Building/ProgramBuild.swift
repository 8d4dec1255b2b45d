import Coursework
import Files
import Foundation
import Processes
import Syllabus
import Terminals
import Text

/// Builds a program that a command needs, if it is missing or older than its sources.
struct ProgramBuild {
  /// The kinds of program.
  enum Product: String {
    /// The program that serves the learner's functions.
    case worker
    /// The program that serves the solutions.
    case reference
    /// The graded suites, which contain nothing of a learner's.
    case suites = "DeepLearningCoursePackageTests"
  }

  /// The outcome of a build.
  enum Outcome {
    case built
    /// The compiler's errors.
    case refused([String])
  }

  private let product: Product
  private let weeks: [Week]
  private let environment = RunEnvironment.current

  /// - Parameters:
  ///   - product: the program to build.
  ///   - weeks: the weeks whose functions are needed; any other week that does not compile is set
  ///     aside.
  init(_ product: Product, for weeks: [Week] = Course.weeks) {
    self.product = product
    self.weeks = weeks
  }

  // MARK: Whether to build

  /// Whether the program may be out of date with its sources.
  var isNeeded: Bool {
    guard let built else { return true }
    return !built.folders.isDisjoint(with: weeks.map(\.folder))
      || sources.contains { Self.isNewer($0, than: built.start) }
  }

  /// The start time of the last build and the weeks it left out; nil without a program.
  private var built: SetAsideWeeks? {
    guard let linked = program.modificationDate else { return nil }
    if let noted = stamp.modificationDate, noted >= linked { return SetAsideWeeks(stamp) }
    // A program newer than the stamp was built by other means and contains all weeks.
    var all = SetAsideWeeks()
    all.start = linked
    return all
  }

  private var program: URL {
    product == .suites
      ? environment.package.appending(path: ".build/debug/\(product.rawValue).xctest")
      : environment.programs.appending(path: product.rawValue)
  }

  /// The file that records when the last build began and which weeks it left out.
  private var stamp: URL { program.appendingPathExtension("built") }

  /// The modules that are linked into a program of functions.
  private static let rooms = [
    "CKernels", "Coursework", "Datasets", "Demos", "Files", "Processes", "Syllabus", "Tensors",
    "Text",
  ].map { "Sources/\($0)" }

  private static let workerRooms = rooms + ["Sources/worker"]

  private var sources: [URL] {
    let own =
      switch product {
      case .worker: Self.workerRooms + ["Exercises"]
      case .reference: Self.rooms + ["Solutions", "Sources/Benchmarks", "Sources/reference"]
      case .suites: ["Solutions", "Sources", "Tests"]
      }
    return places(of: own)
  }

  private func places(of own: [String]) -> [URL] {
    (["Package.swift"] + own).map { environment.package.appending(path: $0) }
  }

  /// Returns whether a file, or any file in a folder, was modified after a date.
  private static func isNewer(_ place: URL, than date: Date) -> Bool {
    if let edited = place.modificationDate, !FileManager.default.isFolder(place.path) {
      return edited > date
    }
    let files = FileManager.default.enumerator(
      at: place, includingPropertiesForKeys: [.contentModificationDateKey])
    while let file = files?.nextObject() as? URL {
      guard ["swift", "c", "h"].contains(file.pathExtension) else { continue }
      if let edited = file.modificationDate, edited > date { return true }
    }
    return false
  }

  // MARK: Building

  /// Builds if necessary, showing progress on the terminal.
  func run() throws -> Outcome {
    guard isNeeded else { return .built }
    let text = Phrase("Building …", zh: "正在编译……")(.current)
    let status = Console.isTerminal ? Console.statusLine() : nil
    defer { status?.end() }
    status?.show(0, of: 1) { text }
    if !Console.isTerminal, program.modificationDate == nil { Console.say(text) }
    return try run { done, all in status?.show(done, of: all) { "\(text) \(done) / \(all)" } }
  }

  /// Builds if necessary.
  ///
  /// A week that does not compile and was not asked for is left out, so that it does not prevent
  /// work on another.
  func run(
    interruption: Interruption? = nil, progress: (_ done: Int, _ all: Int) -> Void
  ) throws -> Outcome {
    guard isNeeded else { return .built }
    let start = Date()
    if let build = try update(interruption) {
      guard build.succeeded else {
        return refusal(CompilerReport(build, package: environment.package))
      }
      var none = SetAsideWeeks()
      none.start = start
      try none.write(to: stamp)
      return .built
    }
    var aside = product == .worker ? SetAsideWeeks(stamp) : SetAsideWeeks()
    aside.folders.subtract(weeks.map(\.folder))
    while true {
      let build = try PackageBuild(
        package: environment.package, product: product.rawValue, isOptimized: isOptimized,
        environment: try aside.variables(in: environment.package), interruption: interruption,
        progress: progress)
      if build.succeeded {
        // Only the worker's own build has compiled the weeks that were compiled without it.
        if product == .worker { workerUpdate.forget() }
        aside.start = start
        try aside.write(to: stamp)
        return .built
      }
      let explained =
        product == .worker && !isOptimized
        ? try workerUpdate.explaining(build, interruption: interruption) : build
      let report = CompilerReport(explained, package: environment.package)
      let others = report.folders.subtracting(weeks.map(\.folder)).subtracting(aside.folders)
      guard product == .worker, !others.isEmpty else {
        return refusal(report)
      }
      aside.folders.formUnion(others)
    }
  }

  private func refusal(_ report: CompilerReport) -> Outcome {
    .refused([Verdict.doesNotCompile.phrase(.current)] + report.lines(.current))
  }

  // MARK: Building edited weeks alone

  private var workerUpdate: WorkerUpdate {
    WorkerUpdate(package: environment.package, programs: program.deletingLastPathComponent())
  }

  /// Builds without the package manager if only the requested weeks were edited.
  private func update(_ interruption: Interruption?) throws -> PackageBuild? {
    guard product == .worker, !isOptimized, let built, built.folders.isEmpty,
      !places(of: Self.workerRooms).contains(where: { Self.isNewer($0, than: built.start) })
    else { return nil }
    let edited = Course.weeks.filter {
      Self.isNewer(
        environment.package.appending(path: "Exercises/\($0.folder)"), than: built.start)
    }
    let asked = Set(weeks.map(\.id))
    guard !edited.isEmpty, edited.allSatisfy({ asked.contains($0.id) }) else { return nil }
    return try workerUpdate.run(edited, interruption: interruption)
  }

  /// Returns remarks for the learner about the last build: the weeks it left out.
  func remarks(_ language: Language) -> [String] {
    SetAsideWeeks(stamp).folders.sorted().map { folder in
      Phrase(
        "Exercises/\(folder) does not compile and was left out: swift run course check \(folder)",
        zh: "Exercises/\(folder) 无法编译，这次没有用到它：swift run course check \(folder)")(language)
    }
  }

  private var isOptimized: Bool {
    program.deletingLastPathComponent().resolvingSymlinksInPath().lastPathComponent == "release"
  }
}

/// Weeks that do not compile and are replaced by their stubs while others are worked on.
///
/// `Package.swift` takes them from `.course/set-aside` when `COURSE_SET_ASIDE` names them.
struct SetAsideWeeks {
  /// The names of the weeks' folders in Exercises/.
  var folders: Set<String> = []
  /// The start time of the build.
  var start = Date.distantPast

  init() {}

  /// Reads the weeks that the last build left out.
  init(_ stamp: URL) {
    let lines = ((try? String(contentsOf: stamp, encoding: .utf8)) ?? "").split(separator: "\n")
    start = lines.first.flatMap { Double($0) }.map(Date.init(timeIntervalSince1970:)) ?? start
    folders = Set(lines.dropFirst().map(String.init))
  }

  /// Puts the stubs in place.
  ///
  /// - Returns: the environment variables for the build.
  func variables(in package: URL) throws -> [String: String] {
    for week in Course.weeks where folders.contains(week.folder) {
      let folder = package.appending(path: ".course/set-aside/\(week.folder)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appending(path: "\(week.module).swift")
      let stub = try ResetCommand.stub(week)
      if (try? String(contentsOf: file, encoding: .utf8)) != stub {
        try stub.write(to: file, atomically: true, encoding: .utf8)
      }
    }
    // Another environment makes SwiftPM evaluate the manifest anew, which takes a second, so the
    // usual case adds no variable.
    return folders.isEmpty ? [:] : ["COURSE_SET_ASIDE": folders.sorted().joined(separator: ",")]
  }

  func write(to stamp: URL) throws {
    let lines = ["\(start.timeIntervalSince1970)"] + folders.sorted()
    try Data(lines.joined(separator: "\n").utf8).write(to: stamp)
  }
}
