import Coursework
import Syllabus
import Tensors

@ImplementationList var trainingMistakes: [Implementation] {
  C1W4.twoLayerModel.mistaken(
    "scaled-by-inputs",
    "The weights start as N(0, 1)/√n: the two-layer model starts with 0.01 · N(0, 1).",
    zh: "权重的初值用了 N(0, 1)/√n：两层模型从 0.01 · N(0, 1) 开始。"
  ) { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeDeepParameters([X.rows, n_h, Y.rows], .byInputs, seed)
    return try train(X, Y, start, steps, learningRate)
  }
  C1W4.twoLayerModel.mistaken(
    "tanh-hidden",
    "The hidden layer has tanh, as last week; this week it has ReLU.",
    zh: "隐藏层还是上周的 tanh；这一周用 ReLU。"
  ) { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try trainWithTanh(X, Y, start, steps, learningRate)
  }
  C1W4.twoLayerModel.mistaken(
    "cost-every-step",
    "There is a cost for every step; keep only steps 0, 100, 200, …",
    zh: "每一步都记录了代价；只保留第 0、100、200……步的。"
  ) { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try train(X, Y, start, steps, learningRate, costEvery: 1)
  }
  C1W4.twoLayerModel.mistaken(
    "cost-after-update",
    "The costs are those after the update; keep the cost of the parameters with which the step began.",
    zh: "记录的是更新之后的代价；应当记录这一步开始时那组参数的代价。"
  ) { X, Y, n_h, steps, learningRate, seed in
    let start = try initializeParameters(X.rows, n_h, Y.rows, seed)
    return try train(X, Y, start, steps, learningRate, costAfterUpdate: true)
  }
  C1W4.twoLayerModel.mistaken(
    "seed-ignored",
    "The parameters always begin with seed 1: pass the argument on.",
    zh: "参数总是从种子 1 开始：应当把 seed 传下去。"
  ) { X, Y, n_h, steps, learningRate, _ in
    try twoLayerModel(X, Y, n_h, steps, learningRate, 1)
  }
  C1W4.twoLayerModel.mistaken(
    "uphill",
    "The cost grows: the steps go along the gradient. Subtract it.",
    zh: "代价在变大：你沿着梯度方向走了。应当减去梯度。"
  ) { X, Y, n_h, steps, learningRate, seed in
    try twoLayerModel(X, Y, n_h, steps, -learningRate, seed)
  }

  C1W4.deepModel.mistaken(
    "one-hundredth-start",
    "The weights start as 0.01 · N(0, 1): in a deep network the answers then hardly depend on the input. Take byInputs.",
    zh: "权重的初值用了 0.01 · N(0, 1)：网络一深，输出就几乎与输入无关了。请用 byInputs。"
  ) { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .oneHundredth, seed)
    return try train(X, Y, start, steps, learningRate)
  }
  C1W4.deepModel.mistaken(
    "cost-every-step",
    "There is a cost for every step; keep only steps 0, 100, 200, …",
    zh: "每一步都记录了代价；只保留第 0、100、200……步的。"
  ) { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, costEvery: 1)
  }
  C1W4.deepModel.mistaken(
    "cost-every-thousand",
    "Only every 1000th cost is kept, as last week; here it is every 100th.",
    zh: "像上周那样每 1000 步才记录一次代价；这里是每 100 步。"
  ) { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, costEvery: 1000)
  }
  C1W4.deepModel.mistaken(
    "cost-after-update",
    "The costs are those after the update; keep the cost of the parameters with which the step began.",
    zh: "记录的是更新之后的代价；应当记录这一步开始时那组参数的代价。"
  ) { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, costAfterUpdate: true)
  }
  C1W4.deepModel.mistaken(
    "seed-ignored",
    "The parameters always begin with seed 1: pass the argument on.",
    zh: "参数总是从种子 1 开始：应当把 seed 传下去。"
  ) { X, Y, sizes, steps, learningRate, _ in
    try deepModel(X, Y, sizes, steps, learningRate, 1)
  }
  C1W4.deepModel.mistaken(
    "learning-rate-ignored",
    "The steps always have the rate 0.0075: pass the argument on.",
    zh: "学习率总是 0.0075：应当把 learningRate 传下去。"
  ) { X, Y, sizes, steps, _, seed in
    try deepModel(X, Y, sizes, steps, 0.0075, seed)
  }
  C1W4.deepModel.mistaken(
    "only-last-layer-learns",
    "Only the last layer changes: the hidden layers have gradients as well.",
    zh: "只有最后一层在更新：隐藏层也有梯度。"
  ) { X, Y, sizes, steps, learningRate, seed in
    let start = try initializeDeepParameters(sizes, .byInputs, seed)
    return try train(X, Y, start, steps, learningRate, frozenLayers: start.count - 1)
  }
}

/// Gradient descent that keeps other costs than those asked for, or leaves the first layers alone.
private func train(
  _ X: Tensor, _ Y: Tensor, _ start: [LayerParameters], _ steps: Int, _ learningRate: Double,
  costEvery interval: Int = 100, costAfterUpdate: Bool = false, frozenLayers: Int = 0
) throws -> DeepModel {
  var result = DeepModel(parameters: start, costs: [])
  for step in 0..<steps {
    let forward = try modelForward(X, result.parameters)
    let gradients = try modelBackward(forward.AL, Y, forward.caches)
    var next = try updateParameters(result.parameters, gradients, learningRate)
    next.replaceSubrange(0..<frozenLayers, with: start.prefix(frozenLayers))
    if step.isMultiple(of: interval) {
      let AL = costAfterUpdate ? try modelForward(X, next).AL : forward.AL
      result.costs.append(try computeCost(AL, Y))
    }
    result.parameters = next
  }
  return result
}

/// Two layers with last week's hidden activation.
private func trainWithTanh(
  _ X: Tensor, _ Y: Tensor, _ start: [LayerParameters], _ steps: Int, _ learningRate: Double
) throws -> DeepModel {
  var result = DeepModel(parameters: start, costs: [])
  for step in 0..<steps {
    let (first, second) = (result.parameters[0], result.parameters[1])
    let A1 = tanh(try linearForward(X, first.W, first.b).Z)
    let A2 = sigmoid(try linearForward(A1, second.W, second.b).Z)
    if step.isMultiple(of: 100) { result.costs.append(try computeCost(A2, Y)) }
    let output = try linearBackward(A2 - Y, LinearCache(A: A1, W: second.W, b: second.b))
    let hidden = try linearBackward(
      output.dAPrevious * (1 - A1.squared()), LinearCache(A: X, W: first.W, b: first.b))
    result.parameters = try updateParameters(result.parameters, [hidden, output], learningRate)
  }
  return result
}
