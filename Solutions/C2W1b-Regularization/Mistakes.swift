import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  penaltiesMistakes + dropoutMistakes + stoppingMistakes + trainingMistakes
    + furtherMistakes
}

/// The cost with another penalty, a sum of what `size` makes of each weight matrix.
func cost(
  _ A3: Tensor, _ Y: Tensor, _ weights: [Tensor], _ factor: Double, _ size: (Tensor) -> Double
) throws -> Double {
  try ThreeLayerNetwork.cost(A3, Y) + factor * weights.reduce(0) { $0 + size($1) }
}

extension ThreeLayerParameters {
  var weights: [Tensor] { [W1, W2, W3] }
}
