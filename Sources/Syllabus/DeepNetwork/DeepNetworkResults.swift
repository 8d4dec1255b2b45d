public import Tensors

/// Which activation a layer has.
public enum Activation: String, Codable, Sendable, Equatable, CaseIterable {
  /// 1 / (1 + e⁻ᶻ), for the output.
  case sigmoid
  /// max(0, z), for the hidden layers.
  case relu
}

/// How large the weights are at the start.
public enum WeightScaling: String, Codable, Sendable, Equatable, CaseIterable {
  /// 0.01 · N(0, 1), whatever the size of the layer.
  case oneHundredth
  /// N(0, 1) / √n[l-1]: the more inputs a unit adds up, the smaller each weight.
  case byInputs
}

/// What the linear step of a layer was given; its backward step needs it again.
public struct LinearCache: Codable, Sendable, Equatable {
  /// The input of the layer, A[l-1], shape (n[l-1], m).
  public var A: Tensor
  /// The weights, shape (n[l], n[l-1]).
  public var W: Tensor
  /// The biases, shape (n[l], 1).
  public var b: Tensor

  /// Creates the cache from its parts.
  public init(A: Tensor, W: Tensor, b: Tensor) {
    self.A = A
    self.W = W
    self.b = b
  }
}

/// What the linear step of a layer gives.
public struct LinearForward: Codable, Sendable, Equatable {
  /// W A + b, shape (n[l], m).
  public var Z: Tensor
  /// The values that the backward pass needs.
  public var cache: LinearCache

  /// Creates the result from its parts.
  public init(Z: Tensor, cache: LinearCache) {
    self.Z = Z
    self.cache = cache
  }
}

/// What a whole layer keeps for its backward step.
public struct ActivationCache: Codable, Sendable, Equatable {
  /// What the linear step was given.
  public var linear: LinearCache
  /// What the activation was given, shape (n[l], m).
  public var Z: Tensor

  /// Creates the cache from its parts.
  public init(linear: LinearCache, Z: Tensor) {
    self.linear = linear
    self.Z = Z
  }
}

/// What a whole layer gives: the linear step and then the activation.
public struct ActivationForward: Codable, Sendable, Equatable {
  /// g(Z), shape (n[l], m).
  public var A: Tensor
  /// The values that the backward pass needs.
  public var cache: ActivationCache

  /// Creates the result from its parts.
  public init(A: Tensor, cache: ActivationCache) {
    self.A = A
    self.cache = cache
  }
}

/// What a network of L layers gives.
public struct ModelForward: Codable, Sendable, Equatable {
  /// The answer of the last layer, shape (n[L], m).
  public var AL: Tensor
  /// One cache a layer; `caches[l - 1]` belongs to layer l.
  public var caches: [ActivationCache]

  /// Creates the result from its parts.
  public init(AL: Tensor, caches: [ActivationCache]) {
    self.AL = AL
    self.caches = caches
  }
}

/// The derivatives of the cost that one layer's backward step gives.
public struct LinearGradients: Codable, Sendable, Equatable {
  /// With respect to the layer's input A[l-1], shape (n[l-1], m).
  public var dAPrevious: Tensor
  /// With respect to W[l], shape (n[l], n[l-1]).
  public var dW: Tensor
  /// With respect to b[l], shape (n[l], 1).
  public var db: Tensor

  /// Creates the gradients from their parts.
  public init(dAPrevious: Tensor, dW: Tensor, db: Tensor) {
    self.dAPrevious = dAPrevious
    self.dW = dW
    self.db = db
  }
}

/// A trained network of any depth.
public struct DeepModel: Codable, Sendable, Equatable {
  /// The parameters after the last step; `parameters[l - 1]` belongs to layer l.
  public var parameters: [LayerParameters]
  /// The cost before step 0, before step 100, before step 200, and so on.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
