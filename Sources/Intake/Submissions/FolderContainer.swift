import Files
import Foundation
import Text

/// A folder on disk.
///
/// Links in it are reported but never followed.
struct FolderContainer: Container {
  let root: URL
  let limits: IntakeLimits
  private let raw: RawNames

  /// Opens a folder; `isKnown` says whether a name matches somebody in the class.
  init(
    root: URL, limits: IntakeLimits, isKnown: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.root = root
    self.limits = limits
    raw = RawNames(isKnown: isKnown)
  }

  func children(of folder: String) throws -> [Entry] {
    try names(in: folder).map { entry(folder.isEmpty ? $0 : folder + "/" + $0) }
  }

  /// Hidden folders are not entered.
  func entries(below folder: String) throws -> [Entry] {
    var entries: [Entry] = []
    var waiting = [folder]
    var seen = 0
    while let folder = waiting.popLast() {
      for name in try names(in: folder) {
        seen += 1
        guard seen <= limits.entries else {
          throw RefusalReason.tooManyEntries(limit: limits.entries)
        }
        let entry = entry(folder + "/" + name)
        if entry.isHidden { continue }
        if entry.kind == .folder { waiting.append(entry.path) } else { entries.append(entry) }
      }
    }
    return entries.sorted { $0.path < $1.path }
  }

  func content(of entry: Entry, atMost limit: Int) throws -> [UInt8] {
    let file = try bytes(of: entry, atMost: limit)
    return try file.bytes(at: 0, count: min(file.count, limit + 1))
  }

  func bytes(of entry: Entry, atMost limit: Int) throws -> any ByteSource {
    try FileBytes(
      path: root.appending(path: entry.path).path,
      opening: raw.bytes(of: entry.path, below: root.path))
  }

  func clone(_ folder: String) -> URL? {
    let url = root.appending(path: folder)
    return GitClone.isClone(url) ? url : nil
  }

  private func names(in folder: String) throws -> [String] {
    let place = folder.isEmpty ? root : root.appending(path: folder)
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
      guard names.contains(where: RawNames.isLost) else { return names }
    } catch {
      // An entry that Foundation cannot find may have a name that is not UTF-8.
      if let names = raw.names(in: folder, below: root.path) { return names }
      throw IntakeError.unreadable(place.path, reason: Phrase(reasonOf: error))
    }
    return raw.names(in: folder, below: root.path) ?? []
  }

  private func entry(_ path: String) -> Entry {
    var status = stat()
    guard lstat(raw.bytes(of: path, below: root.path), &status) == 0 else {
      return Entry(path: path, kind: .special)
    }
    let kind: Entry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .special
      }
    #if canImport(Darwin)
      let seconds = status.st_mtimespec.tv_sec
    #else
      let seconds = status.st_mtim.tv_sec
    #endif
    return Entry(
      path: path, kind: kind, size: Int(status.st_size),
      modified: Date(timeIntervalSince1970: Double(seconds)))
  }
}
