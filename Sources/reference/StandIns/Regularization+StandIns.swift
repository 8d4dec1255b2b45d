// Written by `course assign`.

import Coursework
import RegularizationSolution
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:costWithRegularization(_:_:_:_:))
private func costWithRegularizationStandIn(
  _ A3: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C2W1b.costWithRegularization.standIn(A3, Y, parameters, lambda)
    if let answer { return answer }
  }
  return try costWithRegularization(A3, Y, parameters, lambda)
}

@_dynamicReplacement(for:backwardWithRegularization(_:_:_:_:_:))
private func backwardWithRegularizationStandIn(
  _ X: Tensor, _ Y: Tensor, _ cache: ThreeLayerCache, _ parameters: ThreeLayerParameters,
  _ lambda: Double
) throws -> ThreeLayerGradients {
  if StandIn.isUsed {
    let answer = try C2W1b.backwardWithRegularization.standIn(X, Y, cache, parameters, lambda)
    if let answer { return answer }
  }
  return try backwardWithRegularization(X, Y, cache, parameters, lambda)
}

@_dynamicReplacement(for:forwardWithDropout(_:_:_:_:_:))
private func forwardWithDropoutStandIn(
  _ X: Tensor, _ parameters: ThreeLayerParameters, _ keepProbability: Double, _ seed: UInt32,
  _ isTraining: Bool
) throws -> DropoutCache {
  if StandIn.isUsed {
    let answer = try C2W1b.forwardWithDropout.standIn(
      X, parameters, keepProbability, seed, isTraining)
    if let answer { return answer }
  }
  return try forwardWithDropout(X, parameters, keepProbability, seed, isTraining)
}

@_dynamicReplacement(for:backwardWithDropout(_:_:_:_:_:))
private func backwardWithDropoutStandIn(
  _ X: Tensor, _ Y: Tensor, _ cache: DropoutCache, _ parameters: ThreeLayerParameters,
  _ keepProbability: Double
) throws -> ThreeLayerGradients {
  if StandIn.isUsed {
    let answer = try C2W1b.backwardWithDropout.standIn(X, Y, cache, parameters, keepProbability)
    if let answer { return answer }
  }
  return try backwardWithDropout(X, Y, cache, parameters, keepProbability)
}
