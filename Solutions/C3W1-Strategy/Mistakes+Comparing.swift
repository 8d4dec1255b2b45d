import Coursework
import Syllabus
import Tensors

@ImplementationList var comparingMistakes: [Implementation] {
  C3W1.chooseModel.mistaken(
    "limits-ignored",
    "This is the best score of all: a model that exceeds a limit may not be chosen.",
    zh: "这是所有模型里分数最高的：超出限制的模型不能选。"
  ) { scores, costs, _ in try chooseModel(scores, .zeros(shape: costs.shape), []) }
  C3W1.chooseModel.mistaken(
    "strictly-below",
    "A cost that equals its limit is refused: at most the limit is allowed, <=.",
    zh: "代价恰好等于限制的模型被排除了：不超过限制就可以，应当用 <=。"
  ) { scores, costs, limits in
    try choose(scores, costs, limits) { zip($0, $1).allSatisfy { $0 < $1 } }
  }
  C3W1.chooseModel.mistaken(
    "one-limit-is-enough",
    "A model that keeps one of the limits is let in: it has to keep all of them.",
    zh: "只满足一项限制的模型也被放行了：必须全部满足。"
  ) { scores, costs, limits in
    try choose(scores, costs, limits) { zip($0, $1).contains { $0 <= $1 } }
  }
  C3W1.chooseModel.mistaken(
    "first-limit-only",
    "Only the first cost is compared with its limit: look at every column.",
    zh: "只检查了第一项代价：每一列都要看。"
  ) { scores, costs, limits in try chooseModel(scores, costs, Array(limits.prefix(1))) }
  C3W1.chooseModel.mistaken(
    "index-among-the-allowed",
    "This counts only the models that keep the limits: return the model's index among all.",
    zh: "返回的是在满足限制的模型里的序号：应当返回在全部模型里的下标。"
  ) { scores, costs, limits in
    let allowed = scores.indices.filter { model in
      limits.indices.allSatisfy { costs[model, $0] <= limits[$0] }
    }
    let kept = allowed.map { scores[$0] }
    return kept.max().flatMap { kept.firstIndex(of: $0) }
  }
  C3W1.chooseModel.mistaken(
    "last-of-equals",
    "Of equal scores the last is taken: it is to be the first, so compare by >.",
    zh: "分数相同时取了最后一个：应当取第一个，比较时用 >。"
  ) { scores, costs, limits in
    var best: Int?
    for model in scores.indices {
      let isAllowed = limits.indices.allSatisfy { costs[model, $0] <= limits[$0] }
      if isAllowed && scores[model] >= best.map({ scores[$0] }) ?? -.infinity { best = model }
    }
    return best
  }
  C3W1.chooseModel.mistaken(
    "lowest-score",
    "This is the lowest score among the allowed: a higher one is better.",
    zh: "这是允许的模型里分数最低的：分数越高越好。"
  ) { scores, costs, limits in try chooseModel(scores.map { -$0 }, costs, limits) }
  C3W1.chooseModel.mistaken(
    "cheapest",
    "This is the cheapest of the allowed models: once a limit is kept, only the score counts.",
    zh: "这是允许的模型里代价最小的：满足限制之后，只看分数。"
  ) { scores, costs, limits in
    let sums = try costs.sum(axis: 1).elements
    return try chooseModel(sums.map { -$0 }, costs, limits)
  }
  C3W1.chooseModel.mistaken(
    "zero-for-none",
    "Where no model keeps all limits this gives 0, a model that does not: return nil.",
    zh: "没有模型满足全部限制时返回了 0，而 0 号也不满足：应当返回 nil。"
  ) { scores, costs, limits in try chooseModel(scores, costs, limits) ?? 0 }

  C3W1.splitSizes.mistaken(
    "no-limit",
    "Dev and test get their share however many examples there are: at most `most` each.",
    zh: "无论样本多少都按比例分：开发集和测试集各自最多 most 个。"
  ) { m, share, _ in try splitSizes(m, share, m) }
  C3W1.splitSizes.mistaken(
    "rounded-down",
    "share · m is cut off: round it to the nearest whole number.",
    zh: "share · m 被直接截断：应当四舍五入。"
  ) { m, share, most in
    let held = min(Int(share * Double(m)), most)
    return SplitSizes(training: m - 2 * held, dev: held, test: held)
  }
  C3W1.splitSizes.mistaken(
    "one-set-subtracted",
    "Dev and test both come out of the m examples: training is what is left after both.",
    zh: "开发集和测试集都出自这 m 个样本：训练集是减去两者之后剩下的。"
  ) { m, share, most in
    let held = min(Int((share * Double(m)).rounded()), most)
    return SplitSizes(training: m - held, dev: held, test: held)
  }
  C3W1.splitSizes.mistaken(
    "share-of-the-rest",
    "The test set gets its share of what dev has left: both shares are of m.",
    zh: "测试集按剩余样本的比例来取了：两个比例都是对 m 而言。"
  ) { m, share, most in
    let dev = min(Int((share * Double(m)).rounded()), most)
    let test = min(Int((share * Double(m - dev)).rounded()), most)
    return SplitSizes(training: m - dev - test, dev: dev, test: test)
  }
  C3W1.splitSizes.mistaken(
    "training-by-share",
    "Training is its share of m and not what is left: where dev and test are limited, examples get lost.",
    zh: "训练集也按比例取，而不是取剩下的全部：开发集和测试集被限制时，就会丢掉样本。"
  ) { m, share, most in
    let held = min(Int((share * Double(m)).rounded()), most)
    return SplitSizes(
      training: m - 2 * Int((share * Double(m)).rounded()), dev: held, test: held)
  }
  C3W1.splitSizes.mistaken(
    "at-least",
    "Dev and test are at least `most`: it is the most that they may be, so take the smaller number.",
    zh: "开发集和测试集至少有 most 个了：most 是上限，应取较小的数。"
  ) { m, share, most in
    let held = max(Int((share * Double(m)).rounded()), most)
    return SplitSizes(training: m - 2 * held, dev: held, test: held)
  }

  C3W1.humanLevel.mistaken(
    "average-of-groups",
    "This is the mean of the groups: the Bayes error is no higher than the best of them, so take the lowest.",
    zh: "这是各组的平均：贝叶斯误差不高于最好的那一组，应当取最低的误差。"
  ) { errors in errors.reduce(0, +) / Double(errors.count) }
  C3W1.humanLevel.mistaken(
    "worst-group",
    "This is the worst group: the lowest error is the closest to the Bayes error.",
    zh: "这是最差的一组：误差最低的才最接近贝叶斯误差。"
  ) { errors in errors.max() ?? .infinity }
  C3W1.humanLevel.mistaken(
    "typical-group",
    "This is the group in the middle: not the typical but the best one bounds the Bayes error.",
    zh: "这是居中的一组：贝叶斯误差的上界由最好的一组给出，而不是一般的一组。"
  ) { errors in errors.sorted()[errors.count / 2] }
  C3W1.humanLevel.mistaken(
    "first-group",
    "This is the first group of the list: the groups come in any order.",
    zh: "这是列表里的第一组：各组的顺序是任意的。"
  ) { errors in errors[0] }
}

private func choose(
  _ scores: [Double], _ costs: Tensor, _ limits: [Double],
  where isAllowed: ([Double], [Double]) -> Bool
) throws -> Int? {
  let over = try scores.indices.map { isAllowed(try costs.row($0).elements, limits) ? 0.0 : 1 }
  return try chooseModel(scores, try Tensor(over).reshaped(-1, 1), [0])
}
