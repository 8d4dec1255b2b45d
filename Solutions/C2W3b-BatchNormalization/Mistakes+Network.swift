import Coursework
import Syllabus
import Tensors

@ImplementationList var networkMistakes: [Implementation] {
  C2W3b.forwardPropagation.mistaken(
    "no-relu",
    "The hidden layers have no ReLU: A = max(0, Z̃).",
    zh: "隐藏层没有 ReLU：A = max(0, Z̃)。"
  ) { X, network, isNormalizing in
    try forward(X, network, isNormalizing) { Z, layer in
      let pass = try hidden(Z, layer, isNormalizing)
      return (pass, pass.Z_tilde)
    }
  }
  C2W3b.forwardPropagation.mistaken(
    "normalized-after-relu",
    "Batch normalization comes after the ReLU: it belongs between Z and the ReLU.",
    zh: "批量归一化放在了 ReLU 之后：应当放在 Z 与 ReLU 之间。"
  ) { X, network, isNormalizing in
    guard isNormalizing else { return try forwardPropagation(X, network, false) }
    return try forward(X, network, isNormalizing) { Z, layer in
      let pass = try hidden(maximum(0, Z), layer, isNormalizing)
      return (pass, pass.Z_tilde)
    }
  }
  C2W3b.forwardPropagation.mistaken(
    "z-norm-passed-on",
    "The layers go on with Ẑ: A = max(0, Z̃), with γ and β.",
    zh: "后面接的是 Ẑ：A = max(0, Z̃)，要带上 γ 和 β。"
  ) { X, network, isNormalizing in
    guard isNormalizing else { return try forwardPropagation(X, network, false) }
    return try forward(X, network, isNormalizing) { Z, layer in
      let pass = try hidden(Z, layer, isNormalizing)
      return (pass, maximum(0, pass.Z_norm))
    }
  }
  C2W3b.forwardPropagation.mistaken(
    "always-normalizing",
    "`isNormalizing` is never looked at: without batch normalization Z̃ = Z + β.",
    zh: "没有理会 isNormalizing：不做批量归一化时 Z̃ = Z + β。"
  ) { X, network, _ in try forwardPropagation(X, network, true) }
  C2W3b.forwardPropagation.mistaken(
    "never-normalizing",
    "`isNormalizing` is never looked at: with batch normalization Z̃ comes from `batchNormForward`.",
    zh: "没有理会 isNormalizing：做批量归一化时 Z̃ 来自 batchNormForward。"
  ) { X, network, _ in try forwardPropagation(X, network, false) }
  C2W3b.forwardPropagation.mistaken(
    "output-bias-forgotten",
    "The output layer has no b: only where a batch normalization follows is b of no use.",
    zh: "输出层没有 b：只有后面跟着批量归一化时，b 才没有用。"
  ) { X, network, isNormalizing in
    var network = network
    network.b *= 0
    return try forwardPropagation(X, network, isNormalizing)
  }

  C2W3b.backwardPropagation.mistaken(
    "one-over-m-twice",
    "The gradients are divided by m twice, as when dZ is a mean already: once is enough.",
    zh: "梯度多除了一次 m，比如 dZ 里已经除过：除一次就够了。"
  ) { network, cache, X, Y, isNormalizing in
    let gradients = try backwardPropagation(network, cache, X, Y, isNormalizing)
    return gradients.combined(with: gradients) { g, _ in g / Double(X.columns) }
  }
  C2W3b.backwardPropagation.mistaken(
    "gamma-and-beta-not-averaged",
    "dγ and dβ are sums over the examples: like dW they get 1/m.",
    zh: "dγ 和 dβ 是对样本求的和：它们和 dW 一样要除以 m。"
  ) { network, cache, X, Y, isNormalizing in
    var gradients = try backwardPropagation(network, cache, X, Y, isNormalizing)
    for l in gradients.hidden.indices {
      gradients.hidden[l].gamma *= Double(X.columns)
      gradients.hidden[l].beta *= Double(X.columns)
    }
    return gradients
  }
  C2W3b.backwardPropagation.mistaken(
    "statistics-as-constants",
    "The gradient passes batch normalization as if μ and σ² were constants: go through `batchNormBackward`.",
    zh: "梯度经过批量归一化时把 μ 和 σ² 当成了常数：应当用 batchNormBackward。"
  ) { network, cache, X, Y, isNormalizing in
    try backward(
      network, cache, X, Y, isNormalizing,
      through: { dZ_tilde, pass, layer in
        try layer.gamma * dZ_tilde / sqrt(pass.variance + epsilon)
      })
  }
  C2W3b.backwardPropagation.mistaken(
    "normalization-skipped",
    "The gradient passes by batch normalization: dZ is not dZ̃, go through `batchNormBackward`.",
    zh: "梯度绕过了批量归一化：dZ 不等于 dZ̃，应当用 batchNormBackward。"
  ) { network, cache, X, Y, isNormalizing in
    try backward(
      network, cache, X, Y, isNormalizing, through: { dZ_tilde, _, _ in dZ_tilde })
  }
  C2W3b.backwardPropagation.mistaken(
    "slope-of-relu-forgotten",
    "The slope of the ReLU is missing: multiply by Z̃ > 0.",
    zh: "少乘了 ReLU 的导数：要乘以 Z̃ > 0。"
  ) { network, cache, X, Y, isNormalizing in
    try backward(network, cache, X, Y, isNormalizing, slope: { _ in Tensor(1) })
  }
  C2W3b.backwardPropagation.mistaken(
    "slope-at-z-norm",
    "The slope of the ReLU is taken where Ẑ > 0: its argument is Z̃ = γ Ẑ + β.",
    zh: "ReLU 的导数取在了 Ẑ > 0 处：它的自变量是 Z̃ = γ Ẑ + β。"
  ) { network, cache, X, Y, isNormalizing in
    try backward(network, cache, X, Y, isNormalizing, slope: { $0.Z_norm .> 0 })
  }

  C2W3b.predictClasses.mistaken(
    "statistics-of-the-batch",
    "The hidden layers are normalized by the examples at hand: at test time take the running statistics.",
    zh: "隐藏层用眼前这批样本的统计量做了归一化：测试时要用移动平均的统计量。"
  ) { X, network, running in
    try forwardPropagation(X, network, !running.isEmpty).Z.argmax(axis: 0)
  }
  C2W3b.predictClasses.mistaken(
    "without-normalization",
    "The running statistics are never used: the weights were trained for normalized sums.",
    zh: "没有用移动平均的统计量：权重是按归一化之后的值训练的。"
  ) { X, network, _ in try predictClasses(X, network, []) }
  C2W3b.predictClasses.mistaken(
    "no-relu",
    "The hidden layers have no ReLU here.",
    zh: "这里隐藏层没有 ReLU。"
  ) { X, network, running in
    var A = X
    for (l, layer) in network.hidden.enumerated() {
      let Z = try dot(layer.W, A)
      A =
        running.isEmpty
        ? try Z + layer.beta
        : try batchNormInference(Z, layer.gamma, layer.beta, running[l], epsilon)
    }
    return try (dot(network.W, A) + network.b).argmax(axis: 0)
  }
  C2W3b.predictClasses.mistaken(
    "counted-from-one",
    "The classes are counted from 1 here: the first row is class 0.",
    zh: "这里类别从 1 数起：第一行是类别 0。"
  ) { X, network, running in try predictClasses(X, network, running) + 1 }
}

