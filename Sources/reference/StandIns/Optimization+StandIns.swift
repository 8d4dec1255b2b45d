import Coursework
import OptimizationSolution
import Syllabus
import Tensors

// A right way that stands in for a function is called wherever the solutions call it.

@_dynamicReplacement(for:updateWithGradientDescent(_:_:_:))
private func updateWithGradientDescentStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ learningRate: Double
) throws -> [LayerParameters] {
  if let answer = try C2W2.updateWithGradientDescent.standIn(parameters, gradients, learningRate) {
    return answer
  }
  return try updateWithGradientDescent(parameters, gradients, learningRate)
}

@_dynamicReplacement(for:randomMiniBatches(_:_:_:_:))
private func randomMiniBatchesStandIn(
  _ X: Tensor, _ Y: Tensor, _ batchSize: Int, _ seed: UInt32
) throws -> [MiniBatch] {
  if let answer = try C2W2.randomMiniBatches.standIn(X, Y, batchSize, seed) { return answer }
  return try randomMiniBatches(X, Y, batchSize, seed)
}

@_dynamicReplacement(for:initializeVelocity(_:))
private func initializeVelocityStandIn(_ parameters: [LayerParameters]) throws -> [LayerGradients] {
  if let answer = try C2W2.initializeVelocity.standIn(parameters) { return answer }
  return try initializeVelocity(parameters)
}

@_dynamicReplacement(for:updateWithMomentum(_:_:_:_:_:))
private func updateWithMomentumStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ velocity: [LayerGradients],
  _ beta: Double, _ learningRate: Double
) throws -> MomentumStep {
  if let answer = try C2W2.updateWithMomentum.standIn(
    parameters, gradients, velocity, beta, learningRate)
  {
    return answer
  }
  return try updateWithMomentum(parameters, gradients, velocity, beta, learningRate)
}

@_dynamicReplacement(for:updateWithRMSprop(_:_:_:_:_:_:))
private func updateWithRMSpropStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ squares: [LayerGradients],
  _ beta: Double, _ epsilon: Double, _ learningRate: Double
) throws -> RMSpropStep {
  if let answer = try C2W2.updateWithRMSprop.standIn(
    parameters, gradients, squares, beta, epsilon, learningRate)
  {
    return answer
  }
  return try updateWithRMSprop(parameters, gradients, squares, beta, epsilon, learningRate)
}

@_dynamicReplacement(for:initializeAdam(_:))
private func initializeAdamStandIn(_ parameters: [LayerParameters]) throws -> AdamMoments {
  if let answer = try C2W2.initializeAdam.standIn(parameters) { return answer }
  return try initializeAdam(parameters)
}

@_dynamicReplacement(for:updateWithAdam(_:_:_:_:_:_:_:_:))
private func updateWithAdamStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ moments: AdamMoments,
  _ t: Int, _ learningRate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
) throws -> AdamStep {
  if let answer = try C2W2.updateWithAdam.standIn(
    parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon)
  {
    return answer
  }
  return try updateWithAdam(parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon)
}

@_dynamicReplacement(for:exponentiallyWeightedAverage(_:_:_:))
private func exponentiallyWeightedAverageStandIn(
  _ theta: [Double], _ beta: Double, _ correctingBias: Bool
) throws -> [Double] {
  if let answer = try C2W2.exponentiallyWeightedAverage.standIn(theta, beta, correctingBias) {
    return answer
  }
  return try exponentiallyWeightedAverage(theta, beta, correctingBias)
}

@_dynamicReplacement(for:averagingWindow(_:))
private func averagingWindowStandIn(_ beta: Double) throws -> Double {
  if let answer = try C2W2.averagingWindow.standIn(beta) { return answer }
  return try averagingWindow(beta)
}

@_dynamicReplacement(for:decayedLearningRate(_:_:_:))
private func decayedLearningRateStandIn(
  _ initialRate: Double, _ decayRate: Double, _ epoch: Int
) throws -> Double {
  if let answer = try C2W2.decayedLearningRate.standIn(initialRate, decayRate, epoch) {
    return answer
  }
  return try decayedLearningRate(initialRate, decayRate, epoch)
}

@_dynamicReplacement(for:scheduledLearningRate(_:_:_:_:))
private func scheduledLearningRateStandIn(
  _ initialRate: Double, _ decayRate: Double, _ epoch: Int, _ interval: Int
) throws -> Double {
  if let answer = try C2W2.scheduledLearningRate.standIn(initialRate, decayRate, epoch, interval) {
    return answer
  }
  return try scheduledLearningRate(initialRate, decayRate, epoch, interval)
}

@_dynamicReplacement(for:exponentialLearningRate(_:_:_:))
private func exponentialLearningRateStandIn(
  _ initialRate: Double, _ base: Double, _ epoch: Int
) throws -> Double {
  if let answer = try C2W2.exponentialLearningRate.standIn(initialRate, base, epoch) {
    return answer
  }
  return try exponentialLearningRate(initialRate, base, epoch)
}

@_dynamicReplacement(for:rootLearningRate(_:_:_:))
private func rootLearningRateStandIn(_ initialRate: Double, _ k: Double, _ t: Int) throws -> Double
{
  if let answer = try C2W2.rootLearningRate.standIn(initialRate, k, t) { return answer }
  return try rootLearningRate(initialRate, k, t)
}

@_dynamicReplacement(for:trainWithMiniBatches(_:_:_:_:_:_:_:_:))
private func trainWithMiniBatchesStandIn(
  _ X: Tensor, _ Y: Tensor, _ parameters: [LayerParameters], _ method: OptimizationMethod,
  _ learningRate: Double, _ batchSize: Int, _ epochs: Int, _ seed: UInt32
) throws -> MiniBatchTraining {
  if let answer = try C2W2.trainWithMiniBatches.standIn(
    X, Y, parameters, method, learningRate, batchSize, epochs, seed)
  {
    return answer
  }
  return try trainWithMiniBatches(X, Y, parameters, method, learningRate, batchSize, epochs, seed)
}
