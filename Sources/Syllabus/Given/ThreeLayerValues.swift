public import Tensors
public import Text

/// The parameters of the three-layer network.
public struct ThreeLayerParameters: Codable, Sendable, Equatable {
  /// Weights, shape (n1, n_x).
  public var W1: Tensor
  /// Biases, shape (n1, 1).
  public var b1: Tensor
  /// Weights, shape (n2, n1).
  public var W2: Tensor
  /// Biases, shape (n2, 1).
  public var b2: Tensor
  /// Weights, shape (1, n2).
  public var W3: Tensor
  /// Bias, shape (1, 1).
  public var b3: Tensor

  /// Creates the parameters from their parts.
  public init(W1: Tensor, b1: Tensor, W2: Tensor, b2: Tensor, W3: Tensor, b3: Tensor) {
    self.W1 = W1
    self.b1 = b1
    self.W2 = W2
    self.b2 = b2
    self.W3 = W3
    self.b3 = b3
  }

  /// Creates the parameters from a list of layers.
  ///
  /// - Throws: `LayerCountError` unless there are three layers.
  public init(layers: [LayerParameters]) throws {
    guard layers.count == 3 else { throw LayerCountError(count: layers.count) }
    self.init(
      W1: layers[0].W, b1: layers[0].b, W2: layers[1].W, b2: layers[1].b, W3: layers[2].W,
      b3: layers[2].b)
  }

  /// The same numbers, layer by layer.
  public var layers: [LayerParameters] {
    [.init(W: W1, b: b1), .init(W: W2, b: b2), .init(W: W3, b: b3)]
  }
}

/// The values that the forward pass of the three-layer network keeps for the backward pass.
public struct ThreeLayerCache: Codable, Sendable, Equatable {
  /// Shape (n1, m).
  public var Z1: Tensor
  /// relu(Z1), shape (n1, m).
  public var A1: Tensor
  /// Shape (n2, m).
  public var Z2: Tensor
  /// relu(Z2), shape (n2, m).
  public var A2: Tensor
  /// Shape (1, m).
  public var Z3: Tensor
  /// sigmoid(Z3), the probabilities, shape (1, m).
  public var A3: Tensor

  /// Creates the values from their parts.
  public init(Z1: Tensor, A1: Tensor, Z2: Tensor, A2: Tensor, Z3: Tensor, A3: Tensor) {
    self.Z1 = Z1
    self.A1 = A1
    self.Z2 = Z2
    self.A2 = A2
    self.Z3 = Z3
    self.A3 = A3
  }
}

/// The gradients of the cost of the three-layer network, each in the shape of its parameter.
public struct ThreeLayerGradients: Codable, Sendable, Equatable {
  /// The gradient of W1.
  public var dW1: Tensor
  /// The gradient of b1.
  public var db1: Tensor
  /// The gradient of W2.
  public var dW2: Tensor
  /// The gradient of b2.
  public var db2: Tensor
  /// The gradient of W3.
  public var dW3: Tensor
  /// The gradient of b3.
  public var db3: Tensor

  /// Creates the gradients from their parts.
  public init(dW1: Tensor, db1: Tensor, dW2: Tensor, db2: Tensor, dW3: Tensor, db3: Tensor) {
    self.dW1 = dW1
    self.db1 = db1
    self.dW2 = dW2
    self.db2 = db2
    self.dW3 = dW3
    self.db3 = db3
  }

  /// The same numbers, layer by layer.
  public var layers: [LayerGradients] {
    [.init(dW: dW1, db: db1), .init(dW: dW2, db: db2), .init(dW: dW3, db: db3)]
  }
}

/// An error for a list that does not have three layers.
public struct LayerCountError: PhrasedError, Equatable {
  /// The number of layers received.
  public let count: Int

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    Phrase(
      "expected 3 layers, got \(count): the list contains one entry per layer, without the input",
      zh: "应有 3 层，得到 \(count) 层：列表里每层一项，不含输入层")
  }
}
