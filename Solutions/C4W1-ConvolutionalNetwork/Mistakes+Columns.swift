import Coursework
import Syllabus
import Tensors

@ImplementationList var columnsMistakes: [Implementation] {
  C4W1.imageToColumns.mistaken(
    "windows-as-rows",
    "Every window is a row here; as examples are columns in this course, so are windows: transpose.",
    zh: "这里每个窗口是一行；本课程里样本是列，窗口也是列：请转置。"
  ) { A_prev, f, stride, pad in
    try imageToColumns(A_prev, f, stride, pad).T
  }
  C4W1.imageToColumns.mistaken(
    "channels-first",
    "Inside a column the channels come first; the order is row, column, channel, as in the filters.",
    zh: "每一列里通道排在了最前；顺序应当与滤波器相同：行、列、通道。"
  ) { A_prev, f, stride, pad in
    try reordered(imageToColumns(A_prev, f, stride, pad), f, [2, 0, 1])
  }
  C4W1.imageToColumns.mistaken(
    "columns-before-rows",
    "Inside a column rows and columns of the window are swapped; the row changes slowest.",
    zh: "每一列里窗口的行与列对调了；行的下标应当变化最慢。"
  ) { A_prev, f, stride, pad in
    try reordered(imageToColumns(A_prev, f, stride, pad), f, [1, 0, 2])
  }
  C4W1.imageToColumns.mistaken(
    "stride-ignored",
    "Neighbouring windows are one pixel apart; they are `stride` apart.",
    zh: "相邻窗口只隔一个像素；应当隔 stride 个。"
  ) { A_prev, f, stride, pad in
    let n_H = try outputSize(A_prev.shape[1], f, stride, pad)
    let n_W = try outputSize(A_prev.shape[2], f, stride, pad)
    let used = try zeroPad(A_prev, pad).slice(axis: 1, 0..<n_H + f - 1)
      .slice(axis: 2, 0..<n_W + f - 1)
    return try imageToColumns(used, f, 1, 0)
  }
  C4W1.imageToColumns.mistaken(
    "padding-ignored",
    "The pictures have not got their frame: call zeroPad first.",
    zh: "图像没有填充：要先调用 zeroPad。"
  ) { A_prev, f, stride, _ in
    try imageToColumns(A_prev, f, stride, 0)
  }

  C4W1.columnsToImage.mistaken(
    "assigned-not-added",
    "Where windows overlap the last one overwrites the others; they have to add up.",
    zh: "窗口重叠处，后一个覆盖了前面的；应当累加。"
  ) { columns, shape, f, stride, pad in
    try laidBack(columns, shape, f, stride, pad) { _, last in last }
  }
  C4W1.columnsToImage.mistaken(
    "averaged",
    "Where windows overlap the mean was taken; gradients add up.",
    zh: "窗口重叠处取了平均；梯度应当相加。"
  ) { columns, shape, f, stride, pad in
    let sums = try columnsToImage(columns, shape, f, stride, pad)
    let ones = Tensor.ones(shape: columns.shape)
    return try sums / maximum(columnsToImage(ones, shape, f, stride, pad), 1)
  }
  C4W1.columnsToImage.mistaken(
    "padding-not-cropped",
    "The frame of the padding is still there: crop it.",
    zh: "填充的边框还在：要裁掉。"
  ) { columns, shape, f, stride, pad in
    try columnsToImage(columns, framed(shape, pad), f, stride, 0)
  }
  C4W1.columnsToImage.mistaken(
    "cropped-at-corner",
    "The size is right, but the picture was cut out of the upper left corner: it begins at row and column `pad`.",
    zh: "大小对了，却是从左上角裁的：应当从第 pad 行、第 pad 列开始。"
  ) { columns, shape, f, stride, pad in
    try columnsToImage(columns, framed(shape, pad), f, stride, 0)
      .slice(axis: 1, 0..<shape[1]).slice(axis: 2, 0..<shape[2])
  }
  C4W1.columnsToImage.mistaken(
    "channels-first",
    "A column is read with its channels first; its order is row, column, channel.",
    zh: "读取每一列时把通道放在了最前；顺序应当是行、列、通道。"
  ) { columns, shape, f, stride, pad in
    let read = try columns.reshaped(shape[3], f, f, -1).transposed([1, 2, 0, 3])
    return try columnsToImage(read.reshaped(shape: columns.shape), shape, f, stride, pad)
  }

  C4W1.convolveForwardByProduct.mistaken(
    "filters-scrambled",
    "W.reshaped(n_C, -1) has the right shape, but mixes the filters: reshape to (-1, n_C), then transpose.",
    zh: "W.reshaped(n_C, -1) 形状对，却把各滤波器的数混在了一起：应当先变形为 (-1, n_C)，再转置。"
  ) { A_prev, W, b, stride, pad in
    let mixed = try W.reshaped(W.shape[3], -1).T.reshaped(shape: W.shape)
    return try convolveForwardByProduct(A_prev, mixed, b, stride, pad)
  }
  C4W1.convolveForwardByProduct.mistaken(
    "result-scrambled",
    "Z was reshaped with its channels first, which mixes channels and pixels: transpose it before.",
    zh: "Z 的通道还排在最前就变形了，通道与像素会混在一起：变形之前先转置。"
  ) { A_prev, W, b, stride, pad in
    let right = try convolveForwardByProduct(A_prev, W, b, stride, pad)
    return try right.reshaped(-1, W.shape[3]).T.reshaped(shape: right.shape)
  }
  C4W1.convolveForwardByProduct.mistaken(
    "bias-forgotten",
    "The biases are missing: each filter has its own.",
    zh: "漏了偏置：每个滤波器都有自己的偏置。"
  ) { A_prev, W, b, stride, pad in
    try convolveForwardByProduct(A_prev, W, b * 0, stride, pad)
  }
  C4W1.convolveForwardByProduct.mistaken(
    "padding-ignored",
    "The padding has not reached imageToColumns.",
    zh: "没有把填充传给 imageToColumns。"
  ) { A_prev, W, b, stride, _ in
    try convolveForwardByProduct(A_prev, W, b, stride, 0)
  }

  C4W1.convolveBackwardByProduct.mistaken(
    "gradient-scrambled",
    "dZ.reshaped(n_C, -1) has the right shape, but mixes channels and pixels: reshape to (-1, n_C), then transpose.",
    zh: "dZ.reshaped(n_C, -1) 形状对，却把通道与像素混在了一起：应当先变形为 (-1, n_C)，再转置。"
  ) { dZ, A_prev, W, stride, pad in
    let mixed = try dZ.reshaped(W.shape[3], -1).T.reshaped(shape: dZ.shape)
    return try convolveBackwardByProduct(mixed, A_prev, W, stride, pad)
  }
  C4W1.convolveBackwardByProduct.mistaken(
    "filter-gradient-scrambled",
    "dW was reshaped with its channels first: make it (f·f·n_C_prev, n_C) before you reshape.",
    zh: "dW 的通道还排在最前就变形了：变形之前它应当是 (f·f·n_C_prev, n_C)。"
  ) {
    dZ, A_prev, W, stride, pad in
    var result = try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
    result.dW = try result.dW.reshaped(-1, W.shape[3]).T.reshaped(shape: W.shape)
    return result
  }
  C4W1.convolveBackwardByProduct.mistaken(
    "averaged-over-examples",
    "dW and db are divided by m; here they are plain sums, since dZ carries the 1/m already.",
    zh: "dW 和 db 除以了 m；这里只求和，1/m 已经在 dZ 里了。"
  ) {
    dZ, A_prev, W, stride, pad in
    let right = try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
    return averaged(right, over: dZ.shape[0])
  }
  C4W1.convolveBackwardByProduct.mistaken(
    "bias-gradient-averaged",
    "db is a mean over all places; the bias is added at each of them, so it is the sum.",
    zh: "db 是对所有位置的平均；偏置在每个位置都加了一次，所以应当求和。"
  ) {
    dZ, A_prev, W, stride, pad in
    var result = try convolveBackwardByProduct(dZ, A_prev, W, stride, pad)
    result.db /= Double(dZ.count / W.shape[3])
    return result
  }
}

/// The numbers of a column, (row, column, channel), in another order.
private func reordered(_ columns: Tensor, _ f: Int, _ order: [Int]) throws -> Tensor {
  try columns.reshaped(f, f, columns.rows / (f * f), -1).transposed(order + [3])
    .reshaped(shape: columns.shape)
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
