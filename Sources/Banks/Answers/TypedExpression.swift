import Foundation

/// Parses exact values that learners type: fractions, powers and roots.
///
///     sum     = term { ("+" | "-") term }
///     term    = factor { ("*" | "/") factor }
///     factor  = ("+" | "-") factor | power
///     power   = atom [ "^" factor ]
///     atom    = number | "(" sum ")" | "√" atom
///
/// A sum is only accepted beside a power or a root: `2^53+1` is a number, while `3-4` may well be a
/// range.
struct TypedExpression {
  private enum Token: Equatable {
    case number(ExactNumber)
    case mark(Character)
  }

  private var tokens: [Token] = []
  private var position = 0
  private var depth = 0

  /// The value; nil if the text is not a number in this notation, or is ambiguous.
  static func value(of text: String, _ notation: NumberNotation) -> ExactNumber? {
    if let mixed = MixedNumber(text) { return mixed.value }
    guard var parser = TypedExpression(text, notation), let value = parser.sum(),
      parser.position == parser.tokens.count
    else { return nil }
    let marks = parser.tokens.indices.filter {
      parser.tokens[$0] == .mark("+") || parser.tokens[$0] == .mark("-")
    }
    let isSum = marks.contains { $0 > 0 && parser.isOperand($0 - 1) }
    let isExact = parser.tokens.contains { $0 == .mark("^") || $0 == .mark("√") }
    return isSum && !isExact ? nil : value
  }

  private func isOperand(_ place: Int) -> Bool {
    if case .mark(let mark) = tokens[place] { mark == ")" } else { true }
  }

  // MARK: Grammar

  private mutating func sum() -> ExactNumber? {
    guard var result = term() else { return nil }
    while let mark = take("+-") {
      guard let next = term() else { return nil }
      result = mark == "+" ? result + next : result - next
    }
    return result
  }

  private mutating func term() -> ExactNumber? {
    guard var result = factor() else { return nil }
    while true {
      if let mark = take("*/") {
        guard let next = factor() else { return nil }
        result = mark == "*" ? result * next : result / next
      } else if position < tokens.count, tokens[position] == .mark("√") {
        // The factor before a root needs no multiplication sign: `2√2`.
        guard let root = factor() else { return nil }
        result = result * root
      } else {
        return result
      }
    }
  }

