import Foundation
import Syllabus
import Tensors

@BodyList private var weights: [LearnersBody] {
  C2W1a.initializeZeros.wrong("biases-only", "the weights are ones, the biases zero") { sizes in
    zip(sizes, sizes.dropFirst()).map { LayerParameters(W: .ones($1, $0), b: .zeros($1, 1)) }
  }
  C2W1a.initializeRandom.wrong("factor-forgotten", "randn without 10") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("factor-ten-kept", "10 from the large initialization is kept") {
    sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(
        W: random.randn($1, $0) * 10 * (2 / Double($0)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("transposed", "W is (n[l-1], n[l])") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($0, $1) * (2 / Double($0)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("integer-division", "√(2 / n) with an Int n") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) * Double(2 / $0).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeHe.wrong("no-root", "2 / n without the root") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) * 2 / Double($0), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeXavier.wrong("he", "√(2/n)") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(W: random.randn($1, $0) * (2 / Double($0)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.initializeAveragedXavier.wrong("two-forgotten", "√(1/(n + n'))") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map {
      LayerParameters(
        W: random.randn($1, $0) * (1 / Double($0 + $1)).squareRoot(), b: .zeros($1, 1))
    }
  }
  C2W1a.deepLinearLengths.wrong("squared-lengths", "‖a‖² for ‖a‖") { x, factor, depth in
    let W = Tensor.identity(x.rows) * factor
    var a = x
    return try (0..<depth).map { _ in
      a = try dot(W, a)
      return a.squared().sum()
    }
  }
  C2W1a.deepLinearLengths.wrong("start-too", "the length of x stands first") { x, factor, depth in
    let W = Tensor.identity(x.rows) * factor
    var a = x
    return try [x.norm()]
      + (0..<depth).map { _ in
        a = try dot(W, a)
        return a.norm()
      }
  }
}

@BodyList private var penalties: [LearnersBody] {
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

@BodyList private var checks: [LearnersBody] {
  C2W1c.gradientCheck1D.wrong("parentheses-epsilon", "(plus - minus) / 2 * epsilon") {
    x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - (theta - epsilon) * x) / 2 * epsilon
    return abs(g - a) / (abs(g) + abs(a))
  }
  C2W1c.gradientCheck1D.wrong("parentheses-norms", "|g - a| / |g| + |a|") { x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return abs(g - a) / abs(g) + abs(a)
  }
  C2W1c.gradientCheck1D.wrong("one-sided", "(J(θ + ε) - J(θ)) / 2ε") { x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - theta * x) / (2 * epsilon)
    return abs(g - a) / (abs(g) + abs(a))
  }
  C2W1c.gradientCheck1D.wrong("product-of-norms", "|g| · |a| in the denominator") {
    x, theta, g, epsilon in
    abs(g - x) / (abs(g) * abs(x))
  }
  C2W1c.gradientCheck1D.wrong("abs-forgotten", "the sign of g - a is kept") {
    x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return (g - a) / (abs(g) + abs(a))
  }
  C2W1c.forward1D.wrong("sum", "θ + x") { x, theta in theta + x }
  C2W1c.backward1D.wrong("theta", "θ for x") { x, theta in theta }
  C2W1c.vectorFromParameters.wrong("weights-then-biases", "all W first, then all b") { p in
    let W = try p.layers.map { try $0.W.reshaped(-1, 1) }
    let b = try p.layers.map { try $0.b.reshaped(-1, 1) }
    return try Tensor.concatenate(W + b)
  }
  C2W1c.vectorFromParameters.wrong("columns-first", "each W column by column") { p in
    try Tensor.concatenate(
      p.layers.flatMap { [try $0.W.T.reshaped(-1, 1), try $0.b.reshaped(-1, 1)] })
  }
  C2W1c.suspects.wrong("absolute-limit", "the difference itself, not the relative one") {
    g, n, limit in
    let pairs = [
      ("dW1", g.dW1, n.dW1), ("db1", g.db1, n.db1), ("dW2", g.dW2, n.dW2),
      ("db2", g.db2, n.db2), ("dW3", g.dW3, n.dW3), ("db3", g.db3, n.db3),
    ]
    return try pairs.filter { try ($1 - $2).norm() > limit }.map(\.0)
  }
}

@BodyList private var methods: [LearnersBody] {
  C2W2.updateWithGradientDescent.wrong("not-kept", "the new values are thrown away") { p, g, rate in
    p
  }
  C2W2.updateWithGradientDescent.wrong("first-layer-frozen", "the first layer never changes") {
    p, g, rate in
    zip(p, g).enumerated().map { index, pair in
      index == 0
        ? pair.0
        : LayerParameters(
          W: (try? pair.0.W - rate * pair.1.dW) ?? pair.0.W,
          b: (try? pair.0.b - rate * pair.1.db) ?? pair.0.b)
    }
  }
  C2W2.updateWithMomentum.wrong("rate-inside", "v = βv + αdW; W -= v") { p, g, v, beta, rate in
    try momentum(p, g, v, { try beta * $0 + rate * $1 }, 1)
  }
  C2W2.updateWithMomentum.wrong("plus", "W + αv") { p, g, v, beta, rate in
    try momentum(p, g, v, { try beta * $0 + (1 - beta) * $1 }, -rate)
  }
  C2W2.updateWithMomentum.wrong("no-complement", "βv + dW") { p, g, v, beta, rate in
    try momentum(p, g, v, { try beta * $0 + $1 }, rate)
  }
  C2W2.updateWithMomentum.wrong("exchanged", "(1 - β)v + βdW") { p, g, v, beta, rate in
    try momentum(p, g, v, { try (1 - beta) * $0 + beta * $1 }, rate)
  }
  C2W2.updateWithMomentum.wrong("velocity-not-returned", "the old velocity is returned") {
    p, g, v, beta, rate in
    var step = try momentum(p, g, v, { try beta * $0 + (1 - beta) * $1 }, rate)
    step.velocity = v
    return step
  }
  C2W2.updateWithMomentum.wrong("gradient-step", "the step takes dW instead of v") {
    p, g, v, beta, rate in
    var step = try momentum(p, g, v, { try beta * $0 + (1 - beta) * $1 }, rate)
    step.parameters = try momentum(p, g, v, { _, g in g }, rate).parameters
    return step
  }
  C2W2.updateWithAdam.wrong("epsilon-hat", "ε̂: α√(1-β₂ᵗ)/(1-β₁ᵗ) · v/(√s + ε)") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let scale = rate * (1 - pow(beta2, Double(t))).squareRoot() / (1 - pow(beta1, Double(t)))
      return try scale * v / (sqrt(s) + epsilon)
    }
  }
  C2W2.updateWithAdam.wrong("s-with-beta1", "s corrected with β₁") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let c = 1 - pow(beta1, Double(t))
      return try rate * (v / c) / (sqrt(s / c) + epsilon)
    }
  }
  C2W2.updateWithAdam.wrong("parentheses", "v / 1 - β₁ᵗ") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let sFactor = 1 - pow(beta2, Double(t))
      return try rate * (v / 1 - pow(beta1, Double(t))) / (sqrt(s / sFactor) + epsilon)
    }
  }
  C2W2.updateWithAdam.wrong("beta-times-t", "1 - β·t") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let vFactor: Double = 1 - beta1 * Double(t)
      let sFactor: Double = 1 - pow(beta2, Double(t))
      return try rate * (v / vFactor) / (sqrt(s / sFactor) + epsilon)
    }
  }
  C2W2.exponentiallyWeightedAverage.wrong("start-at-first", "v starts at θ₁") {
    theta, beta, corrected in
    var v = theta.first ?? 0
    return theta.enumerated().map { index, value in
      if index > 0 { v = beta * v + (1 - beta) * value }
      return corrected ? v / (1 - pow(beta, Double(index + 1))) : v
    }
  }
  C2W2.exponentiallyWeightedAverage.wrong("zero-kept", "v₀ = 0 stands first in the list") {
    theta, beta, corrected in
    var v = 0.0
    return [0]
      + theta.enumerated().map { index, value in
        v = beta * v + (1 - beta) * value
        return corrected ? v / (1 - pow(beta, Double(index + 1))) : v
      }
  }
  C2W2.averagingWindow.wrong("parentheses", "1 / 1 - β") { beta in
    let one: Double = 1
    return one / 1 - beta
  }
  C2W2.decayedLearningRate.wrong("parentheses", "α₀ / 1 + rate · epoch") { rate, decay, epoch in
    let e = Double(epoch)
    return rate / 1 + decay * e
  }
  C2W2.decayedLearningRate.wrong("times", "α₀ · (1 - rate · epoch)") { rate, decay, epoch in
    let e = Double(epoch)
    return rate * (1 - decay * e)
  }
  C2W2.decayedLearningRate.wrong("epoch-plus-one", "epochs counted from 1") { rate, decay, epoch in
    let e = Double(epoch + 1)
    return rate / (1 + decay * e)
  }
  C2W2.scheduledLearningRate.wrong("floor-of-product", "floor of the whole product") {
    rate, decay, epoch, interval in
    let decayed: Double = decay * Double(epoch) / Double(interval)
    return rate / (1 + floor(decayed))
  }
  C2W2.scheduledLearningRate.wrong("floor-of-all", "floor of the denominator") {
    rate, decay, epoch, interval in
    let denominator: Double = 1 + decay * Double(epoch) / Double(interval)
    return rate / floor(denominator)
  }
  C2W2.scheduledLearningRate.right("integer-division", "epoch / interval of Ints is the floor") {
    rate, decay, epoch, interval in
    let e = Double(epoch / interval)
    return rate / (1 + decay * e)
  }
  C2W2.exponentialLearningRate.wrong("exchanged", "epoch^base") { rate, base, epoch in
    let power: Double = pow(Double(epoch), base)
    return power * rate
  }
  C2W2.rootLearningRate.wrong("k-in-root", "√(k/t)") { rate, k, t in
    let root: Double = (k / Double(t)).squareRoot()
    return root * rate
  }
  C2W2.rootLearningRate.wrong("integer-division", "1 / t with an Int t") { rate, k, t in
    let root: Double = Double(1 / t).squareRoot()
    return k * root * rate
  }
  C2W2.randomMiniBatches.wrong("last-dropped", "the last, smaller batch is left out") {
    X, Y, size, seed in
    var random = RandomState(seed: seed)
    let order = random.permutation(X.columns)
    return try (0..<X.columns / size).map { k in
      let range = Array(order[k * size..<(k + 1) * size])
      return MiniBatch(X: try X.columns(at: range), Y: try Y.columns(at: range))
    }
  }
  C2W2.randomMiniBatches.wrong("sorted", "the first columns, not shuffled") { X, Y, size, seed in
    try stride(from: 0, to: X.columns, by: size).map { start in
      let range = start..<min(start + size, X.columns)
      return MiniBatch(X: try X.columns(range), Y: try Y.columns(range))
    }
  }
}

