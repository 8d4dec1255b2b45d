import Text

/// Tracks fenced blocks from line to line of a text.
struct FencedLines {
  /// The role of a line.
  enum Place: Equatable {
    case outside, opening, inside, closing
    /// It would open a block while one without a language is open: the line taken for the beginning
    /// of that one probably closes a block that was never opened.
    case openingBehindBareFence(index: Int)
  }

  private(set) var open: (mark: Substring, isBare: Bool, index: Int)?

  /// Classifies the next line, given its index in the file.
  mutating func place(of line: Substring, index: Int) -> Place {
    if let open {
      if Self.closes(line, open.mark) {
        self.open = nil
        return .closing
      }
      guard open.isBare, let mark = fenceMark(line) else { return .inside }
      self.open = (mark, false, index)
      return .openingBehindBareFence(index: open.index)
    }
    guard Self.mayBeFence(line), let mark = fenceMark(line) ?? Self.tildes(line) else {
      return .outside
    }
    open = (mark, Self.information(line).isEmpty, index)
    return .opening
  }

  /// Returns whether the first byte after the indentation may be that of a fence.
  private static func mayBeFence(_ line: Substring) -> Bool {
    for byte in line.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: ">") {
      return byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
    }
    return false
  }

  /// Returns the text after the mark of an opening line: `text` or `text network.svg`.
  static func information(_ line: Substring) -> String {
    trimmed(line.drop { " >`~".contains($0) })
  }

  /// Returns the mark of a block fenced by tildes, which forges support but the course does not.
  static func tildes(_ line: Substring) -> Substring? {
    let inner = line.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    let mark = inner.prefix { $0 == UInt8(ascii: "~") }
    return mark.count >= 3 ? Substring(mark) : nil
  }

  private static func closes(_ line: Substring, _ mark: Substring) -> Bool {
    guard mark.utf8.first == UInt8(ascii: "~") else { return closesFence(line, mark) }
    guard let found = tildes(line) else { return false }
    return found.utf8.count >= mark.utf8.count && information(line).isEmpty
  }
}
