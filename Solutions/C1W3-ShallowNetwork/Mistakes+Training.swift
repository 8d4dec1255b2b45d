import Coursework
import Syllabus
import Tensors

@ImplementationList var trainingMistakes: [Implementation] {
  C1W3.predict.mistaken(
    "half-counts-as-one",
    "A probability of exactly 0.5 gives 0: the comparison is strict.",
    zh: "概率恰好为 0.5 时应得 0：要用严格大于。"
  ) { parameters, X in
    try forwardPropagation(X, parameters).A2 .>= 0.5
  }
  C1W3.predict.mistaken(
    "probabilities-returned",
    "These are the probabilities; compare them with 0.5.",
    zh: "这些是概率；还要与 0.5 比较。"
  ) { parameters, X in
    try forwardPropagation(X, parameters).A2
  }
  C1W3.predict.mistaken(
    "threshold-on-Z2",
    "Z2 is compared with 0.5: compare A2 = σ(Z2), or Z2 with 0.",
    zh: "你拿 Z2 与 0.5 比较：应当比较 A2 = σ(Z2)，或者拿 Z2 与 0 比较。"
  ) { parameters, X in
    try forwardPropagation(X, parameters).Z2 .> 0.5
  }
  C1W3.predict.mistaken(
    "classes-swapped",
    "Ones and zeros are swapped: probabilities above 0.5 give 1.",
    zh: "1 和 0 写反了：概率大于 0.5 时应得 1。"
  ) { parameters, X in 1 - (try predict(parameters, X)) }

  C1W3.model.mistaken(
    "uphill",
    "The cost grows: the steps go along the gradient. Subtract it.",
    zh: "代价在变大：你沿着梯度方向走了。应当减去梯度。"
  ) { X, Y, hiddenUnits, steps, learningRate, seed in
    try model(X, Y, hiddenUnits, steps, -learningRate, seed)
  }
  C1W3.model.mistaken(
    "cost-every-step",
    "There is a cost for every step; keep only steps 0, 1000, 2000, …",
    zh: "每一步都记录了代价；只保留第 0、1000、2000……步的。"
  ) { X, Y, hiddenUnits, steps, learningRate, seed in
    try train(X, Y, hiddenUnits, steps, learningRate, seed, costEvery: 1)
  }
  C1W3.model.mistaken(
    "cost-every-hundred",
    "There is a cost for every 100th step; here every 1000th is kept.",
    zh: "每 100 步记录了一次代价；这里是每 1000 步一次。"
  ) { X, Y, hiddenUnits, steps, learningRate, seed in
    try train(X, Y, hiddenUnits, steps, learningRate, seed, costEvery: 100)
  }
  C1W3.model.mistaken(
    "cost-after-update",
    "The costs are those after the update; keep the cost of the parameters with which the step began.",
    zh: "记录的是更新之后的代价；应当记录这一步开始时那组参数的代价。"
  ) { X, Y, hiddenUnits, steps, learningRate, seed in
    try train(X, Y, hiddenUnits, steps, learningRate, seed, costAfterUpdate: true)
  }
  C1W3.model.mistaken(
    "hidden-hard-coded",
    "The network has 4 hidden units whatever the argument says.",
    zh: "不管参数是多少，网络总是有 4 个隐藏单元。"
  ) { X, Y, _, steps, learningRate, seed in
    try model(X, Y, 4, steps, learningRate, seed)
  }
  C1W3.model.mistaken(
    "seed-ignored",
    "The parameters always begin with seed 3: pass the argument on.",
    zh: "参数总是从种子 3 开始：应当把 seed 传下去。"
  ) { X, Y, hiddenUnits, steps, learningRate, _ in
    try model(X, Y, hiddenUnits, steps, learningRate, 3)
  }
  C1W3.model.mistaken(
    "learning-rate-ignored",
    "The steps always have the rate 1.2: pass the argument on.",
    zh: "学习率总是 1.2：应当把 learningRate 传下去。"
  ) { X, Y, hiddenUnits, steps, _, seed in
    try model(X, Y, hiddenUnits, steps, 1.2, seed)
  }
  C1W3.model.mistaken(
    "started-anew-each-step",
    "The parameters are drawn anew in every step, so that nothing is learned: initialize before the loop.",
    zh: "每一步都重新初始化参数，等于什么也没学到：初始化要放在循环之前。"
  ) { X, Y, hiddenUnits, steps, learningRate, seed in
    var result = try model(X, Y, hiddenUnits, min(steps, 1), learningRate, seed)
    let count = (steps + 999) / 1000
    result.costs = result.costs.prefix(1).flatMap { [Double](repeating: $0, count: count) }
    return result
  }
  C1W3.model.mistaken(
    "one-step-short",
    "One step is missing: the loop runs over 0..<steps.",
    zh: "少走了一步：循环应当是 0..<steps。"
  ) { X, Y, hiddenUnits, steps, learningRate, seed in
    try model(X, Y, hiddenUnits, max(0, steps - 1), learningRate, seed)
  }
}

/// Gradient descent that keeps other costs than those asked for.
private func train(
  _ X: Tensor, _ Y: Tensor, _ hiddenUnits: Int, _ steps: Int, _ learningRate: Double,
  _ seed: Int, costEvery interval: Int = 1000, costAfterUpdate: Bool = false
) throws -> ShallowModel {
  var parameters = try initializeParameters(X.rows, hiddenUnits, Y.rows, seed)
  var costs: [Double] = []
  for step in 0..<steps {
    let cache = try forwardPropagation(X, parameters)
    let gradients = try backwardPropagation(parameters, cache, X, Y)
    let next = try updateParameters(parameters, gradients, learningRate)
    if step.isMultiple(of: interval) {
      let answers = costAfterUpdate ? try forwardPropagation(X, next).A2 : cache.A2
      costs.append(try computeCost(answers, Y))
    }
    parameters = next
  }
  return ShallowModel(parameters: parameters, costs: costs)
}
