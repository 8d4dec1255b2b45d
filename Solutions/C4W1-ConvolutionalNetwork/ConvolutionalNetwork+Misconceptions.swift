import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] {
  sizesMistaken + forwardMistaken + backwardMistaken + columnsMistaken + networkMistaken
}

@ImplementationList private var sizesMistaken: [Implementation] {
  C4W1.outputSize.mistaken("rounded-up") { n, f, stride, pad in
    (n + 2 * pad - f + stride - 1) / stride + 1
  }
  C4W1.outputSize.mistaken("plus-one-forgotten") { n, f, stride, pad in
    (n + 2 * pad - f) / stride
  }
  C4W1.outputSize.mistaken("pad-once") { n, f, stride, pad in (n + pad - f) / stride + 1 }
  C4W1.outputSize.mistaken("one-added-before-dividing") { n, f, stride, pad in
    (n + 2 * pad - f + 1) / stride
  }
  C4W1.outputSize.mistaken("stride-ignored") { n, f, _, pad in n + 2 * pad - f + 1 }

  C4W1.samePadding.mistaken("half-of-f-plus-one") { f in (f + 1) / 2 }
  C4W1.samePadding.mistaken("not-halved") { f in f - 1 }
  C4W1.samePadding.mistaken("no-padding") { _ in 0 }

  C4W1.zeroPad.mistaken("after-only") { X, pad in
    let (_, n_H, n_W, _) = try X.pictureSizes
    return try zeroPad(X, 2 * pad).slice(axis: 1, 2 * pad..<n_H + 4 * pad)
      .slice(axis: 2, 2 * pad..<n_W + 4 * pad)
  }
  C4W1.zeroPad.mistaken("all-axes") { X, pad in
    let (m, n_H, n_W, n_C) = try X.pictureSizes
    let framed = try zeroPad(X, pad)
    let channel = Tensor.zeros(m, n_H + 2 * pad, n_W + 2 * pad, pad)
    let deep = try Tensor.concatenate([channel, framed, channel], axis: 3)
    let example = Tensor.zeros(pad, n_H + 2 * pad, n_W + 2 * pad, n_C + 2 * pad)
    return try Tensor.concatenate([example, deep, example], axis: 0)
  }
  C4W1.zeroPad.mistaken("edges-repeated") { X, pad in
    let (_, n_H, n_W, _) = try X.pictureSizes
    func places(_ n: Int) -> [Int] { (-pad..<n + pad).map { min(max($0, 0), n - 1) } }
    return try X.slice(axis: 1, at: places(n_H)).slice(axis: 2, at: places(n_W))
  }
  C4W1.zeroPad.mistaken("one-axis-only") { X, pad in
    try zeroPad(X, pad).slice(axis: 1, pad..<pad + X.shape[1])
  }
}

