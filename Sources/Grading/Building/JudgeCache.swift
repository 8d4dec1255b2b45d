import Files
import Foundation

/// The folder of the judges that were built, one folder each.
struct JudgeCache {
  private let folder: URL

  init(_ folder: URL) {
    self.folder = folder
  }

  /// The package of a judge.
  static func package(in folder: URL) -> URL { folder.appending(path: "DeepLearningCourse") }

  /// A judge that grades some weeks as the sources would, whatever became of the others.
  ///
  /// It stays until this process ends.
  func find(_ wanted: SourceDigest, _ weeks: [String]) -> (folder: URL, digest: SourceDigest)? {
    for name in names {
      let judge = folder.appending(path: name)
      guard let digest = Self.digest(of: judge), digest.grades(weeks, as: wanted),
        FileLock(path: lock(name), waits: false, isShared: true) != nil,
        // It may have been removed in the meantime.
        Self.digest(of: judge) != nil
      else { continue }
      return (judge, digest)
    }
    return nil
  }

  /// Makes the folder of a judge.
  ///
  /// Who wants the same one at the same time waits for it. Judges that differ in an instructor's own
  /// suites alone share a folder, so that after an edit of these only they are built again.
  ///
  /// - Parameters:
  ///   - digest: the digest of its sources.
  ///   - copy: fills the folder of its package.
  ///   - build: builds the package, after it has put the instructor's suites there.
  /// - Returns: the folder.
  /// - Throws: what `copy` or `build` throws, or what keeps the folder from being made.
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
      // Copied as a whole is what has this mark.
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

  /// The first of some folders that nobody uses, held; where all are in use, the first once it is free.
  private func free(_ names: [String]) -> (name: String, lock: FileLock?) {
    for name in names {
      if let held = FileLock(path: lock(name), waits: false) { return (name, held) }
    }
    return (names[0], FileLock(path: lock(names[0]), waits: true))
  }

  /// Removes the judges that nobody uses.
  func removeOthers(than judge: URL) {
    // One with and one without an instructor's own suites are of the same sources.
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
