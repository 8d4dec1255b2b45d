import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] { batches + momentum + adam + schedules + training }

@ImplementationList private var batches: [Implementation] {
  C2W2.updateWithGradientDescent.mistaken("uphill") { parameters, gradients, rate in
    try updateWithGradientDescent(parameters, gradients, -rate)
  }
  C2W2.updateWithGradientDescent.mistaken("biases-not-updated") { parameters, gradients, rate in
    try zip(parameters, gradients).map { layer, slope in
      LayerParameters(W: try layer.W - rate * slope.dW, b: layer.b)
    }
  }
  C2W2.updateWithGradientDescent.mistaken("learning-rate-ignored") { parameters, gradients, _ in
    try updateWithGradientDescent(parameters, gradients, 1)
  }
  C2W2.updateWithGradientDescent.mistaken("last-layer-skipped") { parameters, gradients, rate in
    try updateWithGradientDescent(parameters.dropLast(), gradients, rate) + parameters.suffix(1)
  }

  C2W2.randomMiniBatches.mistaken("not-shuffled") { X, Y, size, _ in try cut(X, Y, size) }
  C2W2.randomMiniBatches.mistaken("labels-left-behind") { X, Y, size, seed in
    var random = RandomState(seed: seed)
    return try cut(X.columns(at: random.permutation(X.columns)), Y, size)
  }
  C2W2.randomMiniBatches.mistaken("shuffled-apart") { X, Y, size, seed in
    var random = RandomState(seed: seed)
    let shuffledX = try X.columns(at: random.permutation(X.columns))
    return try cut(shuffledX, Y.columns(at: random.permutation(X.columns)), size)
  }
  C2W2.randomMiniBatches.mistaken("small-batch-dropped") { X, Y, size, seed in
    try randomMiniBatches(X, Y, size, seed).filter { $0.X.columns == size }
  }
  C2W2.randomMiniBatches.mistaken("empty-last-batch") { X, Y, size, seed in
    let batches = try randomMiniBatches(X, Y, size, seed)
    guard X.columns.isMultiple(of: size) else { return batches }
    return batches + [MiniBatch(X: try X.columns(0..<0), Y: try Y.columns(0..<0))]
  }
  C2W2.randomMiniBatches.mistaken("seed-ignored") { X, Y, size, _ in
    try randomMiniBatches(X, Y, size, 0)
  }
}

@ImplementationList private var momentum: [Implementation] {
  C2W2.initializeVelocity.mistaken("copies-parameters") { parameters in
    parameters.map { LayerGradients(dW: $0.W, db: $0.b) }
  }
  C2W2.initializeVelocity.mistaken("ones") { parameters in
    parameters.map {
      LayerGradients(dW: .ones(shape: $0.W.shape), db: .ones(shape: $0.b.shape))
    }
  }
  C2W2.initializeVelocity.mistaken("shape-of-input") { parameters in
    try initializeVelocity(parameters).map { LayerGradients(dW: $0.dW.T, db: $0.db) }
  }
  C2W2.initializeVelocity.mistaken("last-layer-skipped") { parameters in
    try initializeVelocity(parameters.dropLast())
  }

  C2W2.updateWithMomentum.mistaken("factor-forgotten") { parameters, gradients, v, beta, rate in
    let velocity = try blend(v, gradients, beta, 1)
    return try stepped(parameters, velocity, rate)
  }
  C2W2.updateWithMomentum.mistaken("factors-swapped") { parameters, gradients, v, beta, rate in
    try updateWithMomentum(parameters, gradients, v, 1 - beta, rate)
  }
  C2W2.updateWithMomentum.mistaken("old-velocity-used") { parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    step.parameters = try updateWithGradientDescent(parameters, v, rate)
    return step
  }
  C2W2.updateWithMomentum.mistaken("gradient-used") { parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    step.parameters = try updateWithGradientDescent(parameters, gradients, rate)
    return step
  }
  C2W2.updateWithMomentum.mistaken("velocity-not-kept") { parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    step.velocity = v
    return step
  }
  C2W2.updateWithMomentum.mistaken("biases-without-momentum") {
    parameters, gradients, v, beta, rate in
    var step = try updateWithMomentum(parameters, gradients, v, beta, rate)
    let plain = try updateWithGradientDescent(parameters, gradients, rate)
    step.parameters = zip(step.parameters, plain).map { LayerParameters(W: $0.W, b: $1.b) }
    return step
  }
}

