// Written by `course assign`.

import Coursework
import LogisticRegressionSolution
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:sigmoid(_:))
private func sigmoidStandIn(
  _ z: Tensor
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C1W2.sigmoid.standIn(z)
    if let answer { return answer }
  }
  return try sigmoid(z)
}

@_dynamicReplacement(for:initializeWithZeros(_:))
private func initializeWithZerosStandIn(
  _ dimension: Int
) throws -> LogisticParameters {
  if StandIn.isUsed {
    let answer = try C1W2.initializeWithZeros.standIn(dimension)
    if let answer { return answer }
  }
  return try initializeWithZeros(dimension)
}

@_dynamicReplacement(for:propagate(_:_:_:_:))
private func propagateStandIn(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor
) throws -> LogisticPropagation {
  if StandIn.isUsed {
    let answer = try C1W2.propagate.standIn(w, b, X, Y)
    if let answer { return answer }
  }
  return try propagate(w, b, X, Y)
}

@_dynamicReplacement(for:optimize(_:_:_:_:_:_:))
private func optimizeStandIn(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor, _ steps: Int, _ learningRate: Double
) throws -> LogisticOptimization {
  if StandIn.isUsed {
    let answer = try C1W2.optimize.standIn(w, b, X, Y, steps, learningRate)
    if let answer { return answer }
  }
  return try optimize(w, b, X, Y, steps, learningRate)
}

@_dynamicReplacement(for:predict(_:_:_:))
private func predictStandIn(
  _ w: Tensor, _ b: Double, _ X: Tensor
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C1W2.predict.standIn(w, b, X)
    if let answer { return answer }
  }
  return try predict(w, b, X)
}
