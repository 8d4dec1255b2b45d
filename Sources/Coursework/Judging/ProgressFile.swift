import Files
public import Foundation

/// How far a learner is: the latest record of every graded test, kept between runs.
public struct ProgressFile: Sendable {
  /// `.course/progress.jsonl` beside the package's manifest.
  public static let standard = ProgressFile(
    file: RunEnvironment.current.package.appending(path: ".course/progress.jsonl"))

  private let file: URL

  /// Names the file, which need not exist.
  public init(file: URL) {
    self.file = file
  }

  /// The records kept so far; none when nothing was run yet.
  ///
  /// - Throws: `RecordFileError` when the file holds something else.
  public func records() throws -> [Record] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try RecordFile(file).records()
  }

  /// Replaces the records of the tests that were run and keeps the others.
  ///
  /// A file that cannot be read is set aside under another name and begun anew.
  public func merge(_ fresh: [Record]) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    var kept: [Record] = []
    do {
      kept = try records()
    } catch {
      try FileManager.default.moveItem(at: file, to: unusedName())
    }
    func key(_ record: Record) -> String { "\(record.week).\(record.exercise).\(record.test)" }
    let replaced = Set(fresh.map(key))
    try write(kept.filter { !replaced.contains(key($0)) } + fresh)
  }

  /// Removes the records of exercises, whose code is gone; an exercise is named by its id.
  public func forget(_ exercises: Set<String>) throws {
    let all = try records()
    let kept = all.filter { !exercises.contains("\($0.week).\($0.exercise)") }
    if kept.count < all.count { try write(kept) }
  }

  private func write(_ records: [Record]) throws {
    try records.reduce(into: Data()) { $0 += try $1.line }.write(to: file, options: .atomic)
  }

  /// `progress-1.damaged`, or the first number that is free.
  private func unusedName() -> URL {
    let folder = file.deletingLastPathComponent()
    let stem = file.deletingPathExtension().lastPathComponent
    return FileManager.default.firstFreeFile { folder.appending(path: "\(stem)-\($0).damaged") }
  }
}
