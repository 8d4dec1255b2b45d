import Tensors

extension RandomState {
  /// Layers of normal numbers, biases included, so that no mistake with a bias hides behind a zero.
  mutating func layers(_ sizes: [Int], scale: Double = 1) -> [LayerParameters] {
    zip(sizes, sizes.dropFirst()).map { before, units in
      LayerParameters(W: randn(units, before) * scale, b: randn(units, 1) * scale)
    }
  }

  /// Normal numbers for every parameter of the layers.
  mutating func gradients(of layers: [LayerParameters], scale: Double = 1) -> [LayerGradients] {
    layers.map { layer in
      LayerGradients(
        dW: randn(shape: layer.W.shape) * scale, db: randn(shape: layer.b.shape) * scale)
    }
  }

  /// Two to four sizes of layers, no two neighbours equal, so that a transposed matrix shows.
  mutating func layerSizes() -> [Int] {
    var sizes = [randint(2, 5)]
    for _ in 0..<randint(2, 4) { sizes.append(sizes[sizes.count - 1] + (randint(2) == 0 ? 1 : 2)) }
    return sizes
  }

  /// Random labels of which one is 0 and one is 1.
  mutating func labels(_ m: Int) -> Tensor {
    var Y = randint(0, 2, shape: [1, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }
}
