public import Tensors

/// What the forward pass of a softmax classifier keeps for the backward pass.
public struct SoftmaxCache: Codable, Sendable, Equatable {
  /// The hidden layer before its ReLU, shape (n_h, m).
  public var Z1: Tensor
  /// The hidden layer after its ReLU, shape (n_h, m).
  public var A1: Tensor
  /// The scores of the classes, also called logits, shape (C, m).
  public var Z2: Tensor
  /// The probabilities of the classes, shape (C, m); every column adds up to 1.
  public var A2: Tensor

  /// Creates the cache from its parts.
  public init(Z1: Tensor, A1: Tensor, Z2: Tensor, A2: Tensor) {
    self.Z1 = Z1
    self.A1 = A1
    self.Z2 = Z2
    self.A2 = A2
  }
}

/// What training a softmax classifier has reached.
public struct SoftmaxTraining: Codable, Sendable, Equatable {
  /// The parameters after the last epoch, hidden layer first.
  public var parameters: [LayerParameters]
  /// One cost an epoch: the mean loss over all its examples, each measured just before its step.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}

/// Hyperparameters of one training.
public struct Setting: Codable, Sendable, Equatable {
  /// α.
  public var learningRate: Double
  /// β, the weight of the past in momentum's average.
  public var beta: Double

  /// Creates the setting from its parts.
  public init(learningRate: Double, beta: Double) {
    self.learningRate = learningRate
    self.beta = beta
  }
}

/// Where hyperparameters are searched: between powers of ten.
///
/// α lies between 10 to the power `learningRateLow` and 10 to the power `learningRateHigh`, and 1 - β
/// between 10 to the powers `momentumLow` and `momentumHigh`.
public struct SearchRegion: Codable, Sendable, Equatable {
  /// The least log₁₀ α.
  public var learningRateLow: Double
  /// The greatest log₁₀ α.
  public var learningRateHigh: Double
  /// The least log₁₀ (1 - β).
  public var momentumLow: Double
  /// The greatest log₁₀ (1 - β).
  public var momentumHigh: Double

  /// Creates the region from its bounds.
  public init(
    learningRateLow: Double, learningRateHigh: Double, momentumLow: Double, momentumHigh: Double
  ) {
    self.learningRateLow = learningRateLow
    self.learningRateHigh = learningRateHigh
    self.momentumLow = momentumLow
    self.momentumHigh = momentumHigh
  }
}