@ImplementationList private var forwardMistaken: [Implementation] {
  C4W1.convolveSingleStep.mistaken("bias-per-element") { window, W, b in
    (try window * W + b).sum()
  }
  C4W1.convolveSingleStep.mistaken("bias-forgotten") { window, W, _ in (try window * W).sum() }
  C4W1.convolveSingleStep.mistaken("filter-flipped") { window, W, b in
    try convolveSingleStep(window, turned(W), b)
  }
  C4W1.convolveSingleStep.mistaken("mean-not-sum") { window, W, b in
    (try window * W).mean() + b
  }

  C4W1.convolveForward.mistaken("padding-ignored") { A_prev, W, b, stride, _ in
    try convolveForward(A_prev, W, b, stride, 0)
  }
  C4W1.convolveForward.mistaken("stride-ignored") { A_prev, W, b, stride, pad in
    let right = try convolveForward(A_prev, W, b, stride, pad)
    return try convolveForward(A_prev, W, b, 1, pad).slice(axis: 1, 0..<right.shape[1])
      .slice(axis: 2, 0..<right.shape[2])
  }
  C4W1.convolveForward.mistaken("filter-flipped") { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, turned(W), b, stride, pad)
  }
  C4W1.convolveForward.mistaken("bias-forgotten") { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, W, b * 0, stride, pad)
  }
  C4W1.convolveForward.mistaken("first-filter-only") { A_prev, W, b, stride, pad in
    let first = [Int](repeating: 0, count: W.shape[3])
    return try convolveForward(
      A_prev, W.slice(axis: 3, at: first), b.slice(axis: 3, at: first), stride, pad)
  }
  C4W1.convolveForward.mistaken("first-example-only") { A_prev, W, b, stride, pad in
    let first = [Int](repeating: 0, count: A_prev.shape[0])
    return try convolveForward(A_prev.slice(axis: 0, at: first), W, b, stride, pad)
  }

  C4W1.poolForward.mistaken("padded-with-zeros") { A_prev, f, stride, mode in
    let (_, n_H, n_W, _) = try A_prev.pictureSizes
    func missing(_ n: Int) -> Int { (stride - (n - f) % stride) % stride }
    let framed = try zeroPad(A_prev, stride)
    let filled = try framed.slice(axis: 1, stride..<stride + n_H + missing(n_H))
      .slice(axis: 2, stride..<stride + n_W + missing(n_W))
    return try poolForward(filled, f, stride, mode)
  }
  C4W1.poolForward.mistaken("modes-swapped") { A_prev, f, stride, mode in
    try poolForward(A_prev, f, stride, mode == .max ? .average : .max)
  }
  C4W1.poolForward.mistaken("across-channels") { A_prev, f, stride, mode in
    let pooled = try poolForward(A_prev, f, stride, mode)
    let one =
      mode == .max
      ? try pooled.max(axis: 3, keepingDimensions: true)
      : try pooled.mean(axis: 3, keepingDimensions: true)
    return try pooled * 0 + one
  }
  C4W1.poolForward.mistaken("stride-ignored") { A_prev, f, stride, mode in
    let right = try poolForward(A_prev, f, stride, mode)
    return try poolForward(A_prev, f, 1, mode).slice(axis: 1, 0..<right.shape[1])
      .slice(axis: 2, 0..<right.shape[2])
  }
  C4W1.poolForward.mistaken("largest-starts-at-zero") { A_prev, f, stride, mode in
    let pooled = try poolForward(A_prev, f, stride, mode)
    return mode == .max ? maximum(pooled, 0) : pooled
  }
}

@ImplementationList private var columnsMistaken: [Implementation] {
  C4W1.imageToColumns.mistaken("windows-as-rows") { A_prev, f, stride, pad in
    try imageToColumns(A_prev, f, stride, pad).T
  }
  C4W1.imageToColumns.mistaken("channels-first") { A_prev, f, stride, pad in
    try reordered(imageToColumns(A_prev, f, stride, pad), f, [2, 0, 1])
  }
  C4W1.imageToColumns.mistaken("columns-before-rows") { A_prev, f, stride, pad in
    try reordered(imageToColumns(A_prev, f, stride, pad), f, [1, 0, 2])
  }
  C4W1.imageToColumns.mistaken("stride-ignored") { A_prev, f, stride, pad in
    let n_H = try outputSize(A_prev.shape[1], f, stride, pad)
    let n_W = try outputSize(A_prev.shape[2], f, stride, pad)
    let used = try zeroPad(A_prev, pad).slice(axis: 1, 0..<n_H + f - 1)
      .slice(axis: 2, 0..<n_W + f - 1)
    return try imageToColumns(used, f, 1, 0)
  }
  C4W1.imageToColumns.mistaken("padding-ignored") { A_prev, f, stride, _ in
    try imageToColumns(A_prev, f, stride, 0)
  }

  C4W1.columnsToImage.mistaken("assigned-not-added") { columns, shape, f, stride, pad in
    try laidBack(columns, shape, f, stride, pad) { _, last in last }
  }
  C4W1.columnsToImage.mistaken("averaged") { columns, shape, f, stride, pad in
    let sums = try columnsToImage(columns, shape, f, stride, pad)
    let ones = Tensor.ones(shape: columns.shape)
    return try sums / maximum(columnsToImage(ones, shape, f, stride, pad), 1)
  }
  C4W1.columnsToImage.mistaken("padding-not-cropped") { columns, shape, f, stride, pad in
    try columnsToImage(columns, framed(shape, pad), f, stride, 0)
  }
  C4W1.columnsToImage.mistaken("cropped-at-corner") { columns, shape, f, stride, pad in
    try columnsToImage(columns, framed(shape, pad), f, stride, 0)
      .slice(axis: 1, 0..<shape[1]).slice(axis: 2, 0..<shape[2])
  }
  C4W1.columnsToImage.mistaken("channels-first") { columns, shape, f, stride, pad in
    let read = try columns.reshaped(shape[3], f, f, -1).transposed([1, 2, 0, 3])
    return try columnsToImage(read.reshaped(shape: columns.shape), shape, f, stride, pad)
  }

  C4W1.convolveForwardByProduct.mistaken("filters-scrambled") { A_prev, W, b, stride, pad in
    let mixed = try W.reshaped(W.shape[3], -1).T.reshaped(shape: W.shape)
    return try convolveForwardByProduct(A_prev, mixed, b, stride, pad)
  }
  C4W1.convolveForwardByProduct.mistaken("result-scrambled") { A_prev, W, b, stride, pad in
    let right = try convolveForwardByProduct(A_prev, W, b, stride, pad)
    return try right.reshaped(-1, W.shape[3]).T.reshaped(shape: right.shape)
  }
  C4W1.convolveForwardByProduct.mistaken("bias-forgotten") { A_prev, W, b, stride, pad in
    try convolveForwardByProduct(A_prev, W, b * 0, stride, pad)
  }
  C4W1.convolveForwardByProduct.mistaken("padding-ignored") { A_prev, W, b, stride, _ in
    try convolveForwardByProduct(A_prev, W, b, stride, 0)
  }

  C4W1.convolveBackwardByProduct.mistaken("gradient-scrambled") { dZ, A_prev, W, stride, pad in
    let mixed = try dZ.reshaped(W.shape[3], -1).T.reshaped(shape: dZ.shape)
    return try convolveBackwardByProduct(mixed, A_prev, W, stride, pad)
  }
  C4W1.convolveBackwardByProduct.mistaken("filter-gradient-scrambled") {
    dZ, A_prev, W, stride, pad in
    var result = try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
    result.dW = try result.dW.reshaped(-1, W.shape[3]).T.reshaped(shape: W.shape)
    return result
  }
  C4W1.convolveBackwardByProduct.mistaken("averaged-over-examples") {
    dZ, A_prev, W, stride, pad in
    let right = try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
    return averaged(right, over: dZ.shape[0])
  }
  C4W1.convolveBackwardByProduct.mistaken("bias-gradient-averaged") {
    dZ, A_prev, W, stride, pad in
    var result = try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
    result.db /= Double(dZ.count / W.shape[3])
    return result
  }
}

