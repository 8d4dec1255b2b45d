import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] { oneDimension + vectors + checks + repairs }

@ImplementationList private var oneDimension: [Implementation] {
  C2W1c.forward1D.mistaken("sum") { x, theta in theta + x }
  C2W1c.forward1D.mistaken("squared") { x, theta in theta * theta * x }

  C2W1c.backward1D.mistaken("with-respect-to-x") { _, theta in theta }
  C2W1c.backward1D.mistaken("value-not-slope") { x, theta in theta * x }

  C2W1c.gradientCheck1D.mistaken("on-x") { x, theta, gradient, epsilon in
    let above = try forward1D(x + epsilon, theta)
    let below = try forward1D(x - epsilon, theta)
    return relative(gradient, (above - below) / (2 * epsilon))
  }
  C2W1c.gradientCheck1D.mistaken("not-subtracted") { x, theta, gradient, epsilon in
    let above = try forward1D(x, theta + epsilon)
    return relative(gradient, (above - (try forward1D(x, theta))) / (2 * epsilon))
  }
  C2W1c.gradientCheck1D.mistaken("epsilon-not-doubled") { x, theta, gradient, epsilon in
    relative(gradient, 2 * (try slope(x, theta, epsilon)))
  }
  C2W1c.gradientCheck1D.mistaken("norm-missing") { x, theta, gradient, epsilon in
    abs(gradient - (try slope(x, theta, epsilon))) / abs(gradient)
  }
  C2W1c.gradientCheck1D.mistaken("absolute-difference") { x, theta, gradient, epsilon in
    abs(gradient - (try slope(x, theta, epsilon)))
  }
}

private func relative(_ g: Double, _ numerical: Double) -> Double {
  abs(g - numerical) / (abs(g) + abs(numerical))
}

private func slope(_ x: Double, _ theta: Double, _ epsilon: Double) throws -> Double {
  (try forward1D(x, theta + epsilon) - forward1D(x, theta - epsilon)) / (2 * epsilon)
}

@ImplementationList private var vectors: [Implementation] {
  C2W1c.vectorFromParameters.mistaken("biases-last") { parameters in
    try column(parameters.layers.map(\.W) + parameters.layers.map(\.b))
  }
  C2W1c.vectorFromParameters.mistaken("columns-first") { parameters in
    try column(parameters.layers.flatMap { [$0.W.T, $0.b] })
  }
  C2W1c.vectorFromParameters.mistaken("row-not-column") { parameters in
    try vectorFromParameters(parameters).T
  }
  C2W1c.vectorFromParameters.mistaken("rank-one") { parameters in
    try vectorFromParameters(parameters).flattened
  }
  C2W1c.vectorFromParameters.mistaken("biases-missing") { parameters in
    try column(parameters.layers.map(\.W))
  }

  C2W1c.parametersFromVector.mistaken("columns-first") { theta, sizes in
    let right = try parametersFromVector(theta, sizes)
    return try ThreeLayerParameters(
      layers: right.layers.map { layer in
        LayerParameters(W: try layer.W.reshaped(layer.W.columns, layer.W.rows).T, b: layer.b)
      })
  }
  C2W1c.parametersFromVector.mistaken("biases-last") { theta, sizes in
    var reader = Reader(theta: theta)
    let weights = try zip(sizes, sizes.dropFirst()).map { try reader.next($1, $0) }
    let biases = try sizes.dropFirst().map { try reader.next($0, 1) }
    return try ThreeLayerParameters(
      layers: zip(weights, biases).map { LayerParameters(W: $0, b: $1) })
  }
  C2W1c.parametersFromVector.mistaken("biases-first") { theta, sizes in
    var reader = Reader(theta: theta)
    return try ThreeLayerParameters(
      layers: zip(sizes, sizes.dropFirst()).map { fanIn, units in
        let b = try reader.next(units, 1)
        return LayerParameters(W: try reader.next(units, fanIn), b: b)
      })
  }
  C2W1c.parametersFromVector.mistaken("position-not-moved") { theta, sizes in
    func first(_ rows: Int, _ columns: Int) throws -> Tensor {
      try theta.rows(0..<rows * columns).reshaped(rows, columns)
    }
    return try ThreeLayerParameters(
      layers: zip(sizes, sizes.dropFirst()).map { fanIn, units in
        LayerParameters(W: try first(units, fanIn), b: try first(units, 1))
      })
  }
}

private func column(_ parts: [Tensor]) throws -> Tensor {
  try Tensor.concatenate(parts.map { try $0.reshaped(-1, 1) })
}

private struct Reader {
  let theta: Tensor
  var position = 0

  mutating func next(_ rows: Int, _ columns: Int) throws -> Tensor {
    defer { position += rows * columns }
    return try theta.rows(position..<position + rows * columns).reshaped(rows, columns)
  }
}

