import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C4W1.outputSize.mistaken(
    "parentheses",
    "Only f is divided by the stride: put n + 2p - f in brackets.",
    zh: "只有 f 除以了步幅：要给 n + 2p - f 加括号。"
  ) { n, f, stride, pad in n + 2 * pad - f / stride + 1 }
  C4W1.outputSize.mistaken(
    "padding-forgotten",
    "The padding is missing: the picture is n + 2p wide.",
    zh: "漏了填充：图像的宽度是 n + 2p。"
  ) { n, f, stride, _ in (n - f) / stride + 1 }
  C4W1.outputSize.mistaken(
    "filter-for-stride",
    "n + 2p - f is divided by f: divide by the stride.",
    zh: "n + 2p - f 除以了 f：应当除以步幅。"
  ) { n, f, _, pad in (n + 2 * pad - f) / f + 1 }
  C4W1.zeroPad.mistaken(
    "padded-with-ones",
    "The frame is of ones; zeros are asked for.",
    zh: "边框填的是 1；应当填 0。"
  ) { X, pad in try zeroPad(X - 1, pad) + 1 }
  C4W1.zeroPad.mistaken(
    "always-by-one",
    "The frame is one pixel wide whatever `pad` is.",
    zh: "不管 pad 是多少，边框都只有一个像素宽。"
  ) { X, _ in try zeroPad(X, 1) }
  C4W1.convolveSingleStep.mistaken(
    "product-of-sums",
    "Window and filter are summed first and then multiplied: multiply element by element, then add.",
    zh: "你先对窗口和滤波器各自求和再相乘：应当先逐元素相乘，再求和。"
  ) { window, W, b in
    let product = window.sum() * W.sum()
    return product + b
  }
  C4W1.convolveSingleStep.mistaken(
    "bias-subtracted", "The bias is subtracted: add it.", zh: "偏置被减去了：应当加上。"
  ) { window, W, b in try convolveSingleStep(window, W, -b) }
  C4W1.convolveSingleStep.mistaken(
    "bias-multiplied", "The sum is multiplied by the bias: add it.", zh: "和乘以了偏置：应当加上偏置。"
  ) { window, W, b in try convolveSingleStep(window, W, 0) * b }
  C4W1.convolveForward.mistaken(
    "filter-transposed",
    "Rows and columns of the filters are exchanged: W[y, x, …] meets row y and column x of the window.",
    zh: "滤波器的行和列互换了：W[y, x, …] 应当对应窗口的第 y 行、第 x 列。"
  ) { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, W.transposed([1, 0, 2, 3]), b, stride, pad)
  }
  C4W1.convolveForward.mistaken(
    "one-bias",
    "All filters get the first bias: filter c has b[0, 0, 0, c].",
    zh: "所有滤波器都用了第一个偏置：第 c 个滤波器用 b[0, 0, 0, c]。"
  ) { A_prev, W, b, stride, pad in
    try convolveForward(A_prev, W, .full(b.shape, b[0, 0, 0, 0]), stride, pad)
  }
  C4W1.convolveForward.mistaken(
    "never-written",
    "Every number is zero: Z is made, but the loops never write Z[i, h, w, c].",
    zh: "每个数都是零：建好了 Z，循环里却没有写入 Z[i, h, w, c]。"
  ) { A_prev, W, b, stride, pad in
    let Z = try convolveForward(A_prev, W, b, stride, pad)
    return .zeros(shape: Z.shape)
  }
  C4W1.poolForward.mistaken(
    "divided-by-side",
    "The mean is divided by f: a window has f · f pixels.",
    zh: "求平均时除以了 f：一个窗口有 f · f 个像素。"
  ) { A_prev, f, stride, mode in
    let right = try poolForward(A_prev, f, stride, mode)
    return mode == .average ? right * Double(f) : right
  }
  C4W1.poolForward.mistaken(
    "sum-not-mean",
    "In average mode the window is summed and never divided by f · f.",
    zh: "平均池化时只求了和，没有除以 f · f。"
  ) { A_prev, f, stride, mode in
    let right = try poolForward(A_prev, f, stride, mode)
    return mode == .average ? right * Double(f * f) : right
  }
  C4W1.poolForward.mistaken(
    "smallest-for-largest",
    "In max mode this is the smallest number of the window.",
    zh: "最大池化时取的是窗口里最小的数。"
  ) { A_prev, f, stride, mode in
    mode == .max
      ? -(try poolForward(-A_prev, f, stride, .max)) : try poolForward(A_prev, f, stride, mode)
  }
  C4W1.maskFromWindow.mistaken(
    "mask-reversed",
    "The ones stand where the maximum is not.",
    zh: "1 标在了不是最大值的地方。"
  ) { window in window .< window.max() }
  C4W1.distributeValue.mistaken(
    "value-forgotten",
    "Every element is 1 / (h·w): dz is missing.",
    zh: "每个元素都是 1 / (h·w)：漏了 dz。"
  ) { _, n_H, n_W in
    let share = 1 / Double(n_H * n_W)
    return .full([n_H, n_W], share)
  }
  C4W1.distributeValue.mistaken(
    "integer-division",
    "Everything is zero: 1 / (n_H * n_W) of whole numbers is 0. Write Double(n_H * n_W).",
    zh: "结果全是零：整数的 1 / (n_H * n_W) 等于 0。请写 Double(n_H * n_W)。"
  ) { dz, n_H, n_W in .full([n_H, n_W], dz * Double(1 / (n_H * n_W))) }
  C4W1.convolveBackward.mistaken(
    "bias-gradient-over-examples",
    "db is divided by m: dZ carries the 1/m already.",
    zh: "db 除以了 m：1/m 已经在 dZ 里了。"
  ) { dZ, A_prev, W, stride, pad in
    var result = try convolveBackward(dZ, A_prev, W, stride, pad)
    result.db /= Double(A_prev.shape[0])
    return result
  }
  C4W1.poolBackward.mistaken(
    "first-example-only",
    "Only the first example gets a gradient: go through all i.",
    zh: "只有第一个样本得到了梯度：要遍历所有的 i。"
  ) { dA, A_prev, f, stride, mode in
    let right = try poolBackward(dA, A_prev, f, stride, mode)
    let rest = right.shape[0] - 1
    guard rest > 0 else { return right }
    let first = try right.slice(axis: 0, 0..<1)
    return try .concatenate([first, right.slice(axis: 0, 1..<rest + 1) * 0], axis: 0)
  }
  C4W1.poolBackward.mistaken(
    "always-shared",
    "The gradient is shared among all pixels in both modes: in max mode the mask takes it.",
    zh: "两种模式都把梯度分给了所有像素：最大池化时应当由掩码决定。"
  ) { dA, A_prev, f, stride, _ in try poolBackward(dA, A_prev, f, stride, .average) }
  C4W1.convolveForwardByProduct.mistaken(
    "bias-subtracted", "The biases are subtracted: add them.", zh: "偏置被减去了：应当加上。"
  ) { A_prev, W, b, stride, pad in try convolveForwardByProduct(A_prev, W, -b, stride, pad) }
  C4W1.leNetForward.mistaken(
    "logarithm-returned",
    "A3 is the logarithm of the probabilities: take exp at the end.",
    zh: "A3 是概率的对数：最后还要取 exp。"
  ) { parameters, X in
    var result = try leNetForward(parameters, X)
    result.A3 = log(result.A3)
    return result
  }
}
