// Written by `course assign`.

import ClassicNetworksSolution
import Coursework
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:layerShapes(_:_:))
private func layerShapesStandIn(
  _ input: [Int], _ layers: [NetworkLayer]
) throws -> [[Int]] {
  if StandIn.isUsed {
    let answer = try C4W2.layerShapes.standIn(input, layers)
    if let answer { return answer }
  }
  return try layerShapes(input, layers)
}

@_dynamicReplacement(for:pointwiseConvolution(_:_:_:))
private func pointwiseConvolutionStandIn(
  _ A_prev: Tensor, _ W: Tensor, _ stride: Int
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C4W2.pointwiseConvolution.standIn(A_prev, W, stride)
    if let answer { return answer }
  }
  return try pointwiseConvolution(A_prev, W, stride)
}
