import Coursework
import Syllabus
import Tensors

@ImplementationList var networkAlternatives: [Implementation] {
  C2W3a.forwardPropagation.alternative("in-a-loop") { X, parameters in
    var (A, Z): (Tensor, [Tensor]) = (X, [])
    for (l, layer) in parameters.enumerated() {
      Z.append(try dot(layer.W, A) + layer.b)
      if l == 0 { A = try Z[0] * (Z[0] .> 0) }
    }
    return SoftmaxCache(Z1: Z[0], A1: A, Z2: Z[1], A2: try softmax(Z[1]))
  }
  C2W3a.forwardPropagation.alternative("example-by-example") { X, parameters in
    var parts: [[Tensor]] = [[], [], [], []]
    for i in 0..<X.columns {
      let z1 = try dot(parameters[0].W, X.column(i)) + parameters[0].b
      let a1 = z1.map { max(0, $0) }
      let z2 = try dot(parameters[1].W, a1) + parameters[1].b
      for (k, part) in [z1, a1, z2, try softmax(z2)].enumerated() { parts[k].append(part) }
    }
    let whole = try parts.map { try Tensor.concatenate($0, axis: 1) }
    return SoftmaxCache(Z1: whole[0], A1: whole[1], Z2: whole[2], A2: whole[3])
  }
  C2W3a.forwardPropagation.alternative("by-the-transposes") { X, parameters in
    let Z1 = try dot(X.T, parameters[0].W.T) + parameters[0].b.T
    let A1 = maximum(Z1, 0)
    let Z2 = try (dot(A1, parameters[1].W.T) + parameters[1].b.T).T
    return SoftmaxCache(Z1: Z1.T, A1: A1.T, Z2: Z2, A2: try softmax(Z2))
  }

  C2W3a.backwardPropagation.alternative("mean-in-dZ2") { parameters, cache, X, Y in
    let dZ2 = try softmaxBackward(cache.A2, Y) / Double(X.columns)
    let dZ1 = try dot(parameters[1].W.T, dZ2) * (cache.A1 .> 0)
    return try [
      LayerGradients(dW: dot(dZ1, X.T), db: dZ1.sum(axis: 1, keepingDimensions: true)),
      LayerGradients(dW: dot(dZ2, cache.A1.T), db: dZ2.sum(axis: 1, keepingDimensions: true)),
    ]
  }
  C2W3a.backwardPropagation.alternative("slope-of-one-at-zero") { parameters, cache, X, Y in
    let m = Double(X.columns)
    let dZ2 = try softmaxBackward(cache.A2, Y)
    let dA1 = try dot(parameters[1].W.T, dZ2)
    let dZ1 = try select(cache.Z1 .< 0, Tensor(0), dA1)
    return try [
      LayerGradients(dW: dot(dZ1, X.T) / m, db: dZ1.mean(axis: 1, keepingDimensions: true)),
      LayerGradients(dW: dot(dZ2, cache.A1.T) / m, db: dZ2.mean(axis: 1, keepingDimensions: true)),
    ]
  }
  C2W3a.backwardPropagation.alternative("example-by-example") { parameters, cache, X, Y in
    var sums = parameters.map { LayerGradients(dW: $0.W * 0, db: $0.b * 0) }
    for i in 0..<X.columns {
      let dz2 = try softmaxBackward(cache.A2.column(i), Y.column(i))
      let dz1 = try dot(parameters[1].W.T, dz2) * (cache.Z1.column(i) .> 0)
      try sums[0].dW += dot(dz1, X.column(i).T)
      try sums[0].db += dz1
      try sums[1].dW += dot(dz2, cache.A1.column(i).T)
      try sums[1].db += dz2
    }
    let m = Double(X.columns)
    return sums.map { LayerGradients(dW: $0.dW / m, db: $0.db / m) }
  }

  C2W3a.model.alternative("cost-of-probabilities") { X, Y, units, rate, size, epochs, seed in
    var layers = LayerParameters.he([X.rows, units, Y.rows], seed: seed)
    var adam = AdamOptimizer(layers)
    let costs = try (0..<epochs).map { epoch in
      var losses: [Double] = []
      for batch in try MiniBatches.shuffled(X, Y, size, seed + 1 + UInt32(epoch)) {
        let cache = try forwardPropagation(batch.X, layers)
        losses.append(try crossEntropyCost(cache.A2, batch.Y) * Double(batch.Y.columns))
        layers = try adam.step(
          layers, backwardPropagation(layers, cache, batch.X, batch.Y), rate)
      }
      return losses.reduce(0, +) / Double(Y.columns)
    }
    return SoftmaxTraining(parameters: layers, costs: costs)
  }
  C2W3a.model.alternative("weighted-mean") { X, Y, units, rate, size, epochs, seed in
    var layers = LayerParameters.he([X.rows, units, Y.rows], seed: seed)
    var adam = AdamOptimizer(layers)
    var (costs, seed) = ([Double](), seed)
    while costs.count < epochs {
      seed += 1
      var mean = 0.0
      for batch in try MiniBatches.shuffled(X, Y, size, seed) {
        let cache = try forwardPropagation(batch.X, layers)
        let share = Double(batch.X.columns) / Double(X.columns)
        mean += share * (try crossEntropyFromLogits(cache.Z2, batch.Y))
        let gradients = try backwardPropagation(layers, cache, batch.X, batch.Y)
        layers = try adam.step(layers, gradients, rate)
      }
      costs.append(mean)
    }
    return SoftmaxTraining(parameters: layers, costs: costs)
  }
  C2W3a.model.alternative("adam-written-out") { X, Y, units, rate, size, epochs, seed in
    var layers = LayerParameters.he([X.rows, units, Y.rows], seed: seed)
    var v = layers.map { [$0.W * 0, $0.b * 0] }
    var s = v
    var (costs, t) = ([Double](), 0)
    for epoch in 0..<epochs {
      var total = 0.0
      for batch in try MiniBatches.shuffled(X, Y, size, seed + UInt32(epoch) + 1) {
        let cache = try forwardPropagation(batch.X, layers)
        total += try crossEntropyFromLogits(cache.Z2, batch.Y) * Double(batch.Y.columns)
        t += 1
        let slopes = try backwardPropagation(layers, cache, batch.X, batch.Y)
        for l in layers.indices {
          for (k, slope) in [slopes[l].dW, slopes[l].db].enumerated() {
            v[l][k] = try 0.9 * v[l][k] + 0.1 * slope
            s[l][k] = try 0.999 * s[l][k] + 0.001 * slope * slope
            let size = sqrt(s[l][k] / (1 - pow(0.999, Double(t)))) + 1e-8
            let step = try rate * v[l][k] / (1 - pow(0.9, Double(t))) / size
            if k == 0 { try layers[l].W -= step } else { try layers[l].b -= step }
          }
        }
      }
      costs.append(total / Double(X.columns))
    }
    return SoftmaxTraining(parameters: layers, costs: costs)
  }
}
