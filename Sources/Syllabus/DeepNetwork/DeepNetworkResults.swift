public import Tensors

/// The activation of a layer.
public enum Activation: String, Codable, Sendable, Equatable, CaseIterable {
  /// 1 / (1 + e⁻ᶻ), for the output.
  case sigmoid
  /// max(0, z), for the hidden layers.
  case relu
}

/// The scale of the initial weights.
public enum WeightScaling: String, Codable, Sendable, Equatable, CaseIterable {
  /// 0.01 · N(0, 1), whatever the size of the layer.
  case oneHundredth
  /// N(0, 1) / √n[l-1]: the more inputs a unit has, the smaller its weights.
  case byInputs
}

/// The inputs of a layer's linear step, which its backward step needs again.
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

/// The output of a layer's linear step.
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

/// The values that a layer keeps for its backward step.
public struct ActivationCache: Codable, Sendable, Equatable {
  /// The inputs of the linear step.
  public var linear: LinearCache
  /// The input of the activation, shape (n[l], m).
  public var Z: Tensor

  /// Creates the cache from its parts.
  public init(linear: LinearCache, Z: Tensor) {
    self.linear = linear
    self.Z = Z
  }
}

/// The output of a layer: the linear step followed by the activation.
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

/// The output of a network of L layers.
public struct ModelForward: Codable, Sendable, Equatable {
  /// The output of the last layer, shape (n[L], m).
  public var AL: Tensor
  /// One cache for each layer; `caches[l - 1]` belongs to layer l.
  public var caches: [ActivationCache]

  /// Creates the result from its parts.
  public init(AL: Tensor, caches: [ActivationCache]) {
    self.AL = AL
    self.caches = caches
  }
}

/// The derivatives of the cost computed by one layer's backward step.
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
