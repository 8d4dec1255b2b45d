extension String {
  /// Makes untrusted text safe to show anywhere: cut to this many bytes, with every character
  /// visible.
  ///
  /// It is cut by bytes rather than characters, since a character can hold a million combining
  /// marks. Control characters become their visible symbols, and characters that hide or reverse
  /// text become their numbers; line feeds and tabs are kept.
  ///
  ///     "a\u{1B}[31m".ofStrangers(100)   // a␛[31m
  package func ofStrangers(_ bytes: Int) -> String {
    let kept = cut(to: bytes)
    let text = Visible.text(kept.withoutControls)
    return kept.utf8.count < utf8.count ? text + "…" : text
  }

  /// Returns the beginning in this many bytes, without splitting a Unicode scalar.
  package func cut(to bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: bytes)
    while end > utf8.startIndex, UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
    return String(unicodeScalars[..<end])
  }

  /// Returns the beginning that takes at most this many bytes in a JSON string.
  package func cut(toJSON bytes: Int) -> String {
    // Every byte of the text takes at most six in JSON.
    guard utf8.count > bytes / 6 else { return self }
    var left = bytes
    var index = unicodeScalars.startIndex
    while index < unicodeScalars.endIndex {
      let scalar = unicodeScalars[index]
      let width =
        switch scalar {
        case "\"", "\\", "/", "\n", "\t", "\r": 2
        case "\0"..<" ": 6
        default: UTF8.width(scalar)
        }
      left -= width
      if left < 0 { return String(unicodeScalars[..<index]) + "…" }
      index = unicodeScalars.index(after: index)
    }
    return self
  }

  /// The text with its control characters, except line feeds and tabs, replaced by Unicode's
  /// symbols for them.
  package var withoutControls: String {
    var scalars = UnicodeScalarView()
    var isAfterReturn = false
    for scalar in unicodeScalars {
      if isAfterReturn, scalar != "\n" { scalars.append("\u{240D}") }
      isAfterReturn = scalar == "\r"
      switch scalar.value {
      case 9, 10: scalars.append(scalar)
      case 13: break
      case 0..<32: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7f: scalars.append("\u{2421}")
      case 0x80..<0xa0: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    if isAfterReturn { scalars.append("\u{240D}") }
    return String(scalars)
  }
}
