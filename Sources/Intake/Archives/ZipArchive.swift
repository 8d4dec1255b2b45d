import Files
import Foundation

/// A zip archive, read by the directory at its end.
struct ZipArchive: Archive {
  private(set) var items: [Entry] = []
  private var entries: [ZipEntry] = []
  private let source: any ByteSource

  /// The number of names from which the code page is determined.
  private static let mostNames = 2000

  /// Reads the directory of an archive and remembers the items to keep.
  ///
  /// - Parameters:
  ///   - source: the archive.
  ///   - limits: the limits on its contents.
  ///   - zone: the time zone of times without one.
  ///   - isKnown: whether part of a name matches somebody in the class, which identifies the code
  ///     page of names that are not UTF-8.
  ///   - isKept: whether to remember an item; called for every item.
  /// - Throws: `ArchiveError`, or `RefusalReason` for an archive that is too large.
  init(
    _ source: any ByteSource, limits: IntakeLimits.Unpacking, zone: TimeZone? = nil,
    isKnown: (String) -> Bool = { _ in false }, isKept: (Entry) -> Bool = { _ in true }
  ) throws {
    self.source = source
    let directory = try ZipDirectory(of: source)
    guard directory.count <= limits.entries else {
      throw RefusalReason.tooManyEntries(limit: limits.entries)
    }
    // All names of an archive are in the same code page.
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
    // A nested archive is usually stored uncompressed, and its own parts have checksums.
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
