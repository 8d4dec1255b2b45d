public import Coursework
public import Tensors
import Text

extension C1W2 {
  public static let initializeWithZeros = Exercise<Int, LogisticParameters>(
    "initializeWithZeros", week: "C1W2", parameters: ["dimension"], points: 5,
    hints: [
      Phrase(
        "Logistic regression may start from nothing: no two weights have to be told apart.",
        zh: "逻辑回归可以从零开始：没有哪两个权重需要事先区分。"),
      Phrase("w = 0 with shape (n_x, 1), b = 0.", zh: "w = 0，形状为 (n_x, 1)；b = 0。"),
      Phrase(
        "Tensor.zeros(dimension, 1) makes the column; return it with LogisticParameters(w:b:).",
        zh: "Tensor.zeros(dimension, 1) 得到这个列向量；用 LogisticParameters(w:b:) 返回。"),
    ],
    misconceptions: [
      Misconception(
        "rank-one",
        "w has shape (n,): give it a second axis of length 1, so that w.T is a row.",
        zh: "w 的形状是 (n,)：请加上长度为 1 的第二个轴，这样 w.T 才是一行。"),
      Misconception(
        "row-not-column",
        "w is a row here; it is a column of shape (n_x, 1).",
        zh: "这里的 w 是一行；它应当是形状为 (n_x, 1) 的一列。"),
      Misconception(
        "ones",
        "The weights are ones; the function's name says zeros.",
        zh: "权重全是 1；函数名说的是零。"),
    ],
    sample: { random in random.randint(2, 9) })

  public static let propagate = Exercise<Tensor, Double, Tensor, Tensor, LogisticPropagation>(
    "propagate", week: "C1W2", parameters: ["w", "b", "X", "Y"], points: 20,
    dependsOn: [sigmoid],
    hints: [
      Phrase(
        "Forward first: from X to the activations A to one number, the cost. The gradient then needs only A - Y.",
        zh: "先前向：从 X 到激活值 A，再到一个数，即代价。之后算梯度只需要 A - Y。"),
      Phrase(
        "A = σ(wᵀX + b); J = -1/m Σ [y log a + (1 - y) log(1 - a)]; dw = 1/m X (A - Y)ᵀ; db = 1/m Σ (a - y).",
        zh:
          "A = σ(wᵀX + b)；J = -1/m Σ [y log a + (1 - y) log(1 - a)]；dw = 1/m X (A - Y)ᵀ；db = 1/m Σ (a - y)。"
      ),
      Phrase(
        "let m = Double(X.columns); A from sigmoid(dot(w.T, X) + b); the cost is the negative .sum() of Y * log(A) + (1 - Y) * log(1 - A), over m; dw is dot(X, (A - Y).T) / m; db is (A - Y).sum() / m.",
        zh:
          "let m = Double(X.columns)；A 由 sigmoid(dot(w.T, X) + b) 得到；代价是 Y * log(A) + (1 - Y) * log(1 - A) 的 .sum() 取负再除以 m；dw 是 dot(X, (A - Y).T) / m；db 是 (A - Y).sum() / m。"
      ),
    ],
    misconceptions: [
      Misconception(
        "sums-not-means",
        "Cost and gradients are all m times too large: each is a mean over the examples, so divide by m.",
        zh: "代价和梯度都大了 m 倍：它们都是对样本的平均，要除以 m。"),
      Misconception(
        "gradients-not-averaged",
        "The cost is right, but dw and db are sums: divide them by m too.",
        zh: "代价是对的，但 dw 和 db 是总和：也要除以 m。"),
      Misconception(
        "averaged-twice",
        "dw and db carry 1/m twice: once is enough.",
        zh: "dw 和 db 里 1/m 乘了两次：一次就够了。"),
      Misconception(
        "cost-sign",
        "The cost has the wrong sign: logarithms of probabilities are negative, so the mean needs a minus.",
        zh: "代价的符号反了：概率的对数是负的，平均之后还要取负。"),
      Misconception(
        "difference-reversed",
        "dw and db point the wrong way: the difference is A - Y, not Y - A.",
        zh: "dw 和 db 的方向反了：应当用 A - Y，而不是 Y - A。"),
      Misconception(
        "positives-only",
        "The cost counts only examples with y = 1: add (1 - y) log(1 - a).",
        zh: "代价只算了 y = 1 的样本：还要加上 (1 - y) log(1 - a)。"),
      Misconception(
        "log-base-two",
        "The cost uses the logarithm of base 2; the derivative dz = a - y belongs to the natural one.",
        zh: "代价用了以 2 为底的对数；dz = a - y 对应的是自然对数。"),
      Misconception(
        "log-base-ten",
        "The cost uses the logarithm of base 10; the derivative dz = a - y belongs to the natural one.",
        zh: "代价用了以 10 为底的对数；dz = a - y 对应的是自然对数。"),
      Misconception(
        "bias-ignored",
        "b is missing from wᵀX + b.",
        zh: "wᵀX + b 里漏了 b。"),
      Misconception(
        "squared-error",
        "The cost is a squared error; logistic regression takes the cross-entropy.",
        zh: "代价用成了平方误差；逻辑回归用交叉熵。"),
    ],
    sample: { random in
      let n = random.randint(2, 6)
      let m = random.randint(3, 9)
      return (
        random.randn(n, 1) * 0.5, random.uniform(low: 0.5, high: 1.5), random.randn(n, m),
        labels(m, &random)
      )
    })

