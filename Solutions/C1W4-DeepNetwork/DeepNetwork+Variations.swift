import Syllabus
import Tensors

// What the misconceptions share: the steps of this week with one part exchanged.

/// Weights drawn by a rule from one generator, layer after layer, with zero biases.
func draw(
  _ sizes: [Int], _ seed: Int,
  _ weights: (_ random: inout RandomState, _ inputs: Int, _ units: Int) -> Tensor
) -> [LayerParameters] {
  var random = RandomState(seed: UInt32(seed))
  return zip(sizes, sizes.dropFirst()).map { fanIn, units in
    LayerParameters(W: weights(&random, fanIn, units), b: .zeros(units, 1))
  }
}

/// 0.01, or the factor in place of 1/√n[l-1].
func factor(_ scaling: WeightScaling, _ byInputs: Double) -> Double {
  scaling == .oneHundredth ? 0.01 : byInputs
}

func other(_ activation: Activation) -> Activation {
  activation == .relu ? .sigmoid : .relu
}

/// g(Z).
func value(_ activation: Activation, at Z: Tensor) -> Tensor {
  activation == .relu ? relu(Z) : sigmoid(Z)
}

/// dAL.
func derivative(_ AL: Tensor, _ Y: Tensor) throws -> Tensor {
  try -(Y / AL - (1 - Y) / (1 - AL))
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

/// Gradient descent that keeps other costs than those asked for, or leaves the first layers alone.
func train(
  _ X: Tensor, _ Y: Tensor, _ start: [LayerParameters], _ steps: Int, _ learningRate: Double,
  costEvery interval: Int = 100, costAfterUpdate: Bool = false, frozenLayers: Int = 0
) throws -> DeepModel {
  var result = DeepModel(parameters: start, costs: [])
  for step in 0..<steps {
    let forward = try modelForward(X, result.parameters)
    let gradients = try modelBackward(forward.AL, Y, forward.caches)
    var next = try updateParameters(result.parameters, gradients, learningRate)
    next.replaceSubrange(0..<frozenLayers, with: start.prefix(frozenLayers))
    if step.isMultiple(of: interval) {
      let AL = costAfterUpdate ? try modelForward(X, next).AL : forward.AL
      result.costs.append(try computeCost(AL, Y))
    }
    result.parameters = next
  }
  return result
}

/// Two layers with last week's hidden activation.
func trainWithTanh(
  _ X: Tensor, _ Y: Tensor, _ start: [LayerParameters], _ steps: Int, _ learningRate: Double
) throws -> DeepModel {
  var result = DeepModel(parameters: start, costs: [])
  for step in 0..<steps {
    let (first, second) = (result.parameters[0], result.parameters[1])
    let A1 = tanh(try linearForward(X, first.W, first.b).Z)
    let A2 = sigmoid(try linearForward(A1, second.W, second.b).Z)
    if step.isMultiple(of: 100) { result.costs.append(try computeCost(A2, Y)) }
    let output = try linearBackward(A2 - Y, LinearCache(A: A1, W: second.W, b: second.b))
    let hidden = try linearBackward(
      output.dAPrevious * (1 - A1.squared()), LinearCache(A: X, W: first.W, b: first.b))
    result.parameters = try updateParameters(result.parameters, [hidden, output], learningRate)
  }
  return result
}
