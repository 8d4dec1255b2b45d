import Coursework
import Syllabus
import Tensors

@ImplementationList var residualAlternatives: [Implementation] {
  C4W2.residualForward.alternative("sum-then-relu") { A_prev, block, hasShortcut in
    let (first, second) = (block[0], block[1])
    let Z1 = try first.W.dot(A_prev) + first.b
    let A1 = try Z1 * (Z1 .> 0)
    let Z2 = try second.W.dot(A1) + second.b
    var sum = Z2
    if hasShortcut { try sum += A_prev }
    return ResidualPass(Z1: Z1, A1: A1, Z2: Z2, A2: sum.map { max(0, $0) })
  }
  C4W2.residualForward.alternative("shortcut-times-one") { A_prev, block, hasShortcut in
    let Z1 = try block[0].b + dot(block[0].W, A_prev)
    let A1 = maximum(Z1, 0)
    let Z2 = try block[1].b + dot(block[1].W, A1)
    guard hasShortcut else { return ResidualPass(Z1: Z1, A1: A1, Z2: Z2, A2: maximum(Z2, 0)) }
    // The same as one more dense layer whose weights are the identity.
    let A2 = try maximum(dot(.identity(A_prev.rows), A_prev) + Z2, 0)
    return ResidualPass(Z1: Z1, A1: A1, Z2: Z2, A2: A2)
  }
  C4W2.residualForward.alternative("example-by-example") { A_prev, block, hasShortcut in
    let passes = try (0..<A_prev.columns).map { i in
      let a = try A_prev.column(i)
      let z1 = try dot(block[0].W, a) + block[0].b
      let a1 = maximum(0, z1)
      let z2 = try dot(block[1].W, a1) + block[1].b
      return [z1, a1, z2, maximum(0, hasShortcut ? try a + z2 : z2)]
    }
    func columns(_ k: Int) throws -> Tensor {
      try Tensor.concatenate(passes.map { $0[k] }, axis: 1)
    }
    return ResidualPass(
      Z1: try columns(0), A1: try columns(1), Z2: try columns(2), A2: try columns(3))
  }

  C4W2.residualBackward.alternative("slopes-from-the-activations") {
    dA2, A_prev, block, pass, hasShortcut in
    let m = Double(dA2.columns)
    // A ReLU's output is positive just where its argument is.
    let dZ2 = try (pass.A2 .> 0) * dA2
    let dA1 = try dot(block[1].W.T, dZ2)
    let dZ1 = try select(pass.A1 .> 0, dA1, Tensor(0))
    var dA_prev = try dot(block[0].W.T, dZ1)
    if hasShortcut { try dA_prev += dZ2 }
    func gradients(_ dZ: Tensor, _ A: Tensor) throws -> LayerGradients {
      LayerGradients(
        dW: try dot(dZ, A.T) / m, db: try dZ.sum(axis: 1, keepingDimensions: true) / m)
    }
    return ResidualGradients(
      dA_prev: dA_prev, layers: [try gradients(dZ1, A_prev), try gradients(dZ2, pass.A1)])
  }
  C4W2.residualBackward.alternative("slope-of-one-at-zero") {
    dA2, A_prev, block, pass, hasShortcut in
    let m = Double(A_prev.columns)
    let sum = hasShortcut ? try pass.Z2 + A_prev : pass.Z2
    let dZ2 = try dA2 * (sum .>= 0)
    let dZ1 = try dot(block[1].W.T, dZ2) * (pass.Z1 .>= 0)
    let back = try dot(block[0].W.T, dZ1)
    return ResidualGradients(
      dA_prev: hasShortcut ? try dZ2 + back : back,
      layers: [
        LayerGradients(
          dW: try dot(dZ1 / m, A_prev.T), db: try dZ1.mean(axis: 1, keepingDimensions: true)),
        LayerGradients(
          dW: try dot(dZ2 / m, pass.A1.T), db: try dZ2.mean(axis: 1, keepingDimensions: true)),
      ])
  }
  C4W2.residualBackward.alternative("sums-over-examples") {
    dA2, A_prev, block, pass, hasShortcut in
    let m = A_prev.columns
    var dA_prev = Tensor.zeros(shape: A_prev.shape)
    var layers = block.map { LayerGradients(dW: $0.W * 0, db: $0.b * 0) }
    for i in 0..<m {
      let (a, a1) = (try A_prev.column(i), try pass.A1.column(i))
      let z = try pass.Z2.column(i)
      let dz2 = try dA2.column(i) * ((hasShortcut ? z + a : z) .> 0)
      let dz1 = try dot(block[1].W.T, dz2) * (pass.Z1.column(i) .> 0)
      try layers[0].dW += dot(dz1, a.T) / Double(m)
      try layers[0].db += dz1 / Double(m)
      try layers[1].dW += dot(dz2, a1.T) / Double(m)
      try layers[1].db += dz2 / Double(m)
      let back = try dot(block[0].W.T, dz1)
      try dA_prev.setSlice(axis: 1, i..<i + 1, to: hasShortcut ? back + dz2 : back)
    }
    return ResidualGradients(dA_prev: dA_prev, layers: layers)
  }
}

