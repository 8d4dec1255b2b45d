import Tensors

/// Adam as implemented in C2W2, with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8, for use in later weeks.
///
/// ```swift
/// var adam = AdamOptimizer(parameters)
/// let next = try adam.step(parameters, gradients, 0.001)
/// ```
///
/// Source: D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, ICLR 2015.
public struct AdamOptimizer: Sendable {
  private var v: [LayerGradients]
  private var s: [LayerGradients]
  private var t = 0

  /// Starts with averages of zero.
  public init(_ parameters: [LayerParameters]) {
    v = parameters.map {
      LayerGradients(dW: .zeros(shape: $0.W.shape), db: .zeros(shape: $0.b.shape))
    }
    s = v
  }

  /// Makes one step.
  ///
  /// - Parameters:
  ///   - parameters: the parameters of each layer.
  ///   - gradients: the gradients, in the same shapes.
  ///   - learningRate: α.
  /// - Returns: the parameters after the step.
  /// - Throws: `ShapeError` if a gradient differs in shape from its parameter.
  public mutating func step(
    _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ learningRate: Double
  ) throws -> [LayerParameters] {
    t += 1
    let (first, second) = (1 - pow(0.9, Double(t)), 1 - pow(0.999, Double(t)))
    func moved(_ w: Tensor, _ g: Tensor, _ v: inout Tensor, _ s: inout Tensor) throws -> Tensor {
      v = try 0.9 * v + (1 - 0.9) * g
      s = try 0.999 * s + (1 - 0.999) * g.squared()
      return try w - learningRate * (v / first) / (sqrt(s / second) + 1e-8)
    }
    return try zip(parameters, gradients).enumerated().map { l, pair in
      LayerParameters(
        W: try moved(pair.0.W, pair.1.dW, &v[l].dW, &s[l].dW),
        b: try moved(pair.0.b, pair.1.db, &v[l].db, &s[l].db))
    }
  }
}
