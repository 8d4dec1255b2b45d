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
  // BEGIN SOLUTION
  return (n + 2 * pad - f) / stride + 1
  // END SOLUTION
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
  // BEGIN SOLUTION
  return (f - 1) / 2
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, n_H, n_W, n_C) = try X.pictureSizes
  let side = Tensor.zeros(m, n_H, pad, n_C)
  let wide = try Tensor.concatenate([side, X, side], axis: 2)
  let bar = Tensor.zeros(m, pad, n_W + 2 * pad, n_C)
  return try Tensor.concatenate([bar, wide, bar], axis: 1)
  // END SOLUTION
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
  // BEGIN SOLUTION
  return try (window * W).sum() + b
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, n_H_prev, n_W_prev, _) = try A_prev.pictureSizes
  let (f, n_C) = (W.shape[0], W.shape[3])
  let n_H = try outputSize(n_H_prev, f, stride, pad)
  let n_W = try outputSize(n_W_prev, f, stride, pad)
  let A_pad = try zeroPad(A_prev, pad)
  let filters = try (0..<n_C).map { c in try W.entry(c, axis: 3) }
  var Z = Tensor.zeros(m, n_H, n_W, n_C)
  for i in 0..<m {
    for h in 0..<n_H {
      for w in 0..<n_W {
        let window = try A_pad.window(i, row: h * stride, column: w * stride, side: f)
        for c in 0..<n_C {
          Z[i, h, w, c] = try convolveSingleStep(window, filters[c], b[0, 0, 0, c])
        }
      }
    }
  }
  return Z
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, n_H_prev, n_W_prev, n_C) = try A_prev.pictureSizes
  let n_H = try outputSize(n_H_prev, f, stride, 0)
  let n_W = try outputSize(n_W_prev, f, stride, 0)
  var A = Tensor.zeros(m, n_H, n_W, n_C)
  for i in 0..<m {
    for h in 0..<n_H {
      for w in 0..<n_W {
        let window = try A_prev.window(i, row: h * stride, column: w * stride, side: f)
        for c in 0..<n_C {
          let channel = try window.entry(c, axis: 2)
          A[i, h, w, c] = mode == .max ? channel.max() : channel.mean()
        }
      }
    }
  }
  return A
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, n_H, n_W, n_C) = try dZ.pictureSizes
  let (f, n_C_prev) = (W.shape[0], W.shape[2])
  let A_pad = try zeroPad(A_prev, pad)
  var dA_pad = Tensor.zeros(shape: A_pad.shape)
  var dW = Tensor.zeros(shape: W.shape)
  var db = Tensor.zeros(1, 1, 1, n_C)
  for i in 0..<m {
    for h in 0..<n_H {
      for w in 0..<n_W {
        for c in 0..<n_C {
          let dz = dZ[i, h, w, c]
          for y in 0..<f {
            for x in 0..<f {
              for k in 0..<n_C_prev {
                dA_pad[i, h * stride + y, w * stride + x, k] += W[y, x, k, c] * dz
                dW[y, x, k, c] += A_pad[i, h * stride + y, w * stride + x, k] * dz
              }
            }
          }
          db[0, 0, 0, c] += dz
        }
      }
    }
  }
  return ConvolutionGradients(dA_prev: try dA_pad.cropped(by: pad), dW: dW, db: db)
  // END SOLUTION
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
  // BEGIN SOLUTION
  return window .== window.max()
  // END SOLUTION
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
  // BEGIN SOLUTION
  return .full([n_H, n_W], dz / Double(n_H * n_W))
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, n_H, n_W, n_C) = try dA.pictureSizes
  var dA_prev = Tensor.zeros(shape: A_prev.shape)
  for i in 0..<m {
    for h in 0..<n_H {
      for w in 0..<n_W {
        let window = try A_prev.window(i, row: h * stride, column: w * stride, side: f)
        for c in 0..<n_C {
          let da = dA[i, h, w, c]
          let share =
            mode == .max
            ? try maskFromWindow(window.entry(c, axis: 2)) * da : try distributeValue(da, f, f)
          for y in 0..<f {
            for x in 0..<f {
              dA_prev[i, h * stride + y, w * stride + x, c] += share[y, x]
            }
          }
        }
      }
    }
  }
  return dA_prev
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (_, n_H_prev, n_W_prev, n_C_prev) = try A_prev.pictureSizes
  let n_H = try outputSize(n_H_prev, f, stride, pad)
  let n_W = try outputSize(n_W_prev, f, stride, pad)
  let A_pad = try zeroPad(A_prev, pad)
  // One pass for each place in the window, not for each window: f·f slices of all pictures at once.
  var places: [Tensor] = []
  for y in 0..<f {
    let band = try A_pad.slice(axis: 1, at: (0..<n_H).map { $0 * stride + y })
    for x in 0..<f {
      let pixels = try band.slice(axis: 2, at: (0..<n_W).map { $0 * stride + x })
      places.append(try pixels.reshaped(-1, n_C_prev))  // (m·n_H·n_W, n_C_prev)
    }
  }
  return try Tensor.concatenate(places, axis: 1).T
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, n_C_prev) = (shape[0], shape[3])
  let (height, width) = (shape[1] + 2 * pad, shape[2] + 2 * pad)
  let n_H = try outputSize(shape[1], f, stride, pad)
  let n_W = try outputSize(shape[2], f, stride, pad)
  var padded = Tensor.zeros(m, height, width, n_C_prev)
  for y in 0..<f {
    for x in 0..<f {
      let first = (y * f + x) * n_C_prev
      let place = try columns.rows(first..<first + n_C_prev).T.reshaped(m, n_H, n_W, n_C_prev)
      let tall = try place.spread(axis: 1, to: height, from: y, stride: stride)
      try padded += tall.spread(axis: 2, to: width, from: x, stride: stride)
    }
  }
  return try padded.cropped(by: pad)
  // END SOLUTION
}

