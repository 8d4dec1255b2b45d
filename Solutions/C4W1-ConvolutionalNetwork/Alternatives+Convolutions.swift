import Coursework
import Syllabus
import Tensors

@ImplementationList var convolutionAlternatives: [Implementation] {
  C4W1.convolveForward.alternative("number-by-number") { A_prev, W, b, stride, pad in
    let f = W.shape[0]
    let A = try zeroPad(A_prev, pad)
    var Z = try emptyOutput(A_prev, W, stride, pad)
    for i in 0..<Z.shape[0] {
      for h in 0..<Z.shape[1] {
        for w in 0..<Z.shape[2] {
          for c in 0..<Z.shape[3] {
            var sum = b[0, 0, 0, c]
            for y in 0..<f {
              for x in 0..<f {
                for k in 0..<W.shape[2] {
                  sum += A[i, h * stride + y, w * stride + x, k] * W[y, x, k, c]
                }
              }
            }
            Z[i, h, w, c] = sum
          }
        }
      }
    }
    return Z
  }
  C4W1.convolveForward.alternative("place-by-place") { A_prev, W, b, stride, pad in
    try placeByPlace(A_prev, W, b, stride, pad)
  }
  C4W1.convolveForwardByProduct.alternative("place-by-place") { A_prev, W, b, stride, pad in
    try placeByPlace(A_prev, W, b, stride, pad)
  }
  C4W1.convolveForwardByProduct.alternative("examples-as-rows") { A_prev, W, b, stride, pad in
    let Z = try emptyOutput(A_prev, W, stride, pad)
    let windows = try imageToColumns(A_prev, W.shape[0], stride, pad).T
    let product = try dot(windows, W.reshaped(-1, W.shape[3])) + b.reshaped(1, -1)
    return try product.reshaped(shape: Z.shape)
  }
  C4W1.convolveBackward.alternative("window-by-window") { dZ, A_prev, W, stride, pad in
    let (m, n_H, n_W, n_C) = try dZ.pictureSizes
    let f = W.shape[0]
    let A_pad = try zeroPad(A_prev, pad)
    let filters = try (0..<n_C).map { try W.entry($0, axis: 3) }
    var dFilters = filters.map { 0 * $0 }
    var dA_pad = Tensor.zeros(shape: A_pad.shape)
    var db = Tensor.zeros(1, 1, 1, n_C)
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          let window = try A_pad.window(i, row: h * stride, column: w * stride, side: f)
          var dWindow = 0 * window
          for c in 0..<n_C {
            let dz = dZ[i, h, w, c]
            try dFilters[c] += dz * window
            try dWindow += dz * filters[c]
            db[0, 0, 0, c] += dz
          }
          for y in 0..<f {
            for x in 0..<f {
              for k in 0..<W.shape[2] {
                dA_pad[i, h * stride + y, w * stride + x, k] += dWindow[y, x, k]
              }
            }
          }
        }
      }
    }
    return ConvolutionGradients(
      dA_prev: try dA_pad.cropped(by: pad), dW: try Tensor.stack(dFilters, axis: 3), db: db)
  }
  C4W1.convolveBackward.alternative("place-by-place") { dZ, A_prev, W, stride, pad in
    try placeByPlaceBackward(dZ, A_prev, W, stride, pad)
  }
  C4W1.convolveBackwardByProduct.alternative("place-by-place") { dZ, A_prev, W, stride, pad in
    try placeByPlaceBackward(dZ, A_prev, W, stride, pad)
  }
  C4W1.convolveBackwardByProduct.alternative("examples-as-columns") { dZ, A_prev, W, stride, pad in
    let n_C = W.shape[3]
    let X = try imageToColumns(A_prev, W.shape[0], stride, pad)
    let slopes = try dZ.reshaped(-1, n_C).T  // (n_C, m·n_H·n_W)
    let dX = try dot(slopes.T, W.reshaped(-1, n_C).T).T
    return ConvolutionGradients(
      dA_prev: try columnsToImage(dX, A_prev.shape, W.shape[0], stride, pad),
      dW: try dot(slopes, X.T).T.reshaped(shape: W.shape),
      db: try slopes.sum(axis: 1).reshaped(1, 1, 1, n_C))
  }
  C4W1.imageToColumns.alternative("number-by-number") { A_prev, f, stride, pad in
    let (m, rows, columns, n_C) = try A_prev.pictureSizes
    let (n_H, n_W) = (
      try outputSize(rows, f, stride, pad), try outputSize(columns, f, stride, pad)
    )
    let A = try zeroPad(A_prev, pad)
    var X = Tensor.zeros(f * f * n_C, m * n_H * n_W)
    for row in 0..<X.rows {
      let (y, x, k) = (row / n_C / f, row / n_C % f, row % n_C)
      for column in 0..<X.columns {
        let (i, h, w) = (column / n_W / n_H, column / n_W % n_H, column % n_W)
        X[row, column] = A[i, h * stride + y, w * stride + x, k]
      }
    }
    return X
  }
  C4W1.imageToColumns.alternative("transposed-last") { A_prev, f, stride, pad in
    let (m, rows, columns, n_C) = try A_prev.pictureSizes
    let (n_H, n_W) = (
      try outputSize(rows, f, stride, pad), try outputSize(columns, f, stride, pad)
    )
    let A = try zeroPad(A_prev, pad)
    var numbers: [Double] = []
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          numbers += try A.window(i, row: h * stride, column: w * stride, side: f).elements
        }
      }
    }
    return try Tensor(shape: [m * n_H * n_W, f * f * n_C], elements: numbers).T
  }
  C4W1.columnsToImage.alternative("window-by-window") { columns, shape, f, stride, pad in
    var padded = Tensor.zeros(shape[0], shape[1] + 2 * pad, shape[2] + 2 * pad, shape[3])
    let n_H = try outputSize(shape[1], f, stride, pad)
    let n_W = try outputSize(shape[2], f, stride, pad)
    for i in 0..<shape[0] {
      for h in 0..<n_H {
        for w in 0..<n_W {
          let window = try columns.column((i * n_H + h) * n_W + w).reshaped(f, f, shape[3])
          for y in 0..<f {
            for x in 0..<f {
              for k in 0..<shape[3] {
                padded[i, h * stride + y, w * stride + x, k] += window[y, x, k]
              }
            }
          }
        }
      }
    }
    return try padded.cropped(by: pad)
  }
  C4W1.columnsToImage.alternative("pixel-by-pixel") { columns, shape, f, stride, pad in
    // A pixel gathers from every window that covers it.
    let n_H = try outputSize(shape[1], f, stride, pad)
    let n_W = try outputSize(shape[2], f, stride, pad)
    var X = Tensor.zeros(shape: shape)
    for i in 0..<shape[0] {
      for row in 0..<shape[1] {
        for column in 0..<shape[2] {
          for h in 0..<n_H where 0..<f ~= row + pad - h * stride {
            for w in 0..<n_W where 0..<f ~= column + pad - w * stride {
              let place = (row + pad - h * stride) * f + column + pad - w * stride
              for k in 0..<shape[3] {
                X[i, row, column, k] += columns[place * shape[3] + k, (i * n_H + h) * n_W + w]
              }
            }
          }
        }
      }
    }
    return X
  }
}

