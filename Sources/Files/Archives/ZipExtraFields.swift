import Foundation

/// The extra fields after a name in the directory.
struct ZipExtraFields {
  private(set) var modified: Date?
  private(set) var path: String?
  /// The sizes and the offset of the 64-bit extension.
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
  /// Reads an eight-byte number that may be an offset in a file.
  func offset(at place: Int) throws -> Int {
    guard place + 8 <= count, self[place + 7] < 0x40 else {
      throw ArchiveError.corrupt(.placeBeyondEnd)
    }
    return number(at: place, 8)
  }
}
