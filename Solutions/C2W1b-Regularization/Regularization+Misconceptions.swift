import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] { penalties + dropout + stopping + training }

/// The cost with another penalty, a sum of what `size` makes of each weight matrix.
private func cost(
  _ A3: Tensor, _ Y: Tensor, _ weights: [Tensor], _ factor: Double, _ size: (Tensor) -> Double
) throws -> Double {
  try ThreeLayerNetwork.cost(A3, Y) + factor * weights.reduce(0) { $0 + size($1) }
}

extension ThreeLayerParameters {
  fileprivate var weights: [Tensor] { [W1, W2, W3] }
}

@ImplementationList private var penalties: [Implementation] {
  C2W1b.costWithRegularization.mistaken("penalty-forgotten") { A3, Y, _, _ in
    try ThreeLayerNetwork.cost(A3, Y)
  }
  C2W1b.costWithRegularization.mistaken("biases-penalized") { A3, Y, parameters, lambda in
    let all = parameters.weights + [parameters.b1, parameters.b2, parameters.b3]
    return try cost(A3, Y, all, lambda / (2 * Double(Y.columns))) { $0.squared().sum() }
  }
  C2W1b.costWithRegularization.mistaken("m-forgotten") { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / 2) { $0.squared().sum() }
  }
  C2W1b.costWithRegularization.mistaken("half-forgotten") { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / Double(Y.columns)) { $0.squared().sum() }
  }
  C2W1b.costWithRegularization.mistaken("absolute-values") { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / (2 * Double(Y.columns))) { abs($0).sum() }
  }
  C2W1b.costWithRegularization.mistaken("norm-not-squared") { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / (2 * Double(Y.columns))) { $0.norm() }
  }
  C2W1b.costWithRegularization.mistaken("last-layer-missing") { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights.dropLast(), lambda / (2 * Double(Y.columns))) {
      $0.squared().sum()
    }
  }

  C2W1b.backwardWithRegularization.mistaken("penalty-forgotten") { X, Y, cache, parameters, _ in
    try ThreeLayerNetwork.backward(X, Y, cache, parameters)
  }
  C2W1b.backwardWithRegularization.mistaken("m-forgotten") { X, Y, cache, parameters, lambda in
    try backwardWithRegularization(X, Y, cache, parameters, lambda * Double(X.columns))
  }
  C2W1b.backwardWithRegularization.mistaken("half-kept") { X, Y, cache, parameters, lambda in
    try backwardWithRegularization(X, Y, cache, parameters, lambda / 2)
  }
  C2W1b.backwardWithRegularization.mistaken("penalty-subtracted") {
    X, Y, cache, parameters, lambda in
    try backwardWithRegularization(X, Y, cache, parameters, -lambda)
  }
  C2W1b.backwardWithRegularization.mistaken("biases-penalized") {
    X, Y, cache, parameters, lambda in
    let share = lambda / Double(X.columns)
    var gradients = try backwardWithRegularization(X, Y, cache, parameters, lambda)
    try gradients.db1 += share * parameters.b1
    try gradients.db2 += share * parameters.b2
    try gradients.db3 += share * parameters.b3
    return gradients
  }
  C2W1b.backwardWithRegularization.mistaken("first-layer-missing") {
    X, Y, cache, parameters, lambda in
    var gradients = try backwardWithRegularization(X, Y, cache, parameters, lambda)
    gradients.dW1 = try ThreeLayerNetwork.backward(X, Y, cache, parameters).dW1
    return gradients
  }
}

