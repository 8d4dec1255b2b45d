public import Foundation
import Tensors
public import Text

/// What the environment says of this run: whose code, which seed, where records go.
public struct RunEnvironment: Sendable {
  ///
  /// A variable with a value that means nothing ends the program with code 64: a run that quietly
  /// graded other code than its user named would be worse.
  public static let current: RunEnvironment = orEnd {
    try RunEnvironment(
      environment: ProcessInfo.processInfo.environment, arguments: CommandLine.arguments)
  }

  /// What `body` makes, or the end of this program with its error.
  static func orEnd<Result>(_ body: () throws -> Result) -> Result {
    do {
      return try body()
    } catch {
      endProgram(error)
    }
  }

  /// Says what is wrong and ends the program with code 64.
  public static func endProgram(_ error: any Error) -> Never {
    let label = Phrase("error: ", zh: "错误：")(.current)
    FileHandle.standardError.write(Data("\(label)\(error)\n".utf8))
    exit(64)
  }

  /// Whose functions are called.
  public enum Code: String, Sendable, CaseIterable {
    case exercises, solutions
  }

  /// Whose functions the suites call.
  public let code: Code
  /// The learner's functions run in the process of the tests, for breakpoints.
  public let inProcess: Bool
  /// The file that collects one record a line, if any.
  public let records: URL?
  /// The seed of fresh inputs: `COURSE_SEED`, or drawn for this run.
  public let seed: UInt32
  /// The folder of the built programs.
  public let programs: URL
  /// The folder of the package's manifest.
  public let package: URL
  /// The exercises that graded tests keep to; nil for all.
  public let only: Set<String>?
  /// What the package knows of itself if it is a release.
  public let release: Release?
  /// The recording that stands in for the reference, if any: a release's own, or `COURSE_ANSWERS`.
  public let answers: URL?
  /// The log to which the reference's answers are recorded, if any: `COURSE_RECORDING`.
  public let recording: URL?
  /// How the worker of a class's judge is started; nil for the package's own program.
  public let launch: WorkerLaunch?
  private let mutation: Mutation?

  /// - Throws: `RunEnvironmentError` when a variable of the course has a value that means nothing.
  ///   `ReleaseError` when a release's own file is damaged.
  public init(
    environment: [String: String], arguments: [String], package: URL? = nil
  ) throws {
    func read<Value>(
      _ name: String, _ expected: Phrase, _ parse: (String) -> Value?
    ) throws -> Value? {
      guard let text = environment[name], !text.isEmpty else { return nil }
      guard let value = parse(text) else {
        throw RunEnvironmentError(variable: name, value: text, expected: expected)
      }
      return value
    }
    let package =
      package
      ?? Self.folder(near: arguments) { folder in
        FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
      }
    let release = try Release(package: package)
    self.package = package
    self.release = release
    let isRelease = release != nil
    code =
      try read(
        "COURSE_CODE",
        isRelease
          ? Phrase(
            "exercises; a release holds no solutions", zh: " exercises；发给学生的版本里没有参考答案")
          : Phrase("exercises or solutions", zh: " exercises 或 solutions")
      ) { text in Code(rawValue: text).flatMap { isRelease && $0 == .solutions ? nil : $0 } }
      ?? .exercises
    inProcess =
      try read("COURSE_IN_PROCESS", Phrase("0 or 1", zh: " 0 或 1")) {
        ["0": false, "1": true][$0]
      } ?? false
    let file = Phrase("a file", zh: "文件")
    records = try read("COURSE_RECORDS", file) { URL(fileURLWithPath: $0) }
    seed = try Self.seed(of: release, read)
    answers =
      try read("COURSE_ANSWERS", file) { URL(fileURLWithPath: $0) }
      ?? (isRelease ? package.appending(path: Release.answersName) : nil)
    recording = try read("COURSE_RECORDING", file) { URL(fileURLWithPath: $0) }
    let mutation = try read(
      "COURSE_MUTATION",
      isRelease
        ? Phrase("nothing; a release holds no solutions", zh: "空；发给学生的版本里没有参考答案")
        : Phrase(
          "C1W2.sigmoid=VARIANT or C1W2.sigmoid~SLIP",
          zh: " C1W2.sigmoid=VARIANT 或 C1W2.sigmoid~SLIP")
    ) { isRelease ? nil : Mutation($0) }
    let named = try read(
      "COURSE_ONLY",
      Phrase(
        "exercises such as C1W2.sigmoid,C1W2.softmax",
        zh: "练习的名称，如 C1W2.sigmoid,C1W2.softmax")
    ) { text in
      Set(text.split(separator: ",").map(String.init))
    }
    only = named ?? mutation.map { [$0.exercise] }
    self.mutation = mutation
    launch = try read(
      "COURSE_WORKER", Phrase("a file that says how the worker is started", zh: "说明如何启动 worker 的文件")
    ) {
      try? WorkerLaunch(file: URL(fileURLWithPath: $0))
    }
    programs = Self.folder(near: arguments) { folder in
      FileManager.default.isExecutableFile(atPath: folder.appending(path: "worker").path)
    }
  }

