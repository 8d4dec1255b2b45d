import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C1W3.tanhDerivative.mistaken(
    "absolute-for-square",
    "This is 1 - |a|: the square of a is wanted.",
    zh: "你算的是 1 - |a|：应当用 a 的平方。"
  ) { A in 1 - abs(A) }
  C1W3.relu.mistaken(
    "mirrored",
    "This is max(0, -z): it keeps the negative half.",
    zh: "你算的是 max(0, -z)：保留的是负的一半。"
  ) { Z in maximum(0, -Z) }
  C1W3.relu.mistaken(
    "cut-off-at-one",
    "Large numbers are cut off at 1: ReLU has no upper end.",
    zh: "大的数被截在了 1：ReLU 没有上限。"
  ) { Z in Z.map { min(1, max(0, $0)) } }
  C1W3.leakyReLU.mistaken(
    "leak-added",
    "Negative numbers become z + 0.01 z: they become 0.01 z alone.",
    zh: "负数变成了 z + 0.01 z：应当只是 0.01 z。"
  ) { Z in Z.map { $0 < 0 ? 1.01 * $0 : $0 } }
  C1W3.initializeParameters.mistaken(
    "one-tenth",
    "The weights are scaled by 0.1; the factor is 0.01.",
    zh: "权重乘的是 0.1；因子应为 0.01。"
  ) { n_x, n_h, n_y, seed in
    var result = try initializeParameters(n_x, n_h, n_y, seed)
    result.W1 *= 10
    result.W2 *= 10
    return result
  }
  C1W3.initializeParameters.mistaken(
    "second-not-scaled",
    "W1 is right, but W2 lacks the factor 0.01.",
    zh: "W1 是对的，但 W2 漏了因子 0.01。"
  ) { n_x, n_h, n_y, seed in
    var result = try initializeParameters(n_x, n_h, n_y, seed)
    result.W2 *= 100
    return result
  }
  C1W3.initializeParameters.mistaken(
    "biases-drawn",
    "The biases are drawn at random: they begin at zero, and W2 comes right after W1.",
    zh: "偏置也随机取了：偏置从零开始，取完 W1 紧接着取 W2。"
  ) { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_h, n_x) * 0.01
    let b1 = random.randn(n_h, 1) * 0.01
    let W2 = random.randn(n_y, n_h) * 0.01
    return ShallowParameters(W1: W1, b1: b1, W2: W2, b2: random.randn(n_y, 1) * 0.01)
  }
  C1W3.updateParameters.mistaken(
    "never-applied",
    "The old parameters are returned: the new ones are computed and never kept.",
    zh: "返回的是旧参数：算出了新参数，却没有保存。"
  ) { parameters, _, _ in parameters }
  C1W3.updateParameters.mistaken(
    "output-bias-forgotten",
    "b2 stays where it was: it has its own gradient db2.",
    zh: "b2 没有动：它有自己的梯度 db2。"
  ) { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    result.b2 = parameters.b2
    return result
  }
  C1W3.forwardPropagation.mistaken(
    "one-output-bias",
    "Every output gets the bias of the first: add the column b2, not b2[0, 0].",
    zh: "每个输出都用了第一个的偏置：应当加整列 b2，而不是 b2[0, 0]。"
  ) { X, parameters in
    var other = parameters
    other.b2 = .full(parameters.b2.shape, parameters.b2[0, 0])
    return try forwardPropagation(X, other)
  }
  C1W3.forwardPropagation.mistaken(
    "hidden-bias-forgotten",
    "b1 is missing from Z1 = W1 X + b1.",
    zh: "Z1 = W1 X + b1 里漏了 b1。"
  ) { X, parameters in
    var other = parameters
    other.b1 = .zeros(shape: parameters.b1.shape)
    return try forwardPropagation(X, other)
  }
  C1W3.forwardPropagation.mistaken(
    "answers-returned",
    "A2 is already 0 or 1: the cache keeps the probability, only predict compares it with 0.5.",
    zh: "A2 已经变成了 0 或 1：缓存里要的是概率，只有 predict 才与 0.5 比较。"
  ) { X, parameters in
    var cache = try forwardPropagation(X, parameters)
    let answers = cache.A2 .> 0.5
    cache.A2 = answers
    return cache
  }
  C1W3.computeCost.mistaken(
    "integer-division",
    "The cost is zero as soon as m > 1: 1 / m of an Int m is 0. Write let m = Double(Y.columns).",
    zh: "只要 m > 1，代价就是零：m 是 Int 时 1 / m 等于 0。请写 let m = Double(Y.columns)。"
  ) { A2, Y in
    let share = Double(1 / Y.columns) * Double(Y.columns)
    return share * (try computeCost(A2, Y))
  }
  C1W3.computeCost.mistaken(
    "labels-exchanged",
    "y and 1 - y are exchanged: y belongs to log a.",
    zh: "y 和 1 - y 弄反了：log a 前面应当是 y。"
  ) { A2, Y in try computeCost(A2, 1 - Y) }
  C1W3.computeCost.mistaken(
    "outer-product",
    "Every label meets every probability: Yᵀ log A2 is a matrix of all pairs. Multiply element by element.",
    zh: "每个标签都乘了每个概率：Yᵀ log A2 是所有配对的矩阵。应当逐元素相乘。"
  ) { A2, Y in
    let ones = try dot(Y.T, log(A2))
    let zeros = try dot((1 - Y).T, log(1 - A2))
    return -(try ones + zeros).sum() / Double(Y.columns)
  }
  C1W3.computeCost.mistaken(
    "inner-sign",
    "There is a minus between the two logarithms: the terms are added, then the sum is negated.",
    zh: "两个对数项之间写成了减号：应当先相加，再整体取负。"
  ) { A2, Y in
    let (ones, zeros) = (try Y * log(A2), try (1 - Y) * log(1 - A2))
    return -(try ones - zeros).sum() / Double(Y.columns)
  }
  C1W3.backwardPropagation.mistaken(
    "gradient-for-weight",
    "dW2 is used in dZ1 where W2 is meant: the error comes back through the weights.",
    zh: "dZ1 里该用 W2 的地方用了 dW2：误差是沿着权重传回来的。"
  ) { parameters, cache, X, Y in
    let right = try backwardPropagation(parameters, cache, X, Y)
    var other = parameters
    other.W2 = right.dW2
    return try backwardPropagation(other, cache, X, Y)
  }
  C1W3.backwardPropagation.mistaken(
    "one-output-bias",
    "db2 is one number for all outputs: sum along axis 1 only.",
    zh: "所有输出共用了一个 db2：只沿 axis 1 求和。"
  ) { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    result.db2 = .full(result.db2.shape, result.db2.sum())
    return result
  }
  C1W3.backwardPropagation.mistaken(
    "square-forgotten",
    "The slope in dZ1 is 1 - A1: A1 is to be squared.",
    zh: "dZ1 里的导数写成了 1 - A1：A1 要平方。"
  ) { parameters, cache, X, Y in
    var result = try backwardPropagation(parameters, cache, X, Y)
    let dZ2 = try cache.A2 - Y
    let dZ1 = try dot(parameters.W2.T, dZ2) * (1 - cache.A1)
    let m = Double(X.columns)
    result.dW1 = try dot(dZ1, X.T) / m
    result.db1 = try dZ1.sum(axis: 1, keepingDimensions: true) / m
    return result
  }
  C1W3.predict.mistaken(
    "never-written",
    "Every answer is 0: nothing is written into the zeros, or the probability is cut to a whole "
      + "number, and Int(0.9) is 0.",
    zh: "结果全是 0：要么没有写入全零张量，要么把概率截成了整数，而 Int(0.9) 是 0。"
  ) { parameters, X in .zeros(parameters.W2.rows, X.columns) }
  C1W3.model.mistaken(
    "never-updated",
    "The parameters never change: keep what updateParameters returns.",
    zh: "参数一直没变：要保存 updateParameters 返回的结果。"
  ) { X, Y, hiddenUnits, steps, _, seed in
    try model(X, Y, hiddenUnits, steps, 0, seed)
  }
}
