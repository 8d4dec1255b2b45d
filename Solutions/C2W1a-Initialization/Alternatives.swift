import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  firstAlternatives + furtherAlternatives + inputAlternatives
}

@ImplementationList private var firstAlternatives: [Implementation] {
  C2W1a.initializeZeros.alternative("by-index") { sizes in
    var layers: [LayerParameters] = []
    for l in 1..<sizes.count {
      layers.append(
        LayerParameters(W: .full([sizes[l], sizes[l - 1]], 0), b: .full([sizes[l], 1], 0)))
    }
    return layers
  }
  C2W1a.initializeRandom.alternative("standard-deviation") { sizes, seed in
    drawn(sizes, seed) { _, _ in 10 }
  }
  C2W1a.initializeHe.alternative("standard-deviation") { sizes, seed in
    drawn(sizes, seed) { fanIn, _ in (2 / fanIn).squareRoot() }
  }
  C2W1a.initializeHe.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { fanIn, units in
      LayerParameters(
        W: random.randn(units, fanIn) / (Double(fanIn) / 2).squareRoot(), b: .zeros(units, 1))
    }
  }
  C2W1a.initializeXavier.alternative("standard-deviation") { sizes, seed in
    drawn(sizes, seed) { fanIn, _ in 1 / fanIn.squareRoot() }
  }
  C2W1a.initializeAveragedXavier.alternative("mean-of-sizes") { sizes, seed in
    drawn(sizes, seed) { fanIn, units in 1 / ((fanIn + units) / 2).squareRoot() }
  }
  C2W1a.deepLinearLengths.alternative("powers") { x, factor, depth in
    let length = x.norm()
    return (0..<depth).map { l in
      let power: Double = pow(factor, Double(l + 1))
      return power * length
    }
  }
  C2W1a.trainFromInitialization.alternative("by-matrix") {
    X, Y, sizes, method, seed, rate, steps in
    let start: [LayerParameters]
    switch method {
    case .zeros: start = try initializeZeros(sizes)
    case .random: start = try initializeRandom(sizes, seed)
    case .he: start = try initializeHe(sizes, seed)
    case .xavier: start = try initializeXavier(sizes, seed)
    case .averagedXavier: start = try initializeAveragedXavier(sizes, seed)
    }
    var parameters = try ThreeLayerParameters(layers: start)
    var costs: [Double] = []
    for step in 0..<steps {
      let pass = try ThreeLayerNetwork.forward(X, parameters)
      if step % 1000 == 0 { costs.append(try ThreeLayerNetwork.cost(pass.A3, Y)) }
      let slope = try ThreeLayerNetwork.backward(X, Y, pass, parameters)
      try parameters.W1 -= rate * slope.dW1
      try parameters.b1 -= rate * slope.db1
      try parameters.W2 -= rate * slope.dW2
      try parameters.b2 -= rate * slope.db2
      try parameters.W3 -= rate * slope.dW3
      try parameters.b3 -= rate * slope.db3
    }
    return InitializationTraining(parameters: parameters.layers, costs: costs)
  }
}

/// Weights drawn with a standard deviation of (fan-in, units).
private func drawn(
  _ sizes: [Int], _ seed: UInt32, _ deviation: (Double, Double) -> Double
) -> [LayerParameters] {
  var random = RandomState(seed: seed)
  return zip(sizes, sizes.dropFirst()).map { fanIn, units in
    LayerParameters(
      W: random.normal(
        mean: 0, standardDeviation: deviation(Double(fanIn), Double(units)),
        shape: [units, fanIn]),
      b: .zeros(units, 1))
  }
}
