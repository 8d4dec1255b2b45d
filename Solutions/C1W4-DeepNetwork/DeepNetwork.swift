import Syllabus
import Tensors

// MARK: Given: the activations and their slopes, as you wrote them in the weeks before

/// 1 / (1 + e⁻ᶻ) of every element.
func sigmoid(_ Z: Tensor) -> Tensor {
  1 / (1 + exp(-Z))
}

/// max(0, z) of every element.
func relu(_ Z: Tensor) -> Tensor {
  maximum(0, Z)
}

/// The slope of the sigmoid at every element of Z.
func sigmoidDerivative(_ Z: Tensor) throws -> Tensor {
  let A = sigmoid(Z)
  return try A * (1 - A)
}

/// The slope of ReLU at every element of Z: 0 or 1.
///
/// At exactly 0 it is 0 here, as in the code with which the published costs were computed.
func reluDerivative(_ Z: Tensor) -> Tensor {
  Z .> 0
}

// MARK: The start

/// Small random weights and zero biases for a network with one hidden layer.
///
///     W[1], W[2] ~ 0.01 · N(0, 1),  b[1] = 0,  b[2] = 0
///
/// Both come from one generator, `var random = RandomState(seed: UInt32(seed))`, W[1] first.
///
/// - Parameters:
///   - n_x: number of inputs.
///   - n_h: number of hidden units.
///   - n_y: number of outputs.
///   - seed: where the random numbers begin.
/// - Returns: two layers, W of shapes (n_h, n_x) and (n_y, n_h), b of shapes (n_h, 1) and (n_y, 1).
///
/// ```swift
/// print(try initializeParameters(3, 2, 1, 1)[1].W)  // [[ 0.01744812 -0.00761207]]
/// ```
public func initializeParameters(
  _ n_x: Int, _ n_h: Int, _ n_y: Int, _ seed: Int
) throws -> [LayerParameters] {
  // BEGIN SOLUTION
  var random = RandomState(seed: UInt32(seed))
  return [
    LayerParameters(W: random.randn(n_h, n_x) * 0.01, b: .zeros(n_h, 1)),
    LayerParameters(W: random.randn(n_y, n_h) * 0.01, b: .zeros(n_y, 1)),
  ]
  // END SOLUTION
}

/// Random weights and zero biases for a network of any depth.
///
///     W[l] ~ 0.01 · N(0, 1)        for .oneHundredth
///     W[l] ~ N(0, 1) / √n[l-1]     for .byInputs
///     b[l] = 0
///
/// All come from one generator, `var random = RandomState(seed: UInt32(seed))`, layer by layer.
///
/// - Parameters:
///   - layerSizes: n[0], n[1], …, n[L], the input first; L + 1 numbers make L layers.
///   - scaling: how large the weights are.
///   - seed: where the random numbers begin.
/// - Returns: L layers, W of shape (n[l], n[l-1]) and b of shape (n[l], 1).
///
/// ```swift
/// let layers = try initializeDeepParameters([5, 4, 3], .oneHundredth, 3)
/// print(layers.map(\.W.shape))  // [[4, 5], [3, 4]]
/// ```
public func initializeDeepParameters(
  _ layerSizes: [Int], _ scaling: WeightScaling, _ seed: Int
) throws -> [LayerParameters] {
  // BEGIN SOLUTION
  var random = RandomState(seed: UInt32(seed))
  return zip(layerSizes, layerSizes.dropFirst()).map { inputs, units in
    let scale =
      switch scaling {
      case .oneHundredth: 0.01
      case .byInputs: 1 / Double(inputs).squareRoot()
      }
    return LayerParameters(W: random.randn(units, inputs) * scale, b: .zeros(units, 1))
  }
  // END SOLUTION
}

// MARK: Forwards

/// The linear step of a layer.
///
///     Z[l] = W[l] A[l-1] + b[l]
///
/// - Parameters:
///   - A: the layer's input A[l-1], shape (n[l-1], m).
///   - W: weights, shape (n[l], n[l-1]).
///   - b: biases, shape (n[l], 1).
/// - Returns: Z of shape (n[l], m), and what went in.
///
/// ```swift
/// let step = try linearForward(Tensor([[1], [2]]), Tensor([[3, 4]]), Tensor([[10]]))
/// print(step.Z)  // [[21.]]
/// ```
public func linearForward(_ A: Tensor, _ W: Tensor, _ b: Tensor) throws -> LinearForward {
  // BEGIN SOLUTION
  return LinearForward(Z: try dot(W, A) + b, cache: LinearCache(A: A, W: W, b: b))
  // END SOLUTION
}

