import Syllabus
import Tensors

// Pictures are (m, n_H, n_W, n_C): examples, rows, columns, channels. Filters are (f, f, n_C_prev,
// n_C): rows, columns, channels of the input, channels of the output. A bias is (1, 1, 1, n_C).
// Given are A.pictureSizes, A.window(i, row:column:side:), A.cropped(by:) and A.spread(…): see the
// lesson.

// MARK: Sizes and padding

/// How many windows fit along one side of a picture.
///
///     ⌊(n + 2p - f) / s⌋ + 1
///
/// - Parameters:
///   - n: the side's length in pixels.
///   - f: the filter's side.
///   - stride: s, how far the window moves.
///   - pad: p, the zeros put on at each end.
///
/// ```swift
/// print(try outputSize(28, 5, 1, 0), try outputSize(7, 3, 2, 0), try outputSize(8, 3, 2, 0))
/// // 24 3 3
/// ```
public func outputSize(_ n: Int, _ f: Int, _ stride: Int, _ pad: Int) throws -> Int {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The padding with which a convolution of stride 1 keeps the picture's size.
///
///     p = (f - 1) / 2
///
/// - Parameter f: the filter's side, an odd number.
///
/// ```swift
/// print(try samePadding(3), try samePadding(5))  // 1 2
/// ```
public func samePadding(_ f: Int) throws -> Int {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Every picture with a frame of zeros.
///
/// - Parameters:
///   - X: pictures, shape (m, n_H, n_W, n_C).
///   - pad: the width of the frame.
/// - Returns: shape (m, n_H + 2·pad, n_W + 2·pad, n_C).
///
/// ```swift
/// let picture = Tensor([[[[1], [2]]]])  // one row of two pixels
/// print(try zeroPad(picture, 1).reshaped(3, 4))
/// // [[0. 0. 0. 0.]
/// //  [0. 1. 2. 0.]
/// //  [0. 0. 0. 0.]]
/// ```
public func zeroPad(_ X: Tensor, _ pad: Int) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Forward, window by window

/// One window under one filter: one number.
///
///     z = Σ window * W + b
///
/// - Parameters:
///   - window: a piece of the padded picture, shape (f, f, n_C_prev).
///   - W: one filter, the same shape.
///   - b: the filter's bias.
///
/// ```swift
/// print(try convolveSingleStep(Tensor([[[1], [2]], [[3], [4]]]), .ones(2, 2, 1), 0.5))  // 10.5
/// ```
public func convolveSingleStep(_ window: Tensor, _ W: Tensor, _ b: Double) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// A convolution: every filter laid on every window of every picture.
///
///     Z[i, h, w, c] = Σ A_pad[i, h·s ..< h·s + f, w·s ..< w·s + f, :] * W[:, :, :, c] + b[c]
///
/// The filter is not flipped: strictly this is a cross-correlation, which the field calls convolution.
/// - Parameters:
///   - A_prev: the layer below, shape (m, n_H_prev, n_W_prev, n_C_prev).
///   - W: the filters, shape (f, f, n_C_prev, n_C).
///   - b: the biases, shape (1, 1, 1, n_C).
/// - Returns: Z, shape (m, n_H, n_W, n_C).
///
/// ```swift
/// let picture = Tensor([[[[1], [2], [3]], [[4], [5], [6]]]])  // 2 × 3 pixels
/// print(try convolveForward(picture, .ones(2, 2, 1, 1), .zeros(1, 1, 1, 1), 1, 0).flattened)
/// // [12. 16.]
/// ```
public func convolveForward(
  _ A_prev: Tensor, _ W: Tensor, _ b: Tensor, _ stride: Int, _ pad: Int
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Pooling: of every window, in every channel on its own, the largest number or the mean.
///
/// - Parameters:
///   - A_prev: shape (m, n_H_prev, n_W_prev, n_C).
///   - f: the window's side.
///   - stride: how far the window moves. There is no padding.
/// - Returns: shape (m, n_H, n_W, n_C).
///
/// ```swift
/// let picture = Tensor([[[[1], [2], [3]], [[4], [5], [6]]]])  // 2 × 3 pixels
/// print(try poolForward(picture, 2, 1, .max).flattened)      // [5. 6.]
/// print(try poolForward(picture, 2, 1, .average).flattened)  // [3. 4.]
/// ```
public func poolForward(
  _ A_prev: Tensor, _ f: Int, _ stride: Int, _ mode: PoolMode
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Backward, window by window

/// The gradients of a convolution: every window gets back what it gave.
///
///     dA_pad[i, h·s ..< h·s + f, w·s ..< w·s + f, :] += W[:, :, :, c] · dZ[i, h, w, c]
///     dW[:, :, :, c] += A_pad[i, h·s ..< h·s + f, w·s ..< w·s + f, :] · dZ[i, h, w, c]
///     db[c] += dZ[i, h, w, c]
///
/// - Parameters:
///   - dZ: ∂J/∂Z, shape (m, n_H, n_W, n_C).
///   - A_prev: what the convolution was given, shape (m, n_H_prev, n_W_prev, n_C_prev).
///   - W: the filters, shape (f, f, n_C_prev, n_C).
/// - Returns: dA_prev without the frame of the padding, dW, and db. They are sums over the examples:
///   any 1/m is already in dZ.
public func convolveBackward(
  _ dZ: Tensor, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> ConvolutionGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Where the largest number of a window stands: 1 there, 0 elsewhere.
///
/// If the largest number occurs more than once, every occurrence is marked.
/// - Parameter window: shape (f, f).
///
/// ```swift
/// print(try maskFromWindow(Tensor([[1, 3], [3, 2]])))
/// // [[0. 1.]
/// //  [1. 0.]]
/// ```
public func maskFromWindow(_ window: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// One number shared out evenly over a window.
///
/// - Parameters:
///   - dz: the number.
///   - n_H: the window's rows.
///   - n_W: the window's columns.
/// - Returns: shape (n_H, n_W); the elements are equal and add up to dz.
///
/// ```swift
/// print(try distributeValue(2, 2, 2))
/// // [[0.5 0.5]
/// //  [0.5 0.5]]
/// ```
public func distributeValue(_ dz: Double, _ n_H: Int, _ n_W: Int) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradient of pooling: to the largest number of each window, or to all its numbers evenly.
///
/// Windows may overlap, and a pixel collects what each of its windows gives it. In `max` mode every
/// occurrence of the largest number gets the whole gradient of its window.
/// - Parameters:
///   - dA: ∂J/∂A, shape (m, n_H, n_W, n_C).
///   - A_prev: what was pooled, shape (m, n_H_prev, n_W_prev, n_C).
/// - Returns: dA_prev, the shape of A_prev.
public func poolBackward(
  _ dA: Tensor, _ A_prev: Tensor, _ f: Int, _ stride: Int, _ mode: PoolMode
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: One matrix product instead of loops

/// Every window of every picture as a column of one matrix.
///
/// - Parameter A_prev: shape (m, n_H_prev, n_W_prev, n_C_prev).
/// - Returns: shape (f·f·n_C_prev, m·n_H·n_W). A column holds a window's numbers in the order (row,
///   column, channel); the columns come in the order (example, row, column).
///
/// ```swift
/// let picture = Tensor([[[[1], [2], [3]], [[4], [5], [6]]]])  // 2 × 3 pixels, two windows of 2 × 2
/// print(try imageToColumns(picture, 2, 1, 0))
/// // [[1. 2.]
/// //  [2. 3.]
/// //  [4. 5.]
/// //  [5. 6.]]
/// ```
public func imageToColumns(
  _ A_prev: Tensor, _ f: Int, _ stride: Int, _ pad: Int
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Columns laid back on the pictures they came from; where windows overlap, they add up.
///
/// This is the transpose of `imageToColumns`, as the backward pass needs it: each number goes where
/// `imageToColumns` has taken it from.
/// - Parameters:
///   - columns: shape (f·f·n_C_prev, m·n_H·n_W).
///   - shape: the pictures' shape without padding, m, n_H_prev, n_W_prev, n_C_prev.
/// - Returns: pictures of that shape; what falls on the padding is cut off.
///
/// ```swift
/// let ones = Tensor.ones(4, 2)  // the two windows of 2 × 3 pixels
/// print(try columnsToImage(ones, [1, 2, 3, 1], 2, 1, 0).reshaped(2, 3))
/// // [[1. 2. 1.]
/// //  [1. 2. 1.]]
/// ```
public func columnsToImage(
  _ columns: Tensor, _ shape: [Int], _ f: Int, _ stride: Int, _ pad: Int
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// A convolution as one product of matrices, the formula of a dense layer.
///
///     Z = WᵀX + b with W (f·f·n_C_prev, n_C) and X = imageToColumns(A_prev)
///
/// - Returns: Z, shape (m, n_H, n_W, n_C), the same as `convolveForward` gives.
public func convolveForwardByProduct(
  _ A_prev: Tensor, _ W: Tensor, _ b: Tensor, _ stride: Int, _ pad: Int
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of a convolution as products of matrices, the formulas of a dense layer.
///
///     dW = X dZᵀ,  db = Σ dZ,  dX = W dZ, and dA_prev = columnsToImage(dX)
///
/// - Returns: the same as `convolveBackward` gives.
public func convolveBackwardByProduct(
  _ dZ: Tensor, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> ConvolutionGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: A network

/// The forward pass of a small network modelled on LeNet.
///
///     Z1 = CONV(X, W1, b1)      P1 = MAXPOOL(RELU(Z1))
///     Z2 = CONV(P1, W2, b2)     P2 = MAXPOOL(RELU(Z2))
///     A3 = softmax(W3 F + b3),  F = P2 with every example as a column
///
/// Convolutions have stride 1 and no padding; pooling is 2 × 2 with stride 2, by `maxPool` below.
/// - Parameter X: pictures, shape (m, n_H, n_W, n_C0).
/// - Returns: what the backward pass needs, and A3 of shape (classes, m).
public func leNetForward(_ parameters: LeNetParameters, _ X: Tensor) throws -> LeNetActivations {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The backward pass of the network, for the cross-entropy J = -1/m Σ y log a.
///
///     dZ3 = (A3 - Y) / m,  dW3 = dZ3 Fᵀ,  db3 = Σ dZ3,  dF = W3ᵀ dZ3
///     dZ2 = MAXPOOL backward of dP2, where Z2 > 0; likewise dZ1
///
/// The 1/m goes in once, at the top; everything below is a plain sum.
/// - Parameters:
///   - activations: what `leNetForward` gave.
///   - X: pictures, shape (m, n_H, n_W, n_C0).
///   - Y: one-hot labels, shape (classes, m).
/// - Returns: the gradients, in the shapes of the parameters.
public func leNetBackward(
  _ parameters: LeNetParameters, _ activations: LeNetActivations, _ X: Tensor, _ Y: Tensor
) throws -> LeNetParameters {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Given

/// max(0, z) of every element.
func relu(_ Z: Tensor) -> Tensor { maximum(Z, 0) }

/// The softmax of every column.
func softmaxColumns(_ Z: Tensor) throws -> Tensor {
  let powers = exp(try Z - Z.max(axis: 0, keepingDimensions: true))
  return try powers / powers.sum(axis: 0, keepingDimensions: true)
}

/// Max pooling of 2 × 2 with stride 2, the largest of each window found through `imageToColumns`.
func maxPool(_ A_prev: Tensor) throws -> Tensor {
  let (m, n_H, n_W, n_C) = try A_prev.pictureSizes
  let windows = try imageToColumns(A_prev, 2, 2, 0).reshaped(4, -1)  // (4, n_C·m·n_H/2·n_W/2)
  return try windows.max(axis: 0).reshaped(n_C, -1).T.reshaped(m, n_H / 2, n_W / 2, n_C)
}

/// The gradient of `maxPool`, laid back through `columnsToImage`.
func maxPoolBackward(_ dA: Tensor, _ A_prev: Tensor) throws -> Tensor {
  let n_C = A_prev.shape[3]
  let windows = try imageToColumns(A_prev, 2, 2, 0).reshaped(4, -1)
  let largest = try windows.max(axis: 0, keepingDimensions: true)
  let dWindows = try (windows .== largest) * dA.reshaped(-1, n_C).T.reshaped(1, -1)
  return try columnsToImage(dWindows.reshaped(4 * n_C, -1), A_prev.shape, 2, 2, 0)
}