@ImplementationList private var dropout: [Implementation] {
  dropoutMistake(
    "kept-dropped", mask: { shape, keep, random in random.rand(shape: shape) .> keep })
  dropoutMistake(
    "normal-mask", mask: { shape, keep, random in random.randn(shape: shape) .< keep })
  dropoutMistake("division-forgotten", divisor: { _ in 1 })
  dropoutMistake("multiplied-not-divided", divisor: { 1 / $0 })
  C2W1b.forwardWithDropout.mistaken("dropped-at-test") { X, parameters, keep, seed, _ in
    try forwardWithDropout(X, parameters, keep, seed, true)
  }
  dropoutMistake("divided-at-test", dividingAtTest: true)
  dropoutMistake(
    "one-mask-for-all",
    mask: { shape, keep, random in
      let column = random.rand(shape[0], 1) .< keep
      return (try? column * Tensor.ones(shape: shape)) ?? column
    })
  dropoutMistake("second-layer-only", firstLayer: false)

  C2W1b.backwardWithDropout.mistaken("masks-forgotten") { X, Y, cache, parameters, keep in
    var whole = cache
    whole.D1 = .ones(shape: cache.D1.shape)
    whole.D2 = .ones(shape: cache.D2.shape)
    return try dropoutGradients(X, Y, whole, parameters, keep, keep, activation: \.Z1, \.Z2)
  }
  C2W1b.backwardWithDropout.mistaken("division-forgotten") { X, Y, cache, parameters, _ in
    try backwardWithDropout(X, Y, cache, parameters, 1)
  }
  C2W1b.backwardWithDropout.mistaken("multiplied-not-divided") { X, Y, cache, parameters, keep in
    try backwardWithDropout(X, Y, cache, parameters, 1 / keep)
  }
  C2W1b.backwardWithDropout.mistaken("new-masks") { X, Y, cache, parameters, keep in
    var random = RandomState(seed: 77)
    var other = cache
    other.D1 = (random.rand(shape: cache.D1.shape) .< keep)
    other.D2 = (random.rand(shape: cache.D2.shape) .< keep)
    return try backwardWithDropout(X, Y, other, parameters, keep)
  }
  C2W1b.backwardWithDropout.mistaken("second-layer-only") { X, Y, cache, parameters, keep in
    var whole = cache
    whole.D1 = .ones(shape: cache.D1.shape)
    return try dropoutGradients(X, Y, whole, parameters, 1, keep, activation: \.Z1, \.A2)
  }
}

@ImplementationList private var stopping: [Implementation] {
  C2W1b.bestEpoch.mistaken("epoch-of-the-stop") { costs, patience in
    min(try bestEpoch(costs, patience) + patience, costs.count - 1)
  }
  C2W1b.bestEpoch.mistaken("lowest-of-all") { costs, _ in
    try Tensor(costs).argmin()
  }
  C2W1b.bestEpoch.mistaken("first-rise") { costs, _ in try bestEpoch(costs, 1) }
  C2W1b.bestEpoch.mistaken("patience-not-renewed") { costs, patience in
    var (best, waited) = (0, 0)
    for epoch in costs.indices.dropFirst() {
      if costs[epoch] < costs[best] {
        best = epoch
      } else {
        waited += 1
        if waited >= patience { break }
      }
    }
    return best
  }
  C2W1b.bestEpoch.mistaken("compared-with-previous") { costs, patience in
    var (best, waited) = (0, 0)
    for epoch in costs.indices.dropFirst() {
      if costs[epoch] < costs[epoch - 1] {
        (best, waited) = (epoch, 0)
      } else {
        waited += 1
        if waited >= patience { break }
      }
    }
    return best
  }
}

@ImplementationList private var training: [Implementation] {
  trainingMistake("same-masks-every-step", sameMasks: true)
  trainingMistake("penalty-in-cost-only", lambdaOfGradients: { _ in 0 })
  trainingMistake("cost-without-penalty", lambdaOfCost: { _ in 0 })
  trainingMistake("plain-backward-after-dropout", plainBackward: true)
  C2W1b.trainWithRegularization.mistaken("dropout-ignored") {
    X, Y, parameters, rate, steps, lambda, _, seed in
    try trainWithRegularization(X, Y, parameters, rate, steps, lambda, 1, seed)
  }
}