/// A convolution as one product of matrices, the formula of a dense layer.
///
///     Z = WᵀX + b with W (f·f·n_C_prev, n_C) and X = imageToColumns(A_prev)
///
/// - Returns: Z, shape (m, n_H, n_W, n_C), the same as `convolveForward` gives.
public func convolveForwardByProduct(
  _ A_prev: Tensor, _ W: Tensor, _ b: Tensor, _ stride: Int, _ pad: Int
) throws -> Tensor {
  // BEGIN SOLUTION
  let (m, n_H_prev, n_W_prev, _) = try A_prev.pictureSizes
  let (f, n_C) = (W.shape[0], W.shape[3])
  let n_H = try outputSize(n_H_prev, f, stride, pad)
  let n_W = try outputSize(n_W_prev, f, stride, pad)
  let X = try imageToColumns(A_prev, f, stride, pad)
  let Z = try dot(W.reshaped(-1, n_C).T, X) + b.reshaped(n_C, 1)  // (n_C, m·n_H·n_W)
  return try Z.T.reshaped(m, n_H, n_W, n_C)
  // END SOLUTION
}

/// The gradients of a convolution as products of matrices, the formulas of a dense layer.
///
///     dW = X dZᵀ,  db = Σ dZ,  dX = W dZ, and dA_prev = columnsToImage(dX)
///
/// - Returns: the same as `convolveBackward` gives.
public func convolveBackwardByProduct(
  _ dZ: Tensor, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> ConvolutionGradients {
  // BEGIN SOLUTION
  let (f, n_C) = (W.shape[0], W.shape[3])
  let X = try imageToColumns(A_prev, f, stride, pad)
  let dZ = try dZ.reshaped(-1, n_C)  // (m·n_H·n_W, n_C), already transposed
  let dX = try dot(W.reshaped(-1, n_C), dZ.T)
  return ConvolutionGradients(
    dA_prev: try columnsToImage(dX, A_prev.shape, f, stride, pad),
    dW: try dot(X, dZ).reshaped(shape: W.shape),
    db: try dZ.sum(axis: 0).reshaped(1, 1, 1, n_C))
  // END SOLUTION
}
