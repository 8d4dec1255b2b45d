public import Tensors

/// The network that the weeks on training share: LINEAR → RELU → LINEAR → RELU → LINEAR → SIGMOID.
///
/// It is given, not asked for: learners built its parts in course 1.
///
/// ```swift
/// let cache = try ThreeLayerNetwork.forward(X, parameters)
/// let cost = try ThreeLayerNetwork.cost(cache.A3, Y)
/// let gradients = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
/// ```
public enum ThreeLayerNetwork {
  /// max(0, z) for every element.
  public static func relu(_ Z: Tensor) -> Tensor { maximum(Z, 0) }

  /// 1 / (1 + e⁻ᶻ) for every element.
  public static func sigmoid(_ Z: Tensor) -> Tensor { 1 / (1 + exp(-Z)) }

  /// Everything that a pass from the examples to the probabilities computes.
  ///
  /// - Parameter X: examples as columns, shape (n_x, m).
  /// - Throws: `ShapeError` when X does not fit the first layer.
  public static func forward(
    _ X: Tensor, _ parameters: ThreeLayerParameters
  ) throws -> ThreeLayerCache {
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let A1 = relu(Z1)
    let Z2 = try dot(parameters.W2, A1) + parameters.b2
    let A2 = relu(Z2)
    let Z3 = try dot(parameters.W3, A2) + parameters.b3
    return ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: sigmoid(Z3))
  }

  /// The cross-entropy, J = -1/m Σ log(probability that the network gives to the true class).
  ///
  /// This is -1/m Σ [y log a + (1 - y) log(1 - a)] for labels 0 and 1, without the product 0 · ∞ of
  /// an example that is predicted with certainty.
  ///
  /// - Parameters:
  ///   - A3: probabilities, shape (1, m).
  ///   - Y: labels 0 and 1, shape (1, m).
  public static func cost(_ A3: Tensor, _ Y: Tensor) throws -> Double {
    try -log(select(Y, A3, 1 - A3)).sum() / Double(Y.columns)
  }

  /// The gradients of the cost.
  public static func backward(
    _ X: Tensor, _ Y: Tensor, _ cache: ThreeLayerCache, _ parameters: ThreeLayerParameters
  ) throws -> ThreeLayerGradients {
    let m = Double(X.columns)
    let dZ3 = try cache.A3 - Y
    let dZ2 = try dot(parameters.W3.T, dZ3) * (cache.A2 .> 0)
    let dZ1 = try dot(parameters.W2.T, dZ2) * (cache.A1 .> 0)
    return ThreeLayerGradients(
      dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
      dW2: try dot(dZ2, cache.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m,
      dW3: try dot(dZ3, cache.A2.T) / m, db3: try dZ3.sum(axis: 1, keepingDimensions: true) / m)
  }

  /// How many of 100 examples are classified rightly; a probability of exactly 0.5 counts as 0.
  public static func accuracy(
    _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters
  ) throws -> Double {
    let predicted = try forward(X, parameters).A3 .> 0.5
    return 100 * (try predicted .== Y).mean()
  }
}
