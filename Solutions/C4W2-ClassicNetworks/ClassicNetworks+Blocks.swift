import Syllabus
import Tensors

// MARK: Given: what you wrote in C4W1 and C2W3b

/// The ε of batch normalization in these blocks, as in the original exercise.
let epsilon = 1e-3

/// Pictures with a frame of one value, `before` pixels wide above and on the left, `after` below and on
/// the right.
func framed(
  _ A: Tensor, before: Int, after: Int, with value: Double = 0
) throws -> Tensor {
  let (m, n_H, n_W, n_C) = try A.pictureSizes
  let wide = try Tensor.concatenate(
    [.full([m, n_H, before, n_C], value), A, .full([m, n_H, after, n_C], value)], axis: 2)
  let width = before + n_W + after
  return try Tensor.concatenate(
    [.full([m, before, width, n_C], value), wide, .full([m, after, width, n_C], value)], axis: 1)
}

/// A convolution of stride 1 that keeps height and width, without a bias.
///
/// f - 1 rows and columns of zeros are added, half of them at each end; if f - 1 is odd, one more below
/// and on the right.
func convolveSame(_ A_prev: Tensor, _ W: Tensor) throws -> Tensor {
  let (m, n_H, n_W, n_C_prev) = try A_prev.pictureSizes
  let (f, n_C) = (W.shape[0], W.shape[3])
  let A_pad = try framed(A_prev, before: (f - 1) / 2, after: f / 2)
  var places: [Tensor] = []
  for y in 0..<f {
    let band = try A_pad.slice(axis: 1, y..<y + n_H)
    for x in 0..<f {
      places.append(try band.slice(axis: 2, x..<x + n_W).reshaped(-1, n_C_prev))
    }
  }
  let Z = try dot(Tensor.concatenate(places, axis: 1), W.reshaped(-1, n_C))
  return try Z.reshaped(m, n_H, n_W, n_C)
}

/// Max pooling of 3 × 3 with stride 1 that keeps height and width; the frame is never the largest.
func maxPoolSame(_ A: Tensor) throws -> Tensor {
  let (_, n_H, n_W, _) = try A.pictureSizes
  let A_pad = try framed(A, before: 1, after: 1, with: -.infinity)
  var largest = A
  for y in 0..<3 {
    for x in 0..<3 {
      largest = try maximum(
        largest, A_pad.slice(axis: 1, y..<y + n_H).slice(axis: 2, x..<x + n_W))
    }
  }
  return largest
}

/// The batch normalization that belongs to a convolution: by the batch in training, otherwise by the
/// running averages.
func batchNorm(_ Z: Tensor, _ layer: NormalizedConvolution, _ isTraining: Bool) throws -> Tensor {
  var (mean, variance) = (layer.mean, layer.variance)
  if isTraining {
    mean = try Z.mean(axes: [0, 1, 2], keepingDimensions: true)
    variance = try (Z - mean).squared().mean(axes: [0, 1, 2], keepingDimensions: true)
  }
  return try layer.gamma * (Z - mean) / sqrt(variance + epsilon) + layer.beta
}

/// max(0, Z).
func relu(_ Z: Tensor) -> Tensor { maximum(0, Z) }

// MARK: Small convolutions