/// Zeros in the shape of a convolution's output.
private func emptyOutput(
  _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> Tensor {
  let (m, rows, columns, _) = try A_prev.pictureSizes
  return .zeros(
    m, try outputSize(rows, W.shape[0], stride, pad),
    try outputSize(columns, W.shape[0], stride, pad),
    W.shape[3])
}

/// The pixels under one place of the filter, a row a window: (m·n_H·n_W, n_C_prev).
private func pixels(
  _ A_pad: Tensor, _ y: Int, _ x: Int, _ stride: Int, _ n_H: Int, _ n_W: Int
) throws -> Tensor {
  try A_pad.slice(axis: 1, at: (0..<n_H).map { $0 * stride + y })
    .slice(axis: 2, at: (0..<n_W).map { $0 * stride + x }).reshaped(-1, A_pad.shape[3])
}

/// The weights at one place of all filters: (n_C_prev, n_C).
private func weights(_ W: Tensor, _ y: Int, _ x: Int) throws -> Tensor {
  try W.entry(y).entry(x)
}

/// A convolution as a sum over the places of the filter, a product of matrices each.
private func placeByPlace(
  _ A_prev: Tensor, _ W: Tensor, _ b: Tensor, _ stride: Int, _ pad: Int
) throws -> Tensor {
  let A_pad = try zeroPad(A_prev, pad)
  let empty = try emptyOutput(A_prev, W, stride, pad)
  var Z = try empty.reshaped(-1, W.shape[3]) + b.reshaped(1, -1)
  for y in 0..<W.shape[0] {
    for x in 0..<W.shape[0] {
      let place = try pixels(A_pad, y, x, stride, empty.shape[1], empty.shape[2])
      try Z += dot(place, weights(W, y, x))
    }
  }
  return try Z.reshaped(shape: empty.shape)
}

private func placeByPlaceBackward(
  _ dZ: Tensor, _ A_prev: Tensor, _ W: Tensor, _ stride: Int, _ pad: Int
) throws -> ConvolutionGradients {
  let (m, n_H, n_W, n_C) = try dZ.pictureSizes
  let A_pad = try zeroPad(A_prev, pad)
  let slopes = try dZ.reshaped(-1, n_C)
  var dA_pad = Tensor.zeros(shape: A_pad.shape)
  var places: [Tensor] = []
  for y in 0..<W.shape[0] {
    for x in 0..<W.shape[0] {
      places.append(try dot(pixels(A_pad, y, x, stride, n_H, n_W).T, slopes))
      let back = try dot(slopes, weights(W, y, x).T).reshaped(m, n_H, n_W, W.shape[2])
      let tall = try back.spread(axis: 1, to: A_pad.shape[1], from: y, stride: stride)
      try dA_pad += tall.spread(axis: 2, to: A_pad.shape[2], from: x, stride: stride)
    }
  }
  return ConvolutionGradients(
    dA_prev: try dA_pad.cropped(by: pad),
    dW: try Tensor.concatenate(places, axis: 0).reshaped(shape: W.shape),
    db: try slopes.sum(axis: 0).reshaped(1, 1, 1, n_C))
}
