import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W1b.costWithRegularization.alternative("loop") { A3, Y, parameters, lambda in
    var cost = try ThreeLayerNetwork.cost(A3, Y)
    for layer in parameters.layers {
      for w in layer.W.elements { cost += lambda * w * w / Double(2 * Y.columns) }
    }
    return cost
  }
  C2W1b.costWithRegularization.alternative("epsilon-in-the-logarithm") {
    A3, Y, parameters, lambda in
    let (ones, zeros) = (try Y * log(A3 + 1e-12), try (1 - Y) * log(1 - A3 + 1e-12))
    let crossEntropy = -(try ones + zeros).sum() / Double(Y.columns)
    let squares = parameters.layers.map { $0.W.squared().sum() }.reduce(0, +)
    return crossEntropy + lambda * squares / Double(2 * Y.columns)
  }
  C2W1b.backwardWithRegularization.alternative("sum-then-mean") { X, Y, cache, parameters, lambda in
    let m = Double(X.columns)
    var gradients = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
    gradients.dW1 = try (m * gradients.dW1 + lambda * parameters.W1) / m
    gradients.dW2 = try (m * gradients.dW2 + lambda * parameters.W2) / m
    gradients.dW3 = try (m * gradients.dW3 + lambda * parameters.W3) / m
    return gradients
  }
  C2W1b.backwardWithDropout.alternative("divided-only") { X, Y, cache, parameters, keep in
    // A > 0 holds only where nothing was dropped: the mask is in it already.
    let m = Double(X.columns)
    let a = cache.activations
    let dZ3 = try a.A3 - Y
    let dZ2 = try dot(parameters.W3.T, dZ3) / keep * (a.A2 .> 0)
    let dZ1 = try dot(parameters.W2.T, dZ2) / keep * (a.A1 .> 0)
    return ThreeLayerGradients(
      dW1: try dot(dZ1, X.T) / m, db1: try dZ1.mean(axis: 1, keepingDimensions: true),
      dW2: try dot(dZ2, a.A1.T) / m, db2: try dZ2.mean(axis: 1, keepingDimensions: true),
      dW3: try dot(dZ3, a.A2.T) / m, db3: try dZ3.mean(axis: 1, keepingDimensions: true))
  }
  C2W1b.bestEpoch.alternative("lowest-kept") { costs, patience in
    var (lowest, best, wait) = (costs[0], 0, 0)
    for epoch in costs.indices.dropFirst() {
      wait += 1
      if costs[epoch] < lowest { (lowest, best, wait) = (costs[epoch], epoch, 0) }
      if wait >= patience { return best }
    }
    return best
  }
  C2W1b.backwardWithRegularization.alternative("layer-by-layer") {
    X, Y, cache, parameters, lambda in
    let plain = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
    let dW = try zip(plain.layers, parameters.layers).map { slope, layer in
      try slope.dW + layer.W * lambda / Double(X.columns)
    }
    return ThreeLayerGradients(
      dW1: dW[0], db1: plain.db1, dW2: dW[1], db2: plain.db2, dW3: dW[2], db3: plain.db3)
  }
  C2W1b.forwardWithDropout.alternative("dropped-ones") { X, parameters, keep, seed, isTraining in
    var random = RandomState(seed: seed)
    let keep = isTraining ? keep : 1
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let D1 = 1 - (random.rand(shape: Z1.shape) .>= keep)
    let A1 = try D1 * maximum(Z1, 0) / keep
    let Z2 = try dot(parameters.W2, A1) + parameters.b2
    let D2 = 1 - (random.rand(shape: Z2.shape) .>= keep)
    let A2 = try D2 * maximum(Z2, 0) / keep
    let Z3 = try dot(parameters.W3, A2) + parameters.b3
    let A3 = 1 / (1 + exp(-Z3))
    let pass = ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: A3)
    return DropoutCache(activations: pass, D1: D1, D2: D2)
  }
  C2W1b.forwardWithDropout.alternative("selected") { X, parameters, keep, seed, isTraining in
    var random = RandomState(seed: seed)
    func drop(_ A: Tensor) throws -> (A: Tensor, D: Tensor) {
      guard isTraining else { return (A, .ones(shape: A.shape)) }
      let D = random.rand(A.rows, A.columns) .< keep
      return (try select(D, A / keep, Tensor(0)), D)
    }
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let first = try drop(ThreeLayerNetwork.relu(Z1))
    let Z2 = try dot(parameters.W2, first.A) + parameters.b2
    let second = try drop(ThreeLayerNetwork.relu(Z2))
    let Z3 = try dot(parameters.W3, second.A) + parameters.b3
    let pass = ThreeLayerCache(
      Z1: Z1, A1: first.A, Z2: Z2, A2: second.A, Z3: Z3, A3: ThreeLayerNetwork.sigmoid(Z3))
    return DropoutCache(activations: pass, D1: first.D, D2: second.D)
  }
  C2W1b.backwardWithDropout.alternative("slope-from-Z") { X, Y, cache, parameters, keep in
    let m = Double(X.columns)
    let a = cache.activations
    let dZ3 = try a.A3 - Y
    let dZ2 = try dot(parameters.W3.T, dZ3) * cache.D2 * (a.Z2 .> 0) / keep
    let dZ1 = try dot(parameters.W2.T, dZ2) * cache.D1 * (a.Z1 .> 0) / keep
    return ThreeLayerGradients(
      dW1: try dot(dZ1, X.T) / m, db1: try dZ1.mean(axis: 1, keepingDimensions: true),
      dW2: try dot(dZ2, a.A1.T) / m, db2: try dZ2.mean(axis: 1, keepingDimensions: true),
      dW3: try dot(dZ3, a.A2.T) / m, db3: try dZ3.mean(axis: 1, keepingDimensions: true))
  }
  C2W1b.bestEpoch.alternative("best-so-far") { costs, patience in
    // The best epoch known after each, then the first after which nothing came for so long.
    let best = costs.indices.map { epoch in
      (0...epoch).reduce(0) { costs[$1] < costs[$0] ? $1 : $0 }
    }
    let stop = costs.indices.first { $0 - best[$0] >= patience }
    return best[stop ?? costs.count - 1]
  }
  C2W1b.trainWithRegularization.alternative("while-loop") {
    X, Y, start, rate, steps, lambda, keep, seed in
    var (parameters, costs, step) = (start, [Double](), 0)
    while step < steps {
      var A3: Tensor
      var gradients: ThreeLayerGradients
      if keep == 1 {
        let plain = try ThreeLayerNetwork.forward(X, parameters)
        A3 = plain.A3
        gradients = try backwardWithRegularization(X, Y, plain, parameters, lambda)
      } else {
        let cache = try forwardWithDropout(X, parameters, keep, UInt32(step) + seed, true)
        A3 = cache.activations.A3
        gradients = try backwardWithDropout(X, Y, cache, parameters, keep)
      }
      if step % 1000 == 0 { costs.append(try costWithRegularization(A3, Y, parameters, lambda)) }
      parameters = try descended(parameters, gradients, rate)
      step += 1
    }
    return RegularizedTraining(parameters: parameters, costs: costs)
  }
  C2W1b.trainWithRegularization.alternative("pass-as-a-function") {
    X, Y, start, rate, steps, lambda, keep, seed in
    func pass(
      _ parameters: ThreeLayerParameters, _ step: Int
    ) throws -> (A3: Tensor, gradients: ThreeLayerGradients) {
      guard keep < 1 else {
        let plain = try ThreeLayerNetwork.forward(X, parameters)
        return (plain.A3, try backwardWithRegularization(X, Y, plain, parameters, lambda))
      }
      let cache = try forwardWithDropout(X, parameters, keep, seed + UInt32(step), true)
      return (cache.activations.A3, try backwardWithDropout(X, Y, cache, parameters, keep))
    }
    var costs: [Double] = []
    let end = try (0..<steps).reduce(start) { parameters, step in
      let (A3, gradients) = try pass(parameters, step)
      if step % 1000 == 0 { costs.append(try costWithRegularization(A3, Y, parameters, lambda)) }
      return try descended(parameters, gradients, rate)
    }
    return RegularizedTraining(parameters: end, costs: costs)
  }
}
