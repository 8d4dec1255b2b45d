import Files
import Foundation

/// The folder of built judges, each in a folder of its own.
struct JudgeCache {
  private let folder: URL

  init(_ folder: URL) {
    self.folder = folder
  }

  /// Returns the package of a judge.
  static func package(in folder: URL) -> URL { folder.appending(path: "DeepLearningCourse") }

  /// Finds a judge that grades some weeks as the sources would, even if other weeks differ.
  ///
  /// The judge is kept until this process ends.
  func find(_ wanted: SourceDigest, _ weeks: [String]) -> (folder: URL, digest: SourceDigest)? {
    for name in names {
      let judge = folder.appending(path: name)
      guard let digest = Self.digest(of: judge), digest.grades(weeks, as: wanted),
        FileLock(path: lock(name), waits: false, isShared: true) != nil,
        // The judge may have been removed in the meantime.
        Self.digest(of: judge) != nil
      else { continue }
      return (judge, digest)
    }
    return nil
  }

  /// Makes the folder of a judge.
  ///
  /// Processes that need the same judge at the same time wait for one another. Judges that differ
  /// only in an instructor's own suites share a folder, so that editing these rebuilds nothing
  /// else.
  ///
  /// - Parameters:
  ///   - digest: the digest of its sources.
  ///   - copy: fills the folder of its package.
  ///   - build: builds the package, after adding the instructor's suites.
  /// - Returns: the folder.
  /// - Throws: any error of `copy` or `build`, or in making the folder.
  func make(
    _ digest: SourceDigest, copy: (_ package: URL) throws -> Void,
    build: (_ package: URL) throws -> Void
  ) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let base = String(digest.withoutHidden.hex().prefix(16))
    let (name, exclusive) = free(
      digest.hidden == nil ? [base] : (1...4).map { "\(base)-hidden\($0)" })
    let judge = folder.appending(path: name)
    if Self.digest(of: judge) != digest {
      defer { if Self.digest(of: judge) == nil { exclusive?.release() } }
      let package = Self.package(in: judge)
      // This mark exists only once the copy is complete.
      let copied = judge.appending(path: "copied")
      try? FileManager.default.removeItem(at: Self.mark(of: judge))
      if !FileManager.default.fileExists(atPath: copied.path) {
        try? FileManager.default.removeItem(at: judge)
        try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
        try copy(package)
        try Data().write(to: copied)
      }
      try build(package)
      try JSONEncoder().encode(digest).write(to: Self.mark(of: judge), options: .atomic)
    }
    exclusive?.release()
    _ = FileLock(path: lock(name), waits: true, isShared: true)
    return judge
  }

  /// Returns the first folder not in use, locked; if all are in use, waits for the first.
  private func free(_ names: [String]) -> (name: String, lock: FileLock?) {
    for name in names {
      if let held = FileLock(path: lock(name), waits: false) { return (name, held) }
    }
    return (names[0], FileLock(path: lock(names[0]), waits: true))
  }

  /// Removes the judges that are not in use.
  func removeOthers(than judge: URL) {
    // A judge with and one without an instructor's own suites share the same sources.
    let base = judge.lastPathComponent.prefix { $0 != "-" }
    for name in names where !name.hasPrefix(base) {
      guard let exclusive = FileLock(path: lock(name), waits: false) else { continue }
      try? FileManager.default.removeItem(at: folder.appending(path: name))
      try? FileManager.default.removeItem(atPath: lock(name))
      exclusive.release()
    }
  }

  private var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { FileManager.default.isFolder(folder.appending(path: $0).path) }.sorted()
  }

  private func lock(_ name: String) -> String { folder.appending(path: "\(name).lock").path }

  private static func mark(of judge: URL) -> URL { judge.appending(path: "built.json") }

  private static func digest(of judge: URL) -> SourceDigest? {
    guard let data = try? Data(contentsOf: mark(of: judge)) else { return nil }
    return try? JSONDecoder().decode(SourceDigest.self, from: data)
  }
}
