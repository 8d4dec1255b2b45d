import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  inputsMistakes + forwardMistakes + backwardMistakes + inferenceMistakes + networkMistakes
    + trainingMistakes
}

/// Batch normalization with other statistics, or another way to use them.
func normalized(
  _ Z: Tensor, _ gamma: Tensor, _ beta: Tensor, mean: Tensor, variance: Tensor,
  _ divisor: (Tensor) throws -> Tensor
) throws -> BatchNormPass {
  let Z_norm = try (Z - mean) / divisor(variance)
  return BatchNormPass(
    Z_tilde: try gamma * Z_norm + beta, Z_norm: Z_norm, mean: mean, variance: variance)
}
