import Tensors

extension RandomState {
  /// Layers of normally distributed numbers, including the biases, so that zeros cannot hide a
  /// mistake with a bias.
  mutating func layers(_ sizes: [Int], scale: Double = 1) -> [LayerParameters] {
    zip(sizes, sizes.dropFirst()).map { before, units in
      LayerParameters(W: randn(units, before) * scale, b: randn(units, 1) * scale)
    }
  }

  /// A normally distributed number for every parameter of the layers.
  mutating func gradients(of layers: [LayerParameters], scale: Double = 1) -> [LayerGradients] {
    layers.map { layer in
      LayerGradients(
        dW: randn(shape: layer.W.shape) * scale, db: randn(shape: layer.b.shape) * scale)
    }
  }

  /// Two to four layer sizes in which neighbours differ, so that a missing transpose changes the
  /// shape.
  mutating func layerSizes() -> [Int] {
    var sizes = [randint(2, 5)]
    for _ in 0..<randint(2, 4) { sizes.append(sizes[sizes.count - 1] + (randint(2) == 0 ? 1 : 2)) }
    return sizes
  }

  /// Random labels with at least one 0 and one 1.
  mutating func labels(_ m: Int) -> Tensor {
    var Y = randint(0, 2, shape: [1, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }
}
