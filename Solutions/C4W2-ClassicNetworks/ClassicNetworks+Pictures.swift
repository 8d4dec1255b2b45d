import Syllabus
import Tensors

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
  // BEGIN SOLUTION
  return try X.slice(axis: 2, at: (0..<X.shape[2]).reversed())
  // END SOLUTION
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
  // BEGIN SOLUTION
  var random = RandomState(seed: seed)
  var parts: [Tensor] = []
  for i in 0..<X.shape[0] {
    let top = random.randint(X.shape[1] - height + 1)
    let left = random.randint(X.shape[2] - width + 1)
    parts.append(
      try X.slice(axis: 0, i..<i + 1).slice(axis: 1, top..<top + height)
        .slice(axis: 2, left..<left + width))
  }
  return try Tensor.concatenate(parts, axis: 0)
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (m, _, _, n_C) = try X.pictureSizes
  return minimum(1, maximum(0, try X + shifts.reshaped(m, 1, 1, n_C)))
  // END SOLUTION
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
  // BEGIN SOLUTION
  let pixels = try X.reshaped(-1, 3)
  let centred = try pixels - pixels.mean(axis: 0)
  let C = try dot(centred.T, centred) / Double(pixels.rows)
  let (values, vectors) = try C.symmetricEigenvectors
  // Row i is (Σₖ α[i, k] λₖ vₖ)ᵀ.
  let shifts = try dot(alphas * values, vectors.T)
  return try X + shifts.reshaped(-1, 1, 1, 3)
  // END SOLUTION
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
  // BEGIN SOLUTION
  let frozen = gradients.count - trainable
  return gradients.enumerated().map { l, layer in
    l < frozen
      ? LayerGradients(dW: .zeros(shape: layer.dW.shape), db: .zeros(shape: layer.db.shape)) : layer
  }
  // END SOLUTION
}