/// One layer: the linear step, then the activation.
///
///     A[l] = g(W[l] A[l-1] + b[l])
///
/// - Parameters:
///   - A: the layer's input A[l-1], shape (n[l-1], m).
///   - W: weights, shape (n[l], n[l-1]).
///   - b: biases, shape (n[l], 1).
///   - activation: which g.
/// - Returns: A[l] of shape (n[l], m); the cache keeps the linear step's cache and Z[l].
///
/// ```swift
/// let layer = try linearActivationForward(
///   Tensor([[1, -1]]), Tensor([[2]]), Tensor([[0]]), .relu)
/// print(layer.A)  // [[2. 0.]]
/// ```
public func linearActivationForward(
  _ A: Tensor, _ W: Tensor, _ b: Tensor, _ activation: Activation
) throws -> ActivationForward {
  // BEGIN SOLUTION
  let linear = try linearForward(A, W, b)
  let value =
    switch activation {
    case .sigmoid: sigmoid(linear.Z)
    case .relu: relu(linear.Z)
    }
  return ActivationForward(A: value, cache: ActivationCache(linear: linear.cache, Z: linear.Z))
  // END SOLUTION
}

/// The whole network: L - 1 layers with ReLU, then one with the sigmoid.
///
///     A[0] = X
///     A[l] = relu(W[l] A[l-1] + b[l])     for l = 1 … L-1
///     AL   = σ(W[L] A[L-1] + b[L])
///
/// - Parameters:
///   - X: examples as columns, shape (n[0], m).
///   - parameters: L layers; `parameters[l - 1]` is layer l.
/// - Returns: AL of shape (n[L], m), and the caches of all L layers, layer 1 first.
public func modelForward(_ X: Tensor, _ parameters: [LayerParameters]) throws -> ModelForward {
  // BEGIN SOLUTION
  var A = X
  var caches: [ActivationCache] = []
  for (index, layer) in parameters.enumerated() {
    let activation: Activation = index == parameters.count - 1 ? .sigmoid : .relu
    let step = try linearActivationForward(A, layer.W, layer.b, activation)
    caches.append(step.cache)
    A = step.A
  }
  return ModelForward(AL: A, caches: caches)
  // END SOLUTION
}

/// The mean cross-entropy of the answers.
///
///     J = -1/m Σ [y log a + (1 - y) log(1 - a)]
///
/// - Parameters:
///   - AL: probabilities, shape (1, m).
///   - Y: labels 0 and 1, shape (1, m).
///
/// ```swift
/// print(try computeCost(Tensor([[0.8, 0.9, 0.4]]), Tensor([[1, 1, 0]])))  // 0.2797765635793423
/// ```
public func computeCost(_ AL: Tensor, _ Y: Tensor) throws -> Double {
  // BEGIN SOLUTION
  let m = Double(Y.columns)
  return try -(Y * log(AL) + (1 - Y) * log(1 - AL)).sum() / m
  // END SOLUTION
}

// MARK: Backwards

/// Back through the linear step of a layer.
///
///     dW[l]   = 1/m dZ[l] A[l-1]ᵀ
///     db[l]   = 1/m Σ dZ[l], over the examples
///     dA[l-1] = W[l]ᵀ dZ[l]
///
/// - Parameters:
///   - dZ: derivative with respect to Z[l], shape (n[l], m).
///   - cache: what the linear step was given: A[l-1], W[l], b[l].
/// - Returns: each derivative in the shape of what it belongs to.
///
/// ```swift
/// let cache = LinearCache(A: Tensor([[1, 2]]), W: Tensor([[3]]), b: Tensor([[0]]))
/// let gradients = try linearBackward(Tensor([[1, -2]]), cache)
/// print(gradients.dW, gradients.db, gradients.dAPrevious)  // [[-1.5]] [[-0.5]] [[ 3. -6.]]
/// ```
public func linearBackward(_ dZ: Tensor, _ cache: LinearCache) throws -> LinearGradients {
  // BEGIN SOLUTION
  let m = Double(dZ.columns)
  return LinearGradients(
    dAPrevious: try dot(cache.W.T, dZ),
    dW: try dot(dZ, cache.A.T) / m,
    db: try dZ.sum(axis: 1, keepingDimensions: true) / m)
  // END SOLUTION
}

/// Back through a whole layer: first the activation, then the linear step.
///
///     dZ[l] = dA[l] * g'(Z[l])
///
/// - Parameters:
///   - dA: derivative with respect to A[l], shape (n[l], m).
///   - cache: what the layer kept on the way forwards.
///   - activation: which g.
/// - Returns: as `linearBackward`.
public func linearActivationBackward(
  _ dA: Tensor, _ cache: ActivationCache, _ activation: Activation
) throws -> LinearGradients {
  // BEGIN SOLUTION
  let slope =
    switch activation {
    case .sigmoid: try sigmoidDerivative(cache.Z)
    case .relu: reluDerivative(cache.Z)
    }
  return try linearBackward(dA * slope, cache.linear)
  // END SOLUTION
}

