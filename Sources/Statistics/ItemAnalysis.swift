/// Statistics on how questions and exercises perform in a class.
///
/// Measures and names follow classical test theory as in Ebel and Frisbie, *Essentials of
/// Educational Measurement*; the 27 % groups are Kelley's (1939).
public enum ItemAnalysis {
  /// The arithmetic mean; 0 for an empty list.
  public static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The median, which is the mean of the middle two for an even count; 0 for an empty list.
  public static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The sample standard deviation, which divides by n − 1; nil for fewer than two values.
  public static func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count >= 2 else { return nil }
    let mean = mean(values)
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(values.count - 1)).squareRoot()
  }

  /// Pearson's r; nil where one side does not vary.
  public static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count == y.count, x.count >= 2 else { return nil }
    let (meanX, meanY) = (mean(x), mean(y))
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      xy += (a - meanX) * (b - meanY)
      xx += (a - meanX) * (a - meanX)
      yy += (b - meanY) * (b - meanY)
    }
    guard xx > 1e-12, yy > 1e-12 else { return nil }
    return xy / (xx * yy).squareRoot()
  }

  /// The mean of the upper group minus that of the lower group; nil for fewer than four exams.
  ///
  /// Each group is 27 % of the class, rounded, and at least one exam. Exams tied with the last one
  /// of a group share its remaining places, which makes the result independent of the order of the
  /// files.
  public static func discrimination(_ fractions: [Double], by totals: [Double]) -> Double? {
    guard fractions.count >= 4, fractions.count == totals.count else { return nil }
    let size = max(1, Int((0.27 * Double(fractions.count)).rounded()))
    func groupMean(_ isBefore: (Double, Double) -> Bool) -> Double {
      let edge = totals.sorted(by: isBefore)[size - 1]
      let inside = zip(fractions, totals).filter { isBefore($1, edge) }.map(\.0)
      let tied = zip(fractions, totals).filter { $1 == edge }.map(\.0)
      return (inside.reduce(0, +) + Double(size - inside.count) * mean(tied)) / Double(size)
    }
    return groupMean(>) - groupMean(<)
  }
}