/// Every filter turned by 180°, its channels left where they are.
private func turned(_ W: Tensor) throws -> Tensor {
  try W.slice(axis: 0, at: (0..<W.shape[0]).reversed())
    .slice(axis: 1, at: (0..<W.shape[1]).reversed())
}

/// The numbers of a column, (row, column, channel), in another order.
private func reordered(_ columns: Tensor, _ f: Int, _ order: [Int]) throws -> Tensor {
  try columns.reshaped(f, f, columns.rows / (f * f), -1).transposed(order + [3])
    .reshaped(shape: columns.shape)
}

/// The shape of pictures with a frame.
private func framed(_ shape: [Int], _ pad: Int) -> [Int] {
  [shape[0], shape[1] + 2 * pad, shape[2] + 2 * pad, shape[3]]
}

/// Columns laid back window by window, in which `combine` says what becomes of what lies there.
private func laidBack(
  _ columns: Tensor, _ shape: [Int], _ f: Int, _ stride: Int, _ pad: Int,
  _ combine: (_ before: Double, _ now: Double) -> Double
) throws -> Tensor {
  var padded = Tensor.zeros(shape: framed(shape, pad))
  let n_H = try outputSize(shape[1], f, stride, pad)
  let n_W = try outputSize(shape[2], f, stride, pad)
  for i in 0..<shape[0] {
    for h in 0..<n_H {
      for w in 0..<n_W {
        for y in 0..<f {
          for x in 0..<f {
            for k in 0..<shape[3] {
              let number = columns[(y * f + x) * shape[3] + k, (i * n_H + h) * n_W + w]
              let before = padded[i, h * stride + y, w * stride + x, k]
              padded[i, h * stride + y, w * stride + x, k] = combine(before, number)
            }
          }
        }
      }
    }
  }
  return try padded.cropped(by: pad)
}

/// Gradients with dW and db divided by m.
func averaged(_ gradients: ConvolutionGradients, over m: Int) -> ConvolutionGradients {
  ConvolutionGradients(
    dA_prev: gradients.dA_prev, dW: gradients.dW / Double(m), db: gradients.db / Double(m))
}
