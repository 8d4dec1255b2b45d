import Foundation
public import Tensors

// MARK: Data with two features, generated as NumPy and scikit-learn generate it

// Every data set has two forms: one takes a seed, like scikit-learn's `random_state`; the other
// takes an existing generator, as when several calls follow `np.random.seed(1)`. The order of the
// random draws is that of scikit-learn (sklearn.datasets, version 1.x), which makes the numbers the
// same, too. A negative number of examples counts as 0.

extension LabelledData {
  /// A flower with petals of two classes, the course's example for shallow networks.
  ///
  /// For each class j the angle t runs evenly from 3.12 j to 3.12 (j + 1), plus 0.2 · randn. The
  /// radius is r = 4 sin 4t + 0.2 · randn, and the point is (r sin t, r cos t).
  ///
  /// - Parameters:
  ///   - examples: m, rounded down to an even number.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The points as columns, (2, m), and their classes.
  public static func planarFlower(examples: Int = 400, seed: UInt32 = 1) -> LabelledData {
    var random = RandomState(seed: seed)
    return planarFlower(examples: examples, random: &random)
  }

  /// The flower, drawn from an existing generator.
  public static func planarFlower(
    examples: Int = 400, random: inout RandomState
  ) -> LabelledData {
    let half = max(0, examples) / 2
    var points: [(x1: Double, x2: Double)] = []
    for j in 0..<2 {
      let even = Tensor.linspace(Double(j) * 3.12, Double(j + 1) * 3.12, count: half).elements
      let t = even.map { $0 + random.randn() * 0.2 }
      let r = t.map { 4 * Foundation.sin($0 * 4) + random.randn() * 0.2 }
      points += zip(t, r).map { t, r in (r * Foundation.sin(t), r * Foundation.cos(t)) }
    }
    return LabelledData(
      points: points, labels: (0..<2 * half).map { $0 < half ? 0 : 1 })
  }

  /// A large circle (class 0) around a small one (class 1): `sklearn.datasets.make_circles`.
  ///
  /// - Parameters:
  ///   - examples: m, the number of points on both circles.
  ///   - noise: The standard deviation of the noise added to every coordinate; nil draws none.
  ///   - factor: The small circle's radius; the large one's is 1.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The points as columns, (2, m), and their classes.
  public static func circles(
    examples: Int, noise: Double? = nil, factor: Double = 0.8, seed: UInt32
  ) -> LabelledData {
    var random = RandomState(seed: seed)
    return circles(examples: examples, noise: noise, factor: factor, random: &random)
  }

  /// The circles, drawn from an existing generator.
  public static func circles(
    examples: Int, noise: Double? = nil, factor: Double = 0.8, random: inout RandomState
  ) -> LabelledData {
    let (outer, inner) = halves(examples)
    func circle(_ count: Int, _ radius: Double) -> [(x1: Double, x2: Double)] {
      let step = 2 * Double.pi / Double(max(1, count))
      return (0..<count).map { index in
        let angle = Double(index) * step
        return (Foundation.cos(angle) * radius, Foundation.sin(angle) * radius)
      }
    }
    return shuffled(circle(outer, 1) + circle(inner, factor), outer, noise, &random)
  }

  /// Two interleaving half circles, the upper one being class 0: `sklearn.datasets.make_moons`.
  ///
  /// - Parameters:
  ///   - examples: m, the number of points on both half circles.
  ///   - noise: The standard deviation of the noise added to every coordinate; nil draws none.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The points as columns, (2, m), and their classes.
  public static func moons(examples: Int, noise: Double? = nil, seed: UInt32) -> LabelledData {
    var random = RandomState(seed: seed)
    return moons(examples: examples, noise: noise, random: &random)
  }

  /// The moons, drawn from an existing generator.
  public static func moons(
    examples: Int, noise: Double? = nil, random: inout RandomState
  ) -> LabelledData {
    let (outer, inner) = halves(examples)
    let upper = Tensor.linspace(0, .pi, count: outer).elements.map { angle in
      (x1: Foundation.cos(angle), x2: Foundation.sin(angle))
    }
    let lower = Tensor.linspace(0, .pi, count: inner).elements.map { angle in
      (x1: 1 - Foundation.cos(angle), x2: 1 - Foundation.sin(angle) - 0.5)
    }
    return shuffled(upper + lower, outer, noise, &random)
  }

  private static func halves(_ examples: Int) -> (first: Int, second: Int) {
    let examples = max(0, examples)
    return (examples / 2, examples - examples / 2)
  }

  /// The points in random order, with noise added; the first `zeros` of `points` have class 0.
  private static func shuffled(
    _ points: [(x1: Double, x2: Double)], _ zeros: Int, _ noise: Double?,
    _ random: inout RandomState
  ) -> LabelledData {
    let order = random.permutation(points.count)
    let moved = order.map { index in
      guard let noise else { return points[index] }
      let x1 = points[index].x1 + random.normal(standardDeviation: noise)
      let x2 = points[index].x2 + random.normal(standardDeviation: noise)
      return (x1: x1, x2: x2)
    }
    return LabelledData(points: moved, labels: order.map { $0 < zeros ? 0 : 1 })
  }
}
