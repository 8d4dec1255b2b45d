import Files
public import Foundation
public import Text

/// A learner's file, whose earlier contents are always backed up.
public struct ExerciseFile: Sendable {
  /// What happened to a file.
  public enum Change: Sendable, Equatable {
    case unchanged, created
    /// Its contents were replaced; the previous ones are in the backup.
    case replaced(backup: URL)
  }

  private let package: URL
  /// The location of the learner's file for the week.
  public let url: URL

  /// Locates the file of a week in a package.
  public init(of week: Week, in package: URL) {
    self.package = package
    url = package.appending(path: "Exercises/\(week.folder)/\(week.module).swift")
  }

  /// Restores the stub of one function, discarding what the learner wrote.
  ///
  /// - Parameters:
  ///   - function: the name of the function.
  ///   - stub: the file as it was handed out.
  /// - Returns: what happened to the file.
  /// - Throws: `ExerciseFileError`, and what reading and writing throw.
  public func reset(_ function: String, from stub: String) throws -> Change {
    let text = try String(contentsOf: url, encoding: .utf8)
    guard let given = FunctionText(named: function, in: stub),
      let own = FunctionText(named: function, in: text)
    else { throw ExerciseFileError.functionNotFound(function, file: url.path) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(own.lines, with: given.text)
    return try replace(with: lines.joined(separator: "\n"))
  }

  /// Whether a function differs from the one in the stub, the file as it was handed out.
  public func isWritten(_ function: String, stub: String) -> Bool {
    guard let text = try? String(contentsOf: url, encoding: .utf8),
      let own = FunctionText(named: function, in: text)
    else { return false }
    let isOpen = own.text.contains { $0.drop { $0 == " " } == "throw NotImplemented()" }
    return !isOpen && own.text != FunctionText(named: function, in: stub)?.text
  }

  /// Writes the file.
  ///
  /// Different contents are first backed up under `.course/backup/`.
  ///
  /// - Returns: what happened to the file.
  public func replace(with text: String) throws -> Change {
    let old = try? Data(contentsOf: url)
    guard old != Data(text.utf8) else { return .unchanged }
    let backup = try old.map(keep)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
    return backup.map { .replaced(backup: $0) } ?? .created
  }

  private func keep(_ old: Data) throws -> URL {
    let folder = package.appending(path: ".course/backup")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let stem = url.deletingPathExtension().lastPathComponent
    let place = FileManager.default.firstFreeFile { folder.appending(path: "\(stem)-\($0).swift") }
    try old.write(to: place, options: .atomic)
    return place
  }
}

/// The reasons why a stub cannot be restored.
public enum ExerciseFileError: PhrasedError, Equatable {
  case functionNotFound(String, file: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .functionNotFound(let name, let file):
      Phrase(
        "\(file) has no function that begins with \"public func \(name)(\" and ends with a brace on a line of its own; nothing was changed",
        zh: "\(file) 里找不到以“public func \(name)(”开头、并以单独一行右花括号结束的函数；文件没有改动")
    }
  }
}
