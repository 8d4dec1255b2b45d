import Coursework
import Syllabus
import Tensors

@ImplementationList var classifierMistakes: [Implementation] {
  C1W2.initializeWithZeros.mistaken(
    "rank-one",
    "w has shape (n,): give it a second axis of length 1, so that w.T is a row.",
    zh: "w 的形状是 (n,)：请加上长度为 1 的第二个轴，这样 w.T 才是一行。"
  ) { n in LogisticParameters(w: .zeros(n), b: 0) }
  C1W2.initializeWithZeros.mistaken(
    "row-not-column",
    "w is a row here; it is a column of shape (n_x, 1).",
    zh: "这里的 w 是一行；它应当是形状为 (n_x, 1) 的一列。"
  ) { n in
    LogisticParameters(w: .zeros(1, n), b: 0)
  }
  C1W2.initializeWithZeros.mistaken(
    "ones",
    "The weights are ones; the function's name says zeros.",
    zh: "权重全是 1；函数名说的是零。"
  ) { n in LogisticParameters(w: .ones(n, 1), b: 0) }

  C1W2.propagate.mistaken(
    "sums-not-means",
    "Cost and gradients are all m times too large: each is a mean over the examples, so divide by m.",
    zh: "代价和梯度都大了 m 倍：它们都是对样本的平均，要除以 m。"
  ) { w, b, X, Y in
    let m = Double(X.columns)
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost * m, dw: right.dw * m, db: right.db * m)
  }
  C1W2.propagate.mistaken(
    "gradients-not-averaged",
    "The cost is right, but dw and db are sums: divide them by m too.",
    zh: "代价是对的，但 dw 和 db 是总和：也要除以 m。"
  ) { w, b, X, Y in
    let m = Double(X.columns)
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost, dw: right.dw * m, db: right.db * m)
  }
  C1W2.propagate.mistaken(
    "averaged-twice",
    "dw and db carry 1/m twice: once is enough.",
    zh: "dw 和 db 里 1/m 乘了两次：一次就够了。"
  ) { w, b, X, Y in
    let m = Double(X.columns)
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost, dw: right.dw / m, db: right.db / m)
  }
  C1W2.propagate.mistaken(
    "cost-sign",
    "The cost has the wrong sign: logarithms of probabilities are negative, so the mean needs a minus.",
    zh: "代价的符号反了：概率的对数是负的，平均之后还要取负。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost = -result.cost
    return result
  }
  C1W2.propagate.mistaken(
    "difference-reversed",
    "dw and db point the wrong way: the difference is A - Y, not Y - A.",
    zh: "dw 和 db 的方向反了：应当用 A - Y，而不是 Y - A。"
  ) { w, b, X, Y in
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost, dw: -right.dw, db: -right.db)
  }
  C1W2.propagate.mistaken(
    "positives-only",
    "The cost counts only examples with y = 1: add (1 - y) log(1 - a).",
    zh: "代价只算了 y = 1 的样本：还要加上 (1 - y) log(1 - a)。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    result.cost = try -(Y * log(A)).sum() / Double(X.columns)
    return result
  }
  C1W2.propagate.mistaken(
    "log-base-two",
    "The cost uses the logarithm of base 2; the derivative dz = a - y belongs to the natural one.",
    zh: "代价用了以 2 为底的对数；dz = a - y 对应的是自然对数。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost /= log(2.0)
    return result
  }
  C1W2.propagate.mistaken(
    "log-base-ten",
    "The cost uses the logarithm of base 10; the derivative dz = a - y belongs to the natural one.",
    zh: "代价用了以 10 为底的对数；dz = a - y 对应的是自然对数。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost /= log(10.0)
    return result
  }
  C1W2.propagate.mistaken(
    "bias-ignored",
    "b is missing from wᵀX + b.",
    zh: "wᵀX + b 里漏了 b。"
  ) { w, _, X, Y in try propagate(w, 0, X, Y) }
  C1W2.propagate.mistaken(
    "squared-error",
    "The cost is a squared error; logistic regression takes the cross-entropy.",
    zh: "代价用成了平方误差；逻辑回归用交叉熵。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost = (try sigmoid(dot(w.T, X) + b) - Y).squared().mean()
    return result
  }

  C1W2.optimize.mistaken(
    "uphill",
    "The cost grows: the step goes along the gradient. Subtract it.",
    zh: "代价在变大：你沿着梯度方向走了。应当减去梯度。"
  ) { w, b, X, Y, steps, learningRate in
    try optimize(w, b, X, Y, steps, -learningRate)
  }
  C1W2.optimize.mistaken(
    "bias-not-updated",
    "w moves, but b stays where it was: it has its own gradient db.",
    zh: "w 在更新，b 却没有动：它有自己的梯度 db。"
  ) { w, b, X, Y, steps, learningRate in
    try descend(w, b, X, Y, steps, learningRate, biasRate: 0)
  }
  C1W2.optimize.mistaken(
    "gradient-computed-once",
    "Every step uses the gradient of the start: call propagate inside the loop.",
    zh: "每一步用的都是起点处的梯度：propagate 要放在循环里调用。"
  ) { w, b, X, Y, steps, learningRate in
    let slope = try propagate(w, b, X, Y)
    let reached = learningRate * Double(steps)
    return LogisticOptimization(
      w: try w - reached * slope.dw, b: b - reached * slope.db,
      costs: [Double](repeating: slope.cost, count: (steps + 99) / 100))
  }
  C1W2.optimize.mistaken(
    "learning-rate-ignored",
    "The steps are not scaled by the learning rate.",
    zh: "步长没有乘学习率。"
  ) { w, b, X, Y, steps, _ in
    try optimize(w, b, X, Y, steps, 1)
  }
  C1W2.optimize.mistaken(
    "cost-after-update",
    "The costs are those after the update; keep the cost that propagate gave before it.",
    zh: "记录的是更新之后的代价；应当记录更新之前 propagate 给出的代价。"
  ) { w, b, X, Y, steps, learningRate in
    var result = try optimize(w, b, X, Y, steps, learningRate)
    result.costs = try stride(from: 0, to: steps, by: 100).map { step in
      let after = try optimize(w, b, X, Y, step + 1, learningRate)
      return try propagate(after.w, after.b, X, Y).cost
    }
    return result
  }
  C1W2.optimize.mistaken(
    "cost-every-step",
    "There is a cost for every step; keep only steps 0, 100, 200, …",
    zh: "每一步都记录了代价；只保留第 0、100、200……步的。"
  ) { w, b, X, Y, steps, learningRate in
    try descend(w, b, X, Y, steps, learningRate, biasRate: learningRate, interval: 1)
  }

  C1W2.predict.mistaken(
    "half-counts-as-one",
    "A probability of exactly 0.5 gives 0: the comparison is strict.",
    zh: "概率恰好为 0.5 时应得 0：要用严格大于。"
  ) { w, b, X in
    try sigmoid(dot(w.T, X) + b) .>= 0.5
  }
  C1W2.predict.mistaken(
    "probabilities-returned",
    "These are the probabilities; compare them with 0.5.",
    zh: "这些是概率；还要与 0.5 比较。"
  ) { w, b, X in try sigmoid(dot(w.T, X) + b) }
  C1W2.predict.mistaken(
    "threshold-on-z",
    "wᵀX + b itself is compared with 0.5; take the sigmoid first.",
    zh: "你直接拿 wᵀX + b 与 0.5 比较；要先取 sigmoid。"
  ) { w, b, X in try dot(w.T, X) + b .> 0.5 }
  C1W2.predict.mistaken(
    "bias-ignored",
    "b is missing from wᵀX + b.",
    zh: "wᵀX + b 里漏了 b。"
  ) { w, _, X in try predict(w, 0, X) }
  C1W2.predict.mistaken(
    "classes-swapped",
    "Ones and zeros are swapped: probabilities above 0.5 give 1.",
    zh: "1 和 0 写反了：概率大于 0.5 时应得 1。"
  ) { w, b, X in 1 - (try predict(w, b, X)) }

  C1W2.model.mistaken(
    "trained-on-test",
    "The model learned from the test set: nothing of it may be seen before the end.",
    zh: "模型用测试集来学习了：在最后评估之前不能碰测试集。"
  ) { trainX, trainY, testX, testY, steps, learningRate in
    var result = try model(testX, testY, trainX, trainY, steps, learningRate)
    swap(&result.trainAccuracy, &result.testAccuracy)
    return result
  }
  C1W2.model.mistaken(
    "accuracy-as-fraction",
    "The accuracies are fractions; give them in percent.",
    zh: "准确率给成了小数；这里要的是百分数。"
  ) { trainX, trainY, testX, testY, steps, rate in
    var result = try model(trainX, trainY, testX, testY, steps, rate)
    result.trainAccuracy /= 100
    result.testAccuracy /= 100
    return result
  }
  C1W2.model.mistaken(
    "error-rate",
    "These are the errors in percent; accuracy is 100 minus them.",
    zh: "这是错误率；准确率等于 100 减去它。"
  ) { trainX, trainY, testX, testY, steps, learningRate in
    var result = try model(trainX, trainY, testX, testY, steps, learningRate)
    result.trainAccuracy = 100 - result.trainAccuracy
    result.testAccuracy = 100 - result.testAccuracy
    return result
  }
  C1W2.model.mistaken(
    "same-accuracy-twice",
    "Both accuracies are those of the training set: predict the test set for the second.",
    zh: "两个准确率都是训练集上的：第二个要对测试集做预测。"
  ) { trainX, trainY, testX, testY, steps, rate in
    var result = try model(trainX, trainY, testX, testY, steps, rate)
    result.testAccuracy = result.trainAccuracy
    return result
  }
}

/// Gradient descent with a rate of its own for the bias, keeping a cost every `interval` steps.
private func descend(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor, _ steps: Int, _ learningRate: Double,
  biasRate: Double, interval: Int = 100
) throws -> LogisticOptimization {
  var w = w
  var b = b
  var costs: [Double] = []
  for step in 0..<steps {
    let slope = try propagate(w, b, X, Y)
    if step.isMultiple(of: interval) { costs.append(slope.cost) }
    try w -= learningRate * slope.dw
    b -= biasRate * slope.db
  }
  return LogisticOptimization(w: w, b: b, costs: costs)
}
