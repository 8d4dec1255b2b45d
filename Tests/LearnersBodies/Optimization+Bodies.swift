import Syllabus
import Tensors

@BodyList var optimization: [LearnersBody] {
  C2W2.updateWithGradientDescent.wrong("not-kept", "the new values are thrown away") { p, g, rate in
    p
  }
  C2W2.updateWithGradientDescent.wrong("first-layer-frozen", "the first layer never changes") {
    p, g, rate in
    zip(p, g).enumerated().map { index, pair in
      index == 0
        ? pair.0
        : LayerParameters(
          W: (try? pair.0.W - rate * pair.1.dW) ?? pair.0.W,
          b: (try? pair.0.b - rate * pair.1.db) ?? pair.0.b)
    }
  }
  C2W2.updateWithMomentum.wrong("rate-inside", "v = βv + αdW; W -= v") { p, g, v, beta, rate in
    try momentum(p, g, v, { try beta * $0 + rate * $1 }, 1)
  }
  C2W2.updateWithMomentum.wrong("plus", "W + αv") { p, g, v, beta, rate in
    try momentum(p, g, v, { try beta * $0 + (1 - beta) * $1 }, -rate)
  }
  C2W2.updateWithMomentum.wrong("no-complement", "βv + dW") { p, g, v, beta, rate in
    try momentum(p, g, v, { try beta * $0 + $1 }, rate)
  }
  C2W2.updateWithMomentum.wrong("exchanged", "(1 - β)v + βdW") { p, g, v, beta, rate in
    try momentum(p, g, v, { try (1 - beta) * $0 + beta * $1 }, rate)
  }
  C2W2.updateWithMomentum.wrong("velocity-not-returned", "the old velocity is returned") {
    p, g, v, beta, rate in
    var step = try momentum(p, g, v, { try beta * $0 + (1 - beta) * $1 }, rate)
    step.velocity = v
    return step
  }
  C2W2.updateWithMomentum.wrong("gradient-step", "the step takes dW instead of v") {
    p, g, v, beta, rate in
    var step = try momentum(p, g, v, { try beta * $0 + (1 - beta) * $1 }, rate)
    step.parameters = try momentum(p, g, v, { _, g in g }, rate).parameters
    return step
  }
  C2W2.updateWithAdam.wrong("epsilon-hat", "ε̂: α√(1-β₂ᵗ)/(1-β₁ᵗ) · v/(√s + ε)") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let scale = rate * (1 - pow(beta2, Double(t))).squareRoot() / (1 - pow(beta1, Double(t)))
      return try scale * v / (sqrt(s) + epsilon)
    }
  }
  C2W2.updateWithAdam.wrong("s-with-beta1", "s corrected with β₁") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let c = 1 - pow(beta1, Double(t))
      return try rate * (v / c) / (sqrt(s / c) + epsilon)
    }
  }
  C2W2.updateWithAdam.wrong("parentheses", "v / 1 - β₁ᵗ") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let sFactor = 1 - pow(beta2, Double(t))
      return try rate * (v / 1 - pow(beta1, Double(t))) / (sqrt(s / sFactor) + epsilon)
    }
  }
  C2W2.updateWithAdam.wrong("beta-times-t", "1 - β·t") {
    p, g, moments, t, rate, beta1, beta2, epsilon in
    try adam(p, g, moments, beta1, beta2) { v, s in
      let vFactor: Double = 1 - beta1 * Double(t)
      let sFactor: Double = 1 - pow(beta2, Double(t))
      return try rate * (v / vFactor) / (sqrt(s / sFactor) + epsilon)
    }
  }
  C2W2.exponentiallyWeightedAverage.wrong("start-at-first", "v starts at θ₁") {
    theta, beta, corrected in
    var v = theta.first ?? 0
    return theta.enumerated().map { index, value in
      if index > 0 { v = beta * v + (1 - beta) * value }
      return corrected ? v / (1 - pow(beta, Double(index + 1))) : v
    }
  }
  C2W2.exponentiallyWeightedAverage.wrong("zero-kept", "v₀ = 0 stands first in the list") {
    theta, beta, corrected in
    var v = 0.0
    return [0]
      + theta.enumerated().map { index, value in
        v = beta * v + (1 - beta) * value
        return corrected ? v / (1 - pow(beta, Double(index + 1))) : v
      }
  }
  C2W2.averagingWindow.wrong("parentheses", "1 / 1 - β") { beta in
    let one: Double = 1
    return one / 1 - beta
  }
  C2W2.decayedLearningRate.wrong("parentheses", "α₀ / 1 + rate · epoch") { rate, decay, epoch in
    let e = Double(epoch)
    return rate / 1 + decay * e
  }
  C2W2.decayedLearningRate.wrong("times", "α₀ · (1 - rate · epoch)") { rate, decay, epoch in
    let e = Double(epoch)
    return rate * (1 - decay * e)
  }
  C2W2.decayedLearningRate.wrong("epoch-plus-one", "epochs counted from 1") { rate, decay, epoch in
    let e = Double(epoch + 1)
    return rate / (1 + decay * e)
  }
  C2W2.scheduledLearningRate.wrong("floor-of-product", "floor of the whole product") {
    rate, decay, epoch, interval in
    let decayed: Double = decay * Double(epoch) / Double(interval)
    return rate / (1 + floor(decayed))
  }
  C2W2.scheduledLearningRate.wrong("floor-of-all", "floor of the denominator") {
    rate, decay, epoch, interval in
    let denominator: Double = 1 + decay * Double(epoch) / Double(interval)
    return rate / floor(denominator)
  }
  C2W2.scheduledLearningRate.right("integer-division", "epoch / interval of Ints is the floor") {
    rate, decay, epoch, interval in
    let e = Double(epoch / interval)
    return rate / (1 + decay * e)
  }
  C2W2.exponentialLearningRate.wrong("exchanged", "epoch^base") { rate, base, epoch in
    let power: Double = pow(Double(epoch), base)
    return power * rate
  }
  C2W2.rootLearningRate.wrong("k-in-root", "√(k/t)") { rate, k, t in
    let root: Double = (k / Double(t)).squareRoot()
    return root * rate
  }
  C2W2.rootLearningRate.wrong("integer-division", "1 / t with an Int t") { rate, k, t in
    let root: Double = Double(1 / t).squareRoot()
    return k * root * rate
  }
  C2W2.randomMiniBatches.wrong("last-dropped", "the last, smaller batch is left out") {
    X, Y, size, seed in
    var random = RandomState(seed: seed)
    let order = random.permutation(X.columns)
    return try (0..<X.columns / size).map { k in
      let range = Array(order[k * size..<(k + 1) * size])
      return MiniBatch(X: try X.columns(at: range), Y: try Y.columns(at: range))
    }
  }
  C2W2.randomMiniBatches.wrong("sorted", "the first columns, not shuffled") { X, Y, size, seed in
    try stride(from: 0, to: X.columns, by: size).map { start in
      let range = start..<min(start + size, X.columns)
      return MiniBatch(X: try X.columns(range), Y: try Y.columns(range))
    }
  }
}

