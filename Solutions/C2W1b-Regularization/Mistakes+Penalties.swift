import Coursework
import Syllabus
import Tensors

@ImplementationList var penaltiesMistakes: [Implementation] {
  C2W1b.costWithRegularization.mistaken(
    "penalty-forgotten",
    "This is the cross-entropy alone: add the penalty on the weights.",
    zh: "这只是交叉熵：还要加上对权重的惩罚。"
  ) { A3, Y, _, _ in
    try ThreeLayerNetwork.cost(A3, Y)
  }
  C2W1b.costWithRegularization.mistaken(
    "biases-penalized",
    "The biases are penalized too: they do not make the function wild, leave them out.",
    zh: "偏置也被惩罚了：偏置不会让函数变得剧烈起伏，不要算进去。"
  ) { A3, Y, parameters, lambda in
    let all = parameters.weights + [parameters.b1, parameters.b2, parameters.b3]
    return try cost(A3, Y, all, lambda / (2 * Double(Y.columns))) { $0.squared().sum() }
  }
  C2W1b.costWithRegularization.mistaken(
    "m-forgotten",
    "The penalty is λ/2 · Σ‖W‖²: divide it by m like every other mean.",
    zh: "惩罚项成了 λ/2 · Σ‖W‖²：它也要像其他平均一样除以 m。"
  ) { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / 2) { $0.squared().sum() }
  }
  C2W1b.costWithRegularization.mistaken(
    "half-forgotten",
    "The penalty is λ/m · Σ‖W‖²: with the factor 1/2 its derivative is λ/m · W.",
    zh: "惩罚项成了 λ/m · Σ‖W‖²：有了因子 1/2，它的导数才是 λ/m · W。"
  ) { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / Double(Y.columns)) { $0.squared().sum() }
  }
  C2W1b.costWithRegularization.mistaken(
    "absolute-values",
    "The penalty adds absolute values, which is L1: L2 squares.",
    zh: "惩罚项取的是绝对值之和，那是 L1：L2 取平方。"
  ) { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / (2 * Double(Y.columns))) { abs($0).sum() }
  }
  C2W1b.costWithRegularization.mistaken(
    "norm-not-squared",
    "The penalty adds the norms ‖W‖: square them, or simply leave the root out.",
    zh: "惩罚项加的是范数 ‖W‖：应当取平方，也就是不要开方。"
  ) { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights, lambda / (2 * Double(Y.columns))) { $0.norm() }
  }
  C2W1b.costWithRegularization.mistaken(
    "last-layer-missing",
    "W3 is missing from the penalty.",
    zh: "惩罚项里漏了 W3。"
  ) { A3, Y, parameters, lambda in
    try cost(A3, Y, parameters.weights.dropLast(), lambda / (2 * Double(Y.columns))) {
      $0.squared().sum()
    }
  }

  C2W1b.backwardWithRegularization.mistaken(
    "penalty-forgotten",
    "These are the gradients without regularization: add λ/m · W.",
    zh: "这是没有正则化的梯度：还要加上 λ/m · W。"
  ) { X, Y, cache, parameters, _ in
    try ThreeLayerNetwork.backward(X, Y, cache, parameters)
  }
  C2W1b.backwardWithRegularization.mistaken(
    "m-forgotten",
    "λ · W is added: divide it by m.",
    zh: "加的是 λ · W：还要除以 m。"
  ) { X, Y, cache, parameters, lambda in
    try backwardWithRegularization(X, Y, cache, parameters, lambda * Double(X.columns))
  }
  C2W1b.backwardWithRegularization.mistaken(
    "half-kept",
    "λ/(2m) · W is added: the square brings down a 2 that cancels the 1/2.",
    zh: "加的是 λ/(2m) · W：平方求导带出的 2 会约掉 1/2。"
  ) { X, Y, cache, parameters, lambda in
    try backwardWithRegularization(X, Y, cache, parameters, lambda / 2)
  }
  C2W1b.backwardWithRegularization.mistaken(
    "penalty-subtracted",
    "λ/m · W is subtracted: the penalty grows with the weights, so it is added.",
    zh: "λ/m · W 被减掉了：惩罚随权重增大，应当加上。"
  ) {
    X, Y, cache, parameters, lambda in
    try backwardWithRegularization(X, Y, cache, parameters, -lambda)
  }
  C2W1b.backwardWithRegularization.mistaken(
    "biases-penalized",
    "The biases' gradients got a term λ/m · b: only weights are penalized.",
    zh: "偏置的梯度也加了 λ/m · b：只有权重受惩罚。"
  ) {
    X, Y, cache, parameters, lambda in
    let share = lambda / Double(X.columns)
    var gradients = try backwardWithRegularization(X, Y, cache, parameters, lambda)
    try gradients.db1 += share * parameters.b1
    try gradients.db2 += share * parameters.b2
    try gradients.db3 += share * parameters.b3
    return gradients
  }
  C2W1b.backwardWithRegularization.mistaken(
    "first-layer-missing",
    "dW1 has no term λ/m · W1: all three weight matrices are penalized.",
    zh: "dW1 没有加 λ/m · W1：三个权重矩阵都要惩罚。"
  ) {
    X, Y, cache, parameters, lambda in
    var gradients = try backwardWithRegularization(X, Y, cache, parameters, lambda)
    gradients.dW1 = try ThreeLayerNetwork.backward(X, Y, cache, parameters).dW1
    return gradients
  }
}
