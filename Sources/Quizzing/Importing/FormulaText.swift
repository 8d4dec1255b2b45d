import Foundation

/// Finds formulas in LaTeX among text.
enum FormulaText {
  struct Piece: Equatable {
    var text: String
    var isFormula: Bool
  }

  /// Splits a text at its formulas: those between `\(…\)`, `\[…\]` and `$$…$$`, without these
  /// delimiters, and standalone commands such as `\frac{1}{2}`.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { pieces.append(Piece(text: plain, isFormula: false)) }
      plain = ""
    }
    /// The delimiters known to be unclosed from here on, which are not searched for again.
    var unclosed: Set<String> = []
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "\\" || $0 == "$" }) {
      plain += rest[..<place]
      rest = rest[place...]
      if let (open, close) = marks.first(where: { rest.hasPrefix($0.0) }), !unclosed.contains(open)
      {
        let inner = rest.dropFirst(2)
        if let end = inner.range(of: close), end.lowerBound > inner.startIndex {
          flush()
          pieces.append(Piece(text: String(inner[..<end.lowerBound]), isFormula: true))
          rest = inner[end.upperBound...]
          continue
        }
        if inner.range(of: close) == nil { unclosed.insert(open) }
      }
      let length = commandLength(rest)
      if length > 0 {
        flush()
        pieces.append(Piece(text: String(rest.prefix(length)), isFormula: true))
      } else {
        plain += rest.prefix(1)
      }
      rest = rest.dropFirst(max(1, length))
    }
    plain += rest
    flush()
    return pieces
  }

  private static let marks = [("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$")]

  /// Returns the length of a command with its arguments in braces; 0 if there is none.
  private static func commandLength(_ text: Substring) -> Int {
    let name = text.dropFirst().prefix { $0.isASCII && $0.isLetter }
    guard text.first == "\\", name.count >= 2 else { return 0 }
    var length = 1 + name.count
    var rest = text.dropFirst(length)
    while rest.first == "{" {
      let argument = rest.dropFirst().prefix { $0 != "}" && $0 != "{" }
      guard rest.dropFirst(1 + argument.count).first == "}" else { break }
      length += argument.count + 2
      rest = rest.dropFirst(argument.count + 2)
    }
    return length
  }
}
