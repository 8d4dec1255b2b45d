/// Returns the number of terminal columns that a text occupies.
///
/// Wide and fullwidth East Asian characters and emoji take two columns, combining marks and control
/// characters none, everything else one. Ambiguous characters (`α`, `±`, `…`) count as one, as they
/// do outside East Asian legacy encodings.
///
///     displayWidth(of: "cost")   // 4
///     displayWidth(of: "代价")    // 4
///
/// The ranges are those of Unicode Standard Annex #11, East Asian Width.
public func displayWidth(of text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Returns the number of terminal columns that one character occupies: 0, 1 or 2.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.isASCII && scalars.count == 1 { return first.value < 32 || first.value == 127 ? 0 : 1 }
  // Variation selector 16 requests the emoji's picture, which is wide.
  if first.properties.isEmoji && scalars.contains("\u{FE0F}") { return 2 }
  if isWide(first) { return 2 }
  switch first.properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    return 1
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isEmojiPresentation { return true }
  switch scalar.value {
  case 0x1100...0x115F,  // Hangul's initial consonants
    0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
    0x16FE0...0x1B2FF,  // Tangut, Khitan, historic kana
    0x1F200...0x1F2FF, 0x20000...0x3FFFD:
    return true
  default:
    return false
  }
}
