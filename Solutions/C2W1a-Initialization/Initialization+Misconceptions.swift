import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] { weights + behaviour }

@ImplementationList private var weights: [Implementation] {
  C2W1a.initializeZeros.mistaken("transposed-weights") { sizes in
    try initializeZeros(sizes).map { LayerParameters(W: $0.W.T, b: $0.b) }
  }
  C2W1a.initializeZeros.mistaken("bias-row") { sizes in
    try initializeZeros(sizes).map { LayerParameters(W: $0.W, b: $0.b.T) }
  }
  C2W1a.initializeZeros.mistaken("last-layer-missing") { sizes in
    try initializeZeros(sizes.dropLast())
  }
  C2W1a.initializeZeros.mistaken("biases-ones") { sizes in
    try initializeZeros(sizes).map { LayerParameters(W: $0.W, b: $0.b + 1) }
  }

  C2W1a.initializeRandom.mistaken("uniform") { sizes, seed in
    var random = RandomState(seed: seed)
    return drawn(sizes) { units, fanIn in random.rand(units, fanIn) * 10 }
  }
  C2W1a.initializeRandom.mistaken("factor-forgotten") { sizes, seed in
    scaled(sizes, seed) { _, _ in 1 }
  }
  C2W1a.initializeRandom.mistaken("random-biases") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { fanIn, units in
      LayerParameters(W: random.randn(units, fanIn) * 10, b: random.randn(units, 1) * 10)
    }
  }
  C2W1a.initializeRandom.mistaken("seed-in-every-layer") { sizes, seed in
    drawn(sizes) { units, fanIn in
      var random = RandomState(seed: seed)
      return random.randn(units, fanIn) * 10
    }
  }
  C2W1a.initializeRandom.mistaken("transposed-weights") { sizes, seed in
    var random = RandomState(seed: seed)
    return drawn(sizes) { units, fanIn in (random.randn(fanIn, units) * 10).T }
  }

  C2W1a.initializeHe.mistaken("own-units") { sizes, seed in
    scaled(sizes, seed) { units, _ in (2 / units).squareRoot() }
  }
  C2W1a.initializeHe.mistaken("root-forgotten") { sizes, seed in
    scaled(sizes, seed) { _, fanIn in 2 / fanIn }
  }
  C2W1a.initializeHe.mistaken("xavier") { sizes, seed in try initializeXavier(sizes, seed) }
  C2W1a.initializeHe.mistaken("uniform") { sizes, seed in
    var random = RandomState(seed: seed)
    return drawn(sizes) { units, fanIn in
      random.rand(units, fanIn) * (2 / Double(fanIn)).squareRoot()
    }
  }
  C2W1a.initializeHe.mistaken("inverted") { sizes, seed in
    scaled(sizes, seed) { _, fanIn in (fanIn / 2).squareRoot() }
  }

  C2W1a.initializeXavier.mistaken("he") { sizes, seed in try initializeHe(sizes, seed) }
  C2W1a.initializeXavier.mistaken("own-units") { sizes, seed in
    scaled(sizes, seed) { units, _ in (1 / units).squareRoot() }
  }
  C2W1a.initializeXavier.mistaken("root-forgotten") { sizes, seed in
    scaled(sizes, seed) { _, fanIn in 1 / fanIn }
  }

  C2W1a.initializeAveragedXavier.mistaken("one-not-two") { sizes, seed in
    scaled(sizes, seed) { units, fanIn in (1 / (units + fanIn)).squareRoot() }
  }
  C2W1a.initializeAveragedXavier.mistaken("root-forgotten") { sizes, seed in
    scaled(sizes, seed) { units, fanIn in 2 / (units + fanIn) }
  }
  C2W1a.initializeAveragedXavier.mistaken("one-side-only") { sizes, seed in
    try initializeXavier(sizes, seed)
  }
}

