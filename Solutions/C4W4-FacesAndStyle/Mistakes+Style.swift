import Coursework
import Syllabus
import Tensors

@ImplementationList var contentMistakes: [Implementation] {
  C4W4.contentCost.mistaken(
    "half",
    "The factor is 1/2, as in another version of the cost: here it is 1/(4 · n_H · n_W · n_C).",
    zh: "系数用了 1/2，那是另一种写法：这里是 1/(4 · n_H · n_W · n_C)。"
  ) { a_C, a_G in try (a_C - a_G).squared().sum() / 2 }
  C4W4.contentCost.mistaken(
    "mean",
    "This is the mean of the squares: return a quarter of it, with 1/(4 · n_H · n_W · n_C).",
    zh: "你算的是平方的平均：要的是它的四分之一，即 1/(4 · n_H · n_W · n_C)。"
  ) { a_C, a_G in try 4 * contentCost(a_C, a_G) }
  C4W4.contentCost.mistaken(
    "sum",
    "The factor is missing: divide the sum by 4 · n_H · n_W · n_C.",
    zh: "少了系数：总和要除以 4 · n_H · n_W · n_C。"
  ) { a_C, a_G in try (a_C - a_G).squared().sum() }
  C4W4.contentCost.mistaken(
    "channels-left-out",
    "The number of channels is missing from the factor: 4 · n_H · n_W · n_C.",
    zh: "系数里少了通道数：应为 4 · n_H · n_W · n_C。"
  ) { a_C, a_G in try contentCost(a_C, a_G) * Double(a_G.shape[3]) }
  C4W4.contentCost.mistaken(
    "factor-of-the-style",
    "This is the factor of the style cost: here n_H, n_W and n_C are not squared.",
    zh: "这是风格代价的系数：这里的 n_H、n_W、n_C 不平方。"
  ) { a_C, a_G in try contentCost(a_C, a_G) / Double(a_G.count) }
  C4W4.contentCost.mistaken(
    "absolute",
    "The absolute differences are added: square them.",
    zh: "加的是差的绝对值：应当平方。"
  ) { a_C, a_G in
    let n = Double(a_G.count)
    return try abs(a_C - a_G).sum() / (4 * n)
  }
  C4W4.contentCost.mistaken(
    "square-of-the-sum",
    "The differences are added and then squared, so that they cancel: square each, then add.",
    zh: "先把差相加再平方，正负抵消了：要先逐个平方，再相加。"
  ) { a_C, a_G in
    let sum = try (a_C - a_G).sum()
    return sum * sum / Double(4 * a_G.count)
  }

  C4W4.contentCostBackward.mistaken(
    "of-the-content",
    "This is the gradient with respect to a_C, which has the opposite sign: the generated picture is what changes.",
    zh: "这是对 a_C 的梯度，符号相反：要变的是生成的图像。"
  ) { a_C, a_G in try contentCostBackward(a_G, a_C) }
  C4W4.contentCostBackward.mistaken(
    "two-forgotten",
    "The 2 of the square is missing: 2/4 is 1/2, so the factor is 1/(2 · n_H · n_W · n_C).",
    zh: "少了平方求导的 2：2/4 等于 1/2，系数是 1/(2 · n_H · n_W · n_C)。"
  ) { a_C, a_G in try contentCostBackward(a_C, a_G) / 2 }
  C4W4.contentCostBackward.mistaken(
    "factor-forgotten",
    "The factor of the cost is missing: 2(a_G - a_C) over 4 · n_H · n_W · n_C.",
    zh: "少了代价的系数：2(a_G - a_C) 要除以 4 · n_H · n_W · n_C。"
  ) { a_C, a_G in try 2 * (a_G - a_C) }
  C4W4.contentCostBackward.mistaken(
    "difference",
    "This is the difference alone: divide it by 2 · n_H · n_W · n_C.",
    zh: "这只是差：要除以 2 · n_H · n_W · n_C。"
  ) { a_C, a_G in try a_G - a_C }
  C4W4.contentCostBackward.mistaken(
    "channels-left-out",
    "The number of channels is missing from the factor: 2 · n_H · n_W · n_C.",
    zh: "系数里少了通道数：应为 2 · n_H · n_W · n_C。"
  ) { a_C, a_G in try contentCostBackward(a_C, a_G) * Double(a_G.shape[3]) }
}

