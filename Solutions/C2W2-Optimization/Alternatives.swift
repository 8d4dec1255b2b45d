import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  firstAlternatives + furtherAlternatives + stepAlternatives
}

@ImplementationList private var firstAlternatives: [Implementation] {
  C2W2.updateWithGradientDescent.alternative("in-a-loop") { parameters, gradients, rate in
    var parameters = parameters
    for l in parameters.indices {
      try parameters[l].W -= rate * gradients[l].dW
      try parameters[l].b -= rate * gradients[l].db
    }
    return parameters
  }
  C2W2.randomMiniBatches.alternative("column-by-column") { X, Y, size, seed in
    var random = RandomState(seed: seed)
    var order = Array(0..<X.columns)
    random.shuffle(&order)
    var batches: [MiniBatch] = []
    while !order.isEmpty {
      let chosen = Array(order.prefix(size))
      order.removeFirst(chosen.count)
      let columns: [Tensor] = try chosen.map { try X.column($0) }
      let labels: [Tensor] = try chosen.map { try Y.column($0) }
      let batch = MiniBatch(
        X: try Tensor.concatenate(columns, axis: 1), Y: try Tensor.concatenate(labels, axis: 1))
      batches.append(batch)
    }
    return batches
  }
  C2W2.initializeVelocity.alternative("times-zero") { parameters in
    parameters.map { LayerGradients(dW: $0.W * 0, db: $0.b * 0) }
  }
  C2W2.updateWithMomentum.alternative("correcting-the-average") {
    parameters, gradients, v, beta, rate in
    // β v + (1 - β) g = g + β (v - g).
    var (parameters, v) = (parameters, v)
    for l in parameters.indices {
      v[l].dW = try gradients[l].dW + beta * (v[l].dW - gradients[l].dW)
      v[l].db = try gradients[l].db + beta * (v[l].db - gradients[l].db)
      try parameters[l].W -= rate * v[l].dW
      try parameters[l].b -= rate * v[l].db
    }
    return MomentumStep(parameters: parameters, velocity: v)
  }
  C2W2.updateWithRMSprop.alternative("element-by-element") {
    parameters, gradients, s, beta, epsilon, rate in
    func step(_ theta: Tensor, _ g: Tensor, _ s: Tensor) throws -> (theta: Tensor, s: Tensor) {
      let average = try s.combine(with: g) { s, g in beta * s + (1 - beta) * g * g }
      let move = try g.combine(with: average) { g, s in rate * g / (s.squareRoot() + epsilon) }
      return (try theta - move, average)
    }
    var (parameters, s) = (parameters, s)
    for l in parameters.indices {
      (parameters[l].W, s[l].dW) = try step(parameters[l].W, gradients[l].dW, s[l].dW)
      (parameters[l].b, s[l].db) = try step(parameters[l].b, gradients[l].db, s[l].db)
    }
    return RMSpropStep(parameters: parameters, squares: s)
  }
  C2W2.initializeAdam.alternative("twice") { parameters in
    func zeros() -> [LayerGradients] {
      parameters.map {
        LayerGradients(dW: .zeros($0.W.rows, $0.W.columns), db: .zeros($0.b.rows, 1))
      }
    }
    return AdamMoments(v: zeros(), s: zeros())
  }
  C2W2.updateWithAdam.alternative("corrections-in-the-rate") {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    // α v̂ / (√ŝ + ε) = α √c₂ / c₁ · v / (√s + ε √c₂), with the corrections c₁ and c₂.
    var (remaining1, remaining2) = (1.0, 1.0)
    for _ in 0..<t {
      remaining1 *= beta1
      remaining2 *= beta2
    }
    let root = (1 - remaining2).squareRoot()
    let scale = rate * root / (1 - remaining1)
    var (parameters, moments) = (parameters, moments)
    for l in parameters.indices {
      let slope = gradients[l]
      moments.v[l].dW = try beta1 * moments.v[l].dW + (1 - beta1) * slope.dW
      moments.v[l].db = try beta1 * moments.v[l].db + (1 - beta1) * slope.db
      moments.s[l].dW = try beta2 * moments.s[l].dW + (1 - beta2) * (slope.dW * slope.dW)
      moments.s[l].db = try beta2 * moments.s[l].db + (1 - beta2) * (slope.db * slope.db)
      let (v, s) = (moments.v[l], moments.s[l])
      try parameters[l].W -= scale * (v.dW / (sqrt(s.dW) + epsilon * root))
      try parameters[l].b -= scale * (v.db / (sqrt(s.db) + epsilon * root))
    }
    return AdamStep(parameters: parameters, moments: moments)
  }
  C2W2.exponentiallyWeightedAverage.alternative("written-out") { theta, beta, correcting in
    // The sum of all weights 1 - β, β (1 - β), … up to t is 1 - βᵗ.
    theta.indices.map { last in
      var (sum, weights, weight) = (0.0, 0.0, 1 - beta)
      for index in (0...last).reversed() {
        sum += weight * theta[index]
        weights += weight
        weight *= beta
      }
      return correcting ? sum / weights : sum
    }
  }
  C2W2.averagingWindow.alternative("power") { beta in pow(1 - beta, -1) }
  C2W2.decayedLearningRate.alternative("product") { start, rate, epoch in
    let slowing: Double = 1 + Double(epoch) * rate
    return start * (1 / slowing)
  }
  C2W2.scheduledLearningRate.alternative("integer-division") { start, rate, epoch, interval in
    let slowing: Double = 1 + Double(epoch / interval) * rate
    return start / slowing
  }
  C2W2.exponentialLearningRate.alternative("in-a-loop") { start, base, epoch in
    (0..<epoch).reduce(start) { rate, _ in rate * base }
  }
  C2W2.rootLearningRate.alternative("power") { start, k, t in
    start * k * pow(Double(t), -0.5)
  }
  C2W2.trainWithMiniBatches.alternative("sum-of-losses") {
    X, Y, start, method, rate, size, epochs, seed in
    var layers = start
    var velocity = try initializeVelocity(start)
    var squares = velocity
    var moments = AdamMoments(v: velocity, s: velocity)
    let batchesPerEpoch = (X.columns + size - 1) / size
    let costs = try (0..<epochs).map { epoch in
      var loss = 0.0
      let batches = try randomMiniBatches(X, Y, size, seed + 1 + UInt32(epoch))
      for (number, batch) in batches.enumerated() {
        let (cost, slope) = try propagate(batch, layers)
        loss += cost * Double(batch.Y.count)
        let t = epoch * batchesPerEpoch + number + 1
        if method == .adam {
          let step = try updateWithAdam(layers, slope, moments, t, rate, beta1, beta2, epsilon)
          layers = step.parameters
          moments = step.moments
        } else if method == .momentum {
          let step = try updateWithMomentum(layers, slope, velocity, beta, rate)
          layers = step.parameters
          velocity = step.velocity
        } else if method == .rmsProp {
          let step = try updateWithRMSprop(layers, slope, squares, beta, epsilon, rate)
          layers = step.parameters
          squares = step.squares
        } else {
          layers = try updateWithGradientDescent(layers, slope, rate)
        }
      }
      return loss / Double(Y.count)
    }
    return MiniBatchTraining(parameters: layers, costs: costs)
  }
}
