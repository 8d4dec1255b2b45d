import Coursework
import Syllabus
import Tensors

@ImplementationList var forwardStepsMistakes: [Implementation] {
  C1W4.linearForward.mistaken(
    "bias-forgotten",
    "b is missing from Z = W A + b.",
    zh: "Z = W A + b 里漏了 b。"
  ) { A, W, b in
    LinearForward(Z: try dot(W, A), cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearForward.mistaken(
    "biases-summed",
    "Every unit got the sum of all biases: add the column b, and let it broadcast.",
    zh: "每个单元都加上了所有偏置之和：应当加列向量 b，让它自动广播。"
  ) { A, W, b in
    LinearForward(Z: try dot(W, A) + b.sum(), cache: LinearCache(A: A, W: W, b: b))
  }
  C1W4.linearForward.mistaken(
    "output-cached",
    "The cache holds Z as its A: keep the input of the layer.",
    zh: "缓存里的 A 放成了 Z：应当保存这一层的输入。"
  ) { A, W, b in
    var result = try linearForward(A, W, b)
    result.cache.A = result.Z
    return result
  }

  C1W4.linearActivationForward.mistaken(
    "always-sigmoid",
    "The sigmoid is applied whatever was asked for.",
    zh: "不管要求哪种激活函数，用的都是 sigmoid。"
  ) { input, W, b, _ in
    try linearActivationForward(input, W, b, .sigmoid)
  }
  C1W4.linearActivationForward.mistaken(
    "always-relu",
    "ReLU is applied whatever was asked for.",
    zh: "不管要求哪种激活函数，用的都是 ReLU。"
  ) { input, W, b, _ in
    try linearActivationForward(input, W, b, .relu)
  }
  C1W4.linearActivationForward.mistaken(
    "activations-swapped",
    "The two activations are swapped.",
    zh: "两种激活函数写反了。"
  ) { A, W, b, activation in
    try linearActivationForward(A, W, b, other(activation))
  }
  C1W4.linearActivationForward.mistaken(
    "no-activation",
    "A is Z itself: the activation is missing.",
    zh: "A 就是 Z 本身：漏了激活函数。"
  ) { A, W, b, activation in
    var result = try linearActivationForward(A, W, b, activation)
    result.A = result.cache.Z
    return result
  }
  C1W4.linearActivationForward.mistaken(
    "value-cached",
    "The cache holds A where Z belongs: the backward step asks for the slope at Z.",
    zh: "缓存里该放 Z 的地方放了 A：反向传播需要的是 Z 处的导数。"
  ) { A, W, b, activation in
    var result = try linearActivationForward(A, W, b, activation)
    result.cache.Z = result.A
    return result
  }

  C1W4.modelForward.mistaken(
    "relu-at-output",
    "The last layer has ReLU: its answer is a probability, which needs the sigmoid.",
    zh: "最后一层用了 ReLU：它的输出是概率，要用 sigmoid。"
  ) { X, parameters in
    try forward(X, parameters, hidden: .relu, output: .relu)
  }
  C1W4.modelForward.mistaken(
    "sigmoid-everywhere",
    "The hidden layers have the sigmoid; they should have ReLU.",
    zh: "隐藏层用了 sigmoid；应当用 ReLU。"
  ) { X, parameters in
    try forward(X, parameters, hidden: .sigmoid, output: .sigmoid)
  }
  C1W4.modelForward.mistaken(
    "last-layer-skipped",
    "The last layer is missing: AL is what the hidden layers gave.",
    zh: "漏了最后一层：AL 只是隐藏层的输出。"
  ) { X, parameters in
    try forward(X, parameters.dropLast(), hidden: .relu, output: .relu)
  }
  C1W4.modelForward.mistaken(
    "last-cache-missing",
    "The cache of the last layer was not kept: there are L caches.",
    zh: "没有保存最后一层的缓存：一共应有 L 个缓存。"
  ) { X, parameters in
    var result = try modelForward(X, parameters)
    result.caches.removeLast()
    return result
  }
  C1W4.modelForward.mistaken(
    "caches-reversed",
    "The caches begin with the last layer: caches[0] belongs to layer 1.",
    zh: "缓存从最后一层排起了：caches[0] 应当属于第 1 层。"
  ) { X, parameters in
    var result = try modelForward(X, parameters)
    result.caches.reverse()
    return result
  }

  C1W4.computeCost.mistaken(
    "cost-sign",
    "The cost has the wrong sign: logarithms of probabilities are negative, so the mean needs a minus.",
    zh: "代价的符号反了：概率的对数是负的，平均之后还要取负。"
  ) { AL, Y in -(try computeCost(AL, Y)) }
  C1W4.computeCost.mistaken(
    "sum-not-mean",
    "This is the sum of the losses; the cost is their mean: divide by m.",
    zh: "这是损失之和；代价是平均值：要除以 m。"
  ) { AL, Y in
    try computeCost(AL, Y) * Double(Y.columns)
  }
  C1W4.computeCost.mistaken(
    "averaged-twice",
    "This was divided by m twice: once is enough.",
    zh: "多除了一次 m：除一次就够了。"
  ) { AL, Y in
    try computeCost(AL, Y) / Double(Y.columns)
  }
  C1W4.computeCost.mistaken(
    "positives-only",
    "Only examples with y = 1 are counted: add (1 - y) log(1 - a).",
    zh: "只算了 y = 1 的样本：还要加上 (1 - y) log(1 - a)。"
  ) { AL, Y in try -(Y * log(AL)).mean() }
  C1W4.computeCost.mistaken(
    "log-base-two",
    "This is the cost in bits, with the logarithm of base 2; the natural one is meant.",
    zh: "用了以 2 为底的对数；这里要用自然对数。"
  ) { AL, Y in try computeCost(AL, Y) / log(2.0) }
  C1W4.computeCost.mistaken(
    "log-base-ten",
    "The logarithm of base 10 was used; the natural one is meant.",
    zh: "用了以 10 为底的对数；这里要用自然对数。"
  ) { AL, Y in try computeCost(AL, Y) / log(10.0) }
}
