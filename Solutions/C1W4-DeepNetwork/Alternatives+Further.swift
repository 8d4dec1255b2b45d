import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C1W4.initializeParameters.alternative("divided") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_h, n_x) / 100
    let W2 = random.randn(n_y, n_h) / 100
    return [LayerParameters(W: W1, b: .zeros(n_h, 1)), LayerParameters(W: W2, b: .zeros(n_y, 1))]
  }
  C1W4.initializeParameters.alternative("mapped") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    return [(n_h, n_x), (n_y, n_h)].map { rows, columns in
      LayerParameters(W: 0.01 * random.randn(rows, columns), b: .full([rows, 1], 0))
    }
  }
  C1W4.initializeDeepParameters.alternative("while-loop") { sizes, scaling, seed in
    var random = RandomState(seed: UInt32(seed))
    var layers: [LayerParameters] = []
    var l = 1
    while l < sizes.count {
      let W = random.randn(sizes[l], sizes[l - 1])
      let divisor = scaling == .oneHundredth ? 100 : Double(sizes[l - 1]).squareRoot()
      layers.append(LayerParameters(W: W / divisor, b: .zeros(sizes[l], 1)))
      l += 1
    }
    return layers
  }
  C1W4.initializeDeepParameters.alternative("power") { sizes, scaling, seed in
    var random = RandomState(seed: UInt32(seed))
    return (1..<sizes.count).map { l in
      let inputs = Double(sizes[l - 1])
      let scale = scaling == .oneHundredth ? 0.01 : 1 / inputs.squareRoot()
      return LayerParameters(
        W: scale * random.randn(sizes[l], sizes[l - 1]), b: .zeros(sizes[l], 1))
    }
  }
  C1W4.linearForward.alternative("transposed") { A, W, b in
    let Z = try dot(A.T, W.T).T + b
    return LinearForward(Z: Z, cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearForward.alternative("bias-first") { A, W, b in
    let Z = try b + dot(W, A)
    return LinearForward(Z: Z, cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearActivationForward.alternative("stable-sigmoid") { A, W, b, activation in
    let linear = try linearForward(A, W, b)
    let value = activation == .relu ? relu(linear.Z) : 0.5 * (1 + tanh(0.5 * linear.Z))
    return ActivationForward(A: value, cache: ActivationCache(linear: linear.cache, Z: linear.Z))
  }
  C1W4.linearActivationForward.alternative("if-else") { A, W, b, activation in
    let linear = try linearForward(A, W, b)
    let cache = ActivationCache(linear: linear.cache, Z: linear.Z)
    if activation == .sigmoid { return ActivationForward(A: sigmoid(linear.Z), cache: cache) }
    return ActivationForward(A: try linear.Z * (linear.Z .> 0), cache: cache)
  }
  C1W4.modelForward.alternative("last-apart") { X, parameters in
    var A = X
    var caches: [ActivationCache] = []
    for layer in parameters.dropLast() {
      let step = try linearActivationForward(A, layer.W, layer.b, .relu)
      caches.append(step.cache)
      A = step.A
    }
    let last = parameters[parameters.count - 1]
    let output = try linearActivationForward(A, last.W, last.b, .sigmoid)
    return ModelForward(AL: output.A, caches: caches + [output.cache])
  }
  C1W4.modelForward.alternative("written-out") { X, parameters in
    var A = X
    var caches: [ActivationCache] = []
    for l in 0..<parameters.count {
      let (W, b) = (parameters[l].W, parameters[l].b)
      let Z = try dot(W, A) + b
      caches.append(ActivationCache(linear: LinearCache(A: A, W: W, b: b), Z: Z))
      A = l + 1 < parameters.count ? maximum(0, Z) : sigmoid(Z)
    }
    return ModelForward(AL: A, caches: caches)
  }
  C1W4.computeCost.alternative("epsilon-in-the-logarithm") { AL, Y in
    let (ones, zeros) = (try Y * log(AL + 1e-12), try (1 - Y) * log(1 - AL + 1e-12))
    return -(try ones + zeros).sum() / Double(Y.columns)
  }
  C1W4.linearBackward.alternative("means") { dZ, cache in
    LinearGradients(
      dAPrevious: try dot(dZ.T, cache.W).T, dW: try dot(cache.A, dZ.T).T / Double(dZ.columns),
      db: try dZ.mean(axis: 1, keepingDimensions: true))
  }
  C1W4.linearActivationBackward.alternative("mask-and-slope") { dA, cache, activation in
    if activation == .relu {
      return try linearBackward(select(cache.Z .> 0, dA, dA * 0), cache.linear)
    }
    let s = sigmoid(cache.Z)
    return try linearBackward(dA * s * (1 - s), cache.linear)
  }
  C1W4.modelBackward.alternative("recursive") { AL, Y, caches in
    let dAL = try (AL - Y) / (AL * (1 - AL))
    func back(_ dA: Tensor, _ l: Int) throws -> [LinearGradients] {
      guard l >= 0 else { return [] }
      let activation: Activation = l == caches.count - 1 ? .sigmoid : .relu
      let layer = try linearActivationBackward(dA, caches[l], activation)
      return try back(layer.dAPrevious, l - 1) + [layer]
    }
    return try back(dAL, caches.count - 1)
  }
  C1W4.updateParameters.alternative("negative-rate") { parameters, gradients, learningRate in
    try zip(parameters, gradients).map { layer, slope in
      let (moveW, moveb) = (slope.dW * -learningRate, slope.db * -learningRate)
      return LayerParameters(W: try layer.W + moveW, b: try layer.b + moveb)
    }
  }
  C1W4.updateParameters.alternative("element-by-element") { parameters, gradients, learningRate in
    try zip(parameters, gradients).map { layer, slope in
      LayerParameters(
        W: try layer.W.combine(with: slope.dW) { $0 - learningRate * $1 },
        b: try layer.b.combine(with: slope.db) { $0 - learningRate * $1 })
    }
  }
  C1W4.predict.alternative("sign-of-ZL") { parameters, X in
    let caches = try modelForward(X, parameters).caches
    return caches[caches.count - 1].Z .> 0
  }
  C1W4.predict.alternative("mapped") { parameters, X in
    try modelForward(X, parameters).AL.map { $0 > 0.5 ? 1 : 0 }
  }
  C1W4.twoLayerModel.alternative("step-by-step") { X, Y, n_h, steps, learningRate, seed in
    var layers = try initializeParameters(X.rows, n_h, Y.rows, seed)
    var costs: [Double] = []
    for step in 0..<steps {
      let first = try linearActivationForward(X, layers[0].W, layers[0].b, .relu)
      let second = try linearActivationForward(first.A, layers[1].W, layers[1].b, .sigmoid)
      if step % 100 == 0 { costs.append(try computeCost(second.A, Y)) }
      let dA2 = try (1 - Y) / (1 - second.A) - Y / second.A
      let back = try linearActivationBackward(dA2, second.cache, .sigmoid)
      let front = try linearActivationBackward(back.dAPrevious, first.cache, .relu)
      layers = try updateParameters(layers, [front, back], learningRate)
    }
    return DeepModel(parameters: layers, costs: costs)
  }
  C1W4.deepModel.alternative("costs-apart") { X, Y, sizes, steps, learningRate, seed in
    var parameters = try initializeDeepParameters(sizes, .byInputs, seed)
    var costs: [Double] = []
    for step in 0..<steps {
      let (AL, caches) = try { ($0.AL, $0.caches) }(modelForward(X, parameters))
      let gradients = try modelBackward(AL, Y, caches)
      parameters = try updateParameters(parameters, gradients, learningRate)
      if step % 100 == 0 { costs += [try computeCost(AL, Y)] }
    }
    return DeepModel(parameters: parameters, costs: costs)
  }
}
