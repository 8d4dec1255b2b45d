import Coursework
import Syllabus
import Tensors

@ImplementationList var dropoutMistakes: [Implementation] {
  dropoutMistake(
    "kept-dropped",
    "The masks keep what is greater than keepProbability, the wrong part: keep where rand < keepProbability.",
    zh: "掩码留下了大于 keepProbability 的部分，正好反了：应当在 rand < keepProbability 处保留。",
    mask: { shape, keep, random in random.rand(shape: shape) .> keep })
  dropoutMistake(
    "normal-mask",
    "The masks come from the normal distribution: P(randn < 0.8) is not 0.8. Draw with rand.",
    zh: "掩码用了正态分布：P(randn < 0.8) 并不等于 0.8。应当用 rand。",
    mask: { shape, keep, random in random.randn(shape: shape) .< keep })
  dropoutMistake(
    "division-forgotten",
    "The kept activations are not divided by keepProbability: the next layer receives too little.",
    zh: "留下的激活值没有除以 keepProbability：下一层收到的信号偏小。", divisor: { _ in 1 })
  dropoutMistake(
    "multiplied-not-divided",
    "The kept activations are multiplied by keepProbability: divide, to make up for what was dropped.",
    zh: "留下的激活值乘了 keepProbability：应当除以它，以补偿被丢掉的部分。", divisor: { 1 / $0 })
  C2W1b.forwardWithDropout.mistaken(
    "dropped-at-test",
    "Activations are dropped although isTraining is false: predictions must not depend on coins.",
    zh: "isTraining 为 false 时仍在丢弃：预测不能靠抛硬币。"
  ) { X, parameters, keep, seed, _ in
    try forwardWithDropout(X, parameters, keep, seed, true)
  }
  dropoutMistake(
    "divided-at-test",
    "At test time nothing is dropped, and yet the activations are divided by keepProbability.",
    zh: "测试时没有丢弃，却仍除以了 keepProbability。", dividingAtTest: true)
  dropoutMistake(
    "one-mask-for-all",
    "All examples share one mask: every activation of every example throws its own coin.",
    zh: "所有样本共用了一个掩码：每个样本的每个激活值都要单独抛硬币。",
    mask: { shape, keep, random in
      let column = random.rand(shape[0], 1) .< keep
      return (try? column * Tensor.ones(shape: shape)) ?? column
    })
  dropoutMistake(
    "second-layer-only",
    "Layer 1 drops nothing: both hidden layers do.",
    zh: "第 1 层没有丢弃：两个隐藏层都要丢弃。", firstLayer: false)

  C2W1b.backwardWithDropout.mistaken(
    "masks-forgotten",
    "Dropped activations receive gradients: multiply dA1 and dA2 by the masks of the forward pass.",
    zh: "被丢弃的激活值也得到了梯度：dA1 和 dA2 要乘上前向时的掩码。"
  ) { X, Y, cache, parameters, keep in
    var whole = cache
    whole.D1 = .ones(shape: cache.D1.shape)
    whole.D2 = .ones(shape: cache.D2.shape)
    return try dropoutGradients(X, Y, whole, parameters, keep, keep, activation: \.Z1, \.Z2)
  }
  C2W1b.backwardWithDropout.mistaken(
    "division-forgotten",
    "The gradients are not divided by keepProbability, but the activations were.",
    zh: "激活值除以了 keepProbability，梯度却没有。"
  ) { X, Y, cache, parameters, _ in
    try backwardWithDropout(X, Y, cache, parameters, 1)
  }
  C2W1b.backwardWithDropout.mistaken(
    "multiplied-not-divided",
    "The gradients are multiplied by keepProbability: divide, as on the way forward.",
    zh: "梯度乘了 keepProbability：应当像前向那样除以它。"
  ) { X, Y, cache, parameters, keep in
    try backwardWithDropout(X, Y, cache, parameters, 1 / keep)
  }
  C2W1b.backwardWithDropout.mistaken(
    "new-masks",
    "The masks are drawn anew: the way back needs those of the way forward.",
    zh: "掩码又重新抽了一次：反向要用前向的那些掩码。"
  ) { X, Y, cache, parameters, keep in
    var random = RandomState(seed: 77)
    var other = cache
    other.D1 = (random.rand(shape: cache.D1.shape) .< keep)
    other.D2 = (random.rand(shape: cache.D2.shape) .< keep)
    return try backwardWithDropout(X, Y, other, parameters, keep)
  }
  C2W1b.backwardWithDropout.mistaken(
    "second-layer-only",
    "dA1 is neither masked nor divided: both hidden layers dropped something.",
    zh: "dA1 既没有乘掩码也没有相除：两个隐藏层都做过丢弃。"
  ) { X, Y, cache, parameters, keep in
    var whole = cache
    whole.D1 = .ones(shape: cache.D1.shape)
    return try dropoutGradients(X, Y, whole, parameters, 1, keep, activation: \.Z1, \.A2)
  }
}

