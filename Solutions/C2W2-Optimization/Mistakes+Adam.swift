import Coursework
import Syllabus
import Tensors

@ImplementationList var adamMistakes: [Implementation] {
  C2W2.updateWithRMSprop.mistaken(
    "gradient-not-squared",
    "s averages the gradients, not their squares; it even becomes negative.",
    zh: "s 平均的是梯度而不是梯度的平方，甚至会变成负数。"
  ) {
    parameters, gradients, s, beta, epsilon, rate in
    let squares = try blend(s, gradients, beta, 1 - beta)
    return try scaled(parameters, gradients, squares, rate) { sqrt($0) + epsilon }
  }
  C2W2.updateWithRMSprop.mistaken(
    "root-forgotten",
    "The gradient is divided by s; divide by its root, so that the units cancel.",
    zh: "你除以了 s；应当除以 √s，这样量纲才能抵消。"
  ) {
    parameters, gradients, s, beta, epsilon, rate in
    let squares = try blend(s, squared(gradients), beta, 1 - beta)
    return try scaled(parameters, gradients, squares, rate) { $0 + epsilon }
  }
  C2W2.updateWithRMSprop.mistaken(
    "epsilon-inside-root",
    "ε stands inside the root, √(s + ε); here it is added to the root, √s + ε.",
    zh: "你把 ε 放进了根号：√(s + ε)；这里应当在开方之后再加：√s + ε。"
  ) {
    parameters, gradients, s, beta, epsilon, rate in
    let squares = try blend(s, squared(gradients), beta, 1 - beta)
    return try scaled(parameters, gradients, squares, rate) { sqrt($0 + epsilon) }
  }
  C2W2.updateWithRMSprop.mistaken(
    "factors-swapped",
    "The two factors are swapped: β belongs to the old average, 1 - β to the square.",
    zh: "两个系数写反了：β 乘旧的平均值，1 - β 乘平方。"
  ) {
    parameters, gradients, s, beta, epsilon, rate in
    try updateWithRMSprop(parameters, gradients, s, 1 - beta, epsilon, rate)
  }
  C2W2.updateWithRMSprop.mistaken(
    "old-average-used",
    "The divisor is the average from before this step: renew s first.",
    zh: "除数用的是这一步之前的 s：要先更新 s。"
  ) {
    parameters, gradients, s, beta, epsilon, rate in
    var step = try updateWithRMSprop(parameters, gradients, s, beta, epsilon, rate)
    step.parameters =
      try scaled(parameters, gradients, s, rate) { sqrt($0) + epsilon }.parameters
    return step
  }

  C2W2.initializeAdam.mistaken(
    "ones-in-s",
    "s starts at one: the bias correction expects a start at zero.",
    zh: "s 从 1 开始了：偏差修正的前提是从零开始。"
  ) { parameters in
    let ones = parameters.map {
      LayerGradients(dW: .ones(shape: $0.W.shape), db: .ones(shape: $0.b.shape))
    }
    return AdamMoments(v: try initializeVelocity(parameters), s: ones)
  }
  C2W2.initializeAdam.mistaken(
    "copies-parameters",
    "v starts as a copy of the parameters: both averages start at zero.",
    zh: "v 被初始化成了参数的副本：两个平均值都从零开始。"
  ) { parameters in
    AdamMoments(
      v: parameters.map { LayerGradients(dW: $0.W, db: $0.b) },
      s: try initializeVelocity(parameters))
  }
  C2W2.initializeAdam.mistaken(
    "s-empty",
    "s has no layers: it needs zeros of the same shapes as v.",
    zh: "s 里一层也没有：它需要与 v 形状相同的零。"
  ) { parameters in
    AdamMoments(v: try initializeVelocity(parameters), s: [])
  }

  adamMistake(
    "epsilon-inside-root",
    "ε stands inside the root, √(ŝ + ε); here it is added to the root, √ŝ + ε.",
    zh: "你把 ε 放进了根号：√(ŝ + ε)；这里应当在开方之后再加：√ŝ + ε。", epsilonInsideRoot: true)
  adamMistake(
    "no-bias-correction",
    "v and s are used as they are: divide them by 1 - β₁ᵗ and 1 - β₂ᵗ, or the first steps have the wrong size.",
    zh: "v 和 s 没有修正就用了：要分别除以 1 - β₁ᵗ 和 1 - β₂ᵗ，否则最初几步的大小不对。", vFactor: { _, _ in 1 },
    sFactor: { _, _ in 1 })
  adamMistake(
    "t-from-zero",
    "The corrections use t - 1: t counts from 1 and is used as it comes; β⁰ = 1 would divide by zero.",
    zh: "修正时用了 t - 1：t 从 1 开始数，直接用即可；β⁰ = 1 会导致除以零。", vFactor: { 1 - pow($0, Double($1 - 1)) },
    sFactor: { 1 - pow($0, Double($1 - 1)) })
  adamMistake(
    "power-forgotten",
    "The corrections are 1 - β₁ and 1 - β₂: raise β to the power t.",
    zh: "修正因子写成了 1 - β₁ 和 1 - β₂：β 要取 t 次幂。", vFactor: { beta, _ in 1 - beta },
    sFactor: { beta, _ in 1 - beta })
  adamMistake(
    "s-not-corrected",
    "v is corrected, s is not: divide s by 1 - β₂ᵗ before the root.",
    zh: "v 修正了，s 没有：开方之前要把 s 除以 1 - β₂ᵗ。", sFactor: { _, _ in 1 })
  C2W2.updateWithAdam.mistaken(
    "corrected-moments-kept",
    "The corrected averages are returned: keep v and s as they are, or the next step corrects twice.",
    zh: "返回的是修正后的平均值：应当保存未修正的 v 和 s，否则下一步会修正两次。"
  ) {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    var step = try updateWithAdam(
      parameters, gradients, moments, t, rate, beta1, beta2, epsilon)
    let (v, s) = (1 - pow(beta1, Double(t)), 1 - pow(beta2, Double(t)))
    step.moments.v = step.moments.v.map { LayerGradients(dW: $0.dW / v, db: $0.db / v) }
    step.moments.s = step.moments.s.map { LayerGradients(dW: $0.dW / s, db: $0.db / s) }
    return step
  }
  adamMistake(
    "gradient-not-squared",
    "s averages the gradients, not their squares; its root is NaN where it is negative.",
    zh: "s 平均的是梯度而不是梯度的平方；为负时开方得到 NaN。", squaring: false)
  C2W2.updateWithAdam.mistaken(
    "betas-swapped",
    "β₁ and β₂ are swapped: β₁ belongs to v, β₂ to s.",
    zh: "β₁ 和 β₂ 用反了：β₁ 属于 v，β₂ 属于 s。"
  ) {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    try updateWithAdam(parameters, gradients, moments, t, rate, beta2, beta1, epsilon)
  }
  C2W2.updateWithAdam.mistaken(
    "gradient-instead-of-v",
    "The step takes the gradient itself, as RMSprop does: use v̂.",
    zh: "这一步用的是梯度本身，那是 RMSprop：应当用 v̂。"
  ) {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    var step = try updateWithAdam(
      parameters, gradients, moments, t, rate, beta1, beta2, epsilon)
    let sFactor = 1 - pow(beta2, Double(t))
    step.parameters =
      try scaled(parameters, gradients, step.moments.s, rate) { sqrt($0 / sFactor) + epsilon }
      .parameters
    return step
  }
}

