public import Tensors

/// The network that the weeks on training share: LINEAR → RELU → LINEAR → RELU → LINEAR → SIGMOID.
///
/// It is given because learners built its parts in course 1.
///
/// ```swift
/// let activations = try ThreeLayerNetwork.forward(X, parameters)
/// let cost = try ThreeLayerNetwork.cost(activations.A3, Y)
/// let slopes = try ThreeLayerNetwork.backward(X, Y, activations, parameters)
/// ```
public enum ThreeLayerNetwork {
  /// max(0, z) for every element.
  public static func relu(_ Z: Tensor) -> Tensor { maximum(Z, 0) }

  /// 1 / (1 + e⁻ᶻ) for every element.
  public static func sigmoid(_ Z: Tensor) -> Tensor { 1 / (1 + exp(-Z)) }

  /// W A + b, which a layer computes before its activation.
  static func linear(_ W: Tensor, _ A: Tensor, _ b: Tensor) throws -> Tensor {
    try b + dot(W, A)
  }

  /// Computes the forward pass from the examples to the probabilities.
  ///
  /// - Parameters:
  ///   - X: examples as columns, shape (n_x, m).
  ///   - parameters: the weights and biases.
  /// - Returns: the Z and A of each layer.
  /// - Throws: `ShapeError` if X does not match the first layer.
  public static func forward(
    _ X: Tensor, _ parameters: ThreeLayerParameters
  ) throws -> ThreeLayerCache {
    let Z1 = try linear(parameters.W1, X, parameters.b1)
    let A1 = relu(Z1)
    let Z2 = try linear(parameters.W2, A1, parameters.b2)
    let A2 = relu(Z2)
    let Z3 = try linear(parameters.W3, A2, parameters.b3)
    return ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: sigmoid(Z3))
  }

  /// The cross-entropy J = -1/m Σ log(probability assigned to the true class).
  ///
  /// This equals -1/m Σ [y log a + (1 - y) log(1 - a)] for labels 0 and 1, but avoids the product 0
  /// · ∞ for an example predicted with certainty.
  ///
  /// - Parameters:
  ///   - A3: probabilities, shape (1, m).
  ///   - Y: labels 0 and 1, shape (1, m).
  /// - Returns: J.
  /// - Throws: `ShapeError` if the shapes differ.
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
    func mean(_ dZ: Tensor, _ A: Tensor) throws -> (dW: Tensor, db: Tensor) {
      (try dot(dZ, A.T) / m, try dZ.sum(axis: 1, keepingDimensions: true) / m)
    }
    let first = try mean(dZ1, X)
    let second = try mean(dZ2, cache.A1)
    let third = try mean(dZ3, cache.A2)
    return ThreeLayerGradients(
      dW1: first.dW, db1: first.db, dW2: second.dW, db2: second.db, dW3: third.dW, db3: third.db)
  }

  /// The percentage of examples classified correctly; a probability of exactly 0.5 counts as class
  /// 0.
  public static func accuracy(
    _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters
  ) throws -> Double {
    let predicted = try forward(X, parameters).A3 .> 0.5
    return 100 * (try predicted .== Y).mean()
  }
}
