public import Foundation

/// The way a worker is started: the program, and the command line that runs it inside a sandbox.
///
/// The judge of a class learns from `COURSE_WORKER` which file holds the launch:
///
/// ```json
/// {"command": ["bwrap", "--unshare-all", "…", "/work/worker"], "program": "/grading/1/worker"}
/// ```
public struct WorkerLaunch: Codable, Sendable, Equatable {
  /// The path of the program as this process sees it, used to trace crashes to lines.
  public let program: String
  /// The whole command line, beginning with the path of the executable.
  public let command: [String]
  /// The command line that symbolizes addresses of the program, lacking only the addresses; nil for
  /// the `llvm-symbolizer` in PATH.
  public let symbolizer: [String]?

  /// Creates a launch from the program and its command line.
  public init(program: String, command: [String], symbolizer: [String]? = nil) {
    self.program = program
    self.command = command
    self.symbolizer = symbolizer
  }

  /// The arguments of `llvm-symbolizer` for a program, before the addresses.
  public static func symbolizerArguments(of program: String) -> [String] {
    ["--functions=none", "--no-inlines", "--obj=\(program)"]
  }

  /// Creates a launch of the program itself, without a sandbox.
  public init(program: URL) {
    self.init(program: program.path, command: [program.path])
  }

  /// Reads a launch from its file.
  public init(file: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// Writes the launch for `init(file:)`.
  public func write(to file: URL) throws {
    try JSONEncoder().encode(self).write(to: file, options: .atomic)
  }

  /// Whether other programs run between this process and the worker.
  var isSandboxed: Bool { command != [program] }

  /// Builds the command line that starts a program inside a sandbox and, as the last step before
  /// it, signals with one byte on the connection or another descriptor that the sandbox is up.
  ///
  /// A process that ends without sending this byte has run no code of a learner's, and a byte once
  /// sent cannot be taken back: no submission can pass off its own ending as a failure of the
  /// sandbox.
  ///
  /// - Parameters:
  ///   - words: the program as seen inside the sandbox, and its arguments.
  ///   - descriptor: the descriptor that receives the byte.
  /// - Returns: the command line.
  public static func announced(
    _ words: [String], on descriptor: Int32 = WorkerServer.descriptor
  ) -> [String] {
    ["/bin/sh", "-c", "printf . >&\(descriptor) && exec \"$@\"", "sh"] + words
  }
}
