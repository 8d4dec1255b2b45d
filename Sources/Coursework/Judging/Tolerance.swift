/// The largest accepted deviation of a number from the expected one: |a - e| ≤ absolute + relative
/// · |e|.
public struct Tolerance: Sendable, Equatable {
  /// The accepted deviation as a fraction of the expected number's magnitude.
  public let relative: Double
  /// The accepted deviation whatever the expected number is.
  public let absolute: Double

  /// Allows an error of either kind.
  public init(relative: Double = 0, absolute: Double = 0) {
    self.relative = relative
    self.absolute = absolute
  }

  /// A tolerance wide enough for any order of summation, yet narrow enough to notice one element
  /// off by 1e-3.
  public static let standard = Tolerance(relative: 1e-7, absolute: 1e-10)
  /// A tolerance of zero.
  public static let exact = Tolerance()

  /// The tolerance of a number printed with this many digits after the decimal point.
  public static func digits(_ count: Int) -> Tolerance {
    var unit = 1.0
    for _ in 0..<count { unit /= 10 }
    return Tolerance(absolute: 0.5000001 * unit)
  }

  /// Whether `actual` is close enough to `expected`: infinities must agree in sign, and a NaN
  /// equals only a NaN.
  public func accepts(_ actual: Double, for expected: Double) -> Bool {
    if actual == expected { return true }
    if expected.isNaN { return actual.isNaN }
    guard actual.isFinite, expected.isFinite else { return false }
    return abs(actual - expected) <= absolute + relative * abs(expected)
  }
}
