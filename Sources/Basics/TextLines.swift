/// The lines of a text without what ends them, `\n` or `\r\n`, and without a byte order mark.
public func splitLines(_ text: String) -> [Substring] {
  let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
  return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
    Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0)
  }
}

/// The first control character of a line that is no tab, by its last byte; nil without one.
public func controlCharacter(in line: Substring) -> UInt8? {
  var previous: UInt8 = 0
  for byte in line.utf8 {
    let isC1 = previous == 0xC2 && byte < 0xA0
    if (byte < 0x20 && byte != 0x09) || byte == 0x7F || isC1 { return byte }
    previous = byte
  }
  return nil
}

/// Whether a line has nothing but spaces and tabs.
public func isBlank(_ line: Substring) -> Bool {
  line.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
}

/// The text without blanks at its two ends.
public func trimmed(_ text: String) -> String { trimmed(text[...]) }

/// The text without blanks at its two ends.
public func trimmed(_ text: Substring) -> String {
  let start = text.drop { $0 == " " || $0 == "\t" }
  var end = start.endIndex
  while end > start.startIndex {
    let before = start.index(before: end)
    guard start[before] == " " || start[before] == "\t" else { break }
    end = before
  }
  return String(start[..<end])
}

/// The lines without the blank ones at the two ends.
public func trimBlankLines(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
  var lines = lines
  while let first = lines.first, isBlank(first) { lines = lines.dropFirst() }
  while let last = lines.last, isBlank(last) { lines = lines.dropLast() }
  return lines
}

// MARK: Markdown

/// The backticks that open a fenced block on this line, however it is indented; nil without.
public func fenceMark(_ line: Substring) -> Substring? {
  let inner = line.drop { $0 == " " || $0 == ">" }
  let mark = inner.prefix { $0 == "`" }
  guard mark.utf8.count >= 3, !inner.dropFirst(mark.utf8.count).contains("`") else { return nil }
  return mark
}

/// Whether this line closes the fenced block that these backticks opened.
public func closesFence(_ line: Substring, _ mark: Substring) -> Bool {
  let inner = line.drop { $0 == " " || $0 == ">" }
  let found = inner.prefix { $0 == "`" }
  return found.utf8.count >= mark.utf8.count && isBlank(inner.dropFirst(found.utf8.count))
}

/// Where two of a character, an ASCII one, first stand side by side.
public func firstPair(of character: Unicode.Scalar, in text: Substring) -> Range<String.Index>? {
  var previous: String.Index?
  let utf8 = text.utf8
  var index = utf8.startIndex
  while index < utf8.endIndex {
    let next = utf8.index(after: index)
    if utf8[index] == UInt8(truncatingIfNeeded: character.value) {
      if let previous { return previous..<next }
      previous = index
    } else {
      previous = nil
    }
    index = next
  }
  return nil
}
