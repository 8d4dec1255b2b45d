// Written by `course assign`.

import Coursework
import GradientCheckingSolution
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:forward1D(_:_:))
private func forward1DStandIn(
  _ x: Double, _ theta: Double
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C2W1c.forward1D.standIn(x, theta)
    if let answer { return answer }
  }
  return try forward1D(x, theta)
}

@_dynamicReplacement(for:vectorFromParameters(_:))
private func vectorFromParametersStandIn(
  _ parameters: ThreeLayerParameters
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C2W1c.vectorFromParameters.standIn(parameters)
    if let answer { return answer }
  }
  return try vectorFromParameters(parameters)
}

@_dynamicReplacement(for:parametersFromVector(_:_:))
private func parametersFromVectorStandIn(
  _ theta: Tensor, _ layerSizes: [Int]
) throws -> ThreeLayerParameters {
  if StandIn.isUsed {
    let answer = try C2W1c.parametersFromVector.standIn(theta, layerSizes)
    if let answer { return answer }
  }
  return try parametersFromVector(theta, layerSizes)
}
