import Text

/// A number as a learner types it: `12,288`, `0,84`, `1/4`, `√2/2`, `2^53+1`, `2.5·10⁻¹`, `25%`.
///
/// ```swift
/// print(TypedNumber("0,840")?.value ?? 0)  // 0.84
/// ```
public struct TypedNumber: Sendable {
  /// The possible values of the text; several only if a comma or a point may either group digits by
  /// threes or begin the decimals, as in `12,288` and `12.288`.
  ///
  /// The English reading comes first.
  let readings: [ExactNumber]
  /// Whether a percentage was typed.
  let isPercentage: Bool

  /// The number, with a percentage converted to a fraction.
  public var value: Double { readings[0].double }

  /// Returns nil when the text is not a number, or is ambiguous.
  public init?(_ text: String) {
    if let number = Self.plainDecimal(text), !Self.mayBeGrouped(text) {
      readings = [number]
      isPercentage = false
      return
    }
    readings = NumberNotation.allCases.compactMap { $0.value(of: text) }
      .reduce(into: []) { readings, number in
        if !readings.contains(number) { readings.append(number) }
      }
    isPercentage = halfWidth(text).contains("%")
    if readings.isEmpty { return nil }
  }

  /// Parses a number as written in a bank, with a decimal point.
  ///
  /// Returns nil when the text is not a number.
  init?(key text: String) {
    guard let number = Self.plainDecimal(text) ?? NumberNotation.decimalPoint.value(of: text) else {
      return nil
    }
    readings = [number]
    isPercentage = halfWidth(text).contains("%")
  }

  /// Whether the only point precedes three digits, as in `12.288`.
  private static func mayBeGrouped(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let whole = digits.prefix { $0 != UInt8(ascii: ".") }
    return digits.count == whole.count + 4 && (1...3).contains(whole.count)
      && whole.first != UInt8(ascii: "0")
  }

  /// Parses digits with at most a point and a sign, the form of most numbers.
  private static func plainDecimal(_ text: String) -> ExactNumber? {
    let isPlain = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-")
    }
    return isPlain && text.utf8.count <= 40 ? ExactNumber(decimal: text) : nil
  }
}

/// The convention for which mark begins the decimals.
enum NumberNotation: CaseIterable {
  case decimalPoint, decimalComma

  /// Returns the number that a text means in this notation; nil if it means none.
  func value(of text: String) -> ExactNumber? {
    var text = trimmed(halfWidth(text))
    for mark in ["=", "≈"] where text.hasPrefix(mark) { text = trimmed(String(text.dropFirst())) }
    while let last = text.last, "。!".contains(last) { text.removeLast() }
    var scale: ExactNumber = 1
    for (mark, factor) in Self.endings where text.hasSuffix(mark) {
      text = trimmed(String(text.dropLast(mark.count)))
      scale = factor
      break
    }
    guard text.utf8.count <= 200, let number = TypedExpression.value(of: text, self) else {
      return nil
    }
    let value = number * scale
    return value.double.isFinite ? value : nil
  }

  private static let endings: [(String, ExactNumber)] = [
    ("%", 0.01), ("‰", 0.001), ("万", 10_000), ("亿", 100_000_000),
  ]

  /// Converts digits and the marks between them to a decimal number that `Double` can parse.
  ///
  /// Digits of any script are accepted, and groups may be separated by commas or points, blanks,
  /// apostrophes or underscores.
  func plain(_ digits: [Character]) -> String? {
    var marks: [Character] = []
    var parts = [""]
    for character in digits {
      if let digit = character.decimalDigit {
        parts[parts.count - 1].append("\(digit)")
      } else {
        marks.append(Self.canonicalMark(character))
        parts.append("")
      }
    }
    let decimal: Character = self == .decimalPoint ? "." : ","
    var fraction: String?
    if let last = marks.last, last == decimal || last == "٫",
      marks.count == 1 || marks.dropLast().allSatisfy({ $0 != last })
    {
      marks.removeLast()
      fraction = parts.removeLast()
    }
    guard Self.areGroups(parts, marks), !digits.isEmpty else { return nil }
    let whole = parts.joined()
    guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
    guard let fraction, !fraction.isEmpty else {
      return fraction == nil || decimal == "." ? whole : nil
    }
    return "\(whole.isEmpty ? "0" : whole).\(fraction)"
  }

  private static func canonicalMark(_ mark: Character) -> Character {
    switch mark {
    case "'", "’", "٬": "'"
    case "٫", ".", ",", "_": mark
    default: " "
    }
  }

  /// Returns whether the digits between these marks are groups of thousands, or of lakhs with
  /// commas.
  private static func areGroups(_ parts: [String], _ marks: [Character]) -> Bool {
    guard let mark = marks.first else { return true }
    guard marks.allSatisfy({ $0 == mark }), (1...3).contains(parts[0].count),
      !parts[0].hasPrefix("0"), parts.last?.count == 3
    else { return false }
    let middle = parts.dropFirst().dropLast()
    let areLakhs = mark == "," && parts[0].count <= 2 && middle.allSatisfy { $0.count == 2 }
    return middle.allSatisfy { $0.count == 3 } || areLakhs
  }
}

extension Character {
  /// The value of a decimal digit of any script; nil for anything else.
  var decimalDigit: Int? {
    guard unicodeScalars.count == 1,
      unicodeScalars.first?.properties.generalCategory == .decimalNumber
    else { return nil }
    return wholeNumberValue
  }
}

private func trimmed(_ text: String) -> String {
  var text = text[...]
  while let first = text.first, first.isWhitespace || first == "`" { text.removeFirst() }
  while let last = text.last, last.isWhitespace || last == "`" { text.removeLast() }
  return String(text)
}
