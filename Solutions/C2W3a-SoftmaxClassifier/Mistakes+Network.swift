import Coursework
import Syllabus
import Tensors

@ImplementationList var networkMistakes: [Implementation] {
  C2W3a.forwardPropagation.mistaken(
    "bias-forgotten",
    "The biases are missing: Z = W A + b.",
    zh: "少了偏置：Z = W A + b。"
  ) { X, parameters in
    try forwardPropagation(X, parameters.map { LayerParameters(W: $0.W, b: $0.b * 0) })
  }
  C2W3a.forwardPropagation.mistaken(
    "no-relu",
    "The hidden layer has no ReLU: without it both layers are one linear map.",
    zh: "隐藏层没有 ReLU：那样两层合起来仍是一个线性映射。"
  ) { X, parameters in
    let Z1 = try dot(parameters[0].W, X) + parameters[0].b
    let Z2 = try dot(parameters[1].W, Z1) + parameters[1].b
    return SoftmaxCache(Z1: Z1, A1: Z1, Z2: Z2, A2: try softmax(Z2))
  }
  C2W3a.forwardPropagation.mistaken(
    "relu-at-the-output",
    "The scores go through a ReLU before the softmax: negative scores would all count as 0.",
    zh: "分数在 softmax 之前又过了一次 ReLU：负的分数会全部变成 0。"
  ) { X, parameters in
    var cache = try forwardPropagation(X, parameters)
    cache.A2 = try softmax(maximum(0, cache.Z2))
    return cache
  }
  C2W3a.forwardPropagation.mistaken(
    "sigmoid-at-the-output",
    "The output is a sigmoid for each class: with one right class among C it is the softmax.",
    zh: "输出对每个类别取了 sigmoid：C 个类别里只有一个正确，应当用 softmax。"
  ) { X, parameters in
    var cache = try forwardPropagation(X, parameters)
    cache.A2 = 1 / (1 + exp(-cache.Z2))
    return cache
  }
  C2W3a.forwardPropagation.mistaken(
    "softmax-of-rows",
    "The softmax runs along the rows: the classes of one example stand in a column, axis 0.",
    zh: "softmax 沿着行做了：同一个样本的各个类别在一列里，应沿 axis 0。"
  ) { X, parameters in
    var cache = try forwardPropagation(X, parameters)
    cache.A2 = try softmax(cache.Z2.T).T
    return cache
  }

  C2W3a.backwardPropagation.mistaken(
    "one-over-m-twice",
    "The gradients are divided by m twice, as when dZ2 is a mean already: once is enough.",
    zh: "梯度多除了一次 m，比如 dZ2 里已经除过：除一次就够了。"
  ) { parameters, cache, X, Y in
    try scaled(backwardPropagation(parameters, cache, X, Y), by: 1 / Double(X.columns))
  }
  C2W3a.backwardPropagation.mistaken(
    "not-averaged",
    "The gradients are sums over the examples: divide dW and db by m.",
    zh: "梯度是对样本求的和：dW 和 db 还要除以 m。"
  ) { parameters, cache, X, Y in
    try scaled(backwardPropagation(parameters, cache, X, Y), by: Double(X.columns))
  }
  C2W3a.backwardPropagation.mistaken(
    "slope-of-relu-forgotten",
    "dZ1 lacks the slope of the ReLU: multiply W2ᵀ dZ2 by Z1 > 0.",
    zh: "dZ1 少乘了 ReLU 的导数：W2ᵀ dZ2 还要乘以 Z1 > 0。"
  ) { parameters, cache, X, Y in
    try gradients(parameters, cache, X, Y) { dA1, _ in dA1 }
  }
  C2W3a.backwardPropagation.mistaken(
    "value-for-slope",
    "W2ᵀ dZ2 is multiplied by A1 itself: the slope of the ReLU is 1 where Z1 > 0, and 0 elsewhere.",
    zh: "W2ᵀ dZ2 乘的是 A1 本身：ReLU 的导数在 Z1 > 0 处为 1，其余为 0。"
  ) { parameters, cache, X, Y in
    try gradients(parameters, cache, X, Y) { dA1, cache in try dA1 * cache.A1 }
  }
  C2W3a.backwardPropagation.mistaken(
    "slope-of-tanh",
    "W2ᵀ dZ2 is multiplied by 1 - A1², the slope of tanh: the hidden layer is a ReLU.",
    zh: "W2ᵀ dZ2 乘的是 tanh 的导数 1 - A1²：隐藏层用的是 ReLU。"
  ) { parameters, cache, X, Y in
    try gradients(parameters, cache, X, Y) { dA1, cache in try dA1 * (1 - cache.A1.squared()) }
  }
  C2W3a.backwardPropagation.mistaken(
    "one-db-for-all",
    "db is one number for the whole layer: sum over the examples only, axis 1, and keep the dimension.",
    zh: "整层只有一个 db：只对样本求和，沿 axis 1，并保留维度。"
  ) { parameters, cache, X, Y in
    try backwardPropagation(parameters, cache, X, Y).map {
      LayerGradients(dW: $0.dW, db: .full($0.db.shape, $0.db.sum()))
    }
  }
  C2W3a.backwardPropagation.mistaken(
    "sign",
    "All gradients point downhill: dZ2 is A2 - Y, not Y - A2.",
    zh: "所有梯度都指向下坡：dZ2 是 A2 - Y，不是 Y - A2。"
  ) { parameters, cache, X, Y in
    try scaled(backwardPropagation(parameters, cache, X, Y), by: -1)
  }
}

private func scaled(_ gradients: [LayerGradients], by factor: Double) -> [LayerGradients] {
  gradients.map { LayerGradients(dW: $0.dW * factor, db: $0.db * factor) }
}

/// The backward pass with another way from dA1 to dZ1.
private func gradients(
  _ parameters: [LayerParameters], _ cache: SoftmaxCache, _ X: Tensor, _ Y: Tensor,
  _ hidden: (Tensor, SoftmaxCache) throws -> Tensor
) throws -> [LayerGradients] {
  let m = Double(X.columns)
  let dZ2 = try softmaxBackward(cache.A2, Y)
  let dZ1 = try hidden(dot(parameters[1].W.T, dZ2), cache)
  return try [(dZ1, X), (dZ2, cache.A1)].map { dZ, A in
    LayerGradients(
      dW: try dot(dZ, A.T) / m, db: try dZ.sum(axis: 1, keepingDimensions: true) / m)
  }
}
