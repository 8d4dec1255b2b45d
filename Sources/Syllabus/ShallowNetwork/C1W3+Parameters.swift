public import Coursework
public import Tensors
import Text

extension C1W3 {
  public static let layerSizes = Exercise<Tensor, Tensor, Int, LayerSizes>(
    "layerSizes", week: "C1W3", parameters: ["X", "Y", "hiddenUnits"], points: 5,
    hints: [
      Phrase(
        "An example is a column. What does the number of rows say?",
        zh: "一个样本是一列。那么行数说明什么？"),
      Phrase(
        "X is (n_x, m) and Y is (n_y, m); n_h is not in the data, it is chosen.",
        zh: "X 的形状是 (n_x, m)，Y 的形状是 (n_y, m)；n_h 不在数据里，由我们选定。"),
      Phrase(
        "A matrix knows its .rows and .columns; fill in LayerSizes(n_x:n_h:n_y:).",
        zh: "矩阵有 .rows 和 .columns；填进 LayerSizes(n_x:n_h:n_y:)。"),
    ],
    misconceptions: [
      Misconception(
        "examples-counted",
        "These are numbers of examples (columns); units are rows.",
        zh: "你数的是样本（列）的个数；单元对应的是行。"),
      Misconception(
        "hidden-hard-coded",
        "n_h is always 4 here: take the argument hiddenUnits.",
        zh: "这里 n_h 总是 4：应当用参数 hiddenUnits。"),
      Misconception(
        "one-output",
        "n_y is always 1 here: read it from Y, so that several outputs work as well.",
        zh: "这里 n_y 总是 1：应当从 Y 读取，这样多个输出也能用。"),
      Misconception(
        "ends-swapped",
        "n_x and n_y are swapped: inputs come from X, outputs from Y.",
        zh: "n_x 和 n_y 写反了：输入看 X，输出看 Y。"),
    ],
    sample: { random in
      let m = random.randint(7, 12)
      return (
        random.randn(random.randint(3, 6), m), random.randint(0, 2, shape: [2, m]),
        random.randint(5, 9)
      )
    })

  public static let initializeParameters = Exercise<Int, Int, Int, Int, ShallowParameters>(
    "initializeParameters", week: "C1W3", parameters: ["n_x", "n_h", "n_y", "seed"], points: 8,
    hints: [
      Phrase(
        "Weights must differ from each other, or all hidden units stay twins for ever. Biases need not.",
        zh: "权重必须互不相同，否则所有隐藏单元永远一模一样。偏置则不必。"),
      Phrase(
        "W1 ~ 0.01 · N(0, 1) of shape (n_h, n_x), then W2 of shape (n_y, n_h); b1 and b2 are zero columns.",
        zh: "W1 ~ 0.01 · N(0, 1)，形状 (n_h, n_x)；然后是 W2，形状 (n_y, n_h)；b1、b2 是全零列。"),
      Phrase(
        "One generator: var random = RandomState(seed: UInt32(seed)). random.randn(rows, columns) draws a matrix; draw W1 before W2.",
        zh:
          "只用一个生成器：var random = RandomState(seed: UInt32(seed))。random.randn(行数, 列数) 抽取一个矩阵；先抽 W1 再抽 W2。"
      ),
    ],
    misconceptions: [
      Misconception(
        "scale-forgotten",
        "The weights are a hundred times too large: multiply by 0.01, or tanh starts out saturated.",
        zh: "权重大了一百倍：要乘以 0.01，否则 tanh 一开始就饱和了。"),
      Misconception(
        "uniform-not-normal",
        "The weights are uniform in [0, 1): draw them from the normal distribution, with randn.",
        zh: "权重取自 [0, 1) 上的均匀分布：应当用 randn 从正态分布抽取。"),
      Misconception(
        "weights-transposed",
        "The weights have shapes (n_x, n_h) and (n_h, n_y): a row belongs to a unit, so it is (n_h, n_x) and (n_y, n_h).",
        zh: "权重的形状成了 (n_x, n_h) 和 (n_h, n_y)：一行对应一个单元，所以是 (n_h, n_x) 和 (n_y, n_h)。"),
      Misconception(
        "zeros",
        "All weights are zero: every hidden unit then computes the same and learns the same.",
        zh: "所有权重都是零：这样每个隐藏单元算得一样，学得也一样。"),
      Misconception(
        "seed-ignored",
        "The seed 2 is used whatever the argument says.",
        zh: "不管参数是什么，用的都是种子 2。"),
      Misconception(
        "generator-restarted",
        "W2 begins with the same random numbers as W1: the generator was made anew. Use one for both.",
        zh: "W2 开头的随机数与 W1 相同：生成器被重新创建了。两者应共用一个。"),
      Misconception(
        "output-drawn-first",
        "W2 was drawn before W1: the order decides which numbers each of them gets.",
        zh: "W2 先于 W1 抽取：顺序决定各自拿到哪些随机数。"),
      Misconception(
        "rank-one-biases",
        "The biases have shape (n,): give them a second axis of length 1, or they broadcast along the examples.",
        zh: "偏置的形状是 (n,)：请加上长度为 1 的第二个轴，否则会沿着样本方向广播。"),
    ],
    sample: { random in
      (
        random.randint(2, 5), random.randint(2, 6), random.randint(1, 3),
        random.randint(3, 1000)
      )
    })

  public static let updateParameters = Exercise<
    ShallowParameters, ShallowGradients, Double, ShallowParameters
  >(
    "updateParameters", week: "C1W3", parameters: ["parameters", "gradients", "learningRate"],
    points: 5,
    hints: [
      Phrase(
        "The gradient points uphill. Which way do we want to go?",
        zh: "梯度指向上坡。我们要往哪边走？"),
      Phrase(
        "θ := θ - α dθ for each of the four parameters.", zh: "对四个参数分别做 θ := θ - α dθ。"),
      Phrase(
        "Four subtractions like parameters.b1 - learningRate * gradients.db1, put into ShallowParameters(W1:b1:W2:b2:).",
        zh:
          "四次减法，例如 parameters.b1 - learningRate * gradients.db1，放进 ShallowParameters(W1:b1:W2:b2:)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "uphill",
        "The step goes along the gradient, uphill: subtract it.",
        zh: "你沿着梯度方向上坡了：应当减去它。"),
      Misconception(
        "learning-rate-ignored",
        "The whole gradient is subtracted: multiply it by the learning rate.",
        zh: "减去了整个梯度：还要乘以学习率。"),
      Misconception(
        "biases-not-updated",
        "The weights move, but b1 and b2 stay: they have gradients as well.",
        zh: "权重更新了，b1 和 b2 却没动：它们也有梯度。"),
      Misconception(
        "first-layer-frozen",
        "W2 and b2 move, but W1 and b1 stay where they were.",
        zh: "W2 和 b2 更新了，W1 和 b1 却没动。"),
    ],
    sample: { random in
      let (n_x, n_h, n_y) = (random.randint(2, 5), random.randint(2, 5), random.randint(1, 3))
      return (
        ShallowParameters(
          W1: random.randn(n_h, n_x), b1: random.randn(n_h, 1), W2: random.randn(n_y, n_h),
          b2: random.randn(n_y, 1)),
        ShallowGradients(
          dW1: random.randn(n_h, n_x), db1: random.randn(n_h, 1), dW2: random.randn(n_y, n_h),
          db2: random.randn(n_y, 1)),
        random.uniform(low: 0.05, high: 0.8)
      )
    })
}
