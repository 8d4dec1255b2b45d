import Files
import Foundation

/// A zip archive, by the directory at its end.
struct ZipArchive: Archive {
  private(set) var items: [Entry] = []
  private var entries: [ZipEntry] = []
  private let source: any ByteSource

  /// Reads the directory of an archive, and remembers the items that are kept.
  init(
    _ source: any ByteSource, limits: IntakeLimits.Unpacking,
    isKept: (Entry) -> Bool = { _ in true }
  ) throws {
    self.source = source
    let directory = try ZipDirectory(of: source)
    guard directory.count <= limits.entries else {
      throw RefusalReason.tooManyEntries(limit: limits.entries)
    }
    var total = 0
    try directory.readEntries { entry in
      total += entry.size
      try limits.check(unpacked: total, packed: source.count)
      let item = Entry(
        path: entry.path, kind: Entry.Kind(entry.kind), size: entry.size, modified: entry.modified,
        place: entries.count)
      guard isKept(item) else { return }
      items.append(item)
      entries.append(entry)
    }
  }

  func content(of item: Entry, atMost limit: Int) throws -> [UInt8] {
    try entries[item.place].content(in: source, atMost: limit)
  }

  func bytes(of item: Entry, atMost limit: Int) throws -> any ByteSource {
    // An archive within an archive is mostly stored as it is; its own parts have checksums.
    if let data = try entries[item.place].stored(in: source) {
      return SourceSlice(source: source, start: data.lowerBound, count: data.count)
    }
    return MemoryBytes(bytes: try content(of: item, atMost: limit))
  }
}

extension Entry.Kind {
  fileprivate init(_ kind: ZipEntry.Kind) {
    switch kind {
    case .file: self = .file
    case .folder: self = .folder
    case .symbolicLink: self = .symbolicLink
    case .special: self = .special
    }
  }
}
