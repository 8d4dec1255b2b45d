/// A reader of bits, the lowest of each byte first, as DEFLATE packs them.
package struct BitReader {
  private let source: any ByteSource
  /// The offset in the source of the next bytes to fetch.
  private var offset: Int
  private let end: Int
  private var buffer: [UInt8] = []
  private var next = 0
  private var bits: UInt64 = 0
  private var count = 0

  init(_ source: any ByteSource, in range: Range<Int>) {
    self.source = source
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The offset of the first byte of which no bit was consumed.
  package var position: Int { offset - (buffer.count - next) - count / 8 }

  /// Returns the next bits without consuming them, with zeros beyond the end.
  mutating func peek(_ wanted: Int) throws -> Int {
    while count < wanted, let byte = try nextByte() {
      bits |= UInt64(byte) << UInt64(count)
      count += 8
    }
    return Int(truncatingIfNeeded: bits & (1 << UInt64(wanted) - 1))
  }

  /// - Throws: `ArchiveError.truncated` when fewer bits are left.
  mutating func drop(_ taken: Int) throws {
    guard taken <= count else { throw ArchiveError.truncated }
    bits >>= UInt64(taken)
    count -= taken
  }

  mutating func take(_ wanted: Int) throws -> Int {
    let value = try peek(wanted)
    try drop(wanted)
    return value
  }

  /// Skips the rest of a partly consumed byte.
  mutating func alignToByte() throws { try drop(count % 8) }

  /// Reads whole bytes, after `alignToByte`.
  mutating func bytes(_ wanted: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(wanted)
    while count >= 8 && bytes.count < wanted { bytes.append(UInt8(try take(8))) }
    while bytes.count < wanted, let byte = try nextByte() { bytes.append(byte) }
    guard bytes.count == wanted else { throw ArchiveError.truncated }
    return bytes
  }

  @inline(__always)
  private mutating func nextByte() throws -> UInt8? {
    if next == buffer.count { try refill() }
    guard next < buffer.count else { return nil }
    next += 1
    return buffer[next - 1]
  }

  private mutating func refill() throws {
    buffer = try source.bytes(at: offset, count: min(1 << 16, end - offset))
    offset += buffer.count
    next = 0
  }
}
