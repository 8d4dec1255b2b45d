import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] {
  activations + preparation + propagation + training
}

@ImplementationList private var activations: [Implementation] {
  C1W3.tanhActivation.mistaken("overflows") { Z in
    try (exp(Z) - exp(-Z)) / (exp(Z) + exp(-Z))
  }
  C1W3.tanhActivation.mistaken("power-of-z") { Z in
    let powers = Z.map { pow($0, -$0) }
    return try (exp(Z) - powers) / (exp(Z) + powers)
  }
  C1W3.tanhActivation.mistaken("sigmoid-instead") { Z in sigmoid(Z) }
  C1W3.tanhActivation.mistaken("half-argument") { Z in try tanhActivation(Z / 2) }
  C1W3.tanhActivation.mistaken("sign-lost") { Z in abs(try tanhActivation(Z)) }

  C1W3.tanhDerivative.mistaken("tanh-again") { A in 1 - tanh(A).squared() }
  C1W3.tanhDerivative.mistaken("sigmoid-rule") { A in try A * (1 - A) }
  C1W3.tanhDerivative.mistaken("square-forgotten") { A in 1 - A }

  C1W3.relu.mistaken("absolute-value") { Z in abs(Z) }
  C1W3.relu.mistaken("step-instead") { Z in Z .> 0 }
  C1W3.relu.mistaken("minimum-instead") { Z in minimum(0, Z) }
  C1W3.relu.mistaken("leaky-instead") { Z in try leakyReLU(Z) }

  C1W3.reluDerivative.mistaken("zero-at-zero") { Z in Z .> 0 }
  C1W3.reluDerivative.mistaken("value-not-slope") { Z in try relu(Z) }
  C1W3.reluDerivative.mistaken("sign-instead") { Z in Z.map { $0 < 0 ? -1 : 1 } }
  C1W3.reluDerivative.mistaken("leaky-slope") { Z in try leakyReLUDerivative(Z) }

  C1W3.leakyReLU.mistaken("plain-relu") { Z in try relu(Z) }
  C1W3.leakyReLU.mistaken("minimum-instead") { Z in try minimum(0.01 * Z, Z) }
  C1W3.leakyReLU.mistaken("slope-negative") { Z in abs(try leakyReLU(Z)) }
  C1W3.leakyReLU.mistaken("slope-one-tenth") { Z in try maximum(0.1 * Z, Z) }

  C1W3.leakyReLUDerivative.mistaken("small-at-zero") { Z in Z.map { $0 > 0 ? 1 : 0.01 } }
  C1W3.leakyReLUDerivative.mistaken("relu-slope") { Z in try reluDerivative(Z) }
  C1W3.leakyReLUDerivative.mistaken("value-not-slope") { Z in try leakyReLU(Z) }
  C1W3.leakyReLUDerivative.mistaken("slope-negative") { Z in Z.map { $0 < 0 ? -0.01 : 1 } }
}

