package import Foundation

/// An entry of the directory.
package struct ZipEntry: Sendable {
  package enum Kind: Sendable {
    case file, folder, symbolicLink, special
  }

  /// The name as given, with parts separated by `/`: it may climb out of the folder, and it may
  /// lie.
  package let path: String
  /// The bytes of a name that is not UTF-8, which need a code page to be decoded.
  package let rawName: [UInt8]?
  package let kind: Kind
  let method: Int
  let isEncrypted: Bool
  package let modified: Date?
  let checksum: UInt32
  private(set) var packedSize: Int
  /// The size in bytes, according to the directory.
  package private(set) var size: Int
  private(set) var offset: Int

  init(
    at position: inout Int, in window: inout ReadingWindow, names page: CodePage?, zone: TimeZone?
  ) throws {
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
    let name = Array(rest[..<nameLength])
    if let text = extra.path ?? String(validating: name, as: UTF8.self) {
      (path, rawName) = (text, nil)
    } else {
      path = (page ?? .best(for: [name])).text(of: name) ?? String(decoding: name, as: UTF8.self)
      rawName = name
    }
    isEncrypted = fixed.number(at: 8, 2) & 1 == 1
    method = fixed.number(at: 10, 2)
    modified =
      extra.modified
      ?? Self.date(fixed.number(at: 14, 2), time: fixed.number(at: 12, 2), in: zone ?? .current)
    checksum = UInt32(truncatingIfNeeded: fixed.number(at: 16, 4))
    packedSize = fixed.number(at: 20, 4)
    size = fixed.number(at: 24, 4)
    offset = fixed.number(at: 42, 4)
    kind = Self.kind(
      madeBy: fixed.number(at: 4, 2) >> 8, attributes: fixed.number(at: 38, 4), path: path)
    // Sizes that do not fit are in the extra field, in this order.
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

  /// Decodes an MS-DOS date, which has no time zone: it is in the local time of the packing
  /// machine.
  private static func date(_ date: Int, time: Int, in zone: TimeZone) -> Date? {
    guard date != 0 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = DateComponents(
      year: date >> 9 + 1980, month: date >> 5 & 15, day: date & 31, hour: time >> 11,
      minute: time >> 5 & 63, second: (time & 31) * 2)
    return parts.isValidDate(in: calendar) ? calendar.date(from: parts) : nil
  }
}
