import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  firstAlternatives + furtherAlternatives + slopeOneAlternatives
}

@ImplementationList private var firstAlternatives: [Implementation] {
  C1W4.initializeParameters.alternative("by-the-deep-one") { n_x, n_h, n_y, seed in
    try initializeDeepParameters([n_x, n_h, n_y], .oneHundredth, seed)
  }
  C1W4.initializeDeepParameters.alternative("loop") { sizes, scaling, seed in
    var random = RandomState(seed: UInt32(seed))
    var layers: [LayerParameters] = []
    for l in 1..<sizes.count {
      let W = random.randn(sizes[l], sizes[l - 1])
      let scaled = scaling == .byInputs ? W / sqrt(Double(sizes[l - 1])) : W / 100
      layers.append(LayerParameters(W: scaled, b: .zeros(sizes[l], 1)))
    }
    return layers
  }
  C1W4.linearForward.alternative("bias-as-a-weight") { A, W, b in
    // The bias is the weight of an input that is always 1.
    let extended = try A.concatenated(with: .ones(1, A.columns))
    let Z = try dot(W.concatenated(with: b, axis: 1), extended)
    return LinearForward(Z: Z, cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearActivationForward.alternative("map") { A, W, b, activation in
    let Z = try dot(W, A) + b
    let value = Z.map { z in
      activation == .relu ? max(z, 0) : (z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)))
    }
    return ActivationForward(
      A: value, cache: ActivationCache(linear: LinearCache(A: A, W: W, b: b), Z: Z))
  }
  C1W4.modelForward.alternative("recursive") { X, parameters in try passing(X, parameters[...]) }
  C1W4.computeCost.alternative("loop") { AL, Y in
    var sum = 0.0
    for i in 0..<Y.columns { sum -= log(Y[0, i] == 1 ? AL[0, i] : 1 - AL[0, i]) }
    return sum / Double(Y.columns)
  }
  C1W4.computeCost.alternative("softplus") { AL, Y in
    // -y log a - (1-y) log(1-a) = log(1 + e^-z) + (1-y) z with z = log(a / (1-a)).
    let z = try log(AL) - log(1 - AL)
    return try (log(1 + exp(-z)) + (1 - Y) * z).mean()
  }
  C1W4.linearBackward.alternative("mean-first") { dZ, cache in
    let share = dZ / Double(cache.A.columns)
    return LinearGradients(
      dAPrevious: try dot(dZ.T, cache.W).T, dW: try dot(cache.A, share.T).T,
      db: try dZ.mean(axis: 1, keepingDimensions: true))
  }
  C1W4.linearBackward.alternative("example-by-example") { dZ, cache in
    let m = dZ.columns
    var dW = Tensor.zeros(shape: cache.W.shape)
    var db = Tensor.zeros(dZ.rows, 1)
    var dA = Tensor.zeros(shape: cache.A.shape)
    for e in 0..<m {
      for i in 0..<dZ.rows {
        db[i, 0] += dZ[i, e] / Double(m)
        for j in 0..<cache.A.rows {
          dW[i, j] += dZ[i, e] * cache.A[j, e] / Double(m)
          dA[j, e] += cache.W[i, j] * dZ[i, e]
        }
      }
    }
    return LinearGradients(dAPrevious: dA, dW: dW, db: db)
  }
  C1W4.linearActivationBackward.alternative("choose") { dA, cache, activation in
    // ReLU lets dA pass where Z is positive; the sigmoid's slope is written as e⁻ᶻ / (1 + e⁻ᶻ)².
    let e = exp(-cache.Z)
    let dZ =
      activation == .relu
      ? try select(cache.Z .> 0, dA, .zeros(shape: dA.shape))
      : try dA * e / (1 + e).squared()
    return try linearBackward(dZ, cache.linear)
  }
  C1W4.modelBackward.alternative("fused-output") { AL, Y, caches in
    // dAL times the sigmoid's slope is AL - Y: the last layer needs neither.
    guard let last = caches.last else { return [] }
    var gradients = [try linearBackward(AL - Y, last.linear)]
    for cache in caches.dropLast().reversed() {
      gradients.append(
        try linearActivationBackward(gradients[gradients.count - 1].dAPrevious, cache, .relu))
    }
    return gradients.reversed()
  }
  C1W4.updateParameters.alternative("in-place") { parameters, gradients, learningRate in
    var result = parameters
    for l in result.indices {
      try result[l].W -= learningRate * gradients[l].dW
      try result[l].b -= learningRate * gradients[l].db
    }
    return result
  }
  C1W4.predict.alternative("rounded") { parameters, X in
    // NumPy's rounding takes a half to the even neighbour, 0.
    round(try modelForward(X, parameters).AL)
  }
  C1W4.twoLayerModel.alternative("by-hand") { X, Y, n_h, steps, learningRate, seed in
    var layers = try initializeParameters(X.rows, n_h, Y.rows, seed)
    var costs: [Double] = []
    let rate = learningRate / Double(X.columns)
    for step in 0..<steps {
      let A1 = maximum(0, try dot(layers[0].W, X) + layers[0].b)
      let A2 = sigmoid(try dot(layers[1].W, A1) + layers[1].b)
      if step % 100 == 0 { costs.append(try computeCost(A2, Y)) }
      let dZ2 = try A2 - Y
      let dZ1 = try dot(layers[1].W.T, dZ2) * (A1 .> 0)
      try layers[1].W -= rate * dot(dZ2, A1.T)
      try layers[1].b -= rate * dZ2.sum(axis: 1, keepingDimensions: true)
      try layers[0].W -= rate * dot(dZ1, X.T)
      try layers[0].b -= rate * dZ1.sum(axis: 1, keepingDimensions: true)
    }
    return DeepModel(parameters: layers, costs: costs)
  }
  C1W4.deepModel.alternative("while-loop") { X, Y, sizes, steps, learningRate, seed in
    var model = DeepModel(
      parameters: try initializeDeepParameters(sizes, .byInputs, seed), costs: [])
    var step = 0
    while step < steps {
      let forward = try modelForward(X, model.parameters)
      let gradients = try modelBackward(forward.AL, Y, forward.caches)
      if step % 100 == 0 { model.costs.append(try computeCost(forward.AL, Y)) }
      model.parameters = try updateParameters(model.parameters, gradients, learningRate)
      step += 1
    }
    return model
  }
}

/// The rest of the network, one layer at a time.
private func passing(_ A: Tensor, _ layers: ArraySlice<LayerParameters>) throws -> ModelForward {
  guard let layer = layers.first else { return ModelForward(AL: A, caches: []) }
  let step = try linearActivationForward(
    A, layer.W, layer.b, layers.count == 1 ? .sigmoid : .relu)
  let rest = try passing(step.A, layers.dropFirst())
  return ModelForward(AL: rest.AL, caches: [step.cache] + rest.caches)
}
