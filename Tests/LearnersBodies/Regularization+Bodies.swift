import Syllabus
import Tensors

@BodyList var regularization: [LearnersBody] {
  C2W1b.costWithRegularization.wrong("square-of-sum", "(ΣW)² for ΣW²") { A3, Y, p, lambda in
    let sums = [p.W1, p.W2, p.W3].map { $0.sum() * $0.sum() }
    return try ThreeLayerNetwork.cost(A3, Y) + lambda / (2 * Double(Y.columns)) * sums.reduce(0, +)
  }
  C2W1b.costWithRegularization.wrong("sum-of-weights", "λΣW") { A3, Y, p, lambda in
    let sums = [p.W1, p.W2, p.W3].map { $0.sum() }
    return try ThreeLayerNetwork.cost(A3, Y) + lambda / (2 * Double(Y.columns)) * sums.reduce(0, +)
  }
  C2W1b.costWithRegularization.wrong("penalty-alone", "the cross-entropy is missing") {
    A3, Y, p, lambda in
    let squares = [p.W1, p.W2, p.W3].map { $0.squared().sum() }
    return lambda / (2 * Double(Y.columns)) * squares.reduce(0, +)
  }
  C2W1b.costWithRegularization.wrong("parentheses", "λ / 2 * m") { A3, Y, p, lambda in
    let squares = [p.W1, p.W2, p.W3].map { $0.squared().sum() }
    return try ThreeLayerNetwork.cost(A3, Y) + lambda / 2 * Double(Y.columns) * squares.reduce(0, +)
  }
  C2W1b.costWithRegularization.wrong("m-from-rows", "m = Y.rows") { A3, Y, p, lambda in
    let squares = [p.W1, p.W2, p.W3].map { $0.squared().sum() }
    return try ThreeLayerNetwork.cost(A3, Y) + lambda / (2 * Double(Y.rows)) * squares.reduce(0, +)
  }
  C2W1b.backwardWithRegularization.wrong("lambda-W", "λ W without 1/m") { X, Y, cache, p, lambda in
    var g = try ThreeLayerNetwork.backward(X, Y, cache, p)
    try g.dW1 += lambda * p.W1
    try g.dW2 += lambda * p.W2
    try g.dW3 += lambda * p.W3
    return g
  }
  C2W1b.backwardWithRegularization.wrong("only-last", "the penalty at W3 only") {
    X, Y, cache, p, lambda in
    var g = try ThreeLayerNetwork.backward(X, Y, cache, p)
    try g.dW3 += lambda / Double(X.columns) * p.W3
    return g
  }
  C2W1b.backwardWithRegularization.wrong("dW2-forgotten", "the penalty is missing at W2") {
    X, Y, cache, p, lambda in
    var g = try ThreeLayerNetwork.backward(X, Y, cache, p)
    try g.dW1 += lambda / Double(X.columns) * p.W1
    try g.dW3 += lambda / Double(X.columns) * p.W3
    return g
  }
  C2W1b.backwardWithRegularization.wrong("sign-of-W", "the sign of W, as L1 has it") {
    X, Y, cache, p, lambda in
    var g = try ThreeLayerNetwork.backward(X, Y, cache, p)
    let share = lambda / Double(X.columns)
    try g.dW1 += share * sign(p.W1)
    try g.dW2 += share * sign(p.W2)
    try g.dW3 += share * sign(p.W3)
    return g
  }
  C2W1b.forwardWithDropout.wrong("normal-and-greater", "randn, and kept where it is greater") {
    X, p, keep, seed, training in
    try dropout(X, p, keep, training, seed) { random, shape, keep in
      random.randn(shape: shape) .> keep
    }
  }
  C2W1b.forwardWithDropout.wrong("greater", "kept where the number is greater") {
    X, p, keep, seed, training in
    try dropout(X, p, keep, training, seed) { random, shape, keep in
      random.rand(shape: shape) .> keep
    }
  }
  C2W1b.forwardWithDropout.wrong(
    "greater-than-complement", "rand > 1 - keep: right in distribution, other numbers"
  ) { X, p, keep, seed, training in
    try dropout(X, p, keep, training, seed) { random, shape, keep in
      random.rand(shape: shape) .> 1 - keep
    }
  }
  C2W1b.forwardWithDropout.wrong("masks-divided", "the masks are divided by keep already") {
    X, p, keep, seed, training in
    var cache = try dropout(X, p, keep, training, seed) { random, shape, keep in
      random.rand(shape: shape) .< keep
    }
    cache.D1 = cache.D1 / (training ? keep : 1)
    cache.D2 = cache.D2 / (training ? keep : 1)
    return cache
  }
  C2W1b.forwardWithDropout.wrong("fixed-seed", "the seed of the notebook") {
    X, p, keep, _, training in
    try dropout(X, p, keep, training, 1) { random, shape, keep in random.rand(shape: shape) .< keep
    }
  }
  C2W1b.backwardWithDropout.wrong("not-divided", "masked, not divided") { X, Y, cache, p, keep in
    try backward(X, Y, cache, p) { dA, D in try dA * D }
  }
  C2W1b.backwardWithDropout.right("divided-not-masked", "divided; the mask is in A > 0 already") {
    X, Y, cache, p, keep in
    try backward(X, Y, cache, p) { dA, D in dA / keep }
  }
  C2W1b.backwardWithDropout.wrong("masks-exchanged-keep", "multiplied by keep") {
    X, Y, cache, p, keep in
    try backward(X, Y, cache, p) { dA, D in try dA * D * keep }
  }
  C2W1b.bestEpoch.wrong("wait-greater", "stops when wait > patience") { costs, patience in
    var best = 0
    for (epoch, cost) in costs.enumerated() {
      if cost < costs[best] { best = epoch } else if epoch - best > patience { break }
    }
    return best
  }
  C2W1b.bestEpoch.wrong("at-most", "<= counts an equal cost as lower") { costs, patience in
    var best = 0
    for (epoch, cost) in costs.enumerated() {
      if cost <= costs[best] { best = epoch } else if epoch - best >= patience { break }
    }
    return best
  }
  C2W1b.bestEpoch.wrong("counted-from-one", "one more than the epoch") { costs, patience in
    var best = 0
    for (epoch, cost) in costs.enumerated() {
      if cost < costs[best] { best = epoch } else if epoch - best >= patience { break }
    }
    return best + 1
  }
}

