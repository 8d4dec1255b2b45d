import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  oneDimensionMistakes + vectorsMistakes + checksMistakes + repairsMistakes
    + furtherMistakes
}

func slope(_ x: Double, _ theta: Double, _ epsilon: Double) throws -> Double {
  (try forward1D(x, theta + epsilon) - forward1D(x, theta - epsilon)) / (2 * epsilon)
}

func column(_ parts: [Tensor]) throws -> Tensor {
  try Tensor.concatenate(parts.map { try $0.reshaped(-1, 1) })
}
