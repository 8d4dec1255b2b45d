import Coursework
import Syllabus
import Tensors

@ImplementationList var behaviourMistakes: [Implementation] {
  C2W1a.deepLinearLengths.mistaken(
    "input-in-every-layer",
    "Every layer is given x itself: feed it with what the layer before gave.",
    zh: "每一层的输入都是 x：应当用前一层的输出。"
  ) { x, factor, depth in
    [Double](repeating: (x * factor).norm(), count: depth)
  }
  C2W1a.deepLinearLengths.mistaken(
    "input-counted",
    "The list begins with the length of x: it begins after the first layer.",
    zh: "列表从 x 的长度开始了：应当从第一层之后开始。"
  ) { x, factor, depth in
    [x.norm()] + (try deepLinearLengths(x, factor, depth - 1))
  }
  C2W1a.deepLinearLengths.mistaken(
    "grows-linearly",
    "The lengths grow like factor · l: layers multiply, so they go like factorˡ.",
    zh: "长度按 factor · l 变化：层与层是相乘的，应当按 factorˡ 变化。"
  ) { x, factor, depth in
    let length = x.norm()
    return (0..<depth).map { length * factor * Double($0 + 1) }
  }
  C2W1a.deepLinearLengths.mistaken(
    "squared-lengths",
    "These are the squared lengths: take the root.",
    zh: "这是长度的平方：还要开方。"
  ) { x, factor, depth in
    try deepLinearLengths(x, factor, depth).map { $0 * $0 }
  }

  C2W1a.trainFromInitialization.mistaken(
    "method-ignored",
    "Every method starts from He's weights: choose by `method`.",
    zh: "不管 method 是什么都用了 He 初始化：要按 method 选择。"
  ) { X, Y, sizes, _, seed, rate, steps in
    try trainFromInitialization(X, Y, sizes, .he, seed, rate, steps)
  }
  C2W1a.trainFromInitialization.mistaken(
    "biases-not-updated",
    "The weights move, the biases do not: b has its own gradient db.",
    zh: "权重更新了，偏置没有动：b 有自己的梯度 db。"
  ) {
    X, Y, sizes, method, seed, rate, steps in
    try descend(X, Y, sizes, method, seed, steps, weightRate: rate, biasRate: 0)
  }
  C2W1a.trainFromInitialization.mistaken(
    "uphill",
    "The steps go along the gradient, uphill: subtract it.",
    zh: "顺着梯度走是上坡：应当减去梯度。"
  ) { X, Y, sizes, method, seed, rate, steps in
    try trainFromInitialization(X, Y, sizes, method, seed, -rate, steps)
  }
  C2W1a.trainFromInitialization.mistaken(
    "cost-after-update",
    "The costs are those after the update: keep the cost before it.",
    zh: "记录的是更新之后的代价：应当记录更新之前的。"
  ) {
    X, Y, sizes, method, seed, rate, steps in
    try descend(
      X, Y, sizes, method, seed, steps, weightRate: rate, biasRate: rate, costAfter: true)
  }
  C2W1a.trainFromInitialization.mistaken(
    "cost-every-step",
    "There is a cost for every step: keep only steps 0, 1000, 2000, …",
    zh: "每一步都记录了代价：只保留第 0、1000、2000……步的。"
  ) {
    X, Y, sizes, method, seed, rate, steps in
    try descend(X, Y, sizes, method, seed, steps, weightRate: rate, biasRate: rate, interval: 1)
  }
  C2W1a.trainFromInitialization.mistaken(
    "one-step-less",
    "The training ends one step early: steps counts the updates.",
    zh: "少训练了一步：steps 是更新的次数。"
  ) {
    X, Y, sizes, method, seed, rate, steps in
    try trainFromInitialization(X, Y, sizes, method, seed, rate, steps - 1)
  }
}

/// Gradient descent with a rate of its own for the biases and another rule for keeping costs.
private func descend(
  _ X: Tensor, _ Y: Tensor, _ sizes: [Int], _ method: InitializationMethod, _ seed: UInt32,
  _ steps: Int, weightRate: Double, biasRate: Double, costAfter: Bool = false,
  interval: Int = 1000
) throws -> InitializationTraining {
  var layers = try trainFromInitialization(X, Y, sizes, method, seed, 0, 0).parameters
  var costs: [Double] = []
  func cost() throws -> Double {
    let cache = try ThreeLayerNetwork.forward(X, ThreeLayerParameters(layers: layers))
    return try ThreeLayerNetwork.cost(cache.A3, Y)
  }
  for step in 0..<steps {
    let isKept = step.isMultiple(of: interval)
    if isKept, !costAfter { costs.append(try cost()) }
    let parameters = try ThreeLayerParameters(layers: layers)
    let pass = try ThreeLayerNetwork.forward(X, parameters)
    let gradients = try ThreeLayerNetwork.backward(X, Y, pass, parameters)
    layers = try zip(layers, gradients.layers).map { layer, slope in
      LayerParameters(
        W: try layer.W - weightRate * slope.dW, b: try layer.b - biasRate * slope.db)
    }
    if isKept, costAfter { costs.append(try cost()) }
  }
  return InitializationTraining(parameters: layers, costs: costs)
}
