import Coursework
import Syllabus
import Tensors

/// The main path with other strides and other ends of its layers; without the sum.
private func path(
  _ X: Tensor, _ block: ResidualBlock, _ isTraining: Bool, strides: (Int, Int) = (1, 1),
  third: (Tensor) -> Tensor = { $0 },
  norm: (Tensor, NormalizedConvolution, Bool) throws -> Tensor = batchNorm,
  between: (Tensor) -> Tensor = relu
) throws -> Tensor {
  var A = try between(
    norm(pointwiseConvolution(X, block.first.W, strides.0), block.first, isTraining))
  A = try between(norm(convolveSame(A, block.second.W), block.second, isTraining))
  return try third(
    norm(pointwiseConvolution(A, block.third.W, strides.1), block.third, isTraining))
}

private func shortcut(
  _ X: Tensor, _ projection: NormalizedConvolution, _ s: Int, _ isTraining: Bool
) throws -> Tensor {
  try batchNorm(pointwiseConvolution(X, projection.W, s), projection, isTraining)
}

@ImplementationList var blockMistakes: [Implementation] {
  C4W2.identityBlock.mistaken(
    "added-after-the-relu",
    "The input is added after the last ReLU: add it to the normalized sums, then take the ReLU of all.",
    zh: "输入是在最后的 ReLU 之后加的：先加到归一化之后的结果上，再取 ReLU。"
  ) { X, block, isTraining in try relu(path(X, block, isTraining)) + X }
  C4W2.identityBlock.mistaken(
    "relu-of-both",
    "There is a ReLU before the sum as well: the third layer has none of its own, so that it can subtract.",
    zh: "相加之前也有一个 ReLU：第三层本身没有 ReLU，这样它才能减去一些东西。"
  ) { X, block, isTraining in try relu(path(X, block, isTraining, third: relu) + X) }
  C4W2.identityBlock.mistaken(
    "no-shortcut",
    "The input is not added.",
    zh: "没有加上输入。"
  ) { X, block, isTraining in try relu(path(X, block, isTraining)) }
  C4W2.identityBlock.mistaken(
    "no-relu-at-the-end",
    "The ReLU after the sum is missing.",
    zh: "相加之后少了 ReLU。"
  ) { X, block, isTraining in try path(X, block, isTraining) + X }
  C4W2.identityBlock.mistaken(
    "no-relu-between",
    "The first two layers have no ReLU.",
    zh: "前两层没有 ReLU。"
  ) { X, block, isTraining in try relu(path(X, block, isTraining, between: { $0 }) + X) }
  C4W2.identityBlock.mistaken(
    "norm-forgotten",
    "There is no batch normalization: each of the three convolutions is followed by one.",
    zh: "没有做批量归一化：三个卷积之后都要做。"
  ) { X, block, isTraining in
    try relu(path(X, block, isTraining, norm: { Z, _, _ in Z }) + X)
  }
  C4W2.identityBlock.mistaken(
    "always-the-batch",
    "The statistics are always those of the batch: after training the running averages count.",
    zh: "总是用这一批的统计量：训练之后要用移动平均。"
  ) { X, block, _ in try identityBlock(X, block, true) }
  C4W2.identityBlock.mistaken(
    "never-the-batch",
    "The statistics are always the running averages: in training those of the batch count.",
    zh: "总是用移动平均的统计量：训练时要用这一批的。"
  ) { X, block, _ in try identityBlock(X, block, false) }
  C4W2.identityBlock.mistaken(
    "norm-after-the-relu",
    "The first two layers are normalized after their ReLU: first the batch normalization, then the ReLU.",
    zh: "前两层先做了 ReLU 再归一化：应当先做批量归一化，再做 ReLU。"
  ) { X, block, isTraining in
    var A = try batchNorm(
      relu(pointwiseConvolution(X, block.first.W, 1)), block.first, isTraining)
    A = try batchNorm(relu(convolveSame(A, block.second.W)), block.second, isTraining)
    let Z = try batchNorm(pointwiseConvolution(A, block.third.W, 1), block.third, isTraining)
    return try relu(Z + X)
  }

  C4W2.convolutionalBlock.mistaken(
    "stride-on-the-last",
    "The stride is on the last layer of the main path: it belongs to the first.",
    zh: "步幅用在了主路径的最后一层：应当在第一层。"
  ) { X, block, projection, s, isTraining in
    try relu(
      path(X, block, isTraining, strides: (1, s)) + shortcut(X, projection, s, isTraining))
  }
  C4W2.convolutionalBlock.mistaken(
    "stride-on-the-second",
    "The stride is on the second layer of the main path: it belongs to the first.",
    zh: "步幅用在了主路径的第二层：应当在第一层。"
  ) { X, block, projection, s, isTraining in
    var A = try relu(batchNorm(pointwiseConvolution(X, block.first.W, 1), block.first, isTraining))
    let wide = try convolveSame(A, block.second.W)
    let rows = (0..<wide.shape[1]).filter { $0 % s == 0 }
    let columns = (0..<wide.shape[2]).filter { $0 % s == 0 }
    A = try relu(
      batchNorm(wide.slice(axis: 1, at: rows).slice(axis: 2, at: columns), block.second, isTraining)
    )
    let Z = try batchNorm(pointwiseConvolution(A, block.third.W, 1), block.third, isTraining)
    return try relu(Z + shortcut(X, projection, s, isTraining))
  }
  C4W2.convolutionalBlock.mistaken(
    "stride-ignored",
    "The stride is used on neither path: height and width have to shrink by the factor s.",
    zh: "两条路径都没有用步幅：高和宽要缩小到 1/s。"
  ) { X, block, projection, _, isTraining in
    try convolutionalBlock(X, block, projection, 1, isTraining)
  }
  C4W2.convolutionalBlock.mistaken(
    "projection-without-norm",
    "The projection is not normalized: batch normalization follows it, too.",
    zh: "投影没有做批量归一化：它之后也要做。"
  ) { X, block, projection, s, isTraining in
    try relu(
      path(X, block, isTraining, strides: (s, 1)) + pointwiseConvolution(X, projection.W, s))
  }
  C4W2.convolutionalBlock.mistaken(
    "projection-with-relu",
    "The projection has a ReLU of its own: there is one after the sum only.",
    zh: "投影之后多了一个 ReLU：只有相加之后才有。"
  ) { X, block, projection, s, isTraining in
    try relu(
      path(X, block, isTraining, strides: (s, 1))
        + relu(shortcut(X, projection, s, isTraining)))
  }
  C4W2.convolutionalBlock.mistaken(
    "no-shortcut",
    "The shortcut is missing: project X and add it.",
    zh: "少了跳跃连接：要把 X 投影之后加上。"
  ) { X, block, _, s, isTraining in try relu(path(X, block, isTraining, strides: (s, 1))) }
  C4W2.convolutionalBlock.mistaken(
    "projection-forgotten",
    "X is added without a projection, only thinned out and filled up with zeros: the filters of the projection give it the shape of the main path.",
    zh: "X 没有经过投影，只是隔行隔列抽取、补零之后就加上了：要用投影的滤波器把它变成主路径的形状。"
  ) { X, block, _, s, isTraining in
    let main = try path(X, block, isTraining, strides: (s, 1))
    let rows = (0..<X.shape[1]).filter { $0 % s == 0 }
    let columns = (0..<X.shape[2]).filter { $0 % s == 0 }
    let cut = try X.slice(axis: 1, at: rows).slice(axis: 2, at: columns)
    let missing = main.shape[3] - cut.shape[3]
    let zeros = Tensor.zeros(shape: Array(main.shape.dropLast()) + [missing])
    return try relu(main + cut.concatenated(with: zeros, axis: 3))
  }
  C4W2.convolutionalBlock.mistaken(
    "added-after-the-relu",
    "The shortcut is added after the last ReLU: add first, then take the ReLU of the sum.",
    zh: "跳跃连接是在最后的 ReLU 之后加的：先相加，再对和取 ReLU。"
  ) { X, block, projection, s, isTraining in
    try relu(path(X, block, isTraining, strides: (s, 1)))
      + shortcut(X, projection, s, isTraining)
  }
  C4W2.convolutionalBlock.mistaken(
    "no-relu-at-the-end",
    "The ReLU after the sum is missing.",
    zh: "相加之后少了 ReLU。"
  ) { X, block, projection, s, isTraining in
    try path(X, block, isTraining, strides: (s, 1)) + shortcut(X, projection, s, isTraining)
  }
  C4W2.convolutionalBlock.mistaken(
    "projection-always-by-the-batch",
    "The projection is always normalized by the batch: after training its running averages count.",
    zh: "投影总是用这一批的统计量归一化：训练之后要用移动平均。"
  ) { X, block, projection, s, isTraining in
    try relu(
      path(X, block, isTraining, strides: (s, 1)) + shortcut(X, projection, s, true))
  }
}
