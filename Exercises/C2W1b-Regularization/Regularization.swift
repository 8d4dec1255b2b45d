import Syllabus
import Tensors

// MARK: L2 regularization

/// The cross-entropy and a penalty on large weights.
///
///     J = -1/m Σ [y log a + (1 - y) log(1 - a)] + λ/(2m) (‖W1‖² + ‖W2‖² + ‖W3‖²)
///
/// ‖W‖² is the sum of all squared elements. Biases are not penalized.
///
/// - Parameters:
///   - A3: probabilities, shape (1, m).
///   - Y: labels, shape (1, m).
///   - parameters: the network's weights and biases.
///   - lambda: λ, how much weights cost; 0 for no regularization.
///
/// `ThreeLayerNetwork.cost(A3, Y)` is the first term.
public func costWithRegularization(
  _ A3: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double
) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of the cost with its penalty.
///
///     dW[l] = (what it is without penalty) + λ/m W[l]
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - cache: what `ThreeLayerNetwork.forward` gave.
///   - parameters: the network's weights and biases.
///   - lambda: λ.
///
/// `ThreeLayerNetwork.backward(X, Y, cache, parameters)` gives the gradients without penalty.
public func backwardWithRegularization(
  _ X: Tensor, _ Y: Tensor, _ cache: ThreeLayerCache, _ parameters: ThreeLayerParameters,
  _ lambda: Double
) throws -> ThreeLayerGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Dropout

/// The forward pass in which hidden activations are dropped at random.
///
///     D = 1 where rand < keepProbability, else 0;   A := A · D / keepProbability
///
/// after the ReLU of layers 1 and 2. One generator with the seed draws D1, then D2. When it is not
/// training nothing is dropped and nothing divided: both masks are ones.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - parameters: the network's weights and biases.
///   - keepProbability: the chance of an activation to stay, greater than 0 and at most 1.
///   - seed: the seed of the masks.
///   - isTraining: false for predictions.
/// - Returns: Z1, A1, …, A3 with A1 and A2 after dropout, and both masks.
///
/// `ThreeLayerNetwork.relu` and `ThreeLayerNetwork.sigmoid` are given.
public func forwardWithDropout(
  _ X: Tensor, _ parameters: ThreeLayerParameters, _ keepProbability: Double, _ seed: UInt32,
  _ isTraining: Bool
) throws -> DropoutCache {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of a pass with dropout: the same masks, the same division.
///
///     dA2 = W3ᵀ dZ3 · D2 / keepProbability,  dA1 = W2ᵀ dZ2 · D1 / keepProbability
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - cache: what `forwardWithDropout` gave.
///   - parameters: the network's weights and biases.
///   - keepProbability: that of the forward pass.
public func backwardWithDropout(
  _ X: Tensor, _ Y: Tensor, _ cache: DropoutCache, _ parameters: ThreeLayerParameters,
  _ keepProbability: Double
) throws -> ThreeLayerGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Early stopping

/// The epoch whose parameters early stopping keeps.
///
/// Training stops as soon as `patience` epochs in a row have no lower cost on the dev set than the
/// best before them, or when there are no more epochs. Equal is not lower.
///
/// - Parameters:
///   - devCosts: the cost on the dev set after epoch 0, 1, 2, …; at least one.
///   - patience: how many epochs without improvement end the training, at least 1.
/// - Returns: the epoch of the lowest cost up to the stop.
///
/// ```swift
/// print(try bestEpoch([3, 2, 2.5, 2.4, 1], 2))  // 1
/// print(try bestEpoch([3, 2, 2.5, 2.4, 1], 3))  // 4
/// ```
public func bestEpoch(_ devCosts: [Double], _ patience: Int) throws -> Int {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Training

/// The parameters one step downhill.
func descended(
  _ parameters: ThreeLayerParameters, _ gradients: ThreeLayerGradients, _ learningRate: Double
) throws -> ThreeLayerParameters {
  func step(_ value: Tensor, _ slope: Tensor) throws -> Tensor { try value - learningRate * slope }
  return ThreeLayerParameters(
    W1: try step(parameters.W1, gradients.dW1), b1: try step(parameters.b1, gradients.db1),
    W2: try step(parameters.W2, gradients.dW2), b2: try step(parameters.b2, gradients.db2),
    W3: try step(parameters.W3, gradients.dW3), b3: try step(parameters.b3, gradients.db3))
}

/// Gradient descent with L2 regularization or with dropout, one of them at a time.
///
/// Dropout is used where keepProbability is less than 1, and step i draws its masks with the seed
/// seed + i. `descended`, above, makes a step.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - parameters: where to start.
///   - learningRate: α.
///   - steps: how many steps to make.
///   - lambda: λ of the L2 penalty; 0 with dropout.
///   - keepProbability: of dropout; 1 for none.
///   - seed: the seed of the masks of step 0.
/// - Returns: the parameters after the last step, and the cost of the pass, penalty included, at
///   steps 0, 1000, 2000, …
public func trainWithRegularization(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ learningRate: Double,
  _ steps: Int, _ lambda: Double, _ keepProbability: Double, _ seed: UInt32
) throws -> RegularizedTraining {
  // YOUR CODE HERE
  throw NotImplemented()
}