@ImplementationList private var adam: [Implementation] {
  C2W2.updateWithRMSprop.mistaken("gradient-not-squared") {
    parameters, gradients, s, beta, epsilon, rate in
    let squares = try blend(s, gradients, beta, 1 - beta)
    return try scaled(parameters, gradients, squares, rate) { sqrt($0) + epsilon }
  }
  C2W2.updateWithRMSprop.mistaken("root-forgotten") {
    parameters, gradients, s, beta, epsilon, rate in
    let squares = try blend(s, squared(gradients), beta, 1 - beta)
    return try scaled(parameters, gradients, squares, rate) { $0 + epsilon }
  }
  C2W2.updateWithRMSprop.mistaken("epsilon-inside-root") {
    parameters, gradients, s, beta, epsilon, rate in
    let squares = try blend(s, squared(gradients), beta, 1 - beta)
    return try scaled(parameters, gradients, squares, rate) { sqrt($0 + epsilon) }
  }
  C2W2.updateWithRMSprop.mistaken("factors-swapped") {
    parameters, gradients, s, beta, epsilon, rate in
    try updateWithRMSprop(parameters, gradients, s, 1 - beta, epsilon, rate)
  }
  C2W2.updateWithRMSprop.mistaken("old-average-used") {
    parameters, gradients, s, beta, epsilon, rate in
    var step = try updateWithRMSprop(parameters, gradients, s, beta, epsilon, rate)
    step.parameters =
      try scaled(parameters, gradients, s, rate) { sqrt($0) + epsilon }.parameters
    return step
  }

  C2W2.initializeAdam.mistaken("ones-in-s") { parameters in
    let ones = parameters.map {
      LayerGradients(dW: .ones(shape: $0.W.shape), db: .ones(shape: $0.b.shape))
    }
    return AdamMoments(v: try initializeVelocity(parameters), s: ones)
  }
  C2W2.initializeAdam.mistaken("copies-parameters") { parameters in
    AdamMoments(
      v: parameters.map { LayerGradients(dW: $0.W, db: $0.b) },
      s: try initializeVelocity(parameters))
  }
  C2W2.initializeAdam.mistaken("s-empty") { parameters in
    AdamMoments(v: try initializeVelocity(parameters), s: [])
  }

  adamMistake("epsilon-inside-root", epsilonInsideRoot: true)
  adamMistake("no-bias-correction", vFactor: { _, _ in 1 }, sFactor: { _, _ in 1 })
  adamMistake(
    "t-from-zero", vFactor: { 1 - pow($0, Double($1 - 1)) },
    sFactor: { 1 - pow($0, Double($1 - 1)) })
  adamMistake(
    "power-forgotten", vFactor: { beta, _ in 1 - beta }, sFactor: { beta, _ in 1 - beta })
  adamMistake("s-not-corrected", sFactor: { _, _ in 1 })
  C2W2.updateWithAdam.mistaken("corrected-moments-kept") {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    var step = try updateWithAdam(
      parameters, gradients, moments, t, rate, beta1, beta2, epsilon)
    let (v, s) = (1 - pow(beta1, Double(t)), 1 - pow(beta2, Double(t)))
    step.moments.v = step.moments.v.map { LayerGradients(dW: $0.dW / v, db: $0.db / v) }
    step.moments.s = step.moments.s.map { LayerGradients(dW: $0.dW / s, db: $0.db / s) }
    return step
  }
  adamMistake("gradient-not-squared", squaring: false)
  C2W2.updateWithAdam.mistaken("betas-swapped") {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    try updateWithAdam(parameters, gradients, moments, t, rate, beta2, beta1, epsilon)
  }
  C2W2.updateWithAdam.mistaken("gradient-instead-of-v") {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    var step = try updateWithAdam(
      parameters, gradients, moments, t, rate, beta1, beta2, epsilon)
    let sFactor = 1 - pow(beta2, Double(t))
    step.parameters =
      try scaled(parameters, gradients, step.moments.s, rate) { sqrt($0 / sFactor) + epsilon }
      .parameters
    return step
  }
}

