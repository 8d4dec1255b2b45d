import Syllabus
import Tensors

/// The examples and the network of the published check, drawn with seed 1.
enum PublishedCase {
  static let (X, parameters): (Tensor, ThreeLayerParameters) = {
    var random = RandomState(seed: 1)
    let X = random.randn(4, 3)
    let parameters = ThreeLayerParameters(
      W1: random.randn(5, 4), b1: random.randn(5, 1), W2: random.randn(3, 5),
      b2: random.randn(3, 1), W3: random.randn(1, 3), b3: random.randn(1, 1))
    return (X, parameters)
  }()
  static let Y = Tensor([[1, 1, 0]])
  /// 20 + 5, 15 + 3, 3 + 1.
  static let count = 47

  /// The correct gradients without penalty.
  static func gradients() throws -> ThreeLayerGradients {
    try ThreeLayerNetwork.backward(X, Y, ThreeLayerNetwork.forward(X, parameters), parameters)
  }
}
