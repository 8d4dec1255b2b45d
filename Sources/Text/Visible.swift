/// Makes every character of untrusted text visible to a reader.
///
/// Invisible characters that change what is shown (control characters, those that reverse the
/// direction of writing, those of zero width) are written as their numbers. The joiner and the
/// selector within an emoji stay.
package enum Visible {
  /// Writes hidden characters in the form `⟨U+202E⟩`.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mayHide) else { return text }
    var result = String.UnicodeScalarView()
    each(text) { scalar, isHidden in
      if isHidden, scalar != "\n", scalar != "\t" {
        result.append(contentsOf: "⟨\(name(scalar))⟩".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Does the same on one line.
  package static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Self.text(text).unicodeScalars {
      result.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    }
    return String(result)
  }

  /// Escapes the text as HTML, for elements and for attributes in double quotes.
  package static func html(_ text: String) -> String {
    escapedMarkup(Self.text(text))
  }

  /// Formats a scalar as Unicode's charts do: U+202E.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func each(_ text: String, _ body: (Unicode.Scalar, Bool) -> Void) {
    var before: Unicode.Scalar = " "
    var marks = 0
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      // CR LF counts as a single line break.
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { continue }
      marks = isMark(scalar) ? marks + 1 : 0
      // A stack of combining marks covers the lines above it: the first eight stay and the ninth is
      // written as its number.
      if marks > 9 { continue }
      let next = index < scalars.endIndex ? scalars[index] : " "
      body(scalar, isHidden(scalar, between: before, and: next) || marks == 9)
      before = scalar
    }
  }

  private static func mayHide(_ scalar: Unicode.Scalar) -> Bool {
    !(" "..."~").contains(scalar) && scalar != "\n"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  private static func isHidden(
    _ scalar: Unicode.Scalar, between before: Unicode.Scalar, and next: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case " "..."~": return false
    case "\u{200D}": return !(isEmoji(before) && isEmoji(next))
    case "\u{FE0E}", "\u{FE0F}": return !(before.properties.isEmoji || isEmoji(before))
    case "\u{2028}", "\u{2029}", "\u{FFF9}"..."\u{FFFB}": return true
    default:
      return scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control
        || scalar.properties.isNoncharacterCodePoint
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF
      && (scalar.properties.isEmoji || scalar == "\u{FE0F}")
  }
}
