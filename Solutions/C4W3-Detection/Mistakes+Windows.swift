import Coursework
import Syllabus
import Tensors

@ImplementationList var windowMistakes: [Implementation] {
  C4W3.filtersFromDense.mistaken(
    "not-transposed",
    "W is only reshaped, which mixes the weights of different units: transpose it first, so that the units come last.",
    zh: "只对 W 做了重塑，把不同单元的权重混在了一起：先转置，让单元成为最后一条轴。"
  ) { W, f in try W.reshaped(f, f, -1, W.rows) }
  C4W3.filtersFromDense.mistaken(
    "channels-first",
    "The weights are read with the channels first: activations are stored row by row, the channels of a place next to each other.",
    zh: "按通道在最前的次序读了权重：激活值是逐行存放的，同一位置的各通道相邻。"
  ) { W, f in try W.T.reshaped(-1, f, f, W.rows).transposed([1, 2, 0, 3]) }
  C4W3.filtersFromDense.mistaken(
    "rows-and-columns",
    "Rows and columns of the filters are exchanged.",
    zh: "滤波器的行和列反了。"
  ) { W, f in try filtersFromDense(W, f).transposed([1, 0, 2, 3]) }
  C4W3.filtersFromDense.mistaken(
    "flipped",
    "The filters are turned by 180°: convolution in deep learning does not flip them.",
    zh: "滤波器被旋转了 180°：深度学习里的卷积不翻转滤波器。"
  ) { W, f in
    let backwards = Array((0..<f).reversed())
    return try filtersFromDense(W, f).slice(axis: 0, at: backwards)
      .slice(axis: 1, at: backwards)
  }

  C4W3.slideByConvolution.mistaken(
    "relu-forgotten",
    "The ReLU between both layers is missing.",
    zh: "两层之间少了 ReLU。"
  ) { X, W1, b1, W2, b2 in
    try sliding(X, W1, b1, W2, b2) { $0 }
  }
  C4W3.slideByConvolution.mistaken(
    "relu-at-the-end",
    "The outputs went through a ReLU as well: it stands only after the first layer.",
    zh: "输出也经过了 ReLU：它只在第一层之后。"
  ) { X, W1, b1, W2, b2 in
    var pass = try slideByConvolution(X, W1, b1, W2, b2)
    pass.scores = maximum(pass.scores, 0)
    return pass
  }
  C4W3.slideByConvolution.mistaken(
    "second-bias-forgotten",
    "The biases b2 of the dense layer are missing.",
    zh: "少了全连接层的偏置 b2。"
  ) { X, W1, b1, W2, b2 in try slideByConvolution(X, W1, b1, W2, b2 * 0) }
  C4W3.slideByConvolution.mistaken(
    "first-bias-forgotten",
    "The biases b1 of the first layer are missing.",
    zh: "少了第一层的偏置 b1。"
  ) { X, W1, b1, W2, b2 in try slideByConvolution(X, W1, b1 * 0, W2, b2) }
  C4W3.slideByConvolution.mistaken(
    "rows-and-columns",
    "Rows and columns of the windows are exchanged: the first index counts the rows.",
    zh: "窗口的行和列反了：第一个下标是行。"
  ) { X, W1, b1, W2, b2 in
    var pass = try slideByConvolution(X, W1, b1, W2, b2)
    pass.scores = try pass.scores.transposed([1, 0, 2])
    return pass
  }
  C4W3.slideByConvolution.mistaken(
    "first-window-only",
    "Only the first window is answered: the outputs have a row and a column for every place at which a window fits.",
    zh: "只回答了第一个窗口：凡是放得下窗口的位置，输出都要有。"
  ) { X, W1, b1, W2, b2 in
    let f = W1.shape[0]
    let k = Int((Double(W2.columns) / Double(W1.shape[3])).squareRoot().rounded())
    let first = try X.slice(axis: 0, 0..<f + k - 1).slice(axis: 1, 0..<f + k - 1)
    return try slideByConvolution(first, W1, b1, W2, b2)
  }
  C4W3.slideByConvolution.mistaken(
    "nothing-saved",
    "Both counts are those of cutting out every window: in one pass the first layer is done once at each place of the picture.",
    zh: "两个乘法次数都按逐个窗口来数了：一次通过时，第一层在图像的每个位置只算一次。"
  ) { X, W1, b1, W2, b2 in
    var pass = try slideByConvolution(X, W1, b1, W2, b2)
    pass.multiplications = pass.multiplicationsByWindows
    return pass
  }
  C4W3.slideByConvolution.mistaken(
    "one-place-a-window",
    "Window by window, the first layer counts one place a window: it has k × k places in each.",
    zh: "逐个窗口计算时，每个窗口的第一层只数了一个位置：应当是 k × k 个。"
  ) { X, W1, b1, W2, b2 in
    var pass = try slideByConvolution(X, W1, b1, W2, b2)
    let windows = pass.scores.shape[0] * pass.scores.shape[1]
    pass.multiplicationsByWindows = windows * (W1.count + W2.count)
    return pass
  }
}

private func sliding(
  _ X: Tensor, _ W1: Tensor, _ b1: Tensor, _ W2: Tensor, _ b2: Tensor,
  activation: (Tensor) -> Tensor
) throws -> SlidingPass {
  var pass = try slideByConvolution(X, W1, b1, W2, b2)
  let k = Int((Double(W2.columns) / Double(W1.shape[3])).squareRoot().rounded())
  pass.scores = try convolve(activation(convolve(X, W1, b1)), filtersFromDense(W2, k), b2)
  return pass
}
