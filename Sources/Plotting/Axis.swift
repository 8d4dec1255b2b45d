import Foundation

/// The way in which values are mapped to positions along an axis.
public enum Scale: Sendable, Hashable {
  /// Equal differences are equal distances.
  case linear
  /// Equal ratios are equal distances; values that are not positive cannot be shown.
  case logarithmic
}

/// A range of values and the mapping from values to positions.
struct Axis {
  let scale: Scale
  let range: ClosedRange<Double>
  let ticks: Ticks

  /// Fits an axis to values, ignoring those that cannot be shown.
  ///
  /// - Parameters:
  ///   - values: The values to show.
  ///   - scale: Whether equal differences or equal ratios are equal lengths.
  ///   - limit: The maximum number of ticks.
  ///   - widened: Whether the ends are extended to the nearest ticks.
  init(_ values: some Sequence<Double>, scale: Scale, ticks limit: Int, widened: Bool) {
    var lower = Double.infinity
    var upper = -Double.infinity
    for value in values where Self.canShow(value, scale) {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    var range = Self.spread(lower, upper, scale)
    if widened && scale == .linear { range = Ticks.widened(range, atMost: limit) }
    self.init(range, scale: scale, ticks: limit)
  }

  init(_ range: ClosedRange<Double>, scale: Scale = .linear, ticks limit: Int) {
    self.range = range
    self.scale = scale
    ticks =
      scale == .linear
      ? Ticks.linear(range, atMost: limit) : Ticks.logarithmic(range, atMost: limit)
  }

  /// The position of a value between the two ends, from 0 to 1; nil if it cannot be shown.
  func fraction(_ value: Double) -> Double? {
    guard Self.canShow(value, scale) else { return nil }
    let (low, high) = (range.lowerBound, range.upperBound)
    switch scale {
    case .linear: return (value - low) / (high - low)
    case .logarithmic: return (log10(value) - log10(low)) / (log10(high) - log10(low))
    }
  }

  /// Excludes infinite numbers and those whose differences would overflow or vanish.
  private static func canShow(_ value: Double, _ scale: Scale) -> Bool {
    abs(value) < 1e300 && (scale == .linear || value > 1e-300)
  }

  /// A range wide enough to divide by.
  static func spread(_ lower: Double, _ upper: Double, _ scale: Scale) -> ClosedRange<Double> {
    guard lower <= upper else { return scale == .linear ? 0...1 : 0.1...1 }
    if scale == .logarithmic {
      return upper > lower * (1 + 1e-9) ? lower...upper : lower / 2...upper * 2
    }
    let size = max(abs(lower), abs(upper))
    if upper - lower > max(size * 1e-9, 1e-290) { return lower...upper }
    let margin = size > 1e-290 ? size / 2 : 1
    return lower - margin...upper + margin
  }
}
