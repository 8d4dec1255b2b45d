import Foundation
import Text

/// A shape as a learner types it: `(4, m)`, `4 m`, `4×m`, `{4; m}`, `（12288，45）`, `(n_l, n_{l-1})`.
public struct TypedShape: Sendable {
  /// The lengths of the axes as typed, without blanks.
  public let axes: [String]

  /// Returns nil when the text is not a shape, or is ambiguous: `4m`, `(n_l-1)`.
  public init?(_ text: String) {
    let plain = ShapeSpelling.plain(text)
    guard ShapeSpelling.isNotation(plain) else { return nil }
    var inner = plain
    while let content = ShapeSpelling.insideBrackets(inner) { inner = content }
    guard !inner.isEmpty, ShapeSpelling.isBalanced(inner[...]),
      let parts = ShapeSpelling.axes(of: inner)
    else { return nil }
    axes = parts.map { $0.filter { !$0.isWhitespace } }
    guard axes.allSatisfy({ !$0.isEmpty && ShapeSpelling.isClear($0) }) else { return nil }
  }

  /// The canonical spelling, shared by all spellings of the same shape.
  ///
  /// `(5,)` and `(5)` are the same shape.
  var canonical: String {
    "(" + axes.map { ShapeSpelling.canonicalAxis($0) }.joined(separator: ",") + ")"
  }

  /// Whether no axis is a fraction or negative, as required of a shape in a bank.
  var isWhole: Bool {
    axes.allSatisfy { axis in
      guard axis.contains(where: { $0.isNumber || $0.isLetter }) else { return false }
      guard let number = Double(axis) else { return !axis.hasPrefix("-") }
      return number >= 0 && number == number.rounded() && !axis.contains(".")
    }
  }
}