  /// The seed that was asked for, or one drawn: for a release, of those that it has answers to.
  private static func seed(
    of release: Release?,
    _ read: (String, Phrase, (String) -> UInt32?) throws -> UInt32?
  ) throws -> UInt32 {
    guard let release else {
      let whole = Phrase(
        "a whole number from 0 to 4294967295", zh: " 0 到 4294967295 之间的整数")
      return try read("COURSE_SEED", whole) { UInt32($0) } ?? UInt32.random(in: 1...999_999)
    }
    let list = release.seeds.map(String.init).joined(separator: ", ")
    let expected = Phrase(
      "one of the seeds of this release: \(list)", zh: "这个版本的种子之一：\(list)")
    return try read("COURSE_SEED", expected) { text in
      UInt32(text).flatMap { release.seeds.contains($0) ? $0 : nil }
    } ?? release.seeds.randomElement() ?? 0
  }

  var judgedHost: Host {
    // A mutation stands in for the right answer, so it is served by the program of solutions.
    if let launch { return .process(WorkerClient(launch: launch)) }
    let name = code == .solutions || mutation != nil ? "reference" : "worker"
    return .process(WorkerClient(program: programs.appending(path: name)), mutation: mutation)
  }

  /// - Throws: `ReleaseError` for a recording, `CocoaError` for a log that cannot be opened.
  func referenceHost() throws -> Host {
    if let answers { return .recorded(try AnswerFile(answers)) }
    let client = WorkerClient(program: programs.appending(path: "reference"))
    return try recording.map { .recording(client, to: try AnswerRecorder(log: $0)) }
      ?? .process(client)
  }

  /// The nearest folder above the running program, or above a test bundle among its arguments, that
  /// is the wanted one; the program's own folder when none is.
  private static func folder(near arguments: [String], where isWanted: (URL) -> Bool) -> URL {
    let main = Bundle.main.executableURL.map { [$0] } ?? []
    let bundles = arguments.filter { $0.hasSuffix(".xctest") }.map { URL(fileURLWithPath: $0) }
    for start in main + bundles {
      var folder = start.resolvingSymlinksInPath().deletingLastPathComponent()
      while folder.path != "/" {
        if isWanted(folder) { return folder }
        folder.deleteLastPathComponent()
      }
    }
    return (main.first ?? URL(fileURLWithPath: ".")).deletingLastPathComponent()
  }
}

/// A variable of the environment that the course cannot read.
public struct RunEnvironmentError: PhrasedError, Equatable {
  let variable: String
  let value: String
  let expected: Phrase

  /// Makes the error of a variable whose value means nothing.
  public init(variable: String, value: String, expected: Phrase) {
    self.variable = variable
    self.value = value
    self.expected = expected
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    Phrase(
      "\(variable)=\(value): expected \(expected(.english))",
      zh: "\(variable)=\(value)：应为\(expected(.chinese))")
  }
}
