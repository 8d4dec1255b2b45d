public import Tensors

/// The parameters of one dense layer.
public struct LayerParameters: Codable, Sendable, Equatable {
  /// The weights, shape (n[l], n[l-1]).
  public var W: Tensor
  /// The biases, shape (n[l], 1).
  public var b: Tensor

  /// Creates the parameters from their parts.
  public init(W: Tensor, b: Tensor) {
    self.W = W
    self.b = b
  }
}

/// A number for every parameter of a dense layer: its gradient, or an average of gradients.
public struct LayerGradients: Codable, Sendable, Equatable {
  /// The numbers for the weights, shape (n[l], n[l-1]).
  public var dW: Tensor
  /// The numbers for the biases, shape (n[l], 1).
  public var db: Tensor

  /// Creates the gradients from their parts.
  public init(dW: Tensor, db: Tensor) {
    self.dW = dW
    self.db = db
  }
}
