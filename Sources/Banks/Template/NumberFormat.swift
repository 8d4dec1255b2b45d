import Foundation

/// How `{{ expression }}` shows a number.
public enum NumberFormat: Equatable, Sendable {
  /// Whole numbers as such, others with up to six significant digits.
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

  /// The number in this format.
  public func string(_ number: Double) -> String {
    let text: String
    switch self {
    case .shortest:
      let whole = number.rounded()
      if abs(number - whole) <= 1e-9 * max(1, abs(number)), abs(whole) < 1e15 {
        return String(Int(whole))
      }
      text = String(format: "%.6g", number)
    case .decimals(let count): text = String(format: "%.\(count)f", number)
    case .digits(let count): text = String(format: "%.\(count)g", number)
    }
    // Rounding must not leave a minus before nothing but zeros.
    return text.hasPrefix("-") && !text.contains(where: { "123456789".contains($0) })
      ? String(text.dropFirst()) : text
  }
}