@ImplementationList var gramMistakes: [Implementation] {
  C4W4.unrollChannels.mistaken(
    "reshaped-alone",
    "Reshaping alone mixes the channels, since those of a place stand next to each other: reshape to (n_H·n_W, n_C), then transpose.",
    zh: "只重塑会把通道混在一起，因为同一位置的各通道相邻：先重塑成 (n_H·n_W, n_C)，再转置。"
  ) { a in try a.reshaped(a.shape[3], -1) }
  C4W4.unrollChannels.mistaken(
    "not-transposed",
    "Here a place is a row: transpose, so that a channel is.",
    zh: "现在一行是一个位置：要转置，让一行是一个通道。"
  ) { a in try a.reshaped(-1, a.shape[3]) }
  C4W4.unrollChannels.mistaken(
    "down-the-columns",
    "The places are read down the columns: (h, w) belongs in the column h·n_W + w, row by row.",
    zh: "位置是逐列读的：(h, w) 应在第 h·n_W + w 列，逐行读。"
  ) { a in try a.transposed([3, 0, 2, 1]).reshaped(a.shape[3], -1) }
  C4W4.unrollChannels.mistaken(
    "axis-kept",
    "The picture's axes are still there: one row a channel, shape (n_C, n_H·n_W).",
    zh: "图像的轴还在：一行一个通道，形状应为 (n_C, n_H·n_W)。"
  ) { a in try a.transposed([3, 0, 1, 2]).reshaped(a.shape[3], a.shape[1], a.shape[2]) }

  C4W4.gramMatrix.mistaken(
    "of-the-pixels",
    "This is AᵀA, which compares places: A Aᵀ compares channels.",
    zh: "这是 AᵀA，比较的是位置：比较通道的是 A Aᵀ。"
  ) { A in try dot(A.T, A) }
  C4W4.gramMatrix.mistaken(
    "mean",
    "This is the mean over the places: take the sum, the cost has the factor.",
    zh: "对位置取了平均：应当求和，系数在代价里。"
  ) { A in try gramMatrix(A) / Double(A.columns) }
  C4W4.gramMatrix.mistaken(
    "over-all",
    "The sum is divided by the number of all activations: the Gram matrix is not divided, the cost has the factor.",
    zh: "除以了激活值的总数：Gram 矩阵不做除法，系数在代价里。"
  ) { A in try gramMatrix(A) / Double(A.count) }
  C4W4.gramMatrix.mistaken(
    "centred",
    "The mean of each channel was subtracted, which gives covariances: leave the activations as they are.",
    zh: "减去了每个通道的均值，那是协方差：激活值不要动。"
  ) { A in try gramMatrix(A - A.mean(axis: 1, keepingDimensions: true)) }
  C4W4.gramMatrix.mistaken(
    "elementwise",
    "* multiplies element by element: the Gram matrix is a product of matrices, dot.",
    zh: "* 是逐元素相乘：Gram 矩阵要用矩阵乘积 dot。"
  ) { A in A.squared() }
  C4W4.gramMatrix.mistaken(
    "sums-multiplied",
    "The sums of the channels are multiplied: multiply activations of the same place, then add.",
    zh: "把各通道的和相乘了：要先在同一位置相乘，再相加。"
  ) { A in
    let sums = try A.sum(axis: 1, keepingDimensions: true)
    return try dot(sums, sums.T)
  }
  C4W4.gramMatrix.mistaken(
    "cosines",
    "Each channel was scaled to length 1, which gives cosines: the Gram matrix keeps how strong a channel is.",
    zh: "把每个通道缩放到了长度 1，那是余弦：Gram 矩阵要保留通道的强弱。"
  ) { A in try gramMatrix(A / A.norm(axis: 1, keepingDimensions: true)) }
}

