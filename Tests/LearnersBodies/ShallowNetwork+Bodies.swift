import ShallowNetworkSolution
import Syllabus
import Tensors

@BodyList private var functions: [LearnersBody] {
  C1W3.reluDerivative.right("zero-at-zero", "the slope at exactly 0 is 0") { Z in Z .> 0 }
  C1W3.reluDerivative.right("one-at-zero", "the slope at exactly 0 is 1") { Z in Z .>= 0 }
  C1W3.leakyReLUDerivative.right("small-at-zero", "the slope at exactly 0 is 0.01") { Z in
    Z.map { $0 > 0 ? 1 : 0.01 }
  }
  C1W3.tanhActivation.right("by-sigmoid", "2σ(2z) - 1") { Z in 2 / (1 + exp(-2 * Z)) - 1 }
  C1W3.tanhActivation.wrong("not-doubled", "(1 - e⁻ᶻ)/(1 + e⁻ᶻ)") { Z in
    let e = exp(-Z)
    return try (1 - e) / (1 + e)
  }
  C1W3.tanhActivation.wrong("inverse", "coth") { Z in 1 / tanh(Z) }
  C1W3.tanhDerivative.wrong("abs", "1 - |A|") { A in 1 - abs(A) }
  C1W3.tanhDerivative.wrong("sign", "A² - 1") { A in A.squared() - 1 }
  C1W3.relu.wrong("minus", "max(0, -z)") { Z in maximum(0, -Z) }
  C1W3.relu.wrong("one", "cut off at 1") { Z in Z.map { min(1, max(0, $0)) } }
  C1W3.relu.wrong("six", "ReLU6: cut off at 6") { Z in Z.map { min(6, max(0, $0)) } }
  C1W3.leakyReLU.wrong("added", "z + 0.01 z") { Z in Z.map { $0 > 0 ? $0 : $0 + 0.01 * $0 } }
  C1W3.leakyReLU.wrong("hundred", "100 z for negative z") { Z in Z.map { $0 > 0 ? $0 : 100 * $0 } }
}

@BodyList private var parameters: [LearnersBody] {
  C1W3.layerSizes.wrong("hidden-from-X", "n_h is the number of examples") { X, Y, n in
    LayerSizes(n_x: X.rows, n_h: X.columns, n_y: Y.rows)
  }
  C1W3.initializeParameters.wrong("tenth", "0.1 for 0.01") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_h, n_x) * 0.1
    let W2 = random.randn(n_y, n_h) * 0.1
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.wrong("only-first-scaled", "0.01 is missing at W2") {
    n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_h, n_x) * 0.01
    let W2 = random.randn(n_y, n_h)
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.wrong("random-biases", "biases are drawn too") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_h, n_x) * 0.01
    let b1 = random.randn(n_h, 1) * 0.01
    let W2 = random.randn(n_y, n_h) * 0.01
    return ShallowParameters(W1: W1, b1: b1, W2: W2, b2: random.randn(n_y, 1) * 0.01)
  }
  C1W3.updateParameters.wrong("never-applied", "returns the old parameters") { p, g, rate in p }
  C1W3.updateParameters.wrong("uphill", "adds the gradient") { p, g, rate in
    try updateParameters(p, g, -rate)
  }
  C1W3.updateParameters.wrong("W2-twice", "W2 is updated with dW2 twice") { p, g, rate in
    var q = try updateParameters(p, g, rate)
    q.W2 = try q.W2 - rate * g.dW2
    return q
  }
  C1W3.updateParameters.wrong("b2-forgotten", "b2 is not updated") { p, g, rate in
    var q = try updateParameters(p, g, rate)
    q.b2 = p.b2
    return q
  }
  C1W3.updateParameters.wrong("rate-forgotten-in-W", "W without the learning rate") { p, g, rate in
    var q = try updateParameters(p, g, rate)
    q.W1 = try p.W1 - g.dW1
    q.W2 = try p.W2 - g.dW2
    return q
  }
}