  public static let optimize = Exercise<
    Tensor, Double, Tensor, Tensor, Int, Double, LogisticOptimization
  >(
    "optimize", week: "C1W2", parameters: ["w", "b", "X", "Y", "steps", "learningRate"],
    points: 15, dependsOn: [propagate],
    hints: [
      Phrase(
        "A loop. In every round ask propagate for the slope and walk a little downhill.",
        zh: "写一个循环。每一轮先用 propagate 求出坡度，再往下坡方向走一小步。"),
      Phrase(
        "w := w - α dw, b := b - α db; the cost of steps 0, 100, 200, … is kept.",
        zh: "w := w - α dw，b := b - α db；记录第 0、100、200……步的代价。"),
      Phrase(
        "for step in 0..<steps: call propagate, append its cost when step % 100 == 0 (in Swift: step.isMultiple(of: 100)), then change w and b.",
        zh: "for step in 0..<steps：调用 propagate；当 step.isMultiple(of: 100) 时把它的代价加进数组；然后更新 w 和 b。"),
    ],
    misconceptions: [
      Misconception(
        "uphill",
        "The cost grows: the step goes along the gradient. Subtract it.",
        zh: "代价在变大：你沿着梯度方向走了。应当减去梯度。"),
      Misconception(
        "bias-not-updated",
        "w moves, but b stays where it was: it has its own gradient db.",
        zh: "w 在更新，b 却没有动：它有自己的梯度 db。"),
      Misconception(
        "gradient-computed-once",
        "Every step uses the gradient of the start: call propagate inside the loop.",
        zh: "每一步用的都是起点处的梯度：propagate 要放在循环里调用。"),
      Misconception(
        "learning-rate-ignored",
        "The steps are not scaled by the learning rate.",
        zh: "步长没有乘学习率。"),
      Misconception(
        "cost-after-update",
        "The costs are those after the update; keep the cost that propagate gave before it.",
        zh: "记录的是更新之后的代价；应当记录更新之前 propagate 给出的代价。"),
      Misconception(
        "cost-every-step",
        "There is a cost for every step; keep only steps 0, 100, 200, …",
        zh: "每一步都记录了代价；只保留第 0、100、200……步的。"),
    ],
    sample: { random in
      let n = random.randint(2, 4)
      let m = random.randint(4, 8)
      return (
        random.randn(n, 1) * 0.3, random.uniform(low: 0.2, high: 0.8), random.randn(n, m),
        labels(m, &random), random.randint(101, 220), random.uniform(low: 0.05, high: 0.2)
      )
    })