@ImplementationList private var preparation: [Implementation] {
  C1W3.layerSizes.mistaken("examples-counted") { X, Y, hiddenUnits in
    LayerSizes(n_x: X.columns, n_h: hiddenUnits, n_y: Y.columns)
  }
  C1W3.layerSizes.mistaken("hidden-hard-coded") { X, Y, _ in try layerSizes(X, Y, 4) }
  C1W3.layerSizes.mistaken("one-output") { X, _, hiddenUnits in
    LayerSizes(n_x: X.rows, n_h: hiddenUnits, n_y: 1)
  }
  C1W3.layerSizes.mistaken("ends-swapped") { X, Y, hiddenUnits in
    try layerSizes(Y, X, hiddenUnits)
  }

  C1W3.initializeParameters.mistaken("scale-forgotten") { n_x, n_h, n_y, seed in
    let right = try initializeParameters(n_x, n_h, n_y, seed)
    return ShallowParameters(W1: right.W1 * 100, b1: right.b1, W2: right.W2 * 100, b2: right.b2)
  }
  C1W3.initializeParameters.mistaken("uniform-not-normal") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.rand(n_h, n_x) * 0.01
    let W2 = random.rand(n_y, n_h) * 0.01
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken("weights-transposed") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_x, n_h) * 0.01
    let W2 = random.randn(n_h, n_y) * 0.01
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken("zeros") { n_x, n_h, n_y, _ in
    ShallowParameters(
      W1: .zeros(n_h, n_x), b1: .zeros(n_h, 1), W2: .zeros(n_y, n_h), b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken("seed-ignored") { n_x, n_h, n_y, _ in
    try initializeParameters(n_x, n_h, n_y, 2)
  }
  C1W3.initializeParameters.mistaken("generator-restarted") { n_x, n_h, n_y, seed in
    var result = try initializeParameters(n_x, n_h, n_y, seed)
    var random = RandomState(seed: UInt32(seed))
    result.W2 = random.randn(n_y, n_h) * 0.01
    return result
  }
  C1W3.initializeParameters.mistaken("output-drawn-first") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W2 = random.randn(n_y, n_h) * 0.01
    let W1 = random.randn(n_h, n_x) * 0.01
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken("rank-one-biases") { n_x, n_h, n_y, seed in
    var result = try initializeParameters(n_x, n_h, n_y, seed)
    result.b1 = result.b1.flattened
    result.b2 = result.b2.flattened
    return result
  }

  C1W3.updateParameters.mistaken("uphill") { parameters, gradients, learningRate in
    try updateParameters(parameters, gradients, -learningRate)
  }
  C1W3.updateParameters.mistaken("learning-rate-ignored") { parameters, gradients, _ in
    try updateParameters(parameters, gradients, 1)
  }
  C1W3.updateParameters.mistaken("biases-not-updated") { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    result.b1 = parameters.b1
    result.b2 = parameters.b2
    return result
  }
  C1W3.updateParameters.mistaken("first-layer-frozen") { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    result.W1 = parameters.W1
    result.b1 = parameters.b1
    return result
  }
}

@ImplementationList private var propagation: [Implementation] {
  C1W3.forwardPropagation.mistaken("sigmoid-hidden") { X, parameters in
    try forward(X, parameters, hidden: sigmoid)
  }
  C1W3.forwardPropagation.mistaken("relu-hidden") { X, parameters in
    try forward(X, parameters, hidden: relu)
  }
  C1W3.forwardPropagation.mistaken("linear-hidden") { X, parameters in
    try forward(X, parameters, hidden: { $0 })
  }
  C1W3.forwardPropagation.mistaken("tanh-output") { X, parameters in
    var result = try forwardPropagation(X, parameters)
    result.A2 = try tanhActivation(result.Z2)
    return result
  }
  C1W3.forwardPropagation.mistaken("biases-ignored") { X, parameters in
    var parameters = parameters
    parameters.b1 *= 0
    parameters.b2 *= 0
    return try forwardPropagation(X, parameters)
  }
  C1W3.forwardPropagation.mistaken("output-from-Z1") { X, parameters in
    var result = try forwardPropagation(X, parameters)
    result.Z2 = try dot(parameters.W2, result.Z1) + parameters.b2
    result.A2 = sigmoid(result.Z2)
    return result
  }

  C1W3.computeCost.mistaken("cost-sign") { A2, Y in -(try computeCost(A2, Y)) }
  C1W3.computeCost.mistaken("sum-not-mean") { A2, Y in
    try computeCost(A2, Y) * Double(Y.columns)
  }
  C1W3.computeCost.mistaken("averaged-twice") { A2, Y in
    try computeCost(A2, Y) / Double(Y.columns)
  }
  C1W3.computeCost.mistaken("positives-only") { A2, Y in try -(Y * log(A2)).mean() }
  C1W3.computeCost.mistaken("log-base-two") { A2, Y in try computeCost(A2, Y) / log(2.0) }
  C1W3.computeCost.mistaken("log-base-ten") { A2, Y in try computeCost(A2, Y) / log(10.0) }
  C1W3.computeCost.mistaken("squared-error") { A2, Y in (try A2 - Y).squared().mean() }

  C1W3.backwardPropagation.mistaken("slope-from-Z1") { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: 1 - cache.Z1.squared())
  }
  C1W3.backwardPropagation.mistaken("tanh-twice") { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: 1 - tanh(cache.A1).squared())
  }
  C1W3.backwardPropagation.mistaken("slope-forgotten") { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: .ones(shape: cache.A1.shape))
  }
  C1W3.backwardPropagation.mistaken("sigmoid-slope") { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: cache.A1 * (1 - cache.A1))
  }
  C1W3.backwardPropagation.mistaken("output-slope-kept") { parameters, cache, X, Y in
    let dZ2 = try (cache.A2 - Y) * cache.A2 * (1 - cache.A2)
    return try backward(parameters, cache, X, Y, dZ2: dZ2)
  }
  C1W3.backwardPropagation.mistaken("not-averaged") { parameters, cache, X, Y in
    let dZ2 = try (cache.A2 - Y) * Double(X.columns)
    return try backward(parameters, cache, X, Y, dZ2: dZ2)
  }
  C1W3.backwardPropagation.mistaken("averaged-in-dZ") { parameters, cache, X, Y in
    let dZ2 = try (cache.A2 - Y) / Double(X.columns)
    return try backward(parameters, cache, X, Y, dZ2: dZ2)
  }
  C1W3.backwardPropagation.mistaken("difference-reversed") { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, dZ2: Y - cache.A2)
  }
  C1W3.backwardPropagation.mistaken("dimension-dropped") { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.db1 = result.db1.flattened
    result.db2 = result.db2.flattened
    return result
  }
  C1W3.backwardPropagation.mistaken("biases-summed-together") { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.db1 = .full(result.db1.shape, result.db1.sum())
    result.db2 = .full(result.db2.shape, result.db2.sum())
    return result
  }
  C1W3.backwardPropagation.mistaken("dW2-from-Z1") { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.dW2 = try dot(cache.A2 - Y, cache.Z1.T) / Double(X.columns)
    return result
  }
}

