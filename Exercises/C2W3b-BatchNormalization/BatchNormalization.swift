import Syllabus
import Tensors

// MARK: Inputs

/// Both sets normalized by the statistics of the training set.
///
///     μ = 1/m Σ x⁽ⁱ⁾,  σ² = 1/m Σ (x⁽ⁱ⁾ - μ)²,  x := (x - μ) / σ      with the training set's μ and σ
///
/// A feature that is the same in the whole training set has σ = 0; divide it by 1.
///
/// - Parameters:
///   - X_train: the training set, shape (n_x, m).
///   - X_test: the test set, shape (n_x, m_test).
/// - Returns: both sets, of the same shapes.
///
/// ```swift
/// let sets = try normalizeInputs(Tensor([[2, 4, 6, 8]]), Tensor([[5, 10]]))
/// print(sets.training)  // [[-1.34164079 -0.4472136   0.4472136   1.34164079]]
/// print(sets.test)  // [[0.         2.23606798]]
/// ```
public func normalizeInputs(_ X_train: Tensor, _ X_test: Tensor) throws -> NormalizedSets {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Batch normalization

/// Batch normalization of a layer's sums: mean 0 and variance 1 over the batch, then γ and β.
///
///     μ = 1/m Σᵢ z⁽ⁱ⁾,   σ² = 1/m Σᵢ (z⁽ⁱ⁾ - μ)²        for each unit, over the batch
///     Ẑ = (Z - μ) / √(σ² + ε),   Z̃ = γ Ẑ + β
///
/// - Parameters:
///   - Z: the layer's sums, shape (n, m).
///   - gamma: γ, shape (n, 1).
///   - beta: β, shape (n, 1).
///   - epsilon: ε, inside the root.
/// - Returns: Z̃, Ẑ, and μ and σ² of shape (n, 1).
///
/// ```swift
/// let pass = try batchNormForward(Tensor([[1, 3]]), Tensor([[10]]), Tensor([[5]]), 0)
/// print(pass.Z_norm, pass.Z_tilde)  // [[-1.  1.]] [[-5. 15.]]
/// ```
public func batchNormForward(
  _ Z: Tensor, _ gamma: Tensor, _ beta: Tensor, _ epsilon: Double
) throws -> BatchNormPass {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of batch normalization, through μ and σ² as well.
///
///     dγ = Σᵢ dZ̃⁽ⁱ⁾ Ẑ⁽ⁱ⁾,   dβ = Σᵢ dZ̃⁽ⁱ⁾,   dẐ = γ dZ̃
///     dZ = (dẐ - 1/m Σᵢ dẐ⁽ⁱ⁾ - Ẑ · 1/m Σᵢ dẐ⁽ⁱ⁾ Ẑ⁽ⁱ⁾) / √(σ² + ε)
///
/// dγ and dβ are sums: they belong to the function whose derivative with respect to Z̃ is dZ̃.
///
/// - Parameters:
///   - dZ_tilde: dZ̃, shape (n, m).
///   - pass: what `batchNormForward` gave.
///   - gamma: γ, shape (n, 1).
///   - epsilon: the ε of the forward pass.
/// - Returns: dZ of shape (n, m), dγ and dβ of shape (n, 1).
public func batchNormBackward(
  _ dZ_tilde: Tensor, _ pass: BatchNormPass, _ gamma: Tensor, _ epsilon: Double
) throws -> BatchNormGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The running statistics after one more batch.
///
///     running := momentum · running + (1 - momentum) · batch      for μ and for σ²
///
/// - Parameters:
///   - running: the averages before.
///   - pass: the batch's forward pass, with its μ and σ².
///   - momentum: how much of the old averages stays, usually 0.9 or 0.99.
/// - Returns: the averages after.
public func updateRunningStatistics(
  _ running: RunningStatistics, _ pass: BatchNormPass, _ momentum: Double
) throws -> RunningStatistics {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Batch normalization after training, when there may be one example only.
///
///     Z̃ = γ (Z - μ) / √(σ² + ε) + β      with the running μ and σ²
///
/// - Parameters:
///   - Z: the layer's sums, shape (n, m).
///   - gamma: γ, shape (n, 1).
///   - beta: β, shape (n, 1).
///   - running: μ and σ², each of shape (n, 1).
///   - epsilon: ε, inside the root.
/// - Returns: Z̃ of shape (n, m).
public func batchNormInference(
  _ Z: Tensor, _ gamma: Tensor, _ beta: Tensor, _ running: RunningStatistics, _ epsilon: Double
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Batch normalization of pictures: each channel has one μ, σ², γ and β for all its pixels.
///
/// A filter gives the same feature at every place, so its outputs are normalized together: the mean
/// runs over the examples, the rows and the columns.
///
/// - Parameters:
///   - Z: the sums of a convolution, shape (m, n_H, n_W, n_C).
///   - gamma: γ, shape (1, 1, 1, n_C).
///   - beta: β, shape (1, 1, 1, n_C).
///   - epsilon: ε, inside the root.
/// - Returns: Z̃ and Ẑ of shape (m, n_H, n_W, n_C), μ and σ² of shape (1, 1, 1, n_C).
public func batchNormConvolution(
  _ Z: Tensor, _ gamma: Tensor, _ beta: Tensor, _ epsilon: Double
) throws -> BatchNormPass {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Given: softmax as you wrote it in C2W3a, and the constants

/// What keeps divisors away from 0.
let epsilon = 1e-5
/// How much of the running statistics stays at every step.
let momentum = 0.9

/// The probabilities of C classes from their scores, each column by itself.
func softmax(_ Z: Tensor) throws -> Tensor {
  let powers = try exp(Z - Z.max(axis: 0, keepingDimensions: true))
  return try powers / powers.sum(axis: 0, keepingDimensions: true)
}

/// The cross-entropy of scores, the mean over the examples.
func crossEntropyFromLogits(_ Z: Tensor, _ Y: Tensor) throws -> Double {
  let peak = try Z.max(axis: 0, keepingDimensions: true)
  let sums = try exp(Z - peak).sum(axis: 0, keepingDimensions: true)
  return try (Y * (log(sums) + peak - Z)).sum() / Double(Y.columns)
}

// MARK: The network

/// The forward pass during training: hidden layers without b, with batch normalization or without.
///
///     Z = W A_prev,   Z̃ = γ Ẑ + β,   A = max(0, Z̃)      for each hidden layer
///     Z = W A_prev + b,   A = softmax(Z)                 for the output layer
///
/// Without batch normalization β is the layer's bias, Z̃ = Z + β, and the pass holds Ẑ = Z, zeros for
/// μ and ones for σ².
///
/// - Parameters:
///   - X: the examples of a batch as columns, shape (n_x, m).
///   - network: the parameters.
///   - isNormalizing: whether there is batch normalization, with the ε above.
/// - Returns: the pass and the activations of each hidden layer, and scores and probabilities.
public func forwardPropagation(
  _ X: Tensor, _ network: NormalizedNetwork, _ isNormalizing: Bool
) throws -> NormalizedCache {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of the cost with respect to all parameters.
///
///     dZ = A - Y,   dW = 1/m dZ A_prevᵀ,   db = 1/m Σᵢ dZ⁽ⁱ⁾         for the output layer
///     dZ̃ = (W_nextᵀ dZ_next) ∗ (Z̃ > 0)                               for each hidden layer, the last first
///     dγ = 1/m Σᵢ dZ̃⁽ⁱ⁾ Ẑ⁽ⁱ⁾,   dβ = 1/m Σᵢ dZ̃⁽ⁱ⁾,   dW = 1/m dZ A_prevᵀ
///
/// dZ follows from dZ̃ through `batchNormBackward`; without batch normalization dZ = dZ̃ and dγ = 0.
///
/// - Parameters:
///   - network: the parameters.
///   - cache: what `forwardPropagation` gave for X.
///   - X: the examples of the batch as columns, shape (n_x, m).
///   - Y: one-hot labels, shape (C, m).
///   - isNormalizing: as in the forward pass.
/// - Returns: the gradients, each in the place of its parameter.
public func backwardPropagation(
  _ network: NormalizedNetwork, _ cache: NormalizedCache, _ X: Tensor, _ Y: Tensor,
  _ isNormalizing: Bool
) throws -> NormalizedNetwork {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The classes that a trained network predicts, each example by itself.
///
/// Hidden layers are normalized with their running statistics, `batchNormInference`. Where there are
/// none the network was trained without batch normalization: Z̃ = Z + β.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m); m may be 1.
///   - network: the trained parameters.
///   - running: the statistics of each hidden layer, or none at all.
/// - Returns: classes 0 to C - 1, shape (m,).
public func predictClasses(
  _ X: Tensor, _ network: NormalizedNetwork, _ running: [RunningStatistics]
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Trains a network by mini-batches and gradient descent, with batch normalization or without.
///
/// The parameters begin as `NormalizedNetwork(sizes, seed: seed)`, the running statistics with μ = 0 and
/// σ² = 1. Epoch e = 0, 1, … takes its batches from `MiniBatches.shuffled(X, Y, batchSize, seed + e + 1)`.
/// Every batch makes one step θ - α dθ for all parameters and, with batch normalization, updates the
/// running statistics of each hidden layer with the momentum above.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: one-hot labels, shape (C, m).
///   - sizes: n_x, the sizes of the hidden layers, C.
///   - isNormalizing: whether there is batch normalization.
///   - learningRate: α.
///   - batchSize: how many examples a mini-batch holds.
///   - epochs: how often all examples are used.
///   - seed: the seed of the weights; those of the batches follow it.
/// - Returns: the network, the running statistics (none without batch normalization), and for every
///   epoch the mean loss over its m examples.
public func model(
  _ X: Tensor, _ Y: Tensor, _ sizes: [Int], _ isNormalizing: Bool, _ learningRate: Double,
  _ batchSize: Int, _ epochs: Int, _ seed: UInt32
) throws -> NormalizedTraining {
  // YOUR CODE HERE
  throw NotImplemented()
}