private func dropout(
  _ X: Tensor, _ p: ThreeLayerParameters, _ keep: Double, _ training: Bool, _ seed: UInt32,
  _ mask: (inout RandomState, [Int], Double) -> Tensor
) throws -> DropoutCache {
  var random = RandomState(seed: seed)
  let keep = training ? keep : 1
  let Z1 = try dot(p.W1, X) + p.b1
  let D1 = training ? mask(&random, Z1.shape, keep) : .ones(shape: Z1.shape)
  let A1 = try ThreeLayerNetwork.relu(Z1) * D1 / keep
  let Z2 = try dot(p.W2, A1) + p.b2
  let D2 = training ? mask(&random, Z2.shape, keep) : .ones(shape: Z2.shape)
  let A2 = try ThreeLayerNetwork.relu(Z2) * D2 / keep
  let Z3 = try dot(p.W3, A2) + p.b3
  let A3 = ThreeLayerNetwork.sigmoid(Z3)
  return DropoutCache(
    activations: ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: A3), D1: D1, D2: D2)
}

private func backward(
  _ X: Tensor, _ Y: Tensor, _ cache: DropoutCache, _ p: ThreeLayerParameters,
  _ masked: (Tensor, Tensor) throws -> Tensor
) throws -> ThreeLayerGradients {
  let m = Double(X.columns)
  let a = cache.activations
  let dZ3 = try a.A3 - Y
  let dZ2 = try masked(dot(p.W3.T, dZ3), cache.D2) * (a.A2 .> 0)
  let dZ1 = try masked(dot(p.W2.T, dZ2), cache.D1) * (a.A1 .> 0)
  return ThreeLayerGradients(
    dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
    dW2: try dot(dZ2, a.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m,
    dW3: try dot(dZ3, a.A2.T) / m, db3: try dZ3.sum(axis: 1, keepingDimensions: true) / m)
}
