// Written by `course assign`.

import Coursework
import StrategySolution
import Syllabus
import Tensors

// An alternative that replaces a function is called wherever the solutions call it.

@_dynamicReplacement(for:precision(_:_:))
private func precisionStandIn(
  _ confusion: Tensor, _ c: Int
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C3W1.precision.standIn(confusion, c)
    if let answer { return answer }
  }
  return try precision(confusion, c)
}

@_dynamicReplacement(for:recall(_:_:))
private func recallStandIn(
  _ confusion: Tensor, _ c: Int
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C3W1.recall.standIn(confusion, c)
    if let answer { return answer }
  }
  return try recall(confusion, c)
}

@_dynamicReplacement(for:f1Score(_:_:))
private func f1ScoreStandIn(
  _ precision: Double, _ recall: Double
) throws -> Double {
  if StandIn.isUsed {
    let answer = try C3W1.f1Score.standIn(precision, recall)
    if let answer { return answer }
  }
  return try f1Score(precision, recall)
}
