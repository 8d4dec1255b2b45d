import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W1c.forward1D.alternative("divided") { x, theta in
    let product = -x * theta
    return -product
  }
  C2W1c.forward1D.alternative("two-halves") { x, theta in theta * x / 2 + x * theta / 2 }
  C2W1c.backward1D.alternative("doubled-and-halved") { x, _ in (x + x) / 2 }
  C2W1c.backward1D.alternative("power-rule") { x, theta in
    let constant = theta - theta
    return x + constant
  }
  C2W1c.gradientCheck1D.alternative("written-out") { x, theta, gradient, epsilon in
    let slope = (x * (theta + epsilon) - x * (theta - epsilon)) / epsilon / 2
    return abs(slope - gradient) / (abs(slope) + abs(gradient))
  }
  C2W1c.gradientCheck1D.alternative("epsilon-in-the-divisor") { x, theta, gradient, epsilon in
    let above = try forward1D(x, theta + epsilon)
    let below = try forward1D(x, theta - epsilon)
    let slope = (above - below) / (2 * epsilon)
    return abs(gradient - slope) / (abs(gradient) + abs(slope) + 1e-12)
  }
  C2W1c.vectorFromParameters.alternative("concatenated-twice") { parameters in
    let columns = try parameters.layers.map { layer in
      try layer.W.reshaped(-1, 1).concatenated(with: layer.b)
    }
    return try .concatenate(columns)
  }
  C2W1c.vectorFromParameters.alternative("loop") { parameters in
    var numbers: [Double] = []
    for layer in parameters.layers {
      for i in 0..<layer.W.rows {
        for j in 0..<layer.W.columns { numbers.append(layer.W[i, j]) }
      }
      for i in 0..<layer.b.rows { numbers.append(layer.b[i, 0]) }
    }
    return .column(numbers)
  }
  C2W1c.parametersFromVector.alternative("loop") { theta, sizes in
    var position = 0
    var layers: [LayerParameters] = []
    for l in 1..<sizes.count {
      var W = Tensor.zeros(sizes[l], sizes[l - 1])
      var b = Tensor.zeros(sizes[l], 1)
      for i in 0..<sizes[l] {
        for j in 0..<sizes[l - 1] {
          W[i, j] = theta[position, 0]
          position += 1
        }
      }
      for i in 0..<sizes[l] {
        b[i, 0] = theta[position, 0]
        position += 1
      }
      layers.append(LayerParameters(W: W, b: b))
    }
    return try ThreeLayerParameters(layers: layers)
  }
  C2W1c.suspects.alternative("difference-of-sums") { gradients, numerical, limit in
    let names = ["dW1", "db1", "dW2", "db2", "dW3", "db3"]
    let mine = gradients.layers.flatMap { [$0.dW, $0.db] }
    let theirs = numerical.layers.flatMap { [$0.dW, $0.db] }
    var found: [String] = []
    for (name, pair) in zip(names, zip(mine, theirs)) {
      let gap = (try pair.0 - pair.1).norm()
      let size = pair.0.norm() + pair.1.norm()
      if gap - limit * size > 0 { found.append(name) }
    }
    return found
  }
}
