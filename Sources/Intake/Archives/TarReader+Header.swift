import Files
import Foundation

/// The fields of a header of 512 bytes.
extension TarReader {
  /// Returns whether the header's checksum is right, with its own field counted as spaces.
  static func isHeader(_ header: [UInt8]) -> Bool {
    guard header.count == 512, let told = try? number(header[148..<156]) else { return false }
    let sum = header.enumerated().reduce(0) { sum, byte in
      sum + ((148..<156).contains(byte.offset) ? 0x20 : Int(byte.element))
    }
    return sum == told
  }

  static func kind(_ type: UInt8) -> Entry.Kind {
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
    case UInt8(ascii: "1"): .hardLink
    case UInt8(ascii: "2"): .symbolicLink
    case UInt8(ascii: "5"): .folder
    default: .special
    }
  }

  /// Parses octal digits or, where the highest bit is set, a big-endian binary number.
  static func number(_ field: ArraySlice<UInt8>) throws -> Int {
    guard let first = field.first else { return 0 }
    if first & 0x80 != 0 {
      // A negative number, or one beyond 2^56, is not a size.
      guard first == 0x80, field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else {
        throw ArchiveError.corrupt(.headerNumber)
      }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else {
      throw ArchiveError.corrupt(.headerNumber)
    }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  static func decimal(_ text: String) throws -> Int {
    guard let number = Int(text), number >= 0, number < 1 << 56 else {
      throw ArchiveError.corrupt(.headerNumber)
    }
    return number
  }

  static func text(_ field: ArraySlice<UInt8>) -> String {
    let bytes = Array(field.prefix { $0 != 0 })
    return String(validating: bytes, as: UTF8.self) ?? CodePage.best(for: [bytes]).text(of: bytes)
      ?? String(decoding: bytes, as: UTF8.self)
  }

  static func path(_ header: [UInt8]) -> String {
    let name = text(header[0..<100])
    // Only POSIX headers have a prefix; GNU headers keep times there.
    guard Array(header[257..<263]) == Array("ustar\0".utf8) else { return name }
    let prefix = text(header[345..<500])
    return prefix.isEmpty ? name : prefix + "/" + name
  }

  /// Parses a time in seconds since 1970; pax allows fractions.
  static func date(_ pax: String?, _ field: ArraySlice<UInt8>) throws -> Date? {
    if let seconds = pax.flatMap(Double.init), seconds.isFinite, abs(seconds) < 1e11 {
      return Date(timeIntervalSince1970: seconds.rounded(.down))
    }
    guard let seconds = try? number(field), seconds > 0, seconds < 100_000_000_000 else {
      return nil
    }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// Parses lines of the form `30 mtime=1350244992.023960108`, which begin with their own length.
  static func attributes(_ bytes: [UInt8]) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = bytes[...]
    while let blank = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<blank], as: UTF8.self)),
      length > blank - rest.startIndex + 1, length <= rest.count
    {
      let line = rest[(blank + 1)..<(rest.startIndex + length - 1)]
      if let sign = line.firstIndex(of: 0x3d) {
        attributes[String(decoding: line[..<sign], as: UTF8.self)] =
          String(decoding: line[(sign + 1)...], as: UTF8.self)
      }
      rest = rest.dropFirst(length)
    }
    return attributes
  }
}
