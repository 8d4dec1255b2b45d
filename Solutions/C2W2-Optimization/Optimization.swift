import Syllabus
import Tensors

// MARK: Gradient descent and mini-batches

/// One step of gradient descent for every layer.
///
///     W[l] := W[l] - α dW[l],  b[l] := b[l] - α db[l]
///
/// - Parameters:
///   - parameters: one entry a layer, W of shape (n[l], n[l-1]) and b of shape (n[l], 1).
///   - gradients: dW and db of the same shapes.
///   - learningRate: α.
/// - Returns: the parameters after the step.
///
/// ```swift
/// let layer = LayerParameters(W: Tensor([[1, 2]]), b: Tensor([[3]]))
/// let slope = LayerGradients(dW: Tensor([[10, 0]]), db: Tensor([[-10]]))
/// print(try updateWithGradientDescent([layer], [slope], 0.1)[0].W)  // [[0. 2.]]
/// ```
public func updateWithGradientDescent(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ learningRate: Double
) throws -> [LayerParameters] {
  // BEGIN SOLUTION
  return try zip(parameters, gradients).map { layer, slope in
    LayerParameters(
      W: try layer.W - learningRate * slope.dW, b: try layer.b - learningRate * slope.db)
  }
  // END SOLUTION
}

/// The examples in a random order, cut into batches.
///
/// The order is `permutation(m)` of a `RandomState` with the seed: column j of the shuffled X is
/// column `order[j]` of X, and the labels follow. The last batch holds what is left.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - batchSize: how many examples a batch holds, at least 1.
///   - seed: the seed of the order.
/// - Returns: ⌈m / batchSize⌉ batches.
///
/// ```swift
/// let X = Tensor([[0, 10, 20, 30, 40]])
/// let Y = Tensor([[0, 1, 2, 3, 4]])
/// for batch in try randomMiniBatches(X, Y, 2, 0) { print(batch.X, batch.Y) }
/// // [[20.  0.]] [[2. 0.]]
/// // [[10. 30.]] [[1. 3.]]
/// // [[40.]] [[4.]]
/// ```
public func randomMiniBatches(
  _ X: Tensor, _ Y: Tensor, _ batchSize: Int, _ seed: UInt32
) throws -> [MiniBatch] {
  // BEGIN SOLUTION
  var random = RandomState(seed: seed)
  let m = X.columns
  let order = random.permutation(m)
  let (shuffledX, shuffledY) = (try X.columns(at: order), try Y.columns(at: order))
  return try stride(from: 0, to: m, by: batchSize).map { start in
    let range = start..<min(start + batchSize, m)
    return MiniBatch(X: try shuffledX.columns(range), Y: try shuffledY.columns(range))
  }
  // END SOLUTION
}

// MARK: Momentum

/// A velocity of zero for every parameter.
///
/// - Parameter parameters: one entry a layer.
/// - Returns: zeros, dW of the shape of W and db of the shape of b.
public func initializeVelocity(_ parameters: [LayerParameters]) throws -> [LayerGradients] {
  // BEGIN SOLUTION
  return parameters.map { layer in
    LayerGradients(dW: .zeros(shape: layer.W.shape), db: .zeros(shape: layer.b.shape))
  }
  // END SOLUTION
}

