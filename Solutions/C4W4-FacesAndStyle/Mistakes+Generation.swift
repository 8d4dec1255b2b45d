import Coursework
import Syllabus
import Tensors

@ImplementationList var costMistakes: [Implementation] {
  C4W4.styleCost.mistaken(
    "unweighted",
    "The layers are added as they are: each cost is multiplied by its layer's weight.",
    zh: "各层直接相加了：每一层的代价要乘它的权重。"
  ) { a_S, a_G, weights in try styleCost(a_S, a_G, weights.map { _ in 1 }) }
  C4W4.styleCost.mistaken(
    "averaged",
    "The sum is divided by the number of layers: the weights already say how much each one counts.",
    zh: "总和除以了层数：每层算多少由权重决定。"
  ) { a_S, a_G, weights in try styleCost(a_S, a_G, weights) / Double(weights.count) }
  C4W4.styleCost.mistaken(
    "normalized",
    "The weights were scaled to a sum of 1: take them as they are.",
    zh: "把权重缩放到了和为 1：按原样使用。"
  ) { a_S, a_G, weights in try styleCost(a_S, a_G, weights) / weights.reduce(0, +) }
  C4W4.styleCost.mistaken(
    "last-layer",
    "Only the last layer is left: add to the cost, do not overwrite it.",
    zh: "只剩最后一层：要累加到代价上，不要覆盖。"
  ) { a_S, a_G, weights in
    try styleCost(Array(a_S.suffix(1)), Array(a_G.suffix(1)), Array(weights.suffix(1)))
  }
  C4W4.styleCost.mistaken(
    "first-layer",
    "Only the first layer counts: is the return inside the loop?",
    zh: "只算了第一层：return 是不是写在循环里了？"
  ) { a_S, a_G, weights in
    try styleCost(Array(a_S.prefix(1)), Array(a_G.prefix(1)), Array(weights.prefix(1)))
  }

  C4W4.totalCost.mistaken(
    "exchanged",
    "α and β are exchanged: α belongs to the content, β to the style.",
    zh: "α 和 β 用反了：α 属于内容，β 属于风格。"
  ) { J_content, J_style, alpha, beta in try totalCost(J_content, J_style, beta, alpha) }
  C4W4.totalCost.mistaken(
    "beta-forgotten",
    "The style is not weighted: multiply it by β.",
    zh: "风格没有加权：要乘 β。"
  ) { J_content, J_style, alpha, _ in alpha * J_content + J_style }
  C4W4.totalCost.mistaken(
    "alpha-for-both",
    "Both are multiplied by α: the style has β.",
    zh: "两项都乘了 α：风格用 β。"
  ) { J_content, J_style, alpha, _ in alpha * (J_content + J_style) }
  C4W4.totalCost.mistaken(
    "unweighted",
    "The two costs are added as they are: α · J_content + β · J_style.",
    zh: "两个代价直接相加了：应为 α · J_content + β · J_style。"
  ) { J_content, J_style, _, _ in J_content + J_style }
  C4W4.totalCost.mistaken(
    "normalized",
    "The cost is divided by α + β: it is not a mean.",
    zh: "除以了 α + β：代价不是平均。"
  ) { J_content, J_style, alpha, beta in
    let sum = alpha + beta
    return try totalCost(J_content, J_style, alpha, beta) / sum
  }

  C4W4.totalCostBackward.mistaken(
    "exchanged",
    "α and β are exchanged: α belongs to the content, β to the style.",
    zh: "α 和 β 用反了：α 属于内容，β 属于风格。"
  ) { a_C, a_S, a_G, weights, alpha, beta in
    try totalCostBackward(a_C, a_S, a_G, weights, beta, alpha)
  }
  C4W4.totalCostBackward.mistaken(
    "unweighted-layers",
    "The weights of the layers are missing: the style of layer l counts β · λ_l times.",
    zh: "少了各层的权重：第 l 层的风格要乘 β · λ_l。"
  ) { a_C, a_S, a_G, weights, alpha, beta in
    try totalCostBackward(a_C, a_S, a_G, weights.map { _ in 1 }, alpha, beta)
  }
  C4W4.totalCostBackward.mistaken(
    "content-alone-in-the-last",
    "In the last layer the content takes the place of the style: add it to the style's gradient.",
    zh: "最后一层里内容替换了风格：应当加到风格的梯度上。"
  ) { a_C, a_S, a_G, weights, alpha, beta in
    let last = weights.count - 1
    var others = weights
    others[last] = 0
    return try totalCostBackward(a_C, a_S, a_G, others, alpha, beta)
  }
  C4W4.totalCostBackward.mistaken(
    "content-forgotten",
    "The content is missing: in the last layer add α times its gradient.",
    zh: "少了内容：最后一层要加上 α 乘它的梯度。"
  ) { a_C, a_S, a_G, weights, _, beta in
    try totalCostBackward(a_C, a_S, a_G, weights, 0, beta)
  }
  C4W4.totalCostBackward.mistaken(
    "style-forgotten",
    "The style is missing: it counts in every layer, β · λ_l times.",
    zh: "少了风格：每一层都要算，乘 β · λ_l。"
  ) { a_C, a_S, a_G, weights, alpha, _ in
    try totalCostBackward(a_C, a_S, a_G, weights, alpha, 0)
  }
  C4W4.totalCostBackward.mistaken(
    "alpha-forgotten",
    "The content's gradient is not weighted: multiply it by α.",
    zh: "内容的梯度没有加权：要乘 α。"
  ) { a_C, a_S, a_G, weights, _, beta in
    try totalCostBackward(a_C, a_S, a_G, weights, 1, beta)
  }
  C4W4.totalCostBackward.mistaken(
    "beta-forgotten",
    "The style's gradients are not weighted by β.",
    zh: "风格的梯度没有乘 β。"
  ) { a_C, a_S, a_G, weights, alpha, _ in
    try totalCostBackward(a_C, a_S, a_G, weights, alpha, 1)
  }
}

