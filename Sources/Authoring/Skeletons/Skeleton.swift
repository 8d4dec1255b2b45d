public import Foundation

/// The initial files of a new week or exercise, for an author to fill in.
///
/// Everything still to be written is marked `TODO`, which `course verify` finds line by line.
public struct Skeleton: Sendable {
  let package: URL

  /// Creates skeletons in a package.
  public init(package: URL) {
    self.package = package
  }

  /// The word that marks what an author still has to write.
  static let mark = "TODO"

  /// A file that was created or extended.
  public struct Written: Sendable, Equatable {
    /// The path of the file, from the package's folder.
    public let path: String
    /// Whether the file was created rather than changed.
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
