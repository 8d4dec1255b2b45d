public import Tensors

/// A training set and a test set after normalization.
public struct NormalizedSets: Codable, Sendable, Equatable {
  /// The training set, in its original shape.
  public var training: Tensor
  /// The test set, in its original shape.
  public var test: Tensor

  /// Creates the pair from its parts.
  public init(training: Tensor, test: Tensor) {
    self.training = training
    self.test = test
  }
}

/// The result of batch normalization, with the values that its backward pass needs.
public struct BatchNormPass: Codable, Sendable, Equatable {
  /// γ Ẑ + β, the output, in the shape of Z.
  public var Z_tilde: Tensor
  /// Ẑ, the normalized Z, in the same shape.
  public var Z_norm: Tensor
  /// μ of the batch: (n, 1), or (1, 1, 1, n_C) for pictures.
  public var mean: Tensor
  /// σ² of the batch, in the shape of the mean, without ε.
  public var variance: Tensor

  /// Creates the pass from its parts.
  public init(Z_tilde: Tensor, Z_norm: Tensor, mean: Tensor, variance: Tensor) {
    self.Z_tilde = Z_tilde
    self.Z_norm = Z_norm
    self.mean = mean
    self.variance = variance
  }
}

/// The gradients of batch normalization.
public struct BatchNormGradients: Codable, Sendable, Equatable {
  /// ∂J/∂Z, shape (n, m).
  public var dZ: Tensor
  /// ∂J/∂γ, summed over the examples, shape (n, 1).
  public var dgamma: Tensor
  /// ∂J/∂β, summed over the examples, shape (n, 1).
  public var dbeta: Tensor

  /// Creates the gradients from their parts.
  public init(dZ: Tensor, dgamma: Tensor, dbeta: Tensor) {
    self.dZ = dZ
    self.dgamma = dgamma
    self.dbeta = dbeta
  }
}

/// Averages of the batches' statistics, for use after training.
public struct RunningStatistics: Codable, Sendable, Equatable {
  /// The average of μ, shape (n, 1).
  public var mean: Tensor
  /// The average of σ², shape (n, 1).
  public var variance: Tensor

  /// Creates the statistics from their parts.
  public init(mean: Tensor, variance: Tensor) {
    self.mean = mean
    self.variance = variance
  }
}

/// A hidden layer with batch normalization and without b, or its gradients.
public struct NormalizedLayer: Codable, Sendable, Equatable {
  /// The weights, shape (n[l], n[l-1]).
  public var W: Tensor
  /// γ, shape (n[l], 1).
  public var gamma: Tensor
  /// β, shape (n[l], 1).
  public var beta: Tensor

  /// Creates the layer from its parts.
  public init(W: Tensor, gamma: Tensor, beta: Tensor) {
    self.W = W
    self.gamma = gamma
    self.beta = beta
  }
}

/// Hidden layers with batch normalization and an output layer with weights and biases, or the
/// gradients of all of them.
public struct NormalizedNetwork: Codable, Sendable, Equatable {
  /// The hidden layers in order.
  public var hidden: [NormalizedLayer]
  /// The weights of the output layer, shape (C, n) for n units of the last hidden layer.
  public var W: Tensor
  /// The biases of the output layer, shape (C, 1).
  public var b: Tensor

  /// Creates the network from its parts.
  public init(hidden: [NormalizedLayer], W: Tensor, b: Tensor) {
    self.hidden = hidden
    self.W = W
    self.b = b
  }

  /// Creates a network with He's weights for the sizes n_x, n[1], …, C, drawn from one generator,
  /// and γ = 1, β = 0 and b = 0.
  public init(_ sizes: [Int], seed: UInt32) {
    let layers = LayerParameters.he(sizes, seed: seed)
    hidden = layers.dropLast().map { layer in
      NormalizedLayer(
        W: layer.W, gamma: .ones(shape: layer.b.shape), beta: .zeros(shape: layer.b.shape))
    }
    W = layers.last?.W ?? .zeros(0, 0)
    b = layers.last?.b ?? .zeros(0, 1)
  }

  /// Combines each tensor of the network with its counterpart in `other`.
  ///
  /// - Returns: the network of the results.
  /// - Throws: any error of the function.
  public func combined(
    with other: NormalizedNetwork, _ combine: (Tensor, Tensor) throws -> Tensor
  ) rethrows -> NormalizedNetwork {
    NormalizedNetwork(
      hidden: try zip(hidden, other.hidden).map { mine, theirs in
        NormalizedLayer(
          W: try combine(mine.W, theirs.W), gamma: try combine(mine.gamma, theirs.gamma),
          beta: try combine(mine.beta, theirs.beta))
      }, W: try combine(W, other.W), b: try combine(b, other.b))
  }
}

/// The values that the forward pass of such a network keeps for the backward pass.
public struct NormalizedCache: Codable, Sendable, Equatable {
  /// The batch normalization of each hidden layer.
  public var passes: [BatchNormPass]
  /// The activations of each hidden layer, max(0, Z̃), shape (n[l], m).
  public var activations: [Tensor]
  /// The scores of the classes, shape (C, m).
  public var Z: Tensor
  /// The probabilities of the classes, shape (C, m).
  public var A: Tensor

  /// Creates the cache from its parts.
  public init(passes: [BatchNormPass], activations: [Tensor], Z: Tensor, A: Tensor) {
    self.passes = passes
    self.activations = activations
    self.Z = Z
    self.A = A
  }
}

/// The result of training such a network.
public struct NormalizedTraining: Codable, Sendable, Equatable {
  /// The parameters after the last epoch.
  public var network: NormalizedNetwork
  /// The running statistics of each hidden layer; empty without batch normalization.
  public var running: [RunningStatistics]
  /// One cost for each epoch: the mean loss over all its examples, measured just before each step.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(network: NormalizedNetwork, running: [RunningStatistics], costs: [Double]) {
    self.network = network
    self.running = running
    self.costs = costs
  }
}