/// One step of gradient descent with momentum.
///
///     v := β v + (1 - β) dW,  W := W - α v      (and the same for b)
///
/// - Parameters:
///   - parameters: one entry a layer.
///   - gradients: of the same shapes.
///   - velocity: the average of the gradients so far, of the same shapes.
///   - beta: β, how much of the old average stays, usually 0.9.
///   - learningRate: α.
/// - Returns: the parameters after the step, and the velocity that made it.
///
/// ```swift
/// let layer = LayerParameters(W: Tensor([[1]]), b: Tensor([[0]]))
/// let slope = LayerGradients(dW: Tensor([[2]]), db: Tensor([[0]]))
/// let step = try updateWithMomentum([layer], [slope], try initializeVelocity([layer]), 0.9, 0.5)
/// print(step.velocity[0].dW, step.parameters[0].W)  // [[0.2]] [[0.9]]
/// ```
public func updateWithMomentum(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ velocity: [LayerGradients],
  _ beta: Double, _ learningRate: Double
) throws -> MomentumStep {
  // BEGIN SOLUTION
  let velocity = try zip(velocity, gradients).map { v, slope in
    LayerGradients(
      dW: try beta * v.dW + (1 - beta) * slope.dW, db: try beta * v.db + (1 - beta) * slope.db)
  }
  return MomentumStep(
    parameters: try updateWithGradientDescent(parameters, velocity, learningRate),
    velocity: velocity)
  // END SOLUTION
}

// MARK: RMSprop and Adam

/// One step of RMSprop: every gradient is divided by its own usual size.
///
///     s := β s + (1 - β) dW²,  W := W - α dW / (√s + ε)      (and the same for b)
///
/// - Parameters:
///   - parameters: one entry a layer.
///   - gradients: of the same shapes.
///   - squares: the average s of the squared gradients so far, of the same shapes.
///   - beta: β, how much of the old average stays.
///   - epsilon: ε, keeps the divisor away from 0; it stands outside the root.
///   - learningRate: α.
/// - Returns: the parameters after the step, and s with this step's gradients.
public func updateWithRMSprop(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ squares: [LayerGradients],
  _ beta: Double, _ epsilon: Double, _ learningRate: Double
) throws -> RMSpropStep {
  // BEGIN SOLUTION
  let squares = try zip(squares, gradients).map { s, slope in
    LayerGradients(
      dW: try beta * s.dW + (1 - beta) * slope.dW.squared(),
      db: try beta * s.db + (1 - beta) * slope.db.squared())
  }
  let directions = try zip(gradients, squares).map { slope, s in
    LayerGradients(
      dW: try slope.dW / (sqrt(s.dW) + epsilon), db: try slope.db / (sqrt(s.db) + epsilon))
  }
  return RMSpropStep(
    parameters: try updateWithGradientDescent(parameters, directions, learningRate),
    squares: squares)
  // END SOLUTION
}

/// Adam's two averages before the first step: zeros.
///
/// - Parameter parameters: one entry a layer.
/// - Returns: v and s, each with an entry a layer, dW of the shape of W and db of the shape of b.
public func initializeAdam(_ parameters: [LayerParameters]) throws -> AdamMoments {
  // BEGIN SOLUTION
  let zeros = try initializeVelocity(parameters)
  return AdamMoments(v: zeros, s: zeros)
  // END SOLUTION
}

/// One step of Adam: momentum's direction over RMSprop's size, both corrected for their start at 0.
///
///     v := β₁ v + (1 - β₁) dW          v̂ = v / (1 - β₁ᵗ)
///     s := β₂ s + (1 - β₂) dW²         ŝ = s / (1 - β₂ᵗ)
///     W := W - α v̂ / (√ŝ + ε)          (and the same for b)
///
/// - Parameters:
///   - parameters: one entry a layer.
///   - gradients: of the same shapes.
///   - moments: v and s before the step, not corrected.
///   - t: the number of this step; the first is 1.
///   - learningRate: α.
///   - beta1: β₁, usually 0.9.
///   - beta2: β₂, usually 0.999.
///   - epsilon: ε, usually 1e-8; it stands outside the root.
/// - Returns: the parameters after the step, and v and s, not corrected.
public func updateWithAdam(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ moments: AdamMoments,
  _ t: Int, _ learningRate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
) throws -> AdamStep {
  // BEGIN SOLUTION
  let v = try zip(moments.v, gradients).map { v, slope in
    LayerGradients(
      dW: try beta1 * v.dW + (1 - beta1) * slope.dW,
      db: try beta1 * v.db + (1 - beta1) * slope.db)
  }
  let s = try zip(moments.s, gradients).map { s, slope in
    LayerGradients(
      dW: try beta2 * s.dW + (1 - beta2) * slope.dW.squared(),
      db: try beta2 * s.db + (1 - beta2) * slope.db.squared())
  }
  let (vFactor, sFactor) = (1 - pow(beta1, Double(t)), 1 - pow(beta2, Double(t)))
  let directions = try zip(v, s).map { v, s in
    LayerGradients(
      dW: try v.dW / vFactor / (sqrt(s.dW / sFactor) + epsilon),
      db: try v.db / vFactor / (sqrt(s.db / sFactor) + epsilon))
  }
  return AdamStep(
    parameters: try updateWithGradientDescent(parameters, directions, learningRate),
    moments: AdamMoments(v: v, s: s))
  // END SOLUTION
}

