public import Tensors

extension LabelledData {
  /// Round clouds of points about random centres, one for each class:
  /// `sklearn.datasets.make_blobs`.
  ///
  /// - Parameters:
  ///   - examples: m, the number of points in all clouds.
  ///   - centers: The number of clouds, at least one.
  ///   - standardDeviation: The standard deviation of every cloud in both directions.
  ///   - box: The range from which both coordinates of the centres are drawn.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The points as columns, (2, m), and their classes.
  public static func blobs(
    examples: Int, centers: Int = 3, standardDeviation: Double = 1,
    box: ClosedRange<Double> = -10...10, seed: UInt32
  ) -> LabelledData {
    var random = RandomState(seed: seed)
    return blobs(
      examples: examples, centers: centers, standardDeviation: standardDeviation, box: box,
      random: &random)
  }

  /// The blobs, drawn from an existing generator.
  public static func blobs(
    examples: Int, centers: Int = 3, standardDeviation: Double = 1,
    box: ClosedRange<Double> = -10...10, random: inout RandomState
  ) -> LabelledData {
    let examples = max(0, examples)
    let classes = max(1, centers)
    let centers = (0..<classes).map { _ in
      let x1 = random.uniform(low: box.lowerBound, high: box.upperBound)
      let x2 = random.uniform(low: box.lowerBound, high: box.upperBound)
      return (x1: x1, x2: x2)
    }
    var points: [(x1: Double, x2: Double)] = []
    var labels: [Int] = []
    for (label, center) in centers.enumerated() {
      // The remainder of the division goes to the first clouds, one point each.
      for _ in 0..<examples / classes + (label < examples % classes ? 1 : 0) {
        let x1 = random.normal(mean: center.x1, standardDeviation: standardDeviation)
        let x2 = random.normal(mean: center.x2, standardDeviation: standardDeviation)
        points.append((x1, x2))
        labels.append(label)
      }
    }
    return reordered(points, labels, &random)
  }

  /// One round cloud about the origin, divided into rings of equally many points, one for each
  /// class: `sklearn.datasets.make_gaussian_quantiles` with two features.
  ///
  /// - Parameters:
  ///   - examples: m, the number of points in all rings.
  ///   - covariance: The variance in both directions.
  ///   - classes: The number of rings, at least one; the remainder of the division goes to the
  ///     last.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The points as columns, (2, m), and their classes.
  public static func gaussianQuantiles(
    examples: Int, covariance: Double = 1, classes: Int = 3, seed: UInt32
  ) -> LabelledData {
    var random = RandomState(seed: seed)
    return gaussianQuantiles(
      examples: examples, covariance: covariance, classes: classes, random: &random)
  }

  /// The rings, drawn from an existing generator.
  public static func gaussianQuantiles(
    examples: Int, covariance: Double = 1, classes: Int = 3, random: inout RandomState
  ) -> LabelledData {
    let examples = max(0, examples)
    let classes = max(1, classes)
    let scale = max(0, covariance).squareRoot()
    let points = (0..<examples).map { _ in
      let x1 = random.randn() * scale
      let x2 = random.randn() * scale
      return (x1: x1, x2: x2)
    }
    let ordered = points.sorted { a, b in
      a.x1 * a.x1 + a.x2 * a.x2 < b.x1 * b.x1 + b.x2 * b.x2
    }
    let step = max(1, examples / classes)
    let labels = (0..<examples).map { min($0 / step, classes - 1) }
    return reordered(ordered, labels, &random)
  }

  private static func reordered(
    _ points: [(x1: Double, x2: Double)], _ labels: [Int], _ random: inout RandomState
  ) -> LabelledData {
    let order = random.permutation(points.count)
    return LabelledData(points: order.map { points[$0] }, labels: order.map { labels[$0] })
  }
}