/// Back through the whole network.
///
///     dAL = -(Y / AL - (1 - Y) / (1 - AL))
///
/// Layer L goes back through the sigmoid, the layers L-1 … 1 through ReLU.
///
/// - Parameters:
///   - AL: the network's answers, shape (n[L], m).
///   - Y: labels, shape (n[L], m).
///   - caches: what `modelForward` kept, layer 1 first.
/// - Returns: the gradients of all L layers, layer 1 first.
public func modelBackward(
  _ AL: Tensor, _ Y: Tensor, _ caches: [ActivationCache]
) throws -> [LinearGradients] {
  // BEGIN SOLUTION
  var dA = try -(Y / AL - (1 - Y) / (1 - AL))
  var gradients: [LinearGradients] = []
  for index in caches.indices.reversed() {
    let activation: Activation = index == caches.count - 1 ? .sigmoid : .relu
    let layer = try linearActivationBackward(dA, caches[index], activation)
    gradients.insert(layer, at: 0)
    dA = layer.dAPrevious
  }
  return gradients
  // END SOLUTION
}

/// One step downhill for every layer.
///
///     W[l] := W[l] - α dW[l],  b[l] := b[l] - α db[l]
///
/// - Parameters:
///   - parameters: where the step begins.
///   - gradients: the slope there, a layer's at the layer's place.
///   - learningRate: α.
/// - Returns: where it ends; the argument itself stays as it is.
public func updateParameters(
  _ parameters: [LayerParameters], _ gradients: [LinearGradients], _ learningRate: Double
) throws -> [LayerParameters] {
  // BEGIN SOLUTION
  return try zip(parameters, gradients).map { layer, gradient in
    LayerParameters(
      W: try layer.W - learningRate * gradient.dW, b: try layer.b - learningRate * gradient.db)
  }
  // END SOLUTION
}

// MARK: Using it

/// The class of every example: 1 where the probability is greater than 0.5, else 0.
///
/// - Parameters:
///   - parameters: a trained network's.
///   - X: examples as columns, shape (n[0], m).
/// - Returns: ones and zeros, shape (n[L], m). A probability of exactly 0.5 gives 0.
public func predict(_ parameters: [LayerParameters], _ X: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try modelForward(X, parameters).AL .> 0.5
  // END SOLUTION
}

/// A network with one hidden layer of ReLU units, trained by gradient descent.
///
/// It begins with `initializeParameters`, 0.01 · N(0, 1).
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (n_y, m).
///   - hiddenUnits: n_h.
///   - steps: how many steps to make.
///   - learningRate: α.
///   - seed: for the parameters at the start.
/// - Returns: the parameters after the last step, and the cost before steps 0, 100, 200, …
public func twoLayerModel(
  _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ steps: Int, _ learningRate: Double, _ seed: Int
) throws -> DeepModel {
  // BEGIN SOLUTION
  var parameters = try initializeParameters(X.rows, hiddenUnits, Y.rows, seed)
  var costs: [Double] = []
  for step in 0..<steps {
    let forward = try modelForward(X, parameters)
    if step.isMultiple(of: 100) { costs.append(try computeCost(forward.AL, Y)) }
    let gradients = try modelBackward(forward.AL, Y, forward.caches)
    parameters = try updateParameters(parameters, gradients, learningRate)
  }
  return DeepModel(parameters: parameters, costs: costs)
  // END SOLUTION
}

/// A network of any depth, trained by gradient descent.
///
/// It begins with `initializeDeepParameters` and `.byInputs`, N(0, 1) / √n[l-1].
///
/// - Parameters:
///   - X: examples as columns, shape (n[0], m).
///   - Y: labels, shape (n[L], m).
///   - layerSizes: n[0], n[1], …, n[L], the input first.
///   - steps: how many steps to make.
///   - learningRate: α.
///   - seed: for the parameters at the start.
/// - Returns: the parameters after the last step, and the cost before steps 0, 100, 200, …
public func deepModel(
  _ X: Tensor, _ Y: Tensor, _ layerSizes: [Int], _ steps: Int, _ learningRate: Double,
  _ seed: Int
) throws -> DeepModel {
  // BEGIN SOLUTION
  var parameters = try initializeDeepParameters(layerSizes, .byInputs, seed)
  var costs: [Double] = []
  for step in 0..<steps {
    let forward = try modelForward(X, parameters)
    if step.isMultiple(of: 100) { costs.append(try computeCost(forward.AL, Y)) }
    let gradients = try modelBackward(forward.AL, Y, forward.caches)
    parameters = try updateParameters(parameters, gradients, learningRate)
  }
  return DeepModel(parameters: parameters, costs: costs)
  // END SOLUTION
}