// MARK: Exponentially weighted averages

/// The exponentially weighted average after every value.
///
///     v[0] = 0,  v[t] = β v[t-1] + (1 - β) θ[t];   corrected: v[t] / (1 - βᵗ),  t = 1, 2, …
///
/// - Parameters:
///   - theta: the values θ[1], θ[2], …
///   - beta: β, at least 0 and less than 1.
///   - correctingBias: whether each average is divided by 1 - βᵗ.
/// - Returns: one average a value.
///
/// ```swift
/// print(try exponentiallyWeightedAverage([4, 9], 0.98, false))  // about [0.08, 0.2584]
/// print(try exponentiallyWeightedAverage([4, 9], 0.98, true))  // about [4.0, 6.5253]
/// ```
public func exponentiallyWeightedAverage(
  _ theta: [Double], _ beta: Double, _ correctingBias: Bool
) throws -> [Double] {
  // BEGIN SOLUTION
  var v = 0.0
  return theta.enumerated().map { index, value in
    v = beta * v + (1 - beta) * value
    return correctingBias ? v / (1 - pow(beta, Double(index + 1))) : v
  }
  // END SOLUTION
}

/// About how many of the last values an exponentially weighted average remembers.
///
///     1 / (1 - β)
///
/// After so many steps a value weighs about 1/e ≈ 0.37 of what it did at first.
///
/// ```swift
/// print(try averagingWindow(0.9))  // about 10
/// ```
public func averagingWindow(_ beta: Double) throws -> Double {
  // BEGIN SOLUTION
  return 1 / (1 - beta)
  // END SOLUTION
}

// MARK: Learning rates that fall

/// A learning rate that falls with every epoch.
///
///     α = α₀ / (1 + decayRate · epoch)
///
/// ```swift
/// print(try decayedLearningRate(0.2, 1, 3))  // 0.05
/// ```
public func decayedLearningRate(
  _ initialRate: Double, _ decayRate: Double, _ epoch: Int
) throws -> Double {
  // BEGIN SOLUTION
  return initialRate / (1 + decayRate * Double(epoch))
  // END SOLUTION
}

/// A learning rate that stays for `interval` epochs and then falls.
///
///     α = α₀ / (1 + decayRate · ⌊epoch / interval⌋)
///
/// ```swift
/// print(try scheduledLearningRate(0.5, 1, 1999, 1000))  // 0.25
/// ```
public func scheduledLearningRate(
  _ initialRate: Double, _ decayRate: Double, _ epoch: Int, _ interval: Int
) throws -> Double {
  // BEGIN SOLUTION
  return initialRate / (1 + decayRate * floor(Double(epoch) / Double(interval)))
  // END SOLUTION
}

/// A learning rate that loses the same share every epoch.
///
///     α = base^epoch · α₀,  for example base = 0.95
///
/// ```swift
/// print(try exponentialLearningRate(0.2, 0.5, 2))  // 0.05
/// ```
public func exponentialLearningRate(
  _ initialRate: Double, _ base: Double, _ epoch: Int
) throws -> Double {
  // BEGIN SOLUTION
  return pow(base, Double(epoch)) * initialRate
  // END SOLUTION
}

