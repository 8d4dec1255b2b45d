import Coursework
import Syllabus
import Tensors

@ImplementationList var smallConvolutionMistakes: [Implementation] {
  C4W2.pointwiseConvolution.mistaken(
    "stride-ignored",
    "The stride is not used: every s-th row and column is taken.",
    zh: "没有用步幅：行和列都要每隔 s 取一个。"
  ) { A_prev, W, _ in try pointwiseConvolution(A_prev, W, 1) }
  C4W2.pointwiseConvolution.mistaken(
    "stride-on-rows-only",
    "The stride counts for the rows only: the columns are taken with it, too.",
    zh: "步幅只用在了行上：列也要用。"
  ) { A_prev, W, stride in
    let rows = (0..<A_prev.shape[1]).filter { $0 % stride == 0 }
    return try pointwiseConvolution(A_prev.slice(axis: 1, at: rows), W, 1)
  }
  C4W2.pointwiseConvolution.mistaken(
    "not-from-the-first",
    "The rows and columns that are taken begin with number s - 1: begin with the first, 0.",
    zh: "取的行和列是从第 s - 1 号开始的：应当从第 0 号开始。"
  ) { A_prev, W, stride in
    let (_, n_H, n_W, _) = try A_prev.pictureSizes
    let rows = (0..<(n_H - 1) / stride + 1).map { min($0 * stride + stride - 1, n_H - 1) }
    let columns = (0..<(n_W - 1) / stride + 1).map { min($0 * stride + stride - 1, n_W - 1) }
    return try pointwiseConvolution(
      A_prev.slice(axis: 1, at: rows).slice(axis: 2, at: columns), W, 1)
  }
  C4W2.pointwiseConvolution.mistaken(
    "one-number-for-all",
    "The whole input is multiplied by one number: with several channels a filter of 1 × 1 has a weight for each.",
    zh: "整个输入只乘了一个数：有多个通道时，1 × 1 的滤波器对每个通道各有一个权重。"
  ) { A_prev, W, stride in try pointwiseConvolution(A_prev, W * 0 + W.elements[0], stride) }
  C4W2.pointwiseConvolution.mistaken(
    "weights-reread",
    "W is read in the wrong order: (1, 1, n_C_prev, n_C) is a matrix of n_C_prev rows already, do not transpose it.",
    zh: "W 读错了次序：(1, 1, n_C_prev, n_C) 本来就是 n_C_prev 行的矩阵，不要转置。"
  ) { A_prev, W, stride in
    let other = try W.reshaped(W.shape[3], W.shape[2]).T.reshaped(shape: W.shape)
    return try pointwiseConvolution(A_prev, other, stride)
  }
  C4W2.pointwiseConvolution.mistaken(
    "channels-torn-apart",
    "The numbers are rearranged so that a row no longer holds the channels of one place: reshape to (-1, n_C_prev) at once.",
    zh: "重排之后，一行不再是同一位置的各个通道：应当直接重塑成 (-1, n_C_prev)。"
  ) { A_prev, W, stride in
    let sizes = try A_prev.pictureSizes
    let torn = try A_prev.reshaped(sizes.m, sizes.n_C, sizes.n_H, sizes.n_W)
      .transposed([0, 2, 3, 1])
    return try pointwiseConvolution(torn, W, stride)
  }

  C4W2.depthwiseConvolution.mistaken(
    "channels-summed",
    "The channels are added up, as a full convolution does: here each keeps its own result.",
    zh: "像普通卷积那样把各通道加了起来：这里每个通道各有各的结果。"
  ) { A_prev, W, stride, pad in
    let Z = try depthwiseConvolution(A_prev, W, stride, pad)
    return try Z.sum(axis: 3, keepingDimensions: true) + Z * 0
  }
  C4W2.depthwiseConvolution.mistaken(
    "one-filter-for-all",
    "All channels get the first filter: each has one of its own.",
    zh: "所有通道都用了第一个滤波器：每个通道有自己的滤波器。"
  ) { A_prev, W, stride, pad in
    try depthwiseConvolution(A_prev, W.slice(axis: 2, 0..<1) + W * 0, stride, pad)
  }
  C4W2.depthwiseConvolution.mistaken(
    "flipped",
    "The filters are turned by 180°: a convolution of deep learning does not flip them.",
    zh: "滤波器被旋转了 180°：深度学习里的卷积不翻转滤波器。"
  ) { A_prev, W, stride, pad in
    let backwards = Array((0..<W.shape[0]).reversed())
    return try depthwiseConvolution(
      A_prev, W.slice(axis: 0, at: backwards).slice(axis: 1, at: backwards), stride, pad)
  }
  C4W2.depthwiseConvolution.mistaken(
    "rows-and-columns",
    "Rows and columns of the filters are exchanged.",
    zh: "滤波器的行和列反了。"
  ) { A_prev, W, stride, pad in
    try depthwiseConvolution(A_prev, W.transposed([1, 0, 2]), stride, pad)
  }
  C4W2.depthwiseConvolution.mistaken(
    "stride-ignored",
    "The stride is not used: the window moves by s.",
    zh: "没有用步幅：窗口每次移动 s。"
  ) { A_prev, W, _, pad in try depthwiseConvolution(A_prev, W, 1, pad) }
  C4W2.depthwiseConvolution.mistaken(
    "padding-ignored",
    "The frame of zeros is missing.",
    zh: "少了零填充的边框。"
  ) { A_prev, W, stride, _ in try depthwiseConvolution(A_prev, W, stride, 0) }
  C4W2.depthwiseConvolution.mistaken(
    "first-channel-only",
    "Every result is made of the first channel: filter c belongs to channel c.",
    zh: "所有结果都来自第一个通道：滤波器 c 属于通道 c。"
  ) { A_prev, W, stride, pad in
    try depthwiseConvolution(A_prev.slice(axis: 3, 0..<1) + A_prev * 0, W, stride, pad)
  }
}