/// Every s-th of n rows or columns.
private func every(_ s: Int, of n: Int) -> [Int] { Array(stride(from: 0, to: n, by: s)) }

@ImplementationList var blockAlternatives: [Implementation] {
  C4W2.pointwiseConvolution.alternative("place-by-place") { A_prev, W, stride in
    let (m, n_H, n_W, n_C_prev) = try A_prev.pictureSizes
    let (rows, columns) = (every(stride, of: n_H), every(stride, of: n_W))
    let weights = try W.reshaped(n_C_prev, -1)
    var sums: [Double] = []
    for i in 0..<m {
      for row in rows {
        for column in columns {
          let pixel = try A_prev.window(i, row: row, column: column, side: 1)
          sums += try dot(pixel.reshaped(1, -1), weights).elements
        }
      }
    }
    return try Tensor(sums).reshaped(m, rows.count, columns.count, -1)
  }
  C4W2.pointwiseConvolution.alternative("all-then-some") { A_prev, W, stride in
    let (m, n_H, n_W, n_C_prev) = try A_prev.pictureSizes
    let Z = try dot(A_prev.reshaped(m * n_H * n_W, n_C_prev), W.entry(0).entry(0))
      .reshaped(m, n_H, n_W, W.shape[3])
    return try Z.slice(axis: 1, at: every(stride, of: n_H))
      .slice(axis: 2, at: every(stride, of: n_W))
  }
  C4W2.pointwiseConvolution.alternative("channel-by-channel") { A_prev, W, stride in
    let A = try A_prev.slice(axis: 1, at: every(stride, of: A_prev.shape[1]))
      .slice(axis: 2, at: every(stride, of: A_prev.shape[2]))
    var Z = Tensor.zeros(A.shape[0], A.shape[1], A.shape[2], W.shape[3])
    for c in 0..<A.shape[3] {
      try Z += A.slice(axis: 3, c..<c + 1) * W.entry(c, axis: 2).reshaped(1, 1, 1, -1)
    }
    return Z
  }

  C4W2.depthwiseConvolution.alternative("window-by-window") { A_prev, W, stride, pad in
    let A_pad = try framed(A_prev, before: pad, after: pad)
    let (m, height, width, n_C) = try A_pad.pictureSizes
    let f = W.shape[0]
    let (rows, columns) = (every(stride, of: height - f + 1), every(stride, of: width - f + 1))
    var sums: [Double] = []
    for i in 0..<m {
      for row in rows {
        for column in columns {
          let window = try A_pad.window(i, row: row, column: column, side: f)
          sums += try (window * W).sum(axes: [0, 1]).elements
        }
      }
    }
    return try Tensor(sums).reshaped(m, rows.count, columns.count, n_C)
  }
  C4W2.depthwiseConvolution.alternative("number-by-number") { A_prev, W, stride, pad in
    let (m, height, width, n_C) = try A_prev.pictureSizes
    let f = W.shape[0]
    let (n_H, n_W) = ((height + 2 * pad - f) / stride + 1, (width + 2 * pad - f) / stride + 1)
    var Z = Tensor.zeros(m, n_H, n_W, n_C)
    for i in 0..<m {
      for h in 0..<n_H {
        for w in 0..<n_W {
          for c in 0..<n_C {
            for y in 0..<f {
              for x in 0..<f {
                let (row, column) = (h * stride + y - pad, w * stride + x - pad)
                guard (0..<height).contains(row), (0..<width).contains(column) else { continue }
                Z[i, h, w, c] += A_prev[i, row, column, c] * W[y, x, c]
              }
            }
          }
        }
      }
    }
    return Z
  }
  C4W2.depthwiseConvolution.alternative("as-full-filters") { A_prev, W, stride, pad in
    // Filters through all channels, zero on all but one.
    let (f, n_C) = (W.shape[0], W.shape[2])
    let full = try W.reshaped(f, f, n_C, 1) * Tensor.identity(n_C).reshaped(1, 1, n_C, n_C)
    let A_pad = try framed(A_prev, before: pad, after: pad)
    let (m, height, width, _) = try A_pad.pictureSizes
    let (rows, columns) = (every(stride, of: height - f + 1), every(stride, of: width - f + 1))
    var Z = Tensor.zeros(m * rows.count * columns.count, n_C)
    for y in 0..<f {
      for x in 0..<f {
        let pixels = try A_pad.slice(axis: 1, at: rows.map { $0 + y })
          .slice(axis: 2, at: columns.map { $0 + x })
        try Z += dot(pixels.reshaped(-1, n_C), full.entry(y).entry(x))
      }
    }
    return try Z.reshaped(m, rows.count, columns.count, n_C)
  }

  C4W2.identityBlock.alternative("layer-by-layer") { X, block, isTraining in
    let X_shortcut = X
    var Z = try pointwiseConvolution(X, block.first.W, 1)
    var A = maximum(try batchNorm(Z, block.first, isTraining), 0)
    Z = try convolveSame(A, block.second.W)
    A = maximum(try batchNorm(Z, block.second, isTraining), 0)
    Z = try batchNorm(pointwiseConvolution(A, block.third.W, 1), block.third, isTraining)
    try Z += X_shortcut
    return try Z * (Z .> 0)
  }
  C4W2.identityBlock.alternative("all-by-convolve-same") { X, block, isTraining in
    func layer(_ A: Tensor, _ layer: NormalizedConvolution) throws -> Tensor {
      try batchNorm(convolveSame(A, layer.W), layer, isTraining)
    }
    let A1 = relu(try layer(X, block.first))
    let A2 = relu(try layer(A1, block.second))
    return relu(try X + layer(A2, block.third))
  }
  C4W2.identityBlock.alternative("in-a-loop") { X, block, isTraining in
    var A = X
    for (k, layer) in [block.first, block.second, block.third].enumerated() {
      let Z = k == 1 ? try convolveSame(A, layer.W) : try pointwiseConvolution(A, layer.W, 1)
      let normalized = try batchNorm(Z, layer, isTraining)
      A = maximum(0, k < 2 ? normalized : try normalized + X)
    }
    return A
  }

  C4W2.convolutionalBlock.alternative("shortcut-first") { X, block, projection, s, isTraining in
    let shortcut = try batchNorm(
      pointwiseConvolution(X, projection.W, s), projection, isTraining)
    var Z = try batchNorm(pointwiseConvolution(X, block.first.W, s), block.first, isTraining)
    Z = try batchNorm(convolveSame(relu(Z), block.second.W), block.second, isTraining)
    Z = try batchNorm(pointwiseConvolution(relu(Z), block.third.W, 1), block.third, isTraining)
    return maximum(try shortcut + Z, 0)
  }
  C4W2.convolutionalBlock.alternative("smaller-picture-first") {
    X, block, projection, s, isTraining in
    // With filters of 1 × 1 the stride may be made before.
    let small = try X.slice(axis: 1, at: every(s, of: X.shape[1]))
      .slice(axis: 2, at: every(s, of: X.shape[2]))
    var A = small
    for layer in [block.first, block.second] {
      A = relu(try batchNorm(convolveSame(A, layer.W), layer, isTraining))
    }
    let main = try batchNorm(convolveSame(A, block.third.W), block.third, isTraining)
    let side = try batchNorm(convolveSame(small, projection.W), projection, isTraining)
    return relu(try main + side)
  }
  C4W2.convolutionalBlock.alternative("parts-written-out") {
    X, block, projection, s, isTraining in
    func part(
      _ A: Tensor, _ layer: NormalizedConvolution, _ stride: Int
    ) throws -> Tensor {
      try batchNorm(pointwiseConvolution(A, layer.W, stride), layer, isTraining)
    }
    let A1 = maximum(0, try part(X, block.first, s))
    let A2 = maximum(
      0, try batchNorm(convolveSame(A1, block.second.W), block.second, isTraining))
    return try relu(part(A2, block.third, 1) + part(X, projection, s))
  }

  C4W2.inceptionConcatenate.alternative("appended") { A_prev, branches in
    var outputs: [Tensor] = []
    for branch in branches {
      var A = A_prev
      if branch.pools { A = try maxPoolSame(A) }
      for W in branch.filters { A = maximum(try convolveSame(A, W), 0) }
      outputs.append(A)
    }
    return try Tensor.concatenate(outputs, axis: A_prev.rank - 1)
  }
  C4W2.inceptionConcatenate.alternative("pointwise-where-it-is") { A_prev, branches in
    try branches.dropFirst().reduce(output(A_prev, branches[0])) {
      try $0.concatenated(with: output(A_prev, $1), axis: 3)
    }
  }
  C4W2.inceptionConcatenate.alternative("into-their-places") { A_prev, branches in
    let counts = branches.map { $0.filters[$0.filters.count - 1].shape[3] }
    var shape = A_prev.shape
    shape[3] = counts.reduce(0, +)
    var (result, start) = (Tensor.zeros(shape: shape), 0)
    for (branch, count) in zip(branches, counts) {
      try result.setSlice(axis: 3, start..<start + count, to: output(A_prev, branch))
      start += count
    }
    return result
  }
}

private func output(_ A_prev: Tensor, _ branch: InceptionBranch) throws -> Tensor {
  try branch.filters.reduce(branch.pools ? maxPoolSame(A_prev) : A_prev) { A, W in
    let Z = W.shape[0] == 1 ? try pointwiseConvolution(A, W, 1) : try convolveSame(A, W)
    return relu(Z)
  }
}
