/// Statistics of how questions and exercises behave in a class.
///
/// Measures and their names follow the classical test theory of Ebel and Frisbie, *Essentials of
/// Educational Measurement*; the groups of 27 % are Kelley's (1939).
public enum ItemAnalysis {
  /// The arithmetic mean; 0 of no numbers.
  public static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The median, of an even count the mean of the two in the middle; 0 of no numbers.
  public static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The standard deviation of the sample, which divides by n − 1; nil of fewer than two values.
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

  /// The mean of the upper group less that of the lower; nil below four exams.
  ///
  /// Each group is 27 % of the class, rounded, and at least one. Those who tie with the last of a
  /// group share its remaining places, so that the order of the files does not matter.
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
