import Files
import Foundation
import Text

/// A zip archive, by the directory at its end.
///
/// Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
struct ZipArchive: Archive {
  private(set) var items: [Entry] = []
  private var entries: [ZipDirectoryEntry] = []
  private let source: any ByteSource

  /// - Parameter isKept: which items are remembered.
  init(
    _ source: any ByteSource, limits: IntakeLimits.Unpacking,
    isKept: (Entry) -> Bool = { _ in true }
  ) throws {
    self.source = source
    let start = try source.bytes(at: 0, count: 4)
    guard start.number(at: 0, 4) == 0x0403_4b50 || start.number(at: 0, 4) == 0x0605_4b50 else {
      throw RefusalReason.notAnArchive(format: "zip")
    }
    let directory = try ZipDirectory(of: source)
    guard directory.count <= limits.entries else {
      throw RefusalReason.tooManyEntries(limit: limits.entries)
    }
    var total = 0
    var window = ReadingWindow(source)
    var position = directory.start
    for _ in 0..<directory.count {
      let entry = try ZipDirectoryEntry(at: &position, in: &window)
      total += entry.size
      try limits.check(unpacked: total, packed: source.count)
      let item = entry.item(place: entries.count)
      guard isKept(item) else { continue }
      items.append(item)
      entries.append(entry)
    }
  }

  func content(of item: Entry, atMost limit: Int) throws -> [UInt8] {
    let entry = entries[item.place]
    guard !entry.isEncrypted else { throw RefusalReason.encrypted }
    let data = try range(of: entry)
    var content: [UInt8] = []
    switch entry.method {
    case 0:
      guard entry.size == entry.packedSize else { throw RefusalReason.corrupt(.twoSizes) }
      content = try source.bytes(at: data.lowerBound, count: min(data.count, limit + 1))
    case 8:
      var inflater = Inflater(source, in: data)
      while content.count <= min(limit, entry.size) {
        let piece = try inflater.next()
        if piece.isEmpty { break }
        content += piece
      }
    case let method:
      throw RefusalReason.unknownCompression(method: method)
    }
    if content.count > limit { return Array(content.prefix(limit + 1)) }
    guard content.count == entry.size, CRC32.checksum(content) == entry.checksum else {
      throw RefusalReason.checksum
    }
    return content
  }

  func bytes(of item: Entry, atMost limit: Int) throws -> any ByteSource {
    let entry = entries[item.place]
    // An archive within an archive is mostly stored as it is; its own parts have checksums.
    if entry.method == 0, !entry.isEncrypted, entry.size == entry.packedSize {
      let data = try range(of: entry)
      return SourceSlice(source: source, start: data.lowerBound, count: data.count)
    }
    return MemoryBytes(bytes: try content(of: item, atMost: limit))
  }

  /// Where the bytes of an entry stand, behind the header of its own.
  private func range(of entry: ZipDirectoryEntry) throws -> Range<Int> {
    let header = try source.bytes(at: entry.offset, count: 30)
    guard header.count == 30, header.number(at: 0, 4) == 0x0403_4b50 else {
      throw RefusalReason.corrupt(.otherBeginning)
    }
    let start = entry.offset + 30 + header.number(at: 26, 2) + header.number(at: 28, 2)
    guard entry.packedSize <= source.count, start <= source.count - entry.packedSize else {
      throw RefusalReason.truncated
    }
    return start..<start + entry.packedSize
  }
}
