import Coursework
import GradientCheckingSolution
import Syllabus
import Tensors

// A right way that stands in for a function is called wherever the solutions call it.

@_dynamicReplacement(for:forward1D(_:_:))
private func forward1DStandIn(_ x: Double, _ theta: Double) throws -> Double {
  if let answer = try C2W1c.forward1D.standIn(x, theta) { return answer }
  return try forward1D(x, theta)
}

@_dynamicReplacement(for:backward1D(_:_:))
private func backward1DStandIn(_ x: Double, _ theta: Double) throws -> Double {
  if let answer = try C2W1c.backward1D.standIn(x, theta) { return answer }
  return try backward1D(x, theta)
}

@_dynamicReplacement(for:gradientCheck1D(_:_:_:_:))
private func gradientCheck1DStandIn(
  _ x: Double, _ theta: Double, _ gradient: Double, _ epsilon: Double
) throws -> Double {
  if let answer = try C2W1c.gradientCheck1D.standIn(x, theta, gradient, epsilon) { return answer }
  return try gradientCheck1D(x, theta, gradient, epsilon)
}

@_dynamicReplacement(for:vectorFromParameters(_:))
private func vectorFromParametersStandIn(_ parameters: ThreeLayerParameters) throws -> Tensor {
  if let answer = try C2W1c.vectorFromParameters.standIn(parameters) { return answer }
  return try vectorFromParameters(parameters)
}

@_dynamicReplacement(for:parametersFromVector(_:_:))
private func parametersFromVectorStandIn(
  _ theta: Tensor, _ layerSizes: [Int]
) throws -> ThreeLayerParameters {
  if let answer = try C2W1c.parametersFromVector.standIn(theta, layerSizes) { return answer }
  return try parametersFromVector(theta, layerSizes)
}

@_dynamicReplacement(for:gradientCheck(_:_:_:_:_:_:))
private func gradientCheckStandIn(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ gradients: ThreeLayerGradients,
  _ lambda: Double, _ epsilon: Double
) throws -> GradientCheck {
  if let answer = try C2W1c.gradientCheck.standIn(X, Y, parameters, gradients, lambda, epsilon) {
    return answer
  }
  return try gradientCheck(X, Y, parameters, gradients, lambda, epsilon)
}

@_dynamicReplacement(for:suspects(_:_:_:))
private func suspectsStandIn(
  _ gradients: ThreeLayerGradients, _ numerical: ThreeLayerGradients, _ limit: Double
) throws -> [String] {
  if let answer = try C2W1c.suspects.standIn(gradients, numerical, limit) { return answer }
  return try suspects(gradients, numerical, limit)
}

@_dynamicReplacement(for:backward(_:_:_:_:))
private func backwardStandIn(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double
) throws -> ThreeLayerGradients {
  if let answer = try C2W1c.backward.standIn(X, Y, parameters, lambda) { return answer }
  return try backward(X, Y, parameters, lambda)
}
