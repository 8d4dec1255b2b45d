import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C4W1.outputSize.alternative("floor") { n, f, stride, pad in
    let exact = Double(n + 2 * pad - f) / Double(stride)
    return Int(exact.rounded(.down)) + 1
  }
  C4W1.outputSize.alternative("one-inside") { n, f, stride, pad in
    (n + 2 * pad - f + stride) / stride
  }
  C4W1.samePadding.alternative("by-counting") { f in (0..<f).count { $0 < f / 2 } }
  C4W1.samePadding.alternative("shifted") { f in (f - 1) >> 1 }
  C4W1.zeroPad.alternative("inside-zeros") { X, pad in
    let (m, h, w, c) = try X.pictureSizes
    var padded = Tensor.zeros(m, h + 2 * pad, w + 2 * pad, c)
    for i in 0..<m {
      for y in 0..<h {
        for x in 0..<w { for k in 0..<c { padded[i, y + pad, x + pad, k] = X[i, y, x, k] } }
      }
    }
    return padded
  }
  C4W1.zeroPad.alternative("rows-first") { X, pad in
    let (m, h, w, c) = try X.pictureSizes
    let bar = Tensor.zeros(m, pad, w, c)
    let tall = try Tensor.concatenate([bar, X, bar], axis: 1)
    let side = Tensor.zeros(m, h + 2 * pad, pad, c)
    return try .concatenate([side, tall, side], axis: 2)
  }
  C4W1.convolveSingleStep.alternative("loop") { window, W, b in
    var sum = b
    for (a, w) in zip(window.elements, W.elements) { sum += a * w }
    return sum
  }
  C4W1.convolveSingleStep.alternative("bias-first") { window, W, b in b + (try W * window).sum() }
  C4W1.maskFromWindow.alternative("difference") { window in
    let distance = window - window.max()
    return distance .>= 0
  }
  C4W1.maskFromWindow.alternative("loop") { window in
    var mask = window
    let largest = window.max()
    for i in 0..<window.rows {
      for j in 0..<window.columns { mask[i, j] = window[i, j] == largest ? 1 : 0 }
    }
    return mask
  }
  C4W1.distributeValue.alternative("twice-divided") { dz, n_H, n_W in
    let share = dz / Double(n_H) / Double(n_W)
    return .full([n_H, n_W], share)
  }
  C4W1.distributeValue.alternative("loop") { dz, n_H, n_W in
    var shares = Tensor.zeros(n_H, n_W)
    for i in 0..<n_H { for j in 0..<n_W { shares[i, j] = dz / Double(n_H * n_W) } }
    return shares
  }
}