/// A learning rate that falls with the root of time.
///
///     α = k / √t · α₀
///
/// - Parameters:
///   - initialRate: α₀.
///   - k: a constant, often 1.
///   - t: the number of the epoch or of the mini-batch; the first is 1.
///
/// ```swift
/// print(try rootLearningRate(0.2, 1, 4))  // 0.1
/// ```
public func rootLearningRate(_ initialRate: Double, _ k: Double, _ t: Int) throws -> Double {
  // BEGIN SOLUTION
  return k / sqrt(Double(t)) * initialRate
  // END SOLUTION
}

// MARK: Training

/// How much of momentum's and RMSprop's averages stays at every step.
let beta = 0.9
/// Adam's β₁.
let beta1 = 0.9
/// Adam's β₂.
let beta2 = 0.999
/// What keeps divisors away from 0.
let epsilon = 1e-8

/// The cost and the gradients of the three-layer network on one mini-batch.
func propagate(
  _ batch: MiniBatch, _ layers: [LayerParameters]
) throws -> (cost: Double, gradients: [LayerGradients]) {
  let parameters = try ThreeLayerParameters(layers: layers)
  let cache = try ThreeLayerNetwork.forward(batch.X, parameters)
  let gradients = try ThreeLayerNetwork.backward(batch.X, batch.Y, cache, parameters)
  return (try ThreeLayerNetwork.cost(cache.A3, batch.Y), gradients.layers)
}

/// Trains the three-layer network with mini-batches.
///
/// Epoch e = 0, 1, … shuffles with seed + e + 1. Every mini-batch makes one step with `propagate`
/// and the function of the method; averages start at zero once, and Adam's t counts all steps from
/// 1. The constants above hold β, β₁, β₂ and ε.
///
/// - Parameters:
///   - X: examples as columns, shape (2, m).
///   - Y: labels, shape (1, m).
///   - parameters: the three layers to start from.
///   - method: what makes the step.
///   - learningRate: α.
///   - batchSize: how many examples a mini-batch holds.
///   - epochs: how often all examples are used.
///   - seed: seed + 1 shuffles the first epoch.
/// - Returns: the trained layers, and for every epoch the mean loss over its m examples.
public func trainWithMiniBatches(
  _ X: Tensor, _ Y: Tensor, _ parameters: [LayerParameters], _ method: OptimizationMethod,
  _ learningRate: Double, _ batchSize: Int, _ epochs: Int, _ seed: UInt32
) throws -> MiniBatchTraining {
  // BEGIN SOLUTION
  var layers = parameters
  var velocity = try initializeVelocity(layers)
  var squares = try initializeVelocity(layers)
  var moments = try initializeAdam(layers)
  var t = 0
  var costs: [Double] = []
  for epoch in 0..<epochs {
    var total = 0.0
    for batch in try randomMiniBatches(X, Y, batchSize, seed + UInt32(epoch) + 1) {
      let (cost, gradients) = try propagate(batch, layers)
      total += cost * Double(batch.X.columns)
      t += 1
      switch method {
      case .gradientDescent:
        layers = try updateWithGradientDescent(layers, gradients, learningRate)
      case .momentum:
        let step = try updateWithMomentum(layers, gradients, velocity, beta, learningRate)
        (layers, velocity) = (step.parameters, step.velocity)
      case .rmsProp:
        let step = try updateWithRMSprop(layers, gradients, squares, beta, epsilon, learningRate)
        (layers, squares) = (step.parameters, step.squares)
      case .adam:
        let step = try updateWithAdam(
          layers, gradients, moments, t, learningRate, beta1, beta2, epsilon)
        (layers, moments) = (step.parameters, step.moments)
      }
    }
    costs.append(total / Double(X.columns))
  }
  return MiniBatchTraining(parameters: layers, costs: costs)
  // END SOLUTION
}
