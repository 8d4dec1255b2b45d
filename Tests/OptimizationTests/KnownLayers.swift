import Syllabus
import Tensors

/// Two layers and their gradients, drawn with seed 1 as the published examples draw them.
enum KnownLayers {
  static let (parameters, gradients): ([LayerParameters], [LayerGradients]) = {
    var random = RandomState(seed: 1)
    let parameters = [
      LayerParameters(W: random.randn(2, 3), b: random.randn(2, 1)),
      LayerParameters(W: random.randn(3, 3), b: random.randn(3, 1)),
    ]
    let gradients = [
      LayerGradients(dW: random.randn(2, 3), db: random.randn(2, 1)),
      LayerGradients(dW: random.randn(3, 3), db: random.randn(3, 1)),
    ]
    return (parameters, gradients)
  }()

  static let zeros = gradients.map { LayerGradients(dW: $0.dW * 0, db: $0.db * 0) }

  /// One layer with the numbers 1 to 6, and gradients of very different sizes.
  static let layer = [LayerParameters(W: Tensor([[1, 2], [3, 4]]), b: Tensor([[5], [6]]))]
  static let slope = [
    LayerGradients(dW: Tensor([[1e-4, -2], [300, -4e4]]), db: Tensor([[5e3], [-6]]))
  ]
  static let still = [LayerGradients(dW: .zeros(2, 2), db: .zeros(2, 1))]
}
