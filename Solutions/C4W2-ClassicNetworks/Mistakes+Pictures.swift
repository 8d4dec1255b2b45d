import Coursework
import Syllabus
import Tensors

@ImplementationList var augmentationMistakes: [Implementation] {
  C4W2.mirror.mistaken(
    "upside-down",
    "The rows are reversed, which turns the pictures upside down: left and right are axis 2.",
    zh: "反转的是行，图像上下颠倒了：左右是轴 2。"
  ) { X in try X.slice(axis: 1, at: Array((0..<X.shape[1]).reversed())) }
  C4W2.mirror.mistaken(
    "turned-round",
    "The pictures are turned by 180°: only the columns are reversed.",
    zh: "图像被旋转了 180°：只需反转列。"
  ) { X in try mirror(X).slice(axis: 1, at: Array((0..<X.shape[1]).reversed())) }
  C4W2.mirror.mistaken(
    "channels-reversed",
    "The channels are reversed, red becomes blue: left and right are axis 2.",
    zh: "反转的是通道，红变成了蓝：左右是轴 2。"
  ) { X in try X.slice(axis: 3, at: Array((0..<X.shape[3]).reversed())) }
  C4W2.mirror.mistaken(
    "pictures-reversed",
    "The order of the pictures is reversed: left and right are axis 2.",
    zh: "反转的是图像的次序：左右是轴 2。"
  ) { X in try X.slice(axis: 0, at: Array((0..<X.shape[0]).reversed())) }
  C4W2.mirror.mistaken(
    "both-columns-and-channels",
    "The channels are reversed with the columns, as when each row is read backwards: a pixel keeps the order of its channels.",
    zh: "列反转的同时通道也反了，就像把每一行倒着读：一个像素的通道次序不变。"
  ) { X in try mirror(X).slice(axis: 3, at: Array((0..<X.shape[3]).reversed())) }

  C4W2.randomCrop.mistaken(
    "last-place-left-out",
    "The last place is never drawn: randint leaves out its upper end, so it is n_H - height + 1.",
    zh: "最后一个位置永远抽不到：randint 不含上界，所以是 n_H - height + 1。"
  ) { X, height, width, seed in
    try cropped(X, height, width, seed) { random, n_H, n_W in
      (random.randint(max(1, n_H - height)), random.randint(max(1, n_W - width)))
    }
  }
  C4W2.randomCrop.mistaken(
    "column-before-row",
    "The column is drawn before the row.",
    zh: "先抽了列，后抽了行。"
  ) { X, height, width, seed in
    try cropped(X, height, width, seed) { random, n_H, n_W in
      let left = random.randint(n_W - width + 1)
      return (random.randint(n_H - height + 1), left)
    }
  }
  C4W2.randomCrop.mistaken(
    "one-place-for-all",
    "All pictures are cut at the place of the first: draw anew for each.",
    zh: "所有图像都在第一张的位置裁剪：每张都要重新抽。"
  ) { X, height, width, seed in
    var random = RandomState(seed: seed)
    let top = random.randint(X.shape[1] - height + 1)
    let left = random.randint(X.shape[2] - width + 1)
    return try X.slice(axis: 1, top..<top + height).slice(axis: 2, left..<left + width)
  }
  C4W2.randomCrop.mistaken(
    "from-the-middle",
    "The part is cut from the middle: its place is drawn.",
    zh: "裁的是正中间：位置应当随机抽取。"
  ) { X, height, width, seed in
    try cropped(X, height, width, seed) { _, n_H, n_W in ((n_H - height) / 2, (n_W - width) / 2) }
  }
  C4W2.randomCrop.mistaken(
    "all-rows-first",
    "First the rows of all pictures are drawn, then the columns: draw both for one picture, then for the next.",
    zh: "先抽了所有图像的行，再抽所有的列：应当一张图像抽完行和列，再轮到下一张。"
  ) { X, height, width, seed in
    var random = RandomState(seed: seed)
    let tops = (0..<X.shape[0]).map { _ in random.randint(X.shape[1] - height + 1) }
    let lefts = (0..<X.shape[0]).map { _ in random.randint(X.shape[2] - width + 1) }
    return try Tensor.concatenate(
      X.shape[0].times { i in try part(X, i, tops[i], lefts[i], height, width) }, axis: 0)
  }
  C4W2.randomCrop.mistaken(
    "height-for-width",
    "Height and width of the part are exchanged.",
    zh: "裁剪的高和宽反了。"
  ) { X, height, width, seed in
    try randomCrop(X, min(width, X.shape[1]), min(height, X.shape[2]), seed)
  }
}

