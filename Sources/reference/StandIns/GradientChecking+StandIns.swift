import Coursework
import GradientCheckingSolution
import Syllabus
import Tensors

// A right way that stands in for a function is called wherever the solutions call it.

@_dynamicReplacement(for: forward1D(_:_:))
private func forward1DStandIn(_ x: Double, _ theta: Double) throws -> Double {
  try C2W1c.forward1D.standIn(x, theta) ?? forward1D(x, theta)
}

@_dynamicReplacement(for: backward1D(_:_:))
private func backward1DStandIn(_ x: Double, _ theta: Double) throws -> Double {
  try C2W1c.backward1D.standIn(x, theta) ?? backward1D(x, theta)
}

@_dynamicReplacement(for: gradientCheck1D(_:_:_:_:))
private func gradientCheck1DStandIn(
  _ x: Double, _ theta: Double, _ gradient: Double, _ epsilon: Double
) throws -> Double {
  try C2W1c.gradientCheck1D.standIn(x, theta, gradient, epsilon) ?? gradientCheck1D(x, theta, gradient, epsilon)
}

@_dynamicReplacement(for: vectorFromParameters(_:))
private func vectorFromParametersStandIn(_ parameters: ThreeLayerParameters) throws -> Tensor {
  try C2W1c.vectorFromParameters.standIn(parameters) ?? vectorFromParameters(parameters)
}

@_dynamicReplacement(for: parametersFromVector(_:_:))
private func parametersFromVectorStandIn(
  _ theta: Tensor, _ layerSizes: [Int]
) throws -> ThreeLayerParameters {
  try C2W1c.parametersFromVector.standIn(theta, layerSizes) ?? parametersFromVector(theta, layerSizes)
}

@_dynamicReplacement(for: gradientCheck(_:_:_:_:_:_:))
private func gradientCheckStandIn(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ gradients: ThreeLayerGradients,
  _ lambda: Double, _ epsilon: Double
) throws -> GradientCheck {
  try C2W1c.gradientCheck.standIn(X, Y, parameters, gradients, lambda, epsilon) ?? gradientCheck(X, Y, parameters, gradients, lambda, epsilon)
}

@_dynamicReplacement(for: suspects(_:_:_:))
private func suspectsStandIn(
  _ gradients: ThreeLayerGradients, _ numerical: ThreeLayerGradients, _ limit: Double
) throws -> [String] {
  try C2W1c.suspects.standIn(gradients, numerical, limit) ?? suspects(gradients, numerical, limit)
}

@_dynamicReplacement(for: backward(_:_:_:_:))
private func backwardStandIn(
  _ X: Tensor, _ Y: Tensor, _ parameters: ThreeLayerParameters, _ lambda: Double
) throws -> ThreeLayerGradients {
  try C2W1c.backward.standIn(X, Y, parameters, lambda) ?? backward(X, Y, parameters, lambda)
}
