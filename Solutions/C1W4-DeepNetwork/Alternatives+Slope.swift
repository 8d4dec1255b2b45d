import Coursework
import Syllabus
import Tensors

/// The week with 1 as the slope of ReLU at exactly 0, which is as right as 0.
///
/// A layer whose units are all asleep, with biases of zero, hands on exact zeros.
@ImplementationList var slopeOneAlternatives: [Implementation] {
  C1W4.linearActivationBackward.alternative("slope-one-at-zero") { dA, cache, activation in
    try backwardWithSlopeOne(dA, cache, activation)
  }
  C1W4.modelBackward.alternative("slope-one-at-zero") { AL, Y, caches in
    try modelBackwardWithSlopeOne(AL, Y, caches)
  }
  C1W4.twoLayerModel.alternative("slope-one-at-zero") { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try trainedWithSlopeOne(start, X, Y, steps, learningRate)
  }
  C1W4.deepModel.alternative("slope-one-at-zero") { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try trainedWithSlopeOne(start, X, Y, steps, learningRate)
  }
}

private func backwardWithSlopeOne(
  _ dA: Tensor, _ cache: ActivationCache, _ activation: Activation
) throws -> LinearGradients {
  let slope = activation == .sigmoid ? try sigmoidDerivative(cache.Z) : cache.Z .>= 0
  return try linearBackward(dA * slope, cache.linear)
}

private func modelBackwardWithSlopeOne(
  _ AL: Tensor, _ Y: Tensor, _ caches: [ActivationCache]
) throws -> [LinearGradients] {
  var dA = try -(Y / AL - (1 - Y) / (1 - AL))
  var gradients: [LinearGradients] = []
  for index in caches.indices.reversed() {
    let isLast = index == caches.count - 1
    let layer = try backwardWithSlopeOne(dA, caches[index], isLast ? .sigmoid : .relu)
    gradients.insert(layer, at: 0)
    dA = layer.dAPrevious
  }
  return gradients
}

private func trainedWithSlopeOne(
  _ start: [LayerParameters], _ X: Tensor, _ Y: Tensor, _ steps: Int, _ learningRate: Double
) throws -> DeepModel {
  var parameters = start
  var costs: [Double] = []
  for step in 0..<steps {
    let forward = try modelForward(X, parameters)
    if step.isMultiple(of: 100) { costs.append(try computeCost(forward.AL, Y)) }
    let gradients = try modelBackwardWithSlopeOne(forward.AL, Y, forward.caches)
    parameters = try updateParameters(parameters, gradients, learningRate)
  }
  return DeepModel(parameters: parameters, costs: costs)
}
