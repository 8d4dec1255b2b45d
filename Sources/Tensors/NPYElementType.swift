/// The element type of a `.npy` file, with its conversion to double.
struct NPYElementType: Equatable {
  private let kind: Character
  let size: Int
  private let isBigEndian: Bool

  /// Parses NumPy's notation: a byte order (`<`, `>`, `=`, `|`), a kind (`f`, `i`, `u`, `b`), a
  /// size.
  init?(_ text: String) {
    var rest = Substring(text)
    isBigEndian = rest.first == ">"
    if let order = rest.first, "<>=|".contains(order) { rest.removeFirst() }
    switch rest {
    case "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1": break
    default: return nil
    }
    kind = rest.removeFirst()
    size = Int(rest) ?? 0
  }

  /// Reads the first `count` elements as doubles.
  ///
  /// Integers beyond 2⁵³ are rounded.
  func read(_ bytes: UnsafeRawBufferPointer, count: Int) -> [Double] {
    switch (kind, size) {
    case ("f", 8): elements(bytes, count) { (bits: UInt64) in Double(bitPattern: bits) }
    case ("f", 4): elements(bytes, count) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case ("f", _): elements(bytes, count, Self.half)
    case ("i", 1): elements(bytes, count) { (value: Int8) in Double(value) }
    case ("i", 2): elements(bytes, count) { (value: Int16) in Double(value) }
    case ("i", 4): elements(bytes, count) { (value: Int32) in Double(value) }
    case ("i", _): elements(bytes, count) { (value: Int64) in Double(value) }
    case ("u", 1): elements(bytes, count) { (value: UInt8) in Double(value) }
    case ("u", 2): elements(bytes, count) { (value: UInt16) in Double(value) }
    case ("u", 4): elements(bytes, count) { (value: UInt32) in Double(value) }
    case ("u", _): elements(bytes, count) { (value: UInt64) in Double(value) }
    default: elements(bytes, count) { (value: UInt8) in value == 0 ? 0 : 1 }
    }
  }

  @inline(__always)
  private func elements<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ count: Int, _ convert: (Bits) -> Double
  ) -> [Double] {
    .filling(count) { target in
      guard let target else { return }
      for i in 0..<count {
        let raw = bytes.loadUnaligned(fromByteOffset: i * MemoryLayout<Bits>.size, as: Bits.self)
        let value = isBigEndian ? Bits(bigEndian: raw) : Bits(littleEndian: raw)
        target[i] = convert(value)
      }
    }
  }

  /// Converts an IEEE 754 half-precision number: 1 sign, 5 exponent and 10 fraction bits.
  private static func half(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10) & 0x1f
    let fraction = Double(bits & 0x3ff)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 0x1f: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * (1 + fraction * 0x1p-10)
        * Double(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}
