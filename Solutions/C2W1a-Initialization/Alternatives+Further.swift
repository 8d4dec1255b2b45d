import Coursework
import Foundation
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W1a.initializeZeros.alternative("full") { sizes in
    (1..<sizes.count).map { l in
      LayerParameters(W: .full([sizes[l], sizes[l - 1]], 0), b: .full([sizes[l], 1], 0))
    }
  }
  C2W1a.initializeZeros.alternative("times-zero") { sizes in
    (1..<sizes.count).map { l in
      LayerParameters(W: 0 * .ones(sizes[l], sizes[l - 1]), b: 0 * .ones(sizes[l], 1))
    }
  }
  C2W1a.initializeRandom.alternative("by-index") { sizes, seed in
    var random = RandomState(seed: seed)
    var layers: [LayerParameters] = []
    for l in 1..<sizes.count {
      let W = 10 * random.randn(sizes[l], sizes[l - 1])
      layers.append(LayerParameters(W: W, b: .zeros(sizes[l], 1)))
    }
    return layers
  }
  C2W1a.initializeRandom.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      LayerParameters(W: random.randn(sizes[l], sizes[l - 1]) / 0.1, b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeHe.alternative("power") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let scale = Foundation.pow(2 / Double(sizes[l - 1]), 0.5)
      return LayerParameters(
        W: scale * random.randn(sizes[l], sizes[l - 1]), b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeXavier.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      LayerParameters(
        W: random.randn(sizes[l], sizes[l - 1]) / Double(sizes[l - 1]).squareRoot(),
        b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeXavier.alternative("power") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let scale = Foundation.pow(Double(sizes[l - 1]), -0.5)
      return LayerParameters(
        W: scale * random.randn(sizes[l], sizes[l - 1]), b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeAveragedXavier.alternative("divided") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let divisor = (Double(sizes[l - 1] + sizes[l]) / 2).squareRoot()
      return LayerParameters(
        W: random.randn(sizes[l], sizes[l - 1]) / divisor, b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.initializeAveragedXavier.alternative("two-roots") { sizes, seed in
    var random = RandomState(seed: seed)
    return (1..<sizes.count).map { l in
      let W = random.randn(sizes[l], sizes[l - 1]) * 2.squareRoot()
      return LayerParameters(
        W: W / Double(sizes[l - 1] + sizes[l]).squareRoot(), b: .zeros(sizes[l], 1))
    }
  }
  C2W1a.deepLinearLengths.alternative("scaled") { x, factor, depth in
    var a = x
    var lengths: [Double] = []
    for _ in 0..<depth {
      a = a * factor
      lengths.append(a.squared().sum().squareRoot())
    }
    return lengths
  }
  C2W1a.deepLinearLengths.alternative("lengths-multiplied") { x, factor, depth in
    var length = x.norm()
    return (0..<depth).map { _ in
      length *= abs(factor)
      return length
    }
  }
  C2W1a.trainFromInitialization.alternative("layer-by-layer") {
    X, Y, sizes, method, seed, rate, steps in
    var layers = try start(sizes, method, seed)
    var costs: [Double] = []
    for step in 0..<steps {
      let parameters = try ThreeLayerParameters(layers: layers)
      let pass = try ThreeLayerNetwork.forward(X, parameters)
      if step % 1000 == 0 { costs.append(try ThreeLayerNetwork.cost(pass.A3, Y)) }
      let gradients = try ThreeLayerNetwork.backward(X, Y, pass, parameters).layers
      for l in layers.indices {
        try layers[l].W -= rate * gradients[l].dW
        try layers[l].b -= rate * gradients[l].db
      }
    }
    return InitializationTraining(parameters: layers, costs: costs)
  }
  C2W1a.trainFromInitialization.alternative("step-as-a-function") {
    X, Y, sizes, method, seed, rate, steps in
    var costs: [Double] = []
    func improved(_ layers: [LayerParameters], _ step: Int) throws -> [LayerParameters] {
      let parameters = try ThreeLayerParameters(layers: layers)
      let pass = try ThreeLayerNetwork.forward(X, parameters)
      if step % 1000 == 0 { costs.append(try ThreeLayerNetwork.cost(pass.A3, Y)) }
      let gradients = try ThreeLayerNetwork.backward(X, Y, pass, parameters).layers
      return try layers.indices.map { l in
        LayerParameters(
          W: try layers[l].W + gradients[l].dW * -rate, b: try layers[l].b + gradients[l].db * -rate
        )
      }
    }
    let end = try (0..<steps).reduce(try start(sizes, method, seed)) { try improved($0, $1) }
    return InitializationTraining(parameters: end, costs: costs)
  }
}

private func start(
  _ sizes: [Int], _ method: InitializationMethod, _ seed: UInt32
) throws -> [LayerParameters] {
  switch method {
  case .zeros: try initializeZeros(sizes)
  case .random: try initializeRandom(sizes, seed)
  case .he: try initializeHe(sizes, seed)
  case .xavier: try initializeXavier(sizes, seed)
  case .averagedXavier: try initializeAveragedXavier(sizes, seed)
  }
}
