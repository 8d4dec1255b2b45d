public import Tensors

/// A convolution without a bias and the batch normalization that follows it.
public struct NormalizedConvolution: Codable, Sendable, Equatable {
  /// The filters, shape (f, f, n_C_prev, n_C).
  public var W: Tensor
  /// γ, shape (1, 1, 1, n_C).
  public var gamma: Tensor
  /// β, shape (1, 1, 1, n_C).
  public var beta: Tensor
  /// The running average of μ, shape (1, 1, 1, n_C).
  public var mean: Tensor
  /// The running average of σ², shape (1, 1, 1, n_C).
  public var variance: Tensor

  /// Creates the layer from its parts.
  public init(W: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor) {
    self.W = W
    self.gamma = gamma
    self.beta = beta
    self.mean = mean
    self.variance = variance
  }

  /// Creates an untrained layer: γ = 1, β = 0, and running averages of 0 and 1.
  ///
  /// - Parameter W: the filters, shape (f, f, n_C_prev, n_C).
  public init(W: Tensor) {
    let shape = [1, 1, 1, W.shape.last ?? 0]
    self.init(
      W: W, gamma: .ones(shape: shape), beta: .zeros(shape: shape), mean: .zeros(shape: shape),
      variance: .ones(shape: shape))
  }
}

/// The main path of a residual block with a bottleneck.
public struct ResidualBlock: Codable, Sendable, Equatable {
  /// The 1 × 1 filters that reduce the number of channels.
  public var first: NormalizedConvolution
  /// The f × f filters.
  public var second: NormalizedConvolution
  /// The 1 × 1 filters that produce the output's channels.
  public var third: NormalizedConvolution

  /// Creates the path from its three layers.
  public init(
    first: NormalizedConvolution, second: NormalizedConvolution, third: NormalizedConvolution
  ) {
    self.first = first
    self.second = second
    self.third = third
  }
}

/// One of the parallel branches of an Inception module.
public struct InceptionBranch: Codable, Sendable, Equatable {
  /// Whether the branch begins with 3 × 3 max pooling that keeps height and width.
  public var pools: Bool
  /// The filters of its convolutions in order, each of shape (f, f, n_C_prev, n_C).
  public var filters: [Tensor]

  /// Creates a branch from its parts.
  public init(pools: Bool = false, filters: [Tensor]) {
    self.pools = pools
    self.filters = filters
  }
}

/// The values that the forward pass through a block of two dense layers keeps.
public struct ResidualPass: Codable, Sendable, Equatable {
  /// The sums of the first layer, shape (n[l+1], m).
  public var Z1: Tensor
  /// The activations of the first layer, shape (n[l+1], m).
  public var A1: Tensor
  /// The sums of the second layer without the shortcut, shape (n[l+2], m).
  public var Z2: Tensor
  /// The output of the block, shape (n[l+2], m).
  public var A2: Tensor

  /// Creates the pass from its parts.
  public init(Z1: Tensor, A1: Tensor, Z2: Tensor, A2: Tensor) {
    self.Z1 = Z1
    self.A1 = A1
    self.Z2 = Z2
    self.A2 = A2
  }
}

/// The gradients of a block of two dense layers.
public struct ResidualGradients: Codable, Sendable, Equatable {
  /// ∂J/∂A_prev without 1/m, shape (n[l], m).
  public var dA_prev: Tensor
  /// The gradients of both layers, with 1/m.
  public var layers: [LayerGradients]

  /// Creates the gradients from their parts.
  public init(dA_prev: Tensor, layers: [LayerGradients]) {
    self.dA_prev = dA_prev
    self.layers = layers
  }
}