/// A convolution with filters of 1 × 1, as one matrix product.
///
///     Z[i, h, w, :] = A_prev[i, h·s, w·s, :] · W        at every place the same dense layer
///
/// There is no padding, and no bias: batch normalization follows, whose β does its work.
///
/// - Parameters:
///   - A_prev: shape (m, n_H_prev, n_W_prev, n_C_prev).
///   - W: the filters, shape (1, 1, n_C_prev, n_C).
///   - stride: s; every s-th row and column is taken, beginning with the first.
/// - Returns: shape (m, ⌊(n_H_prev - 1)/s⌋ + 1, ⌊(n_W_prev - 1)/s⌋ + 1, n_C).
///
/// ```swift
/// let pixels = try Tensor([1, 2, 3, 4]).reshaped(1, 1, 2, 2)  // two pixels of two channels
/// let W = try Tensor([[1, 0, 1], [0, 1, 1]]).reshaped(1, 1, 2, 3)
/// print(try pointwiseConvolution(pixels, W, 1).flattened)  // [1. 2. 3. 3. 4. 7.]
/// ```
public func pointwiseConvolution(_ A_prev: Tensor, _ W: Tensor, _ stride: Int) throws -> Tensor {
  // BEGIN SOLUTION
  let (m, n_H_prev, n_W_prev, n_C_prev) = try A_prev.pictureSizes
  let (n_H, n_W) = ((n_H_prev - 1) / stride + 1, (n_W_prev - 1) / stride + 1)
  let A = try A_prev.slice(axis: 1, at: (0..<n_H).map { $0 * stride })
    .slice(axis: 2, at: (0..<n_W).map { $0 * stride })
  let Z = try dot(A.reshaped(-1, n_C_prev), W.reshaped(n_C_prev, -1))
  return try Z.reshaped(m, n_H, n_W, -1)
  // END SOLUTION
}

