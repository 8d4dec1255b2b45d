public import Foundation
import Tensors

extension Value {
  fileprivate enum Tag: UInt8 {
    case null, no, yes, integer, number, text, tensor, list, record
  }

  /// The compact encoding that crosses the pipe: a tag, then the content, with integers and doubles
  /// as 8 little-endian bytes.
  public var bytes: Data { Data.written(byteCount) { $0.append(self) } }

  /// The number of bytes of the encoding, computed first so that the buffer never grows.
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

  /// Decodes a value from bytes that it must fill exactly.
  ///
  /// - Throws: `MalformedBytes` for anything that is not an encoded value; no input traps.
  public init(bytes: Data) throws {
    self = try ByteReader.read(bytes) { reader in
      let value = try Self.read(from: &reader, depth: 0)
      guard reader.remaining == 0 else { throw MalformedBytes.trailing(count: reader.remaining) }
      return value
    }
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

extension ByteWriter {
  /// Appends the encoding of a value, `byteCount` bytes.
  mutating func append(_ value: Value) {
    func begin(_ tag: Value.Tag, _ word: UInt64) {
      append(byte: tag.rawValue)
      append(word: word)
    }
    switch value {
    case .null: append(byte: Value.Tag.null.rawValue)
    case .boolean(let value): append(byte: (value ? Value.Tag.yes : Value.Tag.no).rawValue)
    case .integer(let value): begin(.integer, UInt64(bitPattern: Int64(value)))
    case .number(let value): begin(.number, value.bitPattern)
    case .text(let value):
      append(byte: Value.Tag.text.rawValue)
      append(text: value)
    case .tensor(let tensor):
      begin(.tensor, UInt64(tensor.rank))
      for length in tensor.shape { append(word: UInt64(length)) }
      tensor.elements.withUnsafeBytes { append($0) }
    case .list(let items):
      begin(.list, UInt64(items.count))
      for item in items { append(item) }
    case .record(let fields):
      begin(.record, UInt64(fields.count))
      for field in fields {
        append(text: field.name)
        append(field.value)
      }
    }
  }
}
