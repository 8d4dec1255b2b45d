/// How far a number may lie from the expected one: |a - e| ≤ absolute + relative · |e|.
public struct Tolerance: Sendable, Equatable {
  /// The share of the expected number's magnitude that an answer may be off.
  public let relative: Double
  /// What an answer may be off whatever the expected number is.
  public let absolute: Double

  /// Allows an error of either kind.
  public init(relative: Double = 0, absolute: Double = 0) {
    self.relative = relative
    self.absolute = absolute
  }

  /// Wide enough for any order of summation, narrow enough that one element off by 1e-3 is seen.
  public static let standard = Tolerance(relative: 1e-7, absolute: 1e-10)
  /// Every bit counts.
  public static let exact = Tolerance()

  /// The tolerance of a number printed with so many digits after the point.
  public static func digits(_ count: Int) -> Tolerance {
    var unit = 1.0
    for _ in 0..<count { unit /= 10 }
    return Tolerance(absolute: 0.5000001 * unit)
  }

  /// Whether `actual` stands for `expected`: infinities must agree in sign, and a NaN equals only a
  /// NaN.
  public func accepts(_ actual: Double, for expected: Double) -> Bool {
    if actual == expected { return true }
    if expected.isNaN { return actual.isNaN }
    guard actual.isFinite, expected.isFinite else { return false }
    return abs(actual - expected) <= absolute + relative * abs(expected)
  }
}
