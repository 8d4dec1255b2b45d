import Foundation

/// A folder on disk. Links in it are told and never followed.
struct FolderContainer: Container {
  let root: URL
  let limits: IntakeLimits

  func top() throws -> [Item] {
    try names(in: root).map { item($0) }
  }

  /// Hidden folders are not entered.
  func items(below folder: String) throws -> [Item] {
    var items: [Item] = []
    var waiting = [folder]
    var seen = 0
    while let folder = waiting.popLast() {
      for name in try names(in: root.appending(path: folder)) {
        seen += 1
        guard seen <= limits.entries else {
          throw RefusalReason.tooManyEntries(limit: limits.entries)
        }
        let item = item(folder + "/" + name)
        if item.isHidden { continue }
        if item.kind == .folder { waiting.append(item.path) } else { items.append(item) }
      }
    }
    return items.sorted { $0.path < $1.path }
  }

  func content(of item: Item, atMost limit: Int) throws -> [UInt8] {
    let file = try bytes(of: item, atMost: limit)
    return try file.bytes(at: 0, count: min(file.count, limit + 1))
  }

  func bytes(of item: Item, atMost limit: Int) throws -> any ByteSource {
    try FileBytes(path: root.appending(path: item.path).path)
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

  private func item(_ path: String) -> Item {
    var status = stat()
    guard lstat(root.appending(path: path).path, &status) == 0 else {
      return Item(path: path, kind: .special)
    }
    let kind: Item.Kind =
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
    return Item(
      path: path, kind: kind, size: Int(status.st_size),
      modified: Date(timeIntervalSince1970: Double(seconds)))
  }
}
