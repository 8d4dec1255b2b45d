import Foundation

/// Finds duplicate keys in the objects of a JSON text, of which decoders silently keep one.
///
/// The text must be known to be valid JSON.
struct DoubledKeys {
  /// A path such as `$.points.C1W2`, and the lines on which its key occurs.
  struct Found: Equatable {
    let path: String
    let lines: [Int]
  }

  private(set) var found: [Found] = []
  private var bytes: [UInt8]
  private var place = 0
  private var line = 1

  init(_ json: Data) {
    bytes = Array(json)
    value("$")
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func value(_ path: String) {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): object(path)
    case UInt8(ascii: "["): array(path)
    case UInt8(ascii: "\""): _ = text()
    default:
      while let byte = current, !",]}".utf8.contains(byte) { advance(byte) }
    }
    skipSpace()
  }

  private mutating func object(_ path: String) {
    place += 1
    var lines: [String: [Int]] = [:]
    skipSpace()
    while current == UInt8(ascii: "\"") {
      let at = line
      let key = text()
      let inner = PolicyReader.path(path, key)
      lines[key, default: []].append(at)
      skipSpace()
      place += 1
      value(inner)
      if current == UInt8(ascii: ",") { place += 1 }
      skipSpace()
    }
    place += 1
    found += lines.filter { $0.value.count > 1 }
      .map { Found(path: PolicyReader.path(path, $0.key), lines: $0.value) }
      .sorted { $0.lines[0] < $1.lines[0] }
  }

  private mutating func array(_ path: String) {
    place += 1
    var index = 0
    skipSpace()
    while let byte = current, byte != UInt8(ascii: "]") {
      value("\(path)[\(index)]")
      index += 1
      if current == UInt8(ascii: ",") { place += 1 }
      skipSpace()
    }
    place += 1
  }

  /// Reads a string without its quotes; escapes are decoded, so that `"a"` and `"\\u0061"` are the
  /// same key.
  private mutating func text() -> String {
    let start = place
    place += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    place = min(place + 1, bytes.count)
    let quoted = Data("[".utf8) + Data(bytes[start..<place]) + Data("]".utf8)
    return (try? JSONDecoder().decode([String].self, from: quoted))?.first ?? ""
  }

  private mutating func skipSpace() {
    while let byte = current, " \t\r\n".utf8.contains(byte) { advance(byte) }
  }

  private mutating func advance(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") { line += 1 }
    place += 1
  }
}