@ImplementationList var layerStyleMistakes: [Implementation] {
  C4W4.layerStyleCost.mistaken(
    "reshaped-alone",
    "The channels are mixed, since they were unrolled by reshaping to (n_C, n_H·n_W) alone: use unrollChannels.",
    zh: "只重塑成 (n_C, n_H·n_W)，通道混在了一起：用 unrollChannels 展开。"
  ) { a_S, a_G in
    let n_C = a_G.shape[3]
    return try distance(a_S.reshaped(n_C, -1), a_G.reshaped(n_C, -1)) / factor(a_G)
  }
  C4W4.layerStyleCost.mistaken(
    "of-the-pixels",
    "The Gram matrices compare places: they have to compare channels, (n_C, n_C).",
    zh: "Gram 矩阵比较的是位置：应当比较通道，形状 (n_C, n_C)。"
  ) { a_S, a_G in
    let n_C = a_G.shape[3]
    return try distance(a_S.reshaped(-1, n_C), a_G.reshaped(-1, n_C)) / factor(a_G)
  }
  C4W4.layerStyleCost.mistaken(
    "activations-compared",
    "The activations themselves are compared, place by place: that is content. Compare the Gram matrices.",
    zh: "比较的是激活值本身，逐个位置：那是内容。应当比较 Gram 矩阵。"
  ) { a_S, a_G in try (a_S - a_G).squared().sum() / factor(a_G) }
  C4W4.layerStyleCost.mistaken(
    "factor-of-the-content",
    "This is the factor of the content cost: here n_C and n_H·n_W are squared, 1/(4 · n_C² · (n_H·n_W)²).",
    zh: "这是内容代价的系数：这里 n_C 和 n_H·n_W 要平方，即 1/(4 · n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in try layerStyleCost(a_S, a_G) * Double(a_G.count) }
  C4W4.layerStyleCost.mistaken(
    "channels-not-squared",
    "n_C is not squared: the factor is 1/(4 · n_C² · (n_H·n_W)²).",
    zh: "n_C 没有平方：系数是 1/(4 · n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in try layerStyleCost(a_S, a_G) * Double(a_G.shape[3]) }
  C4W4.layerStyleCost.mistaken(
    "places-not-squared",
    "n_H·n_W is not squared: the factor is 1/(4 · n_C² · (n_H·n_W)²).",
    zh: "n_H·n_W 没有平方：系数是 1/(4 · n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in try layerStyleCost(a_S, a_G) * Double(a_G.shape[1] * a_G.shape[2]) }
  C4W4.layerStyleCost.mistaken(
    "places-missing",
    "The number of places is missing in the factor: it is 1/(4 · n_C² · (n_H·n_W)²).",
    zh: "系数里少了位置的个数：应为 1/(4 · n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in
    let places = Double(a_G.shape[1] * a_G.shape[2])
    return try layerStyleCost(a_S, a_G) * places * places
  }
  C4W4.layerStyleCost.mistaken(
    "four-forgotten",
    "The 4 is missing: the factor is 1/(4 · n_C² · (n_H·n_W)²).",
    zh: "少了 4：系数是 1/(4 · n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in try 4 * layerStyleCost(a_S, a_G) }
  C4W4.layerStyleCost.mistaken(
    "sum",
    "The factor is missing: divide the sum by 4 · n_C² · (n_H·n_W)².",
    zh: "少了系数：总和要除以 4 · n_C² · (n_H·n_W)²。"
  ) { a_S, a_G in try layerStyleCost(a_S, a_G) * factor(a_G) }
}

@ImplementationList var layerStyleGradientMistakes: [Implementation] {
  C4W4.layerStyleCostBackward.mistaken(
    "reshaped-back",
    "The way back mixes the channels: transpose to (n_H·n_W, n_C) before you reshape.",
    zh: "还原时把通道混在了一起：先转置成 (n_H·n_W, n_C)，再重塑。"
  ) { a_S, a_G in
    try unrollChannels(layerStyleCostBackward(a_S, a_G)).reshaped(shape: a_G.shape)
  }
  C4W4.layerStyleCostBackward.mistaken(
    "still-unrolled",
    "The gradient is still unrolled: it has to have the shape of a_G, (1, n_H, n_W, n_C).",
    zh: "梯度还是展开的：形状应与 a_G 相同，即 (1, n_H, n_W, n_C)。"
  ) { a_S, a_G in try unrollChannels(layerStyleCostBackward(a_S, a_G)) }
  C4W4.layerStyleCostBackward.mistaken(
    "one-of-two-places",
    "A stands twice in A Aᵀ, and you have counted it once: the derivative is twice as large.",
    zh: "A Aᵀ 里 A 出现两次，你只算了一次：导数是现在的两倍。"
  ) { a_S, a_G in try layerStyleCostBackward(a_S, a_G) / 2 }
  C4W4.layerStyleCostBackward.mistaken(
    "both-twos-forgotten",
    "Two factors of 2 are missing, that of the square and that of A in both places of A Aᵀ: 4/4 is 1.",
    zh: "少了两个 2：一个来自平方，一个来自 A 在 A Aᵀ 里出现两次；4/4 等于 1。"
  ) { a_S, a_G in try layerStyleCostBackward(a_S, a_G) / 4 }
  C4W4.layerStyleCostBackward.mistaken(
    "sign",
    "The sign is wrong: it is G_G - G_S, since it is the generated picture that changes.",
    zh: "符号错了：应为 G_G - G_S，因为要变的是生成的图像。"
  ) { a_S, a_G in try -layerStyleCostBackward(a_S, a_G) }
  C4W4.layerStyleCostBackward.mistaken(
    "activations-of-the-style",
    "The difference is multiplied by the activations of the style picture: multiply it by those of the generated one.",
    zh: "差乘的是风格图像的激活值：应当乘生成图像的。"
  ) { a_S, a_G in
    let difference = try gramMatrix(unrollChannels(a_G)) - gramMatrix(unrollChannels(a_S))
    return try dot(difference, unrollChannels(a_S)).T.reshaped(shape: a_G.shape)
      * (4 / factor(a_G))
  }
  C4W4.layerStyleCostBackward.mistaken(
    "factor-of-the-content",
    "n_C and n_H·n_W are not squared: the factor is 1/(n_C² · (n_H·n_W)²).",
    zh: "n_C 和 n_H·n_W 没有平方：系数是 1/(n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in try layerStyleCostBackward(a_S, a_G) * Double(a_G.count) }
  C4W4.layerStyleCostBackward.mistaken(
    "factor-forgotten",
    "The factor is missing: 1/(n_C² · (n_H·n_W)²).",
    zh: "少了系数 1/(n_C² · (n_H·n_W)²)。"
  ) { a_S, a_G in try layerStyleCostBackward(a_S, a_G) * (factor(a_G) / 4) }
}

/// Σ (A_S A_Sᵀ - A_G A_Gᵀ)².
private func distance(_ A_S: Tensor, _ A_G: Tensor) throws -> Double {
  try (gramMatrix(A_S) - gramMatrix(A_G)).squared().sum()
}

/// 4 · n_C² · (n_H·n_W)².
private func factor(_ a: Tensor) -> Double { 4 * Double(a.count) * Double(a.count) }
