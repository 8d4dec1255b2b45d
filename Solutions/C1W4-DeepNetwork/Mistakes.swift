import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  initializationMistakes + forwardStepsMistakes + backwardStepsMistakes + updatesMistakes
    + trainingMistakes
    + furtherMistakes
}

func other(_ activation: Activation) -> Activation {
  activation == .relu ? .sigmoid : .relu
}

/// g(Z).
func value(_ activation: Activation, at Z: Tensor) -> Tensor {
  activation == .relu ? relu(Z) : sigmoid(Z)
}

/// The forward pass with other activations.
func forward(
  _ X: Tensor, _ parameters: [LayerParameters], hidden: Activation, output: Activation
) throws -> ModelForward {
  var result = ModelForward(AL: X, caches: [])
  for (index, layer) in parameters.enumerated() {
    let activation = index == parameters.count - 1 ? output : hidden
    let step = try linearActivationForward(result.AL, layer.W, layer.b, activation)
    result.caches.append(step.cache)
    result.AL = step.A
  }
  return result
}

/// The backward pass from another dAL, or with other activations.
func backward(
  from dAL: Tensor, _ caches: [ActivationCache], hidden: Activation = .relu,
  output: Activation = .sigmoid
) throws -> [LinearGradients] {
  var dA = dAL
  var gradients: [LinearGradients] = []
  for index in caches.indices.reversed() {
    let activation = index == caches.count - 1 ? output : hidden
    let layer = try linearActivationBackward(dA, caches[index], activation)
    gradients.insert(layer, at: 0)
    dA = layer.dAPrevious
  }
  return gradients
}