/// A convolution that looks at each channel by itself, with one filter for each.
///
///     Z[i, h, w, c] = Σ A_pad[i, h·s ..< h·s + f, w·s ..< w·s + f, c] * W[:, :, c]
///
/// There is no bias; `framed`, above, adds the frame. A depthwise convolution followed by
/// `pointwiseConvolution` with n filters replaces a full one, at 1/n + 1/f² of its multiplications.
///
/// - Parameters:
///   - A_prev: shape (m, n_H_prev, n_W_prev, n_C).
///   - W: a filter for each channel, shape (f, f, n_C).
///   - stride: s, how far the window moves.
///   - pad: the width of the frame of zeros.
/// - Returns: shape (m, ⌊(n_H_prev + 2·pad - f)/s⌋ + 1, ⌊(n_W_prev + 2·pad - f)/s⌋ + 1, n_C).
///
/// ```swift
/// let pixels = try Tensor([1, 2, 3, 4]).reshaped(1, 1, 2, 2)  // two pixels of two channels
/// print(try depthwiseConvolution(pixels, Tensor([[[10, 1]]]), 1, 0).flattened)  // [10.  2. 30.  4.]
/// ```
public func depthwiseConvolution(
  _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> Tensor {
  // BEGIN SOLUTION
  let (m, n_H_prev, n_W_prev, n_C) = try A_prev.pictureSizes
  let f = W.shape[0]
  let n_H = (n_H_prev + 2 * pad - f) / stride + 1
  let n_W = (n_W_prev + 2 * pad - f) / stride + 1
  let A_pad = try framed(A_prev, before: pad, after: pad)
  var Z = Tensor.zeros(m, n_H, n_W, n_C)
  for y in 0..<f {
    let band = try A_pad.slice(axis: 1, at: (0..<n_H).map { $0 * stride + y })
    for x in 0..<f {
      let pixels = try band.slice(axis: 2, at: (0..<n_W).map { $0 * stride + x })
      try Z += pixels * W.entry(y).entry(x)
    }
  }
  return Z
  // END SOLUTION
}

// MARK: Residual blocks

/// A residual block whose shortcut hands the input on as it is.
///
///     X → 1 × 1 → norm → ReLU → f × f, same → norm → ReLU → 1 × 1 → norm → + → ReLU
///     └─────────────────────────────────────────────────────────────────── ↑
///
/// All strides are 1, so the main path keeps height and width, and the third layer makes as many
/// channels as X has.
///
/// - Parameters:
///   - X: shape (m, n_H, n_W, n_C).
///   - block: the three layers of the main path.
///   - isTraining: whether batch normalization takes the statistics of the batch or the running ones.
/// - Returns: shape (m, n_H, n_W, n_C).
///
/// `convolveSame`, `batchNorm` and `relu` are given above.
public func identityBlock(
  _ X: Tensor, _ block: ResidualBlock, _ isTraining: Bool
) throws -> Tensor {
  // BEGIN SOLUTION
  var A = try relu(batchNorm(pointwiseConvolution(X, block.first.W, 1), block.first, isTraining))
  A = try relu(batchNorm(convolveSame(A, block.second.W), block.second, isTraining))
  let Z = try batchNorm(pointwiseConvolution(A, block.third.W, 1), block.third, isTraining)
  return relu(try Z + X)
  // END SOLUTION
}

/// A residual block that changes the shape, with a projection on its shortcut.
///
///     X → 1 × 1, stride s → norm → ReLU → f × f, same → norm → ReLU → 1 × 1 → norm → + → ReLU
///     └─ 1 × 1, stride s → norm ────────────────────────────────────────────────── ↑
///
/// The stride belongs to the first layer of the main path and to the projection. The projection has no
/// ReLU of its own.
///
/// - Parameters:
///   - X: shape (m, n_H_prev, n_W_prev, n_C_prev).
///   - block: the three layers of the main path.
///   - projection: the convolution on the shortcut, with filters of shape (1, 1, n_C_prev, n_C).
///   - s: the stride.
///   - isTraining: whether batch normalization takes the statistics of the batch or the running ones.
/// - Returns: shape (m, ⌊(n_H_prev - 1)/s⌋ + 1, ⌊(n_W_prev - 1)/s⌋ + 1, n_C).
public func convolutionalBlock(
  _ X: Tensor, _ block: ResidualBlock, _ projection: NormalizedConvolution, _ s: Int,
  _ isTraining: Bool
) throws -> Tensor {
  // BEGIN SOLUTION
  var A = try relu(batchNorm(pointwiseConvolution(X, block.first.W, s), block.first, isTraining))
  A = try relu(batchNorm(convolveSame(A, block.second.W), block.second, isTraining))
  let Z = try batchNorm(pointwiseConvolution(A, block.third.W, 1), block.third, isTraining)
  let shortcut = try batchNorm(pointwiseConvolution(X, projection.W, s), projection, isTraining)
  return relu(try Z + shortcut)
  // END SOLUTION
}

// MARK: Inception

/// Several convolutions side by side on the same input, their outputs stacked along the channels.
///
/// A branch that `pools` begins with `maxPoolSame`. Then come its convolutions in their order, each with
/// stride 1 and “same” padding, `convolveSame`, and each followed by a ReLU. As all branches keep height
/// and width, their outputs can be put together along the channels, in the order of the branches.
///
/// - Parameters:
///   - A_prev: shape (m, n_H, n_W, n_C_prev).
///   - branches: the branches, each of which begins at A_prev.
/// - Returns: shape (m, n_H, n_W, n_C), where n_C is the sum of the branches' channels.
///
/// ```swift
/// let pixels = try Tensor([1, 5, 2]).reshaped(1, 1, 3, 1)
/// let (same, negative) = (Tensor.ones(1, 1, 1, 1), Tensor.full([1, 1, 1, 1], -1))
/// let branches = [
///   InceptionBranch(filters: [same]), InceptionBranch(filters: [negative]),
///   InceptionBranch(pools: true, filters: [same]),
/// ]
/// print(try inceptionConcatenate(pixels, branches).reshaped(3, 3))
/// // [[1. 0. 5.]
/// //  [5. 0. 5.]
/// //  [2. 0. 5.]]
/// ```
public func inceptionConcatenate(_ A_prev: Tensor, _ branches: [InceptionBranch]) throws -> Tensor {
  // BEGIN SOLUTION
  let outputs = try branches.map { branch in
    var A = branch.pools ? try maxPoolSame(A_prev) : A_prev
    for W in branch.filters { A = relu(try convolveSame(A, W)) }
    return A
  }
  return try Tensor.concatenate(outputs, axis: 3)
  // END SOLUTION
}
