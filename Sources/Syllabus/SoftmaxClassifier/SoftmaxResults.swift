public import Tensors

/// The values that the forward pass of a softmax classifier keeps for the backward pass.
public struct SoftmaxCache: Codable, Sendable, Equatable {
  /// The hidden layer before its ReLU, shape (n_h, m).
  public var Z1: Tensor
  /// The hidden layer after its ReLU, shape (n_h, m).
  public var A1: Tensor
  /// The scores of the classes, also called logits, shape (C, m).
  public var Z2: Tensor
  /// The probabilities of the classes, shape (C, m); every column sums to 1.
  public var A2: Tensor

  /// Creates the cache from its parts.
  public init(Z1: Tensor, A1: Tensor, Z2: Tensor, A2: Tensor) {
    self.Z1 = Z1
    self.A1 = A1
    self.Z2 = Z2
    self.A2 = A2
  }
}

/// The result of training a softmax classifier.
public struct SoftmaxTraining: Codable, Sendable, Equatable {
  /// The parameters after the last epoch, beginning with the hidden layer.
  public var parameters: [LayerParameters]
  /// One cost for each epoch: the mean loss over all its examples, measured just before each step.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}

/// The hyperparameters of one training.
public struct Setting: Codable, Sendable, Equatable {
  /// The learning rate α.
  public var learningRate: Double
  /// The momentum β, which is the weight of the past in the average.
  public var beta: Double

  /// Creates the setting from its parts.
  public init(learningRate: Double, beta: Double) {
    self.learningRate = learningRate
    self.beta = beta
  }
}

/// The region in which hyperparameters are searched, between powers of ten.
///
/// The learning rate α lies between 10 to the powers `learningRateLow` and `learningRateHigh`, and
/// 1 - β between 10 to the powers `momentumLow` and `momentumHigh`.
public struct SearchRegion: Codable, Sendable, Equatable {
  /// The smallest log₁₀ α.
  public var learningRateLow: Double
  /// The largest log₁₀ α.
  public var learningRateHigh: Double
  /// The smallest log₁₀ (1 - β).
  public var momentumLow: Double
  /// The largest log₁₀ (1 - β).
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
