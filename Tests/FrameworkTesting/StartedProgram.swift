import Coursework
public import Foundation

/// A program that a test has started, as somebody types it.
///
/// ```swift
/// let answer = try StartedProgram(["demo", "C1W2"], language: "zh").answer()
/// ```
public final class StartedProgram {
  /// What came of it.
  public struct Answer {
    /// The code with which it ended.
    public let code: Int32
    /// What it printed, and what it complained of.
    public let output, complaint: String
  }

  /// The built `course`.
  public static var course: URL { RunEnvironment.current.programs.appending(path: "course") }

  /// The process, running from the start.
  public let process = Process()
  private let output: URL
  private let complaint: URL
  private let input: URL

  /// Starts a program, `course` unless another is named.
  ///
  /// - Parameters:
  ///   - words: what follows the program's name.
  ///   - program: the program's file.
  ///   - language: of its sentences, where it speaks both.
  ///   - typed: what it reads, to its end.
  ///   - environment: what it finds in its environment besides `COURSE_LANG` and `PATH`.
  ///   - folder: where it runs; the package's when it is nil.
  /// - Throws: what keeps it from being started.
  public init(
    _ words: [String], of program: URL = course, language: String = "en", typing typed: String = "",
    environment: [String: String] = [:], in folder: URL? = nil
  ) throws {
    let name = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    output = name.appendingPathExtension("output")
    complaint = name.appendingPathExtension("complaint")
    input = name.appendingPathExtension("input")
    for file in [output, complaint] { try Data().write(to: file) }
    try Data(typed.utf8).write(to: input)
    process.executableURL = program
    process.arguments = words
    process.environment = ["COURSE_LANG": language, "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    process.currentDirectoryURL = folder ?? RunEnvironment.current.package
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaint)
    try process.run()
  }

  deinit {
    for file in [output, complaint, input] { try? FileManager.default.removeItem(at: file) }
  }

  /// Waits for its end.
  public func answer() throws -> Answer {
    process.waitUntilExit()
    return Answer(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      complaint: try String(contentsOf: complaint, encoding: .utf8))
  }
}
