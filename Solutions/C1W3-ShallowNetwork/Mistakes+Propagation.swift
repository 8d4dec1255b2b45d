import Coursework
import Syllabus
import Tensors

@ImplementationList var propagationMistakes: [Implementation] {
  C1W3.forwardPropagation.mistaken(
    "sigmoid-hidden",
    "The hidden layer has the sigmoid here; it should have tanh.",
    zh: "隐藏层用了 sigmoid；应当用 tanh。"
  ) { X, parameters in
    try forward(X, parameters, hidden: sigmoid)
  }
  C1W3.forwardPropagation.mistaken(
    "relu-hidden",
    "The hidden layer has ReLU here; it should have tanh.",
    zh: "隐藏层用了 ReLU；应当用 tanh。"
  ) { X, parameters in
    try forward(X, parameters, hidden: relu)
  }
  C1W3.forwardPropagation.mistaken(
    "linear-hidden",
    "The hidden layer has no activation, A1 = Z1: two linear layers are only one linear layer.",
    zh: "隐藏层没有用激活函数，A1 = Z1：两个线性层叠在一起，仍等价于一个线性层。"
  ) { X, parameters in
    try forward(X, parameters, hidden: { $0 })
  }
  C1W3.forwardPropagation.mistaken(
    "tanh-output",
    "A2 is tanh(Z2), between -1 and 1; a probability needs the sigmoid.",
    zh: "A2 成了 tanh(Z2)，取值在 -1 到 1 之间；要表示概率得用 sigmoid。"
  ) { X, parameters in
    var result = try forwardPropagation(X, parameters)
    result.A2 = try tanhActivation(result.Z2)
    return result
  }
  C1W3.forwardPropagation.mistaken(
    "biases-ignored",
    "b1 and b2 are missing from Z1 and Z2.",
    zh: "Z1 和 Z2 里漏了 b1 和 b2。"
  ) { X, parameters in
    var parameters = parameters
    parameters.b1 *= 0
    parameters.b2 *= 0
    return try forwardPropagation(X, parameters)
  }
  C1W3.forwardPropagation.mistaken(
    "output-from-Z1",
    "The output layer is fed with Z1: what a layer passes on is its activation A1.",
    zh: "输出层接收的是 Z1：一层传给下一层的应当是激活值 A1。"
  ) { X, parameters in
    var result = try forwardPropagation(X, parameters)
    result.Z2 = try dot(parameters.W2, result.Z1) + parameters.b2
    result.A2 = sigmoid(result.Z2)
    return result
  }

  C1W3.computeCost.mistaken(
    "cost-sign",
    "The cost has the wrong sign: logarithms of probabilities are negative, so the mean needs a minus.",
    zh: "代价的符号反了：概率的对数是负的，平均之后还要取负。"
  ) { A2, Y in -(try computeCost(A2, Y)) }
  C1W3.computeCost.mistaken(
    "sum-not-mean",
    "This is the sum of the losses; the cost is their mean: divide by m.",
    zh: "这是损失之和；代价是平均值：要除以 m。"
  ) { A2, Y in
    try computeCost(A2, Y) * Double(Y.columns)
  }
  C1W3.computeCost.mistaken(
    "averaged-twice",
    "This was divided by m twice: mean() divides already.",
    zh: "多除了一次 m：mean() 里已经除过一次。"
  ) { A2, Y in
    try computeCost(A2, Y) / Double(Y.columns)
  }
  C1W3.computeCost.mistaken(
    "positives-only",
    "Only examples with y = 1 are counted: add (1 - y) log(1 - a).",
    zh: "只算了 y = 1 的样本：还要加上 (1 - y) log(1 - a)。"
  ) { A2, Y in try -(Y * log(A2)).mean() }
  C1W3.computeCost.mistaken(
    "log-base-two",
    "This is the cost in bits, with the logarithm of base 2; the natural one is meant.",
    zh: "用了以 2 为底的对数；这里要用自然对数。"
  ) { A2, Y in try computeCost(A2, Y) / log(2.0) }
  C1W3.computeCost.mistaken(
    "log-base-ten",
    "The logarithm of base 10 was used; the natural one is meant.",
    zh: "用了以 10 为底的对数；这里要用自然对数。"
  ) { A2, Y in try computeCost(A2, Y) / log(10.0) }
  C1W3.computeCost.mistaken(
    "squared-error",
    "This is the mean squared error; use the cross-entropy.",
    zh: "这是均方误差；要求的是交叉熵。"
  ) { A2, Y in (try A2 - Y).squared().mean() }

  C1W3.backwardPropagation.mistaken(
    "slope-from-Z1",
    "The slope of tanh is written 1 - Z1²; it is 1 - A1², with A1 = tanh(Z1).",
    zh: "tanh 的导数写成了 1 - Z1²；应当是 1 - A1²，其中 A1 = tanh(Z1)。"
  ) { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: 1 - cache.Z1.squared())
  }
  C1W3.backwardPropagation.mistaken(
    "tanh-twice",
    "The slope is taken as 1 - tanh²(A1): A1 is tanh(Z1) already.",
    zh: "导数算成了 1 - tanh²(A1)：A1 已经是 tanh(Z1)。"
  ) { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: 1 - tanh(cache.A1).squared())
  }
  C1W3.backwardPropagation.mistaken(
    "slope-forgotten",
    "dZ1 is W2ᵀ dZ2 alone: multiply by the slope of tanh, 1 - A1².",
    zh: "dZ1 只有 W2ᵀ dZ2：还要乘以 tanh 的导数 1 - A1²。"
  ) { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: .ones(shape: cache.A1.shape))
  }
  C1W3.backwardPropagation.mistaken(
    "sigmoid-slope",
    "The hidden layer's slope is taken as A1 (1 - A1), the sigmoid's; for tanh it is 1 - A1².",
    zh: "隐藏层的导数用了 sigmoid 的 A1 (1 - A1)；tanh 应当是 1 - A1²。"
  ) { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, slope: cache.A1 * (1 - cache.A1))
  }
  C1W3.backwardPropagation.mistaken(
    "output-slope-kept",
    "dZ2 is (A2 - Y) A2 (1 - A2), which belongs to a squared error; with cross-entropy the sigmoid's slope cancels and A2 - Y is left.",
    zh: "dZ2 写成了 (A2 - Y) A2 (1 - A2)，那是平方误差的导数；交叉熵会把 sigmoid 的导数消掉，只剩 A2 - Y。"
  ) { parameters, cache, X, Y in
    let dZ2 = try (cache.A2 - Y) * cache.A2 * (1 - cache.A2)
    return try backward(parameters, cache, X, Y, dZ2: dZ2)
  }
  C1W3.backwardPropagation.mistaken(
    "not-averaged",
    "The gradients are sums over the examples: divide by m.",
    zh: "梯度是对样本求和的结果：还要除以 m。"
  ) { parameters, cache, X, Y in
    let dZ2 = try (cache.A2 - Y) * Double(X.columns)
    return try backward(parameters, cache, X, Y, dZ2: dZ2)
  }
  C1W3.backwardPropagation.mistaken(
    "averaged-in-dZ",
    "dZ2 carries 1/m as well, so that everything is divided by m twice: only dW and db do.",
    zh: "dZ2 也带了 1/m，结果处处多除了一次 m：只有 dW 和 db 才带 1/m。"
  ) { parameters, cache, X, Y in
    let dZ2 = try (cache.A2 - Y) / Double(X.columns)
    return try backward(parameters, cache, X, Y, dZ2: dZ2)
  }
  C1W3.backwardPropagation.mistaken(
    "difference-reversed",
    "All gradients point the wrong way: the difference is A2 - Y.",
    zh: "所有梯度的方向都反了：差应当是 A2 - Y。"
  ) { parameters, cache, X, Y in
    try backward(parameters, cache, X, Y, dZ2: Y - cache.A2)
  }
  C1W3.backwardPropagation.mistaken(
    "dimension-dropped",
    "db1 and db2 have lost an axis: keepingDimensions keeps the shapes (n_h, 1) and (n_y, 1).",
    zh: "db1 和 db2 少了一个轴：用 keepingDimensions 保持形状 (n_h, 1) 和 (n_y, 1)。"
  ) { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.db1 = result.db1.flattened
    result.db2 = result.db2.flattened
    return result
  }
  C1W3.backwardPropagation.mistaken(
    "biases-summed-together",
    "All units got the same db1: sum over the examples (axis 1) only, not over the units.",
    zh: "所有单元得到了同一个 db1：只对样本（axis 1）求和，不要对单元求和。"
  ) { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.db1 = .full(result.db1.shape, result.db1.sum())
    result.db2 = .full(result.db2.shape, result.db2.sum())
    return result
  }
  C1W3.backwardPropagation.mistaken(
    "dW2-from-Z1",
    "dW2 is made with Z1: the output layer was fed with A1.",
    zh: "dW2 用的是 Z1：输出层接收的输入是 A1。"
  ) { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.dW2 = try dot(cache.A2 - Y, cache.Z1.T) / Double(X.columns)
    return result
  }
}

/// The forward pass with another hidden activation.
private func forward(
  _ X: Tensor, _ parameters: ShallowParameters, hidden: (Tensor) throws -> Tensor
) throws -> ShallowCache {
  let Z1 = try dot(parameters.W1, X) + parameters.b1
  let A1 = try hidden(Z1)
  let Z2 = try dot(parameters.W2, A1) + parameters.b2
  return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: sigmoid(Z2))
}

/// The backward pass with another slope of the hidden layer, or another dZ2.
private func backward(
  _ parameters: ShallowParameters, _ cache: ShallowCache, _ X: Tensor, _ Y: Tensor,
  slope: Tensor? = nil, dZ2: Tensor? = nil
) throws -> ShallowGradients {
  let m = Double(X.columns)
  let dZ2 = try dZ2 ?? cache.A2 - Y
  let dZ1 = try dot(parameters.W2.T, dZ2) * (slope ?? tanhDerivative(cache.A1))
  return ShallowGradients(
    dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
    dW2: try dot(dZ2, cache.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m)
}
