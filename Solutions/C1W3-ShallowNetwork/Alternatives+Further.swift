import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C1W3.tanhActivation.alternative("two-branches") { Z in
    Z.map { z in
      let e = exp(-2 * abs(z))
      let value = (1 - e) / (1 + e)
      return z < 0 ? -value : value
    }
  }
  C1W3.tanhDerivative.alternative("product") { A in
    let square = try A * A
    return 1 - square
  }
  C1W3.tanhDerivative.alternative("map") { A in A.map { 1 - $0 * $0 } }
  C1W3.relu.alternative("half-sum") { Z in (try Z + abs(Z)) / 2 }
  C1W3.reluDerivative.alternative("map") { Z in Z.map { $0 > 0 ? 1 : 0 } }
  C1W3.reluDerivative.alternative("half-sign") { Z in
    // The sign is -1, 0 or 1: half of one more than it, rounded up.
    Z.map { $0 < 0 ? 0 : 1 }
  }
  C1W3.leakyReLU.alternative("masked") { Z in
    let positive = try Z * (Z .> 0)
    let negative = try Z * (Z .<= 0)
    return try positive + 0.01 * negative
  }
  C1W3.leakyReLU.alternative("relu-and-leak") { Z in
    let positive = try relu(Z)
    let negative = try relu(-Z)
    return try positive - 0.01 * negative
  }
  C1W3.leakyReLUDerivative.alternative("select") { Z in
    try select(Z .> 0, .ones(shape: Z.shape), .full(Z.shape, 0.01))
  }
  C1W3.layerSizes.alternative("one-column") { X, Y, hiddenUnits in
    let (n_x, n_y) = (X.count / X.columns, Y.count / Y.columns)
    return LayerSizes(n_x: n_x, n_h: hiddenUnits, n_y: n_y)
  }
  C1W3.layerSizes.alternative("transposed") { X, Y, hiddenUnits in
    LayerSizes(n_x: X.T.columns, n_h: hiddenUnits, n_y: Y.T.columns)
  }
  C1W3.initializeParameters.alternative("divided") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_h, n_x) / 100
    let W2 = random.randn(n_y, n_h) / 100
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.alternative("biases-first") { n_x, n_h, n_y, seed in
    let (b1, b2) = (Tensor.full([n_h, 1], 0), Tensor.full([n_y, 1], 0))
    var random = RandomState(seed: UInt32(seed))
    let W1 = 0.01 * random.randn(n_h, n_x)
    return ShallowParameters(W1: W1, b1: b1, W2: 0.01 * random.randn(n_y, n_h), b2: b2)
  }
  C1W3.forwardPropagation.alternative("own-tanh") { X, parameters in
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let A1 = try tanhActivation(Z1)
    let Z2 = try dot(parameters.W2, A1) + parameters.b2
    let A2 = 1 / (1 + exp(-Z2))
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2)
  }
  C1W3.forwardPropagation.alternative("transposed") { X, parameters in
    let Z1 = try (dot(X.T, parameters.W1.T) + parameters.b1.T).T
    let A1 = tanh(Z1)
    let Z2 = try (dot(A1.T, parameters.W2.T) + parameters.b2.T).T
    let A2 = 1 / (1 + exp(-Z2))
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2)
  }
  C1W3.computeCost.alternative("epsilon-in-the-logarithm") { A2, Y in
    let (ones, zeros) = (try Y * log(A2 + 1e-12), try (1 - Y) * log(1 - A2 + 1e-12))
    return -(try ones + zeros).sum() / Double(Y.columns)
  }
  C1W3.backwardPropagation.alternative("fifty-at-a-time") { parameters, cache, X, Y in
    let m = X.columns
    var result = ShallowGradients(
      dW1: .zeros(shape: parameters.W1.shape), db1: .zeros(shape: parameters.b1.shape),
      dW2: .zeros(shape: parameters.W2.shape), db2: .zeros(shape: parameters.b2.shape))
    for start in stride(from: 0, to: m, by: 50) {
      let range = start..<min(start + 50, m)
      let (x, a1) = (try X.columns(range), try cache.A1.columns(range))
      let dz2 = try cache.A2.columns(range) - Y.columns(range)
      let dz1 = try dot(parameters.W2.T, dz2) * tanhDerivative(a1)
      try result.dW1 += dot(dz1, x.T) / Double(m)
      try result.db1 += dz1.sum(axis: 1, keepingDimensions: true) / Double(m)
      try result.dW2 += dot(dz2, a1.T) / Double(m)
      try result.db2 += dz2.sum(axis: 1, keepingDimensions: true) / Double(m)
    }
    return result
  }
  C1W3.backwardPropagation.alternative("means") { parameters, cache, X, Y in
    let m = Double(X.columns)
    let dZ2 = try cache.A2 - Y
    let back = try dot(parameters.W2.T, dZ2)
    let dZ1 = try back - back * cache.A1.squared()
    return ShallowGradients(
      dW1: try dot(dZ1, X.T) * (1 / m), db1: try dZ1.mean(axis: 1, keepingDimensions: true),
      dW2: try dot(dZ2, cache.A1.T) * (1 / m),
      db2: try dZ2.mean(axis: 1, keepingDimensions: true))
  }
  C1W3.updateParameters.alternative("field-by-field") { parameters, gradients, learningRate in
    var result = parameters
    try result.W1 -= learningRate * gradients.dW1
    try result.b1 -= learningRate * gradients.db1
    try result.W2 -= learningRate * gradients.dW2
    try result.b2 -= learningRate * gradients.db2
    return result
  }
  C1W3.updateParameters.alternative("negative-rate") { parameters, gradients, learningRate in
    func step(_ value: Tensor, _ slope: Tensor) throws -> Tensor {
      let move = slope * -learningRate
      return try value + move
    }
    return ShallowParameters(
      W1: try step(parameters.W1, gradients.dW1), b1: try step(parameters.b1, gradients.db1),
      W2: try step(parameters.W2, gradients.dW2), b2: try step(parameters.b2, gradients.db2))
  }
  C1W3.predict.alternative("Z2-above-zero") { parameters, X in
    try forwardPropagation(X, parameters).Z2 .> 0
  }
  C1W3.predict.alternative("mapped") { parameters, X in
    try forwardPropagation(X, parameters).A2.map { $0 > 0.5 ? 1 : 0 }
  }
  C1W3.model.alternative("while-loop") { X, Y, hiddenUnits, steps, learningRate, seed in
    var parameters = try initializeParameters(X.rows, hiddenUnits, Y.rows, seed)
    var costs: [Double] = []
    var step = 0
    while step < steps {
      let cache = try forwardPropagation(X, parameters)
      if step % 1000 == 0 { costs.append(try computeCost(cache.A2, Y)) }
      let gradients = try backwardPropagation(parameters, cache, X, Y)
      parameters = try updateParameters(parameters, gradients, learningRate)
      step += 1
    }
    return ShallowModel(parameters: parameters, costs: costs)
  }
  C1W3.model.alternative("step-as-a-function") { X, Y, hiddenUnits, steps, learningRate, seed in
    let sizes = try layerSizes(X, Y, hiddenUnits)
    var costs: [Double] = []
    func improved(_ theta: ShallowParameters, _ step: Int) throws -> ShallowParameters {
      let cache = try forwardPropagation(X, theta)
      if step % 1000 == 0 { costs.append(try computeCost(cache.A2, Y)) }
      let gradients = try backwardPropagation(theta, cache, X, Y)
      return try updateParameters(theta, gradients, learningRate)
    }
    let start = try initializeParameters(sizes.n_x, sizes.n_h, sizes.n_y, seed)
    let end = try (0..<steps).reduce(start) { theta, step in try improved(theta, step) }
    return ShallowModel(parameters: end, costs: costs)
  }
}