@ImplementationList private var checks: [Implementation] {
  checkMistake("one-sided", slope: { at, above, _, epsilon in (above - at) / epsilon })
  checkMistake("not-subtracted", slope: { at, above, _, epsilon in (above - at) / (2 * epsilon) })
  checkMistake(
    "epsilon-not-doubled", slope: { _, above, below, epsilon in (above - below) / epsilon })
  checkMistake("norm-missing", measure: { g, slope in try (g - slope).norm() / g.norm() })
  checkMistake("absolute-difference", measure: { g, slope in try (g - slope).norm() })
  checkMistake(
    "norm-of-sum", measure: { g, slope in try (g - slope).norm() / (g + slope).norm() })
  checkMistake("changes-pile-up", pilingUp: true)
  C2W1c.gradientCheck.mistaken("penalty-left-out") { X, Y, parameters, gradients, _, epsilon in
    try gradientCheck(X, Y, parameters, gradients, 0, epsilon)
  }

  C2W1c.suspects.mistaken("absolute-difference") { gradients, numerical, limit in
    try named(gradients, numerical) { g, slope in try (g - slope).norm() > limit }
  }
  C2W1c.suspects.mistaken("all-or-nothing") { gradients, numerical, limit in
    let (g, slope) = (try vectorFromGradients(gradients), try vectorFromGradients(numerical))
    let isOff = try (g - slope).norm() > limit * (g.norm() + slope.norm())
    return try named(gradients, numerical) { _, _ in isOff }
  }
  C2W1c.suspects.mistaken("sound-ones") { gradients, numerical, limit in
    try named(gradients, numerical) { g, slope in
      try (g - slope).norm() <= limit * (g.norm() + slope.norm())
    }
  }
  C2W1c.suspects.mistaken("biases-unchecked") { gradients, numerical, limit in
    try suspects(gradients, numerical, limit).filter { $0.hasPrefix("dW") }
  }
}

/// The check with another slope, another measure, or components that stay moved.
private func checkMistake(
  _ id: String, pilingUp: Bool = false,
  slope: @escaping @Sendable (Double, Double, Double, Double) -> Double = {
    _, above, below, epsilon in (above - below) / (2 * epsilon)
  },
  measure: @escaping @Sendable (Tensor, Tensor) throws -> Double = { g, slope in
    try (g - slope).norm() / (g.norm() + slope.norm())
  }
) -> Implementation {
  C2W1c.gradientCheck.mistaken(id) { X, Y, parameters, gradients, lambda, epsilon in
    let sizes = layerSizes(of: parameters)
    let theta = try vectorFromParameters(parameters)
    func J(_ theta: Tensor) throws -> Double {
      try cost(X, Y, parametersFromVector(theta, sizes), lambda)
    }
    let at = try J(theta)
    var (plus, minus) = (theta, theta)
    var slopes: [Double] = []
    for i in 0..<theta.rows {
      if !pilingUp { (plus, minus) = (theta, theta) }
      plus[i, 0] += epsilon
      minus[i, 0] -= epsilon
      slopes.append(slope(at, try J(plus), try J(minus), epsilon))
    }
    let numerical = Tensor.column(slopes)
    let difference = try measure(vectorFromGradients(gradients), numerical)
    return GradientCheck(difference: difference, numerical: numerical)
  }
}

/// The names of the gradients for which `isSuspect` holds.
private func named(
  _ gradients: ThreeLayerGradients, _ numerical: ThreeLayerGradients,
  _ isSuspect: (Tensor, Tensor) throws -> Bool
) throws -> [String] {
  let names = [("dW1", "db1"), ("dW2", "db2"), ("dW3", "db3")]
  return try zip(names, zip(gradients.layers, numerical.layers)).flatMap { names, layers in
    let pairs = [(names.0, layers.0.dW, layers.1.dW), (names.1, layers.0.db, layers.1.db)]
    return try pairs.filter { try isSuspect($0.1, $0.2) }.map(\.0)
  }
}

@ImplementationList private var repairs: [Implementation] {
  C2W1c.backward.mistaken("both-mistakes-left") { X, Y, parameters, lambda in
    try spoilt(X, Y, parameters, lambda, first: true, second: true)
  }
  C2W1c.backward.mistaken("first-mistake-left") { X, Y, parameters, lambda in
    try spoilt(X, Y, parameters, lambda, first: true, second: false)
  }
  C2W1c.backward.mistaken("second-mistake-left") { X, Y, parameters, lambda in
    try spoilt(X, Y, parameters, lambda, first: false, second: true)
  }
  C2W1c.backward.mistaken("penalty-removed") { X, Y, parameters, _ in
    try backward(X, Y, parameters, 0)
  }
}

/// The right gradients with the planted mistakes put back.
private func spoilt(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double, first: Bool,
  second: Bool
) throws -> ThreeLayerGradients {
  var gradients = try backward(X, Y, parameters, lambda)
  if first {
    let penalty = lambda / Double(X.columns) * parameters.W2
    gradients.dW2 = try (gradients.dW2 - penalty) * 2 + penalty
  }
  if second { gradients.db1 *= 4 }
  return gradients
}
