import Coursework
import Syllabus
import Tensors

@ImplementationList var preparationMistakes: [Implementation] {
  C1W3.layerSizes.mistaken(
    "examples-counted",
    "These are numbers of examples (columns); units are rows.",
    zh: "你数的是样本（列）的个数；单元对应的是行。"
  ) { X, Y, hiddenUnits in
    LayerSizes(n_x: X.columns, n_h: hiddenUnits, n_y: Y.columns)
  }
  C1W3.layerSizes.mistaken(
    "hidden-hard-coded",
    "n_h is always 4 here: take the argument hiddenUnits.",
    zh: "这里 n_h 总是 4：应当用参数 hiddenUnits。"
  ) { X, Y, _ in try layerSizes(X, Y, 4) }
  C1W3.layerSizes.mistaken(
    "one-output",
    "n_y is always 1 here: read it from Y, so that several outputs work as well.",
    zh: "这里 n_y 总是 1：应当从 Y 读取，这样多个输出也能用。"
  ) { X, _, hiddenUnits in
    LayerSizes(n_x: X.rows, n_h: hiddenUnits, n_y: 1)
  }
  C1W3.layerSizes.mistaken(
    "ends-swapped",
    "n_x and n_y are swapped: inputs come from X, outputs from Y.",
    zh: "n_x 和 n_y 写反了：输入看 X，输出看 Y。"
  ) { X, Y, hiddenUnits in
    try layerSizes(Y, X, hiddenUnits)
  }

  C1W3.initializeParameters.mistaken(
    "scale-forgotten",
    "The weights are a hundred times too large: multiply by 0.01, or tanh starts out saturated.",
    zh: "权重大了一百倍：要乘以 0.01，否则 tanh 一开始就饱和了。"
  ) { n_x, n_h, n_y, seed in
    let right = try initializeParameters(n_x, n_h, n_y, seed)
    return ShallowParameters(W1: right.W1 * 100, b1: right.b1, W2: right.W2 * 100, b2: right.b2)
  }
  C1W3.initializeParameters.mistaken(
    "uniform-not-normal",
    "The weights are uniform in [0, 1): draw them from the normal distribution, with randn.",
    zh: "权重取自 [0, 1) 上的均匀分布：应当用 randn 从正态分布抽取。"
  ) { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.rand(n_h, n_x) * 0.01
    let W2 = random.rand(n_y, n_h) * 0.01
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken(
    "weights-transposed",
    "The weights have shapes (n_x, n_h) and (n_h, n_y): a row belongs to a unit, so it is (n_h, n_x) and (n_y, n_h).",
    zh: "权重的形状成了 (n_x, n_h) 和 (n_h, n_y)：一行对应一个单元，所以是 (n_h, n_x) 和 (n_y, n_h)。"
  ) { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W1 = random.randn(n_x, n_h) * 0.01
    let W2 = random.randn(n_h, n_y) * 0.01
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken(
    "zeros",
    "All weights are zero: every hidden unit then computes the same and learns the same.",
    zh: "所有权重都是零：这样每个隐藏单元算得一样，学得也一样。"
  ) { n_x, n_h, n_y, _ in
    ShallowParameters(
      W1: .zeros(n_h, n_x), b1: .zeros(n_h, 1), W2: .zeros(n_y, n_h), b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken(
    "seed-ignored",
    "The seed 2 is used whatever the argument says.",
    zh: "不管参数是什么，用的都是种子 2。"
  ) { n_x, n_h, n_y, _ in
    try initializeParameters(n_x, n_h, n_y, 2)
  }
  C1W3.initializeParameters.mistaken(
    "generator-restarted",
    "W2 begins with the same random numbers as W1: the generator was made anew. Use one for both.",
    zh: "W2 开头的随机数与 W1 相同：生成器被重新创建了。两者应共用一个。"
  ) { n_x, n_h, n_y, seed in
    var result = try initializeParameters(n_x, n_h, n_y, seed)
    var random = RandomState(seed: UInt32(seed))
    result.W2 = random.randn(n_y, n_h) * 0.01
    return result
  }
  C1W3.initializeParameters.mistaken(
    "output-drawn-first",
    "W2 was drawn before W1: the order decides which numbers each of them gets.",
    zh: "W2 先于 W1 抽取：顺序决定各自拿到哪些随机数。"
  ) { n_x, n_h, n_y, seed in
    var random = RandomState(seed: UInt32(seed))
    let W2 = random.randn(n_y, n_h) * 0.01
    let W1 = random.randn(n_h, n_x) * 0.01
    return ShallowParameters(W1: W1, b1: .zeros(n_h, 1), W2: W2, b2: .zeros(n_y, 1))
  }
  C1W3.initializeParameters.mistaken(
    "rank-one-biases",
    "The biases have shape (n,): give them a second axis of length 1, or they broadcast along the examples.",
    zh: "偏置的形状是 (n,)：请加上长度为 1 的第二个轴，否则会沿着样本方向广播。"
  ) { n_x, n_h, n_y, seed in
    var result = try initializeParameters(n_x, n_h, n_y, seed)
    result.b1 = result.b1.flattened
    result.b2 = result.b2.flattened
    return result
  }

  C1W3.updateParameters.mistaken(
    "uphill",
    "The step goes along the gradient, uphill: subtract it.",
    zh: "你沿着梯度方向上坡了：应当减去它。"
  ) { parameters, gradients, learningRate in
    try updateParameters(parameters, gradients, -learningRate)
  }
  C1W3.updateParameters.mistaken(
    "learning-rate-ignored",
    "The whole gradient is subtracted: multiply it by the learning rate.",
    zh: "减去了整个梯度：还要乘以学习率。"
  ) { parameters, gradients, _ in
    try updateParameters(parameters, gradients, 1)
  }
  C1W3.updateParameters.mistaken(
    "biases-not-updated",
    "The weights move, but b1 and b2 stay: they have gradients as well.",
    zh: "权重更新了，b1 和 b2 却没动：它们也有梯度。"
  ) { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    result.b1 = parameters.b1
    result.b2 = parameters.b2
    return result
  }
  C1W3.updateParameters.mistaken(
    "first-layer-frozen",
    "W2 and b2 move, but W1 and b1 stay where they were.",
    zh: "W2 和 b2 更新了，W1 和 b1 却没动。"
  ) { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    result.W1 = parameters.W1
    result.b1 = parameters.b1
    return result
  }
}
