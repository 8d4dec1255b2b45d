public import Foundation
public import Processes

/// A build of the package, with the compiler's diagnostics.
public struct PackageBuild: Sendable {
  /// One error of the compiler, in the learner's own line numbers.
  public struct Diagnostic: Codable, Sendable, Equatable {
    /// The path of the file.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
    /// What the compiler says.
    public let message: String

    /// Creates a diagnostic of the compiler.
    public init(file: String, line: Int, column: Int, message: String) {
      self.file = file
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// Whether everything was built.
  public let succeeded: Bool
  /// The errors of the compiler, in the order of its output.
  public let diagnostics: [Diagnostic]
  /// Everything the build printed.
  public let output: String

  /// Runs `swift build` for a package, for one program or for everything including the tests.
  ///
  /// - Parameters:
  ///   - package: the folder of the manifest.
  ///   - product: the program to build; nil for all.
  ///   - isOptimized: whether to build in the release configuration.
  ///   - environment: variables set on top of this process's own.
  ///   - interruption: ends the build early.
  ///   - progress: is called with the numbers of finished steps and of all steps.
  /// - Throws: `SubprocessError` when there is no `swift`.
  public init(
    package: URL, product: String? = nil, isOptimized: Bool = false,
    environment: [String: String] = [:], interruption: Interruption? = nil,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws {
    let what = product.map { ["--product", $0] } ?? ["--build-tests"]
    let outcome = try Subprocess(
      ["swift", "build", "--package-path", package.path] + what
        + (isOptimized ? ["-c", "release"] : []),
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
      timeLimit: 3600, outputLimit: 64 << 20
    ).run(interruption: interruption) { piece in
      if let steps = Self.steps(lastIn: piece) { progress(steps.done, steps.all) }
    }
    self.init(succeeded: outcome.succeeded, output: outcome.text)
  }

  /// Parses the last `[12/345]` at the beginning of a line.
  static func steps(lastIn piece: Data) -> (done: Int, all: Int)? {
    let line = String(decoding: piece, as: UTF8.self).split(whereSeparator: \.isNewline).last {
      $0.hasPrefix("[")
    }
    guard let numbers = line?.dropFirst().prefix(while: { $0 != "]" }).split(separator: "/"),
      numbers.count == 2, let done = Int(numbers[0]), let all = Int(numbers[1])
    else { return nil }
    return (done, all)
  }

  /// Parses a compiler's output.
  public init(succeeded: Bool, output: String) {
    self.succeeded = succeeded
    self.output = output
    var seen: [Diagnostic] = []
    for line in output.split(separator: "\n") {
      if let diagnostic = Diagnostic(line), !seen.contains(diagnostic) { seen.append(diagnostic) }
    }
    diagnostics = seen
  }
}

extension PackageBuild {
  /// Returns the build with another sentence for one of its errors, at the same place.
  public func replacing(_ error: Diagnostic, by message: String) -> PackageBuild {
    let said = "\(error.file):\(error.line):\(error.column): error: "
    return PackageBuild(
      succeeded: succeeded,
      output: output.replacingOccurrences(of: said + error.message, with: said + message))
  }
}

extension PackageBuild.Diagnostic {
  /// Parses `/path/File.swift:12:5: error: sentence`; nil for any other line.
  public init?(_ line: Substring) {
    guard let marker = line.range(of: ": error: ") else { return nil }
    let place = line[..<marker.lowerBound].split(separator: ":")
    guard place.count >= 3, let row = Int(place[place.count - 2]),
      let column = Int(place[place.count - 1])
    else { return nil }
    file = place.dropLast(2).joined(separator: ":")
    self.line = row
    self.column = column
    message = String(line[marker.upperBound...])
  }
}
