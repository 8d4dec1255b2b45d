public import Tensors

/// The values that the forward pass with dropout keeps for the backward pass.
public struct DropoutCache: Codable, Sendable, Equatable {
  /// The values of the pass, in which A1 and A2 are those after dropout.
  public var activations: ThreeLayerCache
  /// A mask of the activations of layer 1 that were kept: ones and zeros, shape (n1, m).
  public var D1: Tensor
  /// A mask of the activations of layer 2 that were kept: ones and zeros, shape (n2, m).
  public var D2: Tensor

  /// Creates the cache from its parts.
  public init(activations: ThreeLayerCache, D1: Tensor, D2: Tensor) {
    self.activations = activations
    self.D1 = D1
    self.D2 = D2
  }
}

/// The result of training with regularization.
public struct RegularizedTraining: Codable, Sendable, Equatable {
  /// The parameters after the last step.
  public var parameters: ThreeLayerParameters
  /// The cost before step 0, before step 1000, before step 2000, and so on.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: ThreeLayerParameters, costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
