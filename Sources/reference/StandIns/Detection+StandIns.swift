// Written by `course assign`.

import Coursework
import DetectionSolution
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:boxCorners(_:_:))
private func boxCornersStandIn(
  _ boxXY: Tensor, _ boxWH: Tensor
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C4W3.boxCorners.standIn(boxXY, boxWH)
    if let answer { return answer }
  }
  return try boxCorners(boxXY, boxWH)
}

@_dynamicReplacement(for:intersectionOverUnion(_:_:))
private func intersectionOverUnionStandIn(
  _ box1: [Double], _ box2: [Double]
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C4W3.intersectionOverUnion.standIn(box1, box2)
    if let answer { return answer }
  }
  return try intersectionOverUnion(box1, box2)
}

@_dynamicReplacement(for:filterBoxes(_:_:_:_:))
private func filterBoxesStandIn(
  _ boxConfidence: Tensor, _ boxes: Tensor, _ boxClassProbabilities: Tensor, _ threshold: Double
) throws -> Detections {
  if StandIn.isUsed {
    let answer = try C4W3.filterBoxes.standIn(
      boxConfidence, boxes, boxClassProbabilities, threshold)
    if let answer { return answer }
  }
  return try filterBoxes(boxConfidence, boxes, boxClassProbabilities, threshold)
}

@_dynamicReplacement(for:nonMaxSuppression(_:_:_:_:_:))
private func nonMaxSuppressionStandIn(
  _ scores: [Double], _ boxes: [[Double]], _ classes: [Int], _ maxBoxes: Int, _ iouThreshold: Double
) throws -> Detections {
  if StandIn.isUsed {
    let answer = try C4W3.nonMaxSuppression.standIn(scores, boxes, classes, maxBoxes, iouThreshold)
    if let answer { return answer }
  }
  return try nonMaxSuppression(scores, boxes, classes, maxBoxes, iouThreshold)
}

@_dynamicReplacement(for:filtersFromDense(_:_:))
private func filtersFromDenseStandIn(
  _ W: Tensor, _ f: Int
) throws -> Tensor {
  if StandIn.isUsed {
    let answer = try C4W3.filtersFromDense.standIn(W, f)
    if let answer { return answer }
  }
  return try filtersFromDense(W, f)
}

@_dynamicReplacement(for:averagePrecision(_:_:))
private func averagePrecisionStandIn(
  _ hits: [Bool], _ truths: Int
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C4W3.averagePrecision.standIn(hits, truths)
    if let answer { return answer }
  }
  return try averagePrecision(hits, truths)
}
