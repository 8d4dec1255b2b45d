import Syllabus
import Tensors

// MARK: Activations and their slopes

/// The hyperbolic tangent of every element, from exponentials and without overflow.
///
///     tanh z = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ)
///
/// e¹⁰⁰⁰ is too large for a `Double`, so that this formula gives ∞/∞ for z = 1000. Write it with
/// exponentials of negative numbers only: they can become 0 but never infinite.
///
/// - Parameter Z: a tensor of any shape, numbers of any size.
/// - Returns: a tensor of the same shape with numbers between -1 and 1.
///
/// ```swift
/// print(try tanhActivation(Tensor([0, 0.3, -1000])))  // [ 0.          0.29131261 -1.        ]
/// ```
public func tanhActivation(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The slope of tanh, from its value.
///
///     d tanh(z) / dz = 1 - tanh²(z) = 1 - a²
///
/// - Parameter A: tanh(Z), a tensor of any shape. It is the value, not Z.
/// - Returns: a tensor of the same shape.
///
/// ```swift
/// print(try tanhDerivative(Tensor([0, 0.5, -1])))  // [1.   0.75 0.  ]
/// ```
public func tanhDerivative(_ A: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The rectified linear unit of every element.
///
///     g(z) = max(0, z)
///
/// - Parameter Z: a tensor of any shape.
/// - Returns: a tensor of the same shape.
///
/// ```swift
/// print(try relu(Tensor([-2, 0, 3])))  // [0. 0. 3.]
/// ```
public func relu(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The slope of ReLU at every element.
///
///     g'(z) = 0 for z < 0, 1 for z > 0
///
/// At exactly 0 there is no slope. Both 0 and 1 are in use, and both are right here.
///
/// - Parameter Z: a tensor of any shape.
/// - Returns: zeros and ones, of the same shape.
///
/// ```swift
/// print(try reluDerivative(Tensor([-2, 0, 3])))  // [0. 0. 1.]
/// ```
public func reluDerivative(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The leaky rectified linear unit of every element.
///
///     g(z) = max(0.01 z, z)
///
/// - Parameter Z: a tensor of any shape.
/// - Returns: a tensor of the same shape.
///
/// ```swift
/// print(try leakyReLU(Tensor([-2, 0, 3])))  // [-0.02  0.    3.  ]
/// ```
public func leakyReLU(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The slope of the leaky ReLU at every element.
///
///     g'(z) = 0.01 for z < 0, 1 for z > 0
///
/// At exactly 0 both are right; the printed example takes 1.
///
/// - Parameter Z: a tensor of any shape.
/// - Returns: a tensor of the same shape.
///
/// ```swift
/// print(try leakyReLUDerivative(Tensor([-2, 0, 3])))  // [0.01 1.   1.  ]
/// ```
public func leakyReLUDerivative(_ Z: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: The network

/// The sigmoid of every element, as you wrote it for logistic regression: 1 / (1 + e⁻ᶻ).
func sigmoid(_ Z: Tensor) -> Tensor {
  1 / (1 + exp(-Z))
}

/// How many units each layer has, read from the data.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (n_y, m).
///   - hiddenUnits: n_h, which the data do not decide.
///
/// ```swift
/// let sizes = try layerSizes(.zeros(5, 3), .zeros(2, 3), 4)
/// print(sizes.n_x, sizes.n_h, sizes.n_y)  // 5 4 2
/// ```
public func layerSizes(_ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int) throws -> LayerSizes {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Small random weights and zero biases.
///
///     W1, W2 ~ 0.01 · N(0, 1),  b1 = 0,  b2 = 0
///
/// Both come from one generator, `var random = RandomState(seed: UInt32(seed))`, W1 first and W2
/// second, so that a seed means the same everywhere.
///
/// - Parameters:
///   - n_x: number of inputs.
///   - n_h: number of hidden units.
///   - n_y: number of outputs.
///   - seed: where the random numbers begin.
/// - Returns: W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1).
///
/// ```swift
/// print(try initializeParameters(2, 4, 1, 2).W2)
/// // [[-0.01057952 -0.00909008  0.00551454  0.02292208]]
/// ```
public func initializeParameters(
  _ n_x: Int, _ n_h: Int, _ n_y: Int, _ seed: Int
) throws -> ShallowParameters {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The network's answer for every example, and all that leads to it.
///
///     Z1 = W1 X + b1,   A1 = tanh(Z1)
///     Z2 = W2 A1 + b2,  A2 = σ(Z2)
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - parameters: W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1).
/// - Returns: Z1 and A1 of shape (n_h, m), Z2 and A2 of shape (n_y, m).
///
/// ```swift
/// let parameters = ShallowParameters(
///   W1: Tensor([[1, -1]]), b1: Tensor([[0]]), W2: Tensor([[2]]), b2: Tensor([[0]]))
/// print(try forwardPropagation(Tensor([[1], [1]]), parameters).A2)  // [[0.5]]
/// ```
public func forwardPropagation(
  _ X: Tensor, _ parameters: ShallowParameters
) throws -> ShallowCache {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The mean cross-entropy of the answers.
///
///     J = -1/m Σ [y log a + (1 - y) log(1 - a)]
///
/// - Parameters:
///   - A2: probabilities, shape (1, m).
///   - Y: labels 0 and 1, shape (1, m).
///
/// ```swift
/// print(try computeCost(Tensor([[0.5, 0.5]]), Tensor([[1, 0]])))  // 0.6931471805599453
/// ```
public func computeCost(_ A2: Tensor, _ Y: Tensor) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The derivative of the cost with respect to every parameter.
///
///     dZ2 = A2 - Y
///     dW2 = 1/m dZ2 A1ᵀ,  db2 = 1/m Σ dZ2
///     dZ1 = W2ᵀ dZ2 * (1 - A1²)
///     dW1 = 1/m dZ1 Xᵀ,   db1 = 1/m Σ dZ1
///
/// The sums run over the examples; * multiplies element by element.
///
/// - Parameters:
///   - parameters: as the forward pass used them.
///   - cache: what the forward pass returned.
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (n_y, m).
/// - Returns: each gradient in the shape of its parameter.
public func backwardPropagation(
  _ parameters: ShallowParameters, _ cache: ShallowCache, _ X: Tensor, _ Y: Tensor
) throws -> ShallowGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// One step downhill.
///
///     θ := θ - α dθ
///
/// - Parameters:
///   - parameters: where the step begins.
///   - gradients: the slope there.
///   - learningRate: α.
/// - Returns: where it ends; the argument itself stays as it is.
public func updateParameters(
  _ parameters: ShallowParameters, _ gradients: ShallowGradients, _ learningRate: Double
) throws -> ShallowParameters {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Using it

/// The class of every example: 1 where the probability is greater than 0.5, else 0.
///
/// - Parameters:
///   - parameters: a trained network's.
///   - X: examples as columns, shape (n_x, m).
/// - Returns: ones and zeros, shape (n_y, m). A probability of exactly 0.5 gives 0.
public func predict(_ parameters: ShallowParameters, _ X: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// A network with one hidden layer, trained by gradient descent.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (n_y, m).
///   - hiddenUnits: n_h.
///   - steps: how many steps to make.
///   - learningRate: α.
///   - seed: for the parameters at the start.
/// - Returns: the parameters after the last step, and the cost before steps 0, 1000, 2000, …
public func model(
  _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ steps: Int, _ learningRate: Double, _ seed: Int
) throws -> ShallowModel {
  // YOUR CODE HERE
  throw NotImplemented()
}
