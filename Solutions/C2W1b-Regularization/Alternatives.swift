import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] { firstAlternatives + furtherAlternatives }

@ImplementationList private var firstAlternatives: [Implementation] {
  C2W1b.costWithRegularization.alternative("norms-squared") { A3, Y, parameters, lambda in
    let m = Double(Y.columns)
    let crossEntropy = try -(Y * log(A3) + (1 - Y) * log(1 - A3)).sum() / m
    var penalty = 0.0
    for W in [parameters.W1, parameters.W2, parameters.W3] { penalty += W.norm() * W.norm() }
    return crossEntropy + penalty * lambda / m / 2
  }
  C2W1b.backwardWithRegularization.alternative("whole-backward-pass") {
    X, Y, cache, parameters, lambda in
    let m = Double(X.columns)
    let error = try cache.A3 - Y
    let dZ2 = try dot(parameters.W3.T, error) * (cache.Z2 .> 0)
    let dZ1 = try dot(parameters.W2.T, dZ2) * (cache.Z1 .> 0)
    return ThreeLayerGradients(
      dW1: try (dot(dZ1, X.T) + lambda * parameters.W1) / m,
      db1: try dZ1.mean(axis: 1, keepingDimensions: true),
      dW2: try (dot(dZ2, cache.A1.T) + lambda * parameters.W2) / m,
      db2: try dZ2.mean(axis: 1, keepingDimensions: true),
      dW3: try (dot(error, cache.A2.T) + lambda * parameters.W3) / m,
      db3: try error.mean(axis: 1, keepingDimensions: true))
  }
  C2W1b.forwardWithDropout.alternative("plain-pass-for-predictions") {
    X, parameters, keep, seed, isTraining in
    guard isTraining else {
      let pass = try ThreeLayerNetwork.forward(X, parameters)
      return DropoutCache(
        activations: pass, D1: .ones(shape: pass.A1.shape), D2: .ones(shape: pass.A2.shape))
    }
    var random = RandomState(seed: seed)
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let D1 = random.rand(Z1.rows, Z1.columns).map { $0 < keep ? 1 : 0 }
    let A1 = try maximum(Z1, 0) * (D1 / keep)
    let Z2 = try dot(parameters.W2, A1) + parameters.b2
    let D2 = random.rand(Z2.rows, Z2.columns).map { $0 < keep ? 1 : 0 }
    let A2 = try maximum(Z2, 0) * (D2 / keep)
    let Z3 = try dot(parameters.W3, A2) + parameters.b3
    return DropoutCache(
      activations: ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: 1 / (1 + exp(-Z3))),
      D1: D1, D2: D2)
  }
  C2W1b.backwardWithDropout.alternative("mask-in-the-activation") { X, Y, cache, parameters, keep in
    // A is already zero where it was dropped, so its sign holds the mask as well.
    let m = Double(X.columns)
    let pass = cache.activations
    let dZ3 = try pass.A3 - Y
    let dZ2 = try dot(parameters.W3.T, dZ3) * (pass.A2 .> 0) / keep
    let dZ1 = try dot(parameters.W2.T, dZ2) * (pass.A1 .> 0) / keep
    return ThreeLayerGradients(
      dW1: try dot(dZ1, X.T) / m, db1: try dZ1.mean(axis: 1, keepingDimensions: true),
      dW2: try dot(dZ2, pass.A1.T) / m, db2: try dZ2.mean(axis: 1, keepingDimensions: true),
      dW3: try dot(dZ3, pass.A2.T) / m, db3: try dZ3.mean(axis: 1, keepingDimensions: true))
  }
  C2W1b.bestEpoch.alternative("counting") { costs, patience in
    var (best, lowest, waited) = (0, Double.infinity, 0)
    for (epoch, cost) in costs.enumerated() where waited < patience {
      if cost < lowest {
        (best, lowest, waited) = (epoch, cost, 0)
      } else {
        waited += 1
      }
    }
    return best
  }
  C2W1b.trainWithRegularization.alternative("always-with-masks") {
    X, Y, start, rate, steps, lambda, keep, seed in
    // With keepProbability 1 no mask drops anything, and λ = 0 adds nothing.
    var parameters = start
    var costs: [Double] = []
    for step in 0..<steps {
      let cache = try forwardWithDropout(X, parameters, keep, seed + UInt32(step), true)
      if step % 1000 == 0 {
        let A3 = cache.activations.A3
        costs.append(try costWithRegularization(A3, Y, parameters, lambda))
      }
      var gradients = try backwardWithDropout(X, Y, cache, parameters, keep)
      let share = lambda / Double(X.columns)
      try gradients.dW1 += share * parameters.W1
      try gradients.dW2 += share * parameters.W2
      try gradients.dW3 += share * parameters.W3
      parameters = try descended(parameters, gradients, rate)
    }
    return RegularizedTraining(parameters: parameters, costs: costs)
  }
}
