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
}
