import Coursework
import Syllabus
import Tensors

@ImplementationList var costMistakes: [Implementation] {
  C2W3a.crossEntropyCost.mistaken(
    "not-averaged",
    "This is the sum over all examples: divide by m.",
    zh: "这是对全部样本求和：还要除以 m。"
  ) { A, Y in try Double(Y.columns) * crossEntropyCost(A, Y) }
  C2W3a.crossEntropyCost.mistaken(
    "one-over-m-twice",
    "The sum is divided by m twice: once is enough.",
    zh: "多除了一次 m：除一次就够了。"
  ) { A, Y in try crossEntropyCost(A, Y) / Double(Y.columns) }
  C2W3a.crossEntropyCost.mistaken(
    "mean-over-classes",
    "The mean is taken over all C·m numbers: sum over the classes, and average over the m examples only.",
    zh: "对全部 C·m 个数取了平均：各类别要相加，只对 m 个样本取平均。"
  ) { A, Y in try crossEntropyCost(A, Y) / Double(Y.rows) }
  C2W3a.crossEntropyCost.mistaken(
    "zero-times-infinity",
    "Where ŷ is 0 its logarithm is -∞, and 0 · -∞ is NaN: the term of a class with y = 0 is 0, whatever ŷ.",
    zh: "ŷ 为 0 时对数是 -∞，而 0 · -∞ 得 NaN：y = 0 的那一项就是 0，与 ŷ 无关。"
  ) { A, Y in try -(Y * log(A)).sum() / Double(Y.columns) }
  C2W3a.crossEntropyCost.mistaken(
    "cost-of-the-sigmoid",
    "(1 - y) log(1 - ŷ) is added for every class: it belongs to the sigmoid. With softmax only the right class counts, -log ŷ.",
    zh: "对每个类别都加了 (1 - y) log(1 - ŷ)：那是 sigmoid 的写法。用 softmax 时只算正确的类别，即 -log ŷ。"
  ) { A, Y in
    let rest = try (1 - Y) * log(maximum(1 - A, 1e-300))
    return try crossEntropyCost(A, Y) - rest.sum() / Double(Y.columns)
  }
  C2W3a.crossEntropyCost.mistaken(
    "base-two",
    "The logarithm has base 2: take the natural one, log.",
    zh: "用了以 2 为底的对数：应当用自然对数 log。"
  ) { A, Y in try crossEntropyCost(A, Y) / log(2) }
  C2W3a.crossEntropyCost.mistaken(
    "base-ten",
    "The logarithm has base 10: take the natural one, log.",
    zh: "用了以 10 为底的对数：应当用自然对数 log。"
  ) { A, Y in try crossEntropyCost(A, Y) / log(10) }
  C2W3a.crossEntropyCost.mistaken(
    "sign",
    "The cost is negative: logarithms of probabilities are, so a minus stands in front.",
    zh: "代价成了负数：概率的对数是负的，前面要有负号。"
  ) { A, Y in try -crossEntropyCost(A, Y) }

  C2W3a.crossEntropyFromLogits.mistaken(
    "no-max-subtracted",
    "exp(1000) is infinite and the cost NaN: take max z out of the logarithm, max z + log Σ exp(z - max z).",
    zh: "exp(1000) 是无穷大，代价成了 NaN：把最大值提到对数外面，max z + log Σ exp(z - max z)。"
  ) { Z, Y in
    let sums = try exp(Z).sum(axis: 0, keepingDimensions: true)
    return try (Y * (log(sums) - Z)).sum() / Double(Y.columns)
  }
  C2W3a.crossEntropyFromLogits.mistaken(
    "log-of-the-softmax",
    "A probability that is too small becomes 0, and its logarithm infinite: compute log ŷ as z - log Σ exp z, without ŷ.",
    zh: "概率太小时变成 0，对数成了无穷：不要先求 ŷ，直接用 log ŷ = z - log Σ exp z。"
  ) { Z, Y in try -(Y * log(softmax(Z))).sum() / Double(Y.columns) }
  C2W3a.crossEntropyFromLogits.mistaken(
    "max-not-added-again",
    "The maximum was subtracted inside the logarithm and not added again outside of it.",
    zh: "在对数里减去了最大值，却没有在外面加回来。"
  ) { Z, Y in
    let peak = try Z.max(axis: 0, keepingDimensions: true)
    let sums = try exp(Z - peak).sum(axis: 0, keepingDimensions: true)
    return try (Y * (log(sums) - Z)).sum() / Double(Y.columns)
  }
  C2W3a.crossEntropyFromLogits.mistaken(
    "logits-as-probabilities",
    "The scores are taken for probabilities: log Σ exp z is missing.",
    zh: "把分数当成了概率：缺了 log Σ exp z 这一项。"
  ) { Z, Y in try -(Y * log(Z)).sum() / Double(Y.columns) }
  C2W3a.crossEntropyFromLogits.mistaken(
    "not-averaged",
    "This is the sum over all examples: divide by m.",
    zh: "这是对全部样本求和：还要除以 m。"
  ) { Z, Y in try Double(Y.columns) * crossEntropyFromLogits(Z, Y) }
  C2W3a.crossEntropyFromLogits.mistaken(
    "one-over-m-twice",
    "The sum is divided by m twice: once is enough.",
    zh: "多除了一次 m：除一次就够了。"
  ) { Z, Y in try crossEntropyFromLogits(Z, Y) / Double(Y.columns) }

  C2W3a.softmaxBackward.mistaken(
    "one-over-m",
    "dZ is divided by m already: the mean over the examples is taken in dW and db, and once only.",
    zh: "dZ 已经除以了 m：对样本取平均是在 dW 和 db 里做的，而且只做一次。"
  ) { A, Y in try (A - Y) / Double(Y.columns) }
  C2W3a.softmaxBackward.mistaken(
    "sign",
    "This is y - ŷ, downhill: the gradient is ŷ - y.",
    zh: "这是 y - ŷ，指向下坡：梯度是 ŷ - y。"
  ) { A, Y in try Y - A }
  C2W3a.softmaxBackward.mistaken(
    "slope-of-the-sigmoid",
    "ŷ - y is multiplied by ŷ (1 - ŷ): the slopes of softmax and logarithm have cancelled already, ŷ - y is all.",
    zh: "ŷ - y 又乘了 ŷ (1 - ŷ)：softmax 与对数的导数已经抵消，结果就是 ŷ - y。"
  ) { A, Y in
    let slope = try A * (1 - A)
    return try (A - Y) * slope
  }
  C2W3a.softmaxBackward.mistaken(
    "stopped-at-the-probabilities",
    "This is -y/ŷ, the gradient with respect to ŷ: through the softmax it becomes ŷ - y.",
    zh: "这是 -y/ŷ，是对 ŷ 的梯度：再经过 softmax 才得到 ŷ - y。"
  ) { A, Y in try -Y / A }
}
