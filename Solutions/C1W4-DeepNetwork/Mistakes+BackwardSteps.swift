import Coursework
import Syllabus
import Tensors

@ImplementationList var backwardStepsMistakes: [Implementation] {
  C1W4.linearBackward.mistaken(
    "not-averaged",
    "dW and db are sums over the examples: divide by m.",
    zh: "dW 和 db 是对样本求和的结果：还要除以 m。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.dW *= Double(dZ.columns)
    result.db *= Double(dZ.columns)
    return result
  }
  C1W4.linearBackward.mistaken(
    "everything-averaged",
    "dA of the layer before is divided by m as well: only dW and db carry 1/m.",
    zh: "上一层的 dA 也除以了 m：只有 dW 和 db 带 1/m。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.dAPrevious /= Double(dZ.columns)
    return result
  }
  C1W4.linearBackward.mistaken(
    "rows-counted",
    "dW and db are divided by the number of units: m is the number of columns.",
    zh: "dW 和 db 除以了单元数：m 是列数，即样本数。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.dW *= Double(dZ.columns) / Double(dZ.rows)
    result.db *= Double(dZ.columns) / Double(dZ.rows)
    return result
  }
  C1W4.linearBackward.mistaken(
    "dimension-dropped",
    "db has lost an axis: keepingDimensions keeps the shape (n[l], 1).",
    zh: "db 少了一个轴：用 keepingDimensions 保持形状 (n[l], 1)。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = result.db.flattened
    return result
  }
  C1W4.linearBackward.mistaken(
    "summed-over-units",
    "db is summed along axis 0, over the units: sum over the examples, axis 1.",
    zh: "db 沿 axis 0 对单元求和了：应当沿 axis 1 对样本求和。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = try dZ.sum(axis: 0, keepingDimensions: true) / Double(dZ.columns)
    return result
  }
  C1W4.linearBackward.mistaken(
    "biases-summed-together",
    "All units got the same db: sum along axis 1 only.",
    zh: "所有单元得到了同一个 db：只沿 axis 1 求和。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = .full(result.db.shape, result.db.sum())
    return result
  }
  C1W4.linearBackward.mistaken(
    "bias-gradient-from-weights",
    "db is the mean of dW along the inputs: it comes from dZ alone.",
    zh: "db 取成了 dW 沿输入方向的平均：它只由 dZ 得到。"
  ) { dZ, cache in
    var result = try linearBackward(dZ, cache)
    result.db = try result.dW.mean(axis: 1, keepingDimensions: true)
    return result
  }

  C1W4.linearActivationBackward.mistaken(
    "slope-forgotten",
    "dZ is dA itself: multiply by the slope of the activation at Z.",
    zh: "直接把 dA 当成了 dZ：还要乘以激活函数在 Z 处的导数。"
  ) { dA, cache, _ in
    try linearBackward(dA, cache.linear)
  }
  C1W4.linearActivationBackward.mistaken(
    "activations-swapped",
    "The slopes of sigmoid and ReLU are swapped.",
    zh: "sigmoid 和 ReLU 的导数写反了。"
  ) { dA, cache, activation in
    try linearActivationBackward(dA, cache, other(activation))
  }
  C1W4.linearActivationBackward.mistaken(
    "always-sigmoid",
    "The sigmoid's slope is used whatever the activation is.",
    zh: "不管是哪种激活函数，用的都是 sigmoid 的导数。"
  ) { dA, cache, _ in
    try linearActivationBackward(dA, cache, .sigmoid)
  }
  C1W4.linearActivationBackward.mistaken(
    "always-relu",
    "ReLU's slope is used whatever the activation is.",
    zh: "不管是哪种激活函数，用的都是 ReLU 的导数。"
  ) { dA, cache, _ in
    try linearActivationBackward(dA, cache, .relu)
  }
  C1W4.linearActivationBackward.mistaken(
    "slope-at-value",
    "The slope is taken at A = g(Z): take it at Z, which the cache holds.",
    zh: "导数取在了 A = g(Z) 处：缓存里保存的是 Z，应当在 Z 处求导数。"
  ) { dA, cache, activation in
    var cache = cache
    cache.Z = value(activation, at: cache.Z)
    return try linearActivationBackward(dA, cache, activation)
  }
  C1W4.linearActivationBackward.mistaken(
    "value-not-slope",
    "dA is multiplied by g(Z), the value of the activation: its slope g'(Z) is wanted.",
    zh: "dA 乘的是激活值 g(Z)：应当乘导数 g'(Z)。"
  ) { dA, cache, activation in
    try linearBackward(dA * value(activation, at: cache.Z), cache.linear)
  }

  C1W4.modelBackward.mistaken(
    "derivative-sign",
    "Every gradient has the wrong sign: dAL begins with a minus.",
    zh: "所有梯度的符号都反了：dAL 前面有负号。"
  ) { AL, Y, caches in
    try backward(from: Y / AL - (1 - Y) / (1 - AL), caches)
  }
  C1W4.modelBackward.mistaken(
    "difference-as-dAL",
    "dAL is written AL - Y; that is dZL. dAL is -(Y/AL - (1-Y)/(1-AL)).",
    zh: "把 AL - Y 当成了 dAL，那其实是 dZL。dAL 应为 -(Y/AL - (1-Y)/(1-AL))。"
  ) { AL, Y, caches in
    try backward(from: AL - Y, caches)
  }
  C1W4.modelBackward.mistaken(
    "inner-sign",
    "The second part of dAL has the wrong sign: -(Y/AL - (1-Y)/(1-AL)), with a minus between.",
    zh: "dAL 第二项的符号反了：-(Y/AL - (1-Y)/(1-AL))，中间是减号。"
  ) { AL, Y, caches in
    try backward(from: -(Y / AL + (1 - Y) / (1 - AL)), caches)
  }
  C1W4.modelBackward.mistaken(
    "positives-only",
    "dAL is -Y/AL only: examples with y = 0 give (1-Y)/(1-AL).",
    zh: "dAL 只写了 -Y/AL：y = 0 的样本还要有 (1-Y)/(1-AL)。"
  ) { AL, Y, caches in
    try backward(from: -(Y / AL), caches)
  }
  C1W4.modelBackward.mistaken(
    "dAL-averaged",
    "dAL is divided by m: dW and db carry 1/m already.",
    zh: "dAL 除以了 m：dW 和 db 里已经有 1/m。"
  ) { AL, Y, caches in
    try backward(from: derivative(AL, Y) / Double(Y.columns), caches)
  }
  C1W4.modelBackward.mistaken(
    "relu-at-output",
    "The last layer goes back through ReLU: it went forward through the sigmoid.",
    zh: "最后一层反向时用了 ReLU：它前向时用的是 sigmoid。"
  ) { AL, Y, caches in
    try backward(from: derivative(AL, Y), caches, output: .relu)
  }
  C1W4.modelBackward.mistaken(
    "sigmoid-everywhere",
    "The hidden layers go back through the sigmoid: they went forward through ReLU.",
    zh: "隐藏层反向时用了 sigmoid：它们前向时用的是 ReLU。"
  ) { AL, Y, caches in
    try backward(from: derivative(AL, Y), caches, hidden: .sigmoid)
  }
  C1W4.modelBackward.mistaken(
    "gradients-reversed",
    "The list begins with the last layer: gradients[0] belongs to layer 1.",
    zh: "结果从最后一层排起了：gradients[0] 应当属于第 1 层。"
  ) { AL, Y, caches in
    try modelBackward(AL, Y, caches).reversed()
  }
  C1W4.modelBackward.mistaken(
    "first-layer-missing",
    "The first layer has no gradients: the loop goes on to layer 1.",
    zh: "缺少第 1 层的梯度：循环要一直走到第 1 层。"
  ) { AL, Y, caches in
    Array(try modelBackward(AL, Y, caches).dropFirst())
  }
}

/// dAL.
private func derivative(_ AL: Tensor, _ Y: Tensor) throws -> Tensor {
  try -(Y / AL - (1 - Y) / (1 - AL))
}
