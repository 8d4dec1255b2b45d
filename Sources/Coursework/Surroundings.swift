public import Basics
public import Foundation
import Tensors

/// What the environment says of this run: whose code, which seed, where records go.
public struct Surroundings: Sendable {
  ///
  /// A variable with a value that means nothing ends the program with code 64: a run that quietly
  /// graded other code than its user named would be worse.
  public static let current: Surroundings = {
    do throws(SurroundingsError) {
      return try Surroundings(
        environment: ProcessInfo.processInfo.environment, arguments: CommandLine.arguments)
    } catch {
      error.endProgram()
    }
  }()

  /// Whose functions are called.
  public enum Code: String, Sendable, CaseIterable {
    case exercises, solutions
  }

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
  private let mutation: Mutation?

  /// - Throws: `SurroundingsError` when a variable of the course has a value that means nothing.
  public init(environment: [String: String], arguments: [String]) throws(SurroundingsError) {
    func read<Value>(
      _ name: String, _ expected: String, zh chinese: String? = nil, _ parse: (String) -> Value?
    ) throws(SurroundingsError) -> Value? {
      guard let text = environment[name], !text.isEmpty else { return nil }
      guard let value = parse(text) else {
        throw SurroundingsError(
          variable: name, value: text, expected: expected, zh: chinese)
      }
      return value
    }
    code =
      try read(
        "COURSE_CODE", "exercises or solutions", zh: " exercises 或 solutions",
        Code.init(rawValue:)) ?? .exercises
    inProcess =
      try read("COURSE_IN_PROCESS", "0 or 1", zh: " 0 或 1") { ["0": false, "1": true][$0] } ?? false
    records = try read("COURSE_RECORDS", "a file", zh: "文件") { URL(fileURLWithPath: $0) }
    seed =
      try read(
        "COURSE_SEED", "a whole number from 0 to 4294967295", zh: " 0 到 4294967295 之间的整数"
      ) { UInt32($0) }
      ?? UInt32.random(in: 1...999_999)
    let mutation = try read(
      "COURSE_MUTATION", "C1W2.sigmoid=VARIANT or C1W2.sigmoid~SLIP",
      zh: " C1W2.sigmoid=VARIANT 或 C1W2.sigmoid~SLIP", Mutation.init)
    let named = try read("COURSE_ONLY", "exercises such as C1W2.sigmoid,C1W2.softmax") { text in
      Set(text.split(separator: ",").map(String.init))
    }
    only = named ?? mutation.map { [$0.exercise] }
    self.mutation = mutation
    programs = Self.folder(near: arguments) { folder in
      FileManager.default.isExecutableFile(atPath: folder.appending(path: "reference").path)
    }
    package = Self.folder(near: arguments) { folder in
      FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    }
  }

  var judgedHost: Host {
    // A mutation stands in for the right answer, so it is served by the program of solutions.
    let name = code == .solutions || mutation != nil ? "reference" : "worker"
    return .process(WorkerClient(program: programs.appending(path: name)), mutation: mutation)
  }

  var referenceHost: Host {
    .process(WorkerClient(program: programs.appending(path: "reference")))
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
public struct SurroundingsError: PhrasedError, Equatable {
  let variable: String
  let value: String
  let expected: Phrase

  public init(variable: String, value: String, expected: String, zh chinese: String? = nil) {
    self.variable = variable
    self.value = value
    self.expected = Phrase(expected, zh: chinese ?? " " + expected)
  }

  public var phrase: Phrase {
    Phrase(
      "\(variable)=\(value): expected \(expected(.english))",
      zh: "\(variable)=\(value)：应为\(expected(.chinese))")
  }

  /// Says what is wrong and ends the program with code 64.
  public func endProgram() -> Never {
    let label = Phrase("error: ", zh: "错误：")(.current)
    FileHandle.standardError.write(Data("\(label)\(self)\n".utf8))
    exit(64)
  }
}
