import Text

/// Follows the fenced blocks of a text from line to line.
struct FencedLines {
  /// The role of a line.
  enum Place: Equatable {
    case outside, opening, inside, closing
    /// It opens a block although one is open that names no language: the line that is taken for the
    /// beginning of the other closes a block without beginning.
    case openingBehindBareFence(index: Int)
  }

  private(set) var open: (mark: Substring, isBare: Bool, index: Int)?

  /// Reads the next line, with its index in the file.
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

  /// Whether the first byte behind the indentation is that of a fence.
  private static func mayBeFence(_ line: Substring) -> Bool {
    for byte in line.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: ">") {
      return byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
    }
    return false
  }

  /// The text behind the mark of an opening line: `text` or `text network.svg`.
  static func information(_ line: Substring) -> String {
    trimmed(line.drop { " >`~".contains($0) })
  }

  /// The mark of a block that is fenced by tildes, which forges know and this course does not.
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
