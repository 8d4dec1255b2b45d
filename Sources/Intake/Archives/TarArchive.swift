import Files
import Foundation

/// A tar archive as written by POSIX (ustar, pax) and GNU tools, optionally compressed by gzip.
///
/// Format: IEEE Std 1003.1, pax, and https://www.gnu.org/software/tar/manual/html_node/Standard.html
struct TarArchive: Archive {
  private(set) var items: [Entry] = []
  private let content: any ByteSource

  /// Reads the headers of a plain archive and remembers the items to keep; their content stays in
  /// place.
  init(
    _ source: any ByteSource, limits: IntakeLimits.Unpacking,
    isKept: (Entry) -> Bool = { _ in true }
  ) throws {
    content = source
    var reader = TarReader(PlainStream(source), limits: limits)
    while let entry = try reader.next() {
      let item = entry.item(place: reader.stream.position)
      if isKept(item) { items.append(item) }
      try reader.skip(entry)
    }
  }

  /// Reads a compressed archive once, keeping the content that may be needed.
  ///
  /// The spool receives the content of files up to the size that `keep` returns.
  init(
    gzipped source: any ByteSource, limits: IntakeLimits.Unpacking, spool: some Spool,
    isKept: (Entry) -> Bool = { _ in true }, keep: (_ name: String) -> Int
  ) throws {
    content = spool
    var reader = TarReader(try GzipStream(source, limits: limits), limits: limits)
    while let entry = try reader.next() {
      let item = entry.item(place: -1)
      if item.kind == .file, item.nameFault == nil, !item.isHidden, item.size <= keep(item.name) {
        let place = try spool.append(try reader.content(of: entry))
        if isKept(item) { items.append(entry.item(place: place)) }
      } else {
        if isKept(item) { items.append(item) }
        try reader.skip(entry)
      }
    }
    // The checksum is at the very end.
    try reader.drain()
  }

  func content(of item: Entry, atMost limit: Int) throws -> [UInt8] {
    let bytes = try content.bytes(at: item.place, count: min(item.size, limit + 1))
    guard bytes.count == min(item.size, limit + 1) else { throw ArchiveError.truncated }
    return bytes
  }

  func bytes(of item: Entry, atMost limit: Int) throws -> any ByteSource {
    SourceSlice(source: content, start: item.place, count: item.size)
  }
}

/// The contents of a tar header.
struct TarEntry {
  var path: String
  var kind: Entry.Kind
  var size: Int
  var modified: Date?

  func item(place: Int) -> Entry {
    Entry(path: path, kind: kind, size: size, modified: modified, place: place)
  }
}

/// Reads a tar archive one entry at a time.
struct TarReader<Stream: ByteStream> {
  private(set) var stream: Stream
  private let limits: IntakeLimits.Unpacking
  private var seen = 0

  private static var block: Int { 512 }
  /// The longest name or set of extended attributes that is accepted.
  private static var longestExtension: Int { 1 << 16 }

  init(_ stream: Stream, limits: IntakeLimits.Unpacking) {
    self.stream = stream
    self.limits = limits
  }

  /// Returns the next entry; nil at the end.
  ///
  /// The entry's content follows and must be read or skipped.
  mutating func next() throws -> TarEntry? {
    var name: String?
    var attributes: [String: String] = [:]
    while true {
      let header = try stream.read(Self.block)
      if seen == 0 && !Self.isHeader(header) && !header.allSatisfy({ $0 == 0 }) {
        throw ArchiveError.notAnArchive(format: "tar")
      }
      // Two blocks of zeros end an archive, though some tools write none.
      if header.isEmpty || header.count == Self.block && header.allSatisfy({ $0 == 0 }) {
        return nil
      }
      guard header.count == Self.block else { throw ArchiveError.truncated }
      guard Self.isHeader(header) else { throw ArchiveError.corrupt(.entryHeader) }
      seen += 1
      guard seen <= limits.entries else {
        throw RefusalReason.tooManyEntries(limit: limits.entries)
      }
      let size = try Self.number(header[124..<136])
      switch header[156] {
      case UInt8(ascii: "L"):
        name = Self.text(try extended(size)[...])
      case UInt8(ascii: "K"):
        _ = try extended(size)
      case UInt8(ascii: "x"):
        attributes.merge(Self.attributes(try extended(size))) { _, later in later }
      case UInt8(ascii: "g"):
        _ = try extended(size)
      case let type:
        let wide = try attributes["size"].map { try Self.decimal($0) }
        let entry = TarEntry(
          path: attributes["path"] ?? name ?? Self.path(header), kind: Self.kind(type),
          size: wide ?? size,
          modified: try Self.date(attributes["mtime"], header[136..<148]))
        // A path with a trailing slash is a folder, as in archives from before POSIX.
        guard entry.kind == .file && entry.path.hasSuffix("/") else { return entry }
        return TarEntry(path: entry.path, kind: .folder, size: entry.size, modified: entry.modified)
      }
    }
  }

  mutating func content(of entry: TarEntry) throws -> [UInt8] {
    let content = try stream.read(entry.size)
    guard content.count == entry.size else { throw ArchiveError.truncated }
    try skipPadding(entry.size)
    return content
  }

  mutating func skip(_ entry: TarEntry) throws {
    // Links and folders have no content, whatever their size field says.
    guard entry.kind == .file || entry.kind == .special else { return }
    guard try stream.skip(entry.size) == entry.size else { throw ArchiveError.truncated }
    try skipPadding(entry.size)
  }

  /// Skips to the end of the stream.
  mutating func drain() throws { _ = try stream.skip(.max) }

  private mutating func skipPadding(_ size: Int) throws {
    let padding = (Self.block - size % Self.block) % Self.block
    // The last entry's padding may be missing.
    _ = try stream.skip(padding)
  }

  private mutating func extended(_ size: Int) throws -> [UInt8] {
    guard size <= Self.longestExtension else {
      throw ArchiveError.corrupt(.nameLength(bytes: size))
    }
    let bytes = try stream.read(size)
    guard bytes.count == size else { throw ArchiveError.truncated }
    try skipPadding(size)
    return bytes
  }
}
