import Coursework
import Syllabus
import Tensors

@ImplementationList var networkAlternatives: [Implementation] {
  C4W1.poolForward.alternative("number-by-number") { A_prev, f, stride, mode in
    let (m, rows, columns, n_C) = try A_prev.pictureSizes
    var A = Tensor.zeros(
      m, try outputSize(rows, f, stride, 0), try outputSize(columns, f, stride, 0), n_C)
    for i in 0..<m {
      for h in 0..<A.shape[1] {
        for w in 0..<A.shape[2] {
          for c in 0..<n_C {
            var (largest, sum) = (-Double.infinity, 0.0)
            for y in 0..<f {
              for x in 0..<f {
                let pixel = A_prev[i, h * stride + y, w * stride + x, c]
                largest = max(largest, pixel)
                sum += pixel
              }
            }
            A[i, h, w, c] = mode == .max ? largest : sum / Double(f * f)
          }
        }
      }
    }
    return A
  }
  C4W1.poolForward.alternative("columns") { A_prev, f, stride, mode in
    let (m, rows, columns, n_C) = try A_prev.pictureSizes
    let n_H = try outputSize(rows, f, stride, 0)
    let n_W = try outputSize(columns, f, stride, 0)
    let windows = try imageToColumns(A_prev, f, stride, 0).reshaped(f * f, -1)
    let pooled = mode == .max ? try windows.max(axis: 0) : try windows.mean(axis: 0)
    return try pooled.reshaped(n_C, -1).T.reshaped(m, n_H, n_W, n_C)
  }
  C4W1.poolBackward.alternative("place-by-place") { dA, A_prev, f, stride, mode in
    let (n_H, n_W) = (dA.shape[1], dA.shape[2])
    let A = mode == .max ? try poolForward(A_prev, f, stride, .max) : dA
    var dA_prev = Tensor.zeros(shape: A_prev.shape)
    for y in 0..<f {
      for x in 0..<f {
        let place = try A_prev.slice(axis: 1, at: (0..<n_H).map { $0 * stride + y })
          .slice(axis: 2, at: (0..<n_W).map { $0 * stride + x })
        let share = mode == .max ? try dA * (place .== A) : dA / Double(f * f)
        let tall = try share.spread(axis: 1, to: A_prev.shape[1], from: y, stride: stride)
        try dA_prev += tall.spread(axis: 2, to: A_prev.shape[2], from: x, stride: stride)
      }
    }
    return dA_prev
  }
  C4W1.poolBackward.alternative("columns") { dA, A_prev, f, stride, mode in
    let n_C = A_prev.shape[3]
    let windows = try imageToColumns(A_prev, f, stride, 0).reshaped(f * f, -1)
    let slopes = try dA.reshaped(-1, n_C).T.reshaped(1, -1)
    let shares =
      mode == .max
      ? try (windows .== windows.max(axis: 0, keepingDimensions: true)) * slopes
      : try Tensor.ones(f * f, 1) * slopes / Double(f * f)
    return try columnsToImage(shares.reshaped(f * f * n_C, -1), A_prev.shape, f, stride, 0)
  }
  C4W1.leNetForward.alternative("pooled-before-the-rectifier") { parameters, X in
    // The largest of rectified numbers is the largest number, rectified.
    let Z1 = try convolveForwardByProduct(X, parameters.W1, parameters.b1, 1, 0)
    let P1 = try relu(maxPool(Z1))
    let Z2 = try convolveForwardByProduct(P1, parameters.W2, parameters.b2, 1, 0)
    let P2 = try relu(maxPool(Z2))
    let F = try P2.reshaped(P2.shape[0], -1)
    let Z3 = try dot(F, parameters.W3.T).T + parameters.b3
    return LeNetActivations(Z1: Z1, P1: P1, Z2: Z2, P2: P2, A3: try softmaxColumns(Z3))
  }
  C4W1.leNetForward.alternative("picture-by-picture") { parameters, X in
    let passes = try (0..<X.shape[0]).map { i in
      let x = try X.slice(axis: 0, i..<i + 1)
      let Z1 = try convolveForwardByProduct(x, parameters.W1, parameters.b1, 1, 0)
      let P1 = try poolForward(relu(Z1), 2, 2, .max)
      let Z2 = try convolveForwardByProduct(P1, parameters.W2, parameters.b2, 1, 0)
      let P2 = try poolForward(relu(Z2), 2, 2, .max)
      let Z3 = try dot(parameters.W3, P2.reshaped(-1, 1)) + parameters.b3
      return LeNetActivations(Z1: Z1, P1: P1, Z2: Z2, P2: P2, A3: try softmaxColumns(Z3))
    }
    return LeNetActivations(
      Z1: try .concatenate(passes.map(\.Z1)), P1: try .concatenate(passes.map(\.P1)),
      Z2: try .concatenate(passes.map(\.Z2)), P2: try .concatenate(passes.map(\.P2)),
      A3: try .concatenate(passes.map(\.A3), axis: 1))
  }
  C4W1.leNetBackward.alternative("divided-last") { parameters, activations, X, Y in
    let sum = try backward(
      parameters, activations, X, activations.A3 - Y, through: convolveBackwardByProduct)
    let m = Double(X.shape[0])
    return LeNetParameters(
      W1: sum.W1 / m, b1: sum.b1 / m, W2: sum.W2 / m, b2: sum.b2 / m, W3: sum.W3 / m, b3: sum.b3 / m
    )
  }
  C4W1.leNetBackward.alternative("convolutions-by-loops") { parameters, activations, X, Y in
    let dZ3 = try (activations.A3 - Y) / Double(Y.columns)
    return try backward(parameters, activations, X, dZ3, through: convolveBackward)
  }
}

/// The backward pass from dZ3 on.
private func backward(
  _ parameters: LeNetParameters, _ activations: LeNetActivations, _ X: Tensor, _ dZ3: Tensor,
  through convolution: (Tensor, Tensor, Tensor, Int, Int) throws -> ConvolutionGradients
) throws -> LeNetParameters {
  let P2 = activations.P2
  let dP2 = try dot(dZ3.T, parameters.W3).reshaped(shape: P2.shape)
  let dZ2 = try poolBackward(dP2, relu(activations.Z2), 2, 2, .max) * (activations.Z2 .> 0)
  let second = try convolution(dZ2, activations.P1, parameters.W2, 1, 0)
  let dA1 = try poolBackward(second.dA_prev, relu(activations.Z1), 2, 2, .max)
  let first = try convolution(dA1 * (activations.Z1 .> 0), X, parameters.W1, 1, 0)
  return LeNetParameters(
    W1: first.dW, b1: first.db, W2: second.dW, b2: second.db,
    W3: try dot(dZ3, P2.reshaped(P2.shape[0], -1)),
    b3: try dZ3.sum(axis: 1, keepingDimensions: true))
}
