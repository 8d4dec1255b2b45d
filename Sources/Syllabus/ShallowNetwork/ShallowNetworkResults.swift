public import Tensors

/// The number of units in each layer of a network with one hidden layer.
public struct LayerSizes: Codable, Sendable, Equatable {
  /// The number of inputs.
  public var n_x: Int
  /// The number of hidden units.
  public var n_h: Int
  /// The number of outputs.
  public var n_y: Int

  /// Creates the sizes.
  public init(n_x: Int, n_h: Int, n_y: Int) {
    self.n_x = n_x
    self.n_h = n_h
    self.n_y = n_y
  }
}

/// The parameters of a network with one hidden layer.
public struct ShallowParameters: Codable, Sendable, Equatable {
  /// The weights of the hidden layer, shape (n_h, n_x).
  public var W1: Tensor
  /// The biases of the hidden layer, shape (n_h, 1).
  public var b1: Tensor
  /// The weights of the output layer, shape (n_y, n_h).
  public var W2: Tensor
  /// The biases of the output layer, shape (n_y, 1).
  public var b2: Tensor

  /// Creates the parameters from their parts.
  public init(W1: Tensor, b1: Tensor, W2: Tensor, b2: Tensor) {
    self.W1 = W1
    self.b1 = b1
    self.W2 = W2
    self.b2 = b2
  }
}

/// The values of the forward pass that the backward pass needs again.
public struct ShallowCache: Codable, Sendable, Equatable {
  /// W1 X + b1, shape (n_h, m).
  public var Z1: Tensor
  /// tanh(Z1), shape (n_h, m).
  public var A1: Tensor
  /// W2 A1 + b2, shape (n_y, m).
  public var Z2: Tensor
  /// σ(Z2), the network's output, shape (n_y, m).
  public var A2: Tensor

  /// Creates the cache from its parts.
  public init(Z1: Tensor, A1: Tensor, Z2: Tensor, A2: Tensor) {
    self.Z1 = Z1
    self.A1 = A1
    self.Z2 = Z2
    self.A2 = A2
  }
}

/// The derivatives of the cost with respect to every parameter, each in the shape of its parameter.
public struct ShallowGradients: Codable, Sendable, Equatable {
  /// ∂J/∂W1, shape (n_h, n_x).
  public var dW1: Tensor
  /// ∂J/∂b1, shape (n_h, 1).
  public var db1: Tensor
  /// ∂J/∂W2, shape (n_y, n_h).
  public var dW2: Tensor
  /// ∂J/∂b2, shape (n_y, 1).
  public var db2: Tensor

  /// Creates the gradients from their parts.
  public init(dW1: Tensor, db1: Tensor, dW2: Tensor, db2: Tensor) {
    self.dW1 = dW1
    self.db1 = db1
    self.dW2 = dW2
    self.db2 = db2
  }
}

/// A trained network with one hidden layer.
public struct ShallowModel: Codable, Sendable, Equatable {
  /// The parameters after the last step.
  public var parameters: ShallowParameters
  /// The cost before step 0, before step 1000, before step 2000, and so on.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: ShallowParameters, costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
