import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] { firstAlternatives + furtherAlternatives }

@ImplementationList private var firstAlternatives: [Implementation] {
  C2W1c.forward1D.alternative("swapped") { x, theta in x * theta }
  C2W1c.backward1D.alternative("slope-of-a-line") { x, theta in
    (try forward1D(x, 1)) - (try forward1D(x, 0))
  }
  C2W1c.gradientCheck1D.alternative("mean-of-both-sides") { x, theta, gradient, epsilon in
    let at = try forward1D(x, theta)
    let right = (try forward1D(x, theta + epsilon) - at) / epsilon
    let left = (at - (try forward1D(x, theta - epsilon))) / epsilon
    let slope = (right + left) / 2
    return abs(slope - gradient) / (abs(slope) + abs(gradient))
  }
  C2W1c.vectorFromParameters.alternative("numbers") { parameters in
    .column(parameters.layers.flatMap { $0.W.elements + $0.b.elements })
  }
  C2W1c.parametersFromVector.alternative("counted-out") { theta, sizes in
    let (n0, n1, n2, n3) = (sizes[0], sizes[1], sizes[2], sizes[3])
    let counts = [n1 * n0, n1, n2 * n1, n2, n3 * n2, n3]
    let starts = counts.indices.map { counts[..<$0].reduce(0, +) }
    let parts = try zip(starts, counts).map { try theta.rows($0..<$0 + $1) }
    return ThreeLayerParameters(
      W1: try parts[0].reshaped(n1, n0), b1: parts[1], W2: try parts[2].reshaped(n2, n1),
      b2: parts[3], W3: try parts[4].reshaped(n3, n2), b3: parts[5])
  }
  C2W1c.gradientCheck.alternative("there-and-back") {
    X, Y, parameters, gradients, lambda, epsilon in
    let sizes = layerSizes(of: parameters)
    var theta = try vectorFromParameters(parameters)
    let g = try vectorFromGradients(gradients)
    var slopes = Tensor.zeros(shape: theta.shape)
    for i in 0..<theta.rows {
      let kept = theta[i, 0]
      theta[i, 0] = kept + epsilon
      let above = try cost(X, Y, parametersFromVector(theta, sizes), lambda)
      theta[i, 0] = kept - epsilon
      let below = try cost(X, Y, parametersFromVector(theta, sizes), lambda)
      theta[i, 0] = kept
      slopes[i, 0] = (above - below) / epsilon / 2
    }
    let sum = g.squared().sum().squareRoot() + slopes.squared().sum().squareRoot()
    return GradientCheck(
      difference: try (slopes - g).squared().sum().squareRoot() / sum, numerical: slopes)
  }
  C2W1c.suspects.alternative("divided") { gradients, numerical, limit in
    var names: [String] = []
    for (l, (own, slope)) in zip(gradients.layers, numerical.layers).enumerated() {
      for (name, g, s) in [("dW", own.dW, slope.dW), ("db", own.db, slope.db)] {
        let sum = g.norm() + s.norm()
        if sum > 0, try (g - s).norm() / sum > limit { names.append("\(name)\(l + 1)") }
      }
    }
    return names
  }
  C2W1c.backward.alternative("penalty-added-last") { X, Y, parameters, lambda in
    let cache = try ThreeLayerNetwork.forward(X, parameters)
    var gradients = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
    let share = lambda / Double(X.columns)
    try gradients.dW1 += share * parameters.W1
    try gradients.dW2 += share * parameters.W2
    try gradients.dW3 += share * parameters.W3
    return gradients
  }
}
