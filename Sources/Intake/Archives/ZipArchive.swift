import Files
import Foundation

/// A zip archive, by the directory at its end.
struct ZipArchive: Archive {
  private(set) var items: [Entry] = []
  private var entries: [ZipEntry] = []
  private let source: any ByteSource

  /// So many names tell the code page of all.
  private static let mostNames = 2000

  /// Reads the directory of an archive, and remembers the items that are kept.
  ///
  /// - Parameters:
  ///   - source: the archive.
  ///   - limits: how much it may hold.
  ///   - zone: of times without one.
  ///   - isKnown: whether a part of a name is somebody's in the class, by which the code page of names
  ///     is found that are no UTF-8.
  ///   - isKept: is asked of every item.
  /// - Throws: `ArchiveError`, or `RefusalReason` for one that is too large.
  init(
    _ source: any ByteSource, limits: IntakeLimits.Unpacking, zone: TimeZone? = nil,
    isKnown: (String) -> Bool = { _ in false }, isKept: (Entry) -> Bool = { _ in true }
  ) throws {
    self.source = source
    let directory = try ZipDirectory(of: source)
    guard directory.count <= limits.entries else {
      throw RefusalReason.tooManyEntries(limit: limits.entries)
    }
    // The names of one archive are all in one code page.
    var names: Set<[UInt8]> = []
    try directory.readEntries { entry in
      if names.count < Self.mostNames, let name = entry.rawName { names.insert(name) }
    }
    let page = names.isEmpty ? nil : CodePage.best(for: Array(names), isKnown: isKnown)
    var total = 0
    try directory.readEntries(names: page, zone: zone) { entry in
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
