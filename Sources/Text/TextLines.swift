// Readers of long files compare bytes line by line, since comparing characters takes ten times as
// long.

/// Splits a text into its lines, without line terminators (`
/// ` or `\r
/// `) and without a byte order mark.
public func splitLines(_ text: String) -> [Substring] {
  let text = Substring(text)
  let content = text.after("\u{FEFF}") ?? text
  return content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
    Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0)
  }
}

/// Returns the last byte of the first control character of a line that is not a tab; nil without
/// one.
public func controlCharacter(in line: Substring) -> UInt8? {
  var previous: UInt8 = 0
  for byte in line.utf8 {
    let isC1 = previous == 0xC2 && byte < 0xA0
    if (byte < 0x20 && byte != 0x09) || byte == 0x7F || isC1 { return byte }
    previous = byte
  }
  return nil
}

/// Returns whether a line contains nothing but spaces and tabs.
public func isBlank(_ line: Substring) -> Bool {
  line.utf8.allSatisfy(isBlank)
}

/// Returns the text without blanks at either end.
public func trimmed(_ text: String) -> String { trimmed(text[...]) }

/// Returns the text without blanks at either end.
public func trimmed(_ text: Substring) -> String {
  var bytes = text.utf8[...]
  while let first = bytes.first, isBlank(first) { bytes = bytes.dropFirst() }
  while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
  return String(Substring(bytes))
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 0x09 }

extension Substring {
  /// Returns whether the text begins with the bytes of another.
  public func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// Returns the rest of this text after a prefix; nil if it does not begin with the prefix.
  ///
  /// ```swift
  /// print(Substring("## id").after("## ") ?? "")  // id
  /// ```
  public func after(_ prefix: String) -> Substring? {
    begins(with: prefix) ? Substring(utf8.dropFirst(prefix.utf8.count)) : nil
  }
}

/// Splits a text into words, at spaces, tabs and line ends.
public func words(_ text: Substring) -> [Substring] {
  text.utf8.split { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }.map(Substring.init)
}

/// Returns the text with one space between its words, and none at either end.
public func singleSpaced(_ text: Substring) -> String { words(text).joined(separator: " ") }

/// Splits a text at the first occurrence of a separator; nil without one.
public func halves(_ text: Substring, at separator: String) -> (Substring, Substring)? {
  let sought = separator.utf8
  guard let first = sought.first else { return nil }
  var rest = text.utf8[...]
  while let start = rest.firstIndex(of: first) {
    rest = rest[start...]
    if rest.starts(with: sought) {
      return (text[..<start], Substring(rest.dropFirst(sought.count)))
    }
    rest = rest.dropFirst()
  }
  return nil
}

/// Returns the lines without blank ones at either end.
public func trimBlankLines(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
  var lines = lines
  while let first = lines.first, isBlank(first) { lines = lines.dropFirst() }
  while let last = lines.last, isBlank(last) { lines = lines.dropLast() }
  return lines
}

// MARK: Markdown

/// Returns the backticks that open a fenced block on this line, at any indentation; nil without
/// any.
public func fenceMark(_ line: Substring) -> Substring? {
  let (mark, rest) = backticks(line)
  return mark.count >= 3 && !rest.contains(backtick) ? Substring(mark) : nil
}

/// Returns whether this line closes the fenced block that these backticks opened.
public func closesFence(_ line: Substring, _ mark: Substring) -> Bool {
  let (found, rest) = backticks(line)
  return found.count >= mark.utf8.count && rest.allSatisfy(isBlank)
}

private let backtick = UInt8(ascii: "`")

/// Returns the backticks at the beginning of a line, after its indentation, and the rest of the
/// line.
private func backticks(
  _ line: Substring
) -> (mark: Substring.UTF8View.SubSequence, rest: Substring.UTF8View.SubSequence) {
  let inner = line.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
  let mark = inner.prefix { $0 == backtick }
  return (mark, inner[mark.endIndex...])
}
