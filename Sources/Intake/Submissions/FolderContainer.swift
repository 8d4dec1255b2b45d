import Files
import Foundation

/// A folder on disk.
///
/// Links in it are told and never followed.
struct FolderContainer: Container {
  let root: URL
  let limits: IntakeLimits

  func children(of folder: String) throws -> [Entry] {
    guard !folder.isEmpty else { return try names(in: root).map { entry($0) } }
    return try names(in: root.appending(path: folder)).map { entry(folder + "/" + $0) }
  }

  /// Hidden folders are not entered.
  func entries(below folder: String) throws -> [Entry] {
    var entries: [Entry] = []
    var waiting = [folder]
    var seen = 0
    while let folder = waiting.popLast() {
      for name in try names(in: root.appending(path: folder)) {
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
    try FileBytes(path: root.appending(path: entry.path).path)
  }

  func clone(_ folder: String) -> URL? {
    let url = root.appending(path: folder)
    return GitClone.isClone(url) ? url : nil
  }

  private func names(in folder: URL) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      throw IntakeError.unreadable(folder.path, reason: "\(error.localizedDescription)")
    }
  }

  private func entry(_ path: String) -> Entry {
    var status = stat()
    guard lstat(root.appending(path: path).path, &status) == 0 else {
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
