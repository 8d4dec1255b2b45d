// What the bank's parser and the text's renderer both know of Markdown's lines.

/// The backticks that open a fenced block on this line, however it is indented; nil without.
func fenceMark(_ line: Substring) -> Substring? {
  let inner = line.drop { $0 == " " || $0 == ">" }
  let mark = inner.prefix { $0 == "`" }
  guard mark.utf8.count >= 3, !inner.dropFirst(mark.utf8.count).contains("`") else { return nil }
  return mark
}

/// Whether this line closes the fenced block that these backticks opened.
func closesFence(_ line: Substring, _ mark: Substring) -> Bool {
  let inner = line.drop { $0 == " " || $0 == ">" }
  let found = inner.prefix { $0 == "`" }
  return found.utf8.count >= mark.utf8.count && isBlank(inner.dropFirst(found.utf8.count))
}

func isBlank(_ line: Substring) -> Bool {
  line.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
}

/// The text without blanks at its two ends.
func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0 == " " || $0 == "\t" }
  var end = start.endIndex
  while end > start.startIndex {
    let before = start.index(before: end)
    guard start[before] == " " || start[before] == "\t" else { break }
    end = before
  }
  return String(start[..<end])
}

func trimBlankLines(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
  var lines = lines
  while let first = lines.first, isBlank(first) { lines = lines.dropFirst() }
  while let last = lines.last, isBlank(last) { lines = lines.dropLast() }
  return lines
}
