/// The first character of a line that shows nothing, or turns the direction of writing; nil without.
///
/// Joiners between characters beyond ASCII are how some scripts are written, and are let through.
func hiddenCharacter(in line: Substring) -> UInt32? {
  guard line.utf8.contains(where: { suspiciousBytes.contains($0) }) else { return nil }
  let scalars = Array(line.unicodeScalars)
  for (place, scalar) in scalars.enumerated() {
    switch scalar.value {
    case 0x200C, 0x200D:
      let neighbours = [place - 1, place + 1].filter(scalars.indices.contains).map { scalars[$0] }
      if neighbours.count == 2, neighbours.allSatisfy({ !$0.isASCII }) { continue }
      return scalar.value
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2028, 0x2029, 0x3164, 0xFFA0, 0xFFFC:
      return scalar.value
    default:
      if scalar.properties.generalCategory == .format { return scalar.value }
    }
  }
  return nil
}

/// The bytes with which the UTF-8 of such characters begins.
private let suspiciousBytes: Set<UInt8> = [
  0xC2, 0xCD, 0xD8, 0xDB, 0xDC, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3,
]
