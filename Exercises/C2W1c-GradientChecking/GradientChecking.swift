import Syllabus
import Tensors

// MARK: One dimension

/// The cost of a model with one parameter.
///
///     J(θ) = θ x
///
/// ```swift
/// print(try forward1D(2, 4))  // 8.0
/// ```
public func forward1D(_ x: Double, _ theta: Double) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The derivative of that cost along θ.
///
///     dJ/dθ,  J(θ) = θ x
///
/// ```swift
/// print(try backward1D(2, 4))  // 2.0
/// ```
public func backward1D(_ x: Double, _ theta: Double) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// How far a derivative is from the slope that two costs show.
///
///     ĝ = (J(θ + ε) - J(θ - ε)) / (2ε),   |g - ĝ| / (|g| + |ĝ|)
///
/// - Parameters:
///   - x: the input of `forward1D`.
///   - theta: θ, where the slope is taken.
///   - gradient: g, what a backward pass says.
///   - epsilon: ε, usually 1e-7.
/// - Returns: below 1e-7 when g is right; near 1 with a wrong sign, or if it is many times too
///   large or too small.
///
/// ```swift
/// print(try gradientCheck1D(2, 4, 2, 1e-7))  // less than 1e-7
/// print(try gradientCheck1D(2, 4, 6, 1e-7))  // about 0.5: |6 - 2| / (6 + 2)
/// ```
public func gradientCheck1D(
  _ x: Double, _ theta: Double, _ gradient: Double, _ epsilon: Double
) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: All parameters in one column

/// All parameters below one another: θ.
///
/// The order is W1, b1, W2, b2, W3, b3, each matrix by rows.
///
/// - Parameter parameters: the network's weights and biases.
/// - Returns: shape (n, 1), n being the number of all parameters.
public func vectorFromParameters(_ parameters: ThreeLayerParameters) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The parameters that stand below one another in θ.
///
/// - Parameters:
///   - theta: shape (n, 1), in the order of `vectorFromParameters`.
///   - layerSizes: n_x, n1, n2, 1.
/// - Returns: W[l] of shape (n[l], n[l-1]) and b[l] of shape (n[l], 1).
public func parametersFromVector(
  _ theta: Tensor, _ layerSizes: [Int]
) throws -> ThreeLayerParameters {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// All gradients below one another, in the same order as the parameters.
func vectorFromGradients(_ gradients: ThreeLayerGradients) throws -> Tensor {
  try vectorFromParameters(
    ThreeLayerParameters(
      W1: gradients.dW1, b1: gradients.db1, W2: gradients.dW2, b2: gradients.db2,
      W3: gradients.dW3, b3: gradients.db3))
}

/// n_x, n1, n2, 1.
func layerSizes(of parameters: ThreeLayerParameters) -> [Int] {
  [parameters.W1.columns] + parameters.layers.map(\.W.rows)
}

// MARK: The check

/// The cost that is checked: cross-entropy and L2 penalty.
func cost(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double
) throws -> Double {
  let crossEntropy = try ThreeLayerNetwork.cost(
    ThreeLayerNetwork.forward(X, parameters).A3, Y)
  let squares = parameters.layers.reduce(0) { $0 + $1.W.squared().sum() }
  return crossEntropy + lambda / (2 * Double(X.columns)) * squares
}

/// How far gradients are from the slopes that the cost shows.
///
///     ĝᵢ = (J(…, θᵢ + ε, …) - J(…, θᵢ - ε, …)) / (2ε),   ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖)
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - parameters: where the slopes are taken.
///   - gradients: g, what a backward pass says there.
///   - lambda: λ of the penalty, which belongs to J.
///   - epsilon: ε, usually 1e-7.
/// - Returns: the relative difference and ĝ. Below 1e-7 the backward pass is right; about 1e-5 look
///   at it again; above 1e-3 it has a mistake.
public func gradientCheck(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters,
  _ gradients: ThreeLayerGradients, _ lambda: Double, _ epsilon: Double
) throws -> GradientCheck {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The names of the gradients that are further from their slopes than the limit.
///
///     ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖) > limit,   for each of dW1, db1, dW2, db2, dW3, db3 by itself
///
/// - Parameters:
///   - gradients: what a backward pass says.
///   - numerical: the slopes that the cost shows, in the same form.
///   - limit: usually 1e-5.
/// - Returns: names out of "dW1", "db1", "dW2", "db2", "dW3", "db3", in this order. A gradient that is
///   zero on both sides is no suspect.
public func suspects(
  _ gradients: ThreeLayerGradients, _ numerical: ThreeLayerGradients, _ limit: Double
) throws -> [String] {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: A backward pass with two mistakes

/// The gradients of `cost`. **Two of the lines below are wrong**: find them with `gradientCheck` and
/// `suspects`, and repair them.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - parameters: the network's weights and biases.
///   - lambda: λ of the penalty.
public func backward(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double
) throws -> ThreeLayerGradients {
  let m = Double(X.columns)
  let (W1, W2, W3) = (parameters.W1, parameters.W2, parameters.W3)
  let cache = try ThreeLayerNetwork.forward(X, parameters)

  // YOUR CODE HERE
  let dZ3 = try cache.A3 - Y
  let dW3 = try dot(dZ3, cache.A2.T) / m + lambda / m * W3
  let db3 = try dZ3.sum(axis: 1, keepingDimensions: true) / m
  let dZ2 = try dot(W3.T, dZ3) * (cache.A2 .> 0)
  let dW2 = try dot(dZ2, cache.A1.T) * 2 / m + lambda / m * W2
  let db2 = try dZ2.sum(axis: 1, keepingDimensions: true) / m
  let dZ1 = try dot(W2.T, dZ2) * (cache.A1 .> 0)
  let dW1 = try dot(dZ1, X.T) / m + lambda / m * W1
  let db1 = 4 / m * (try dZ1.sum(axis: 1, keepingDimensions: true))

  return ThreeLayerGradients(dW1: dW1, db1: db1, dW2: dW2, db2: db2, dW3: dW3, db3: db3)
}
