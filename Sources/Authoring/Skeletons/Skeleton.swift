public import Foundation

/// The files that a new week or exercise begins with, as an author fills them in.
///
/// Whatever is still to be written says `TODO`, which `course verify` finds, line by line.
public struct Skeleton: Sendable {
  let package: URL

  /// Writes into a package.
  public init(package: URL) {
    self.package = package
  }

  /// What an author still has to write begins with this word.
  static let mark = "TODO"

  /// A file that was made, or that has something new.
  public struct Written: Sendable, Equatable {
    /// The path of the file, from the package's folder.
    public let path: String
    /// Whether the file is made, and not changed.
    public let isNew: Bool
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: package.appending(path: path).path)
  }

  func write(_ text: String, to path: String) throws {
    let file = package.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
