import Coursework
import Syllabus
import Tensors

/// A separate implementation of the network, so that expected values do not come from the code
/// under test.
enum Network {
  /// Layers of the given sizes with parameters of about 1.
  static func layers(_ sizes: [Int], _ random: inout RandomState) -> [LayerParameters] {
    zip(sizes, sizes.dropFirst()).map { inputs, units in
      let W = random.randn(units, inputs)
      return LayerParameters(W: W, b: random.randn(units, 1))
    }
  }

  static func forward(_ X: Tensor, _ parameters: [LayerParameters]) throws -> ModelForward {
    var A = X
    var kept: [ActivationCache] = []
    for (index, layer) in parameters.enumerated() {
      let Z = try dot(layer.W, A) + layer.b
      kept.append(ActivationCache(linear: LinearCache(A: A, W: layer.W, b: layer.b), Z: Z))
      A = index == parameters.count - 1 ? 1 / (1 + exp(-Z)) : maximum(0, Z)
    }
    return ModelForward(AL: A, caches: kept)
  }

  static func cost(_ X: Tensor, _ Y: Tensor, _ parameters: [LayerParameters]) throws -> Double {
    let AL = try forward(X, parameters).AL
    return try -(Y * log(AL) + (1 - Y) * log(1 - AL)).sum() / Double(Y.columns)
  }

  /// The percentage of examples that are classified correctly.
  static func accuracy(_ X: Tensor, _ Y: Tensor, _ parameters: [LayerParameters]) throws -> Double {
    try 100 * ((forward(X, parameters).AL .> 0.5) .== Y).mean()
  }
}

/// The derivative of `value` with respect to every element of `x`, from two values near each
/// element.
func numericalGradient(at x: Tensor, of value: (Tensor) throws -> Double) throws -> Tensor {
  let step = 1e-5
  var gradient = x
  for i in 0..<x.rows {
    for j in 0..<x.columns {
      var up = x
      var down = x
      up[i, j] += step
      down[i, j] -= step
      gradient[i, j] = try (value(up) - value(down)) / (2 * step)
    }
  }
  return gradient
}

extension Tolerance {
  /// The tolerance for a numerical derivative.
  static let numericalDerivative = Tolerance(relative: 1e-6, absolute: 1e-8)
}
