import Files
public import Foundation

/// A learner's progress: the latest record of every graded test, kept between runs.
public struct ProgressFile: Sendable {
  /// `.course/progress.jsonl` beside the package's manifest.
  public static let standard = ProgressFile(
    file: RunEnvironment.current.package.appending(path: ".course/progress.jsonl"))

  private let file: URL

  /// Creates a handle to the file, which need not exist.
  public init(file: URL) {
    self.file = file
  }

  /// Returns the records kept so far; none before the first run.
  ///
  /// - Throws: `RecordFileError` when the file is malformed.
  public func records() throws -> [Record] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try RecordFile(file).records()
  }

  /// Replaces the records of the tests that were run and keeps the others.
  ///
  /// An unreadable file is set aside under another name and a new one begun.
  public func merge(_ fresh: [Record]) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    var kept: [Record] = []
    do {
      kept = try records()
    } catch {
      try FileManager.default.moveItem(at: file, to: unusedName())
    }
    let replaced = Set(fresh.map(\.testID))
    try write(kept.filter { !replaced.contains($0.testID) } + fresh)
  }

  /// Removes the records of exercises whose code is gone, given their ids.
  public func forget(_ exercises: Set<String>) throws {
    let all = try records()
    let kept = all.filter { !exercises.contains($0.exerciseID) }
    if kept.count < all.count { try write(kept) }
  }

  private func write(_ records: [Record]) throws {
    try records.reduce(into: Data()) { $0 += try $1.line }.write(to: file, options: .atomic)
  }

  /// Returns `progress-1.damaged`, or the same name with the first free number.
  private func unusedName() -> URL {
    let folder = file.deletingLastPathComponent()
    let stem = file.deletingPathExtension().lastPathComponent
    return FileManager.default.firstFreeFile { folder.appending(path: "\(stem)-\($0).damaged") }
  }
}