@ImplementationList var generateMistakes: [Implementation] {
  C4W4.generate.mistaken(
    "uphill",
    "The gradient is added, so that the cost grows: subtract it.",
    zh: "把梯度加上了，代价会变大：应当减去。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    try generate(content, style, filters, weights, alpha, beta, -learningRate, iterations)
  }
  C4W4.generate.mistaken(
    "not-clipped",
    "Pixels leave the range from 0 to 1: clip them after each step.",
    zh: "像素超出了 0 到 1：每一步之后都要限制回来。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    try Descent(content, style, filters, weights, alpha, beta)
      .run(learningRate, iterations) { $0 }
  }
  C4W4.generate.mistaken(
    "clipped-at-the-end",
    "The pixels are clipped to 0 … 1 only at the end: do it after each step.",
    zh: "只在最后才把像素限制到 0 到 1：每一步之后都要做。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    var result = try Descent(content, style, filters, weights, alpha, beta)
      .run(learningRate, iterations) { $0 }
    result.picture = clipped(result.picture)
    return result
  }
  C4W4.generate.mistaken(
    "only-from-below",
    "Pixels above 1 stay: clip on both sides, to 0 and to 1.",
    zh: "大于 1 的像素没有处理：上下两边都要限制，即 0 到 1。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    try Descent(content, style, filters, weights, alpha, beta)
      .run(learningRate, iterations) { maximum($0, 0) }
  }
  C4W4.generate.mistaken(
    "begins-as-style",
    "G begins as the style picture: it begins as the content picture.",
    zh: "G 从风格图像开始：应当从内容图像开始。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    var descent = try Descent(content, style, filters, weights, alpha, beta)
    descent.picture = style
    return try descent.run(learningRate, iterations, keep: clipped)
  }
  C4W4.generate.mistaken(
    "pictures-exchanged",
    "Content and style picture are exchanged: G begins as the content, and the Gram matrices of the style are its goal.",
    zh: "内容图像和风格图像弄反了：G 从内容图像开始，目标是风格图像的 Gram 矩阵。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    try generate(style, content, filters, weights, alpha, beta, learningRate, iterations)
  }
  C4W4.generate.mistaken(
    "cost-after-the-step",
    "The costs are those after each step: record the cost before it.",
    zh: "记下的是每一步之后的代价：应当记一步之前的。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    let more = try generate(
      content, style, filters, weights, alpha, beta, learningRate, iterations + 1)
    let right = try generate(
      content, style, filters, weights, alpha, beta, learningRate, iterations)
    return StyleTransfer(picture: right.picture, costs: Array(more.costs.dropFirst()))
  }
  C4W4.generate.mistaken(
    "always-the-same-step",
    "The gradient is computed once, for the content picture: compute the activations again in each step.",
    zh: "梯度只在内容图像上算了一次：每一步都要重新计算激活值。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    let first = try Descent(content, style, filters, weights, alpha, beta)
    let (cost, gradient) = try (first.cost(), first.gradient())
    var picture = content
    for _ in 0..<iterations { picture = clipped(try picture - learningRate * gradient) }
    return StyleTransfer(picture: picture, costs: (0..<iterations).map { _ in cost })
  }
  C4W4.generate.mistaken(
    "never-moves",
    "G stays the content picture: is the step taken, and is the style's gradient in it? The content alone moves nothing, since its cost is 0 there.",
    zh: "G 一直是内容图像：更新做了吗，里面有没有风格的梯度？只有内容时什么也不会动，因为那里它的代价是 0。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    let right = try generate(
      content, style, filters, weights, alpha, beta, 0, iterations)
    return StyleTransfer(picture: content, costs: right.costs)
  }
  C4W4.generate.mistaken(
    "content-never-counts",
    "The content never counts: α times the cost between a_G and a_C, the activations for the content picture, belongs in cost and gradient.",
    zh: "内容从来没有算进去：代价和梯度里都要有 α 乘内容代价，比较的是 a_G 和内容图像的激活值 a_C。"
  ) { content, style, filters, weights, alpha, beta, learningRate, iterations in
    try generate(content, style, filters, weights, 0, beta, learningRate, iterations)
  }
}

