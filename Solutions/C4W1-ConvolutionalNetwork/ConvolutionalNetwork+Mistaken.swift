import Coursework
import Syllabus
import Tensors

@ImplementationList var backwardMistaken: [Implementation] {
  C4W1.convolveBackward.mistaken("padding-not-cropped") { dZ, A_prev, W, stride, pad in
    try convolveBackward(dZ, zeroPad(A_prev, pad), W, stride, 0)
  }
  C4W1.convolveBackward.mistaken("cropped-at-corner") { dZ, A_prev, W, stride, pad in
    var result = try convolveBackward(dZ, zeroPad(A_prev, pad), W, stride, 0)
    result.dA_prev = try result.dA_prev.slice(axis: 1, 0..<A_prev.shape[1])
      .slice(axis: 2, 0..<A_prev.shape[2])
    return result
  }
  C4W1.convolveBackward.mistaken("stride-ignored") { dZ, A_prev, W, stride, pad in
    try convolveBackward(dZ, A_prev, W, 1, pad)
  }
  C4W1.convolveBackward.mistaken("assigned-not-added") { dZ, A_prev, W, stride, pad in
    try lastWindowsOnly(dZ, A_prev, W, stride, pad)
  }
  C4W1.convolveBackward.mistaken("averaged-over-examples") { dZ, A_prev, W, stride, pad in
    averaged(try convolveBackward(dZ, A_prev, W, stride, pad), over: dZ.shape[0])
  }
  C4W1.convolveBackward.mistaken("bias-gradient-averaged") { dZ, A_prev, W, stride, pad in
    var result = try convolveBackward(dZ, A_prev, W, stride, pad)
    result.db /= Double(dZ.count / W.shape[3])
    return result
  }

  C4W1.maskFromWindow.mistaken("first-maximum-only") { window in try firstMaximum(window) }
  C4W1.maskFromWindow.mistaken("ties-shared") { window in
    let mask = try maskFromWindow(window)
    return mask / mask.sum()
  }
  C4W1.maskFromWindow.mistaken("value-not-one") { window in
    try maskFromWindow(window) * window.max()
  }
  C4W1.maskFromWindow.mistaken("largest-magnitude") { window in
    try maskFromWindow(abs(window))
  }

  C4W1.distributeValue.mistaken("not-divided") { dz, n_H, n_W in .full([n_H, n_W], dz) }
  C4W1.distributeValue.mistaken("divided-by-side") { dz, n_H, n_W in
    .full([n_H, n_W], dz / Double(n_H))
  }
  C4W1.distributeValue.mistaken("divided-by-sum") { dz, n_H, n_W in
    .full([n_H, n_W], dz / Double(n_H + n_W))
  }

  C4W1.poolBackward.mistaken("ties-shared") { dA, A_prev, f, stride, mode in
    try pooledBack(dA, A_prev, f, stride, mode) { window in
      let mask = try maskFromWindow(window)
      return mask / mask.sum()
    }
  }
  C4W1.poolBackward.mistaken("first-maximum-only") { dA, A_prev, f, stride, mode in
    try pooledBack(dA, A_prev, f, stride, mode) { try firstMaximum($0) }
  }
  C4W1.poolBackward.mistaken("assigned-not-added") { dA, A_prev, f, stride, mode in
    try pooledBack(dA, A_prev, f, stride, mode, add: false) { try maskFromWindow($0) }
  }
  C4W1.poolBackward.mistaken("stride-ignored") { dA, A_prev, f, _, mode in
    try pooledBack(dA, A_prev, f, 1, mode) { try maskFromWindow($0) }
  }
  C4W1.poolBackward.mistaken("average-not-divided") { dA, A_prev, f, stride, mode in
    let right = try poolBackward(dA, A_prev, f, stride, mode)
    return mode == .average ? right * Double(f * f) : right
  }
  C4W1.poolBackward.mistaken("modes-swapped") { dA, A_prev, f, stride, mode in
    try poolBackward(dA, A_prev, f, stride, mode == .max ? .average : .max)
  }
}

