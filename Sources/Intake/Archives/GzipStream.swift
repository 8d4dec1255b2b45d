import Files
import Foundation
import Text

/// A sequential stream of bytes.
protocol ByteStream {
  /// Reads exactly this many bytes; fewer at the end.
  mutating func read(_ count: Int) throws -> [UInt8]
  /// - Returns: the number of skipped bytes, which is smaller than requested at the end.
  mutating func skip(_ count: Int) throws -> Int
}

/// A stream over a source, from its beginning.
struct PlainStream: ByteStream {
  let source: any ByteSource
  private(set) var position = 0

  init(_ source: any ByteSource) { self.source = source }

  mutating func read(_ count: Int) throws -> [UInt8] {
    let bytes = try source.bytes(at: position, count: count)
    position += bytes.count
    return bytes
  }

  mutating func skip(_ count: Int) -> Int {
    let skipped = min(count, source.count - position)
    position += skipped
    return skipped
  }
}

/// A stream of the uncompressed content of a gzip file (RFC 1952).
struct GzipStream: ByteStream {
  private let source: any ByteSource
  private let limits: IntakeLimits.Unpacking
  private var inflater: Inflater
  private var checksum: UInt32 = 0
  private var size = 0
  private var total = 0
  private var isAtEnd = false
  private var piece: [UInt8] = []
  private var next = 0

  /// - Throws: `ArchiveError` for a file without a gzip header.
  init(_ source: any ByteSource, limits: IntakeLimits.Unpacking) throws {
    self.source = source
    self.limits = limits
    guard let start = try Self.header(of: source, at: 0) else {
      throw ArchiveError.notAnArchive(format: "tar.gz")
    }
    inflater = Inflater(source, in: start..<source.count)
  }

  mutating func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, try refill() {
      let taken = min(count - bytes.count, piece.count - next)
      bytes += piece[next..<next + taken]
      next += taken
    }
    return bytes
  }

  mutating func skip(_ count: Int) throws -> Int {
    var skipped = 0
    while skipped < count, try refill() {
      let taken = min(count - skipped, piece.count - next)
      skipped += taken
      next += taken
    }
    return skipped
  }

  /// - Returns: false at the end.
  private mutating func refill() throws -> Bool {
    while next == piece.count {
      guard !isAtEnd else { return false }
      piece = try inflater.next()
      next = 0
      checksum = CRC32.checksum(piece, continuing: checksum)
      size += piece.count
      total += piece.count
      try limits.check(unpacked: total, packed: inflater.bits.position)
      if piece.isEmpty { try endMember() }
    }
    return true
  }

  /// Verifies a member's checksum and length, and begins the next member, if there is one.
  private mutating func endMember() throws {
    let end = inflater.bits.position
    let trailer = try source.bytes(at: end, count: 8)
    guard trailer.count == 8 else { throw ArchiveError.truncated }
    guard trailer.number(at: 0, 4) == Int(checksum),
      trailer.number(at: 4, 4) == size & 0xffff_ffff
    else { throw ArchiveError.checksum }
    if let start = try Self.header(of: source, at: end + 8) {
      inflater = Inflater(source, in: start..<source.count)
      checksum = 0
      size = 0
    } else {
      isAtEnd = true
    }
  }

  /// Returns the offset of the compressed data; nil where there is no gzip header.
  private static func header(of source: any ByteSource, at start: Int) throws -> Int? {
    // No real header has a name or comment of more than 64 KB.
    let bytes = try source.bytes(at: start, count: 1 << 16)
    guard bytes.count >= 18, bytes[0] == 0x1f, bytes[1] == 0x8b, bytes[2] == 8 else { return nil }
    let flags = bytes[3]
    var end = 10
    if flags & 4 != 0 { end += 2 + bytes.number(at: end, 2) }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard end < bytes.count, let nul = bytes[end...].firstIndex(of: 0) else { return nil }
      end = nul + 1
    }
    if flags & 2 != 0 { end += 2 }
    return end <= bytes.count ? start + end : nil
  }
}
