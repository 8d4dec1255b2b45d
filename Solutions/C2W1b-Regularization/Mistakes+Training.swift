import Coursework
import Syllabus
import Tensors

@ImplementationList var trainingMistakes: [Implementation] {
  trainingMistake(
    "same-masks-every-step",
    "Every step drops the same activations, which is just a smaller network: draw with seed + step.",
    zh: "每一步丢的都是同一批激活值，等于换了个小网络：要用 seed + step 重新抽。", sameMasks: true)
  trainingMistake(
    "penalty-in-cost-only",
    "The cost has the penalty, the gradients do not: the weights are not made smaller.",
    zh: "代价里有惩罚项，梯度里却没有：权重并不会变小。", lambdaOfGradients: { _ in 0 })
  trainingMistake(
    "cost-without-penalty",
    "The costs leave the penalty out: keep what is really minimized.",
    zh: "记录的代价漏了惩罚项：应当记录真正被最小化的量。", lambdaOfCost: { _ in 0 })
  trainingMistake(
    "plain-backward-after-dropout",
    "The way forward drops, the way back does not know of it: use backwardWithDropout.",
    zh: "前向做了丢弃，反向却不知道：要用 backwardWithDropout。", plainBackward: true)
  C2W1b.trainWithRegularization.mistaken(
    "dropout-ignored",
    "Nothing is dropped although keepProbability is below 1.",
    zh: "keepProbability 小于 1，却没有丢弃。"
  ) {
    X, Y, parameters, rate, steps, lambda, _, seed in
    try trainWithRegularization(X, Y, parameters, rate, steps, lambda, 1, seed)
  }
}

/// Training with one of its rules changed.
private func trainingMistake(
  _ id: String, _ english: String, zh chinese: String, sameMasks: Bool = false,
  plainBackward: Bool = false,
  lambdaOfGradients: @escaping @Sendable (Double) -> Double = { $0 },
  lambdaOfCost: @escaping @Sendable (Double) -> Double = { $0 }
) -> Implementation {
  C2W1b.trainWithRegularization.mistaken(id, english, zh: chinese) {
    X, Y, start, rate, steps, lambda, keep, seed in
    var parameters = start
    var costs: [Double] = []
    for step in 0..<steps {
      let seed = sameMasks ? seed : seed + UInt32(step)
      let cache = try forwardWithDropout(X, parameters, keep, seed, keep < 1)
      if step.isMultiple(of: 1000) {
        let A3 = cache.activations.A3
        costs.append(try costWithRegularization(A3, Y, parameters, lambdaOfCost(lambda)))
      }
      let gradients =
        keep < 1 && !plainBackward
        ? try backwardWithDropout(X, Y, cache, parameters, keep)
        : try backwardWithRegularization(
          X, Y, cache.activations, parameters, lambdaOfGradients(lambda))
      parameters = try descended(parameters, gradients, rate)
    }
    return RegularizedTraining(parameters: parameters, costs: costs)
  }
}