private func squared(_ gradients: [LayerGradients]) -> [LayerGradients] {
  gradients.map { LayerGradients(dW: $0.dW.squared(), db: $0.db.squared()) }
}

/// A step along `directions`, each divided by what `divisor` makes of its square.
private func scaled(
  _ parameters: [LayerParameters], _ directions: [LayerGradients], _ squares: [LayerGradients],
  _ rate: Double, _ divisor: (Tensor) -> Tensor
) throws -> RMSpropStep {
  let directions = try zip(directions, squares).map { direction, s in
    LayerGradients(dW: try direction.dW / divisor(s.dW), db: try direction.db / divisor(s.db))
  }
  return RMSpropStep(
    parameters: try updateWithGradientDescent(parameters, directions, rate), squares: squares)
}

/// Adam with corrections of its own, ε elsewhere, or without the square.
private func adamMistake(
  _ id: String, _ english: String, zh chinese: String, epsilonInsideRoot: Bool = false,
  squaring: Bool = true,
  vFactor: @escaping @Sendable (Double, Int) -> Double = { 1 - pow($0, Double($1)) },
  sFactor: @escaping @Sendable (Double, Int) -> Double = { 1 - pow($0, Double($1)) }
) -> Implementation {
  C2W2.updateWithAdam.mistaken(id, english, zh: chinese) {
    parameters, gradients, moments, t, rate, beta1, beta2, epsilon in
    let v = try blend(moments.v, gradients, beta1, 1 - beta1)
    let s = try blend(moments.s, squaring ? squared(gradients) : gradients, beta2, 1 - beta2)
    let corrected = v.map {
      LayerGradients(dW: $0.dW / vFactor(beta1, t), db: $0.db / vFactor(beta1, t))
    }
    let step = try scaled(parameters, corrected, s, rate) { s in
      let s = s / sFactor(beta2, t)
      return epsilonInsideRoot ? sqrt(s + epsilon) : sqrt(s) + epsilon
    }
    return AdamStep(parameters: step.parameters, moments: AdamMoments(v: v, s: s))
  }
}
