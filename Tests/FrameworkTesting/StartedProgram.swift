import Coursework
public import Foundation

/// A program started by a test as a user would start it.
///
/// ```swift
/// let answer = try StartedProgram(["demo", "C1W2"], language: "zh").answer()
/// ```
public final class StartedProgram {
  /// The result of a program.
  public struct Answer {
    /// The exit code.
    public let code: Int32
    /// The text on standard output and on standard error.
    public let output, complaint: String
  }

  /// The built `course`.
  public static var course: URL { RunEnvironment.current.programs.appending(path: "course") }

  /// The running process.
  public let process = Process()
  private let output: URL
  private let complaint: URL
  private let input: URL

  /// Starts a program, by default `course`.
  ///
  /// - Parameters:
  ///   - words: the arguments.
  ///   - program: the program's file.
  ///   - language: the language of its output.
  ///   - typed: the text on standard input.
  ///   - environment: environment variables besides `COURSE_LANG` and `PATH`.
  ///   - folder: the working directory; nil for the package's folder.
  /// - Throws: any error in starting the program.
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

  /// Waits for the program to end.
  public func answer() throws -> Answer {
    process.waitUntilExit()
    return Answer(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      complaint: try String(contentsOf: complaint, encoding: .utf8))
  }
}
