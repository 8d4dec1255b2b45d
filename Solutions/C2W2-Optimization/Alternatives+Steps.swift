import Coursework
import Syllabus
import Tensors

@ImplementationList var stepAlternatives: [Implementation] {
  C2W2.randomMiniBatches.alternative("rows-of-the-transposes") { X, Y, size, seed in
    var random = RandomState(seed: seed)
    let order = random.permutation(X.columns)
    let (examples, labels) = (try X.T.rows(at: order), try Y.T.rows(at: order))
    return try stride(from: 0, to: order.count, by: size).map { first in
      let range = first..<Swift.min(order.count, first + size)
      return MiniBatch(X: try examples.rows(range).T, Y: try labels.rows(range).T)
    }
  }
  C2W2.updateWithMomentum.alternative("element-by-element") {
    parameters, gradients, velocity, beta, rate in
    let moved = try zip(velocity, gradients).map { v, slope in
      LayerGradients(
        dW: try v.dW.combine(with: slope.dW) { beta * $0 + (1 - beta) * $1 },
        db: try v.db.combine(with: slope.db) { beta * $0 + (1 - beta) * $1 })
    }
    let end = try zip(parameters, moved).map { layer, v in
      LayerParameters(W: try layer.W - rate * v.dW, b: try layer.b - rate * v.db)
    }
    return MomentumStep(parameters: end, velocity: moved)
  }
  C2W2.updateWithRMSprop.alternative("in-a-loop") { parameters, gradients, s, beta, epsilon, rate in
    var (parameters, s) = (parameters, s)
    for l in parameters.indices {
      let (dW, db) = (gradients[l].dW, gradients[l].db)
      s[l].dW = try beta * s[l].dW + (1 - beta) * (dW * dW)
      s[l].db = try beta * s[l].db + (1 - beta) * (db * db)
      try parameters[l].W -= rate * dW / (sqrt(s[l].dW) + epsilon)
      try parameters[l].b -= rate * db / (sqrt(s[l].db) + epsilon)
    }
    return RMSpropStep(parameters: parameters, squares: s)
  }
  C2W2.updateWithRMSprop.alternative("correcting-the-average") {
    parameters, gradients, squares, beta, epsilon, rate in
    func moved(_ s: Tensor, _ g: Tensor) throws -> Tensor {
      let square = g.squared()
      return try square + beta * (s - square)
    }
    func step(_ theta: Tensor, _ g: Tensor, _ s: Tensor) throws -> Tensor {
      try theta - g * (rate / (pow(s, 0.5) + epsilon))
    }
    let s = try zip(squares, gradients).map { s, g in
      LayerGradients(dW: try moved(s.dW, g.dW), db: try moved(s.db, g.db))
    }
    let end = try parameters.indices.map { l in
      LayerParameters(
        W: try step(parameters[l].W, gradients[l].dW, s[l].dW),
        b: try step(parameters[l].b, gradients[l].db, s[l].db))
    }
    return RMSpropStep(parameters: end, squares: s)
  }
  C2W2.updateWithAdam.alternative("hats-apart") {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    var (parameters, v, s) = (parameters, moments.v, moments.s)
    for l in parameters.indices {
      let slope = gradients[l]
      v[l].dW = try v[l].dW * beta1 + slope.dW * (1 - beta1)
      v[l].db = try v[l].db * beta1 + slope.db * (1 - beta1)
      s[l].dW = try s[l].dW * beta2 + slope.dW.squared() * (1 - beta2)
      s[l].db = try s[l].db * beta2 + slope.db.squared() * (1 - beta2)
      let (first, second) = (1 - pow(beta1, Double(t)), 1 - pow(beta2, Double(t)))
      let (vW, sW) = (v[l].dW / first, s[l].dW / second)
      let (vb, sb) = (v[l].db / first, s[l].db / second)
      parameters[l].W = try parameters[l].W - rate * (vW / (sqrt(sW) + epsilon))
      parameters[l].b = try parameters[l].b - rate * (vb / (sqrt(sb) + epsilon))
    }
    return AdamStep(parameters: parameters, moments: AdamMoments(v: v, s: s))
  }
  C2W2.updateWithAdam.alternative("element-by-element") {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    let (first, second) = (1 - pow(beta1, Double(t)), 1 - pow(beta2, Double(t)))
    func move(
      _ theta: Tensor, _ g: Tensor, _ v: Tensor, _ s: Tensor
    ) throws -> (theta: Tensor, v: Tensor, s: Tensor) {
      let v = try v.combine(with: g) { beta1 * $0 + (1 - beta1) * $1 }
      let s = try s.combine(with: g) { beta2 * $0 + (1 - beta2) * $1 * $1 }
      let step = try v.combine(with: s) { v, s in
        rate * (v / first) / ((s / second).squareRoot() + epsilon)
      }
      return (try theta - step, v, s)
    }
    var (end, v, s) = (parameters, moments.v, moments.s)
    for l in parameters.indices {
      let W = try move(parameters[l].W, gradients[l].dW, v[l].dW, s[l].dW)
      let b = try move(parameters[l].b, gradients[l].db, v[l].db, s[l].db)
      (end[l].W, v[l].dW, s[l].dW) = W
      (end[l].b, v[l].db, s[l].db) = b
    }
    return AdamStep(parameters: end, moments: AdamMoments(v: v, s: s))
  }
  C2W2.exponentiallyWeightedAverage.alternative("corrected-last") { theta, beta, isCorrecting in
    var averages: [Double] = []
    for value in theta { averages.append(beta * (averages.last ?? 0) + (1 - beta) * value) }
    guard isCorrecting else { return averages }
    return averages.enumerated().map { index, v in v / (1 - pow(beta, Double(index + 1))) }
  }
  C2W2.trainWithMiniBatches.alternative("step-as-a-function") {
    X, Y, start, method, rate, size, epochs, seed in
    var (layers, t) = (start, 0)
    var (velocity, squares) = (try initializeVelocity(start), try initializeVelocity(start))
    var moments = try initializeAdam(start)
    func descend(_ slope: [LayerGradients]) throws {
      t += 1
      switch method {
      case .gradientDescent: layers = try updateWithGradientDescent(layers, slope, rate)
      case .momentum:
        let step = try updateWithMomentum(layers, slope, velocity, beta, rate)
        (layers, velocity) = (step.parameters, step.velocity)
      case .rmsProp:
        let step = try updateWithRMSprop(layers, slope, squares, beta, epsilon, rate)
        (layers, squares) = (step.parameters, step.squares)
      case .adam:
        let step = try updateWithAdam(layers, slope, moments, t, rate, beta1, beta2, epsilon)
        (layers, moments) = (step.parameters, step.moments)
      }
    }
    var costs: [Double] = []
    for epoch in 1...max(1, epochs) where epoch <= epochs {
      var losses: [Double] = []
      for batch in try randomMiniBatches(X, Y, size, seed + UInt32(epoch)) {
        let (cost, slope) = try propagate(batch, layers)
        losses.append(cost * Double(batch.X.columns))
        try descend(slope)
      }
      costs.append(losses.reduce(0, +) / Double(X.columns))
    }
    return MiniBatchTraining(parameters: layers, costs: costs)
  }
  C2W2.trainWithMiniBatches.alternative("weighted-mean") {
    X, Y, start, method, rate, size, epochs, seed in
    var layers = start
    var velocity = try initializeVelocity(start)
    var squares = velocity
    var moments = AdamMoments(v: velocity, s: velocity)
    var (t, costs) = (1, [Double]())
    for epoch in 0..<epochs {
      var mean = 0.0
      for batch in try randomMiniBatches(X, Y, size, seed + UInt32(epoch + 1)) {
        let (cost, slope) = try propagate(batch, layers)
        mean += cost * (Double(batch.Y.columns) / Double(Y.columns))
        switch method {
        case .gradientDescent: layers = try updateWithGradientDescent(layers, slope, rate)
        case .momentum:
          let step = try updateWithMomentum(layers, slope, velocity, beta, rate)
          layers = step.parameters
          velocity = step.velocity
        case .rmsProp:
          let step = try updateWithRMSprop(layers, slope, squares, beta, epsilon, rate)
          layers = step.parameters
          squares = step.squares
        case .adam:
          let step = try updateWithAdam(layers, slope, moments, t, rate, beta1, beta2, epsilon)
          layers = step.parameters
          moments = step.moments
        }
        t += 1
      }
      costs.append(mean)
    }
    return MiniBatchTraining(parameters: layers, costs: costs)
  }
}
