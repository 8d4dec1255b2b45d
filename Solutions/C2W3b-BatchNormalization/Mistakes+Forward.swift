import Coursework
import Syllabus
import Tensors

@ImplementationList var forwardMistakes: [Implementation] {
  C2W3b.batchNormForward.mistaken(
    "variance-for-root",
    "Z - μ is divided by σ² + ε: the root is missing, √(σ² + ε).",
    zh: "Z - μ 除以了 σ² + ε：少了根号，应当是 √(σ² + ε)。"
  ) { Z, gamma, beta, epsilon in
    try batch(Z, gamma, beta) { $0 + epsilon }
  }
  C2W3b.batchNormForward.mistaken(
    "epsilon-outside-root",
    "ε stands outside of the root, √σ² + ε: put it inside, √(σ² + ε).",
    zh: "ε 加在了根号外面，√σ² + ε；应当加在里面，√(σ² + ε)。"
  ) { Z, gamma, beta, epsilon in
    try batch(Z, gamma, beta) { sqrt($0) + epsilon }
  }
  C2W3b.batchNormForward.mistaken(
    "epsilon-forgotten",
    "ε is missing: √(σ² + ε). Without it a unit that is the same in the whole batch gives 0/0.",
    zh: "少了 ε：√(σ² + ε)。没有它，整批都相同的单元会得到 0/0。"
  ) { Z, gamma, beta, _ in
    try batch(Z, gamma, beta) { sqrt($0) }
  }
  C2W3b.batchNormForward.mistaken(
    "m-minus-one",
    "The variance is divided by m - 1: it is the mean of the squares, so divide by m.",
    zh: "方差除以了 m - 1：它是平方的平均，应当除以 m。"
  ) { Z, gamma, beta, epsilon in
    let m = Double(Z.columns)
    return try normalized(
      Z, gamma, beta, mean: Z.mean(axis: 1, keepingDimensions: true),
      variance: Z.variance(axis: 1, keepingDimensions: true) * (m / (m - 1))
    ) { sqrt($0 + epsilon) }
  }
  C2W3b.batchNormForward.mistaken(
    "axis",
    "Each example is normalized over its units: that is another method. Each unit is normalized over the batch, axis 1.",
    zh: "这里是对每个样本的各单元做归一化，那是另一种方法。应当对每个单元在整批样本上归一化，沿 axis 1。"
  ) { Z, gamma, beta, epsilon in
    try normalized(
      Z, gamma, beta, mean: Z.mean(axis: 0, keepingDimensions: true),
      variance: Z.variance(axis: 0, keepingDimensions: true)
    ) { sqrt($0 + epsilon) }
  }
  C2W3b.batchNormForward.mistaken(
    "one-statistic-for-all",
    "All units share one μ and one σ²: each has its own, axis 1.",
    zh: "所有单元共用一个 μ 和一个 σ²：每个单元要用自己的，沿 axis 1。"
  ) { Z, gamma, beta, epsilon in
    let (mean, variance) = (
      Tensor.full(beta.shape, Z.mean()), Tensor.full(beta.shape, Z.variance())
    )
    return try normalized(Z, gamma, beta, mean: mean, variance: variance) { sqrt($0 + epsilon) }
  }
  C2W3b.batchNormForward.mistaken(
    "gamma-and-beta-forgotten",
    "Z̃ is Ẑ itself: scale it by γ and shift it by β.",
    zh: "Z̃ 就是 Ẑ 本身：还要乘以 γ，再加上 β。"
  ) { Z, gamma, beta, epsilon in
    var pass = try batchNormForward(Z, gamma, beta, epsilon)
    pass.Z_tilde = pass.Z_norm
    return pass
  }
  C2W3b.batchNormForward.mistaken(
    "gamma-and-beta-exchanged",
    "γ is added and β multiplied: Z̃ = γ Ẑ + β.",
    zh: "加的是 γ，乘的是 β：应当是 Z̃ = γ Ẑ + β。"
  ) { Z, gamma, beta, epsilon in try batchNormForward(Z, beta, gamma, epsilon) }
  C2W3b.batchNormForward.mistaken(
    "deviation-for-variance",
    "The pass holds σ: σ² is asked for, without ε.",
    zh: "返回的是 σ：要的是 σ²，不带 ε。"
  ) { Z, gamma, beta, epsilon in
    var pass = try batchNormForward(Z, gamma, beta, epsilon)
    pass.variance = sqrt(pass.variance)
    return pass
  }

  C2W3b.batchNormConvolution.mistaken(
    "pixel-by-pixel",
    "Each pixel has statistics of its own: a filter gives the same feature everywhere, so average over rows and columns too, axes 0, 1 and 2.",
    zh: "每个像素各有一套统计量：同一个滤波器处处给出同一种特征，所以行和列也要一起平均，即沿 axis 0、1、2。"
  ) { Z, gamma, beta, epsilon in try pictures(Z, gamma, beta, epsilon, over: [0]) }
  C2W3b.batchNormConvolution.mistaken(
    "picture-by-picture",
    "Each picture has statistics of its own: average over the examples as well, axes 0, 1 and 2.",
    zh: "每张图像各有一套统计量：样本也要一起平均，即沿 axis 0、1、2。"
  ) { Z, gamma, beta, epsilon in try pictures(Z, gamma, beta, epsilon, over: [1, 2]) }
  C2W3b.batchNormConvolution.mistaken(
    "channels-together",
    "All channels share one μ and σ²: each has its own, leave axis 3 out.",
    zh: "所有通道共用一套 μ 和 σ²：每个通道要用自己的，不要对 axis 3 平均。"
  ) { Z, gamma, beta, epsilon in
    var pass = try pictures(Z, gamma, beta, epsilon, over: [0, 1, 2, 3])
    pass.mean = .full(beta.shape, Z.mean())
    pass.variance = .full(beta.shape, Z.variance())
    return pass
  }
  C2W3b.batchNormConvolution.mistaken(
    "variance-for-root",
    "Z - μ is divided by σ² + ε: the root is missing, √(σ² + ε).",
    zh: "Z - μ 除以了 σ² + ε：少了根号，应当是 √(σ² + ε)。"
  ) { Z, gamma, beta, epsilon in
    let pass = try batchNormConvolution(Z, gamma, beta, epsilon)
    return try normalized(Z, gamma, beta, mean: pass.mean, variance: pass.variance) { $0 + epsilon }
  }
  C2W3b.batchNormConvolution.mistaken(
    "epsilon-outside-root",
    "ε stands outside of the root, √σ² + ε: put it inside, √(σ² + ε).",
    zh: "ε 加在了根号外面，√σ² + ε；应当加在里面，√(σ² + ε)。"
  ) { Z, gamma, beta, epsilon in
    let pass = try batchNormConvolution(Z, gamma, beta, epsilon)
    return try normalized(Z, gamma, beta, mean: pass.mean, variance: pass.variance) {
      sqrt($0) + epsilon
    }
  }
  C2W3b.batchNormConvolution.mistaken(
    "m-minus-one",
    "The variance is divided by the number of pixels minus 1: it is the mean of the squares, over all of them.",
    zh: "方差除以的是像素总数减 1：它是平方的平均，应当除以像素总数。"
  ) { Z, gamma, beta, epsilon in
    let pass = try batchNormConvolution(Z, gamma, beta, epsilon)
    let count = Double(Z.count / gamma.count)
    return try normalized(
      Z, gamma, beta, mean: pass.mean, variance: pass.variance * (count / (count - 1))
    ) { sqrt($0 + epsilon) }
  }
}

/// Batch normalization with the right statistics and another divisor.
private func batch(
  _ Z: Tensor, _ gamma: Tensor, _ beta: Tensor, _ divisor: (Tensor) throws -> Tensor
) throws -> BatchNormPass {
  try normalized(
    Z, gamma, beta, mean: Z.mean(axis: 1, keepingDimensions: true),
    variance: Z.variance(axis: 1, keepingDimensions: true), divisor)
}

/// Batch normalization of pictures over other axes.
private func pictures(
  _ Z: Tensor, _ gamma: Tensor, _ beta: Tensor, _ epsilon: Double, over axes: [Int]
) throws -> BatchNormPass {
  let mean = try Z.mean(axes: axes, keepingDimensions: true)
  let variance = try (Z - mean).squared().mean(axes: axes, keepingDimensions: true)
  return try normalized(Z, gamma, beta, mean: mean, variance: variance) { sqrt($0 + epsilon) }
}