private func momentum(
  _ p: [LayerParameters], _ g: [LayerGradients], _ v: [LayerGradients],
  _ average: (Tensor, Tensor) throws -> Tensor, _ rate: Double
) throws -> MomentumStep {
  let velocity = try zip(v, g).map {
    LayerGradients(dW: try average($0.dW, $1.dW), db: try average($0.db, $1.db))
  }
  return MomentumStep(
    parameters: try zip(p, velocity).map {
      LayerParameters(W: try $0.W - rate * $1.dW, b: try $0.b - rate * $1.db)
    }, velocity: velocity)
}

private func adam(
  _ p: [LayerParameters], _ g: [LayerGradients], _ moments: AdamMoments, _ beta1: Double,
  _ beta2: Double, _ step: (Tensor, Tensor) throws -> Tensor
) throws -> AdamStep {
  let v = try zip(moments.v, g).map {
    LayerGradients(
      dW: try beta1 * $0.dW + (1 - beta1) * $1.dW, db: try beta1 * $0.db + (1 - beta1) * $1.db)
  }
  let s = try zip(moments.s, g).map {
    LayerGradients(
      dW: try beta2 * $0.dW + (1 - beta2) * $1.dW.squared(),
      db: try beta2 * $0.db + (1 - beta2) * $1.db.squared())
  }
  let parameters = try zip(p, zip(v, s)).map { layer, pair in
    LayerParameters(
      W: try layer.W - step(pair.0.dW, pair.1.dW), b: try layer.b - step(pair.0.db, pair.1.db))
  }
  return AdamStep(parameters: parameters, moments: AdamMoments(v: v, s: s))
}
