import Foundation

/// The shortest decimal digits that identify a finite number, d.ddd x 10^exponent; other numbers
/// keep their own text.
struct DecimalNumber {
  let value: Double
  /// The digits without trailing zeros; "0" for zero.
  let digits: [Character]
  /// The power of ten of the first digit.
  let exponent: Int

  init(_ value: Double) {
    self.value = value
    guard value.isFinite, value != 0 else {
      (digits, exponent) = (["0"], 0)
      return
    }
    // Swift prints the shortest digits that read back as the same number, as NumPy does.
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = Array(mantissa[0] + fraction)
    let leadingZeros = all.prefix { $0 == "0" }.count
    let significant = all[leadingZeros...]
    let end = significant.lastIndex { $0 != "0" } ?? significant.startIndex
    digits = Array(significant[...end])
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    exponent = shift + mantissa[0].count - 1 - leadingZeros
  }

  private var sign: String { value.sign == .minus ? "-" : "" }

  /// Returns the integer part, and at most `precision` decimals without trailing zeros.
  func positional(precision: Int) -> (integer: String, fraction: String) {
    if digits.count - 1 - exponent > precision {
      return split(String(format: "%.*f", precision, value))
    }
    guard exponent >= 0 else {
      let zeros = String(repeating: "0", count: value == 0 ? 0 : -exponent - 1)
      return (sign + "0", zeros + String(digits))
    }
    let padded = digits + Array(repeating: "0", count: Swift.max(exponent + 1 - digits.count, 0))
    let fraction = String(padded[(exponent + 1)...])
    return (sign + String(padded[...exponent]), fraction)
  }

  /// Returns the first digit, at most `precision` more without trailing zeros, and the exponent.
  func scientific(precision: Int) -> (integer: String, fraction: String, exponent: Int) {
    if digits.count - 1 > precision {
      let parts = String(format: "%.*e", precision, value).split(separator: "e")
      let (integer, fraction) = split(String(parts[0]))
      return (integer, fraction, Int(parts[1]) ?? 0)
    }
    return (sign + String(digits[0]), String(digits[1...]), exponent)
  }

  private func split(_ text: String) -> (integer: String, fraction: String) {
    let parts = text.split(separator: ".")
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    return (String(parts[0]), String(fraction))
  }

  /// The number as Python prints a float, with an exponent below 10⁻⁴ and from 10¹⁶ on.
  var pythonText: String {
    guard value.isFinite else { return NumberFormat.nonFinite(value) }
    if value == 0 || -4..<16 ~= exponent {
      let (integer, fraction) = positional(precision: 400)
      return integer + "." + (fraction.isEmpty ? "0" : fraction)
    }
    let (integer, fraction, power) = scientific(precision: 400)
    return integer + (fraction.isEmpty ? "" : "." + fraction) + NumberFormat.power(power, 2)
  }
}

/// The common format of an array's numbers under NumPy's defaults: 8 decimals, and exponents if the
/// largest number reaches 10⁸, the smallest is below 10⁻⁴, or their ratio exceeds 1000.
struct NumberFormat {
  private static let precision = 8

  private var usesExponent = false
  private var left = 0
  private var right = 0
  private var exponentDigits = 0

  init(_ numbers: [Double]) {
    let finite = numbers.filter(\.isFinite)
    let magnitudes = finite.lazy.filter { $0 != 0 }.map(\.magnitude)
    if let largest = magnitudes.max(), let smallest = magnitudes.min() {
      usesExponent = largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000
    }
    for number in finite {
      let decimal = DecimalNumber(number)
      if usesExponent {
        let (integer, fraction, exponent) = decimal.scientific(precision: Self.precision)
        left = Swift.max(left, integer.count)
        right = Swift.max(right, fraction.count)
        exponentDigits = Swift.max(exponentDigits, Self.power(exponent, 2).count - 2)
      } else {
        let (integer, fraction) = decimal.positional(precision: Self.precision)
        left = Swift.max(left, integer.count)
        right = Swift.max(right, fraction.count)
      }
    }
    // To the right stand the decimal point, the decimals, and the exponent if there is one.
    let tail = 1 + right + (usesExponent ? exponentDigits + 2 : 0)
    for number in numbers where !number.isFinite {
      left = Swift.max(left, Self.nonFinite(number).count - tail)
    }
  }

  func text(_ number: Double) -> String {
    guard number.isFinite else {
      let width = left + 1 + right + (usesExponent ? exponentDigits + 2 : 0)
      return Self.nonFinite(number).padded(left: width)
    }
    let decimal = DecimalNumber(number)
    guard usesExponent else {
      let (integer, fraction) = decimal.positional(precision: Self.precision)
      return integer.padded(left: left) + "." + fraction.padded(right: right, with: " ")
    }
    let (integer, fraction, exponent) = decimal.scientific(precision: Self.precision)
    return integer.padded(left: left) + "." + fraction.padded(right: right, with: "0")
      + Self.power(exponent, exponentDigits)
  }

  static func nonFinite(_ number: Double) -> String {
    number.isNaN ? "nan" : number < 0 ? "-inf" : "inf"
  }

  static func power(_ exponent: Int, _ digits: Int) -> String {
    let text = String(exponent.magnitude)
    return (exponent < 0 ? "e-" : "e+")
      + String(repeating: "0", count: Swift.max(digits - text.count, 0)) + text
  }
}

extension String {
  fileprivate func padded(left width: Int) -> String {
    String(repeating: " ", count: Swift.max(width - count, 0)) + self
  }

  fileprivate func padded(right width: Int, with filler: Character) -> String {
    self + String(repeating: filler, count: Swift.max(width - count, 0))
  }
}
