import ConvolutionalNetworkSolution
import Syllabus
import Tensors

@BodyList private var bodies: [LearnersBody] {
  C4W1.outputSize.wrong("parentheses", "n + 2p - f / s + 1") { n, f, stride, pad in
    n + 2 * pad - f / stride + 1
  }
  C4W1.outputSize.wrong("padding-forgotten", "1 + (n - f) / s") { n, f, stride, pad in
    1 + (n - f) / stride
  }
  C4W1.outputSize.wrong("one-inside", "(n + 2p - f + 1) / s") { n, f, stride, pad in
    (n + 2 * pad - f + 1) / stride
  }
  C4W1.outputSize.wrong("filter-as-stride", "divided by f") { n, f, stride, pad in
    (n + 2 * pad - f) / f + 1
  }
  C4W1.samePadding.wrong("f-over-two-up", "(f + 1) / 2") { f in (f + 1) / 2 }
  C4W1.samePadding.wrong("minus-two", "(f - 2) / 2") { f in max(0, f - 2) / 2 }
  C4W1.samePadding.right("half", "f / 2 of an odd f") { f in f / 2 }
  C4W1.zeroPad.wrong("ones", "padded with ones") { X, pad in
    try X.map { $0 - 1 }.padded(pad).map { $0 + 1 }
  }
  C4W1.zeroPad.wrong("unpadded", "returns X") { X, pad in X }
  C4W1.zeroPad.wrong("once", "pad 1 whatever pad is") { X, _ in try zeroPad(X, 1) }
  C4W1.convolveSingleStep.wrong("sum-of-sums", "ΣA · ΣW") { window, W, b in
    window.sum() * W.sum() + b
  }
  C4W1.convolveSingleStep.wrong("bias-times", "b multiplied") { window, W, b in
    (try window * W).sum() * b
  }
  C4W1.convolveSingleStep.wrong("bias-minus", "b subtracted") { window, W, b in
    (try window * W).sum() - b
  }
  C4W1.convolveForward.wrong("filter-transposed", "rows and columns of the filter exchanged") {
    A, W, b, stride, pad in
    try convolveForward(A, W.transposed([1, 0, 2, 3]), b, stride, pad)
  }
  C4W1.convolveForward.wrong("stride-one", "stride 1 throughout") { A, W, b, _, pad in
    try convolveForward(A, W, b, 1, pad)
  }
  C4W1.convolveForward.wrong("one-bias", "the first bias for all filters") { A, W, b, stride, pad in
    try convolveForward(A, W, b.map { _ in b[0, 0, 0, 0] }, stride, pad)
  }
  C4W1.convolveForward.wrong("never-written", "Z is never written") { A, W, b, stride, pad in
    let n_H = try outputSize(A.shape[1], W.shape[0], stride, pad)
    let n_W = try outputSize(A.shape[2], W.shape[0], stride, pad)
    return .zeros(A.shape[0], n_H, n_W, W.shape[3])
  }
  C4W1.convolveForward.wrong("rows-and-columns", "h and w of the window exchanged") {
    A, W, b, stride, pad in
    try convolveForward(A.transposed([0, 2, 1, 3]), W, b, stride, pad).transposed([0, 2, 1, 3])
  }
  C4W1.poolForward.wrong("divided-by-f", "the mean is divided by f, not f·f") {
    A, f, stride, mode in
    let right = try poolForward(A, f, stride, mode)
    return mode == .average ? right * Double(f) : right
  }
  C4W1.poolForward.wrong("smallest", "the smallest number of the window") { A, f, stride, mode in
    mode == .max
      ? try poolForward(A * -1, f, stride, .max) * -1 : try poolForward(A, f, stride, mode)
  }
  C4W1.poolForward.wrong("sum", "the sum of the window") { A, f, stride, mode in
    let right = try poolForward(A, f, stride, mode)
    return mode == .average ? right * Double(f * f) : right
  }
  C4W1.maskFromWindow.wrong("booleans-flipped", "1 where it is not the maximum") { w in w .< w.max()
  }
  C4W1.distributeValue.wrong("dz-forgotten", "1 / (h·w) without dz") { dz, h, w in
    .full([h, w], 1 / Double(h * w))
  }
  C4W1.distributeValue.wrong("ones", "dz everywhere") { dz, h, w in .full([h, w], dz) }
  C4W1.distributeValue.wrong("integer-division", "1 / (h * w) of Ints") { dz, h, w in
    .full([h, w], dz * Double(1 / (h * w)))
  }
  C4W1.convolveBackward.wrong("dW-overwritten", "dW without +=, only the last window") {
    dZ, A, W, stride, pad in
    var g = try convolveBackward(dZ, A, W, stride, pad)
    let last = try dZ.map { _ in 0 }.withLast(of: dZ)
    g.dW = try convolveBackward(last, A, W, stride, pad).dW
    return g
  }
  C4W1.convolveBackward.wrong("db-over-m", "db is divided by m") { dZ, A, W, stride, pad in
    var g = try convolveBackward(dZ, A, W, stride, pad)
    g.db = g.db / Double(A.shape[0])
    return g
  }
  C4W1.convolveBackward.wrong("db-and-dW-over-m", "db and dW divided by m") {
    dZ, A, W, stride, pad in
    var g = try convolveBackward(dZ, A, W, stride, pad)
    g.db = g.db / Double(A.shape[0])
    g.dW = g.dW / Double(A.shape[0])
    return g
  }
  C4W1.poolBackward.wrong("first-example-only", "only the first example") {
    dA, A, f, stride, mode in
    var keep = dA.map { _ in 0 }
    for h in 0..<dA.shape[1] {
      for w in 0..<dA.shape[2] { for c in 0..<dA.shape[3] { keep[0, h, w, c] = dA[0, h, w, c] } }
    }
    return try poolBackward(keep, A, f, stride, mode)
  }
  C4W1.poolBackward.wrong("not-distributed", "the mean's gradient is not divided") {
    dA, A, f, stride, mode in
    let right = try poolBackward(dA, A, f, stride, mode)
    return mode == .average ? right * Double(f * f) : right
  }
  C4W1.poolBackward.wrong("average-always", "the gradient is shared in both modes") {
    dA, A, f, stride, _ in
    try poolBackward(dA, A, f, stride, .average)
  }
  C4W1.imageToColumns.wrong("transposed", "a window a row") { A, f, stride, pad in
    try imageToColumns(A, f, stride, pad).T
  }
  C4W1.convolveForwardByProduct.wrong("bias-subtracted", "b subtracted") { A, W, b, stride, pad in
    try convolveForwardByProduct(A, W, b * -1, stride, pad)
  }
  C4W1.convolveBackwardByProduct.wrong("db-mean", "db is a mean over the places") {
    dZ, A, W, stride, pad in
    var g = try convolveBackwardByProduct(dZ, A, W, stride, pad)
    g.db = g.db / Double(dZ.shape[0] * dZ.shape[1] * dZ.shape[2])
    return g
  }
  C4W1.leNetForward.wrong("logits", "no softmax at the end") { p, X in
    var a = try leNetForward(p, X)
    a.A3 = log(a.A3)
    return a
  }
  C4W1.leNetForward.wrong("max-twice", "two biases exchanged") { p, X in
    var q = p
    q.b3 = p.b3 * 2
    return try leNetForward(q, X)
  }
}

extension Tensor {
  fileprivate func padded(_ pad: Int) throws -> Tensor { try zeroPad(self, pad) }

  fileprivate func withLast(of other: Tensor) throws -> Tensor {
    var copy = self
    let (m, h, w) = (shape[0] - 1, shape[1] - 1, shape[2] - 1)
    for c in 0..<shape[3] { copy[m, h, w, c] = other[m, h, w, c] }
    return copy
  }
}

let convolutionalNetwork = bodies
