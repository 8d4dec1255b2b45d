import Coursework
import Syllabus
import Tensors

// What the misconceptions of this week have in common: the right way with one thing changed.

func cut(_ X: Tensor, _ Y: Tensor, _ size: Int) throws -> [MiniBatch] {
  try stride(from: 0, to: X.columns, by: size).map { start in
    let range = start..<min(start + size, X.columns)
    return MiniBatch(X: try X.columns(range), Y: try Y.columns(range))
  }
}

func squared(_ gradients: [LayerGradients]) -> [LayerGradients] {
  gradients.map { LayerGradients(dW: $0.dW.squared(), db: $0.db.squared()) }
}

func blend(
  _ old: [LayerGradients], _ fresh: [LayerGradients], _ keep: Double, _ take: Double
) throws -> [LayerGradients] {
  try zip(old, fresh).map { old, fresh in
    LayerGradients(
      dW: try keep * old.dW + take * fresh.dW, db: try keep * old.db + take * fresh.db)
  }
}

func stepped(
  _ parameters: [LayerParameters], _ velocity: [LayerGradients], _ rate: Double
) throws -> MomentumStep {
  MomentumStep(
    parameters: try updateWithGradientDescent(parameters, velocity, rate), velocity: velocity)
}

/// A step along `directions`, each divided by what `divisor` makes of its square.
func scaled(
  _ parameters: [LayerParameters], _ directions: [LayerGradients], _ squares: [LayerGradients],
  _ rate: Double, _ divisor: (Tensor) -> Tensor
) throws -> RMSpropStep {
  let directions = try zip(directions, squares).map { direction, s in
    LayerGradients(dW: try direction.dW / divisor(s.dW), db: try direction.db / divisor(s.db))
  }
  return RMSpropStep(
    parameters: try updateWithGradientDescent(parameters, directions, rate), squares: squares)
}

/// Adam with corrections of its own, ε elsewhere, or without the square.
func adamMistake(
  _ id: String, epsilonInsideRoot: Bool = false, squaring: Bool = true,
  vFactor: @escaping @Sendable (Double, Int) -> Double = { 1 - pow($0, Double($1)) },
  sFactor: @escaping @Sendable (Double, Int) -> Double = { 1 - pow($0, Double($1)) }
) -> Implementation {
  C2W2.updateWithAdam.mistaken(id) {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    let v = try blend(moments.v, gradients, beta1, 1 - beta1)
    let s = try blend(moments.s, squaring ? squared(gradients) : gradients, beta2, 1 - beta2)
    let corrected = v.map {
      LayerGradients(dW: $0.dW / vFactor(beta1, t), db: $0.db / vFactor(beta1, t))
    }
    let step = try scaled(parameters, corrected, s, rate) { s in
      let s = s / sFactor(beta2, t)
      return epsilonInsideRoot ? sqrt(s + epsilon) : sqrt(s) + epsilon
    }
    return AdamStep(parameters: step.parameters, moments: AdamMoments(v: v, s: s))
  }
}

/// Averages with another rule for mixing in a value, or another start.
func averages(
  _ theta: [Double], _ beta: Double, _ correcting: Bool, from start: Double = 0,
  _ mix: (Double, Double) -> Double
) throws -> [Double] {
  var v = start
  return theta.enumerated().map { index, value in
    v = mix(v, value)
    return correcting ? v / (1 - pow(beta, Double(index + 1))) : v
  }
}

/// Training with one of its rules changed.
func trainingMistake(
  _ id: String, resetting: Bool = false, countingEpochs: Bool = false, wholeSet: Bool = false,
  seedOfEpoch: @escaping @Sendable (UInt32, Int) -> UInt32 = { $0 + UInt32($1) + 1 },
  costOfEpoch: (@Sendable ([Double], [Int]) -> Double)? = nil
) -> Implementation {
  C2W2.trainWithMiniBatches.mistaken(id) { X, Y, parameters, method, rate, size, epochs, seed in
    var layers = parameters
    let zeros = try initializeVelocity(layers)
    var (velocity, squares, moments) = (zeros, zeros, AdamMoments(v: zeros, s: zeros))
    var t = 0
    var costs: [Double] = []
    for epoch in 0..<epochs {
      if resetting {
        (velocity, squares, moments) = (zeros, zeros, AdamMoments(v: zeros, s: zeros))
      }
      var (costsOfBatches, sizes): ([Double], [Int]) = ([], [])
      let size = wholeSet ? X.columns : size
      for batch in try randomMiniBatches(X, Y, size, seedOfEpoch(seed, epoch)) {
        let (cost, gradients) = try propagate(batch, layers)
        costsOfBatches.append(cost)
        sizes.append(batch.X.columns)
        t = countingEpochs ? epoch + 1 : t + 1
        switch method {
        case .gradientDescent:
          layers = try updateWithGradientDescent(layers, gradients, rate)
        case .momentum:
          let step = try updateWithMomentum(layers, gradients, velocity, beta, rate)
          (layers, velocity) = (step.parameters, step.velocity)
        case .rmsProp:
          let step = try updateWithRMSprop(layers, gradients, squares, beta, epsilon, rate)
          (layers, squares) = (step.parameters, step.squares)
        case .adam:
          let step = try updateWithAdam(
            layers, gradients, moments, t, rate, beta1, beta2, epsilon)
          (layers, moments) = (step.parameters, step.moments)
        }
      }
      let total = zip(costsOfBatches, sizes).reduce(0) { $0 + $1.0 * Double($1.1) }
      costs.append(costOfEpoch?(costsOfBatches, sizes) ?? total / Double(X.columns))
    }
    return MiniBatchTraining(parameters: layers, costs: costs)
  }
}