/// The batch normalization of a hidden layer, or its bias.
private func hidden(
  _ Z: Tensor, _ layer: NormalizedLayer, _ isNormalizing: Bool
) throws -> BatchNormPass {
  isNormalizing
    ? try batchNormForward(Z, layer.gamma, layer.beta, epsilon)
    : BatchNormPass(
      Z_tilde: try Z + layer.beta, Z_norm: Z, mean: layer.beta * 0, variance: layer.beta * 0 + 1)
}

/// The forward pass with another way from a layer's sums to its activations.
private func forward(
  _ X: Tensor, _ network: NormalizedNetwork, _ isNormalizing: Bool,
  _ step: (Tensor, NormalizedLayer) throws -> (BatchNormPass, Tensor)
) throws -> NormalizedCache {
  var A = X
  var passes: [BatchNormPass] = []
  var activations: [Tensor] = []
  for layer in network.hidden {
    let (pass, activation) = try step(dot(layer.W, A), layer)
    passes.append(pass)
    activations.append(activation)
    A = activation
  }
  let Z = try dot(network.W, A) + network.b
  return NormalizedCache(passes: passes, activations: activations, Z: Z, A: try softmax(Z))
}

/// The backward pass with another slope of the ReLU, or another way from dZ̃ to dZ.
private func backward(
  _ network: NormalizedNetwork, _ cache: NormalizedCache, _ X: Tensor, _ Y: Tensor,
  _ isNormalizing: Bool, slope: (BatchNormPass) -> Tensor = { $0.Z_tilde .> 0 },
  through: ((Tensor, BatchNormPass, NormalizedLayer) throws -> Tensor)? = nil
) throws -> NormalizedNetwork {
  let m = Double(X.columns)
  var dZ = try cache.A - Y
  var (gradients, W_next) = (network, network.W)
  let inputs = [X] + cache.activations
  gradients.W = try dot(dZ, inputs[network.hidden.count].T) / m
  gradients.b = try dZ.mean(axis: 1, keepingDimensions: true)
  for l in network.hidden.indices.reversed() {
    let (layer, pass) = (network.hidden[l], cache.passes[l])
    let dZ_tilde = try dot(W_next.T, dZ) * slope(pass)
    if isNormalizing {
      let norm = try batchNormBackward(dZ_tilde, pass, layer.gamma, epsilon)
      dZ = try through?(dZ_tilde, pass, layer) ?? norm.dZ
      gradients.hidden[l].gamma = norm.dgamma / m
      gradients.hidden[l].beta = norm.dbeta / m
    } else {
      dZ = dZ_tilde
      gradients.hidden[l].gamma = layer.gamma * 0
      gradients.hidden[l].beta = try dZ.mean(axis: 1, keepingDimensions: true)
    }
    gradients.hidden[l].W = try dot(dZ, inputs[l].T) / m
    W_next = layer.W
  }
  return gradients
}
