import Coursework
import Syllabus
import Tensors

@ImplementationList var updatesMistakes: [Implementation] {
  C1W4.updateParameters.mistaken(
    "uphill",
    "The step goes along the gradient, uphill: subtract it.",
    zh: "你沿着梯度方向上坡了：应当减去它。"
  ) { parameters, gradients, learningRate in
    try updateParameters(parameters, gradients, -learningRate)
  }
  C1W4.updateParameters.mistaken(
    "learning-rate-ignored",
    "The whole gradient is subtracted: multiply it by the learning rate.",
    zh: "减去了整个梯度：还要乘以学习率。"
  ) { parameters, gradients, _ in
    try updateParameters(parameters, gradients, 1)
  }
  C1W4.updateParameters.mistaken(
    "biases-not-updated",
    "The weights move, but the biases stay: they have gradients as well.",
    zh: "权重更新了，偏置却没动：它们也有梯度。"
  ) { parameters, gradients, learningRate in
    var result = try updateParameters(parameters, gradients, learningRate)
    for l in result.indices { result[l].b = parameters[l].b }
    return result
  }
  C1W4.updateParameters.mistaken(
    "last-layer-frozen",
    "The last layer stays where it was: the loop ends one layer early.",
    zh: "最后一层没有更新：循环少走了一层。"
  ) { parameters, gradients, learningRate in
    try updateParameters(parameters.dropLast(), gradients, learningRate) + parameters.suffix(1)
  }

  C1W4.predict.mistaken(
    "half-counts-as-one",
    "A probability of exactly 0.5 gives 0: the comparison is strict.",
    zh: "概率恰好为 0.5 时应得 0：要用严格大于。"
  ) { parameters, X in
    try modelForward(X, parameters).AL .>= 0.5
  }
  C1W4.predict.mistaken(
    "probabilities-returned",
    "These are the probabilities; compare them with 0.5.",
    zh: "这些是概率；还要与 0.5 比较。"
  ) { parameters, X in
    try modelForward(X, parameters).AL
  }
  C1W4.predict.mistaken(
    "classes-swapped",
    "Ones and zeros are swapped: probabilities above 0.5 give 1.",
    zh: "1 和 0 写反了：概率大于 0.5 时应得 1。"
  ) { parameters, X in 1 - (try predict(parameters, X)) }
  C1W4.predict.mistaken(
    "threshold-on-ZL",
    "The sum ZL is compared with 0.5: compare AL = σ(ZL).",
    zh: "你拿 ZL 与 0.5 比较：应当比较 AL = σ(ZL)。"
  ) { parameters, X in
    let forward = try modelForward(X, parameters)
    return (forward.caches.last?.Z ?? forward.AL) .> 0.5
  }
}