@ImplementationList var inceptionMistakes: [Implementation] {
  C4W2.inceptionConcatenate.mistaken(
    "relu-at-the-end-only",
    "Between the convolutions of a branch there is no ReLU: each of them is followed by one.",
    zh: "同一分支的卷积之间没有 ReLU：每个卷积之后都要有。"
  ) { A_prev, branches in
    try side(A_prev, branches) { branch, A in
      var A = A
      for W in branch.filters { A = try convolveSame(A, W) }
      return relu(A)
    }
  }
  C4W2.inceptionConcatenate.mistaken(
    "no-relu-at-the-end",
    "The last convolution of a branch has no ReLU.",
    zh: "分支的最后一个卷积之后没有 ReLU。"
  ) { A_prev, branches in
    try side(A_prev, branches) { branch, A in
      var A = A
      for (k, W) in branch.filters.enumerated() {
        A = try convolveSame(k == 0 ? A : relu(A), W)
      }
      return A
    }
  }
  C4W2.inceptionConcatenate.mistaken(
    "no-relu",
    "There is no ReLU at all: each convolution is followed by one.",
    zh: "完全没有 ReLU：每个卷积之后都要有一个。"
  ) { A_prev, branches in
    try side(A_prev, branches) { branch, A in
      try branch.filters.reduce(A) { try convolveSame($0, $1) }
    }
  }
  C4W2.inceptionConcatenate.mistaken(
    "pooling-forgotten",
    "The branch that pools begins without its max pooling.",
    zh: "带池化的分支没有先做最大池化。"
  ) { A_prev, branches in
    try inceptionConcatenate(A_prev, branches.map { InceptionBranch(filters: $0.filters) })
  }
  C4W2.inceptionConcatenate.mistaken(
    "zeros-at-the-border",
    "The max pooling has zeros round the picture, which win against negative numbers: `maxPoolSame` has a frame that is never the largest.",
    zh: "最大池化在图像四周补了零，零会胜过负数：maxPoolSame 的边框从不会成为最大值。"
  ) { A_prev, branches in
    try sided(A_prev, branches) { A in
      let wide = try maxPoolSame(framed(A, before: 1, after: 1))
      return try wide.cropped(by: 1)
    }
  }
  C4W2.inceptionConcatenate.mistaken(
    "backwards",
    "The branches are put together from the last to the first.",
    zh: "各分支是从最后一个往前拼接的。"
  ) { A_prev, branches in try inceptionConcatenate(A_prev, branches.reversed()) }
  C4W2.inceptionConcatenate.mistaken(
    "stacked-by-rows",
    "The outputs are put together along the rows: the channels are the last axis, 3.",
    zh: "输出沿行拼接了：应当沿通道，也就是最后一条轴 3。"
  ) { A_prev, branches in
    let most = branches.map { $0.filters.last?.shape[3] ?? 0 }.max() ?? 0
    let parts = try branches.map { branch in
      let A = try inceptionConcatenate(A_prev, [branch])
      let missing = [A.shape[0], A.shape[1], A.shape[2], most - A.shape[3]]
      return try A.concatenated(with: .zeros(shape: missing), axis: 3)
    }
    return try Tensor.concatenate(parts, axis: 1)
  }
}

private func side(
  _ A_prev: Tensor, _ branches: [InceptionBranch],
  _ convolve: (InceptionBranch, Tensor) throws -> Tensor
) throws -> Tensor {
  try Tensor.concatenate(
    branches.map { try convolve($0, $0.pools ? maxPoolSame(A_prev) : A_prev) }, axis: 3)
}

private func sided(
  _ A_prev: Tensor, _ branches: [InceptionBranch], pooling: (Tensor) throws -> Tensor
) throws -> Tensor {
  try Tensor.concatenate(
    branches.map { branch in
      try inceptionConcatenate(
        branch.pools ? pooling(A_prev) : A_prev, [InceptionBranch(filters: branch.filters)])
    }, axis: 3)
}
