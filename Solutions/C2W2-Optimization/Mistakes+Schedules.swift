import Coursework
import Syllabus
import Tensors

@ImplementationList var schedulesMistakes: [Implementation] {
  C2W2.exponentiallyWeightedAverage.mistaken(
    "factor-forgotten",
    "This is v = βv + θ: the value's factor (1 - β) is missing.",
    zh: "你算的是 v = βv + θ：新值前少了 (1 - β)。"
  ) { theta, beta, correcting in
    try averages(theta, beta, correcting) { beta * $0 + $1 }
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "factors-swapped",
    "The two factors are swapped: β belongs to the old average, 1 - β to the new value.",
    zh: "两个系数写反了：β 乘旧的平均值，1 - β 乘新值。"
  ) { theta, beta, correcting in
    try averages(theta, beta, correcting) { (1 - beta) * $0 + beta * $1 }
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "never-corrected",
    "The averages are never corrected: divide by 1 - βᵗ when it is asked for.",
    zh: "没有做偏差修正：要求修正时应除以 1 - βᵗ。"
  ) { theta, beta, _ in
    try exponentiallyWeightedAverage(theta, beta, false)
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "always-corrected",
    "The averages are corrected although correctingBias is false.",
    zh: "correctingBias 为 false 时也做了修正。"
  ) { theta, beta, _ in
    try exponentiallyWeightedAverage(theta, beta, true)
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "power-one-short",
    "The correction lags by one step: t counts from 1, so the first average is divided by 1 - β and "
      + "not by 1 - β⁰, which is 0.",
    zh: "修正慢了一步：t 从 1 数起，第一个平均值应除以 1 - β，而不是 1 - β⁰，那是 0。"
  ) { theta, beta, correcting in
    try averages(theta, beta, correcting, by: { pow(beta, Double($0 - 1)) })
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "power-forgotten",
    "Every average is divided by 1 - β: the power is missing, it is 1 - βᵗ after t values.",
    zh: "每一步都除以了 1 - β：少了幂，第 t 步应除以 1 - βᵗ。"
  ) { theta, beta, correcting in
    try averages(theta, beta, correcting, by: { _ in beta })
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "power-of-the-share",
    "The average is divided by 1 - (1 - β)ᵗ: the power belongs to β, it is 1 - βᵗ.",
    zh: "除数写成了 1 - (1 - β)ᵗ：应对 β 取幂，即 1 - βᵗ。"
  ) { theta, beta, correcting in
    try averages(theta, beta, correcting, by: { pow(1 - beta, Double($0)) })
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "correction-fed-back",
    "The corrected average goes into the next one: correct what you return, not v.",
    zh: "修正后的值又参与了下一步的平均：只修正要返回的值，不要改 v。"
  ) { theta, beta, correcting in
    var v = 0.0
    return theta.enumerated().map { index, value in
      v = beta * v + (1 - beta) * value
      let share: Double = 1 - pow(beta, Double(index + 1))
      if correcting { v = v / share }
      return v
    }
  }
  C2W2.exponentiallyWeightedAverage.mistaken(
    "starts-with-first-value",
    "v starts at the first value: it starts at 0, which is why a correction is needed at all.",
    zh: "v 从第一个值开始了：它应当从 0 开始，正因如此才需要修正。"
  ) {
    theta, beta, correcting in
    try averages(theta, beta, correcting, from: theta.first ?? 0) {
      beta * $0 + (1 - beta) * $1
    }
  }

  C2W2.averagingWindow.mistaken(
    "one-over-beta",
    "This is 1/β, which is near 1 for every usual β: the window is 1/(1 - β).",
    zh: "这是 1/β，常用的 β 都会得到接近 1 的数：窗口长度是 1/(1 - β)。"
  ) { beta in 1 / beta }
  C2W2.averagingWindow.mistaken(
    "share-of-the-new",
    "This is 1 - β, the weight of the newest value; the window is one over it.",
    zh: "这是 1 - β，即最新值的权重；窗口长度是它的倒数。"
  ) { beta in 1 - beta }

  C2W2.decayedLearningRate.mistaken(
    "grows",
    "The rate grows with the epochs: divide by 1 + decayRate · epoch.",
    zh: "学习率随 epoch 变大了：应当除以 1 + decayRate · epoch。"
  ) { start, rate, epoch in
    let growth: Double = 1 + rate * Double(epoch)
    return start * growth
  }
  C2W2.decayedLearningRate.mistaken(
    "one-forgotten",
    "The 1 in the divisor is missing: epoch 0 divides by zero.",
    zh: "分母里漏了 1：第 0 个 epoch 会除以零。"
  ) { start, rate, epoch in
    start / (rate * Double(epoch))
  }
  C2W2.decayedLearningRate.mistaken(
    "compounded",
    "This is α₀ / (1 + decayRate)^epoch; the epoch multiplies the decay rate.",
    zh: "你算的是 α₀ / (1 + decayRate)^epoch；epoch 应当与衰减率相乘。"
  ) { start, rate, epoch in
    start / pow(1 + rate, Double(epoch))
  }

  C2W2.scheduledLearningRate.mistaken(
    "floor-missing",
    "The rate falls inside an interval too: take the floor of epoch / interval.",
    zh: "同一区间里学习率也在下降：要对 epoch / interval 向下取整。"
  ) { start, rate, epoch, interval in
    let passed: Double = Double(epoch) / Double(interval)
    return start / (1 + rate * passed)
  }
  C2W2.scheduledLearningRate.mistaken(
    "rounded",
    "The rate falls in the middle of an interval: epoch / interval is rounded, not floored.",
    zh: "学习率在区间中间就下降了：epoch / interval 应当向下取整，而不是四舍五入。"
  ) { start, rate, epoch, interval in
    let passed: Double = Double(epoch) / Double(interval)
    return start / (1 + rate * passed.rounded())
  }
  C2W2.scheduledLearningRate.mistaken(
    "remainder",
    "The rate depends on epoch % interval, the place inside the interval: count the intervals that have passed.",
    zh: "你用的是 epoch % interval，即区间内的位置：应当数已经过了几个区间。"
  ) { start, rate, epoch, interval in
    let slowing: Double = 1 + rate * Double(epoch % interval)
    return start / slowing
  }
  C2W2.scheduledLearningRate.mistaken(
    "interval-ignored",
    "The rate falls in every epoch: divide the epoch by the interval.",
    zh: "每个 epoch 学习率都在下降：要先把 epoch 除以 interval。"
  ) { start, rate, epoch, _ in
    let slowing: Double = 1 + rate * Double(epoch)
    return start / slowing
  }

  C2W2.exponentialLearningRate.mistaken(
    "multiplied-not-raised",
    "This is base · epoch · α₀: the epoch is an exponent.",
    zh: "你算的是 base · epoch · α₀：epoch 是指数。"
  ) { start, base, epoch in
    base * Double(epoch) * start
  }
  C2W2.exponentialLearningRate.mistaken(
    "one-epoch-ahead",
    "The exponent is epoch + 1: epoch 0 has the rate α₀.",
    zh: "指数成了 epoch + 1：第 0 个 epoch 的学习率就是 α₀。"
  ) { start, base, epoch in
    pow(base, Double(epoch + 1)) * start
  }
  C2W2.exponentialLearningRate.mistaken(
    "e-power",
    "This is e^(-base · epoch) · α₀: the base itself is raised.",
    zh: "你算的是 e^(-base · epoch) · α₀：应当对 base 本身取幂。"
  ) { start, base, epoch in
    let exponent: Double = -base * Double(epoch)
    let power: Double = exp(exponent)
    return power * start
  }

  C2W2.rootLearningRate.mistaken(
    "root-forgotten",
    "This is k / t · α₀: it falls too fast; divide by the root of t.",
    zh: "你算的是 k / t · α₀：下降太快；应当除以 t 的平方根。"
  ) { start, k, t in k / Double(t) * start }
  C2W2.rootLearningRate.mistaken(
    "root-of-everything",
    "The root covers k too: only t stands under it.",
    zh: "k 也被开方了：根号下只有 t。"
  ) { start, k, t in
    (k / Double(t)).squareRoot() * start
  }
  C2W2.rootLearningRate.mistaken(
    "grows",
    "The rate grows with t: divide by the root.",
    zh: "学习率随 t 变大了：应当除以平方根。"
  ) { start, k, t in k * Double(t).squareRoot() * start }
}
