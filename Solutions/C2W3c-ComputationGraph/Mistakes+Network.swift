import Coursework
import Syllabus
import Tensors

@ImplementationList var networkMistakes: [Implementation] {
  C2W3c.costAndGradients.mistaken(
    "sum-for-mean",
    "The cost is the sum over the examples: multiply by 1/m.",
    zh: "代价是对样本求的和：要乘以 1/m。"
  ) { X, Y, parameters in
    try network(X, Y, parameters) { $0.factor = { _ in -1 } }
  }
  C2W3c.costAndGradients.mistaken(
    "sign-forgotten",
    "The minus of the cost is missing: logarithms of probabilities are negative, the cost is not.",
    zh: "代价少了负号：概率的对数是负的，代价不是。"
  ) { X, Y, parameters in
    try network(X, Y, parameters) { $0.factor = { 1 / Double($0.columns) } }
  }
  C2W3c.costAndGradients.mistaken(
    "mean-over-the-outputs-too",
    "The cost is divided by the number of labels: divide by the m examples, however many outputs there are.",
    zh: "代价除以了标签的总数：不管有几个输出，都除以样本数 m。"
  ) { X, Y, parameters in
    try network(X, Y, parameters) { $0.factor = { -1 / Double($0.count) } }
  }
  C2W3c.costAndGradients.mistaken(
    "only-the-ones",
    "Only the examples with y = 1 count: (1 - Y) log(1 - A2) is missing.",
    zh: "只算了 y = 1 的样本：少了 (1 - Y) log(1 - A2)。"
  ) { X, Y, parameters in
    try network(X, Y, parameters) {
      $0.cost = { add, Y, A2 in add(TensorNode(.multiply, Y, add(TensorNode(.log, A2)))) }
    }
  }
  C2W3c.costAndGradients.mistaken(
    "labels-exchanged",
    "The labels are exchanged: log A2 goes with Y, and log(1 - A2) with 1 - Y.",
    zh: "标签用反了：log A2 与 Y 配对，log(1 - A2) 与 1 - Y 配对。"
  ) { X, Y, parameters in try costAndGradients(X, 1 - Y, parameters) }
  C2W3c.costAndGradients.mistaken(
    "relu-for-tanh",
    "The hidden layer has a ReLU: here it is tanh.",
    zh: "隐藏层用了 ReLU：这里应当是 tanh。"
  ) { X, Y, parameters in try network(X, Y, parameters) { $0.activation = .relu } }
  C2W3c.costAndGradients.mistaken(
    "no-hidden-activation",
    "The hidden layer has no activation: A1 = tanh(Z1).",
    zh: "隐藏层没有激活函数：A1 = tanh(Z1)。"
  ) { X, Y, parameters in try network(X, Y, parameters) { $0.activation = nil } }
  C2W3c.costAndGradients.mistaken(
    "no-biases",
    "The biases are not in the graph: add b1 and b2.",
    zh: "图里没有偏置：要加上 b1 和 b2。"
  ) { X, Y, parameters in try network(X, Y, parameters) { $0.hasBiases = false } }
  C2W3c.costAndGradients.mistaken(
    "squared-error",
    "This is the mean of (A2 - Y)²: the cost is the cross-entropy.",
    zh: "你算的是 (A2 - Y)² 的平均：代价应当是交叉熵。"
  ) { X, Y, parameters in
    try network(X, Y, parameters) {
      $0.factor = { 1 / Double($0.columns) }
      $0.cost = { add, Y, A2 in
        let error = add(TensorNode(.subtract, A2, Y))
        return add(TensorNode(.multiply, error, error))
      }
    }
  }
}

/// How a network's graph is written; something of it is changed.
private struct Writing {
  typealias Adding = (TensorNode) -> Int

  var activation: TensorNode.Operation? = .tanh
  var hasBiases = true
  /// What the sum is multiplied by, from the labels.
  var factor: (Tensor) -> Double = { -1 / Double($0.columns) }
  /// The node whose elements are summed, from those of Y and A2.
  var cost: (_ add: Adding, _ Y: Int, _ A2: Int) -> Int = { add, Y, A2 in
    let one = add(.leaf(Tensor(1)))
    let zeros = add(TensorNode(.subtract, one, Y))
    let against = add(TensorNode(.log, add(TensorNode(.subtract, one, A2))))
    let first = add(TensorNode(.multiply, Y, add(TensorNode(.log, A2))))
    return add(TensorNode(.add, first, add(TensorNode(.multiply, zeros, against))))
  }
}

