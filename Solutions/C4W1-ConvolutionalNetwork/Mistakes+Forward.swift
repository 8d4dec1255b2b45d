import Coursework
import Syllabus
import Tensors

@ImplementationList var forwardMistakes: [Implementation] {
  C4W1.convolveSingleStep.mistaken(
    "bias-per-element",
    "b is added to every element before the sum, so it counts f·f·n_C_prev times; add it once.",
    zh: "b 在求和之前加到了每个元素上，等于加了 f·f·n_C_prev 次；只应加一次。"
  ) { window, W, b in
    (try window * W + b).sum()
  }
  C4W1.convolveSingleStep.mistaken(
    "bias-forgotten",
    "b is missing.",
    zh: "漏了 b。"
  ) { window, W, _ in (try window * W).sum() }
  C4W1.convolveSingleStep.mistaken(
    "filter-flipped",
    "The filter is turned by 180°, as in signal processing; deep learning leaves it as it is.",
    zh: "滤波器被旋转了 180°，那是信号处理里的卷积；深度学习里不翻转。"
  ) { window, W, b in
    try convolveSingleStep(window, turned(W), b)
  }
  C4W1.convolveSingleStep.mistaken(
    "mean-not-sum",
    "This is the mean of the products; take the sum.",
    zh: "这是乘积的平均值；应当求和。"
  ) { window, W, b in
    (try window * W).mean() + b
  }

  C4W1.convolveForward.mistaken(
    "padding-ignored",
    "The windows are cut from A_prev without its frame: call zeroPad first.",
    zh: "窗口是从没有填充的 A_prev 里取的：要先调用 zeroPad。"
  ) { A_prev, W, b, stride, _ in
    try convolveForward(A_prev, W, b, stride, 0)
  }
  C4W1.convolveForward.mistaken(
    "stride-ignored",
    "The output has the right size, but window (h, w) begins at pixel (h, w): it begins at (h·stride, w·stride).",
    zh: "输出大小对了，但窗口 (h, w) 从像素 (h, w) 开始取：应当从 (h·stride, w·stride) 开始。"
  ) { A_prev, W, b, stride, pad in
    let right = try convolveForward(A_prev, W, b, stride, pad)
    return try convolveForward(A_prev, W, b, 1, pad).slice(axis: 1, 0..<right.shape[1])
      .slice(axis: 2, 0..<right.shape[2])
  }
  C4W1.convolveForward.mistaken(
    "filter-flipped",
    "Every filter is turned by 180°; deep learning lays it on as it is.",
    zh: "每个滤波器都旋转了 180°；深度学习里直接使用，不翻转。"
  ) { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, turned(W), b, stride, pad)
  }
  C4W1.convolveForward.mistaken(
    "bias-forgotten",
    "The biases are missing: each filter has its own.",
    zh: "漏了偏置：每个滤波器都有自己的偏置。"
  ) { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, W, b * 0, stride, pad)
  }
  C4W1.convolveForward.mistaken(
    "first-filter-only",
    "All output channels are the same: channel c belongs to filter c, W[:, :, :, c].",
    zh: "各输出通道完全相同：第 c 个通道应当用第 c 个滤波器 W[:, :, :, c]。"
  ) { A_prev, W, b, stride, pad in
    let first = [Int](repeating: 0, count: W.shape[3])
    return try convolveForward(
      A_prev, W.slice(axis: 3, at: first), b.slice(axis: 3, at: first), stride, pad)
  }
  C4W1.convolveForward.mistaken(
    "first-example-only",
    "Every example gives the answer of the first: use i when you cut the window.",
    zh: "每个样本都得到第一个样本的结果：取窗口时要用 i。"
  ) { A_prev, W, b, stride, pad in
    let first = [Int](repeating: 0, count: A_prev.shape[0])
    return try convolveForward(A_prev.slice(axis: 0, at: first), W, b, stride, pad)
  }

  C4W1.poolForward.mistaken(
    "padded-with-zeros",
    "Windows that reach over the border are filled with zeros; pooling has no padding and leaves them out.",
    zh: "越过边界的窗口补了零；池化不做填充，这样的窗口应当舍去。"
  ) { A_prev, f, stride, mode in
    let (_, n_H, n_W, _) = try A_prev.pictureSizes
    func missing(_ n: Int) -> Int { (stride - (n - f) % stride) % stride }
    let framed = try zeroPad(A_prev, stride)
    let filled = try framed.slice(axis: 1, stride..<stride + n_H + missing(n_H))
      .slice(axis: 2, stride..<stride + n_W + missing(n_W))
    return try poolForward(filled, f, stride, mode)
  }
  C4W1.poolForward.mistaken(
    "modes-swapped",
    "max and average are swapped.",
    zh: "max 和 average 弄反了。"
  ) { A_prev, f, stride, mode in
    try poolForward(A_prev, f, stride, mode == .max ? .average : .max)
  }
  C4W1.poolForward.mistaken(
    "across-channels",
    "One number was taken of all channels together; every channel is pooled on its own.",
    zh: "你把所有通道合在一起取了一个数；每个通道应当各自池化。"
  ) { A_prev, f, stride, mode in
    let pooled = try poolForward(A_prev, f, stride, mode)
    let one =
      mode == .max
      ? try pooled.max(axis: 3, keepingDimensions: true)
      : try pooled.mean(axis: 3, keepingDimensions: true)
    return try pooled * 0 + one
  }
  C4W1.poolForward.mistaken(
    "stride-ignored",
    "Window (h, w) begins at pixel (h, w): it begins at (h·stride, w·stride).",
    zh: "窗口 (h, w) 从像素 (h, w) 开始取：应当从 (h·stride, w·stride) 开始。"
  ) { A_prev, f, stride, mode in
    let right = try poolForward(A_prev, f, stride, mode)
    return try poolForward(A_prev, f, 1, mode).slice(axis: 1, 0..<right.shape[1])
      .slice(axis: 2, 0..<right.shape[2])
  }
  C4W1.poolForward.mistaken(
    "largest-starts-at-zero",
    "The search for the maximum begins with 0, so a window of negative numbers gives 0; begin with one of its numbers.",
    zh: "找最大值时从 0 开始比，于是全负的窗口得到 0；应当从窗口里的某个数开始。"
  ) { A_prev, f, stride, mode in
    let pooled = try poolForward(A_prev, f, stride, mode)
    return mode == .max ? maximum(pooled, 0) : pooled
  }
}

/// Every filter turned by 180°, its channels left where they are.
private func turned(_ W: Tensor) throws -> Tensor {
  try W.slice(axis: 0, at: (0..<W.shape[0]).reversed())
    .slice(axis: 1, at: (0..<W.shape[1]).reversed())
}
