import Coursework
import Syllabus
import Tensors

/// Other right ways to write the exercises, which the suites let pass.
public var alternatives: [Implementation] {
  firstAlternatives + furtherAlternatives + convolutionAlternatives + networkAlternatives
}

@ImplementationList private var firstAlternatives: [Implementation] {
  C4W1.outputSize.alternative("counting") { n, f, stride, pad in
    Swift.stride(from: 0, through: n + 2 * pad - f, by: stride).count { _ in true }
  }

  C4W1.samePadding.alternative("half") { f in f / 2 }

  C4W1.zeroPad.alternative("loops") { X, pad in
    let (m, n_H, n_W, n_C) = try X.pictureSizes
    var padded = Tensor.zeros(m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          for c in 0..<n_C { padded[i, h + pad, w + pad, c] = X[i, h, w, c] }
        }
      }
    }
    return padded
  }

  C4W1.convolveSingleStep.alternative("dot-product") { window, W, b in
    try dot(window.flattened, W.flattened).scalar + b
  }

  C4W1.convolveForward.alternative("matrix-product") { input, W, b, stride, pad in
    try convolveForwardByProduct(input, W, b, stride, pad)
  }

  C4W1.poolForward.alternative("places-not-windows") { A_prev, f, stride, mode in
    let (_, n_H_prev, n_W_prev, _) = try A_prev.pictureSizes
    let n_H = try outputSize(n_H_prev, f, stride, 0)
    let n_W = try outputSize(n_W_prev, f, stride, 0)
    var pooled: Tensor?
    for y in 0..<f {
      for x in 0..<f {
        let place = try A_prev.slice(axis: 1, at: (0..<n_H).map { $0 * stride + y })
          .slice(axis: 2, at: (0..<n_W).map { $0 * stride + x })
        guard let before = pooled else {
          pooled = place
          continue
        }
        pooled = mode == .max ? try maximum(before, place) : try before + place
      }
    }
    let result = pooled ?? A_prev
    return mode == .max ? result : result / Double(f * f)
  }

  C4W1.convolveBackward.alternative("matrix-product") { dZ, A_prev, W, stride, pad in
    try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
  }

  C4W1.maskFromWindow.alternative("map") { window in
    let largest = window.max()
    return window.map { $0 < largest ? 0 : 1 }
  }

  C4W1.distributeValue.alternative("share-of-ones") { dz, n_H, n_W in
    let shares: Tensor = .ones(n_H, n_W) / Double(n_H) / Double(n_W)
    return dz * shares
  }

  C4W1.poolBackward.alternative("pixel-by-pixel") { dA, A_prev, f, stride, mode in
    var dA_prev = Tensor.zeros(shape: A_prev.shape)
    for i in 0..<dA.shape[0] {
      for h in 0..<dA.shape[1] {
        for w in 0..<dA.shape[2] {
          for c in 0..<dA.shape[3] {
            let places = (0..<f * f).map { (h * stride + $0 / f, w * stride + $0 % f) }
            let largest = places.map { A_prev[i, $0.0, $0.1, c] }.max()
            for (y, x) in places where mode == .average || A_prev[i, y, x, c] == largest {
              dA_prev[i, y, x, c] += dA[i, h, w, c] / (mode == .max ? 1 : Double(f * f))
            }
          }
        }
      }
    }
    return dA_prev
  }

  C4W1.imageToColumns.alternative("loops") { A_prev, f, stride, pad in
    let (m, n_H_prev, n_W_prev, n_C_prev) = try A_prev.pictureSizes
    let n_H = try outputSize(n_H_prev, f, stride, pad)
    let n_W = try outputSize(n_W_prev, f, stride, pad)
    let A_pad = try zeroPad(A_prev, pad)
    var windows: [Tensor] = []
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          let window = try A_pad.window(i, row: h * stride, column: w * stride, side: f)
          windows.append(window.flattened)
        }
      }
    }
    return windows.isEmpty
      ? .zeros(f * f * n_C_prev, 0) : try Tensor.stack(windows, axis: 1)
  }

  C4W1.columnsToImage.alternative("loops") { columns, shape, f, stride, pad in
    var padded = Tensor.zeros(shape[0], shape[1] + 2 * pad, shape[2] + 2 * pad, shape[3])
    let n_H = try outputSize(shape[1], f, stride, pad)
    let n_W = try outputSize(shape[2], f, stride, pad)
    for column in 0..<columns.columns {
      let (i, h, w) = (column / (n_H * n_W), column / n_W % n_H, column % n_W)
      for row in 0..<columns.rows {
        let (y, x, k) = (row / (f * shape[3]), row / shape[3] % f, row % shape[3])
        padded[i, h * stride + y, w * stride + x, k] += columns[row, column]
      }
    }
    return try padded.cropped(by: pad)
  }

  C4W1.convolveForwardByProduct.alternative("loops") { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, W, b, stride, pad)
  }

  C4W1.convolveBackwardByProduct.alternative("loops") { dZ, A_prev, W, stride, pad in
    try convolveBackward(dZ, A_prev, W, stride, pad)
  }

  C4W1.leNetForward.alternative("loops") { parameters, X in
    let Z1 = try convolveForward(X, parameters.W1, parameters.b1, 1, 0)
    let P1 = try poolForward(relu(Z1), 2, 2, .max)
    let Z2 = try convolveForward(P1, parameters.W2, parameters.b2, 1, 0)
    let P2 = try poolForward(relu(Z2), 2, 2, .max)
    let F = try P2.reshaped(X.shape[0], -1).T
    let A3 = try softmaxColumns(dot(parameters.W3, F) + parameters.b3)
    return LeNetActivations(Z1: Z1, P1: P1, Z2: Z2, P2: P2, A3: A3)
  }
  C4W1.leNetBackward.alternative("loops") { parameters, activations, X, Y in
    let P2 = activations.P2
    let dZ3 = try (activations.A3 - Y) / Double(Y.columns)
    let dP2 = try dot(dZ3.T, parameters.W3).reshaped(shape: P2.shape)
    let dA2 = try poolBackward(dP2, relu(activations.Z2), 2, 2, .max)
    let second = try convolveBackward(
      dA2 * (activations.Z2 .> 0), activations.P1, parameters.W2, 1, 0)
    let dA1 = try poolBackward(second.dA_prev, relu(activations.Z1), 2, 2, .max)
    let first = try convolveBackward(dA1 * (activations.Z1 .> 0), X, parameters.W1, 1, 0)
    return LeNetParameters(
      W1: first.dW, b1: first.db, W2: second.dW, b2: second.db,
      W3: try dot(dZ3, P2.reshaped(P2.shape[0], -1)),
      b3: try dZ3.sum(axis: 1, keepingDimensions: true))
  }
}