private func momentum(
  _ p: [LayerParameters], _ g: [LayerGradients], _ v: [LayerGradients],
  _ average: (Tensor, Tensor) throws -> Tensor, _ rate: Double
) throws -> MomentumStep {
  let velocity = try zip(v, g).map {
    LayerGradients(dW: try average($0.dW, $1.dW), db: try average($0.db, $1.db))
  }
  return MomentumStep(
    parameters: try zip(p, velocity).map {
      LayerParameters(W: try $0.W - rate * $1.dW, b: try $0.b - rate * $1.db)
    }, velocity: velocity)
}

private func adam(
  _ p: [LayerParameters], _ g: [LayerGradients], _ moments: AdamMoments, _ beta1: Double,
  _ beta2: Double, _ step: (Tensor, Tensor) throws -> Tensor
) throws -> AdamStep {
  let v = try zip(moments.v, g).map {
    LayerGradients(
      dW: try beta1 * $0.dW + (1 - beta1) * $1.dW, db: try beta1 * $0.db + (1 - beta1) * $1.db)
  }
  let s = try zip(moments.s, g).map {
    LayerGradients(
      dW: try beta2 * $0.dW + (1 - beta2) * $1.dW.squared(),
      db: try beta2 * $0.db + (1 - beta2) * $1.db.squared())
  }
  let parameters = try zip(p, zip(v, s)).map { layer, pair in
    LayerParameters(
      W: try layer.W - step(pair.0.dW, pair.1.dW), b: try layer.b - step(pair.0.db, pair.1.db))
  }
  return AdamStep(parameters: parameters, moments: AdamMoments(v: v, s: s))
}

let initialization = weights
let regularization = penalties
let gradientChecking = checks
let optimization = methods
