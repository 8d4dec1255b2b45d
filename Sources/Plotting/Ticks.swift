import Foundation
import Text

/// The ticks on an axis: round values and their labels.
struct Ticks: Equatable {
  var values: [Double]
  var labels: [String]

  /// Multiples of 1, 2 or 5 times a power of ten within a range, at most `limit` of them.
  static func linear(_ range: ClosedRange<Double>, atMost limit: Int) -> Ticks {
    let (step, exponent) = roundStep(range, atMost: limit)
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard last >= first else { return Ticks(values: [], labels: []) }
    let values = (0...Int(min(last - first, 1000))).map { (first + Double($0)) * step + 0 }
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    return Ticks(
      values: values, labels: values.map { label($0, exponent: exponent, largest: largest) })
  }

  /// A range extended to whole steps at both ends.
  static func widened(_ range: ClosedRange<Double>, atMost limit: Int) -> ClosedRange<Double> {
    let (step, _) = roundStep(range, atMost: limit)
    let lower = (range.lowerBound / step + 1e-9).rounded(.down) * step
    let upper = (range.upperBound / step - 1e-9).rounded(.up) * step
    guard lower < upper, lower.isFinite, upper.isFinite else { return range }
    return min(lower, range.lowerBound)...max(upper, range.upperBound)
  }

  /// Powers of ten within a range of positive numbers; if fewer than two, also 2 and 5 times the
  /// powers; if still fewer than two, the ticks of a linear axis.
  static func logarithmic(_ range: ClosedRange<Double>, atMost limit: Int) -> Ticks {
    let lowest = Int((log10(range.lowerBound) + 1e-9).rounded(.down))
    let highest = Int((log10(range.upperBound) - 1e-9).rounded(.up))
    func within(_ factors: [Double], every stride: Int) -> Ticks {
      var ticks = Ticks(values: [], labels: [])
      for exponent in Swift.stride(from: lowest, through: highest, by: stride) {
        for factor in factors {
          let value = factor * powerOfTen(exponent)
          guard value >= range.lowerBound * (1 - 1e-9), value <= range.upperBound * (1 + 1e-9)
          else { continue }
          ticks.values.append(value)
          ticks.labels.append(label(value, exponent: exponent, largest: value))
        }
      }
      return ticks
    }
    let powers = within([1], every: max(1, (highest - lowest + limit) / max(1, limit)))
    if powers.values.count >= 2 { return powers }
    let finer = within([1, 2, 5], every: 1)
    return finer.values.count >= 2 ? finer : linear(range, atMost: limit)
  }

  /// The smallest round step that yields at most `limit` ticks, and the power of ten of its last
  /// digit.
  private static func roundStep(
    _ range: ClosedRange<Double>, atMost limit: Int
  ) -> (step: Double, exponent: Int) {
    let raw = (range.upperBound - range.lowerBound) / Double(max(2, limit))
    guard raw > 0, raw.isFinite else { return (1, 0) }
    var exponent = Int(log10(raw).rounded(.down))
    for _ in 0..<3 {
      for factor in [1.0, 2, 5] {
        let step = factor * powerOfTen(exponent)
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        if Int(min(last - first, 1e6)) + 1 <= max(2, limit) { return (step, exponent) }
      }
      exponent += 1
    }
    return (powerOfTen(exponent), exponent)
  }

  /// A value with as many decimals as a step of 10^exponent needs; very large and very small values
  /// are written like 2.5e6.
  private static func label(_ value: Double, exponent: Int, largest: Double) -> String {
    if value == 0 { return "0" }
    if largest < 1e6 && exponent >= -4 {
      return value.text(decimals: max(0, -exponent))
    }
    let own = Int((log10(abs(value)) + 1e-9).rounded(.down))
    let digits = min(15, max(0, own - exponent))
    let mantissa = value / powerOfTen(own)
    return mantissa.text(decimals: digits) + "e\(own)"
  }
}

/// The double nearest to 10^exponent, which is the same on every platform.
func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }

/// A value with four significant digits by default, for tables and cells.
func brief(_ value: Double, digits: Int = 4) -> String {
  value.text(digits: digits)
}
