import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C1W4.linearForward.mistaken(
    "one-bias",
    "Every unit gets the bias of the first: add the column b, not b[0, 0].",
    zh: "每个单元都用了第一个的偏置：应当加整列 b，而不是 b[0, 0]。"
  ) { A, W, b in
    var result = try linearForward(A, W, .full(b.shape, b[0, 0]))
    result.cache.b = b
    return result
  }
  C1W4.linearActivationForward.mistaken(
    "activated-twice",
    "The activation is applied twice: A is g(Z).",
    zh: "激活函数用了两次：A 就是 g(Z)。"
  ) { A, W, b, activation in
    var result = try linearActivationForward(A, W, b, activation)
    result.A = sigmoid(result.A)
    return result
  }
  C1W4.initializeDeepParameters.mistaken(
    "first-layer-skipped",
    "The first layer is left out: zero-based, layers begin at 0, and 1..<L skips one.",
    zh: "漏掉了第一层：下标从 0 开始，1..<L 会跳过一层。"
  ) { sizes, scaling, seed in
    Array(try initializeDeepParameters(sizes, scaling, seed).dropFirst())
  }
  C1W4.computeCost.mistaken(
    "outer-product",
    "Every label meets every probability: Yᵀ log AL is a matrix of all pairs. Multiply element by element.",
    zh: "每个标签都乘了每个概率：Yᵀ log AL 是所有配对的矩阵。应当逐元素相乘。"
  ) { AL, Y in
    let ones = try dot(Y.T, log(AL))
    let zeros = try dot((1 - Y).T, log(1 - AL))
    return -(try ones + zeros).sum() / Double(Y.columns)
  }
  C1W4.computeCost.mistaken(
    "inner-sign",
    "There is a minus between the two logarithms: the terms are added, then the sum is negated.",
    zh: "两个对数项之间写成了减号：应当先相加，再整体取负。"
  ) { AL, Y in
    let (ones, zeros) = (try Y * log(AL), try (1 - Y) * log(1 - AL))
    return -(try ones - zeros).sum() / Double(Y.columns)
  }
  C1W4.computeCost.mistaken(
    "integer-division",
    "The cost is zero as soon as m > 1: 1 / m of an Int m is 0. Write let m = Double(Y.columns).",
    zh: "只要 m > 1，代价就是零：m 是 Int 时 1 / m 等于 0。请写 let m = Double(Y.columns)。"
  ) { AL, Y in
    let share = Double(1 / Y.columns) * Double(Y.columns)
    return share * (try computeCost(AL, Y))
  }
  C1W4.linearBackward.mistaken(
    "integer-division",
    "dW and db are zero as soon as m > 1: 1 / m of an Int m is 0. Write let m = Double(dZ.columns).",
    zh: "只要 m > 1，dW 和 db 就都是零：m 是 Int 时 1 / m 等于 0。请写 let m = Double(dZ.columns)。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    let share = Double(1 / dZ.columns) * Double(dZ.columns)
    result.dW *= share
    result.db *= share
    return result
  }
  C1W4.linearActivationBackward.mistaken(
    "value-for-sigmoid-slope",
    "For the sigmoid dA is multiplied by s; its slope is s (1 - s).",
    zh: "sigmoid 那一支乘的是 s；它的导数是 s (1 - s)。"
  ) { dA, cache, activation in
    activation == .sigmoid
      ? try linearBackward(dA * sigmoid(cache.Z), cache.linear)
      : try linearActivationBackward(dA, cache, activation)
  }
  C1W4.updateParameters.mistaken(
    "first-layer-frozen",
    "The first layer never changes: zero-based, layers begin at 0, and 1..<L skips one.",
    zh: "第一层一直没变：下标从 0 开始，1..<L 会跳过一层。"
  ) { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    result[0] = parameters[0]
    return result
  }
  C1W4.updateParameters.mistaken(
    "never-applied",
    "The old parameters are returned: the new ones are computed and never kept.",
    zh: "返回的是旧参数：算出了新参数，却没有保存。"
  ) { parameters, _, _ in parameters }
  C1W4.predict.mistaken(
    "never-written",
    "Every answer is 0: nothing is written into the zeros, or the probability is cut to a whole "
      + "number, and Int(0.9) is 0.",
    zh: "结果全是 0：要么没有写入全零张量，要么把概率截成了整数，而 Int(0.9) 是 0。"
  ) { parameters, X in
    let AL = try modelForward(X, parameters).AL
    return .zeros(shape: AL.shape)
  }
  C1W4.twoLayerModel.mistaken(
    "never-updated",
    "The parameters never change: keep what updateParameters returns.",
    zh: "参数一直没变：要保存 updateParameters 返回的结果。"
  ) { X, Y, hiddenUnits, steps, _, seed in
    try twoLayerModel(X, Y, hiddenUnits, steps, 0, seed)
  }
  C1W4.deepModel.mistaken(
    "never-updated",
    "The parameters never change: keep what updateParameters returns.",
    zh: "参数一直没变：要保存 updateParameters 返回的结果。"
  ) { X, Y, layerSizes, steps, _, seed in
    try deepModel(X, Y, layerSizes, steps, 0, seed)
  }
  C1W4.deepModel.mistaken(
    "last-cost-too",
    "One cost too many: the cost after the last step is not kept.",
    zh: "多了一个代价：最后一步之后的代价不用记录。"
  ) { X, Y, layerSizes, steps, learningRate, seed in
    var result = try deepModel(X, Y, layerSizes, steps, learningRate, seed)
    result.costs.append(try computeCost(modelForward(X, result.parameters).AL, Y))
    return result
  }
}
