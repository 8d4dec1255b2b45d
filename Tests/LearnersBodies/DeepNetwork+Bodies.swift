import DeepNetworkSolution
import Syllabus
import Tensors

@BodyList private var steps: [LearnersBody] {
  C1W4.initializeDeepParameters.wrong("first-layer-frozen", "1..<L: the first layer is skipped") {
    sizes, scaling, seed in
    var layers = try initializeDeepParameters(sizes, scaling, seed)
    if layers.count > 1 { layers[0].W = .zeros(shape: layers[0].W.shape) }
    return layers
  }
  C1W4.initializeDeepParameters.wrong("root-of-units", "√n[l] for √n[l-1]") {
    sizes, scaling, seed in
    try initializeDeepParameters(sizes, scaling, seed).map { layer in
      guard scaling == .byInputs else { return layer }
      let factor = (Double(layer.W.columns) / Double(layer.W.rows)).squareRoot()
      return LayerParameters(W: layer.W * factor, b: layer.b)
    }
  }
  C1W4.linearForward.wrong("one-bias", "b[0, 0] for the column b") { A, W, b in
    LinearForward(Z: try dot(W, A) + b[0, 0], cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearForward.wrong("cache-of-Z", "the cache holds Z instead of A") { A, W, b in
    let Z = try dot(W, A) + b
    return LinearForward(Z: Z, cache: LinearCache(A: Z, W: W, b: b))
  }
  C1W4.linearActivationForward.wrong("twice", "the activation is applied twice") {
    A, W, b, activation in
    var step = try linearActivationForward(A, W, b, activation)
    step.A = activation == .sigmoid ? 1 / (1 + exp(-step.A)) : maximum(0, step.A)
    return step
  }
  C1W4.modelForward.wrong("sigmoid-everywhere", "sigmoid in the hidden layers") { X, parameters in
    var A = X
    var caches: [ActivationCache] = []
    for layer in parameters {
      let step = try linearActivationForward(A, layer.W, layer.b, .sigmoid)
      caches.append(step.cache)
      A = step.A
    }
    return ModelForward(AL: A, caches: caches)
  }
  C1W4.modelForward.wrong("complement", "1 minus the last activation") { X, parameters in
    var result = try modelForward(X, parameters)
    result.AL = 1 - result.AL
    return result
  }
  C1W4.computeCost.wrong("sign-inside", "minus before the first term only") { AL, Y in
    let ones = -(try Y * log(AL))
    let zeros = try (1 - Y) * log(1 - AL)
    return (try ones + zeros).sum() / Double(Y.columns)
  }
  C1W4.computeCost.wrong("outer-product", "the cost as an outer product") { AL, Y in
    let cost: Double =
      try -(dot(Y.T, log(AL)) + dot((1 - Y).T, log(1 - AL))).sum() / Double(Y.columns)
    return cost
  }
  C1W4.computeCost.wrong("m-from-rows", "m = Y.rows") { AL, Y in
    let cost: Double = try -(Y * log(AL) + (1 - Y) * log(1 - AL)).sum() / Double(Y.rows)
    return cost
  }
  C1W4.computeCost.right("clipped", "AL clipped to [1e-15, 1 - 1e-15]") { AL, Y in
    let A = AL.map { min(max($0, 1e-15), 1 - 1e-15) }
    return try -(Y * log(A) + (1 - Y) * log(1 - A)).sum() / Double(Y.columns)
  }
  C1W4.linearBackward.wrong("transpose-forgotten", "dA_prev without the transpose of W") {
    dZ, cache in
    var g = try linearBackward(dZ, cache)
    g.dAPrevious = try cache.W.rows == cache.W.columns ? dot(cache.W, dZ) : g.dAPrevious * 0
    return g
  }
  C1W4.linearBackward.wrong("dA-averaged", "dAPrevious carries 1/m") { dZ, cache in
    var g = try linearBackward(dZ, cache)
    g.dAPrevious = g.dAPrevious / Double(dZ.columns)
    return g
  }
  C1W4.linearBackward.wrong("db-not-averaged", "db without 1/m") { dZ, cache in
    var g = try linearBackward(dZ, cache)
    g.db = g.db * Double(dZ.columns)
    return g
  }
  C1W4.linearBackward.wrong("sign-of-db", "db negated") { dZ, cache in
    var g = try linearBackward(dZ, cache)
    g.db = -g.db
    return g
  }
  C1W4.linearBackward.wrong("integer-division", "1 / m with an Int m") { dZ, cache in
    let share = Double(1 / dZ.columns)
    return LinearGradients(
      dAPrevious: try dot(cache.W.T, dZ), dW: try share * dot(dZ, cache.A.T),
      db: try share * dZ.sum(axis: 1, keepingDimensions: true))
  }
  C1W4.linearActivationBackward.right("one-at-zero", "the slope of ReLU at exactly 0 is 1") {
    dA, cache, activation in
    guard activation == .relu else { return try linearActivationBackward(dA, cache, activation) }
    return try linearBackward(dA * (cache.Z .>= 0), cache.linear)
  }
  C1W4.linearActivationBackward.right("zero-at-zero", "the slope of ReLU at exactly 0 is 0") {
    dA, cache, activation in
    guard activation == .relu else { return try linearActivationBackward(dA, cache, activation) }
    return try linearBackward(dA * (cache.Z .> 0), cache.linear)
  }
  C1W4.linearActivationBackward.wrong("sigmoid-without-complement", "s instead of s(1 - s)") {
    dA, cache, activation in
    guard activation == .sigmoid else { return try linearActivationBackward(dA, cache, activation) }
    let s = 1 / (1 + exp(-cache.Z))
    return try linearBackward(dA * s, cache.linear)
  }
  C1W4.modelBackward.wrong("last-dA-everywhere", "dA of the last layer for all layers") {
    AL, Y, caches in
    var gradients = try modelBackward(AL, Y, caches)
    for index in gradients.indices.dropLast() {
      gradients[index].dW = gradients[index].dW * 2
    }
    return gradients
  }
  C1W4.modelBackward.wrong("two-mistakes", "dAL's sign and all db doubled") { AL, Y, caches in
    try modelBackward(AL, Y, caches).map {
      LinearGradients(dAPrevious: $0.dAPrevious, dW: -$0.dW, db: $0.db * 2)
    }
  }
  C1W4.updateParameters.wrong("first-layer-frozen", "1..<L: the first layer never changes") {
    p, g, rate in
    var q = try updateParameters(p, g, rate)
    q[0] = p[0]
    return q
  }
  C1W4.updateParameters.wrong("not-kept", "the new values are computed and thrown away") {
    p, g, rate in p
  }
  C1W4.updateParameters.wrong("gradient-returned", "α dW itself") { p, g, rate in
    g.map { LayerParameters(W: rate * $0.dW, b: rate * $0.db) }
  }
  C1W4.predict.wrong("one-row", "zeros(1, m) whatever n_y is") { p, X in
    let AL = try modelForward(X, p).AL
    return try (AL .> 0.5).rows(0..<1)
  }
  C1W4.predict.wrong("probabilities-rounded-down", "Int(p)") { p, X in
    try modelForward(X, p).AL.map { Double(Int($0)) }
  }
  C1W4.twoLayerModel.wrong("never-updated", "the parameters never change") {
    X, Y, n, steps, rate, seed in
    try twoLayerModel(X, Y, n, steps, 0, seed)
  }
  C1W4.deepModel.wrong("last-cost-too", "the cost after the last step too") {
    X, Y, sizes, steps, rate, seed in
    var result = try deepModel(X, Y, sizes, steps, rate, seed)
    result.costs.append(try computeCost(modelForward(X, result.parameters).AL, Y))
    return result
  }
  C1W4.deepModel.wrong("rate-times-ten", "ten times the learning rate") {
    X, Y, sizes, steps, rate, seed in
    try deepModel(X, Y, sizes, steps, rate * 10, seed)
  }
}

let deepNetwork = steps
