import Syllabus
import Tensors

// MARK: Inputs

/// The mean and the standard deviation of every feature.
///
///     μ = 1/m Σ x⁽ⁱ⁾,  σ² = 1/m Σ (x⁽ⁱ⁾ - μ)²
///
/// A feature that is the same in all examples has no spread. It gets σ = 1, so that nobody divides by 0.
///
/// - Parameter X: the training set, examples as columns, shape (n_x, m).
/// - Returns: μ and σ, each of shape (n_x, 1).
///
/// ```swift
/// let found = try inputStatistics(Tensor([[1, 2, 3, 4], [7, 7, 7, 7]]))
/// print(found.mean)               // [[2.5] [7.]]
/// print(found.standardDeviation)  // [[1.11803399] [1.]]
/// ```
public func inputStatistics(_ X: Tensor) throws -> InputStatistics {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Features of mean 0 and variance 1.
///
///     (x - μ) / σ
///
/// The statistics are those of the training set, whatever set X is.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - statistics: μ and σ, each of shape (n_x, 1).
/// - Returns: the normalized examples, shape (n_x, m).
///
/// ```swift
/// let statistics = InputStatistics(mean: Tensor([[2]]), standardDeviation: Tensor([[4]]))
/// print(try normalizeInputs(Tensor([[2, 10, 0]]), statistics))  // [[ 0.   2.  -0.5]]
/// ```
public func normalizeInputs(_ X: Tensor, _ statistics: InputStatistics) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Features as they were before they were normalized.
///
///     x = σ z + μ
///
/// - Parameters:
///   - Z: normalized examples as columns, shape (n_x, m).
///   - statistics: μ and σ with which they were normalized, each of shape (n_x, 1).
/// - Returns: the examples in their own units, shape (n_x, m).
///
/// ```swift
/// let statistics = InputStatistics(mean: Tensor([[2]]), standardDeviation: Tensor([[4]]))
/// print(try restoreInputs(Tensor([[0, 2, -0.5]]), statistics))  // [[ 2. 10.  0.]]
/// ```
public func restoreInputs(_ Z: Tensor, _ statistics: InputStatistics) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: The first weights

/// Zeros for every weight and bias.
///
/// - Parameter layerSizes: n[0], n[1], …, n[L], the input first.
/// - Returns: L layers, W[l] of shape (n[l], n[l-1]) and b[l] of shape (n[l], 1).
///
/// ```swift
/// print(try initializeZeros([3, 2, 1]).map(\.W.shape))  // [[2, 3], [1, 2]]
/// ```
public func initializeZeros(_ layerSizes: [Int]) throws -> [LayerParameters] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Large normal weights, ten times the standard normal distribution, and zero biases.
///
/// One generator with the seed draws all layers, first to last.
///
/// - Parameters:
///   - layerSizes: n[0], n[1], …, n[L], the input first.
///   - seed: the seed of the generator.
/// - Returns: L layers.
///
/// ```swift
/// print(try initializeRandom([3, 2, 1], 3)[1].W)  // [[-0.82741481 -6.27000677]]
/// ```
public func initializeRandom(_ layerSizes: [Int], _ seed: UInt32) throws -> [LayerParameters] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// He's weights, made for ReLU, and zero biases.
///
///     W[l] = randn · √(2 / n[l-1])
///
/// - Parameters:
///   - layerSizes: n[0], n[1], …, n[L], the input first.
///   - seed: the seed of the one generator.
/// - Returns: L layers.
///
/// Source: He and others, "Delving Deep into Rectifiers", 2015.
///
/// ```swift
/// print(try initializeHe([2, 4, 1], 3)[1].W)
/// // [[-0.03098412 -0.33744411 -0.92904268  0.62552248]]
/// ```
public func initializeHe(_ layerSizes: [Int], _ seed: UInt32) throws -> [LayerParameters] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Xavier's weights, made for tanh, and zero biases.
///
///     W[l] = randn · √(1 / n[l-1])
///
/// - Parameters:
///   - layerSizes: n[0], n[1], …, n[L], the input first.
///   - seed: the seed of the one generator.
/// - Returns: L layers.
public func initializeXavier(_ layerSizes: [Int], _ seed: UInt32) throws -> [LayerParameters] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Xavier's weights with both sides in the mean, and zero biases.
///
///     W[l] = randn · √(2 / (n[l-1] + n[l]))
///
/// - Parameters:
///   - layerSizes: n[0], n[1], …, n[L], the input first.
///   - seed: the seed of the one generator.
/// - Returns: L layers.
///
/// Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
/// networks", 2010.
public func initializeAveragedXavier(
  _ layerSizes: [Int], _ seed: UInt32
) throws -> [LayerParameters] {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: What they do

/// How long the activations of a deep network without activation functions are.
///
///     a[0] = x,  a[l] = W a[l-1],  W = factor · I;  the lengths ‖a[1]‖, …, ‖a[depth]‖
///
/// - Parameters:
///   - x: one example, shape (n, 1).
///   - factor: what stands on the diagonal of every W.
///   - depth: how many layers there are.
///
/// ```swift
/// print(try deepLinearLengths(Tensor([[3], [4]]), 1.5, 3))  // [7.5, 11.25, 16.875]
/// ```
public func deepLinearLengths(_ x: Tensor, _ factor: Double, _ depth: Int) throws -> [Double] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Trains the three-layer network by gradient descent from the chosen first weights.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - layerSizes: n_x, n1, n2, 1.
///   - method: the rule for the first weights.
///   - seed: the seed of the first weights; zeros need none.
///   - learningRate: α.
///   - steps: how many steps to make.
/// - Returns: the layers after the last step, and the cost before steps 0, 1000, 2000, …
public func trainFromInitialization(
  _ X: Tensor, _ Y: Tensor, _ layerSizes: [Int], _ method: InitializationMethod, _ seed: UInt32,
  _ learningRate: Double, _ steps: Int
) throws -> InitializationTraining {
  // YOUR CODE HERE
  throw NotImplemented()
}