@ImplementationList private var schedules: [Implementation] {
  C2W2.exponentiallyWeightedAverage.mistaken("factor-forgotten") { theta, beta, correcting in
    try averages(theta, beta, correcting) { beta * $0 + $1 }
  }
  C2W2.exponentiallyWeightedAverage.mistaken("factors-swapped") { theta, beta, correcting in
    try averages(theta, beta, correcting) { (1 - beta) * $0 + beta * $1 }
  }
  C2W2.exponentiallyWeightedAverage.mistaken("never-corrected") { theta, beta, _ in
    try exponentiallyWeightedAverage(theta, beta, false)
  }
  C2W2.exponentiallyWeightedAverage.mistaken("always-corrected") { theta, beta, _ in
    try exponentiallyWeightedAverage(theta, beta, true)
  }
  C2W2.exponentiallyWeightedAverage.mistaken("correction-fed-back") { theta, beta, correcting in
    var v = 0.0
    return theta.enumerated().map { index, value in
      v = beta * v + (1 - beta) * value
      let share: Double = 1 - pow(beta, Double(index + 1))
      if correcting { v = v / share }
      return v
    }
  }
  C2W2.exponentiallyWeightedAverage.mistaken("starts-with-first-value") {
    theta, beta, correcting in
    try averages(theta, beta, correcting, from: theta.first ?? 0) {
      beta * $0 + (1 - beta) * $1
    }
  }

  C2W2.averagingWindow.mistaken("one-over-beta") { beta in 1 / beta }
  C2W2.averagingWindow.mistaken("share-of-the-new") { beta in 1 - beta }

  C2W2.decayedLearningRate.mistaken("grows") { start, rate, epoch in
    let growth: Double = 1 + rate * Double(epoch)
    return start * growth
  }
  C2W2.decayedLearningRate.mistaken("one-forgotten") { start, rate, epoch in
    start / (rate * Double(epoch))
  }
  C2W2.decayedLearningRate.mistaken("compounded") { start, rate, epoch in
    start / pow(1 + rate, Double(epoch))
  }

  C2W2.scheduledLearningRate.mistaken("floor-missing") { start, rate, epoch, interval in
    let passed: Double = Double(epoch) / Double(interval)
    return start / (1 + rate * passed)
  }
  C2W2.scheduledLearningRate.mistaken("rounded") { start, rate, epoch, interval in
    let passed: Double = Double(epoch) / Double(interval)
    return start / (1 + rate * passed.rounded())
  }
  C2W2.scheduledLearningRate.mistaken("remainder") { start, rate, epoch, interval in
    let slowing: Double = 1 + rate * Double(epoch % interval)
    return start / slowing
  }
  C2W2.scheduledLearningRate.mistaken("interval-ignored") { start, rate, epoch, _ in
    let slowing: Double = 1 + rate * Double(epoch)
    return start / slowing
  }

  C2W2.exponentialLearningRate.mistaken("multiplied-not-raised") { start, base, epoch in
    base * Double(epoch) * start
  }
  C2W2.exponentialLearningRate.mistaken("one-epoch-ahead") { start, base, epoch in
    pow(base, Double(epoch + 1)) * start
  }
  C2W2.exponentialLearningRate.mistaken("e-power") { start, base, epoch in
    let exponent: Double = -base * Double(epoch)
    let power: Double = exp(exponent)
    return power * start
  }

  C2W2.rootLearningRate.mistaken("root-forgotten") { start, k, t in k / Double(t) * start }
  C2W2.rootLearningRate.mistaken("root-of-everything") { start, k, t in
    (k / Double(t)).squareRoot() * start
  }
  C2W2.rootLearningRate.mistaken("grows") { start, k, t in k * Double(t).squareRoot() * start }
}

@ImplementationList private var training: [Implementation] {
  trainingMistake("same-batches-every-epoch", seedOfEpoch: { seed, _ in seed + 1 })
  trainingMistake("seed-one-behind", seedOfEpoch: { seed, epoch in seed + UInt32(epoch) })
  trainingMistake("cost-of-last-batch", costOfEpoch: { costs, _ in costs[costs.count - 1] })
  trainingMistake(
    "mean-of-batch-means",
    costOfEpoch: { costs, _ in costs.reduce(0, +) / Double(costs.count) })
  trainingMistake("averages-reset", resetting: true)
  trainingMistake("t-counts-epochs", countingEpochs: true)
  trainingMistake("one-step-an-epoch", wholeSet: true)
  C2W2.trainWithMiniBatches.mistaken("method-ignored") {
    X, Y, parameters, _, rate, size, epochs, seed in
    try trainWithMiniBatches(X, Y, parameters, .gradientDescent, rate, size, epochs, seed)
  }
}