/// Dropout with one of its rules changed.
private func dropoutMistake(
  _ id: String, _ english: String, zh chinese: String, dividingAtTest: Bool = false,
  firstLayer: Bool = true,
  divisor: @escaping @Sendable (Double) -> Double = { $0 },
  mask: @escaping @Sendable ([Int], Double, inout RandomState) -> Tensor = {
    shape, keep, random in random.rand(shape: shape) .< keep
  }
) -> Implementation {
  C2W1b.forwardWithDropout.mistaken(id, english, zh: chinese) {
    X, parameters, keep, seed, isTraining in
    var random = RandomState(seed: seed)
    func layer(_ Z: Tensor, dropping: Bool = true) throws -> (A: Tensor, D: Tensor) {
      let A = ThreeLayerNetwork.relu(Z)
      let isDropped = isTraining && dropping
      let D = isDropped ? mask(Z.shape, keep, &random) : Tensor.ones(shape: Z.shape)
      let share = isDropped ? divisor(keep) : dividingAtTest ? keep : 1
      return (try A * D / share, D)
    }
    let Z1 = try dot(parameters.W1, X) + parameters.b1
    let (A1, D1) = try layer(Z1, dropping: firstLayer)
    let Z2 = try dot(parameters.W2, A1) + parameters.b2
    let (A2, D2) = try layer(Z2)
    let Z3 = try dot(parameters.W3, A2) + parameters.b3
    let A3 = ThreeLayerNetwork.sigmoid(Z3)
    return DropoutCache(
      activations: ThreeLayerCache(Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: A3),
      D1: D1, D2: D2)
  }
}

/// The way back with divisors of its own, and ReLU's slope taken from other values than A.
private func dropoutGradients(
  _ X: Tensor, _ Y: Tensor, _ cache: DropoutCache, _ parameters: ThreeLayerParameters,
  _ keep1: Double, _ keep2: Double, activation first: KeyPath<ThreeLayerCache, Tensor>,
  _ second: KeyPath<ThreeLayerCache, Tensor>
) throws -> ThreeLayerGradients {
  let m = Double(X.columns)
  let pass = cache.activations
  let dZ3 = try pass.A3 - Y
  let dA2 = try dot(parameters.W3.T, dZ3) * cache.D2 / keep2
  let dZ2 = try dA2 * (pass[keyPath: second] .> 0)
  let dA1 = try dot(parameters.W2.T, dZ2) * cache.D1 / keep1
  let dZ1 = try dA1 * (pass[keyPath: first] .> 0)
  return ThreeLayerGradients(
    dW1: try dot(dZ1, X.T) / m, db1: try dZ1.sum(axis: 1, keepingDimensions: true) / m,
    dW2: try dot(dZ2, pass.A1.T) / m, db2: try dZ2.sum(axis: 1, keepingDimensions: true) / m,
    dW3: try dot(dZ3, pass.A2.T) / m, db3: try dZ3.sum(axis: 1, keepingDimensions: true) / m)
}
