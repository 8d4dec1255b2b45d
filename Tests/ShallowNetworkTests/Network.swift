import Syllabus
import Tensors

/// A separate implementation of the network, so that expected values do not come from the code
/// under test.
enum Network {
  static func forward(_ X: Tensor, _ parameters: ShallowParameters) throws -> ShallowCache {
    let Z1 = try parameters.b1 + dot(parameters.W1, X)
    let A1 = tanh(Z1)
    let Z2 = try parameters.b2 + dot(parameters.W2, A1)
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: 1 / (1 + exp(-Z2)))
  }

  static func cost(_ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters) throws -> Double {
    let A2 = try forward(X, parameters).A2
    return try -(Y * log(A2) + (1 - Y) * log(1 - A2)).sum() / Double(Y.columns)
  }

  /// The percentage of examples that are classified correctly.
  static func accuracy(_ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters) throws -> Double {
    try 100 * ((forward(X, parameters).A2 .> 0.5) .== Y).mean()
  }

  /// The derivative of the cost with respect to every element of one parameter, from two values of
  /// the cost near it.
  static func numericalGradient(
    _ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters,
    of parameter: WritableKeyPath<ShallowParameters, Tensor>
  ) throws -> Tensor {
    let step = 1e-5
    var gradient = parameters[keyPath: parameter]
    for i in 0..<gradient.rows {
      for j in 0..<gradient.columns {
        var up = parameters
        var down = parameters
        up[keyPath: parameter][i, j] += step
        down[keyPath: parameter][i, j] -= step
        gradient[i, j] = try (cost(X, Y, up) - cost(X, Y, down)) / (2 * step)
      }
    }
    return gradient
  }
}
