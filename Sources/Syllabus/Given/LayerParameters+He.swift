import Tensors

extension LayerParameters {
  /// Draws the layers of a ReLU network with He initialization: weights N(0, 1) · √(2/n[l-1]) from
  /// a single generator, and zero biases.
  ///
  /// ```swift
  /// let layers = LayerParameters.he([2, 5, 1], seed: 3)
  /// print(layers.map(\.W.shape))  // [[5, 2], [1, 5]]
  /// ```
  ///
  /// Source: K. He, X. Zhang, S. Ren, J. Sun: Delving Deep into Rectifiers, ICCV 2015.
  ///
  /// - Parameters:
  ///   - sizes: n_x, n[1], …, n[L].
  ///   - seed: the seed of the random numbers.
  /// - Returns: the parameters of each layer.
  public static func he(_ sizes: [Int], seed: UInt32) -> [LayerParameters] {
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { before, units in
      LayerParameters(
        W: random.randn(units, before) * (2 / Double(before)).squareRoot(), b: .zeros(units, 1))
    }
  }
}
