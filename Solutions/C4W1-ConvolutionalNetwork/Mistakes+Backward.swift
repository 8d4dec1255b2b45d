import Coursework
import Syllabus
import Tensors

@ImplementationList var backwardMistakes: [Implementation] {
  C4W1.convolveBackward.mistaken(
    "padding-not-cropped",
    "dA_prev still has the frame of the padding: crop it to the shape of A_prev.",
    zh: "dA_prev 还带着填充的边框：要裁成 A_prev 的形状。"
  ) { dZ, A_prev, W, stride, pad in
    try convolveBackward(dZ, zeroPad(A_prev, pad), W, stride, 0)
  }
  C4W1.convolveBackward.mistaken(
    "cropped-at-corner",
    "dA_prev has the right size, but was cut out of the upper left corner: it begins at row and column `pad`.",
    zh: "dA_prev 的大小对了，却是从左上角裁的：应当从第 pad 行、第 pad 列开始。"
  ) { dZ, A_prev, W, stride, pad in
    var result = try convolveBackward(dZ, zeroPad(A_prev, pad), W, stride, 0)
    result.dA_prev = try result.dA_prev.slice(axis: 1, 0..<A_prev.shape[1])
      .slice(axis: 2, 0..<A_prev.shape[2])
    return result
  }
  C4W1.convolveBackward.mistaken(
    "stride-ignored",
    "Window (h, w) is taken at pixel (h, w): it begins at (h·stride, w·stride), backward as forward.",
    zh: "窗口 (h, w) 取在像素 (h, w) 处：反向与前向一样，要从 (h·stride, w·stride) 开始。"
  ) { dZ, A_prev, W, stride, pad in
    try convolveBackward(dZ, A_prev, W, 1, pad)
  }
  C4W1.convolveBackward.mistaken(
    "assigned-not-added",
    "Each window overwrites what the one before has left: add with +=, since windows overlap and share the filter.",
    zh: "后一个窗口覆盖了前一个的结果：窗口会重叠，又共用滤波器，要用 += 累加。"
  ) { dZ, A_prev, W, stride, pad in
    try lastWindowsOnly(dZ, A_prev, W, stride, pad)
  }
  C4W1.convolveBackward.mistaken(
    "averaged-over-examples",
    "dW and db are divided by m; here they are plain sums, since dZ carries the 1/m already.",
    zh: "dW 和 db 除以了 m；这里只求和，1/m 已经在 dZ 里了。"
  ) { dZ, A_prev, W, stride, pad in
    averaged(try convolveBackward(dZ, A_prev, W, stride, pad), over: dZ.shape[0])
  }
  C4W1.convolveBackward.mistaken(
    "bias-gradient-averaged",
    "db is a mean over all places; the bias is added at each of them, so it is the sum.",
    zh: "db 是对所有位置的平均；偏置在每个位置都加了一次，所以应当求和。"
  ) { dZ, A_prev, W, stride, pad in
    var result = try convolveBackward(dZ, A_prev, W, stride, pad)
    result.db /= Double(dZ.count / W.shape[3])
    return result
  }

  C4W1.maskFromWindow.mistaken(
    "first-maximum-only",
    "Only the first of several equal largest numbers is marked; here all of them are.",
    zh: "并列最大时只标记了第一个；这里要全部标记。"
  ) { window in try firstMaximum(window) }
  C4W1.maskFromWindow.mistaken(
    "ties-shared",
    "Equal largest numbers share the 1 among them; here each of them is marked with 1.",
    zh: "并列最大的几个数平分了 1；这里每一个都标记为 1。"
  ) { window in
    let mask = try maskFromWindow(window)
    return mask / mask.sum()
  }
  C4W1.maskFromWindow.mistaken(
    "value-not-one",
    "The mask holds the largest number itself; it holds 1 in its place.",
    zh: "掩码里放的是最大值本身；应当放 1。"
  ) { window in
    try maskFromWindow(window) * window.max()
  }
  C4W1.maskFromWindow.mistaken(
    "largest-magnitude",
    "The number of largest magnitude is marked; a large negative number is small.",
    zh: "你标记的是绝对值最大的数；绝对值大的负数其实很小。"
  ) { window in
    try maskFromWindow(abs(window))
  }

  C4W1.distributeValue.mistaken(
    "not-divided",
    "Every element gets the whole dz; it has to be shared.",
    zh: "每个元素都得到了整个 dz；应当平分。"
  ) { dz, n_H, n_W in .full([n_H, n_W], dz) }
  C4W1.distributeValue.mistaken(
    "divided-by-side",
    "dz is divided by the number of rows only; a window has n_H · n_W numbers.",
    zh: "dz 只除以了行数；窗口里有 n_H · n_W 个数。"
  ) { dz, n_H, n_W in
    .full([n_H, n_W], dz / Double(n_H))
  }
  C4W1.distributeValue.mistaken(
    "divided-by-sum",
    "dz is divided by n_H + n_W; a window has n_H · n_W numbers.",
    zh: "dz 除以了 n_H + n_W；窗口里有 n_H · n_W 个数。"
  ) { dz, n_H, n_W in
    .full([n_H, n_W], dz / Double(n_H + n_W))
  }

  C4W1.poolBackward.mistaken(
    "ties-shared",
    "Equal largest numbers share the gradient; here each of them gets all of it, as the mask says.",
    zh: "并列最大的几个数平分了梯度；按掩码的约定，它们各得全部。"
  ) { dA, A_prev, f, stride, mode in
    try pooledBack(dA, A_prev, f, stride, mode) { window in
      let mask = try maskFromWindow(window)
      return mask / mask.sum()
    }
  }
  C4W1.poolBackward.mistaken(
    "first-maximum-only",
    "Only the first of several equal largest numbers gets the gradient; the mask marks all.",
    zh: "并列最大时只有第一个得到梯度；掩码标记的是全部。"
  ) { dA, A_prev, f, stride, mode in
    try pooledBack(dA, A_prev, f, stride, mode) { try firstMaximum($0) }
  }
  C4W1.poolBackward.mistaken(
    "assigned-not-added",
    "Where windows overlap the last one overwrites the others: add with +=.",
    zh: "窗口重叠处，后一个覆盖了前面的：要用 += 累加。"
  ) { dA, A_prev, f, stride, mode in
    try pooledBack(dA, A_prev, f, stride, mode, add: false) { try maskFromWindow($0) }
  }
  C4W1.poolBackward.mistaken(
    "stride-ignored",
    "Window (h, w) is taken at pixel (h, w): it begins at (h·stride, w·stride).",
    zh: "窗口 (h, w) 取在像素 (h, w) 处：应当从 (h·stride, w·stride) 开始。"
  ) { dA, A_prev, f, _, mode in
    try pooledBack(dA, A_prev, f, 1, mode) { try maskFromWindow($0) }
  }
  C4W1.poolBackward.mistaken(
    "average-not-divided",
    "In average mode every pixel gets the whole gradient; it is shared by f·f of them.",
    zh: "平均池化时每个像素都得到了整个梯度；应当由 f·f 个像素平分。"
  ) { dA, A_prev, f, stride, mode in
    let right = try poolBackward(dA, A_prev, f, stride, mode)
    return mode == .average ? right * Double(f * f) : right
  }
  C4W1.poolBackward.mistaken(
    "modes-swapped",
    "max and average are swapped.",
    zh: "max 和 average 弄反了。"
  ) { dA, A_prev, f, stride, mode in
    try poolBackward(dA, A_prev, f, stride, mode == .max ? .average : .max)
  }
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
