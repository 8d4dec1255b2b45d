import Syllabus
import Tensors

// MARK: Array basics

/// The sigmoid of every element.
///
///     σ(z) = 1 / (1 + e⁻ᶻ)
///
/// - Parameter z: a tensor of any shape.
/// - Returns: a tensor of the same shape with numbers between 0 and 1.
///
/// ```swift
/// print(try sigmoid(Tensor([0, 2])))  // [0.5        0.88079708]
/// ```
public func sigmoid(_ z: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return 1 / (1 + exp(-z))
  // END SOLUTION
}

/// The slope of the sigmoid at every element.
///
///     σ'(z) = σ(z) (1 - σ(z))
///
/// - Parameter z: a tensor of any shape.
/// - Returns: a tensor of the same shape.
///
/// ```swift
/// print(try sigmoidDerivative(Tensor([0, 2])))  // [0.25       0.10499359]
/// ```
public func sigmoidDerivative(_ z: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let s = try sigmoid(z)
  return try s * (1 - s)
  // END SOLUTION
}

/// An image as one column of numbers.
///
/// - Parameter image: shape (h, w, c): rows, columns, colour channels.
/// - Returns: shape (h·w·c, 1), the numbers in the order in which they are stored.
///
/// ```swift
/// let image = Tensor([[[1, 2, 3], [4, 5, 6]]])  // one row of two pixels
/// print(try imageToVector(image).shape)  // [6, 1]
/// ```
public func imageToVector(_ image: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try image.reshaped(-1, 1)
  // END SOLUTION
}

/// Many images as the columns of one matrix.
///
/// - Parameter images: shape (m, h, w, c).
/// - Returns: shape (h·w·c, m); column i is image i, flattened as `imageToVector` does it.
///
/// ```swift
/// let images = Tensor([[[[1], [2]]], [[[3], [4]]]])  // two images of two pixels
/// print(try imagesToColumns(images))
/// // [[1. 3.]
/// //  [2. 4.]]
/// ```
public func imagesToColumns(_ images: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try images.reshaped(images.shape[0], -1).T
  // END SOLUTION
}

/// Every row divided by its Euclidean length; a row of zeros stays as it is.
///
///     xᵢ / ‖xᵢ‖,  ‖xᵢ‖ = √Σⱼ xᵢⱼ²
///
/// - Parameter x: shape (rows, columns).
/// - Returns: the same shape; each row has length 1, or 0 if it was zero.
///
/// ```swift
/// print(try normalizeRows(Tensor([[0, 3, 4], [1, 6, 4]])))
/// // [[0.         0.6        0.8       ]
/// //  [0.13736056 0.82416338 0.54944226]]
/// ```
public func normalizeRows(_ x: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let length = try x.norm(axis: 1, keepingDimensions: true)
  return try x / length.map { $0 == 0 ? 1 : $0 }
  // END SOLUTION
}

/// Every row turned into probabilities that add up to 1, without overflow.
///
///     softmax(x)ᵢⱼ = e^(xᵢⱼ - maxᵢ) / Σₖ e^(xᵢₖ - maxᵢ)
///
/// - Parameter x: shape (rows, columns), numbers of any size.
/// - Returns: the same shape.
///
/// ```swift
/// print(try softmax(Tensor([[1, 2, 3], [1000, 1000, 1000]])))
/// // [[0.09003057 0.24472847 0.66524096]
/// //  [0.33333333 0.33333333 0.33333333]]
/// ```
public func softmax(_ x: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let powers = exp(try x - x.max(axis: 1, keepingDimensions: true))
  return try powers / powers.sum(axis: 1, keepingDimensions: true)
  // END SOLUTION
}

/// The sum of the absolute errors.
///
///     L₁(ŷ, y) = Σᵢ |yᵢ - ŷᵢ|
///
/// - Parameters:
///   - yHat: predictions, shape (m,).
///   - y: true labels, shape (m,).
///
/// ```swift
/// print(try l1Loss(Tensor([0.9, 0.2, 0.1]), Tensor([1, 0, 0])))  // about 0.4
/// ```
public func l1Loss(_ yHat: Tensor, _ y: Tensor) throws -> Double {
  // BEGIN SOLUTION
  return abs(try y - yHat).sum()
  // END SOLUTION
}

/// The sum of the squared errors.
///
///     L₂(ŷ, y) = Σᵢ (yᵢ - ŷᵢ)²
///
/// - Parameters:
///   - yHat: predictions, shape (m,).
///   - y: true labels, shape (m,).
///
/// ```swift
/// print(try l2Loss(Tensor([0.9, 0.2, 0.1]), Tensor([1, 0, 0])))  // about 0.06
/// ```
public func l2Loss(_ yHat: Tensor, _ y: Tensor) throws -> Double {
  // BEGIN SOLUTION
  return (try y - yHat).squared().sum()
  // END SOLUTION
}

