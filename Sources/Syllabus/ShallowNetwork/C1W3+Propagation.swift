public import Coursework
public import Tensors
import Text

extension C1W3 {
  public static let forwardPropagation = Exercise<Tensor, ShallowParameters, ShallowCache>(
    "forwardPropagation", week: "C1W3", parameters: ["X", "parameters"], points: 10,
    dependsOn: [tanhActivation],
    hints: [
      Phrase(
        "Two layers, the same two steps in each: a weighted sum, then an activation.",
        zh: "两层，每层都是同样的两步：先加权求和，再激活。"),
      Phrase(
        "Z1 = W1 X + b1, A1 = tanh(Z1); Z2 = W2 A1 + b2, A2 = σ(Z2).",
        zh: "Z1 = W1 X + b1，A1 = tanh(Z1)；Z2 = W2 A1 + b2，A2 = σ(Z2)。"),
      Phrase(
        "dot(parameters.W1, X) + parameters.b1 gives Z1: b1 broadcasts over the columns. Then tanhActivation, and the same again with sigmoid, which is given. Each line needs try.",
        zh:
          "dot(parameters.W1, X) + parameters.b1 得到 Z1：b1 会广播到每一列。然后用 tanhActivation；第二层照做一遍，激活函数换成已经给出的 sigmoid。每行都要写 try。"
      ),
    ],
    misconceptions: [
      Misconception(
        "sigmoid-hidden",
        "The hidden layer has the sigmoid here; it should have tanh.",
        zh: "隐藏层用了 sigmoid；应当用 tanh。"),
      Misconception(
        "relu-hidden",
        "The hidden layer has ReLU here; it should have tanh.",
        zh: "隐藏层用了 ReLU；应当用 tanh。"),
      Misconception(
        "linear-hidden",
        "The hidden layer has no activation, A1 = Z1: two linear layers are only one linear layer.",
        zh: "隐藏层没有用激活函数，A1 = Z1：两层线性叠在一起仍只是一层线性。"),
      Misconception(
        "tanh-output",
        "A2 is tanh(Z2), between -1 and 1; a probability needs the sigmoid.",
        zh: "A2 成了 tanh(Z2)，取值在 -1 到 1 之间；要表示概率得用 sigmoid。"),
      Misconception(
        "biases-ignored",
        "b1 and b2 are missing from Z1 and Z2.",
        zh: "Z1 和 Z2 里漏了 b1 和 b2。"),
      Misconception(
        "output-from-Z1",
        "The output layer is fed with Z1: what a layer passes on is its activation A1.",
        zh: "输出层接收的是 Z1：一层传给下一层的应当是激活值 A1。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      return (random.randn(sizes.n_x, random.randint(3, 9)), drawParameters(sizes, &random))
    })

  public static let computeCost = Exercise<Tensor, Tensor, Double>(
    "computeCost", week: "C1W3", parameters: ["A2", "Y"], points: 8,
    hints: [
      Phrase(
        "The same cost as in logistic regression: how surprised is the network by the true labels?",
        zh: "与逻辑回归的代价相同：面对真实标签，网络有多“意外”？"),
      Phrase(
        "J = -1/m Σ [y log a + (1 - y) log(1 - a)].",
        zh: "J = -1/m Σ [y log a + (1 - y) log(1 - a)]。"),
      Phrase(
        "log works on a tensor, * is elementwise, .sum() gives a Double, and m is Double(Y.columns).",
        zh: "log 可作用于张量，* 是逐元素相乘，.sum() 得到 Double，m 是 Double(Y.columns)。"),
    ],
    misconceptions: [
      Misconception(
        "cost-sign",
        "The cost has the wrong sign: logarithms of probabilities are negative, so the mean needs a minus.",
        zh: "代价的符号反了：概率的对数是负的，平均之后还要取负。"),
      Misconception(
        "sum-not-mean",
        "This is the sum of the losses; the cost is their mean: divide by m.",
        zh: "这是损失之和；代价是平均值：要除以 m。"),
      Misconception(
        "averaged-twice",
        "This was divided by m twice: mean() divides already.",
        zh: "除了两次 m：mean() 里已经除过一次。"),
      Misconception(
        "positives-only",
        "Only examples with y = 1 are counted: add (1 - y) log(1 - a).",
        zh: "只算了 y = 1 的样本：还要加上 (1 - y) log(1 - a)。"),
      Misconception(
        "log-base-two",
        "This is the cost in bits, with the logarithm of base 2; the natural one is meant.",
        zh: "用了以 2 为底的对数；这里要用自然对数。"),
      Misconception(
        "log-base-ten",
        "The logarithm of base 10 was used; the natural one is meant.",
        zh: "用了以 10 为底的对数；这里要用自然对数。"),
      Misconception(
        "squared-error",
        "This is the mean squared error; the cross-entropy is asked.",
        zh: "这是均方误差；要求的是交叉熵。"),
    ],
    sample: { random in
      let m = random.randint(3, 9)
      return (random.uniform(low: 0.05, high: 0.95, shape: [1, m]), drawLabels(m, &random))
    })

  public static let backwardPropagation = Exercise<
    ShallowParameters, ShallowCache, Tensor, Tensor, ShallowGradients
  >(
    "backwardPropagation", week: "C1W3", parameters: ["parameters", "cache", "X", "Y"],
    points: 16, dependsOn: [tanhDerivative],
    hints: [
      Phrase(
        "Begin at the end: how far is A2 from Y? Then ask how much of it each hidden unit has caused.",
        zh: "从末端开始：A2 离 Y 有多远？再问每个隐藏单元应承担多少。"),
      Phrase(
        "dZ2 = A2 - Y, dW2 = 1/m dZ2 A1ᵀ, db2 = 1/m Σ dZ2; dZ1 = W2ᵀ dZ2 * (1 - A1²), dW1 = 1/m dZ1 Xᵀ, db1 = 1/m Σ dZ1. The sums run over the examples.",
        zh:
          "dZ2 = A2 - Y，dW2 = 1/m dZ2 A1ᵀ，db2 = 1/m Σ dZ2；dZ1 = W2ᵀ dZ2 * (1 - A1²)，dW1 = 1/m dZ1 Xᵀ，db1 = 1/m Σ dZ1。求和是对样本求和。"
      ),
      Phrase(
        "dot(parameters.W2.T, dZ2) * tanhDerivative(cache.A1) is dZ1. For the biases: dZ1.sum(axis: 1, keepingDimensions: true) / m, which keeps the shape (n_h, 1).",
        zh:
          "dot(parameters.W2.T, dZ2) * tanhDerivative(cache.A1) 就是 dZ1。偏置用 dZ1.sum(axis: 1, keepingDimensions: true) / m，形状保持 (n_h, 1)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "slope-from-Z1",
        "The slope of tanh is written 1 - Z1²; it is 1 - A1², with A1 = tanh(Z1).",
        zh: "tanh 的斜率写成了 1 - Z1²；应当是 1 - A1²，其中 A1 = tanh(Z1)。"),
      Misconception(
        "tanh-twice",
        "The slope is taken as 1 - tanh²(A1): A1 is tanh(Z1) already.",
        zh: "斜率算成了 1 - tanh²(A1)：A1 已经是 tanh(Z1)。"),
      Misconception(
        "slope-forgotten",
        "dZ1 is W2ᵀ dZ2 alone: multiply by the slope of tanh, 1 - A1².",
        zh: "dZ1 只有 W2ᵀ dZ2：还要乘以 tanh 的斜率 1 - A1²。"),
      Misconception(
        "sigmoid-slope",
        "The hidden layer's slope is taken as A1 (1 - A1), the sigmoid's; for tanh it is 1 - A1².",
        zh: "隐藏层的斜率用了 sigmoid 的 A1 (1 - A1)；tanh 应当是 1 - A1²。"),
      Misconception(
        "output-slope-kept",
        "dZ2 is (A2 - Y) A2 (1 - A2), which belongs to a squared error; with cross-entropy the sigmoid's slope cancels and A2 - Y is left.",
        zh: "dZ2 写成了 (A2 - Y) A2 (1 - A2)，那是平方误差的导数；交叉熵会把 sigmoid 的斜率消掉，只剩 A2 - Y。"),
      Misconception(
        "not-averaged",
        "The gradients are sums over the examples: divide by m.",
        zh: "梯度是对样本求和的结果：还要除以 m。"),
      Misconception(
        "averaged-in-dZ",
        "dZ2 carries 1/m as well, so that everything is divided by m twice: only dW and db do.",
        zh: "dZ2 也带了 1/m，结果处处除了两次 m：只有 dW 和 db 才带 1/m。"),
      Misconception(
        "difference-reversed",
        "All gradients point the wrong way: the difference is A2 - Y.",
        zh: "所有梯度的方向都反了：差应当是 A2 - Y。"),
      Misconception(
        "dimension-dropped",
        "db1 and db2 have lost an axis: keepingDimensions keeps the shapes (n_h, 1) and (n_y, 1).",
        zh: "db1 和 db2 少了一个轴：用 keepingDimensions 保持形状 (n_h, 1) 和 (n_y, 1)。"),
      Misconception(
        "biases-summed-together",
        "All units got the same db1: sum over the examples (axis 1) only, not over the units.",
        zh: "所有单元得到了同一个 db1：只对样本（axis 1）求和，不要对单元求和。"),
      Misconception(
        "dW2-from-Z1",
        "dW2 is made with Z1: the output layer was fed with A1.",
        zh: "dW2 用的是 Z1：输出层接收的输入是 A1。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      let m = random.randint(3, 8)
      let X = random.randn(sizes.n_x, m)
      let parameters = drawParameters(sizes, &random)
      return (parameters, try cache(of: parameters, X), X, drawLabels(m, &random))
    })
}

extension C1W3 {
  /// A few units in each layer, one output.
  static func drawSizes(_ random: inout RandomState) -> LayerSizes {
    LayerSizes(n_x: random.randint(2, 5), n_h: random.randint(2, 6), n_y: 1)
  }

  /// Parameters large enough that every unit bends.
  static func drawParameters(
    _ sizes: LayerSizes, _ random: inout RandomState
  ) -> ShallowParameters {
    ShallowParameters(
      W1: random.randn(sizes.n_h, sizes.n_x) * 0.8, b1: random.randn(sizes.n_h, 1) * 0.5,
      W2: random.randn(sizes.n_y, sizes.n_h), b2: random.randn(sizes.n_y, 1) * 0.5)
  }

  /// Random labels of which one is 0 and one is 1.
  static func drawLabels(_ m: Int, _ random: inout RandomState) -> Tensor {
    var Y = random.randint(0, 2, shape: [1, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }

  /// A cache whose numbers belong together, as a backward pass is given it.
  private static func cache(of parameters: ShallowParameters, _ X: Tensor) throws -> ShallowCache {
    let Z1 = try parameters.b1 + dot(parameters.W1, X)
    let A1 = tanh(Z1)
    let Z2 = try parameters.b2 + dot(parameters.W2, A1)
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: 1 / (1 + exp(-Z2)))
  }
}
