import Foundation

/// The format in which `{{ expression }}` shows a number.
public enum NumberFormat: Equatable, Sendable {
  /// Integers in full, others with up to six significant digits.
  case shortest
  /// Exactly this many decimals: `| .2`.
  case decimals(Int)
  /// This many significant digits: `| 3g`.
  case digits(Int)

  init(_ text: String) throws(TemplateError) {
    if text.hasPrefix("."), let count = Int(text.dropFirst()), (0...12).contains(count) {
      self = .decimals(count)
    } else if text.hasSuffix("g"), let count = Int(text.dropLast()), (1...15).contains(count) {
      self = .digits(count)
    } else {
      throw .badFormat(text)
    }
  }

  /// Formats the number.
  public func string(_ number: Double) -> String { string(of: ExactNumber(rounded: number)) }

  /// Formats the number, with every digit of an exact integer.
  func string(of number: ExactNumber) -> String {
    let (double, fraction) = (number.double, number.fraction)
    let text: String
    switch self {
    case .shortest:
      if let fraction, fraction.isWhole { return "\(fraction.numerator)" }
      // A residue of rounding, such as 4e-16 for 0, is not shown.
      let whole = double.rounded()
      let slack = whole == 0 ? 1e-15 : 1e-9 * abs(double)
      if fraction == nil, abs(double - whole) <= slack, abs(whole) < 1e15 {
        return String(Int(whole))
      }
      text = String(format: "%.6g", double)
    case .decimals(let count):
      if let fraction, fraction.isWhole {
        return "\(fraction.numerator)"
          + (count > 0 ? "." + String(repeating: "0", count: count) : "")
      }
      text = String(format: "%.\(count)f", double)
    case .digits(let count): text = String(format: "%.\(count)g", double)
    }
    // Rounding must not leave a minus sign before zeros only.
    return text.hasPrefix("-") && !text.contains(where: { "123456789".contains($0) })
      ? String(text.dropFirst()) : text
  }
}