// MARK: The classifier

/// The start of logistic regression: all zeros.
///
/// - Parameter dimension: n_x, the number of inputs.
/// - Returns: w of shape (n_x, 1) and b, all zero.
///
/// ```swift
/// print(try initializeWithZeros(2).w.shape)  // [2, 1]
/// ```
public func initializeWithZeros(_ dimension: Int) throws -> LogisticParameters {
  // BEGIN SOLUTION
  return LogisticParameters(w: .zeros(dimension, 1), b: 0)
  // END SOLUTION
}

/// The cost of logistic regression and its gradients.
///
///     A  = σ(wᵀX + b)
///     J  = -1/m Σ [y log a + (1 - y) log(1 - a)]
///     dw = 1/m X (A - Y)ᵀ
///     db = 1/m Σ (a - y)
///
/// - Parameters:
///   - w: weights, shape (n_x, 1).
///   - b: bias.
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels 0 and 1, shape (1, m).
/// - Returns: cost J, dw of the shape of w, and db.
///
/// ```swift
/// let result = try propagate(
///   Tensor([[1], [2]]), 2, Tensor([[1, 2, -1], [3, 4, -3.2]]), Tensor([[1, 0, 1]]))
/// print(result.cost, result.db)  // 5.80154531939 0.00145557813678
/// ```
public func propagate(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor
) throws -> LogisticPropagation {
  // BEGIN SOLUTION
  let m = Double(X.columns)
  let A = try sigmoid(dot(w.T, X) + b)
  let cost = try -(Y * log(A) + (1 - Y) * log(1 - A)).sum() / m
  let dZ = try A - Y
  return LogisticPropagation(cost: cost, dw: try dot(X, dZ.T) / m, db: dZ.sum() / m)
  // END SOLUTION
}

/// Gradient descent: many small steps downhill.
///
///     w := w - α dw,  b := b - α db
///
/// - Parameters:
///   - w: the weights to start from, shape (n_x, 1).
///   - b: the bias to start from.
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (1, m).
///   - steps: how many steps to make.
///   - learningRate: α.
/// - Returns: w and b after the last step, and the cost before steps 0, 100, 200, …
public func optimize(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor, _ steps: Int, _ learningRate: Double
) throws -> LogisticOptimization {
  // BEGIN SOLUTION
  var w = w
  var b = b
  var costs: [Double] = []
  for step in 0..<steps {
    let slope = try propagate(w, b, X, Y)
    if step.isMultiple(of: 100) { costs.append(slope.cost) }
    try w -= learningRate * slope.dw
    b -= learningRate * slope.db
  }
  return LogisticOptimization(w: w, b: b, costs: costs)
  // END SOLUTION
}

/// The class of every example: 1 where the probability is greater than 0.5, else 0.
///
/// - Parameters:
///   - w: weights, shape (n_x, 1).
///   - b: bias.
///   - X: examples as columns, shape (n_x, m).
/// - Returns: ones and zeros, shape (1, m). A probability of exactly 0.5 gives 0.
public func predict(_ w: Tensor, _ b: Double, _ X: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try sigmoid(dot(w.T, X) + b) .> 0.5
  // END SOLUTION
}

/// Logistic regression from start to end: it begins with zeros, learns from the training set, and
/// is judged on both sets.
///
///     accuracy = 100 (1 - mean |ŷ - y|)
///
/// - Parameters:
///   - trainX: examples to learn from, shape (n_x, m).
///   - trainY: their labels, shape (1, m).
///   - testX: examples kept apart, shape (n_x, m_test).
///   - testY: their labels, shape (1, m_test).
///   - steps: steps of gradient descent.
///   - learningRate: α.
/// - Returns: w, b, the costs of every 100th step, and both accuracies in percent.
public func model(
  _ trainX: Tensor, _ trainY: Tensor, _ testX: Tensor, _ testY: Tensor,
  _ steps: Int, _ learningRate: Double
) throws -> LogisticModel {
  // BEGIN SOLUTION
  let start = try initializeWithZeros(trainX.rows)
  let end = try optimize(start.w, start.b, trainX, trainY, steps, learningRate)
  func accuracy(_ X: Tensor, _ Y: Tensor) throws -> Double {
    try 100 * (1 - abs(predict(end.w, end.b, X) - Y).mean())
  }
  return LogisticModel(
    w: end.w, b: end.b, costs: end.costs,
    trainAccuracy: try accuracy(trainX, trainY), testAccuracy: try accuracy(testX, testY))
  // END SOLUTION
}
