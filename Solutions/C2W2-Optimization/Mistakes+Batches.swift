import Coursework
import Syllabus
import Tensors

@ImplementationList var batchesMistakes: [Implementation] {
  C2W2.updateWithGradientDescent.mistaken(
    "uphill",
    "The step goes along the gradient, uphill: subtract it.",
    zh: "这一步顺着梯度走，是上坡：应当减去梯度。"
  ) { parameters, gradients, rate in
    try updateWithGradientDescent(parameters, gradients, -rate)
  }
  C2W2.updateWithGradientDescent.mistaken(
    "biases-not-updated",
    "The weights move, the biases do not: b has its own gradient db.",
    zh: "权重更新了，偏置没有动：b 有自己的梯度 db。"
  ) { parameters, gradients, rate in
    try zip(parameters, gradients).map { layer, slope in
      LayerParameters(W: try layer.W - rate * slope.dW, b: layer.b)
    }
  }
  C2W2.updateWithGradientDescent.mistaken(
    "learning-rate-ignored",
    "The whole gradient is subtracted: multiply it by the learning rate.",
    zh: "你减去了整个梯度：要先乘学习率。"
  ) { parameters, gradients, _ in
    try updateWithGradientDescent(parameters, gradients, 1)
  }
  C2W2.updateWithGradientDescent.mistaken(
    "last-layer-skipped",
    "The last layer stays where it was: the loop ends one layer too early.",
    zh: "最后一层没有更新：循环少走了一层。"
  ) { parameters, gradients, rate in
    try updateWithGradientDescent(parameters.dropLast(), gradients, rate) + parameters.suffix(1)
  }

  C2W2.randomMiniBatches.mistaken(
    "not-shuffled",
    "The examples are cut in the order they came: shuffle the columns first.",
    zh: "样本按原来的顺序切开了：要先打乱各列。"
  ) { X, Y, size, _ in try cut(X, Y, size) }
  C2W2.randomMiniBatches.mistaken(
    "labels-left-behind",
    "X is shuffled, Y is not: now most labels belong to other examples.",
    zh: "打乱了 X，却没有打乱 Y：标签和样本对不上了。"
  ) { X, Y, size, seed in
    var random = RandomState(seed: seed)
    return try cut(X.columns(at: random.permutation(X.columns)), Y, size)
  }
  C2W2.randomMiniBatches.mistaken(
    "shuffled-apart",
    "X and Y are shuffled by two different orders: draw one permutation and use it for both.",
    zh: "X 和 Y 用了两个不同的次序：只抽一个排列，两边都用它。"
  ) { X, Y, size, seed in
    var random = RandomState(seed: seed)
    let shuffledX = try X.columns(at: random.permutation(X.columns))
    return try cut(shuffledX, Y.columns(at: random.permutation(X.columns)), size)
  }
  C2W2.randomMiniBatches.mistaken(
    "small-batch-dropped",
    "The examples left over at the end are lost: the last batch may be smaller.",
    zh: "最后剩下的样本丢了：最后一批可以小一些。"
  ) { X, Y, size, seed in
    try randomMiniBatches(X, Y, size, seed).filter { $0.X.columns == size }
  }
  C2W2.randomMiniBatches.mistaken(
    "empty-last-batch",
    "When the batch size divides m, an empty batch follows at the end; its mean would be 0/0.",
    zh: "当批大小整除 m 时，末尾多了一个空批；对它求平均就是 0/0。"
  ) { X, Y, size, seed in
    let batches = try randomMiniBatches(X, Y, size, seed)
    guard X.columns.isMultiple(of: size) else { return batches }
    return batches + [MiniBatch(X: try X.columns(0..<0), Y: try Y.columns(0..<0))]
  }
  C2W2.randomMiniBatches.mistaken(
    "seed-ignored",
    "The seed is not used: every epoch would see the same batches.",
    zh: "没有用到 seed：这样每个 epoch 的小批量都一样。"
  ) { X, Y, size, _ in
    try randomMiniBatches(X, Y, size, 0)
  }
}

// What the misconceptions of this week have in common: the right way with one thing changed.

private func cut(_ X: Tensor, _ Y: Tensor, _ size: Int) throws -> [MiniBatch] {
  try stride(from: 0, to: X.columns, by: size).map { start in
    let range = start..<min(start + size, X.columns)
    return MiniBatch(X: try X.columns(range), Y: try Y.columns(range))
  }
}
