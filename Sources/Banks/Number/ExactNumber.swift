import Foundation

/// A number that records whether it was rounded: `1/3` and `2^53 + 1` are exact, `exp(1)` is not.
public struct ExactNumber: Sendable {
  /// The nearest floating-point number.
  public let double: Double
  /// The number as a fraction; nil once anything was rounded.
  let fraction: Rational?

  init(_ fraction: Rational) {
    double = fraction.double
    self.fraction = fraction
  }

  init(rounded double: Double) {
    self.double = double
    fraction = nil
  }

  /// Creates a number from a fraction if there is one, else from a rounded value.
  private init(_ fraction: Rational?, else double: Double) {
    if let fraction {
      self.init(fraction)
    } else {
      self.init(rounded: double)
    }
  }

  /// Parses a decimal number such as `0.95` or `1e-10`; nil if the text is not one or has no finite
  /// value.
  init?(decimal text: some StringProtocol) {
    guard let double = Double(text), double.isFinite else { return nil }
    // A number too small for floating point is not 0.
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

  /// Returns the largest integer not above the number.
  func floor() -> ExactNumber { ExactNumber(fraction?.floor, else: double.rounded(.down)) }

  private static func both(
    _ a: ExactNumber, _ b: ExactNumber, _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let left = a.fraction, let right = b.fraction else { return nil }
    return operation(left, right)
  }

  // MARK: Comparison

  /// Returns whether two numbers are equal: integers exactly, others up to rounding errors, such as
  /// the one in 0.30000000000000004.
  func equals(_ other: ExactNumber) -> Bool {
    if let a = fraction, let b = other.fraction, a.isWhole, b.isWhole { return a == b }
    return abs(double - other.double) <= 1e-9 * max(abs(double), abs(other.double))
  }
}

extension ExactNumber: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self.init(Rational(value)) }

  /// Creates the shortest decimal number that rounds to this floating-point number.
  public init(floatLiteral value: Double) {
    double = value
    fraction = Rational(decimal: "\(value)")
  }
}

extension ExactNumber: Equatable {
  /// Returns whether two numbers are exactly equal.
  public static func == (a: ExactNumber, b: ExactNumber) -> Bool {
    if let left = a.fraction, let right = b.fraction { return left == right }
    return a.double == b.double
  }
}
