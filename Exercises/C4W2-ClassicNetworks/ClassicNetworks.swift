import Syllabus
import Tensors

// Pictures are (m, n_H, n_W, n_C): examples, rows, columns, channels. Filters are (f, f, n_C_prev,
// n_C), as in C4W1.

// MARK: How large is a network?

/// The shape of each layer's output, for one picture.
///
///     convolution   (⌊(n_H + 2p - f)/s⌋ + 1, ⌊(n_W + 2p - f)/s⌋ + 1, filters)
///     depthwise     height and width by the same formula; the channels stay as many
///     pooling       height and width by the same formula; the channels stay as many
///     dense         (units), whatever came before
///
/// - Parameters:
///   - input: n_H, n_W and n_C of the picture.
///   - layers: the layers in their order; `layer.kind` says which of the four it is, `layer.f`,
///     `layer.n_C` (filters or units), `layer.stride` and `layer.pad` how large.
/// - Returns: a shape for each layer: three numbers, or one for a dense layer.
///
/// ```swift
/// let layers: [NetworkLayer] = [.convolution(f: 5, filters: 6), .pooling(f: 2, stride: 2), .dense(units: 10)]
/// print(try layerShapes([32, 32, 1], layers))  // [[28, 28, 6], [14, 14, 6], [10]]
/// ```
public func layerShapes(_ input: [Int], _ layers: [NetworkLayer]) throws -> [[Int]] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The number of parameters of each layer, weights and biases.
///
///     convolution   (f · f · n_C_prev + 1) · n_C      each filter sees all channels and has one bias
///     depthwise     (f · f + 1) · n_C                 each channel has a filter and a bias
///     pooling       0
///     dense         (numbers of its input + 1) · units
///
/// - Parameters:
///   - input: n_H, n_W and n_C of the picture.
///   - layers: the layers in their order.
/// - Returns: a number for each layer.
///
/// ```swift
/// print(try parameterCounts([32, 32, 1], [.convolution(f: 5, filters: 6), .pooling(f: 2, stride: 2)]))
/// // [156, 0]
/// ```
public func parameterCounts(_ input: [Int], _ layers: [NetworkLayer]) throws -> [Int] {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The number of multiplications that each layer takes for one picture.
///
///     convolution   n_H · n_W · n_C · f · f · n_C_prev      each number of the output takes a window
///     depthwise     n_H · n_W · n_C · f · f
///     pooling       0
///     dense         numbers of its input · units
///
/// n_H, n_W and n_C are those of the layer's output. Biases are added and cost none.
///
/// - Parameters:
///   - input: n_H, n_W and n_C of the picture.
///   - layers: the layers in their order.
/// - Returns: a number for each layer.
///
/// ```swift
/// print(try multiplications([28, 28, 192], [.convolution(f: 5, filters: 32, pad: 2)]))  // [120422400]
/// ```
public func multiplications(_ input: [Int], _ layers: [NetworkLayer]) throws -> [Int] {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: A shortcut past two layers

/// Two dense layers with ReLU, with a shortcut past them or without.
///
///     Z1 = W1 A_prev + b1,  A1 = max(0, Z1),  Z2 = W2 A1 + b2
///     A2 = max(0, Z2 + A_prev)      with the shortcut
///     A2 = max(0, Z2)               without
///
/// - Parameters:
///   - A_prev: examples as columns, shape (n, m).
///   - block: the parameters of both layers; with a shortcut the second has n units again.
///   - hasShortcut: whether A_prev is added.
/// - Returns: Z1, A1, Z2 (without what is added) and A2.
///
/// ```swift
/// let layer = LayerParameters(W: .zeros(2, 2), b: .zeros(2, 1))
/// let pass = try residualForward(Tensor([[3], [1]]), [layer, layer], true)
/// print(pass.A2.T)  // [[3. 1.]]
/// ```
public func residualForward(
  _ A_prev: Tensor, _ block: [LayerParameters], _ hasShortcut: Bool
) throws -> ResidualPass {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The gradients of the block of `residualForward`.
///
///     dZ = dA2 * (Z2 + A_prev > 0)      the ReLU's argument; without the shortcut Z2 alone
///     dW2 = 1/m dZ A1ᵀ,      db2 = 1/m Σᵢ dZ⁽ⁱ⁾
///     dZ1 = W2ᵀ dZ * (Z1 > 0)
///     dW1 = 1/m dZ1 A_prevᵀ,  db1 = 1/m Σᵢ dZ1⁽ⁱ⁾
///     dA_prev = W1ᵀ dZ1 + dZ            through both layers, and through the shortcut if there is one
///
/// - Parameters:
///   - dA2: ∂J/∂A2 of each example, without 1/m, shape (n[l+2], m).
///   - A_prev: the block's input, shape (n, m).
///   - block: the parameters of both layers.
///   - pass: what `residualForward` gave.
///   - hasShortcut: whether A_prev was added.
/// - Returns: dA_prev without 1/m, and the gradients of both layers.
public func residualBackward(
  _ dA2: Tensor, _ A_prev: Tensor, _ block: [LayerParameters], _ pass: ResidualPass,
  _ hasShortcut: Bool
) throws -> ResidualGradients {
  // YOUR CODE HERE
  throw NotImplemented()
}

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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: More pictures out of the ones you have

/// Every picture in a mirror: left and right are exchanged.
///
/// - Parameter X: pictures, shape (m, n_H, n_W, n_C).
/// - Returns: the same shape.
///
/// ```swift
/// print(try mirror(Tensor([[[[1], [2], [3]]]])).flattened)  // [3. 2. 1.]
/// ```
public func mirror(_ X: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// A part of each picture, at a place drawn at random for each.
///
/// One generator, `var random = RandomState(seed: seed)`, draws two numbers for each picture in turn:
/// first its upper row, `random.randint(n_H - height + 1)`, then its left column,
/// `random.randint(n_W - width + 1)`. So every place at which the part fits is as likely as any other.
///
/// - Parameters:
///   - X: pictures, shape (m, n_H, n_W, n_C).
///   - height: the rows of the part, at most n_H.
///   - width: the columns of the part, at most n_W.
///   - seed: the seed of the places.
/// - Returns: shape (m, height, width, n_C).
public func randomCrop(_ X: Tensor, _ height: Int, _ width: Int, _ seed: UInt32) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Pictures in another light: every channel of a picture gets the same number added everywhere.
///
/// What leaves the range from 0 to 1 becomes 0 or 1.
///
/// - Parameters:
///   - X: pictures with values from 0 to 1, shape (m, n_H, n_W, n_C).
///   - shifts: one number for each channel of each picture, shape (m, n_C).
/// - Returns: the shape of X.
///
/// ```swift
/// let pixel = Tensor([[[[0.5, 0.1, 0.9]]]])
/// print(try shiftColours(pixel, Tensor([[0.2, -0.2, 0.2]])).flattened)  // [0.7 0.  1. ]
/// ```
public func shiftColours(_ X: Tensor, _ shifts: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// Pictures whose colours are shifted the way the colours of all of them vary, as AlexNet did it.
///
///     μ = the mean colour of all N pixels of all pictures, a number for each channel
///     C = 1/N Σ (x - μ)(x - μ)ᵀ                  the covariance of the channels, (3, 3)
///     C vₖ = λₖ vₖ                               its eigenvectors and eigenvalues
///     x := x + Σₖ α[i, k] λₖ vₖ                  for every pixel x of picture i
///
/// - Parameters:
///   - X: pictures in red, green and blue, shape (m, n_H, n_W, 3).
///   - alphas: α, shape (m, 3), a row for each picture; AlexNet draws them from N(0, 0.1²).
/// - Returns: the shape of X. Values are not cut at 0 and 1.
///
/// `let (values, vectors) = try C.symmetricEigenvectors` gives λ, the largest first, and the
/// eigenvectors as *columns* of a (3, 3) matrix.
public func colourPCA(_ X: Tensor, _ alphas: Tensor) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: A network of others

/// Gradients with which only the last layers learn; the others are frozen.
///
/// - Parameters:
///   - gradients: those of all layers, the first layer first.
///   - trainable: how many layers, counted from the last, go on learning; from 0 to all.
/// - Returns: as many layers: zeros of the same shapes for the frozen ones, the rest as it was.
///
/// ```swift
/// let layer = LayerGradients(dW: Tensor([[2]]), db: Tensor([[1]]))
/// print(try freeze([layer, layer, layer], 1).map(\.dW.scalar))  // [0.0, 0.0, 2.0]
/// ```
public func freeze(_ gradients: [LayerGradients], _ trainable: Int) throws -> [LayerGradients] {
  // YOUR CODE HERE
  throw NotImplemented()
}
