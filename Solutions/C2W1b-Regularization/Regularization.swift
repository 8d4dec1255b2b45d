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
  // BEGIN SOLUTION
  let weights = [parameters.W1, parameters.W2, parameters.W3]
  let squares = weights.reduce(0) { $0 + $1.squared().sum() }
  return try ThreeLayerNetwork.cost(A3, Y) + lambda / (2 * Double(Y.columns)) * squares
  // END SOLUTION
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
  // BEGIN SOLUTION
  let share = lambda / Double(X.columns)
  var gradients = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
  try gradients.dW1 += share * parameters.W1
  try gradients.dW2 += share * parameters.W2
  try gradients.dW3 += share * parameters.W3
  return gradients
  // END SOLUTION
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
  // BEGIN SOLUTION
  var random = RandomState(seed: seed)
  let keep = isTraining ? keepProbability : 1
  let Z1 = try dot(parameters.W1, X) + parameters.b1
  let D1 = random.rand(shape: Z1.shape) .< keep
  let A1 = try ThreeLayerNetwork.relu(Z1) * D1 / keep
  let Z2 = try dot(parameters.W2, A1) + parameters.b2
  let D2 = random.rand(shape: Z2.shape) .< keep
  let A2 = try ThreeLayerNetwork.relu(Z2) * D2 / keep
  let Z3 = try dot(parameters.W3, A2) + parameters.b3
  let A3 = ThreeLayerNetwork.sigmoid(Z3)
  return DropoutCache(
    activations: ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: A3), D1: D1, D2: D2)
  // END SOLUTION
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
  // BEGIN SOLUTION
  let m = Double(X.columns)
  let (A1, A2, A3) = (cache.activations.A1, cache.activations.A2, cache.activations.A3)
  let dZ3 = try A3 - Y
  let dA2 = try dot(parameters.W3.T, dZ3) * cache.D2 / keepProbability
  let dZ2 = try dA2 * (A2 .> 0)
  let dA1 = try dot(parameters.W2.T, dZ2) * cache.D1 / keepProbability
  let dZ1 = try dA1 * (A1 .> 0)
  return ThreeLayerGradients(
    dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
    dW2: try dot(dZ2, A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m,
    dW3: try dot(dZ3, A2.T) / m, db3: try dZ3.sum(axis: 1, keepingDimensions: true) / m)
  // END SOLUTION
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
  // BEGIN SOLUTION
  var best = 0
  for (epoch, cost) in devCosts.enumerated() {
    if cost < devCosts[best] {
      best = epoch
    } else if epoch - best >= patience {
      break
    }
  }
  return best
  // END SOLUTION
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
  // BEGIN SOLUTION
  var parameters = parameters
  var costs: [Double] = []
  for step in 0..<steps {
    let A3: Tensor
    let gradients: ThreeLayerGradients
    if keepProbability < 1 {
      let cache = try forwardWithDropout(
        X, parameters, keepProbability, seed + UInt32(step), true)
      A3 = cache.activations.A3
      gradients = try backwardWithDropout(X, Y, cache, parameters, keepProbability)
    } else {
      let pass = try ThreeLayerNetwork.forward(X, parameters)
      A3 = pass.A3
      gradients = try backwardWithRegularization(X, Y, pass, parameters, lambda)
    }
    if step.isMultiple(of: 1000) {
      costs.append(try costWithRegularization(A3, Y, parameters, lambda))
    }
    parameters = try descended(parameters, gradients, learningRate)
  }
  return RegularizedTraining(parameters: parameters, costs: costs)
  // END SOLUTION
}
