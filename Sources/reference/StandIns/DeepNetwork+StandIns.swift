import Coursework
import DeepNetworkSolution
import Syllabus
import Tensors

// A right way that stands in for a function is called wherever the solutions call it.

@_dynamicReplacement(for:initializeParameters(_:_:_:_:))
private func initializeParametersStandIn(
  _ n_x: Int, _ n_h: Int, _ n_y: Int, _ seed: Int
) throws -> [LayerParameters] {
  if let answer = try C1W4.initializeParameters.standIn(n_x, n_h, n_y, seed) { return answer }
  return try initializeParameters(n_x, n_h, n_y, seed)
}

@_dynamicReplacement(for:initializeDeepParameters(_:_:_:))
private func initializeDeepParametersStandIn(
  _ layerSizes: [Int], _ scaling: WeightScaling, _ seed: Int
) throws -> [LayerParameters] {
  if let answer = try C1W4.initializeDeepParameters.standIn(layerSizes, scaling, seed) {
    return answer
  }
  return try initializeDeepParameters(layerSizes, scaling, seed)
}

@_dynamicReplacement(for:linearForward(_:_:_:))
private func linearForwardStandIn(_ A: Tensor, _ W: Tensor, _ b: Tensor) throws -> LinearForward {
  if let answer = try C1W4.linearForward.standIn(A, W, b) { return answer }
  return try linearForward(A, W, b)
}

@_dynamicReplacement(for:linearActivationForward(_:_:_:_:))
private func linearActivationForwardStandIn(
  _ A: Tensor, _ W: Tensor, _ b: Tensor, _ activation: Activation
) throws -> ActivationForward {
  if let answer = try C1W4.linearActivationForward.standIn(A, W, b, activation) { return answer }
  return try linearActivationForward(A, W, b, activation)
}

@_dynamicReplacement(for:modelForward(_:_:))
private func modelForwardStandIn(_ X: Tensor, _ parameters: [LayerParameters]) throws
  -> ModelForward
{
  if let answer = try C1W4.modelForward.standIn(X, parameters) { return answer }
  return try modelForward(X, parameters)
}

@_dynamicReplacement(for:computeCost(_:_:))
private func computeCostStandIn(_ AL: Tensor, _ Y: Tensor) throws -> Double {
  if let answer = try C1W4.computeCost.standIn(AL, Y) { return answer }
  return try computeCost(AL, Y)
}

@_dynamicReplacement(for:linearBackward(_:_:))
private func linearBackwardStandIn(_ dZ: Tensor, _ cache: LinearCache) throws -> LinearGradients {
  if let answer = try C1W4.linearBackward.standIn(dZ, cache) { return answer }
  return try linearBackward(dZ, cache)
}

@_dynamicReplacement(for:linearActivationBackward(_:_:_:))
private func linearActivationBackwardStandIn(
  _ dA: Tensor, _ cache: ActivationCache, _ activation: Activation
) throws -> LinearGradients {
  if let answer = try C1W4.linearActivationBackward.standIn(dA, cache, activation) { return answer }
  return try linearActivationBackward(dA, cache, activation)
}

@_dynamicReplacement(for:modelBackward(_:_:_:))
private func modelBackwardStandIn(
  _ AL: Tensor, _ Y: Tensor, _ caches: [ActivationCache]
) throws -> [LinearGradients] {
  if let answer = try C1W4.modelBackward.standIn(AL, Y, caches) { return answer }
  return try modelBackward(AL, Y, caches)
}

@_dynamicReplacement(for:updateParameters(_:_:_:))
private func updateParametersStandIn(
  _ parameters: [LayerParameters], _ gradients: [LinearGradients], _ learningRate: Double
) throws -> [LayerParameters] {
  if let answer = try C1W4.updateParameters.standIn(parameters, gradients, learningRate) {
    return answer
  }
  return try updateParameters(parameters, gradients, learningRate)
}

@_dynamicReplacement(for:predict(_:_:))
private func predictStandIn(_ parameters: [LayerParameters], _ X: Tensor) throws -> Tensor {
  if let answer = try C1W4.predict.standIn(parameters, X) { return answer }
  return try predict(parameters, X)
}

@_dynamicReplacement(for:twoLayerModel(_:_:_:_:_:_:))
private func twoLayerModelStandIn(
  _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ steps: Int, _ learningRate: Double, _ seed: Int
) throws -> DeepModel {
  if let answer = try C1W4.twoLayerModel.standIn(X, Y, hiddenUnits, steps, learningRate, seed) {
    return answer
  }
  return try twoLayerModel(X, Y, hiddenUnits, steps, learningRate, seed)
}

@_dynamicReplacement(for:deepModel(_:_:_:_:_:_:))
private func deepModelStandIn(
  _ X: Tensor, _ Y: Tensor, _ layerSizes: [Int], _ steps: Int, _ learningRate: Double, _ seed: Int
) throws -> DeepModel {
  if let answer = try C1W4.deepModel.standIn(X, Y, layerSizes, steps, learningRate, seed) {
    return answer
  }
  return try deepModel(X, Y, layerSizes, steps, learningRate, seed)
}