@BodyList private var propagation: [LearnersBody] {
  C1W3.forwardPropagation.wrong("one-bias", "b2[0, 0] for the column b2") { X, p in
    let Z1 = try dot(p.W1, X) + p.b1
    let A1 = tanh(Z1)
    let Z2 = try dot(p.W2, A1) + p.b2[0, 0]
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: 1 / (1 + exp(-Z2)))
  }
  C1W3.forwardPropagation.wrong("bias-once", "b1 is forgotten") { X, p in
    var q = p
    q.b1 = .zeros(shape: p.b1.shape)
    return try forwardPropagation(X, q)
  }
  C1W3.forwardPropagation.wrong("softplus", "log(1 + e^z) in the hidden layer") { X, p in
    let Z1 = try dot(p.W1, X) + p.b1
    let A1 = log(1 + exp(Z1))
    let Z2 = try dot(p.W2, A1) + p.b2
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: 1 / (1 + exp(-Z2)))
  }
  C1W3.forwardPropagation.wrong("A2-thresholded", "A2 is already 0 or 1") { X, p in
    var cache = try forwardPropagation(X, p)
    let answers = cache.A2 .> 0.5
    cache.A2 = answers
    return cache
  }
  C1W3.computeCost.right("epsilon", "log(A2 + 1e-15)") { A2, Y in
    let ones = try Y * log(A2 + 1e-15)
    let zeros = try (1 - Y) * log(1 - A2 + 1e-15)
    return -(try ones + zeros).sum() / Double(Y.columns)
  }
  C1W3.computeCost.wrong("m-from-rows", "divided by the rows of Y") { A2, Y in
    let cost: Double = try -(Y * log(A2) + (1 - Y) * log(1 - A2)).sum() / Double(Y.rows)
    return cost
  }
  C1W3.computeCost.right("mean-of-all", "the mean of the one row") { A2, Y in
    let cost: Double = try -(Y * log(A2) + (1 - Y) * log(1 - A2)).mean()
    return cost
  }
  C1W3.computeCost.wrong("integer-division", "1 / m with an Int m") { A2, Y in
    let m = Y.columns
    return try -Double(1 / m) * (Y * log(A2) + (1 - Y) * log(1 - A2)).sum()
  }
  C1W3.computeCost.wrong("labels-exchanged", "y and 1 - y exchanged") { A2, Y in
    let cost: Double = try -((1 - Y) * log(A2) + Y * log(1 - A2)).sum() / Double(Y.columns)
    return cost
  }
  C1W3.computeCost.wrong("outer-product", "Yᵀ log A, every pair") { A2, Y in
    let cost: Double =
      try -(dot(Y.T, log(A2)) + dot((1 - Y).T, log(1 - A2))).sum() / Double(Y.columns)
    return cost
  }
  C1W3.backwardPropagation.wrong("elementwise", "W2.T * dZ2, elementwise") { p, c, X, Y in
    let m = Double(X.columns)
    let dZ2 = try c.A2 - Y
    let dZ1 = try p.W2.T * dZ2 * tanhDerivative(c.A1)
    return ShallowGradients(
      dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
      dW2: try dot(dZ2, c.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m)
  }
  C1W3.backwardPropagation.wrong("one-db2", "db2 is one number") { p, c, X, Y in
    var g = try backwardPropagation(p, c, X, Y)
    g.db2 = Tensor([[(try c.A2 - Y).sum() / Double(X.columns)]])
    return g
  }
  C1W3.backwardPropagation.wrong("dW2-not-averaged", "dW2 without 1/m") { p, c, X, Y in
    var g = try backwardPropagation(p, c, X, Y)
    g.dW2 = g.dW2 * Double(X.columns)
    return g
  }
  C1W3.backwardPropagation.wrong("extra-mean-in-dZ1", "an extra 1/m in dZ1") { p, c, X, Y in
    var g = try backwardPropagation(p, c, X, Y)
    g.dW1 = g.dW1 / Double(X.columns)
    g.db1 = g.db1 / Double(X.columns)
    return g
  }
  C1W3.backwardPropagation.wrong("dW2-for-W2", "dW2 is used where W2 is meant") { p, c, X, Y in
    var q = p
    var g = try backwardPropagation(p, c, X, Y)
    q.W2 = g.dW2
    let other = try backwardPropagation(q, c, X, Y)
    g.dW1 = other.dW1
    g.db1 = other.db1
    return g
  }
  C1W3.backwardPropagation.wrong("db1-over-examples", "db1 keeps the examples apart") {
    p, c, X, Y in
    var g = try backwardPropagation(p, c, X, Y)
    g.db1 = try g.db1.sum(axis: 0, keepingDimensions: true)
    return g
  }
  C1W3.backwardPropagation.wrong("dimension-dropped", "db1 and db2 of rank 1") { p, c, X, Y in
    var g = try backwardPropagation(p, c, X, Y)
    g.db1 = g.db1.flattened
    g.db2 = g.db2.flattened
    return g
  }
  C1W3.backwardPropagation.wrong("power-of-two-missing", "1 - A1 for 1 - A1²") { p, c, X, Y in
    let m = Double(X.columns)
    let dZ2 = try c.A2 - Y
    let dZ1 = try dot(p.W2.T, dZ2) * (1 - c.A1)
    return ShallowGradients(
      dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
      dW2: try dot(dZ2, c.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m)
  }
  C1W3.predict.wrong("one-row", "zeros(1, m), filled from the first row") { p, X in
    let A2 = try forwardPropagation(X, p).A2
    var answer = Tensor.zeros(1, X.columns)
    for j in 0..<X.columns { answer[0, j] = A2[0, j] > 0.5 ? 1 : 0 }
    return answer
  }
  C1W3.predict.wrong("never-written", "the result is never written") { p, X in
    .zeros(p.W2.rows, X.columns)
  }
  C1W3.model.wrong("never-updated", "the update's result is thrown away") {
    X, Y, n, steps, rate, seed in
    let sizes = try layerSizes(X, Y, n)
    let p = try initializeParameters(sizes.n_x, sizes.n_h, sizes.n_y, seed)
    var costs: [Double] = []
    for step in 0..<steps where step.isMultiple(of: 1000) {
      costs.append(try computeCost(forwardPropagation(X, p).A2, Y))
    }
    return ShallowModel(parameters: p, costs: costs)
  }
  C1W3.model.wrong("one-step-more", "0...steps") { X, Y, n, steps, rate, seed in
    try model(X, Y, n, steps + 1, rate, seed)
  }
  C1W3.model.wrong("fixed-seed", "the seed is written into the code") { X, Y, n, steps, rate, _ in
    try model(X, Y, n, steps, rate, 2)
  }
}

let shallowNetwork = functions + parameters + propagation
