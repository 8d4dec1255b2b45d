import Text

/// A number and the distance from it up to which an answer is accepted.
public struct AcceptedNumber: Equatable, Sendable {
  /// The number with a decimal point: `-0.25`, `0.0000001`, `9007199254740993`.
  public let text: String
  /// The distance in the same notation; `0` if only the number itself is accepted.
  public let margin: String

  /// The smallest and the largest accepted answer, as the nearest floating-point numbers.
  public var bounds: ClosedRange<Double> {
    let (number, distance) = (Double(text) ?? 0, Double(margin) ?? 0)
    return (number - distance)...(number + distance)
  }
}

extension PosedQuestion {
  /// Returns the numbers that are right as typed answers, for a program that does its own
  /// comparing.
  ///
  /// The first is the one that the option shows. A second one is the exact value, if that was
  /// rounded for display: for 1/3 shown as `0.333333`, both are accepted here as well.
  ///
  /// ```swift
  /// // "- [x] {{1/3}}", without a tolerance
  /// posed.acceptedNumbers(option).map(\.text)  // ["0.333333", "0.333333333333"]
  /// ```
  public func acceptedNumbers(_ option: Option) -> [AcceptedNumber] {
    let shown = TypedNumber(key: option.text)?.readings.first
    var numbers = [shown, option.number].compactMap { $0 }
    if numbers.count == 2, numbers[0].equals(numbers[1]) { numbers.removeLast() }
    return numbers.map { number in
      let isWhole = number.fraction?.isWhole == true
      let margin =
        question.tolerance == .exact && isWhole
        ? 0 : question.tolerance.margin(around: number.double)
      return AcceptedNumber(
        text: NumberFormat.plain(number, digits: 12),
        margin: NumberFormat.plain(ExactNumber(rounded: margin), digits: 6))
    }
  }
}

extension NumberFormat {
  /// Formats the number in plain decimal notation, which readers without exponents understand, too.
  ///
  /// ```swift
  /// NumberFormat.plain(1.5e-7)  // "0.00000015"
  /// ```
  public static func plain(_ number: Double) -> String {
    plain(ExactNumber(rounded: number), digits: 12)
  }

  /// A whole number has all its digits, others have this many significant ones; beyond 10³⁰ and
  /// below 10⁻³⁰ the exponent is kept.
  static func plain(_ number: ExactNumber, digits count: Int) -> String {
    if let fraction = number.fraction, fraction.isWhole { return "\(fraction.numerator)" }
    let text = NumberFormat.digits(count).string(number.double)
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 30 else { return text }
    let decimals = max(0, count - 1 - exponent)
    var plain = number.double.text(decimals: decimals)
    if plain.contains(".") {
      while plain.hasSuffix("0") { plain.removeLast() }
      if plain.hasSuffix(".") { plain.removeLast() }
    }
    return plain
  }
}