/// Dropout with one of its rules changed.
private func dropoutMistake(
  _ id: String, dividingAtTest: Bool = false, firstLayer: Bool = true,
  divisor: @escaping @Sendable (Double) -> Double = { $0 },
  mask: @escaping @Sendable ([Int], Double, inout RandomState) -> Tensor = {
    shape, keep, random in random.rand(shape: shape) .< keep
  }
) -> Implementation {
  C2W1b.forwardWithDropout.mistaken(id) { X, parameters, keep, seed, isTraining in
    var random = RandomState(seed: seed)
    func layer(_ Z: Tensor, dropping: Bool = true) throws -> (A: Tensor, D: Tensor) {
      let A = ThreeLayerNetwork.relu(Z)
      let isDropped = isTraining && dropping
      let D = isDropped ? mask(Z.shape, keep, &random) : Tensor.ones(shape: Z.shape)
      let share = isDropped ? divisor(keep) : dividingAtTest ? keep : 1
      return (try A * D / share, D)
    }
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let (A1, D1) = try layer(Z1, dropping: firstLayer)
    let Z2 = try dot(parameters.W2, A1) + parameters.b2
    let (A2, D2) = try layer(Z2)
    let Z3 = try dot(parameters.W3, A2) + parameters.b3
    let A3 = ThreeLayerNetwork.sigmoid(Z3)
    return DropoutCache(
      activations: ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: A3),
      D1: D1, D2: D2)
  }
}

/// The way back with divisors of its own, and ReLU's slope taken from other values than A.
private func dropoutGradients(
  _ X: Tensor, _ Y: Tensor, _ cache: DropoutCache, _ parameters: ThreeLayerParameters,
  _ keep1: Double, _ keep2: Double, activation first: KeyPath<ThreeLayerCache, Tensor>,
  _ second: KeyPath<ThreeLayerCache, Tensor>
) throws -> ThreeLayerGradients {
  let m = Double(X.columns)
  let pass = cache.activations
  let dZ3 = try pass.A3 - Y
  let dA2 = try dot(parameters.W3.T, dZ3) * cache.D2 / keep2
  let dZ2 = try dA2 * (pass[keyPath: second] .> 0)
  let dA1 = try dot(parameters.W2.T, dZ2) * cache.D1 / keep1
  let dZ1 = try dA1 * (pass[keyPath: first] .> 0)
  return ThreeLayerGradients(
    dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
    dW2: try dot(dZ2, pass.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m,
    dW3: try dot(dZ3, pass.A2.T) / m, db3: try dZ3.sum(axis: 1, keepingDimensions: true) / m)
}

/// Training with one of its rules changed.
private func trainingMistake(
  _ id: String, sameMasks: Bool = false, plainBackward: Bool = false,
  lambdaOfGradients: @escaping @Sendable (Double) -> Double = { $0 },
  lambdaOfCost: @escaping @Sendable (Double) -> Double = { $0 }
) -> Implementation {
  C2W1b.trainWithRegularization.mistaken(id) { X, Y, start, rate, steps, lambda, keep, seed in
    var parameters = start
    var costs: [Double] = []
    for step in 0..<steps {
      let seed = sameMasks ? seed : seed + UInt32(step)
      let cache = try forwardWithDropout(X, parameters, keep, seed, keep < 1)
      if step.isMultiple(of: 1000) {
        let A3 = cache.activations.A3
        costs.append(try costWithRegularization(A3, Y, parameters, lambdaOfCost(lambda)))
      }
      let gradients =
        keep < 1 && !plainBackward
        ? try backwardWithDropout(X, Y, cache, parameters, keep)
        : try backwardWithRegularization(
          X, Y, cache.activations, parameters, lambdaOfGradients(lambda))
      parameters = try descended(parameters, gradients, rate)
    }
    return RegularizedTraining(parameters: parameters, costs: costs)
  }
}
