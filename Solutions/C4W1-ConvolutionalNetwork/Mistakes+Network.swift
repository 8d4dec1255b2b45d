import Coursework
import Syllabus
import Tensors

@ImplementationList var networkMistakes: [Implementation] {
  C4W1.leNetForward.mistaken(
    "relu-forgotten",
    "The ReLUs are missing between convolution and pooling.",
    zh: "卷积与池化之间漏了 ReLU。"
  ) { parameters, X in
    let Z1 = try convolveForwardByProduct(X, parameters.W1, parameters.b1, 1, 0)
    let P1 = try maxPool(Z1)
    let Z2 = try convolveForwardByProduct(P1, parameters.W2, parameters.b2, 1, 0)
    let P2 = try maxPool(Z2)
    let scores = try lastLayer(parameters, P2.reshaped(X.shape[0], -1).T)
    return LeNetActivations(Z1: Z1, P1: P1, Z2: Z2, P2: P2, A3: try softmaxColumns(scores))
  }
  C4W1.leNetForward.mistaken(
    "flatten-mixes-examples",
    "P2.reshaped(-1, m) has the right shape, but every column mixes numbers of many examples: reshape to (m, -1), then transpose.",
    zh: "P2.reshaped(-1, m) 形状对，但每一列都混进了许多样本的数：应当先变形为 (m, -1)，再转置。"
  ) { parameters, X in
    var result = try leNetForward(parameters, X)
    let F = try result.P2.reshaped(-1, X.shape[0])
    result.A3 = try softmaxColumns(lastLayer(parameters, F))
    return result
  }
  C4W1.leNetForward.mistaken(
    "softmax-over-examples",
    "The probabilities of one class add up to 1 over the examples; those of one example should, column by column.",
    zh: "现在是同一类别在各样本上的概率加起来为 1；应当让每个样本（每一列）的概率加起来为 1。"
  ) { parameters, X in
    var result = try leNetForward(parameters, X)
    let scores = try lastLayer(parameters, result.P2.reshaped(X.shape[0], -1).T)
    result.A3 = try softmaxColumns(scores.T).T
    return result
  }
  C4W1.leNetForward.mistaken(
    "last-bias-forgotten",
    "b3 is missing from W3 F + b3.",
    zh: "W3 F + b3 里漏了 b3。"
  ) { parameters, X in
    var unbiased = parameters
    unbiased.b3 = parameters.b3 * 0
    return try leNetForward(unbiased, X)
  }
  C4W1.leNetForward.mistaken(
    "sigmoid-output",
    "The last layer is a sigmoid; for several classes of which one is true it is the softmax.",
    zh: "最后一层用了 sigmoid；多个类别只有一个正确时，要用 softmax。"
  ) { parameters, X in
    var result = try leNetForward(parameters, X)
    let scores = try lastLayer(parameters, result.P2.reshaped(X.shape[0], -1).T)
    result.A3 = 1 / (1 + exp(-scores))
    return result
  }

  C4W1.leNetBackward.mistaken(
    "not-averaged",
    "All gradients are m times too large: the cost is a mean, so divide A3 - Y by m.",
    zh: "所有梯度都大了 m 倍：代价是平均值，A3 - Y 要除以 m。"
  ) { parameters, activations, X, Y in
    let right = try leNetBackward(parameters, activations, X, Y)
    return right.combined(with: right) { gradient, _ in gradient * Double(X.shape[0]) }
  }
  C4W1.leNetBackward.mistaken(
    "difference-reversed",
    "All gradients point the wrong way: the difference is A3 - Y, not Y - A3.",
    zh: "所有梯度的方向都反了：应当用 A3 - Y，而不是 Y - A3。"
  ) { parameters, activations, X, Y in
    let right = try leNetBackward(parameters, activations, X, Y)
    return right.combined(with: right) { gradient, _ in -gradient }
  }
  C4W1.leNetBackward.mistaken(
    "relu-gate-forgotten",
    "The ReLUs let everything through backward: multiply by (Z .> 0).",
    zh: "反向时 ReLU 没有起作用：要乘以 (Z .> 0)。"
  ) { parameters, activations, X, Y in
    var result = try leNetBackward(parameters, activations, X, Y)
    let dP2 = try poolGradient(parameters, activations, Y).T
      .reshaped(shape: activations.P2.shape)
    let dZ2 = try maxPoolBackward(dP2, relu(activations.Z2))
    let second = try convolveBackwardByProduct(dZ2, activations.P1, parameters.W2, 1, 0)
    let dZ1 = try maxPoolBackward(second.dA_prev, relu(activations.Z1))
    let first = try convolveBackwardByProduct(dZ1, X, parameters.W1, 1, 0)
    (result.W1, result.b1) = (first.dW, first.db)
    (result.W2, result.b2) = (second.dW, second.db)
    return result
  }
  C4W1.leNetBackward.mistaken(
    "flatten-mixes-examples",
    "dP2 was reshaped from (n, m) directly, which mixes the examples: transpose first.",
    zh: "dP2 直接由 (n, m) 变形而来，样本会混在一起：先转置。"
  ) { parameters, activations, X, Y in
    var result = try leNetBackward(parameters, activations, X, Y)
    let dP2 = try poolGradient(parameters, activations, Y).reshaped(shape: activations.P2.shape)
    let dZ2 = try maxPoolBackward(dP2, relu(activations.Z2)) * (activations.Z2 .> 0)
    let second = try convolveBackwardByProduct(dZ2, activations.P1, parameters.W2, 1, 0)
    let dZ1 = try maxPoolBackward(second.dA_prev, relu(activations.Z1)) * (activations.Z1 .> 0)
    let first = try convolveBackwardByProduct(dZ1, X, parameters.W1, 1, 0)
    (result.W1, result.b1) = (first.dW, first.db)
    (result.W2, result.b2) = (second.dW, second.db)
    return result
  }
  C4W1.leNetBackward.mistaken(
    "averaged-twice",
    "dW and db of the convolutions carry 1/m twice: it went in with dZ3 already.",
    zh: "卷积的 dW 和 db 里 1/m 乘了两次：它已经随 dZ3 进来了。"
  ) { parameters, activations, X, Y in
    var result = try leNetBackward(parameters, activations, X, Y)
    let m = Double(X.shape[0])
    result.W1 /= m
    result.b1 /= m
    result.W2 /= m
    result.b2 /= m
    return result
  }
}

/// W3 F + b3.
private func lastLayer(_ parameters: LeNetParameters, _ F: Tensor) throws -> Tensor {
  try dot(parameters.W3, F) + parameters.b3
}

/// ∂J/∂F, shape (n, m).
private func poolGradient(
  _ parameters: LeNetParameters, _ activations: LeNetActivations, _ Y: Tensor
) throws -> Tensor {
  try dot(parameters.W3.T, (activations.A3 - Y) / Double(Y.columns))
}
