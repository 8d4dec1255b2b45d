import Coursework
import Foundation
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C2W2.updateWithGradientDescent.mistaken(
    "never-applied",
    "The old parameters are returned: the new ones are computed and never kept.",
    zh: "返回的是旧参数：算出了新参数，却没有保存。"
  ) { parameters, _, _ in parameters }
  C2W2.updateWithGradientDescent.mistaken(
    "first-layer-frozen",
    "The first layer never changes: zero-based, layers begin at 0, and 1..<L skips one.",
    zh: "第一层一直没变：下标从 0 开始，1..<L 会跳过一层。"
  ) { parameters, gradients, learningRate in
    var result = try updateWithGradientDescent(parameters, gradients, learningRate)
    result[0] = parameters[0]
    return result
  }
  C2W2.updateWithMomentum.mistaken(
    "uphill",
    "The step is W + αv, uphill: subtract αv.",
    zh: "这一步是 W + αv，往上坡走：应当减去 αv。"
  ) { parameters, gradients, velocity, beta, learningRate in
    try updateWithMomentum(parameters, gradients, velocity, beta, -learningRate)
  }
  C2W2.updateWithMomentum.mistaken(
    "rate-in-the-velocity",
    "This is another convention, v = βv + α dW and W - v: here v = βv + (1 - β) dW, and the step is α v.",
    zh: "这是另一种约定：v = βv + α dW，再 W - v；这里是 v = βv + (1 - β) dW，步长为 α v。"
  ) { parameters, gradients, velocity, beta, learningRate in
    let v = try zip(velocity, gradients).map { v, slope in
      LayerGradients(
        dW: try beta * v.dW + learningRate * slope.dW,
        db: try beta * v.db + learningRate * slope.db)
    }
    return MomentumStep(
      parameters: try updateWithGradientDescent(parameters, v, 1), velocity: v)
  }
  C2W2.updateWithAdam.mistaken(
    "s-corrected-with-beta1",
    "s is divided by 1 - β₁ᵗ: it was averaged with β₂ and is corrected with 1 - β₂ᵗ.",
    zh: "s 除以了 1 - β₁ᵗ：它是用 β₂ 平均的，要用 1 - β₂ᵗ 修正。"
  ) { parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon in
    let factor = 1 - Foundation.pow(beta1, Double(t))
    return try adam(parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon) {
      try $0 / factor / (sqrt($1 / factor) + epsilon)
    }
  }
  C2W2.updateWithAdam.mistaken(
    "parentheses",
    "v / 1 - β₁ᵗ subtracts after dividing by 1: put 1 - β₁ᵗ in brackets.",
    zh: "v / 1 - β₁ᵗ 是除以 1 之后再减：要给 1 - β₁ᵗ 加括号。"
  ) { parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon in
    let power = Foundation.pow(beta1, Double(t))
    let factor = 1 - Foundation.pow(beta2, Double(t))
    return try adam(parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon) {
      try ($0 - power) / (sqrt($1 / factor) + epsilon)
    }
  }
  C2W2.updateWithAdam.mistaken(
    "times-for-power",
    "The correction is 1 - β·t: the t is an exponent, 1 - βᵗ.",
    zh: "修正写成了 1 - β·t：t 是指数，应当是 1 - βᵗ。"
  ) { parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon in
    let vFactor = 1 - beta1 * Double(t)
    let sFactor = 1 - beta2 * Double(t)
    return try adam(parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon) {
      try $0 / vFactor / (sqrt($1 / sFactor) + epsilon)
    }
  }
  C2W2.updateWithAdam.mistaken(
    "epsilon-hat",
    "This is the second form of the paper, with the corrections in α and ε̂ beside √s: here ε stands beside √ŝ, v̂/(√ŝ + ε).",
    zh: "这是论文的第二种写法：修正并入 α，ε̂ 加在 √s 上；这里 ε 加在 √ŝ 上，即 v̂/(√ŝ + ε)。"
  ) { parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon in
    let root = (1 - Foundation.pow(beta2, Double(t))).squareRoot()
    let scale = root / (1 - Foundation.pow(beta1, Double(t)))
    return try adam(parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon) {
      try scale * $0 / (sqrt($1) + epsilon)
    }
  }
  C2W2.averagingWindow.mistaken(
    "inverse-forgotten",
    "This is β / (1 - β): one over 1 - β is asked for.",
    zh: "你算的是 β / (1 - β)：应当是 1 / (1 - β)。"
  ) { beta in beta / (1 - beta) }
  C2W2.decayedLearningRate.mistaken(
    "parentheses",
    "α₀ / 1 + rate · epoch divides by 1 and then adds: put 1 + rate · epoch in brackets.",
    zh: "α₀ / 1 + rate · epoch 是除以 1 再相加：要给 1 + rate · epoch 加括号。"
  ) { initialRate, decayRate, epoch in
    let decay = decayRate * Double(epoch)
    return initialRate + decay
  }
  C2W2.decayedLearningRate.mistaken(
    "one-epoch-ahead",
    "Epochs are counted from 1 here: epoch 0 has the rate α₀.",
    zh: "这里从 1 开始数 epoch：第 0 个 epoch 的学习率就是 α₀。"
  ) { initialRate, decayRate, epoch in
    try decayedLearningRate(initialRate, decayRate, epoch + 1)
  }
  C2W2.decayedLearningRate.mistaken(
    "linear",
    "This is α₀ (1 - rate · epoch), which becomes negative: divide by 1 + rate · epoch.",
    zh: "你算的是 α₀ (1 - rate · epoch)，会变成负数：应当除以 1 + rate · epoch。"
  ) { initialRate, decayRate, epoch in
    let share = 1 - decayRate * Double(epoch)
    return initialRate * share
  }
  C2W2.scheduledLearningRate.mistaken(
    "floor-of-the-product",
    "The floor covers the decay rate too: only epoch / interval is rounded down.",
    zh: "取整把衰减率也包进去了：只对 epoch / interval 向下取整。"
  ) { initialRate, decayRate, epoch, interval in
    let decay = floor(decayRate * Double(epoch) / Double(interval))
    return initialRate / (1 + decay)
  }
  C2W2.exponentialLearningRate.mistaken(
    "base-and-exponent-swapped",
    "This is epoch^base · α₀: base is raised to the power epoch.",
    zh: "你算的是 epoch^base · α₀：应当是 base 的 epoch 次方。"
  ) { initialRate, base, epoch in
    let power = Foundation.pow(Double(epoch), base)
    return power * initialRate
  }
  C2W2.rootLearningRate.mistaken(
    "integer-division",
    "1 / t of an Int t is 0 from t = 2 on: write Double(t).",
    zh: "t 是 Int 时，从 t = 2 起 1 / t 等于 0：请写 Double(t)。"
  ) { initialRate, k, t in
    let share = Double(1 / t).squareRoot()
    return k * share * initialRate
  }
}

/// A step of Adam with another direction than v̂/(√ŝ + ε).
private func adam(
  _ parameters: [LayerParameters], _ gradients: [LayerGradients], _ moments: AdamMoments,
  _ t: Int, _ learningRate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double,
  _ direction: (Tensor, Tensor) throws -> Tensor
) throws -> AdamStep {
  var step = try updateWithAdam(
    parameters, gradients, moments, t, learningRate, beta1, beta2, epsilon)
  let directions = try zip(step.moments.v, step.moments.s).map { v, s in
    LayerGradients(dW: try direction(v.dW, s.dW), db: try direction(v.db, s.db))
  }
  step.parameters = try updateWithGradientDescent(parameters, directions, learningRate)
  return step
}
