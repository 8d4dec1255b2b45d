/// Returns the first character of a line that is invisible or reverses the direction of writing;
/// nil if there is none.
///
/// Joiners between non-ASCII characters are part of some scripts and are permitted.
package func hiddenCharacter(in line: Substring) -> UInt32? {
  // Most lines are all ASCII, which their bytes reveal faster.
  guard line.utf8.contains(where: { $0 >= 0xC2 }) else { return nil }
  var previous: Unicode.Scalar = " "
  var joiner: UInt32?
  for scalar in line.unicodeScalars {
    if let joiner, scalar.isASCII { return joiner }
    joiner = nil
    switch scalar.value {
    case 0...0xAC: break
    case 0x200C, 0x200D:
      if previous.isASCII { return scalar.value }
      joiner = scalar.value
    case 0xAD, 0x34F, 0x600...0x605, 0x61C, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x115F, 0x1160,
      0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164,
      0xFEFF, 0xFFA0, 0xFFF9...0xFFFC, 0x110BD, 0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      return scalar.value
    default: break
    }
    previous = scalar
  }
  return joiner
}