private func network(
  _ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters, change: (inout Writing) -> Void
) throws -> CostAndGradients {
  var writing = Writing()
  change(&writing)
  var graph: [TensorNode] = []
  func add(_ new: TensorNode) -> Int {
    graph.append(new)
    return graph.count - 1
  }
  let (W1, b1) = (add(.leaf(parameters.W1)), add(.leaf(parameters.b1)))
  let (W2, b2) = (add(.leaf(parameters.W2)), add(.leaf(parameters.b2)))
  func layer(_ W: Int, _ b: Int, _ input: Int) -> Int {
    let product = add(TensorNode(.matrixProduct, W, input))
    return writing.hasBiases ? add(TensorNode(.add, product, b)) : product
  }
  let Z1 = layer(W1, b1, add(.leaf(X)))
  let A1 = writing.activation.map { add(TensorNode($0, Z1)) } ?? Z1
  let A2 = add(TensorNode(.sigmoid, layer(W2, b2, A1)))
  let sum = add(TensorNode(.sum, writing.cost(add, add(.leaf(Y)), A2)))
  let J = add(TensorNode(.multiply, add(.leaf(Tensor(writing.factor(Y)))), sum))
  let values = try evaluateTensors(graph)
  let gradients = try backpropagateTensors(graph, values, J)
  return CostAndGradients(
    cost: try values[J].scalar,
    gradients: ShallowGradients(
      dW1: gradients[W1], db1: gradients[b1], dW2: gradients[W2], db2: gradients[b2]))
}

@ImplementationList var trainingMistakes: [Implementation] {
  trainingMistake(
    "uphill", "The step is θ + α dθ, uphill: subtract α dθ.",
    zh: "这一步是 θ + α dθ，往上坡走：应当减去 α dθ。"
  ) { $0.direction = 1 }
  trainingMistake(
    "cost-after-the-step",
    "The costs are those after each step: note the cost before it.",
    zh: "记录的是每一步之后的代价：应当记录这一步之前的。"
  ) { $0.isCostAfterwards = true }
  trainingMistake(
    "gradients-of-the-start",
    "Every step uses the gradients of the start: compute them anew from the parameters as they are now.",
    zh: "每一步用的都是起点的梯度：要用当前的参数重新计算。"
  ) { $0.isForgettingSteps = true }
  trainingMistake(
    "biases-never-learned",
    "The biases stay as they are: they descend like the weights.",
    zh: "偏置一直没变：它们要和权重一样下降。"
  ) { $0.isLearningBiases = false }
  trainingMistake(
    "one-layer-only",
    "Only W2 and b2 descend: W1 and b1 have gradients, too.",
    zh: "只有 W2 和 b2 在下降：W1 和 b1 也有梯度。"
  ) { $0.isLearningFirstLayer = false }
  trainingMistake(
    "first-costs-missing",
    "Only the last cost is there: note one before each step.",
    zh: "只有最后一个代价：每一步之前都要记一个。"
  ) { $0.isKeepingLastCost = true }
}

/// The rules of a training, one of which is changed.
private struct Training: Sendable {
  var direction = -1.0
  var isCostAfterwards = false
  var isForgettingSteps = false
  var isLearningBiases = true
  var isLearningFirstLayer = true
  var isKeepingLastCost = false
}

private func trainingMistake(
  _ id: String, _ english: String, zh chinese: String, change: (inout Training) -> Void
) -> Implementation {
  var changed = Training()
  change(&changed)
  let rules = changed
  return C2W3c.trainByGraph.mistaken(id, english, zh: chinese) { X, Y, start, steps, rate in
    var (parameters, costs) = (start, [Double]())
    for _ in 0..<steps {
      let pass = try costAndGradients(X, Y, rules.isForgettingSteps ? start : parameters)
      let cost = try costAndGradients(X, Y, parameters).cost
      let (d, step) = (pass.gradients, rules.direction * rate)
      if rules.isLearningFirstLayer {
        try parameters.W1 += step * d.dW1
        if rules.isLearningBiases { try parameters.b1 += step * d.db1 }
      }
      try parameters.W2 += step * d.dW2
      if rules.isLearningBiases { try parameters.b2 += step * d.db2 }
      costs.append(
        rules.isCostAfterwards ? try costAndGradients(X, Y, parameters).cost : cost)
    }
    return GraphTraining(
      parameters: parameters, costs: rules.isKeepingLastCost ? Array(costs.suffix(1)) : costs)
  }
}
