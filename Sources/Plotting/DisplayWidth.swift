/// On which side of its column a text stands.
public enum Alignment: Sendable {
  /// At the left edge, spaces behind it.
  case left
  /// In the middle; the odd space goes behind it.
  case centre
  /// At the right edge, spaces before it.
  case right
}

/// The number of terminal columns that a text takes.
///
/// Wide and fullwidth East Asian characters and emoji take two columns, combining marks and control
/// characters none, everything else one. Ambiguous characters (`α`, `±`, `…`) count as one, as they
/// do outside East Asian legacy encodings.
///
///     displayWidth(of: "cost")   // 4
///     displayWidth(of: "代价")    // 4
///
/// The ranges are those of Unicode Standard Annex #11, East Asian Width.
public func displayWidth(of text: String) -> Int {
  text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The number of terminal columns that one character takes: 0, 1 or 2.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.isASCII && scalars.count == 1 { return first.value < 32 || first.value == 127 ? 0 : 1 }
  // A variation selector 16 asks for the emoji's picture, which is wide.
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

/// A text filled up with spaces to a number of terminal columns; a wider one comes back unchanged.
///
///     padded("代价", to: 6, .right)   // "  代价"
public func padded(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
  let missing = max(0, width - displayWidth(of: text))
  let before =
    switch alignment {
    case .left: 0
    case .centre: missing / 2
    case .right: missing
    }
  return String(repeating: " ", count: before) + text
    + String(repeating: " ", count: missing - before)
}

/// A text cut to at most a number of terminal columns, with `ellipsis` where something is missing.
///
///     truncated("logistic regression", to: 9)   // "logistic…"
public func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
  if displayWidth(of: text) <= width { return text }
  var room = width - displayWidth(of: ellipsis)
  guard room >= 0 else { return String(repeating: ".", count: max(0, width)) }
  var kept = ""
  for character in text {
    room -= displayWidth(of: character)
    if room < 0 { break }
    kept.append(character)
  }
  return kept + ellipsis
}

/// A text on one line that cannot steer a terminal: spaces for tabs and line breaks, `�` for every
/// other control character and for the marks that reverse the direction of writing.
public func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