@ImplementationList private var training: [Implementation] {
  C1W3.predict.mistaken("half-counts-as-one") { parameters, X in
    try forwardPropagation(X, parameters).A2 .>= 0.5
  }
  C1W3.predict.mistaken("probabilities-returned") { parameters, X in
    try forwardPropagation(X, parameters).A2
  }
  C1W3.predict.mistaken("threshold-on-Z2") { parameters, X in
    try forwardPropagation(X, parameters).Z2 .> 0.5
  }
  C1W3.predict.mistaken("classes-swapped") { parameters, X in 1 - (try predict(parameters, X)) }

  C1W3.model.mistaken("uphill") { X, Y, hiddenUnits, steps, learningRate, seed in
    try model(X, Y, hiddenUnits, steps, -learningRate, seed)
  }
  C1W3.model.mistaken("cost-every-step") { X, Y, hiddenUnits, steps, learningRate, seed in
    try train(X, Y, hiddenUnits, steps, learningRate, seed, costEvery: 1)
  }
  C1W3.model.mistaken("cost-every-hundred") { X, Y, hiddenUnits, steps, learningRate, seed in
    try train(X, Y, hiddenUnits, steps, learningRate, seed, costEvery: 100)
  }
  C1W3.model.mistaken("cost-after-update") { X, Y, hiddenUnits, steps, learningRate, seed in
    try train(X, Y, hiddenUnits, steps, learningRate, seed, costAfterUpdate: true)
  }
  C1W3.model.mistaken("hidden-hard-coded") { X, Y, _, steps, learningRate, seed in
    try model(X, Y, 4, steps, learningRate, seed)
  }
  C1W3.model.mistaken("seed-ignored") { X, Y, hiddenUnits, steps, learningRate, _ in
    try model(X, Y, hiddenUnits, steps, learningRate, 3)
  }
  C1W3.model.mistaken("learning-rate-ignored") { X, Y, hiddenUnits, steps, _, seed in
    try model(X, Y, hiddenUnits, steps, 1.2, seed)
  }
  C1W3.model.mistaken("started-anew-each-step") { X, Y, hiddenUnits, steps, learningRate, seed in
    var result = try model(X, Y, hiddenUnits, min(steps, 1), learningRate, seed)
    let count = (steps + 999) / 1000
    result.costs = result.costs.prefix(1).flatMap { [Double](repeating: $0, count: count) }
    return result
  }
  C1W3.model.mistaken("one-step-short") { X, Y, hiddenUnits, steps, learningRate, seed in
    try model(X, Y, hiddenUnits, max(0, steps - 1), learningRate, seed)
  }
}

/// The forward pass with another hidden activation.
private func forward(
  _ X: Tensor, _ parameters: ShallowParameters, hidden: (Tensor) throws -> Tensor
) throws -> ShallowCache {
  let Z1 = try dot(parameters.W1, X) + parameters.b1
  let A1 = try hidden(Z1)
  let Z2 = try dot(parameters.W2, A1) + parameters.b2
  return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: sigmoid(Z2))
}

/// The backward pass with another slope of the hidden layer, or another dZ2.
private func backward(
  _ parameters: ShallowParameters, _ cache: ShallowCache, _ X: Tensor, _ Y: Tensor,
  slope: Tensor? = nil, dZ2: Tensor? = nil
) throws -> ShallowGradients {
  let m = Double(X.columns)
  let dZ2 = try dZ2 ?? cache.A2 - Y
  let dZ1 = try dot(parameters.W2.T, dZ2) * (slope ?? tanhDerivative(cache.A1))
  return ShallowGradients(
    dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
    dW2: try dot(dZ2, cache.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m)
}

/// Gradient descent that keeps other costs than those asked for.
private func train(
  _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ steps: Int, _ learningRate: Double,
  _ seed: Int, costEvery interval: Int = 1000, costAfterUpdate: Bool = false
) throws -> ShallowModel {
  var parameters = try initializeParameters(X.rows, hiddenUnits, Y.rows, seed)
  var costs: [Double] = []
  for step in 0..<steps {
    let cache = try forwardPropagation(X, parameters)
    let gradients = try backwardPropagation(parameters, cache, X, Y)
    let next = try updateParameters(parameters, gradients, learningRate)
    if step.isMultiple(of: interval) {
      let answers = costAfterUpdate ? try forwardPropagation(X, next).A2 : cache.A2
      costs.append(try computeCost(answers, Y))
    }
    parameters = next
  }
  return ShallowModel(parameters: parameters, costs: costs)
}