extension Int {
  /// What a function gives for 0, 1, … up to, but not including, this number.
  fileprivate func times(_ make: (Int) throws -> Tensor) rethrows -> [Tensor] {
    try (0..<self).map(make)
  }
}

private func part(
  _ X: Tensor, _ i: Int, _ top: Int, _ left: Int, _ height: Int, _ width: Int
) throws -> Tensor {
  try X.slice(axis: 0, i..<i + 1).slice(axis: 1, top..<top + height)
    .slice(axis: 2, left..<left + width)
}

private func cropped(
  _ X: Tensor, _ height: Int, _ width: Int, _ seed: UInt32,
  _ place: (inout RandomState, Int, Int) -> (Int, Int)
) throws -> Tensor {
  var random = RandomState(seed: seed)
  let parts = try X.shape[0].times { i in
    let (top, left) = place(&random, X.shape[1], X.shape[2])
    return try part(X, i, top, left, height, width)
  }
  return try Tensor.concatenate(parts, axis: 0)
}

@ImplementationList var colourMistakes: [Implementation] {
  C4W2.shiftColours.mistaken(
    "not-cut",
    "Values leave the range from 0 to 1: what is above becomes 1, what is below 0.",
    zh: "数值超出了 0 到 1：大于 1 的变成 1，小于 0 的变成 0。"
  ) { X, shifts in try X + shifts.reshaped(-1, 1, 1, X.shape[3]) }
  C4W2.shiftColours.mistaken(
    "cut-above-only",
    "Values below 0 are left: they become 0.",
    zh: "小于 0 的数没有处理：应当变成 0。"
  ) { X, shifts in minimum(1, try X + shifts.reshaped(-1, 1, 1, X.shape[3])) }
  C4W2.shiftColours.mistaken(
    "cut-below-only",
    "Values above 1 are left: they become 1.",
    zh: "大于 1 的数没有处理：应当变成 1。"
  ) { X, shifts in maximum(0, try X + shifts.reshaped(-1, 1, 1, X.shape[3])) }
  C4W2.shiftColours.mistaken(
    "wrapped",
    "Values that leave the range come in again at the other end, as bytes do: cut them at 0 and 1.",
    zh: "超出范围的数从另一端绕了回来，就像字节溢出：应当截断在 0 和 1。"
  ) { X, shifts in
    try (X + shifts.reshaped(-1, 1, 1, X.shape[3])).map { $0 - $0.rounded(.down) }
  }
  C4W2.shiftColours.mistaken(
    "the-first-for-all",
    "All pictures get the shifts of the first: each has a row of its own.",
    zh: "所有图像都用了第一张的偏移：每张图像有自己的一行。"
  ) { X, shifts in try shiftColours(X, shifts.row(0) + shifts * 0) }
  C4W2.shiftColours.mistaken(
    "multiplied",
    "The colours are multiplied by 1 + shift: the shift is added.",
    zh: "颜色乘以了 1 + 偏移：应当加上偏移。"
  ) { X, shifts in
    minimum(1, maximum(0, try X * (1 + shifts.reshaped(-1, 1, 1, X.shape[3]))))
  }
  C4W2.shiftColours.mistaken(
    "same-for-all-channels",
    "All channels get the mean of the shifts, which only makes the picture lighter or darker.",
    zh: "所有通道都加了偏移的平均值，这只会让图像变亮或变暗。"
  ) { X, shifts in
    try shiftColours(X, shifts.mean(axis: 1, keepingDimensions: true) + shifts * 0)
  }

  C4W2.colourPCA.mistaken(
    "roots-of-the-values",
    "α is multiplied by √λ, the standard deviation: the formula has λ.",
    zh: "α 乘的是 √λ，也就是标准差：公式里是 λ。"
  ) { X, alphas in
    try components(X, alphas) { alphas, values, vectors in
      try dot(alphas * sqrt(maximum(values, 0)), vectors.T)
    }
  }
  C4W2.colourPCA.mistaken(
    "values-forgotten",
    "The eigenvalues are missing: each vector is multiplied by α λ.",
    zh: "少了特征值：每个向量要乘以 α λ。"
  ) { X, alphas in
    try components(X, alphas) { alphas, _, vectors in try dot(alphas, vectors.T) }
  }
  C4W2.colourPCA.mistaken(
    "rows-for-vectors",
    "The rows of the matrix are taken for the eigenvectors: they are its columns.",
    zh: "把矩阵的行当成了特征向量：特征向量是列。"
  ) { X, alphas in
    try components(X, alphas) { alphas, values, vectors in try dot(alphas * values, vectors) }
  }
  C4W2.colourPCA.mistaken(
    "mean-not-subtracted",
    "The mean colour is not subtracted, so the first direction is that of the mean: C is made of x - μ.",
    zh: "没有减去平均颜色，第一个方向就成了平均颜色的方向：C 要用 x - μ 来算。"
  ) { X, alphas in
    let pixels = try X.reshaped(-1, 3)
    let C = try dot(pixels.T, pixels) / Double(pixels.rows)
    return try shifted(X, alphas, by: C)
  }
  C4W2.colourPCA.mistaken(
    "n-minus-one",
    "The covariance is divided by N - 1: here it is 1/N.",
    zh: "协方差除以了 N - 1：这里是 1/N。"
  ) { X, alphas in
    let n = Double(X.count / 3)
    return try shifted(X, alphas, by: covariance(X) * (n / (n - 1)))
  }
  C4W2.colourPCA.mistaken(
    "not-divided",
    "The covariance is not divided by the number of pixels: C is a mean.",
    zh: "协方差没有除以像素个数：C 是平均值。"
  ) { X, alphas in try shifted(X, alphas, by: covariance(X) * (Double(X.count) / 3)) }
  C4W2.colourPCA.mistaken(
    "the-first-for-all",
    "All pictures get the α of the first: each has a row of its own.",
    zh: "所有图像都用了第一张的 α：每张图像有自己的一行。"
  ) { X, alphas in try colourPCA(X, alphas.row(0) + alphas * 0) }
  C4W2.colourPCA.mistaken(
    "of-each-picture",
    "Each picture has a covariance of its own here: C is that of the pixels of all pictures together.",
    zh: "每张图像各自算了协方差：C 是所有图像的像素放在一起的协方差。"
  ) { X, alphas in
    try Tensor.concatenate(
      X.shape[0].times { i in
        try colourPCA(X.slice(axis: 0, i..<i + 1), alphas.row(i))
      }, axis: 0)
  }
  C4W2.colourPCA.mistaken(
    "cut",
    "Values are cut at 0 and 1: here they are not.",
    zh: "数值在 0 和 1 处截断了：这里不截断。"
  ) { X, alphas in minimum(1, maximum(0, try colourPCA(X, alphas))) }
  C4W2.colourPCA.mistaken(
    "smallest-first",
    "The first α is given to the smallest eigenvalue: the largest comes first.",
    zh: "第一个 α 给了最小的特征值：最大的在最前。"
  ) { X, alphas in try colourPCA(X, alphas.columns(at: [2, 1, 0])) }
  C4W2.colourPCA.mistaken(
    "projected",
    "The pictures are given in the coordinates of the components: they stay in red, green and blue, and a shift is added.",
    zh: "图像变到了主成分的坐标里：它们仍是红、绿、蓝，只加上一个偏移。"
  ) { X, alphas in
    let (values, vectors) = try covariance(X).symmetricEigenvectors
    let turned = try dot(X.reshaped(-1, 3), vectors).reshaped(shape: X.shape)
    return try turned + (alphas * values).reshaped(-1, 1, 1, 3)
  }
}

private func covariance(_ X: Tensor) throws -> Tensor {
  let pixels = try X.reshaped(-1, 3)
  let centred = try pixels - pixels.mean(axis: 0)
  return try dot(centred.T, centred) / Double(pixels.rows)
}

private func shifted(_ X: Tensor, _ alphas: Tensor, by C: Tensor) throws -> Tensor {
  let (values, vectors) = try C.symmetricEigenvectors
  return try X + dot(alphas * values, vectors.T).reshaped(-1, 1, 1, 3)
}

private func components(
  _ X: Tensor, _ alphas: Tensor, _ shifts: (Tensor, Tensor, Tensor) throws -> Tensor
) throws -> Tensor {
  let (values, vectors) = try covariance(X).symmetricEigenvectors
  return try X + shifts(alphas, values, vectors).reshaped(-1, 1, 1, 3)
}
