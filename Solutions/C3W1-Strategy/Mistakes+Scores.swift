import Coursework
import Syllabus
import Tensors

@ImplementationList var scoreMistakes: [Implementation] {
  C3W1.f1Score.mistaken(
    "arithmetic-mean",
    "This is the arithmetic mean (P + R)/2: the harmonic mean is 2PR/(P + R), near the smaller of the two.",
    zh: "这是算术平均 (P + R)/2：调和平均是 2PR/(P + R)，更靠近两者中较小的那个。"
  ) { P, R in
    let sum: Double = P + R
    return sum / 2
  }
  C3W1.f1Score.mistaken(
    "two-forgotten",
    "This is PR/(P + R): the 2 is missing, so that P = R = 1 gives 0.5.",
    zh: "你算的是 PR/(P + R)：少了 2，P = R = 1 时只得到 0.5。"
  ) { P, R in
    let sum: Double = P + R
    guard sum > 0 else { return 0 }
    return P * R / sum
  }
  C3W1.f1Score.mistaken(
    "geometric-mean",
    "This is the geometric mean √(PR): the harmonic mean is 2PR/(P + R).",
    zh: "这是几何平均 √(PR)：调和平均是 2PR/(P + R)。"
  ) { P, R in
    let product: Double = P * R
    return product.squareRoot()
  }
  C3W1.f1Score.mistaken(
    "smaller-one",
    "This is the smaller of the two: the harmonic mean is near it, but takes the other into account.",
    zh: "这是两者中较小的那个：调和平均离它近，但也考虑另一个。"
  ) { P, R in min(P, R) }
  C3W1.f1Score.mistaken(
    "not-a-number",
    "P = R = 0 gives 0/0 here: F1 is 0 then.",
    zh: "P = R = 0 时这里得到 0/0：此时 F1 为 0。"
  ) { P, R in
    let product: Double = 2 * P * R
    return product / (P + R)
  }
  C3W1.f1Score.mistaken(
    "parentheses",
    "2PR / P + R divides by P alone: put P + R in parentheses.",
    zh: "2PR / P + R 只除以了 P：P + R 要加括号。"
  ) { P, R in
    let quotient: Double = 2 * P * R / P
    return quotient + R
  }

  C3W1.weightedError.mistaken(
    "weights-ignored",
    "Every mistake counts the same: add the weight of each wrong example, and divide by all weights.",
    zh: "每个错误都算得一样重：应当累加答错样本的权重，再除以全部权重之和。"
  ) { Y, predictions, _ in
    try weightedError(Y, predictions, Y.map { _ in 1 })
  }
  C3W1.weightedError.mistaken(
    "over-m",
    "The weight of the mistakes is divided by m: divide by the sum of all weights, so that the error stays between 0 and 1.",
    zh: "除以了样本数 m：应当除以全部权重之和，误差才会在 0 和 1 之间。"
  ) { Y, predictions, weights in
    try weightedError(Y, predictions, weights) * weights.reduce(0, +) / Double(Y.count)
  }
  C3W1.weightedError.mistaken(
    "not-divided",
    "The weights of the mistakes are added up, but not divided by the sum of all weights.",
    zh: "只累加了答错样本的权重，没有除以全部权重之和。"
  ) { Y, predictions, weights in
    try weightedError(Y, predictions, weights) * weights.reduce(0, +)
  }
  C3W1.weightedError.mistaken(
    "weighted-accuracy",
    "This is the weight of the right answers: an error counts where prediction and label differ.",
    zh: "这是答对样本所占的权重：误差要数预测与标签不同的样本。"
  ) { Y, predictions, weights in 1 - (try weightedError(Y, predictions, weights)) }
  C3W1.weightedError.mistaken(
    "over-the-number-wrong",
    "This is the mean weight of the mistakes: divide by the weights of all examples, not by the number of mistakes.",
    zh: "你算的是错误样本的平均权重：应当除以全部样本的权重之和，而不是错误的个数。"
  ) { Y, predictions, weights in
    let wrong = Y.indices.filter { Y[$0] != predictions[$0] }
    return wrong.map { weights[$0] }.reduce(0, +) / Double(wrong.count)
  }
}

@ImplementationList var averageMistakes: [Implementation] {
  C3W1.macroF1.mistaken(
    "accuracy",
    "This is the accuracy, which large classes dominate: take the F1 of each class, then their mean.",
    zh: "你算的是准确率，样本多的类说了算：应当先算每一类的 F1，再取平均。"
  ) { confusion in
    let all = confusion.sum()
    return all > 0 ? try (confusion * .identity(confusion.rows)).sum() / all : 0
  }
  C3W1.macroF1.mistaken(
    "f1-of-means",
    "This is one F1 of the mean precision and the mean recall: take the F1 of each class first, then the mean.",
    zh: "你先平均了查准率和查全率，再算一次 F1：应当先算每一类的 F1，再取平均。"
  ) { confusion in
    let C = Double(confusion.rows)
    let P = try (0..<confusion.rows).map { try precision(confusion, $0) }.reduce(0, +) / C
    let R = try (0..<confusion.rows).map { try recall(confusion, $0) }.reduce(0, +) / C
    return try f1Score(P, R)
  }
  C3W1.macroF1.mistaken(
    "weighted-by-size",
    "Each class counts by its number of examples: in the macro mean every class counts the same.",
    zh: "各类按样本数加权了：宏平均里每一类一样重。"
  ) { confusion in
    let scores = try f1Scores(confusion)
    let sizes = try (0..<confusion.rows).map { try confusion.row($0).sum() }
    let all = sizes.reduce(0, +)
    return all > 0 ? zip(scores, sizes).map { $0 * $1 }.reduce(0, +) / all : 0
  }
  C3W1.macroF1.mistaken(
    "missing-class-skipped",
    "A class that neither occurs nor is said is left out: it counts as 0, and the divisor stays C.",
    zh: "略过了既没有样本也没有被预测的类：它按 0 计，分母仍是 C。"
  ) { confusion in
    let kept = try (0..<confusion.rows).filter {
      try confusion.row($0).sum() + confusion.column($0).sum() > 0
    }
    let scores = try f1Scores(confusion)
    return kept.map { scores[$0] }.reduce(0, +) / Double(max(1, kept.count))
  }
  C3W1.macroF1.mistaken(
    "sum",
    "The F1 of the classes are added up: divide by their number.",
    zh: "只把各类的 F1 加了起来：还要除以类别数。"
  ) { confusion in try f1Scores(confusion).reduce(0, +) }
  C3W1.macroF1.mistaken(
    "last-class-alone",
    "This is the F1 of the last class alone: every class has one, and the mean of all is wanted.",
    zh: "你只算了最后一类的 F1：每一类都有一个，要取全部的平均。"
  ) { confusion in try f1Scores(confusion).last ?? 0 }
}

private func f1Scores(_ confusion: Tensor) throws -> [Double] {
  try (0..<confusion.rows).map { try f1Score(precision(confusion, $0), recall(confusion, $0)) }
}
