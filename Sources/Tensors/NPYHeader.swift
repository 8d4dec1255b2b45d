import Text

/// The header of a `.npy` file: the type, shape and order of its elements.
///
/// Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
struct NPYHeader {
  var type: NPYElementType
  var isFortranOrder: Bool
  var shape: [Int]
  /// The offset at which the elements begin.
  var dataOffset: Int

  static let magic: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

  init(_ bytes: UnsafeRawBufferPointer) throws(ArrayFileError) {
    guard bytes.count >= 6, bytes[..<6].elementsEqual(Self.magic) else { throw .notNPY }
    func need(_ part: Phrase, _ count: Int) throws(ArrayFileError) {
      guard bytes.count >= count else {
        throw .truncated(part: part, expected: count, actual: bytes.count)
      }
    }
    try need(Phrase("the version", zh: "版本号"), 8)
    let (major, minor) = (Int(bytes[6]), Int(bytes[7]))
    guard 1...3 ~= major, minor == 0 else {
      throw .unsupportedVersion(major: major, minor: minor)
    }
    let sizeBytes = major == 1 ? 2 : 4
    try need(Phrase("the length of the header", zh: "文件头长度"), 8 + sizeBytes)
    let length = (0..<sizeBytes).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    dataOffset = 8 + sizeBytes + length
    try need(Phrase("the header", zh: "文件头"), dataOffset)
    let text = bytes[(8 + sizeBytes)..<dataOffset]
    var parser = PythonDictionaryParser(Array(text))
    let entries = try parser.parse()
    guard case .text(let descr)? = entries["descr"] else {
      throw .malformedHeader(
        Phrase("it has no string 'descr'", zh: "缺少字符串 'descr'"))
    }
    guard case .truth(let isFortranOrder)? = entries["fortran_order"] else {
      throw .malformedHeader(
        Phrase("it has no truth value 'fortran_order'", zh: "缺少真假值 'fortran_order'"))
    }
    guard case .integers(let shape)? = entries["shape"] else {
      throw .malformedHeader(
        Phrase("it has no tuple of integers 'shape'", zh: "缺少整数元组 'shape'"))
    }
    guard entries.count == 3 else {
      throw .malformedHeader(
        Phrase(
          "it has keys other than 'descr', 'fortran_order' and 'shape'",
          zh: "除 'descr'、'fortran_order'、'shape' 外还有别的键"))
    }
    guard let type = NPYElementType(descr) else { throw .unsupportedType("'\(descr)'") }
    self.type = type
    self.isFortranOrder = isFortranOrder
    self.shape = shape
  }

  /// Encodes the header of a version 1.0 file of little-endian doubles in row-major order, byte for
  /// byte as NumPy writes it.
  static func bytes(shape: [Int]) -> [UInt8] {
    var text = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shapeText(shape)), }"
    if let first = shape.first {
      // NumPy leaves room for the first axis to grow to 21 digits.
      text += String(repeating: " ", count: 21 - String(first).count)
    }
    // The elements begin at a multiple of 64 bytes, after a line feed.
    let unpadded = 10 + text.utf8.count + 1
    text += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    let length = text.utf8.count
    return magic + [1, 0, UInt8(length & 0xff), UInt8(length >> 8)] + Array(text.utf8)
  }
}

/// A parser for the dictionary of literals in a `.npy` header, and for nothing else of Python.
private struct PythonDictionaryParser {
  enum Value {
    case text(String)
    case truth(Bool)
    case integers([Int])
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() throws(ArrayFileError) -> [String: Value] {
    var entries: [String: Value] = [:]
    try expect("{")
    while !consume("}") {
      let key = try string()
      try expect(":")
      let value = try value()
      guard entries.updateValue(value, forKey: key) == nil else {
        throw .malformedHeader(
          Phrase("the key '\(key)' occurs twice", zh: "键 '\(key)' 出现了两次"))
      }
      guard consume(",") else {
        try expect("}")
        break
      }
    }
    skipSpaces()
    guard position == bytes.count else {
      throw .malformedHeader(
        Phrase("something follows the dictionary", zh: "字典之后还有别的内容"))
    }
    return entries
  }

  private mutating func value() throws(ArrayFileError) -> Value {
    skipSpaces()
    guard position < bytes.count else {
      throw .malformedHeader(
        Phrase("it ends within a value", zh: "在值的中间结束了"))
    }
    switch bytes[position] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "("): return .integers(try tuple())
    case UInt8(ascii: "["):
      // Only elements with named fields have a list as their type.
      throw .unsupportedType(String(decoding: bytes[position...].prefix(40), as: UTF8.self) + "…")
    default:
      if consume("True") { return .truth(true) }
      if consume("False") { return .truth(false) }
      throw .malformedHeader(
        Phrase("a value is neither a string, a truth value nor a tuple", zh: "有一个值既不是字符串，也不是真假值或元组")
      )
    }
  }

  private mutating func string() throws(ArrayFileError) -> String {
    skipSpaces()
    guard position < bytes.count else {
      throw .malformedHeader(
        Phrase("it ends within a key", zh: "在键的中间结束了"))
    }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw .malformedHeader(
        Phrase("a key is not a string", zh: "有一个键不是字符串"))
    }
    guard let end = bytes[(position + 1)...].firstIndex(of: quote) else {
      throw .malformedHeader(
        Phrase("a string has no end", zh: "有一个字符串没有结尾"))
    }
    defer { position = end + 1 }
    return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
  }

  private mutating func tuple() throws(ArrayFileError) -> [Int] {
    var integers: [Int] = []
    try expect("(")
    while !consume(")") {
      skipSpaces()
      let start = position
      while position < bytes.count,
        bytes[position] == UInt8(ascii: "-")
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position]
      {
        position += 1
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      guard let integer = Int(text) else {
        throw .malformedHeader(
          Phrase(
            "'\(text)' in the shape is not a valid integer", zh: "形状里的 '\(text)' 不是有效的整数"))
      }
      // Python 2 wrote long integers with an L suffix.
      _ = consume("L")
      integers.append(integer)
      guard consume(",") else {
        try expect(")")
        break
      }
    }
    return integers
  }

  private mutating func skipSpaces() {
    while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func consume(_ text: StaticString) -> Bool {
    skipSpaces()
    let wanted = Array(text.description.utf8)
    guard bytes[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func expect(_ text: StaticString) throws(ArrayFileError) {
    guard consume(text) else {
      throw .malformedHeader(
        Phrase("'\(text)' is missing at byte \(position)", zh: "第 \(position) 字节处缺少 '\(text)'"))
    }
  }
}
