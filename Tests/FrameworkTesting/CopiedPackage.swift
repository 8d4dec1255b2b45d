import Coursework
public import Foundation

/// A copy of the parts of the package that authors write, for tests to change.
public struct CopiedPackage {
  /// The folder of the copy.
  public let folder: URL

  /// Copies the manifest and these folders.
  public init(
    to folder: URL,
    parts: [String] = [
      "Package.swift", "Exercises", "Quizzes", "Solutions", "Sources/Authoring",
      "Sources/Coursework", "Sources/Demos", "Sources/Quizzing", "Sources/Syllabus",
      "Sources/course", "Sources/reference", "Sources/worker", "Tests",
    ]
  ) throws {
    self.folder = folder
    for part in parts {
      let target = folder.appending(path: part)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: RunEnvironment.current.package.appending(path: part), to: target)
    }
  }

  /// The text of a file.
  public func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Writes a file, creating its folder if necessary.
  public func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Appends to a file.
  public func add(_ text: String, to path: String) throws {
    try write(path, try self.text(path) + text)
  }

  /// Replaces a text that must occur in the file.
  public func replace(_ old: String, _ new: String, in path: String) throws {
    let text = try text(path)
    guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(path, text.replacing(old, with: new))
  }

  /// Removes a file or folder.
  public func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }
}
