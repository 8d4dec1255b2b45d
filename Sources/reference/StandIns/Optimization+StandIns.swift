// Written by `course assign`.

import Coursework
import OptimizationSolution
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:updateWithGradientDescent(_:_:_:))
private func updateWithGradientDescentStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ learningRate: Double
) throws -> [LayerParameters] {
  if StandIn.isUsed {
    let answer = try C2W2.updateWithGradientDescent.standIn(parameters, gradients, learningRate)
    if let answer { return answer }
  }
  return try updateWithGradientDescent(parameters, gradients, learningRate)
}

@_dynamicReplacement(for:randomMiniBatches(_:_:_:_:))
private func randomMiniBatchesStandIn(
  _ X: Tensor, _ Y: Tensor, _ batchSize: Int, _ seed: UInt32
) throws -> [MiniBatch] {
  if StandIn.isUsed {
    let answer = try C2W2.randomMiniBatches.standIn(X, Y, batchSize, seed)
    if let answer { return answer }
  }
  return try randomMiniBatches(X, Y, batchSize, seed)
}

@_dynamicReplacement(for:initializeVelocity(_:))
private func initializeVelocityStandIn(
  _ parameters: [LayerParameters]
) throws -> [LayerGradients] {
  if StandIn.isUsed {
    let answer = try C2W2.initializeVelocity.standIn(parameters)
    if let answer { return answer }
  }
  return try initializeVelocity(parameters)
}

@_dynamicReplacement(for:updateWithMomentum(_:_:_:_:_:))
private func updateWithMomentumStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ velocity: [LayerGradients],
  _ beta: Double, _ learningRate: Double
) throws -> MomentumStep {
  if StandIn.isUsed {
    let answer = try C2W2.updateWithMomentum.standIn(
      parameters, gradients, velocity, beta, learningRate)
    if let answer { return answer }
  }
  return try updateWithMomentum(parameters, gradients, velocity, beta, learningRate)
}

@_dynamicReplacement(for:updateWithRMSprop(_:_:_:_:_:_:))
private func updateWithRMSpropStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ squares: [LayerGradients],
  _ beta: Double, _ epsilon: Double, _ learningRate: Double
) throws -> RMSpropStep {
  if StandIn.isUsed {
    let answer = try C2W2.updateWithRMSprop.standIn(
      parameters, gradients, squares, beta, epsilon, learningRate)
    if let answer { return answer }
  }
  return try updateWithRMSprop(parameters, gradients, squares, beta, epsilon, learningRate)
}

@_dynamicReplacement(for:updateWithAdam(_:_:_:_:_:_:_:_:))
private func updateWithAdamStandIn(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ moments: AdamMoments, _ t: Int,
  _ learningRate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
) throws -> AdamStep {
  if StandIn.isUsed {
    let answer = try C2W2.updateWithAdam.standIn(
      parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon)
    if let answer { return answer }
  }
  return try updateWithAdam(parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon)
}