  public static let predict = Exercise<Tensor, Double, Tensor, Tensor>(
    "predict", week: "C1W2", parameters: ["w", "b", "X"], points: 10, dependsOn: [sigmoid],
    hints: [
      Phrase("A is a probability; an answer is 0 or 1.", zh: "A 是概率；答案只能是 0 或 1。"),
      Phrase(
        "ŷ = 1 where σ(wᵀx + b) > 0.5, else 0; exactly 0.5 gives 0.",
        zh: "当 σ(wᵀx + b) > 0.5 时 ŷ = 1，否则为 0；恰好等于 0.5 时为 0。"),
      Phrase(
        "Comparisons of tensors begin with a point: A .> 0.5 is a tensor of ones and zeros.",
        zh: "张量的比较运算符带一个点：A .> 0.5 得到由 1 和 0 组成的张量。"),
    ],
    misconceptions: [
      Misconception(
        "half-counts-as-one",
        "A probability of exactly 0.5 gives 0: the comparison is strict.",
        zh: "概率恰好为 0.5 时应得 0：要用严格大于。"),
      Misconception(
        "probabilities-returned",
        "These are the probabilities; compare them with 0.5.",
        zh: "这些是概率；还要与  0.5 比较。"),
      Misconception(
        "threshold-on-z",
        "wᵀX + b itself is compared with 0.5; take the sigmoid first.",
        zh: "你直接拿 wᵀX + b 与 0.5 比较；要先取 sigmoid。"),
      Misconception(
        "bias-ignored",
        "b is missing from wᵀX + b.",
        zh: "wᵀX + b 里漏了 b。"),
      Misconception(
        "classes-swapped",
        "Ones and zeros are swapped: probabilities above 0.5 give 1.",
        zh: "1 和 0 写反了：概率大于 0.5 时应得 1。"),
    ],
    sample: { random in
      let n = random.randint(2, 4)
      let m = random.randint(6, 12)
      var X = random.randn(n, m)
      let w = random.randn(n, 1)
      // One example lies exactly on the boundary of a model without bias.
      let onBoundary = random.randint(2) == 0
      if onBoundary { for i in 0..<n { X[i, 0] = 0 } }
      return (w, onBoundary ? 0 : random.uniform(low: 0.4, high: 1.4), X)
    })

  public static let model = Exercise<
    Tensor, Tensor, Tensor, Tensor, Int, Double, LogisticModel
  >(
    "model", week: "C1W2",
    parameters: ["trainX", "trainY", "testX", "testY", "steps", "learningRate"], points: 15,
    dependsOn: [initializeWithZeros, optimize, predict], timeLimit: 60,
    hints: [
      Phrase(
        "Everything is there: begin, learn, predict twice, count.",
        zh: "零件都有了：初始化、学习、预测两次、统计。"),
      Phrase(
        "accuracy = 100 · (1 - mean |ŷ - y|), once on the training set and once on the test set.",
        zh: "准确率 = 100 · (1 - |ŷ - y| 的平均值)，训练集和测试集各算一次。"),
      Phrase(
        "initializeWithZeros(trainX.rows), optimize on the training set, predict(w, b, trainX) and predict(w, b, testX), then 100 - 100 * abs(prediction - Y).mean().",
        zh:
          "initializeWithZeros(trainX.rows)，在训练集上 optimize，再 predict(w, b, trainX) 和 predict(w, b, testX)，最后 100 - 100 * abs(预测 - Y).mean()。"
      ),
    ],
    misconceptions: [
      Misconception(
        "trained-on-test",
        "The model learned from the test set: nothing of it may be seen before the end.",
        zh: "模型用测试集来学习了：在最后评估之前不能碰测试集。"),
      Misconception(
        "accuracy-as-fraction",
        "The accuracies are fractions; they are asked in percent.",
        zh: "准确率给成了小数；这里要的是百分数。"),
      Misconception(
        "error-rate",
        "These are the errors in percent; accuracy is 100 minus them.",
        zh: "这是错误率；准确率等于 100 减去它。"),
      Misconception(
        "same-accuracy-twice",
        "Both accuracies are those of the training set: predict the test set for the second.",
        zh: "两个准确率都是训练集上的：第二个要对测试集做预测。"),
    ],
    sample: { random in
      let n = random.randint(2, 4)
      let center = random.randn(n, 1)
      let (trainX, trainY) = try clouds(around: center, 14, &random)
      let (testX, testY) = try clouds(around: center, 9, &random)
      return (trainX, trainY, testX, testY, random.randint(101, 160), 0.05)
    })

  /// Random labels of which one is 0 and one is 1.
  private static func labels(_ m: Int, _ random: inout RandomState) -> Tensor {
    var Y = random.randint(0, 2, shape: [1, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }

  /// Two overlapping clouds on either side of the origin, with their labels.
  private static func clouds(
    around center: Tensor, _ m: Int, _ random: inout RandomState
  ) throws -> (X: Tensor, Y: Tensor) {
    let Y = labels(m, &random)
    let X = try random.randn(center.rows, m) + dot(center, 2 * Y - 1) * 0.7
    return (X, Y)
  }
}
