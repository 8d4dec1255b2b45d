public import Coursework
public import Tensors

// MARK: Content

extension C4W4 {
  /// The distance between the content of two pictures.
  public static let contentCost = Exercise<Tensor, Tensor, Double>(
    "contentCost", week: "C4W4", parameters: ["a_C", "a_G"], points: 5, sample: pair)

  /// The gradient of the content cost.
  public static let contentCostBackward = Exercise<Tensor, Tensor, Tensor>(
    "contentCostBackward", week: "C4W4", parameters: ["a_C", "a_G"], points: 5, sample: pair)

  /// The activations of a layer for two pictures.
  @Sendable private static func pair(
    _ random: inout RandomState
  ) throws -> (Tensor, Tensor) {
    let shape = [1, random.randint(2, 6), random.randint(2, 6), random.randint(2, 5)]
    return (random.randn(shape: shape), random.randn(shape: shape) + 0.25)
  }
}

// MARK: Style

extension C4W4 {
  /// The activations with one row for each channel.
  public static let unrollChannels = Exercise<Tensor, Tensor>(
    "unrollChannels", week: "C4W4", parameters: ["a"], points: 5,
    sample: { random in
      random.randn(1, random.randint(2, 6), random.randint(2, 6), random.randint(2, 5))
    })

  /// The correlations between channels.
  public static let gramMatrix = Exercise<Tensor, Tensor>(
    "gramMatrix", week: "C4W4", parameters: ["A"], points: 5,
    sample: { random in random.randn(random.randint(2, 6), random.randint(2, 8)) + 0.5 })

  /// The distance between the style of two pictures in one layer.
  public static let layerStyleCost = Exercise<Tensor, Tensor, Double>(
    "layerStyleCost", week: "C4W4", parameters: ["a_S", "a_G"], points: 10,
    dependsOn: [unrollChannels, gramMatrix], sample: pair)

  /// The gradient of a layer's style cost.
  public static let layerStyleCostBackward = Exercise<Tensor, Tensor, Tensor>(
    "layerStyleCostBackward", week: "C4W4", parameters: ["a_S", "a_G"], points: 15,
    dependsOn: [unrollChannels, gramMatrix], sample: pair)

  /// The distance between the style of two pictures in all layers.
  public static let styleCost = Exercise<[Tensor], [Tensor], [Double], Double>(
    "styleCost", week: "C4W4", parameters: ["a_S", "a_G", "weights"], points: 5,
    dependsOn: [layerStyleCost],
    sample: { random in
      let (a_S, a_G, weights) = layers(&random)
      return (a_S, a_G, weights)
    })

  /// The activations of two or three layers for two pictures, and a weight for each layer.
  private static func layers(
    _ random: inout RandomState
  ) -> (a_S: [Tensor], a_G: [Tensor], weights: [Double]) {
    let shapes = (0..<random.randint(2, 4)).map { _ in
      [1, random.randint(2, 5), random.randint(2, 5), random.randint(2, 4)]
    }
    return (
      shapes.map { random.randn(shape: $0) + 0.5 }, shapes.map { random.randn(shape: $0) },
      shapes.map { _ in random.uniform(low: 0.1, high: 0.9) }
    )
  }
}

// MARK: Both

extension C4W4 {
  /// Content and style together.
  public static let totalCost = Exercise<Double, Double, Double, Double, Double>(
    "totalCost", week: "C4W4", parameters: ["J_content", "J_style", "alpha", "beta"], points: 5,
    sample: { random in
      (
        random.uniform(low: 0.1, high: 3), random.uniform(low: 0.1, high: 3),
        random.uniform(low: 2, high: 20), random.uniform(low: 2, high: 60)
      )
    })

  /// The gradient of the total cost in each layer.
  public static let totalCostBackward = Exercise<
    Tensor, [Tensor], [Tensor], [Double], Double, Double, [Tensor]
  >(
    "totalCostBackward", week: "C4W4",
    parameters: ["a_C", "a_S", "a_G", "weights", "alpha", "beta"], points: 10,
    dependsOn: [contentCostBackward, layerStyleCostBackward],
    sample: { random in
      let (a_S, a_G, weights) = layers(&random)
      return (
        random.randn(shape: a_G[a_G.count - 1].shape), a_S, a_G, weights,
        random.uniform(low: 2, high: 6), random.uniform(low: 0.2, high: 1.5)
      )
    })

  /// A picture in the style of another.
  public static let generate = Exercise<
    Tensor, Tensor, [Tensor], [Double], Double, Double, Double, Int, StyleTransfer
  >(
    "generate", week: "C4W4",
    parameters: [
      "content", "style", "filters", "weights", "alpha", "beta", "learningRate", "iterations",
    ], points: 15, dependsOn: [contentCost, styleCost, totalCost, totalCostBackward],
    sample: { random in
      let n_C = random.randint(1, 4)
      let shape = [1, random.randint(5, 8), random.randint(5, 8), n_C]
      let (content, style) = (pixels(&random, shape), pixels(&random, shape))
      return (
        content, style, [0.6 * random.randn(2, 2, n_C, 3), 0.6 * random.randn(2, 2, 3, 2)],
        [random.uniform(low: 0.3, high: 0.9), random.uniform(low: 0.3, high: 0.9)],
        random.uniform(low: 2, high: 4), random.uniform(low: 4, high: 7),
        random.uniform(low: 0.4, high: 0.8), random.randint(2, 5)
      )
    })

  /// A picture with some pixels of 0 or 1, so that a step leaves the range.
  private static func pixels(_ random: inout RandomState, _ shape: [Int]) -> Tensor {
    minimum(maximum(1.6 * random.rand(shape: shape) - 0.3, 0), 1)
  }
}
