public import Foundation

/// How a worker is started: the program, and the words that put it inside a sandbox.
///
/// A class is graded by a judge that is told in `COURSE_WORKER` which file holds the launch:
///
/// ```json
/// {"command": ["bwrap", "--unshare-all", "…", "/work/worker"], "program": "/grading/1/worker"}
/// ```
public struct WorkerLaunch: Codable, Sendable, Equatable {
  /// The program's file as this process sees it, by which crashes are traced to lines.
  public let program: String
  /// The whole command line, the path of its program first.
  public let command: [String]
  /// The command line that looks up lines of the program, with `llvm-symbolizer`'s arguments but for the
  /// addresses; nil for the one in PATH.
  public let symbolizer: [String]?

  /// Describes a start by the program and its command line.
  public init(program: String, command: [String], symbolizer: [String]? = nil) {
    self.program = program
    self.command = command
    self.symbolizer = symbolizer
  }

  /// What `llvm-symbolizer` is told about a program, before the addresses.
  public static func symbolizerArguments(of program: String) -> [String] {
    ["--functions=none", "--no-inlines", "--obj=\(program)"]
  }

  /// The program itself, without a sandbox.
  public init(program: URL) {
    self.init(program: program.path, command: [program.path])
  }

  /// Reads the launch from its file.
  public init(file: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// Writes the launch for `init(file:)`.
  public func write(to file: URL) throws {
    try JSONEncoder().encode(self).write(to: file, options: .atomic)
  }

  /// Whether other programs stand between this process and the worker.
  var isSandboxed: Bool { command != [program] }

  /// The words that start a program inside a sandbox: the last of them to run before the program says,
  /// with one byte on the connection or another descriptor, that the sandbox is up.
  ///
  /// A process that ends without this byte has run nothing of a learner's, and one that has sent it
  /// cannot take it back: nobody can pass off an ending of their own as a failure of the sandbox.
  ///
  /// - Parameters:
  ///   - words: the program as it is seen inside the sandbox, and its arguments.
  ///   - descriptor: where it says so.
  /// - Returns: the command line.
  public static func announced(
    _ words: [String], on descriptor: Int32 = WorkerServer.descriptor
  ) -> [String] {
    ["/bin/sh", "-c", "printf . >&\(descriptor) && exec \"$@\"", "sh"] + words
  }
}