/// A descent whose parts can be changed.
private struct Descent {
  var picture: Tensor
  private let a_C: Tensor
  private let a_S: [Tensor]
  private let filters: [Tensor]
  private let weights: [Double]
  private let alpha, beta: Double

  init(
    _ content: Tensor, _ style: Tensor, _ filters: [Tensor], _ weights: [Double], _ alpha: Double,
    _ beta: Double
  ) throws {
    picture = content
    a_C = try activations(content, filters)[filters.count - 1]
    a_S = try activations(style, filters)
    (self.filters, self.weights, self.alpha, self.beta) = (filters, weights, alpha, beta)
  }

  func cost() throws -> Double {
    let a_G = try activations(picture, filters)
    return try totalCost(
      contentCost(a_C, a_G[filters.count - 1]), styleCost(a_S, a_G, weights), alpha, beta)
  }

  func gradient() throws -> Tensor {
    let a_G = try activations(picture, filters)
    return try pixelGradient(
      picture, filters, totalCostBackward(a_C, a_S, a_G, weights, alpha, beta))
  }

  /// Makes the steps; `keep` changes the picture after each of them.
  func run(
    _ learningRate: Double, _ iterations: Int, keep: (Tensor) -> Tensor
  ) throws -> StyleTransfer {
    var descent = self
    var costs: [Double] = []
    for _ in 0..<iterations {
      costs.append(try descent.cost())
      descent.picture = keep(try descent.picture - learningRate * descent.gradient())
    }
    return StyleTransfer(picture: descent.picture, costs: costs)
  }
}

private func clipped(_ picture: Tensor) -> Tensor { minimum(maximum(picture, 0), 1) }
