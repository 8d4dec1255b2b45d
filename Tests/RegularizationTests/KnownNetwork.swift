import Syllabus
import Tensors

/// The network and the examples of the published values, drawn with seed 1.
enum KnownNetwork {
  static let Y = Tensor([[1, 1, 0, 1, 0]])
  static let X: Tensor = example.X
  static let parameters: ThreeLayerParameters = example.parameters

  /// The same network, drawn without examples before it.
  static let parametersAlone: ThreeLayerParameters = {
    var random = RandomState(seed: 1)
    return drawn(&random)
  }()

  private static let example: (X: Tensor, parameters: ThreeLayerParameters) = {
    var random = RandomState(seed: 1)
    return (random.randn(3, 5), drawn(&random))
  }()

  private static func drawn(_ random: inout RandomState) -> ThreeLayerParameters {
    ThreeLayerParameters(
      W1: random.randn(2, 3), b1: random.randn(2, 1), W2: random.randn(3, 2),
      b2: random.randn(3, 1), W3: random.randn(1, 3), b3: random.randn(1, 1))
  }
}
