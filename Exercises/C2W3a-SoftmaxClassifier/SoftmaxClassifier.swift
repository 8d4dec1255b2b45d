import Syllabus
import Tensors

// MARK: Classes and probabilities

/// Every label as a column that holds a 1 in the row of its class and zeros elsewhere.
///
/// - Parameters:
///   - labels: the classes 0 to C - 1, shape (m,).
///   - C: the number of classes.
/// - Returns: Y of shape (C, m).
///
/// ```swift
/// print(try oneHot(Tensor([1, 0, 2]), 3))
/// // [[0. 1. 0.]
/// //  [1. 0. 0.]
/// //  [0. 0. 1.]]
/// ```
public func oneHot(_ labels: Tensor, _ C: Int) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The probabilities of C classes from their scores, each column by itself.
///
///     ŷ_c = exp(z_c - max z) / Σ_k exp(z_k - max z)
///
/// The maximum of its column is subtracted from every score: the result stays the same, and no
/// exponential overflows.
///
/// - Parameter Z: scores of any size, shape (C, m), an example in each column.
/// - Returns: probabilities of shape (C, m); every column adds up to 1.
///
/// ```swift
/// print(try softmax(Tensor([[5], [2], [-1], [3]])).T)
/// // [[0.84203357 0.04192238 0.00208719 0.11395685]]
/// ```
public func softmax(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// A 1 for the largest score of every column, and zeros elsewhere.
///
/// Of several largest scores the first counts, as with `argmax`, so that a column holds exactly one 1.
///
/// - Parameter Z: scores, shape (C, m).
/// - Returns: zeros and ones of shape (C, m).
///
/// ```swift
/// print(try hardmax(Tensor([[5], [2], [-1], [3]])).T)  // [[1. 0. 0. 0.]]
/// ```
public func hardmax(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The class with the largest score of every column.
///
/// Of several largest scores the first counts.
///
/// - Parameter Z: scores or probabilities, shape (C, m).
/// - Returns: classes 0 to C - 1, shape (m,).
///
/// ```swift
/// print(try predictClasses(Tensor([[0.2, 0.7], [0.5, 0.1], [0.3, 0.2]])))  // [1. 0.]
/// ```
public func predictClasses(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: The cost

/// The cross-entropy of probabilities: the mean over all examples of -log ŷ of the right class.
///
///     J = -1/m Σᵢ Σ_c y_c⁽ⁱ⁾ log ŷ_c⁽ⁱ⁾
///
/// Where y is 0 the term is 0, even if ŷ is 0 and its logarithm infinite.
///
/// - Parameters:
///   - A: probabilities ŷ, shape (C, m).
///   - Y: one-hot labels, shape (C, m).
/// - Returns: the cost J.
///
/// ```swift
/// print(try crossEntropyCost(Tensor([[0.3], [0.2], [0.1], [0.4]]), Tensor([[0], [1], [0], [0]])))
/// // 1.6094379124341003, which is -log 0.2
/// ```
public func crossEntropyCost(_ A: Tensor, _ Y: Tensor) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The cross-entropy from the scores themselves, finite whatever their size.
///
///     J = 1/m Σᵢ Σ_c y_c⁽ⁱ⁾ (log Σ_k exp z_k⁽ⁱ⁾ - z_c⁽ⁱ⁾)
///
/// The logarithm of the sum is computed as max z + log Σ exp(z - max z).
///
/// - Parameters:
///   - Z: scores of any size, shape (C, m).
///   - Y: one-hot labels, shape (C, m).
/// - Returns: the cost J.
///
/// ```swift
/// print(try crossEntropyFromLogits(Tensor([[1000], [-1000]]), Tensor([[0], [1]])))  // 2000.0
/// ```
public func crossEntropyFromLogits(_ Z: Tensor, _ Y: Tensor) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradient of each example's loss with respect to its scores.
///
///     dZ = ŷ - y
///
/// As everywhere in this course dZ carries no 1/m; dW and db will.
///
/// - Parameters:
///   - A: probabilities ŷ, shape (C, m).
///   - Y: one-hot labels, shape (C, m).
/// - Returns: dZ of shape (C, m).
public func softmaxBackward(_ A: Tensor, _ Y: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: The network

/// The forward pass of a network with one hidden layer and C classes.
///
///     Z1 = W1 X + b1,  A1 = max(0, Z1),  Z2 = W2 A1 + b2,  A2 = softmax(Z2)
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - parameters: two layers, W of shapes (n_h, n_x) and (C, n_h), b of shapes (n_h, 1) and (C, 1).
/// - Returns: all four matrices.
public func forwardPropagation(
  _ X: Tensor, _ parameters: [LayerParameters]
) throws -> SoftmaxCache {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of the cost with respect to all parameters.
///
///     dZ2 = A2 - Y                     dW2 = 1/m dZ2 A1ᵀ,  db2 = 1/m Σᵢ dZ2⁽ⁱ⁾
///     dZ1 = (W2ᵀ dZ2) ∗ (Z1 > 0)       dW1 = 1/m dZ1 Xᵀ,   db1 = 1/m Σᵢ dZ1⁽ⁱ⁾
///
/// - Parameters:
///   - parameters: two layers.
///   - cache: what `forwardPropagation` gave for X.
///   - X: examples as columns, shape (n_x, m).
///   - Y: one-hot labels, shape (C, m).
/// - Returns: the gradients of the hidden layer, then those of the output layer.
public func backwardPropagation(
  _ parameters: [LayerParameters], _ cache: SoftmaxCache, _ X: Tensor, _ Y: Tensor
) throws -> [LayerGradients] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Trains a network with one hidden layer by mini-batches and Adam.
///
/// The first weights are `LayerParameters.he([n_x, hiddenUnits, C], seed: seed)`. Epoch e = 0, 1, …
/// takes its batches from `MiniBatches.shuffled(X, Y, batchSize, seed + e + 1)`, and every batch makes
/// one step of an `AdamOptimizer` that lives through the whole training.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: one-hot labels, shape (C, m).
///   - hiddenUnits: n_h.
///   - learningRate: α.
///   - batchSize: how many examples a mini-batch holds.
///   - epochs: how often all examples are used.
///   - seed: the seed of the weights; those of the batches follow it.
/// - Returns: the trained layers, and for every epoch the mean loss over its m examples.
public func model(
  _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ learningRate: Double, _ batchSize: Int,
  _ epochs: Int, _ seed: UInt32
) throws -> SoftmaxTraining {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Hyperparameters

/// A learning rate drawn so that every power of ten gets the same share.
///
///     α = 10^r,  r uniform in [a, b]: r = a + (b - a) u
///
/// - Parameters:
///   - a: the lowest exponent.
///   - b: the highest exponent.
///   - seed: u is the first `rand()` of a `RandomState` with this seed.
/// - Returns: α.
///
/// ```swift
/// print(try sampleLearningRate(-4, 0, 3))  // about 0.0159658
/// ```
public func sampleLearningRate(_ a: Double, _ b: Double, _ seed: UInt32) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// A momentum drawn so that every power of ten of 1 - β gets the same share.
///
///     β = 1 - 10^r,  r uniform in [a, b]: r = a + (b - a) u
///
/// - Parameters:
///   - a: the lowest exponent of 1 - β; -3 belongs to β = 0.999.
///   - b: the highest exponent of 1 - β; -1 belongs to β = 0.9.
///   - seed: u is the first `rand()` of a `RandomState` with this seed.
/// - Returns: β.
///
/// ```swift
/// print(try sampleMomentum(-3, -1, 3))  // about 0.9873644
/// ```
public func sampleMomentum(_ a: Double, _ b: Double, _ seed: UInt32) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The settings of a square grid: each of `count` learning rates with each of `count` momenta.
///
/// The exponents stand at equal distances, both ends among them. All settings with the lowest learning
/// rate come first, 1 - β growing from its lowest.
///
/// - Parameters:
///   - region: between which powers of ten.
///   - count: how many values each hyperparameter takes, at least 2.
/// - Returns: count · count settings.
///
/// ```swift
/// let region = SearchRegion(
///   learningRateLow: -3, learningRateHigh: -1, momentumLow: -2, momentumHigh: -1)
/// let first = try gridSearch(region, 3)[0]
/// print(first.learningRate, first.beta)  // 0.001 0.99
/// ```
public func gridSearch(_ region: SearchRegion, _ count: Int) throws -> [Setting] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Settings drawn at random from the region.
///
/// Trial i = 0, 1, … draws its learning rate with seed + 2i and its momentum with seed + 2i + 1.
///
/// - Parameters:
///   - region: between which powers of ten.
///   - trials: how many settings.
///   - seed: the seed of the first learning rate.
/// - Returns: the settings in order.
public func randomSearch(_ region: SearchRegion, _ trials: Int, _ seed: UInt32) throws -> [Setting]
{
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The smallest region that holds the best settings, in which the search goes on.
///
/// The best are those with the lowest costs. A run that diverged has the cost NaN and is worse than
/// any other.
///
/// - Parameters:
///   - settings: what was tried.
///   - costs: the cost that each reached.
///   - count: how many of the best count, at least 1.
/// - Returns: the lowest and the highest log₁₀ α and log₁₀ (1 - β) among them.
public func coarseToFine(
  _ settings: [Setting], _ costs: [Double], _ count: Int
) throws -> SearchRegion {
  // YOUR CODE HERE
  throw NotImplemented()
}
