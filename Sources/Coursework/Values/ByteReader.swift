import Foundation
import Tensors

/// A reader of little-endian words and texts that never reads past the end.
struct ByteReader {
  private let data: UnsafeRawBufferPointer
  private(set) var offset = 0
  private var values = 0

  /// The largest number of values: a byte in the pipe can become dozens in memory.
  static let mostValues = 1 << 21
  /// As many axes as NumPy allows.
  static let highestRank = 64

  private init(_ data: UnsafeRawBufferPointer) {
    self.data = data
  }

  /// Reads bytes, which are only valid until `body` returns.
  static func read<Result>(
    _ data: Data, _ body: (inout ByteReader) throws -> Result
  ) rethrows -> Result {
    try data.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try body(&reader)
    }
  }

  var remaining: Int { data.count - offset }

  mutating func countValue() throws {
    values += 1
    guard values <= Self.mostValues else { throw MalformedBytes.tooMany(limit: Self.mostValues) }
  }

  mutating func byte() throws -> UInt8 {
    guard remaining >= 1 else { throw MalformedBytes.truncated(at: offset) }
    defer { offset += 1 }
    return data[offset]
  }

  mutating func word() throws -> UInt64 {
    guard remaining >= 8 else { throw MalformedBytes.truncated(at: offset) }
    defer { offset += 8 }
    return UInt64(littleEndian: data.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Reads a count of items that take at least `size` bytes each.
  mutating func count(ofAtLeast size: Int) throws -> Int {
    let start = offset
    let word = try word()
    guard word <= UInt64(remaining / size) else {
      throw MalformedBytes.impossibleLength(Int(clamping: word), at: start)
    }
    return Int(word)
  }

  /// Reads bytes whose presence `count(ofAtLeast:)` has verified.
  mutating func bytes(count: Int) throws -> Data {
    guard remaining >= count else { throw MalformedBytes.truncated(at: offset) }
    defer { offset += count }
    return Data(data[offset..<offset + count])
  }

  mutating func text() throws -> String {
    let count = try count(ofAtLeast: 1)
    guard let text = String(validating: data[offset..<offset + count], as: UTF8.self) else {
      throw MalformedBytes.notText(at: offset)
    }
    offset += count
    return text
  }

  mutating func tensor() throws -> Tensor {
    let start = offset
    let rank = try count(ofAtLeast: 8)
    guard rank <= Self.highestRank else { throw MalformedBytes.impossibleLength(rank, at: start) }
    var shape: [Int] = []
    var total = 1
    // Next to a length of 0 the other lengths could be arbitrarily large and overflow later
    // products.
    var positive = 1
    for _ in 0..<rank {
      guard let length = Int(exactly: try word()) else {
        throw MalformedBytes.impossibleLength(Int.max, at: start)
      }
      let (product, overflow) = positive.multipliedReportingOverflow(by: max(1, length))
      guard !overflow else { throw MalformedBytes.impossibleLength(length, at: start) }
      shape.append(length)
      positive = product
      total *= length
    }
    guard total <= remaining / 8 else { throw MalformedBytes.impossibleLength(total, at: start) }
    let elements = [Double](unsafeUninitializedCapacity: total) { buffer, initialized in
      let bytes = data[offset..<offset + total * 8]
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes))
      initialized = total
    }
    offset += total * 8
    guard let tensor = try? Tensor(shape: shape, elements: elements) else {
      throw MalformedBytes.impossibleLength(shape.max() ?? 0, at: start)
    }
    return tensor
  }
}
