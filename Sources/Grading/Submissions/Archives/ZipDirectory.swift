import Foundation

/// Where the directory of a zip archive stands.
struct ZipDirectory {
  let start: Int
  let count: Int

  init(of source: any ByteSource) throws {
    // The last record has 22 bytes and a comment of at most 65535.
    let tail = min(source.count, 22 + 0xffff)
    let base = source.count - tail
    let bytes = try source.bytes(at: base, count: tail)
    guard
      let end = stride(from: tail - 22, through: 0, by: -1).first(where: {
        bytes.number(at: $0, 4) == 0x0605_4b50
      })
    else { throw RefusalReason.truncated }
    guard bytes.number(at: end + 4, 2) == 0 || bytes.number(at: end + 4, 2) == 0xffff else {
      throw RefusalReason.corrupt(.severalParts)
    }
    var count = bytes.number(at: end + 10, 2)
    var start = bytes.number(at: end + 16, 4)
    // The 64-bit extension, announced by a record just before the last one.
    let locator = try source.bytes(at: base + end - 20, count: 20)
    if count == 0xffff || start == 0xffff_ffff, locator.number(at: 0, 4) == 0x0706_4b50 {
      let record = try source.bytes(at: try locator.offset(at: 8), count: 56)
      guard record.count == 56, record.number(at: 0, 4) == 0x0606_4b50 else {
        throw RefusalReason.corrupt(.directory64)
      }
      count = try record.offset(at: 32)
      start = try record.offset(at: 48)
    }
    self.start = start
    self.count = count
  }
}

/// What the directory says of one entry.
struct ZipDirectoryEntry {
  let path: String
  let kind: Entry.Kind
  let method: Int
  let isEncrypted: Bool
  let modified: Date?
  let checksum: UInt32
  private(set) var packedSize: Int
  private(set) var size: Int
  private(set) var offset: Int

  init(at position: inout Int, in window: inout ReadingWindow) throws {
    let fixed = try window.bytes(at: position, count: 46)
    guard fixed.count == 46, fixed.number(at: 0, 4) == 0x0201_4b50 else {
      throw RefusalReason.corrupt(.directoryEnd)
    }
    let nameLength = fixed.number(at: 28, 2)
    let extraLength = fixed.number(at: 30, 2)
    let rest = try window.bytes(at: position + 46, count: nameLength + extraLength)
    guard rest.count == nameLength + extraLength else { throw RefusalReason.truncated }
    position += 46 + rest.count + fixed.number(at: 32, 2)
    let extra = ZipExtraFields(Array(rest[nameLength...]))
    path = extra.path ?? Self.text(Array(rest[..<nameLength]))
    isEncrypted = fixed.number(at: 8, 2) & 1 == 1
    method = fixed.number(at: 10, 2)
    modified = extra.modified ?? Self.date(fixed.number(at: 14, 2), time: fixed.number(at: 12, 2))
    checksum = UInt32(truncatingIfNeeded: fixed.number(at: 16, 4))
    packedSize = fixed.number(at: 20, 4)
    size = fixed.number(at: 24, 4)
    offset = fixed.number(at: 42, 4)
    kind = Self.kind(
      madeBy: fixed.number(at: 4, 2) >> 8, attributes: fixed.number(at: 38, 4), path: path)
    // Sizes that do not fit stand among the extra fields, in this order.
    var wide = extra.wide[...]
    for field in [\Self.size, \Self.packedSize, \Self.offset]
    where self[keyPath: field] == 0xffff_ffff {
      guard let value = wide.popFirst() else { break }
      self[keyPath: field] = value
    }
  }

  func item(place: Int) -> Entry {
    Entry(path: path, kind: kind, size: size, modified: modified, place: place)
  }

  private static func kind(madeBy system: Int, attributes: Int, path: String) -> Entry.Kind {
    // Unix and macOS keep the file's mode in the upper half.
    switch system == 3 || system == 19 ? attributes >> 16 & 0xf000 : 0 {
    case 0xa000: .symbolicLink
    case 0x1000, 0x2000, 0x6000, 0xc000: .special
    default: path.hasSuffix("/") || path.hasSuffix("\\") ? .folder : .file
    }
  }

  /// UTF-8, as most tools write names whether they say so or not; else the code page of Chinese
  /// Windows, if the bytes have its form; else Latin 1, in which every byte means something.
  private static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let chinese = String.Encoding(rawValue: 0x8000_0632)  // GB 18030
    let encoding = bytes.isGB2312 ? chinese : .isoLatin1
    return String(bytes: bytes, encoding: encoding) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// A date of DOS, in the local time of who packed; theirs is taken to be ours.
  private static func date(_ date: Int, time: Int) -> Date? {
    guard date != 0 else { return nil }
    var parts = tm()
    parts.tm_year = Int32(date >> 9 + 80)
    parts.tm_mon = Int32((date >> 5 & 15) - 1)
    parts.tm_mday = Int32(date & 31)
    parts.tm_hour = Int32(time >> 11)
    parts.tm_min = Int32(time >> 5 & 63)
    parts.tm_sec = Int32((time & 31) * 2)
    parts.tm_isdst = -1
    let seconds = mktime(&parts)
    return seconds == -1 ? nil : Date(timeIntervalSince1970: Double(seconds))
  }
}

/// What stands behind a name in the directory.
struct ZipExtraFields {
  private(set) var modified: Date?
  private(set) var path: String?
  /// Sizes and offset of the 64-bit extension.
  private(set) var wide: [Int] = []

  init(_ bytes: [UInt8]) {
    var place = 0
    while place + 4 <= bytes.count {
      let length = bytes.number(at: place + 2, 2)
      let field = bytes[min(place + 4, bytes.count)..<min(place + 4 + length, bytes.count)]
      read(bytes.number(at: place, 2), Array(field))
      place += 4 + length
    }
  }

  private mutating func read(_ id: Int, _ field: [UInt8]) {
    switch id {
    case 0x0001:
      wide = stride(from: 0, to: field.count - 7, by: 8).compactMap { try? field.offset(at: $0) }
    case 0x5455 where field.count >= 5 && field[0] & 1 == 1:
      let seconds = Int32(truncatingIfNeeded: field.number(at: 1, 4))
      modified = Date(timeIntervalSince1970: Double(seconds))
    case 0x7075 where field.count > 5:
      path = String(validating: field[5...], as: UTF8.self)
    default: break
    }
  }
}

extension [UInt8] {
  /// Whether all bytes beyond ASCII stand in pairs of GB 2312.
  fileprivate var isGB2312: Bool {
    var high = 0
    for byte in self {
      guard byte < 0x80 || byte >= 0xa1 else { return false }
      guard byte < 0x80 || high > 0 else {
        high = 1
        continue
      }
      guard byte >= 0x80 || high == 0 else { return false }
      high = 0
    }
    return high == 0
  }

  /// A number of eight bytes that may be a place in a file.
  fileprivate func offset(at place: Int) throws -> Int {
    guard place + 8 <= count, self[place + 7] < 0x40 else {
      throw RefusalReason.corrupt(.placeBeyondEnd)
    }
    return number(at: place, 8)
  }
}

/// Reads small parts that follow one another without asking the disk for each.
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
