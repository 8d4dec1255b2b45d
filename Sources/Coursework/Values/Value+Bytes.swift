public import Foundation
import Tensors

extension Value {
  private enum Tag: UInt8 {
    case null, no, yes, integer, number, text, tensor, list, record
  }

  /// The compact encoding that crosses the pipe: a tag, then the content, with integers and doubles
  /// as 8 little-endian bytes.
  public var bytes: Data {
    var data = Data(capacity: byteCount)
    append(to: &data)
    return data
  }

  /// The number of bytes that `append(to:)` writes, computed first so that the buffer never grows.
  var byteCount: Int {
    switch self {
    case .null, .boolean: 1
    case .integer, .number: 9
    case .text(let value): 9 + value.utf8.count
    case .tensor(let tensor): 9 + 8 * (tensor.rank + tensor.count)
    case .list(let items): items.reduce(9) { $0 + $1.byteCount }
    case .record(let fields):
      fields.reduce(9) { $0 + 8 + $1.name.utf8.count + $1.value.byteCount }
    }
  }

  func append(to data: inout Data) {
    switch self {
    case .null: data.append(Tag.null.rawValue)
    case .boolean(let value): data.append((value ? Tag.yes : Tag.no).rawValue)
    case .integer(let value):
      data.append(Tag.integer.rawValue)
      data.append(word: UInt64(bitPattern: Int64(value)))
    case .number(let value):
      data.append(Tag.number.rawValue)
      data.append(word: value.bitPattern)
    case .text(let value):
      data.append(Tag.text.rawValue)
      data.append(text: value)
    case .tensor(let tensor):
      data.append(Tag.tensor.rawValue)
      data.append(word: UInt64(tensor.rank))
      for length in tensor.shape { data.append(word: UInt64(length)) }
      tensor.elements.withUnsafeBytes { data.append(contentsOf: $0) }
    case .list(let items):
      data.append(Tag.list.rawValue)
      data.append(word: UInt64(items.count))
      for item in items { item.append(to: &data) }
    case .record(let fields):
      data.append(Tag.record.rawValue)
      data.append(word: UInt64(fields.count))
      for field in fields {
        data.append(text: field.name)
        field.value.append(to: &data)
      }
    }
  }

  /// Decodes a value from bytes that it must fill exactly.
  ///
  /// - Throws: `MalformedBytes` for anything that is not an encoded value; no input traps.
  public init(bytes: Data) throws {
    var reader = ByteReader(bytes)
    self = try Self.read(from: &reader, depth: 0)
    guard reader.remaining == 0 else { throw MalformedBytes.trailing(count: reader.remaining) }
  }

  private static let deepest = 64

  private static func read(from reader: inout ByteReader, depth: Int) throws -> Value {
    guard depth < deepest else { throw MalformedBytes.tooDeep(limit: deepest) }
    try reader.countValue()
    let start = reader.offset
    let byte = try reader.byte()
    guard let tag = Tag(rawValue: byte) else { throw MalformedBytes.unknownTag(byte, at: start) }
    switch tag {
    case .null: return .null
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .integer: return .integer(Int(Int64(bitPattern: try reader.word())))
    case .number: return .number(Double(bitPattern: try reader.word()))
    case .text: return .text(try reader.text())
    case .tensor: return .tensor(try reader.tensor())
    case .list:
      let count = try reader.count(ofAtLeast: 1)
      var items: [Value] = []
      items.reserveCapacity(count)
      for _ in 0..<count { items.append(try read(from: &reader, depth: depth + 1)) }
      return .list(items)
    case .record:
      let count = try reader.count(ofAtLeast: 9)
      var fields: [Field] = []
      fields.reserveCapacity(count)
      for _ in 0..<count {
        fields.append(Field(try reader.text(), try read(from: &reader, depth: depth + 1)))
      }
      return .record(fields)
    }
  }
}

extension Data {
  mutating func append(word: UInt64) {
    Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(text: String) {
    append(word: UInt64(text.utf8.count))
    append(contentsOf: text.utf8)
  }
}

/// A reader of little-endian words and texts that never reads past the end.
struct ByteReader {
  private let data: Data
  private(set) var offset = 0
  private var values = 0

  /// The largest number of values: a byte in the pipe can become dozens in memory.
  static let mostValues = 1 << 21
  /// As many axes as NumPy allows.
  static let highestRank = 64

  init(_ data: Data) {
    self.data = data
  }

  var remaining: Int { data.count - offset }

  mutating func countValue() throws {
    values += 1
    guard values <= Self.mostValues else { throw MalformedBytes.tooMany(limit: Self.mostValues) }
  }

  mutating func byte() throws -> UInt8 {
    guard remaining >= 1 else { throw MalformedBytes.truncated(at: offset) }
    defer { offset += 1 }
    return data[data.startIndex + offset]
  }

  mutating func word() throws -> UInt64 {
    guard remaining >= 8 else { throw MalformedBytes.truncated(at: offset) }
    defer { offset += 8 }
    return data.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
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
    return Data(data[data.startIndex + offset..<data.startIndex + offset + count])
  }

  mutating func text() throws -> String {
    let count = try count(ofAtLeast: 1)
    let start = data.startIndex + offset
    guard let text = String(bytes: data[start..<start + count], encoding: .utf8) else {
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
      data.withUnsafeBytes { source in
        let bytes = source[offset..<offset + total * 8]
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes))
      }
      initialized = total
    }
    offset += total * 8
    guard let tensor = try? Tensor(shape: shape, elements: elements) else {
      throw MalformedBytes.impossibleLength(shape.max() ?? 0, at: start)
    }
    return tensor
  }
}