  private mutating func factor() -> ExactNumber? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 20 else { return nil }
    if let sign = take("+-") {
      // Two signs in a row are a typo.
      if position < tokens.count, tokens[position] == .mark("-") || tokens[position] == .mark("+") {
        return nil
      }
      return factor().map { sign == "-" ? -$0 : $0 }
    }
    guard let base = atom() else { return nil }
    guard take("^") != nil else { return base }
    return factor().map { base.power($0) }
  }

  private mutating func atom() -> ExactNumber? {
    guard position < tokens.count else { return nil }
    if case .number(let number) = tokens[position] {
      position += 1
      return number
    }
    if take("√") != nil { return atom()?.squareRoot() }
    guard take("(") != nil, depth <= 20, let inner = sum(), take(")") != nil else { return nil }
    return inner
  }

  private mutating func take(_ marks: String) -> Character? {
    guard position < tokens.count, case .mark(let mark) = tokens[position], marks.contains(mark)
    else { return nil }
    position += 1
    return mark
  }

  // MARK: Tokens

  private init?(_ text: String, _ notation: NumberNotation) {
    // Hexadecimal digits are not a product with zero.
    guard !text.hasPrefix("0x") else { return nil }
    let isLong = text.contains("sqrt") || text.contains("根号")
    let characters = Array(
      isLong ? text.replacing("sqrt", with: "√").replacing("根号", with: "√") : text)
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character.isWhitespace {
        place += 1
      } else if character.decimalDigit != nil || ".,٫".contains(character) {
        let end = Self.endOfNumber(characters, from: place)
        guard let plain = notation.plain(Array(characters[place..<end])) else { return nil }
        place = end
        let exponent = Self.exponent(characters, &place)
        guard let number = ExactNumber(decimal: plain + exponent) else { return nil }
        tokens.append(.number(number))
      } else if let power = Self.superscript(characters, &place) {
        tokens += [.mark("^"), .number(ExactNumber(integerLiteral: power))]
      } else if let fraction = Self.vulgarFraction(character) {
        if case .number(let whole)? = tokens.last {
          tokens[tokens.count - 1] = .number(whole + fraction)
        } else {
          tokens.append(.number(fraction))
        }
        place += 1
      } else if let mark = Self.marks[character] {
        tokens.append(.mark(mark))
        place += 1
        // Python's power operator.
        if mark == "*", place < characters.count, characters[place] == "*" {
          tokens[tokens.count - 1] = .mark("^")
          place += 1
        }
      } else {
        return nil
      }
    }
  }

  private static let marks: [Character: Character] = [
    "+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "×": "*", "·": "*", "⋅": "*", "x": "*",
    "/": "/", "÷": "/", "⁄": "/", "∕": "/", "^": "^", "√": "√", "(": "(", ")": ")",
  ]

  /// Returns the end of a run of digits and the separators between or before them.
  private static func endOfNumber(_ characters: [Character], from start: Int) -> Int {
    var end = start
    var place = start
    while place < characters.count {
      let character = characters[place]
      if character.decimalDigit != nil {
        end = place + 1
      } else if character == ".", place + 1 == characters.count || place == end {
        // A decimal point may end a number: `12.`
        end = place + 1
      } else if ",٫'’٬_".contains(character) {
        end = place + 1
      } else if !character.isWhitespace || place + 1 == characters.count
        || characters[place + 1].decimalDigit == nil
      {
        break
      }
      place += 1
    }
    return end
  }

  /// Parses an exponent such as `e-10` after the digits, or nothing.
  private static func exponent(_ characters: [Character], _ place: inout Int) -> String {
    guard place < characters.count, "eE".contains(characters[place]) else { return "" }
    var end = place + 1
    var written = "e"
    if end < characters.count, let sign = marks[characters[end]], sign == "+" || sign == "-" {
      written.append(sign)
      end += 1
    }
    let digits = characters[end...].prefix { $0.decimalDigit != nil }
    guard !digits.isEmpty, digits.count <= 3 else { return "" }
    place = end + digits.count
    return written + digits.map { "\($0.decimalDigit ?? 0)" }.joined()
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+",
  ]

  private static func superscript(_ characters: [Character], _ place: inout Int) -> Int? {
    let written = characters[place...].prefix { superscripts[$0] != nil }
    guard !written.isEmpty, let value = Int(String(written.compactMap { superscripts[$0] })) else {
      return nil
    }
    place += written.count
    return value
  }

  /// The value of a character such as `½`.
  private static func vulgarFraction(_ character: Character) -> ExactNumber? {
    let parts = String(character).decomposedStringWithCompatibilityMapping.split(separator: "⁄")
      .map { Int($0) }
    guard parts.count == 2, let top = parts[0], let bottom = parts[1] else { return nil }
    return ExactNumber(integerLiteral: top) / ExactNumber(integerLiteral: bottom)
  }
}

/// A whole number and a proper fraction: `1 1/2`.
private struct MixedNumber {
  /// The value; nil if the blank could also separate thousands, as in `1 100/200`.
  var value: ExactNumber?

  /// Returns nil when the text has another form.
  init?(_ text: String) {
    guard text.contains("/") || text.contains("⁄"),
      let match = text.wholeMatch(of: /([-−+]?)(\d{1,9})\s+(\d{1,9})\s*[\/⁄]\s*(\d{1,9})/),
      let whole = Int(match.2), let top = Int(match.3), let bottom = Int(match.4),
      match.3.first != "0", top < bottom
    else { return nil }
    guard match.3.count != 3 || match.2.count > 3 else { return }
    let sum =
      ExactNumber(integerLiteral: whole)
      + ExactNumber(integerLiteral: top) / ExactNumber(integerLiteral: bottom)
    value = match.1.isEmpty || match.1 == "+" ? sum : -sum
  }
}
