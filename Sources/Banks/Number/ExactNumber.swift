import Foundation

/// A number that knows whether it was rounded on the way: `1/3` and `2^53 + 1` are exact, `exp(1)`
/// is not.
public struct ExactNumber: Sendable {
  /// The nearest floating-point number.
  public let double: Double
  /// The fraction that the number is; nil once something was rounded.
  let fraction: Rational?

  init(_ fraction: Rational) {
    double = fraction.double
    self.fraction = fraction
  }

  init(rounded double: Double) {
    self.double = double
    fraction = nil
  }

  /// A fraction where there is one, else what rounding gives.
  private init(_ fraction: Rational?, else double: Double) {
    if let fraction {
      self.init(fraction)
    } else {
      self.init(rounded: double)
    }
  }

  /// A decimal number such as `0.95` or `1e-10`; nil where the text is none or has no finite value.
  init?(decimal text: some StringProtocol) {
    guard let double = Double(text), double.isFinite else { return nil }
    // What is too small for a floating-point number is not 0.
    if double == 0 {
      let digits = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
      guard digits.allSatisfy({ !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }) else {
        return nil
      }
    }
    self.double = double
    fraction = Rational(decimal: text)
  }

  // MARK: Arithmetic

  static prefix func - (a: ExactNumber) -> ExactNumber {
    ExactNumber(a.fraction.map { -$0 }, else: -a.double)
  }

  static func + (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    ExactNumber(both(a, b, +), else: a.double + b.double)
  }

  static func - (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    ExactNumber(both(a, b, -), else: a.double - b.double)
  }

  static func * (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    ExactNumber(both(a, b, *), else: a.double * b.double)
  }

  static func / (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    ExactNumber(both(a, b, /), else: a.double / b.double)
  }

  func power(_ exponent: ExactNumber) -> ExactNumber {
    let rounded = pow(double, exponent.double)
    guard let fraction, let times = exponent.fraction, times.isWhole,
      let count = Int(exactly: times.numerator)
    else { return ExactNumber(rounded: rounded) }
    return ExactNumber(fraction.power(count), else: rounded)
  }

  func squareRoot() -> ExactNumber {
    ExactNumber(fraction?.squareRoot, else: double.squareRoot())
  }

  /// The largest whole number that is not larger.
  func floor() -> ExactNumber { ExactNumber(fraction?.floor, else: double.rounded(.down)) }

  private static func both(
    _ a: ExactNumber, _ b: ExactNumber, _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let left = a.fraction, let right = b.fraction else { return nil }
    return operation(left, right)
  }

  // MARK: Comparison

  /// Whether two numbers are the same: whole ones exactly, others but for rounding errors, such as
  /// those of a computer that says 0.30000000000000004.
  func equals(_ other: ExactNumber) -> Bool {
    if let a = fraction, let b = other.fraction, a.isWhole, b.isWhole { return a == b }
    return abs(double - other.double) <= 1e-9 * max(abs(double), abs(other.double))
  }
}

extension ExactNumber: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Makes a whole number.
  public init(integerLiteral value: Int) { self.init(Rational(value)) }

  /// The shortest decimal number that gives this floating-point number.
  public init(floatLiteral value: Double) {
    double = value
    fraction = Rational(decimal: "\(value)")
  }
}

extension ExactNumber: Equatable {
  /// Whether two numbers are exactly equal.
  public static func == (a: ExactNumber, b: ExactNumber) -> Bool {
    if let left = a.fraction, let right = b.fraction { return left == right }
    return a.double == b.double
  }
}
