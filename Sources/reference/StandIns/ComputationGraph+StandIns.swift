// Written by `course assign`.

import ComputationGraphSolution
import Coursework
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:topologicalOrder(_:))
private func topologicalOrderStandIn(
  _ inputs: [[Int]]
) throws -> [Int] {
  if StandIn.isUsed {
    let answer = try C2W3c.topologicalOrder.standIn(inputs)
    if let answer { return answer }
  }
  return try topologicalOrder(inputs)
}

@_dynamicReplacement(for:localDerivatives(_:_:))
private func localDerivativesStandIn(
  _ graph: [Node], _ values: [Double]
) throws -> [[Double]] {
  if StandIn.isUsed {
    let answer = try C2W3c.localDerivatives.standIn(graph, values)
    if let answer { return answer }
  }
  return try localDerivatives(graph, values)
}

@_dynamicReplacement(for:matrixProductBackward(_:_:_:))
private func matrixProductBackwardStandIn(
  _ dC: Tensor, _ A: Tensor, _ B: Tensor
) throws -> ProductGradients {
  if StandIn.isUsed {
    let answer = try C2W3c.matrixProductBackward.standIn(dC, A, B)
    if let answer { return answer }
  }
  return try matrixProductBackward(dC, A, B)
}

@_dynamicReplacement(for:unbroadcast(_:_:))
private func unbroadcastStandIn(
  _ dY: Tensor, _ shape: [Int]
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C2W3c.unbroadcast.standIn(dY, shape)
    if let answer { return answer }
  }
  return try unbroadcast(dY, shape)
}

@_dynamicReplacement(for:sumBackward(_:_:_:))
private func sumBackwardStandIn(
  _ dS: Tensor, _ shape: [Int], _ axis: Int?
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C2W3c.sumBackward.standIn(dS, shape, axis)
    if let answer { return answer }
  }
  return try sumBackward(dS, shape, axis)
}

@_dynamicReplacement(for:reluBackward(_:_:))
private func reluBackwardStandIn(
  _ dA: Tensor, _ Z: Tensor
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C2W3c.reluBackward.standIn(dA, Z)
    if let answer { return answer }
  }
  return try reluBackward(dA, Z)
}

@_dynamicReplacement(for:evaluateTensors(_:))
private func evaluateTensorsStandIn(
  _ graph: [TensorNode]
) throws -> [Tensor] {
  if StandIn.isUsed {
    let answer = try C2W3c.evaluateTensors.standIn(graph)
    if let answer { return answer }
  }
  return try evaluateTensors(graph)
}

@_dynamicReplacement(for:backpropagateTensors(_:_:_:))
private func backpropagateTensorsStandIn(
  _ graph: [TensorNode], _ values: [Tensor], _ output: Int
) throws -> [Tensor] {
  if StandIn.isUsed {
    let answer = try C2W3c.backpropagateTensors.standIn(graph, values, output)
    if let answer { return answer }
  }
  return try backpropagateTensors(graph, values, output)
}

@_dynamicReplacement(for:costAndGradients(_:_:_:))
private func costAndGradientsStandIn(
  _ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters
) throws -> CostAndGradients {
  if StandIn.isUsed {
    let answer = try C2W3c.costAndGradients.standIn(X, Y, parameters)
    if let answer { return answer }
  }
  return try costAndGradients(X, Y, parameters)
}
