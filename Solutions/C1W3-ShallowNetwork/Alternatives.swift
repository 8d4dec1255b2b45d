import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] { firstAlternatives + furtherAlternatives }

@ImplementationList private var firstAlternatives: [Implementation] {
  C1W3.tanhActivation.alternative("by-sigmoid") { Z in 2 / (1 + exp(-2 * Z)) - 1 }
  C1W3.tanhActivation.alternative("library") { Z in tanh(Z) }
  C1W3.tanhDerivative.alternative("factored") { A in
    let (less, more): (Tensor, Tensor) = (1 - A, 1 + A)
    return try less * more
  }
  C1W3.relu.alternative("masked") { Z in try Z * (Z .> 0) }
  C1W3.relu.alternative("map") { Z in Z.map { $0 > 0 ? $0 : 0 } }
  C1W3.reluDerivative.alternative("one-minus") { Z in 1 - (Z .< 0) }
  C1W3.leakyReLU.alternative("by-sign") { Z in Z.map { $0 < 0 ? $0 / 100 : $0 } }
  C1W3.leakyReLUDerivative.alternative("masked") { Z in
    let mask: Tensor = Z .>= 0
    return 0.01 + 0.99 * mask
  }
  C1W3.leakyReLUDerivative.alternative("small-at-zero") { Z in Z.map { $0 > 0 ? 1 : 0.01 } }
  C1W3.layerSizes.alternative("shape") { X, Y, hiddenUnits in
    LayerSizes(n_x: X.shape[0], n_h: hiddenUnits, n_y: Y.shape[0])
  }
  C1W3.initializeParameters.alternative("element-by-element") { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    var W1 = Tensor.zeros(n_h, n_x)
    var W2 = Tensor.zeros(n_y, n_h)
    for i in 0..<n_h { for j in 0..<n_x { W1[i, j] = random.randn() / 100 } }
    for i in 0..<n_y { for j in 0..<n_h { W2[i, j] = random.randn() / 100 } }
    return ShallowParameters(W1: W1, b1: 0 * .ones(n_h, 1), W2: W2, b2: 0 * .ones(n_y, 1))
  }
  C1W3.forwardPropagation.alternative("fifty-at-a-time") { X, parameters in
    let columns = try stride(from: 0, to: X.columns, by: 50).map { i in
      let x = try X.columns(i..<min(i + 50, X.columns))
      let Z1 = try dot(parameters.W1, x) + parameters.b1
      let Z2 = try dot(parameters.W2, tanh(Z1)) + parameters.b2
      return ShallowCache(Z1: Z1, A1: tanh(Z1), Z2: Z2, A2: 0.5 * (1 + tanh(0.5 * Z2)))
    }
    return ShallowCache(
      Z1: try .concatenate(columns.map(\.Z1), axis: 1),
      A1: try .concatenate(columns.map(\.A1), axis: 1),
      Z2: try .concatenate(columns.map(\.Z2), axis: 1),
      A2: try .concatenate(columns.map(\.A2), axis: 1))
  }
  C1W3.computeCost.alternative("loop") { A2, Y in
    var sum = 0.0
    for i in 0..<Y.columns { sum += log(Y[0, i] == 1 ? A2[0, i] : 1 - A2[0, i]) }
    return -sum / Double(Y.columns)
  }
  C1W3.computeCost.alternative("dot-products") { A2, Y in
    let gain = try dot(Y, log(A2).T) + dot(1 - Y, log(1 - A2).T)
    return try -gain.scalar / Double(Y.columns)
  }
  C1W3.backwardPropagation.alternative("slope-from-Z") { parameters, cache, X, Y in
    // The mean is taken at once by a column of 1/m.
    let m = X.columns
    let share = Tensor.full([m, 1], 1 / Double(m))
    let dZ2 = try cache.A2 - Y
    let dZ1 = try dot(parameters.W2.T, dZ2) * (1 - tanh(cache.Z1).squared())
    return ShallowGradients(
      dW1: try dot(dZ1 * share.T, X.T), db1: try dot(dZ1, share),
      dW2: try dot(dZ2 * share.T, cache.A1.T), db2: try dot(dZ2, share))
  }
  C1W3.backwardPropagation.alternative("loops") { parameters, cache, X, Y in
    let m = X.columns
    var dW1 = Tensor.zeros(shape: parameters.W1.shape)
    var db1 = Tensor.zeros(shape: parameters.b1.shape)
    var dW2 = Tensor.zeros(shape: parameters.W2.shape)
    var db2 = Tensor.zeros(shape: parameters.b2.shape)
    for e in 0..<m {
      for k in 0..<Y.rows {
        let dz2 = (cache.A2[k, e] - Y[k, e]) / Double(m)
        db2[k, 0] += dz2
        for j in 0..<cache.A1.rows {
          let a = cache.A1[j, e]
          dW2[k, j] += dz2 * a
          let dz1 = parameters.W2[k, j] * dz2 * (1 - a * a)
          db1[j, 0] += dz1
          for i in 0..<X.rows { dW1[j, i] += dz1 * X[i, e] }
        }
      }
    }
    return ShallowGradients(dW1: dW1, db1: db1, dW2: dW2, db2: db2)
  }
  C1W3.updateParameters.alternative("in-place") { parameters, gradients, learningRate in
    var result = parameters
    try result.W1 -= learningRate * gradients.dW1
    try result.b1 -= learningRate * gradients.db1
    try result.W2 -= learningRate * gradients.dW2
    try result.b2 -= learningRate * gradients.db2
    return result
  }
  C1W3.predict.alternative("sign-of-Z2") { parameters, X in
    try forwardPropagation(X, parameters).Z2 .> 0
  }
  C1W3.model.alternative("library-tanh") { X, Y, hiddenUnits, steps, learningRate, seed in
    var theta = try initializeParameters(X.rows, hiddenUnits, Y.rows, seed)
    var costs: [Double] = []
    for step in 0..<steps {
      let A1 = tanh(try dot(theta.W1, X) + theta.b1)
      let A2 = sigmoid(try dot(theta.W2, A1) + theta.b2)
      if step % 1000 == 0 { costs.append(try computeCost(A2, Y)) }
      let rate = learningRate / Double(X.columns)
      let dZ2 = try A2 - Y
      let dZ1 = try dot(theta.W2.T, dZ2) * (1 - A1.squared())
      try theta.W2 -= rate * dot(dZ2, A1.T)
      try theta.b2 -= rate * dZ2.sum(axis: 1, keepingDimensions: true)
      try theta.W1 -= rate * dot(dZ1, X.T)
      try theta.b1 -= rate * dZ1.sum(axis: 1, keepingDimensions: true)
    }
    return ShallowModel(parameters: theta, costs: costs)
  }
}
