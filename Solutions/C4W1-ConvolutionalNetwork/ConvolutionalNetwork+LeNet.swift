import Syllabus
import Tensors

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
  // BEGIN SOLUTION
  let Z1 = try convolveForwardByProduct(X, parameters.W1, parameters.b1, 1, 0)
  let P1 = try maxPool(relu(Z1))
  let Z2 = try convolveForwardByProduct(P1, parameters.W2, parameters.b2, 1, 0)
  let P2 = try maxPool(relu(Z2))
  let F = try P2.reshaped(P2.shape[0], -1).T
  let A3 = try softmaxColumns(dot(parameters.W3, F) + parameters.b3)
  return LeNetActivations(Z1: Z1, P1: P1, Z2: Z2, P2: P2, A3: A3)
  // END SOLUTION
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
  // BEGIN SOLUTION
  let (Z1, P1) = (activations.Z1, activations.P1)
  let (Z2, P2) = (activations.Z2, activations.P2)
  let m = X.shape[0]
  let F = try P2.reshaped(m, -1).T
  let dZ3 = try (activations.A3 - Y) / Double(m)
  let dP2 = try dot(parameters.W3.T, dZ3).T.reshaped(shape: P2.shape)
  let dZ2 = try maxPoolBackward(dP2, relu(Z2)) * (Z2 .> 0)
  let second = try convolveBackwardByProduct(dZ2, P1, parameters.W2, 1, 0)
  let dZ1 = try maxPoolBackward(second.dA_prev, relu(Z1)) * (Z1 .> 0)
  let first = try convolveBackwardByProduct(dZ1, X, parameters.W1, 1, 0)
  return LeNetParameters(
    W1: first.dW, b1: first.db, W2: second.dW, b2: second.db,
    W3: try dot(dZ3, F.T), b3: try dZ3.sum(axis: 1, keepingDimensions: true))
  // END SOLUTION
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
