import Tensors

extension RandomState {
  /// A three-layer network of random sizes with random biases.
  mutating func threeLayers(_ sizes: [Int], scale: Double = 1) throws -> ThreeLayerParameters {
    try ThreeLayerParameters(layers: layers(sizes, scale: scale))
  }

  /// Sizes n_x, n1, n2, 1 with n1 ≠ n2.
  mutating func threeLayerSizes() -> [Int] {
    let n1 = randint(4, 7)
    return [randint(2, 4), n1, n1 - randint(1, 3), 1]
  }
}
