package import Foundation

/// The directory at the end of a zip archive.
///
/// Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
package struct ZipDirectory {
  /// The offset of the directory.
  let start: Int
  /// The number of entries.
  package let count: Int
  private let source: any ByteSource

  /// Finds the directory.
  ///
  /// - Throws: `ArchiveError`.
  package init(of source: any ByteSource) throws {
    let beginning = try source.bytes(at: 0, count: 4).number(at: 0, 4)
    guard beginning == 0x0403_4b50 || beginning == 0x0605_4b50 else {
      throw ArchiveError.notAnArchive(format: "zip")
    }
    // The end record has 22 bytes and a comment of at most 65535.
    let tail = min(source.count, 22 + 0xffff)
    let base = source.count - tail
    let bytes = try source.bytes(at: base, count: tail)
    guard
      let end = stride(from: tail - 22, through: 0, by: -1).first(where: {
        bytes.number(at: $0, 4) == 0x0605_4b50
      })
    else { throw ArchiveError.truncated }
    guard bytes.number(at: end + 4, 2) == 0 || bytes.number(at: end + 4, 2) == 0xffff else {
      throw ArchiveError.corrupt(.severalParts)
    }
    var count = bytes.number(at: end + 10, 2)
    var start = bytes.number(at: end + 16, 4)
    // The 64-bit extension, announced by a record just before the end record.
    let locator = try source.bytes(at: base + end - 20, count: 20)
    if count == 0xffff || start == 0xffff_ffff, locator.number(at: 0, 4) == 0x0706_4b50 {
      let record = try source.bytes(at: try locator.offset(at: 8), count: 56)
      guard record.count == 56, record.number(at: 0, 4) == 0x0606_4b50 else {
        throw ArchiveError.corrupt(.directory64)
      }
      count = try record.offset(at: 32)
      start = try record.offset(at: 48)
    }
    self.start = start
    self.count = count
    self.source = source
  }

  /// Passes every entry in turn to a closure.
  ///
  /// - Parameters:
  ///   - page: the code page of names that are not UTF-8; by default each name is judged by itself.
  ///   - zone: the time zone of DOS dates, which have none; the machine's by default.
  ///   - body: receives each entry.
  /// - Throws: `ArchiveError`, or any error of `body`.
  package func readEntries(
    names page: CodePage? = nil, zone: TimeZone? = nil, _ body: (ZipEntry) throws -> Void
  ) throws {
    var window = ReadingWindow(source)
    var position = start
    for _ in 0..<count {
      try body(try ZipEntry(at: &position, in: &window, names: page, zone: zone))
    }
  }
}

/// A buffer for small consecutive reads, to avoid accessing the disk for each.
struct ReadingWindow {
  private let source: any ByteSource
  private var start = 0
  private var buffer: [UInt8] = []

  init(_ source: any ByteSource) { self.source = source }

  mutating func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    if offset < start || offset + count > start + buffer.count {
      start = offset
      buffer = try source.bytes(at: offset, count: Swift.max(count, 1 << 16))
    }
    let first = Swift.min(offset - start, buffer.count)
    return Array(buffer[first..<Swift.min(first + count, buffer.count)])
  }
}
