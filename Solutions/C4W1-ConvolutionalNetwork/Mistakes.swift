import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  sizesMistakes + forwardMistakes + columnsMistakes + backwardMistakes + networkMistakes
    + furtherMistakes
}

/// The shape of pictures with a frame.
func framed(_ shape: [Int], _ pad: Int) -> [Int] {
  [shape[0], shape[1] + 2 * pad, shape[2] + 2 * pad, shape[3]]
}

/// Gradients with dW and db divided by m.
func averaged(_ gradients: ConvolutionGradients, over m: Int) -> ConvolutionGradients {
  ConvolutionGradients(
    dA_prev: gradients.dA_prev, dW: gradients.dW / Double(m), db: gradients.db / Double(m))
}
