import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] {
  initialization + forwardSteps + backwardSteps + updates + training
}

@ImplementationList private var initialization: [Implementation] {
  C1W4.initializeParameters.mistaken("scale-forgotten") { n_x, n_h, n_y, seed in
    try initializeParameters(n_x, n_h, n_y, seed).map { LayerParameters(W: $0.W * 100, b: $0.b) }
  }
  C1W4.initializeParameters.mistaken("uniform-not-normal") { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { random, inputs, units in random.rand(units, inputs) * 0.01 }
  }
  C1W4.initializeParameters.mistaken("weights-transposed") { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { random, inputs, units in random.randn(inputs, units) * 0.01 }
  }
  C1W4.initializeParameters.mistaken("zeros") { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { _, inputs, units in .zeros(units, inputs) }
  }
  C1W4.initializeParameters.mistaken("generator-restarted") { n_x, n_h, n_y, seed in
    draw([n_x, n_h, n_y], seed) { _, inputs, units in
      var random = RandomState(seed: UInt32(seed))
      return random.randn(units, inputs) * 0.01
    }
  }

  C1W4.initializeDeepParameters.mistaken("scaling-ignored") { sizes, _, seed in
    try initializeDeepParameters(sizes, .oneHundredth, seed)
  }
  C1W4.initializeDeepParameters.mistaken("root-of-own-units") { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(units, inputs) * factor(scaling, 1 / Double(units).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken("root-forgotten") { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(units, inputs) * factor(scaling, 1 / Double(inputs))
    }
  }
  C1W4.initializeDeepParameters.mistaken("two-over-inputs") { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(units, inputs) * factor(scaling, (2 / Double(inputs)).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken("uniform-not-normal") { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.rand(units, inputs) * factor(scaling, 1 / Double(inputs).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken("generator-restarted") { sizes, scaling, seed in
    draw(sizes, seed) { _, inputs, units in
      var random = RandomState(seed: UInt32(seed))
      return random.randn(units, inputs) * factor(scaling, 1 / Double(inputs).squareRoot())
    }
  }
  C1W4.initializeDeepParameters.mistaken("last-layer-missing") { sizes, scaling, seed in
    try initializeDeepParameters(sizes.dropLast(), scaling, seed)
  }
  C1W4.initializeDeepParameters.mistaken("weights-transposed") { sizes, scaling, seed in
    draw(sizes, seed) { random, inputs, units in
      random.randn(inputs, units) * factor(scaling, 1 / Double(inputs).squareRoot())
    }
  }
}

@ImplementationList private var forwardSteps: [Implementation] {
  C1W4.linearForward.mistaken("bias-forgotten") { A, W, b in
    LinearForward(Z: try dot(W, A), cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearForward.mistaken("biases-summed") { A, W, b in
    LinearForward(Z: try dot(W, A) + b.sum(), cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearForward.mistaken("output-cached") { A, W, b in
    var result = try linearForward(A, W, b)
    result.cache.A = result.Z
    return result
  }

  C1W4.linearActivationForward.mistaken("always-sigmoid") { input, W, b, _ in
    try linearActivationForward(input, W, b, .sigmoid)
  }
  C1W4.linearActivationForward.mistaken("always-relu") { input, W, b, _ in
    try linearActivationForward(input, W, b, .relu)
  }
  C1W4.linearActivationForward.mistaken("activations-swapped") { A, W, b, activation in
    try linearActivationForward(A, W, b, other(activation))
  }
  C1W4.linearActivationForward.mistaken("no-activation") { A, W, b, activation in
    var result = try linearActivationForward(A, W, b, activation)
    result.A = result.cache.Z
    return result
  }
  C1W4.linearActivationForward.mistaken("value-cached") { A, W, b, activation in
    var result = try linearActivationForward(A, W, b, activation)
    result.cache.Z = result.A
    return result
  }

  C1W4.modelForward.mistaken("relu-at-output") { X, parameters in
    try forward(X, parameters, hidden: .relu, output: .relu)
  }
  C1W4.modelForward.mistaken("sigmoid-everywhere") { X, parameters in
    try forward(X, parameters, hidden: .sigmoid, output: .sigmoid)
  }
  C1W4.modelForward.mistaken("last-layer-skipped") { X, parameters in
    try forward(X, parameters.dropLast(), hidden: .relu, output: .relu)
  }
  C1W4.modelForward.mistaken("last-cache-missing") { X, parameters in
    var result = try modelForward(X, parameters)
    result.caches.removeLast()
    return result
  }
  C1W4.modelForward.mistaken("caches-reversed") { X, parameters in
    var result = try modelForward(X, parameters)
    result.caches.reverse()
    return result
  }

  C1W4.computeCost.mistaken("cost-sign") { AL, Y in -(try computeCost(AL, Y)) }
  C1W4.computeCost.mistaken("sum-not-mean") { AL, Y in
    try computeCost(AL, Y) * Double(Y.columns)
  }
  C1W4.computeCost.mistaken("averaged-twice") { AL, Y in
    try computeCost(AL, Y) / Double(Y.columns)
  }
  C1W4.computeCost.mistaken("positives-only") { AL, Y in try -(Y * log(AL)).mean() }
  C1W4.computeCost.mistaken("log-base-two") { AL, Y in try computeCost(AL, Y) / log(2.0) }
  C1W4.computeCost.mistaken("log-base-ten") { AL, Y in try computeCost(AL, Y) / log(10.0) }
}

@ImplementationList private var backwardSteps: [Implementation] {
  C1W4.linearBackward.mistaken("not-averaged") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.dW *= Double(dZ.columns)
    result.db *= Double(dZ.columns)
    return result
  }
  C1W4.linearBackward.mistaken("everything-averaged") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.dAPrevious /= Double(dZ.columns)
    return result
  }
  C1W4.linearBackward.mistaken("rows-counted") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.dW *= Double(dZ.columns) / Double(dZ.rows)
    result.db *= Double(dZ.columns) / Double(dZ.rows)
    return result
  }
  C1W4.linearBackward.mistaken("dimension-dropped") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = result.db.flattened
    return result
  }
  C1W4.linearBackward.mistaken("summed-over-units") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = try dZ.sum(axis: 0, keepingDimensions: true) / Double(dZ.columns)
    return result
  }
  C1W4.linearBackward.mistaken("biases-summed-together") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = .full(result.db.shape, result.db.sum())
    return result
  }
  C1W4.linearBackward.mistaken("bias-gradient-from-weights") { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = try result.dW.mean(axis: 1, keepingDimensions: true)
    return result
  }

  C1W4.linearActivationBackward.mistaken("slope-forgotten") { dA, cache, _ in
    try linearBackward(dA, cache.linear)
  }
  C1W4.linearActivationBackward.mistaken("activations-swapped") { dA, cache, activation in
    try linearActivationBackward(dA, cache, other(activation))
  }
  C1W4.linearActivationBackward.mistaken("always-sigmoid") { dA, cache, _ in
    try linearActivationBackward(dA, cache, .sigmoid)
  }
  C1W4.linearActivationBackward.mistaken("always-relu") { dA, cache, _ in
    try linearActivationBackward(dA, cache, .relu)
  }
  C1W4.linearActivationBackward.mistaken("slope-at-value") { dA, cache, activation in
    var cache = cache
    cache.Z = value(activation, at: cache.Z)
    return try linearActivationBackward(dA, cache, activation)
  }
  C1W4.linearActivationBackward.mistaken("value-not-slope") { dA, cache, activation in
    try linearBackward(dA * value(activation, at: cache.Z), cache.linear)
  }

  C1W4.modelBackward.mistaken("derivative-sign") { AL, Y, caches in
    try backward(from: Y / AL - (1 - Y) / (1 - AL), caches)
  }
  C1W4.modelBackward.mistaken("difference-as-dAL") { AL, Y, caches in
    try backward(from: AL - Y, caches)
  }
  C1W4.modelBackward.mistaken("inner-sign") { AL, Y, caches in
    try backward(from: -(Y / AL + (1 - Y) / (1 - AL)), caches)
  }
  C1W4.modelBackward.mistaken("positives-only") { AL, Y, caches in
    try backward(from: -(Y / AL), caches)
  }
  C1W4.modelBackward.mistaken("dAL-averaged") { AL, Y, caches in
    try backward(from: derivative(AL, Y) / Double(Y.columns), caches)
  }
  C1W4.modelBackward.mistaken("relu-at-output") { AL, Y, caches in
    try backward(from: derivative(AL, Y), caches, output: .relu)
  }
  C1W4.modelBackward.mistaken("sigmoid-everywhere") { AL, Y, caches in
    try backward(from: derivative(AL, Y), caches, hidden: .sigmoid)
  }
  C1W4.modelBackward.mistaken("gradients-reversed") { AL, Y, caches in
    try modelBackward(AL, Y, caches).reversed()
  }
  C1W4.modelBackward.mistaken("first-layer-missing") { AL, Y, caches in
    Array(try modelBackward(AL, Y, caches).dropFirst())
  }
}

@ImplementationList private var updates: [Implementation] {
  C1W4.updateParameters.mistaken("uphill") { parameters, gradients, learningRate in
    try updateParameters(parameters, gradients, -learningRate)
  }
  C1W4.updateParameters.mistaken("learning-rate-ignored") { parameters, gradients, _ in
    try updateParameters(parameters, gradients, 1)
  }
  C1W4.updateParameters.mistaken("biases-not-updated") { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    for l in result.indices { result[l].b = parameters[l].b }
    return result
  }
  C1W4.updateParameters.mistaken("last-layer-frozen") { parameters, gradients, learningRate in
    try updateParameters(parameters.dropLast(), gradients, learningRate) + parameters.suffix(1)
  }

  C1W4.predict.mistaken("half-counts-as-one") { parameters, X in
    try modelForward(X, parameters).AL .>= 0.5
  }
  C1W4.predict.mistaken("probabilities-returned") { parameters, X in
    try modelForward(X, parameters).AL
  }
  C1W4.predict.mistaken("classes-swapped") { parameters, X in 1 - (try predict(parameters, X)) }
  C1W4.predict.mistaken("threshold-on-ZL") { parameters, X in
    let forward = try modelForward(X, parameters)
    return (forward.caches.last?.Z ?? forward.AL) .> 0.5
  }
}

@ImplementationList private var training: [Implementation] {
  C1W4.twoLayerModel.mistaken("scaled-by-inputs") { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeDeepParameters([X.rows, n_h, Y.rows], .byInputs, seed)
    return try train(X, Y, start, steps, learningRate)
  }
  C1W4.twoLayerModel.mistaken("tanh-hidden") { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try trainWithTanh(X, Y, start, steps, learningRate)
  }
  C1W4.twoLayerModel.mistaken("cost-every-step") { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try train(X, Y, start, steps, learningRate, costEvery: 1)
  }
  C1W4.twoLayerModel.mistaken("cost-after-update") { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try train(X, Y, start, steps, learningRate, costAfterUpdate: true)
  }
  C1W4.twoLayerModel.mistaken("seed-ignored") { X, Y, n_h, steps, learningRate, _ in
    try twoLayerModel(X, Y, n_h, steps, learningRate, 1)
  }
  C1W4.twoLayerModel.mistaken("uphill") { X, Y, n_h, steps, learningRate, seed in
    try twoLayerModel(X, Y, n_h, steps, -learningRate, seed)
  }

  C1W4.deepModel.mistaken("one-hundredth-start") { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .oneHundredth, seed)
    return try train(X, Y, start, steps, learningRate)
  }
  C1W4.deepModel.mistaken("cost-every-step") { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, costEvery: 1)
  }
  C1W4.deepModel.mistaken("cost-every-thousand") { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, costEvery: 1000)
  }
  C1W4.deepModel.mistaken("cost-after-update") { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, costAfterUpdate: true)
  }
  C1W4.deepModel.mistaken("seed-ignored") { X, Y, sizes, steps, learningRate, _ in
    try deepModel(X, Y, sizes, steps, learningRate, 1)
  }
  C1W4.deepModel.mistaken("learning-rate-ignored") { X, Y, sizes, steps, _, seed in
    try deepModel(X, Y, sizes, steps, 0.0075, seed)
  }
  C1W4.deepModel.mistaken("only-last-layer-learns") { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, frozenLayers: start.count - 1)
  }
}