@ImplementationList private var behaviour: [Implementation] {
  C2W1a.deepLinearLengths.mistaken("input-in-every-layer") { x, factor, depth in
    [Double](repeating: (x * factor).norm(), count: depth)
  }
  C2W1a.deepLinearLengths.mistaken("input-counted") { x, factor, depth in
    [x.norm()] + (try deepLinearLengths(x, factor, depth - 1))
  }
  C2W1a.deepLinearLengths.mistaken("grows-linearly") { x, factor, depth in
    let length = x.norm()
    return (0..<depth).map { length * factor * Double($0 + 1) }
  }
  C2W1a.deepLinearLengths.mistaken("squared-lengths") { x, factor, depth in
    try deepLinearLengths(x, factor, depth).map { $0 * $0 }
  }

  C2W1a.trainFromInitialization.mistaken("method-ignored") { X, Y, sizes, _, seed, rate, steps in
    try trainFromInitialization(X, Y, sizes, .he, seed, rate, steps)
  }
  C2W1a.trainFromInitialization.mistaken("biases-not-updated") {
    X, Y, sizes, method, seed, rate, steps in
    try descend(X, Y, sizes, method, seed, steps, weightRate: rate, biasRate: 0)
  }
  C2W1a.trainFromInitialization.mistaken("uphill") { X, Y, sizes, method, seed, rate, steps in
    try trainFromInitialization(X, Y, sizes, method, seed, -rate, steps)
  }
  C2W1a.trainFromInitialization.mistaken("cost-after-update") {
    X, Y, sizes, method, seed, rate, steps in
    try descend(
      X, Y, sizes, method, seed, steps, weightRate: rate, biasRate: rate, costAfter: true)
  }
  C2W1a.trainFromInitialization.mistaken("cost-every-step") {
    X, Y, sizes, method, seed, rate, steps in
    try descend(X, Y, sizes, method, seed, steps, weightRate: rate, biasRate: rate, interval: 1)
  }
  C2W1a.trainFromInitialization.mistaken("one-step-less") {
    X, Y, sizes, method, seed, rate, steps in
    try trainFromInitialization(X, Y, sizes, method, seed, rate, steps - 1)
  }
}

/// Layers with zero biases whose weights `draw` gives for (units, fan-in).
private func drawn(_ sizes: [Int], _ draw: (Int, Int) -> Tensor) -> [LayerParameters] {
  zip(sizes, sizes.dropFirst()).map { fanIn, units in
    LayerParameters(W: draw(units, fanIn), b: .zeros(units, 1))
  }
}

/// Normal weights times a scale of (units, fan-in).
private func scaled(
  _ sizes: [Int], _ seed: UInt32, _ scale: (Double, Double) -> Double
) -> [LayerParameters] {
  var random = RandomState(seed: seed)
  return drawn(sizes) { units, fanIn in
    random.randn(units, fanIn) * scale(Double(units), Double(fanIn))
  }
}

/// Gradient descent with a rate of its own for the biases and another rule for keeping costs.
private func descend(
  _ X: Tensor, _ Y: Tensor, _ sizes: [Int], _ method: InitializationMethod, _ seed: UInt32,
  _ steps: Int, weightRate: Double, biasRate: Double, costAfter: Bool = false,
  interval: Int = 1000
) throws -> InitializationTraining {
  var layers = try trainFromInitialization(X, Y, sizes, method, seed, 0, 0).parameters
  var costs: [Double] = []
  func cost() throws -> Double {
    let cache = try ThreeLayerNetwork.forward(X, ThreeLayerParameters(layers: layers))
    return try ThreeLayerNetwork.cost(cache.A3, Y)
  }
  for step in 0..<steps {
    let isKept = step.isMultiple(of: interval)
    if isKept, !costAfter { costs.append(try cost()) }
    let parameters = try ThreeLayerParameters(layers: layers)
    let pass = try ThreeLayerNetwork.forward(X, parameters)
    let gradients = try ThreeLayerNetwork.backward(X, Y, pass, parameters)
    layers = try zip(layers, gradients.layers).map { layer, slope in
      LayerParameters(
        W: try layer.W - weightRate * slope.dW, b: try layer.b - biasRate * slope.db)
    }
    if isKept, costAfter { costs.append(try cost()) }
  }
  return InitializationTraining(parameters: layers, costs: costs)
}
