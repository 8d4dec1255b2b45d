import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C2W1b.costWithRegularization.mistaken(
    "square-of-sum",
    "The weights are added first and the sum is squared: square every weight, then add.",
    zh: "你先把权重相加再平方：应当先对每个权重平方，再相加。"
  ) { A3, Y, parameters, lambda in
    let sums = parameters.layers.map { $0.W.sum() * $0.W.sum() }
    let share = lambda / (2 * Double(Y.columns))
    return try ThreeLayerNetwork.cost(A3, Y) + share * sums.reduce(0, +)
  }
  C2W1b.costWithRegularization.mistaken(
    "sum-of-weights",
    "The penalty adds the weights themselves, where signs cancel: square each of them.",
    zh: "惩罚项直接把权重相加，正负会抵消：每个权重都要平方。"
  ) { A3, Y, parameters, lambda in
    let sums = parameters.layers.map { $0.W.sum() }
    let share = lambda / (2 * Double(Y.columns))
    return try ThreeLayerNetwork.cost(A3, Y) + share * sums.reduce(0, +)
  }
  C2W1b.costWithRegularization.mistaken(
    "penalty-alone",
    "This is the penalty alone: the cross-entropy is missing.",
    zh: "这只有惩罚项：还要加上交叉熵。"
  ) { A3, Y, parameters, lambda in
    let right = try costWithRegularization(A3, Y, parameters, lambda)
    return right - (try ThreeLayerNetwork.cost(A3, Y))
  }
  C2W1b.costWithRegularization.mistaken(
    "parentheses",
    "λ / 2 * m multiplies by m: put 2 * m in brackets, λ / (2 * m).",
    zh: "λ / 2 * m 是乘以 m：要给 2 * m 加括号，写成 λ / (2 * m)。"
  ) { A3, Y, parameters, lambda in
    let squares = parameters.layers.map { $0.W.squared().sum() }
    let share = lambda / 2 * Double(Y.columns)
    return try ThreeLayerNetwork.cost(A3, Y) + share * squares.reduce(0, +)
  }
  C2W1b.backwardWithRegularization.mistaken(
    "sign-of-the-weights",
    "The term is λ/m · sign(W), the slope of an L1 penalty: for L2 it is λ/m · W.",
    zh: "加的是 λ/m · sign(W)，那是 L1 惩罚的导数：L2 应当是 λ/m · W。"
  ) { X, Y, cache, parameters, lambda in
    var gradients = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
    let share = lambda / Double(X.columns)
    try gradients.dW1 += share * sign(parameters.W1)
    try gradients.dW2 += share * sign(parameters.W2)
    try gradients.dW3 += share * sign(parameters.W3)
    return gradients
  }
  C2W1b.backwardWithRegularization.mistaken(
    "second-layer-missing",
    "dW2 has no term λ/m · W2: all three weight matrices are penalized.",
    zh: "dW2 里没有 λ/m · W2：三个权重矩阵都要惩罚。"
  ) { X, Y, cache, parameters, lambda in
    var gradients = try backwardWithRegularization(X, Y, cache, parameters, lambda)
    gradients.dW2 = try ThreeLayerNetwork.backward(X, Y, cache, parameters).dW2
    return gradients
  }
  C2W1b.backwardWithRegularization.mistaken(
    "last-layer-only",
    "Only dW3 has its term λ/m · W3: dW1 and dW2 have theirs as well.",
    zh: "只有 dW3 加了 λ/m · W3：dW1 和 dW2 也要加各自的项。"
  ) { X, Y, cache, parameters, lambda in
    var gradients = try ThreeLayerNetwork.backward(X, Y, cache, parameters)
    gradients.dW3 = try backwardWithRegularization(X, Y, cache, parameters, lambda).dW3
    return gradients
  }
  C2W1b.forwardWithDropout.mistaken(
    "normal-and-greater",
    "The masks are drawn by randn and kept where they are greater: draw by rand and keep where it is below keepProbability.",
    zh: "掩码是用 randn 取的，而且保留了大于的部分：应当用 rand，并保留小于 keepProbability 的。"
  ) { X, parameters, keep, seed, isTraining in
    try drop(X, parameters, keep, seed, isTraining) { random, shape in
      random.randn(shape: shape) .> keep
    }
  }
  C2W1b.forwardWithDropout.mistaken(
    "greater-than-complement",
    "rand > 1 - keepProbability keeps as many, but not those that the formula keeps: here D = rand < keepProbability, so that a seed gives the same mask to all.",
    zh:
      "rand > 1 - keepProbability 保留的个数相同，但不是公式所保留的那些：这里规定 D = rand < keepProbability，这样同一个种子得到同样的掩码。"
  ) { X, parameters, keep, seed, isTraining in
    try drop(X, parameters, keep, seed, isTraining) { random, shape in
      random.rand(shape: shape) .> 1 - keep
    }
  }
  C2W1b.forwardWithDropout.mistaken(
    "masks-divided",
    "D1 and D2 are divided by keepProbability already; that gives the same A, but here the masks stay zeros and ones and A is divided.",
    zh: "D1 和 D2 已经除以了 keepProbability；A 虽然一样，但这里的掩码只含 0 和 1，除法用在 A 上。"
  ) { X, parameters, keep, seed, isTraining in
    var cache = try forwardWithDropout(X, parameters, keep, seed, isTraining)
    if isTraining {
      cache.D1 /= keep
      cache.D2 /= keep
    }
    return cache
  }
  C2W1b.bestEpoch.mistaken(
    "one-epoch-late",
    "It stops one epoch too late: with wait > patience it waits once more than wait >= patience.",
    zh: "停晚了一个 epoch：用 wait > patience 会比 wait >= patience 多等一次。"
  ) { costs, patience in try bestEpoch(costs, patience + 1) }
  C2W1b.bestEpoch.mistaken(
    "equal-is-lower",
    "An equal cost counts as lower: the comparison is <, not <=.",
    zh: "相等的代价也被当成更低：应当用 <，而不是 <=。"
  ) { costs, patience in
    var best = 0
    for (epoch, cost) in costs.enumerated() {
      if cost <= costs[best] {
        best = epoch
      } else if epoch - best >= patience {
        break
      }
    }
    return best
  }
  C2W1b.bestEpoch.mistaken(
    "counted-from-one",
    "Epochs are counted from 1 here; the first is epoch 0.",
    zh: "这里从 1 开始数 epoch；第一个是第 0 个。"
  ) { costs, patience in try bestEpoch(costs, patience) + 1 }
}

/// Forward with masks drawn in another way.
private func drop(
  _ X: Tensor, _ parameters: ThreeLayerParameters, _ keep: Double, _ seed: UInt32,
  _ isTraining: Bool, _ mask: (inout RandomState, [Int]) -> Tensor
) throws -> DropoutCache {
  guard isTraining else { return try forwardWithDropout(X, parameters, keep, seed, false) }
  var random = RandomState(seed: seed)
  let Z1 = try dot(parameters.W1, X) + parameters.b1
  let D1 = mask(&random, Z1.shape)
  let A1 = try ThreeLayerNetwork.relu(Z1) * D1 / keep
  let Z2 = try dot(parameters.W2, A1) + parameters.b2
  let D2 = mask(&random, Z2.shape)
  let A2 = try ThreeLayerNetwork.relu(Z2) * D2 / keep
  let Z3 = try dot(parameters.W3, A2) + parameters.b3
  let A3 = ThreeLayerNetwork.sigmoid(Z3)
  return DropoutCache(
    activations: ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: A3), D1: D1, D2: D2)
}