/// The spellings of shapes and of their axes.
private enum ShapeSpelling {
  /// Converts the text to ASCII as far as possible: subscripts and superscripts in brackets, `*`
  /// for every dot, `x` for every cross, commas for every comma.
  static func plain(_ text: String) -> String {
    var text = trimmed(halfWidth(visible(text)))
    if !text.utf8.allSatisfy(isPlain) {
      for (mark, replacement) in spellings { text = text.replacing(mark, with: replacement) }
    }
    if text.contains("行") {
      text = text.replacing(/(\S+?)\s*行[\s,]*(\S+?)\s*列/) { "\($0.output.1),\($0.output.2)" }
    } else if text.contains("row") {
      text = text.replacing(/(\S+)\s+rows?(?:[\s,]+and\s|\s+by\s|[\s,])\s*(\S+)\s+col(?:umn)?s?/) {
        "\($0.output.1),\($0.output.2)"
      }
    }
    // The space of matrices with a shape.
    if text.hasPrefix("R^") || text.hasPrefix("ℝ^") { text = String(text.dropFirst(2)) }
    var result = ""
    var isRaised = false
    for character in text where !raisedBrackets.contains(character) {
      if let level = lowered[character] ?? raised[character] {
        if !isRaised { result.append("[") }
        isRaised = true
        result.append(level)
      } else {
        if isRaised { result.append("]") }
        isRaised = false
        result.append(character)
      }
    }
    if isRaised { result.append("]") }
    while let last = result.last, ".。,;".contains(last) { result.removeLast() }
    return trimmed(result)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "`")
      && byte != UInt8(ascii: "$")
  }

  private static let spellings = [
    ("\\times", "×"), ("\\cdot", "·"), ("`", ""), ("$", ""), ("、", ","), ("；", ";"), ("·", "*"),
    ("⋅", "*"), ("∗", "*"), ("✕", "×"), ("✖", "×"), ("⨯", "×"), ("╳", "×"), ("乘以", "×"), ("乘", "×"),
    ("−", "-"), ("–", "-"), ("⟨", "("),
    ("⟩", ")"), ("【", "["), ("】", "]"), ("《", "("),
    ("》", ")"),
  ]

  private static let lowered: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "₊": "+", "₋": "-", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₓ": "x", "ᵢ": "i", "ⱼ": "j",
    "ₖ": "k", "ₕ": "h",
  ]

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁺": "+", "⁻": "-", "ˡ": "l", "ᵐ": "m", "ⁿ": "n", "ˣ": "x", "ᴸ": "L",
  ]

  /// Brackets among superscripts and subscripts, which are bracketed anyway.
  private static let raisedBrackets: Set<Character> = ["⁽", "⁾", "₍", "₎"]

  /// Returns the text without invisible characters.
  private static func visible(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
  }

  /// Returns whether a text is in the notation of shapes: words without brackets, and two numbers
  /// with one of many marks between them, may mean anything, even `mx4`.
  static func isNotation(_ text: String) -> Bool {
    if text.wholeMatch(of: /\(?(\d+\s*[-\/_:]\s*\d+|[A-Za-z]x\w+)\)?/) != nil { return false }
    guard let first = text.first, partners[first] == nil else { return true }
    let words = text.split(whereSeparator: \.isWhitespace)
    return !words.contains { word in
      word.count > 2 && word != "times" && word.allSatisfy { $0.isASCII && $0.isLetter }
    }
  }

  private static let partners: [Character: Character] = [
    "(": ")", "[": "]", "{": "}", "<": ">",
  ]

  /// Returns the text between two matching brackets that are its first and last character; nil
  /// without such brackets.
  static func insideBrackets(_ text: String) -> String? {
    guard let first = text.first, let partner = partners[first], text.last == partner,
      text.count >= 2, isBalanced(text.dropFirst().dropLast())
    else { return nil }
    return trimmed(String(text.dropFirst().dropLast()))
  }

  static func isBalanced(_ text: Substring) -> Bool {
    var open: [Character] = []
    for character in text {
      if let partner = partners[character] {
        open.append(partner)
      } else if ")]}>".contains(character), open.popLast() != character {
        return false
      }
    }
    return open.isEmpty
  }

  // MARK: Between the axes

  /// Splits a text into axes: by commas or semicolons, else by crosses or dots, else by blanks.
  ///
  /// Returns nil if it is ambiguous.
  static func axes(of text: String) -> [String]? {
    if text.first == "[", text.wholeMatch(of: /(\[[^\[\]]+\]){2,}/) != nil {
      return text.dropFirst().dropLast().split(separator: "][").map(String.init)
    }
    for separators in [";", ","] {
      guard var parts = split(text, at: { separators.contains($0) }) else { continue }
      // A comma may follow the last axis, as in `(5,)`.
      if trimmed(parts[parts.count - 1]).isEmpty { parts.removeLast() }
      return separators == "," && hasGroupedDigits(parts) ? nil : parts
    }
    // A letter x is a cross if it stands alone or after a digit.
    let crossed = text.replacing(/(\s+)([xX]|by|times)(\s+)/) { _ in "×" }
      .replacing(/-by-/) { _ in "×" }.replacing(/(\d)[xX](?=[\w(])/) { "\($0.output.1)×" }
    if let parts = split(crossed, at: { $0 == "×" || $0 == "*" }) { return parts }
    return split(text, at: \.isWhitespace)?.filter { !$0.isEmpty } ?? [text]
  }

  /// Splits a text at separators outside brackets; nil if there are none.
  private static func split(_ text: String, at isSeparator: (Character) -> Bool) -> [String]? {
    var parts = [""]
    var depth = 0
    for character in text {
      if partners[character] != nil { depth += 1 }
      if ")]}>".contains(character) { depth -= 1 }
      if depth == 0, isSeparator(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.count > 1 ? parts : nil
  }

  /// Returns whether some commas are followed by a blank while another, before three digits, is
  /// not: that one may group the digits of `(12,288, 45)`.
  private static func hasGroupedDigits(_ parts: [String]) -> Bool {
    let later = parts.dropFirst()
    return later.contains { $0.first?.isWhitespace == true }
      && later.contains { $0.prefix { $0.isNumber }.count == 3 && $0.first?.isNumber == true }
  }

  // MARK: One axis

  /// Returns whether an axis can be read in only one way, without implicit factors or `n_l-1`.
  static func isClear(_ axis: String) -> Bool {
    if axis.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return true
    }
    guard let first = axis.first, first.isLetter || first.isNumber || first == "-",
      axis.allSatisfy({ $0.isASCII ? !"%.!?&=#@~|\\<>:".contains($0) : isGreek($0) })
    else { return false }
    return axis.contains { $0.isLetter || $0.isNumber }
      && axis.firstMatch(of: /(^|[^\w\]})])\d+\p{L}/) == nil
      && axis.firstMatch(of: /_\w+[-+]/) == nil
  }

  private static func isGreek(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x391...0x3C9).contains($0.value) }
  }

  /// Returns `n[l-1]` for `n_{l-1}`, `n^{[l-1]}`, `n^[l-1]` and `n(l-1)`; numbers lose leading
  /// zeros.
  static func canonicalAxis(_ axis: String) -> String {
    if let number = Int(axis) { return String(number) }
    return axis.replacing(/[_^]*\{\[([^\[\]{}]+)\]\}/) { "[\($0.output.1)]" }
      .replacing(/[_^]*[\[{(]([^\[\](){}]+)[\])}]/) { "[\($0.output.1)]" }
      .replacing(/([A-Za-z])[_^]([A-Za-z0-9]+)/) { "\($0.output.1)[\($0.output.2)]" }
  }
}

private func trimmed(_ text: String) -> String {
  var text = text[...]
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}
