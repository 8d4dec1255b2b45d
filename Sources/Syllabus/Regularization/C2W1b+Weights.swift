public import Coursework
public import Tensors
import Text

extension C2W1b {
  public static let costWithRegularization = Exercise<
    Tensor, Tensor, ThreeLayerParameters, Double, Double
  >(
    "costWithRegularization", week: "C2W1b", parameters: ["A3", "Y", "parameters", "lambda"],
    points: 15,
    hints: [
      Phrase(
        "Two terms: how wrong the answers are, and how large the weights are.",
        zh: "两项：答案错了多少，以及权重有多大。"),
      Phrase(
        "J = cross-entropy + λ/(2m) · (‖W1‖² + ‖W2‖² + ‖W3‖²), where ‖W‖² is the sum of all squared elements.",
        zh: "J = 交叉熵 + λ/(2m) · (‖W1‖² + ‖W2‖² + ‖W3‖²)，其中 ‖W‖² 是所有元素的平方和。"),
      Phrase(
        "ThreeLayerNetwork.cost(A3, Y) is the first term; W.squared().sum() is ‖W‖²; m is Y.columns.",
        zh: "第一项是 ThreeLayerNetwork.cost(A3, Y)；‖W‖² 用 W.squared().sum() 计算；m 是 Y.columns。"),
    ],
    misconceptions: [
      Misconception(
        "penalty-forgotten",
        "This is the cross-entropy alone: add the penalty on the weights.",
        zh: "这只是交叉熵：还要加上对权重的惩罚。"),
      Misconception(
        "biases-penalized",
        "The biases are penalized too: they do not make the function wild, leave them out.",
        zh: "偏置也被惩罚了：偏置不会让函数变得剧烈起伏，不要算进去。"),
      Misconception(
        "m-forgotten",
        "The penalty is λ/2 · Σ‖W‖²: divide it by m like every other mean.",
        zh: "惩罚项成了 λ/2 · Σ‖W‖²：它也要像其他平均一样除以 m。"),
      Misconception(
        "half-forgotten",
        "The penalty is λ/m · Σ‖W‖²: with the factor 1/2 its derivative is λ/m · W.",
        zh: "惩罚项成了 λ/m · Σ‖W‖²：有了因子 1/2，它的导数才是 λ/m · W。"),
      Misconception(
        "absolute-values",
        "The penalty adds absolute values, which is L1: L2 squares.",
        zh: "惩罚项取的是绝对值之和，那是 L1：L2 取平方。"),
      Misconception(
        "norm-not-squared",
        "The penalty adds the norms ‖W‖: square them, or simply leave the root out.",
        zh: "惩罚项加的是范数 ‖W‖：应当取平方，也就是不要开方。"),
      Misconception(
        "last-layer-missing",
        "W3 is missing from the penalty.",
        zh: "惩罚项里漏了 W3。"),
    ],
    sample: { random in
      let m = random.randint(3, 8)
      return (
        random.uniform(low: 0.05, high: 0.95, shape: [1, m]), random.labels(m),
        try random.threeLayers(random.threeLayerSizes()), random.uniform(low: 0.2, high: 2)
      )
    })

  public static let backwardWithRegularization = Exercise<
    Tensor, Tensor, ThreeLayerCache, ThreeLayerParameters, Double, ThreeLayerGradients
  >(
    "backwardWithRegularization", week: "C2W1b",
    parameters: ["X", "Y", "cache", "parameters", "lambda"], points: 20,
    hints: [
      Phrase(
        "The penalty depends on the weights only. Which of the six gradients change?",
        zh: "惩罚项只与权重有关。六个梯度里哪几个会变？"),
      Phrase(
        "d/dW of λ/(2m) ‖W‖² is λ/m · W: add it to dW1, dW2 and dW3; the biases' gradients stay.",
        zh: "λ/(2m) ‖W‖² 对 W 的导数是 λ/m · W：把它加到 dW1、dW2、dW3 上；偏置的梯度不变。"),
      Phrase(
        "Keep what ThreeLayerNetwork.backward gives in a var and add to its dW1: += (lambda / m) * parameters.W1, with a try; and so on.",
        zh:
          "把 ThreeLayerNetwork.backward 的结果放进一个 var，再给它的 dW1 加上一项：+= (lambda / m) * parameters.W1，前面写 try；其余类推。"
      ),
    ],
    misconceptions: [
      Misconception(
        "penalty-forgotten",
        "These are the gradients without regularization: add λ/m · W.",
        zh: "这是没有正则化的梯度：还要加上 λ/m · W。"),
      Misconception(
        "m-forgotten",
        "λ · W is added: divide it by m.",
        zh: "加的是 λ · W：还要除以 m。"),
      Misconception(
        "half-kept",
        "λ/(2m) · W is added: the square brings down a 2 that cancels the 1/2.",
        zh: "加的是 λ/(2m) · W：平方求导带出的 2 会约掉 1/2。"),
      Misconception(
        "penalty-subtracted",
        "λ/m · W is subtracted: the penalty grows with the weights, so it is added.",
        zh: "λ/m · W 被减掉了：惩罚随权重增大，应当加上。"),
      Misconception(
        "biases-penalized",
        "The biases' gradients got a term λ/m · b: only weights are penalized.",
        zh: "偏置的梯度也加了 λ/m · b：只有权重受惩罚。"),
      Misconception(
        "first-layer-missing",
        "dW1 has no term λ/m · W1: all three weight matrices are penalized.",
        zh: "dW1 没有加 λ/m · W1：三个权重矩阵都要惩罚。"),
    ],
    sample: { random in
      let sizes = random.threeLayerSizes()
      let parameters = try random.threeLayers(sizes)
      let m = random.randint(3, 8)
      let X = random.randn(sizes[0], m)
      return (
        X, random.labels(m), try ThreeLayerNetwork.forward(X, parameters), parameters,
        random.uniform(low: 0.2, high: 2)
      )
    })
}
