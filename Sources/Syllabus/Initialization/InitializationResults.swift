public import Tensors

/// The mean and the standard deviation of every feature over the training set.
public struct InputStatistics: Codable, Sendable, Equatable {
  /// μ, of shape (n_x, 1).
  public var mean: Tensor
  /// σ, of shape (n_x, 1); 1 for a constant feature.
  public var standardDeviation: Tensor

  /// Creates the statistics from their parts.
  public init(mean: Tensor, standardDeviation: Tensor) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}

/// A method for initializing the weights.
public enum InitializationMethod: String, Codable, Sendable, CaseIterable {
  case zeros, random, he, xavier, averagedXavier
}

/// The result of training from an initialization.
public struct InitializationTraining: Codable, Sendable, Equatable {
  /// The parameters after the last step.
  public var parameters: [LayerParameters]
  /// The cost before step 0, before step 1000, before step 2000, and so on.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