@ImplementationList var networkMistaken: [Implementation] {
  C4W1.leNetForward.mistaken("relu-forgotten") { parameters, X in
    let Z1 = try convolveForwardByProduct(X, parameters.W1, parameters.b1, 1, 0)
    let P1 = try maxPool(Z1)
    let Z2 = try convolveForwardByProduct(P1, parameters.W2, parameters.b2, 1, 0)
    let P2 = try maxPool(Z2)
    let scores = try lastLayer(parameters, P2.reshaped(X.shape[0], -1).T)
    return LeNetActivations(Z1: Z1, P1: P1, Z2: Z2, P2: P2, A3: try softmaxColumns(scores))
  }
  C4W1.leNetForward.mistaken("flatten-mixes-examples") { parameters, X in
    var result = try leNetForward(parameters, X)
    let F = try result.P2.reshaped(-1, X.shape[0])
    result.A3 = try softmaxColumns(lastLayer(parameters, F))
    return result
  }
  C4W1.leNetForward.mistaken("softmax-over-examples") { parameters, X in
    var result = try leNetForward(parameters, X)
    let scores = try lastLayer(parameters, result.P2.reshaped(X.shape[0], -1).T)
    result.A3 = try softmaxColumns(scores.T).T
    return result
  }
  C4W1.leNetForward.mistaken("last-bias-forgotten") { parameters, X in
    var unbiased = parameters
    unbiased.b3 = parameters.b3 * 0
    return try leNetForward(unbiased, X)
  }
  C4W1.leNetForward.mistaken("sigmoid-output") { parameters, X in
    var result = try leNetForward(parameters, X)
    let scores = try lastLayer(parameters, result.P2.reshaped(X.shape[0], -1).T)
    result.A3 = 1 / (1 + exp(-scores))
    return result
  }

  C4W1.leNetBackward.mistaken("not-averaged") { parameters, activations, X, Y in
    let right = try leNetBackward(parameters, activations, X, Y)
    return right.combined(with: right) { gradient, _ in gradient * Double(X.shape[0]) }
  }
  C4W1.leNetBackward.mistaken("difference-reversed") { parameters, activations, X, Y in
    let right = try leNetBackward(parameters, activations, X, Y)
    return right.combined(with: right) { gradient, _ in -gradient }
  }
  C4W1.leNetBackward.mistaken("relu-gate-forgotten") { parameters, activations, X, Y in
    var result = try leNetBackward(parameters, activations, X, Y)
    let dP2 = try poolGradient(parameters, activations, Y).T
      .reshaped(shape: activations.P2.shape)
    let dZ2 = try maxPoolBackward(dP2, relu(activations.Z2))
    let second = try convolveBackwardByProduct(dZ2, activations.P1, parameters.W2, 1, 0)
    let dZ1 = try maxPoolBackward(second.dA_prev, relu(activations.Z1))
    let first = try convolveBackwardByProduct(dZ1, X, parameters.W1, 1, 0)
    (result.W1, result.b1) = (first.dW, first.db)
    (result.W2, result.b2) = (second.dW, second.db)
    return result
  }
  C4W1.leNetBackward.mistaken("flatten-mixes-examples") { parameters, activations, X, Y in
    var result = try leNetBackward(parameters, activations, X, Y)
    let dP2 = try poolGradient(parameters, activations, Y).reshaped(shape: activations.P2.shape)
    let dZ2 = try maxPoolBackward(dP2, relu(activations.Z2)) * (activations.Z2 .> 0)
    let second = try convolveBackwardByProduct(dZ2, activations.P1, parameters.W2, 1, 0)
    let dZ1 = try maxPoolBackward(second.dA_prev, relu(activations.Z1)) * (activations.Z1 .> 0)
    let first = try convolveBackwardByProduct(dZ1, X, parameters.W1, 1, 0)
    (result.W1, result.b1) = (first.dW, first.db)
    (result.W2, result.b2) = (second.dW, second.db)
    return result
  }
  C4W1.leNetBackward.mistaken("averaged-twice") { parameters, activations, X, Y in
    var result = try leNetBackward(parameters, activations, X, Y)
    let m = Double(X.shape[0])
    result.W1 /= m
    result.b1 /= m
    result.W2 /= m
    result.b2 /= m
    return result
  }
}

/// W3 F + b3.
private func lastLayer(_ parameters: LeNetParameters, _ F: Tensor) throws -> Tensor {
  try dot(parameters.W3, F) + parameters.b3
}

/// ∂J/∂F, shape (n, m).
private func poolGradient(
  _ parameters: LeNetParameters, _ activations: LeNetActivations, _ Y: Tensor
) throws -> Tensor {
  try dot(parameters.W3.T, (activations.A3 - Y) / Double(Y.columns))
}

/// 1 at the first of the largest numbers only.
private func firstMaximum(_ window: Tensor) throws -> Tensor {
  var mask = [Double](repeating: 0, count: window.count)
  mask[try window.argmax()] = 1
  return try Tensor(shape: window.shape, elements: mask)
}

/// Pooling backward with another mask, or without adding up.
private func pooledBack(
  _ dA: Tensor, _ A_prev: Tensor, _ f: Int, _ stride: Int, _ mode: PoolMode, add: Bool = true,
  mask: (Tensor) throws -> Tensor
) throws -> Tensor {
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
            ? try mask(window.entry(c, axis: 2)) * da : try distributeValue(da, f, f)
          for y in 0..<f {
            for x in 0..<f {
              let before = add ? dA_prev[i, h * stride + y, w * stride + x, c] : 0
              dA_prev[i, h * stride + y, w * stride + x, c] = before + share[y, x]
            }
          }
        }
      }
    }
  }
  return dA_prev
}

/// The convolution's gradients with = in place of +=: the last window and filter win.
private func lastWindowsOnly(
  _ dZ: Tensor, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> ConvolutionGradients {
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
                dA_pad[i, h * stride + y, w * stride + x, k] = W[y, x, k, c] * dz
                dW[y, x, k, c] = A_pad[i, h * stride + y, w * stride + x, k] * dz
              }
            }
          }
          db[0, 0, 0, c] = dz
        }
      }
    }
  }
  return ConvolutionGradients(dA_prev: try dA_pad.cropped(by: pad), dW: dW, db: db)
}
