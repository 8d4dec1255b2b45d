package import Foundation

/// What the directory says of one entry.
package struct ZipEntry: Sendable {
  package enum Kind: Sendable {
    case file, folder, symbolicLink, special
  }

  /// The name, parts divided by `/`, as it was given: it may climb and lie.
  package let path: String
  package let kind: Kind
  let method: Int
  let isEncrypted: Bool
  package let modified: Date?
  let checksum: UInt32
  private(set) var packedSize: Int
  /// In bytes, as the directory says.
  package private(set) var size: Int
  private(set) var offset: Int

  init(at position: inout Int, in window: inout ReadingWindow) throws {
    let fixed = try window.bytes(at: position, count: 46)
    guard fixed.count == 46, fixed.number(at: 0, 4) == 0x0201_4b50 else {
      throw ArchiveError.corrupt(.directoryEnd)
    }
    let nameLength = fixed.number(at: 28, 2)
    let extraLength = fixed.number(at: 30, 2)
    let rest = try window.bytes(at: position + 46, count: nameLength + extraLength)
    guard rest.count == nameLength + extraLength else { throw ArchiveError.truncated }
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

  private static func kind(madeBy system: Int, attributes: Int, path: String) -> Kind {
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
}
