public import Tensors

/// The number that replaces a window in pooling.
public enum PoolMode: String, Codable, Sendable {
  /// The largest number of the window.
  case max
  /// The mean of the window.
  case average
}

/// The gradients of a convolution.
public struct ConvolutionGradients: Codable, Sendable, Equatable {
  /// ∂J/∂A_prev, shape (m, n_H_prev, n_W_prev, n_C_prev).
  public var dA_prev: Tensor
  /// ∂J/∂W, shape (f, f, n_C_prev, n_C).
  public var dW: Tensor
  /// ∂J/∂b, shape (1, 1, 1, n_C).
  public var db: Tensor

  /// Creates the gradients from their parts.
  public init(dA_prev: Tensor, dW: Tensor, db: Tensor) {
    self.dA_prev = dA_prev
    self.dW = dW
    self.db = db
  }
}

/// The parameters of a small network modelled on LeNet, or their gradients.
///
///     CONV (f × f) → RELU → MAXPOOL (2 × 2) → CONV (f × f) → RELU → MAXPOOL (2 × 2) → LINEAR → SOFTMAX
public struct LeNetParameters: Codable, Sendable, Equatable {
  /// The filters of the first convolution, shape (f, f, n_C0, n_C1).
  public var W1: Tensor
  /// The biases of the first convolution, shape (1, 1, 1, n_C1).
  public var b1: Tensor
  /// The filters of the second convolution, shape (f, f, n_C1, n_C2).
  public var W2: Tensor
  /// The biases of the second convolution, shape (1, 1, 1, n_C2).
  public var b2: Tensor
  /// The weights of the last layer, shape (classes, n) for n numbers after the second pooling.
  public var W3: Tensor
  /// The biases of the last layer, shape (classes, 1).
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

  /// Draws parameters for pictures of a given size, with He's scale √(2/n) for filters of n inputs,
  /// √(1/n) for the last layer, and zero biases.
  ///
  /// - Throws: `PictureError.tooSmall` if nothing remains after the second pooling.
  public init(
    height: Int, width: Int, channels: Int = 1, filterSize f: Int = 5,
    filters: (Int, Int) = (6, 16), classes: Int = 10, random: inout RandomState
  ) throws {
    func pooledTwice(_ n: Int) -> Int { ((n - f + 1) / 2 - f + 1) / 2 }
    let flat = pooledTwice(height) * pooledTwice(width) * filters.1
    guard pooledTwice(height) > 0, pooledTwice(width) > 0 else {
      throw PictureError.tooSmall(height: height, width: width, filter: f)
    }
    W1 = random.randn(f, f, channels, filters.0) * sqrt(2 / Double(f * f * channels))
    b1 = .zeros(1, 1, 1, filters.0)
    W2 = random.randn(f, f, filters.0, filters.1) * sqrt(2 / Double(f * f * filters.0))
    b2 = .zeros(1, 1, 1, filters.1)
    W3 = random.randn(classes, flat) * sqrt(1 / Double(flat))
    b3 = .zeros(classes, 1)
  }

  /// Combines each parameter with its counterpart in `other`.
  public func combined(
    with other: LeNetParameters, _ combine: (Tensor, Tensor) throws -> Tensor
  ) rethrows -> LeNetParameters {
    LeNetParameters(
      W1: try combine(W1, other.W1), b1: try combine(b1, other.b1),
      W2: try combine(W2, other.W2), b2: try combine(b2, other.b2),
      W3: try combine(W3, other.W3), b3: try combine(b3, other.b3))
  }
}

/// The values that the network's forward pass keeps for the backward pass.
public struct LeNetActivations: Codable, Sendable, Equatable {
  /// The first convolution before its ReLU, shape (m, n_H, n_W, n_C1).
  public var Z1: Tensor
  /// The first layer after ReLU and pooling.
  public var P1: Tensor
  /// The second convolution before its ReLU, shape (m, n_H, n_W, n_C2).
  public var Z2: Tensor
  /// The second layer after ReLU and pooling.
  public var P2: Tensor
  /// The probability of every class, shape (classes, m); every column adds up to 1.
  public var A3: Tensor

  /// Creates the activations from their parts.
  public init(Z1: Tensor, P1: Tensor, Z2: Tensor, P2: Tensor, A3: Tensor) {
    self.Z1 = Z1
    self.P1 = P1
    self.Z2 = Z2
    self.P2 = P2
    self.A3 = A3
  }
}
