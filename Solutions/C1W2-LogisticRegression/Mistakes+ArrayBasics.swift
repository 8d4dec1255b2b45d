import Coursework
import Syllabus
import Tensors

@ImplementationList var arrayBasicsMistakes: [Implementation] {
  C1W2.sigmoid.mistaken(
    "missing-minus",
    "This is 1 / (1 + eᶻ): the exponent needs a minus, so that large z come near 1.",
    zh: "你算的是 1 / (1 + eᶻ)：指数前少了负号，z 很大时结果应当接近 1。"
  ) { z in 1 / (1 + exp(z)) }
  C1W2.sigmoid.mistaken(
    "tanh-instead",
    "This is tanh(z), which runs from -1 to 1; the sigmoid runs from 0 to 1.",
    zh: "你算的是 tanh(z)，取值在 -1 到 1 之间；sigmoid 的取值在 0 到 1 之间。"
  ) { z in tanh(z) }
  C1W2.sigmoid.mistaken(
    "missing-reciprocal",
    "This is 1 + e⁻ᶻ: the result is one divided by it.",
    zh: "你算的是 1 + e⁻ᶻ：还要取它的倒数。"
  ) { z in 1 + exp(-z) }

  C1W2.sigmoidDerivative.mistaken(
    "argument-as-value",
    "This is z (1 - z): the formula takes s = sigmoid(z), not z.",
    zh: "你算的是 z (1 - z)：公式里要用的是 s = sigmoid(z)，不是 z。"
  ) { z in try z * (1 - z) }
  C1W2.sigmoidDerivative.mistaken(
    "tanh-rule",
    "This is 1 - s², the rule for tanh; for the sigmoid it is s (1 - s).",
    zh: "你算的是 1 - s²，这是 tanh 的导数；sigmoid 的导数是 s (1 - s)。"
  ) { z in 1 - (try sigmoid(z)).squared() }
  C1W2.sigmoidDerivative.mistaken(
    "value-not-slope",
    "This is the sigmoid itself, not its slope: multiply by 1 - s.",
    zh: "这是 sigmoid 本身，不是它的导数：还要乘以 1 - s。"
  ) { z in try sigmoid(z) }

  C1W2.imageToVector.mistaken(
    "row-not-column",
    "This is a row of shape (1, n). An example is a column in this course: (n, 1).",
    zh: "这是形状为 (1, n) 的一行。本课程里一个样本是一列：(n, 1)。"
  ) { image in try image.reshaped(1, -1) }
  C1W2.imageToVector.mistaken(
    "rank-one",
    "This has shape (n,), a vector of rank 1. A column has a second axis of length 1.",
    zh: "它的形状是 (n,)，秩为 1。列向量还要有长度为 1 的第二个轴。"
  ) { image in image.flattened }
  C1W2.imageToVector.mistaken(
    "channels-first",
    "The numbers are sorted by colour. Keep the order they are stored in: row, then column, then colour.",
    zh: "这些数是按颜色通道排的。请保持原来的存储顺序：先行，再列，最后是颜色。"
  ) { image in
    try image.transposed([2, 0, 1]).reshaped(-1, 1)
  }

  C1W2.imagesToColumns.mistaken(
    "reshape-mixes-images",
    "The shape is right, but each column mixes pixels of many images. Reshape to (m, -1) first, then transpose. A classifier trained on the mix learns it by heart and fails on every other image.",
    zh: "形状对了，但每一列都混进了许多张图的像素。请先 reshape 成 (m, -1)，再转置。用混在一起的数据训练，模型只会死记硬背，换一批图就全错。"
  ) { images in
    try images.reshaped(-1, images.shape[0])
  }
  C1W2.imagesToColumns.mistaken(
    "images-as-rows",
    "Every image is a row here. Examples are columns in this course: transpose.",
    zh: "这里每张图是一行。本课程里样本是列：请转置。"
  ) { images in
    try images.reshaped(images.shape[0], -1)
  }

  C1W2.normalizeRows.mistaken(
    "columns-normalized",
    "Columns have length 1 here, not rows: sum along axis 1.",
    zh: "这里是各列的长度为 1，而不是各行：应当沿 axis 1 求和。"
  ) { x in
    try x / x.norm(axis: 0, keepingDimensions: true).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.mistaken(
    "root-forgotten",
    "The rows are divided by the sum of squares; the length is its square root.",
    zh: "你除以了平方和；长度是平方和的平方根。"
  ) { x in
    try x / x.squared().sum(axis: 1, keepingDimensions: true).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.mistaken(
    "absolute-values",
    "The rows are divided by the sum of absolute values; the Euclidean length squares first.",
    zh: "你除以了绝对值之和；欧几里得长度要先平方。"
  ) { x in
    try x / abs(x).sum(axis: 1, keepingDimensions: true).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.mistaken(
    "whole-matrix",
    "One length for the whole matrix was used; each row has its own.",
    zh: "整个矩阵用了同一个长度；每一行应当用自己的长度。"
  ) { x in x / x.norm() }
  C1W2.normalizeRows.mistaken(
    "zero-row-divided",
    "A row of zeros became NaN: 0 / 0. Leave such a row as it is.",
    zh: "全零的行变成了 NaN（0 / 0）。这样的行应保持不变。"
  ) { x in
    try x / x.norm(axis: 1, keepingDimensions: true)
  }

  C1W2.softmax.mistaken(
    "columns-add-to-one",
    "The columns add up to 1, not the rows: sum along axis 1.",
    zh: "这里是各列之和为 1，而不是各行：应当沿 axis 1 求和。"
  ) { x in
    let exponentials = exp(try x - x.max(axis: 0, keepingDimensions: true))
    return try exponentials / exponentials.sum(axis: 0, keepingDimensions: true)
  }
  C1W2.softmax.mistaken(
    "matrix-adds-to-one",
    "All numbers together add up to 1; each row should by itself.",
    zh: "现在是所有数加起来等于 1；应当每一行各自等于 1。"
  ) { x in
    let powers = exp(x - x.max())
    return powers / powers.sum()
  }
  C1W2.softmax.mistaken(
    "overflows",
    "Right for small numbers, but e^x overflows for large ones and ∞/∞ is NaN: subtract each row's maximum first.",
    zh: "数值小时是对的，但数值大时 e^x 会溢出，∞/∞ 得到 NaN：请先减去每行的最大值。"
  ) { x in
    try exp(x) / exp(x).sum(axis: 1, keepingDimensions: true)
  }
  C1W2.softmax.mistaken(
    "exponential-forgotten",
    "The numbers are divided by their sum, but not exponentiated first.",
    zh: "你直接除以了总和，忘了先取指数。"
  ) { x in
    try x / x.sum(axis: 1, keepingDimensions: true)
  }

  C1W2.l1Loss.mistaken(
    "squares",
    "This is the sum of squares, the L2 loss; L1 takes absolute values.",
    zh: "这是平方和，即 L2 损失；L1 损失取绝对值。"
  ) { yHat, y in (try y - yHat).squared().sum() }
  C1W2.l1Loss.mistaken(
    "mean-not-sum",
    "This is the mean; the loss here is the sum.",
    zh: "这是平均值；这里的损失是总和。"
  ) { yHat, y in abs(try y - yHat).mean() }
  C1W2.l1Loss.mistaken(
    "signs-cancel",
    "Positive and negative errors cancel: take absolute values before you sum.",
    zh: "正负误差互相抵消了：求和之前要先取绝对值。"
  ) { yHat, y in (try y - yHat).sum() }

  C1W2.l2Loss.mistaken(
    "absolute-values",
    "This is the sum of absolute values, the L1 loss; L2 squares.",
    zh: "这是绝对值之和，即 L1 损失；L2 损失取平方。"
  ) { yHat, y in abs(try y - yHat).sum() }
  C1W2.l2Loss.mistaken(
    "mean-not-sum",
    "This is the mean; the loss here is the sum.",
    zh: "这是平均值；这里的损失是总和。"
  ) { yHat, y in (try y - yHat).squared().mean() }
  C1W2.l2Loss.mistaken(
    "root-of-sum",
    "This is the square root of the loss: leave the root out.",
    zh: "这是损失的平方根：不要开方。"
  ) { yHat, y in (try y - yHat).norm() }
  C1W2.l2Loss.mistaken(
    "half",
    "A factor 1/2 belongs to another convention; here the sum stands alone.",
    zh: "因子 1/2 属于另一种约定；这里只有求和。"
  ) { yHat, y in (try y - yHat).squared().sum() / 2 }
}
