/// A fraction in lowest terms.
///
/// Results that would overflow are nil, and the caller continues with a rounded number.
struct Rational: Hashable, Sendable {
  let numerator: Int128
  /// The denominator, which is positive.
  let denominator: Int128

  init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Returns nil for a zero denominator or on overflow.
  init?(_ numerator: Int128, over denominator: Int128) {
    // The smallest number has no negative.
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    if denominator == 1 {
      self.init(lowest: numerator, 1)
      return
    }
    var (a, b) = (abs(numerator), abs(denominator))
    while b != 0 { (a, b) = (b, a % b) }
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(lowest: sign * numerator / a, sign * denominator / a)
  }

  private init(lowest numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Parses a decimal number such as `-0.840` or `1e-10` as a fraction.
  init?(decimal text: some StringProtocol) {
    var digits: Int128 = 0
    var exponent = 0
    var isBehindPoint = false
    var bytes = Substring(text).utf8
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var hasDigit = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        hasDigit = true
        let (shifted, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
        let (sum, isLarger) = shifted.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        guard !isTooLarge, !isLarger else { return nil }
        digits = sum
        if isBehindPoint { exponent -= 1 }
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    if let mark = bytes.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      guard let written = Int(Substring(bytes.dropFirst())), (-1000...1000).contains(written) else {
        return nil
      }
      exponent += written
    } else if !bytes.isEmpty {
      return nil
    }
    guard hasDigit, let scale = Rational(10).power(exponent),
      let value = Rational(isNegative ? -digits : digits, over: 1)
    else { return nil }
    guard let product = value * scale else { return nil }
    self = product
  }

  /// The nearest floating-point number.
  var double: Double { Double(numerator) / Double(denominator) }

  var isWhole: Bool { denominator == 1 }

  // MARK: Arithmetic

  static func + (a: Rational, b: Rational) -> Rational? {
    let (left, isTooLarge) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, isLarger) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (sum, isLargest) = left.addingReportingOverflow(right)
    let (denominator, isTooFine) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    guard !isTooLarge, !isLarger, !isLargest, !isTooFine else { return nil }
    return Rational(sum, over: denominator)
  }

  static func - (a: Rational, b: Rational) -> Rational? { a + -b }

  static prefix func - (a: Rational) -> Rational {
    Rational(lowest: 0 - a.numerator, a.denominator)
  }

  static func * (a: Rational, b: Rational) -> Rational? {
    let (numerator, isTooLarge) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (denominator, isTooFine) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    guard !isTooLarge, !isTooFine else { return nil }
    return Rational(numerator, over: denominator)
  }

  static func / (a: Rational, b: Rational) -> Rational? {
    Rational(b.denominator, over: b.numerator).flatMap { a * $0 }
  }

  /// Returns nil also for zero to a negative power.
  func power(_ exponent: Int) -> Rational? {
    guard (-1000...1000).contains(exponent) else { return nil }
    guard exponent >= 0 else {
      return Rational(denominator, over: numerator).flatMap { $0.power(-exponent) }
    }
    var result: Rational? = Rational(1)
    for _ in 0..<exponent { result = result.flatMap { $0 * self } }
    return result
  }

  /// The square root, if it is a fraction.
  var squareRoot: Rational? {
    func root(_ square: Int128) -> Int128? {
      guard square >= 0 else { return nil }
      let root = Int128(Double(square).squareRoot())
      for candidate in [root - 1, root, root + 1] where candidate >= 0 {
        let (product, isTooLarge) = candidate.multipliedReportingOverflow(by: candidate)
        if !isTooLarge, product == square { return candidate }
      }
      return nil
    }
    guard let top = root(numerator), let bottom = root(denominator) else { return nil }
    return Rational(top, over: bottom)
  }

  /// The largest integer not above the fraction.
  var floor: Rational {
    let quotient = numerator / denominator
    let isBelow = numerator < 0 && quotient * denominator != numerator
    return Rational(lowest: isBelow ? quotient - 1 : quotient, 1)
  }
}

extension Rational: Comparable {
  static func < (a: Rational, b: Rational) -> Bool {
    guard let difference = a - b else { return a.double < b.double }
    return difference.numerator < 0
  }
}
