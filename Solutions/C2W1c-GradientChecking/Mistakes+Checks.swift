import Coursework
import Syllabus
import Tensors

@ImplementationList var checksMistakes: [Implementation] {
  checkMistake(
    "one-sided",
    "The slope is taken on one side, (J(θ + ε) - J(θ)) / ε: its error shrinks like ε, that of both sides like ε².",
    zh: "只取了单侧差分 (J(θ + ε) - J(θ)) / ε：它的误差与 ε 成正比，双侧差分的误差与 ε² 成正比。",
    slope: { at, above, _, epsilon in (above - at) / epsilon })
  checkMistake(
    "not-subtracted",
    "ε is added but never subtracted: (J(θ + ε) - J(θ)) / (2ε) is half the slope.",
    zh: "只加了 ε 没有减 ε：(J(θ + ε) - J(θ)) / (2ε) 只有导数的一半。",
    slope: { at, above, _, epsilon in (above - at) / (2 * epsilon) })
  checkMistake(
    "epsilon-not-doubled",
    "The differences are divided by ε; from θ - ε to θ + ε it is 2ε.",
    zh: "除以了 ε；从 θ - ε 到 θ + ε 的距离是 2ε。",
    slope: { _, above, below, epsilon in (above - below) / epsilon })
  checkMistake(
    "norm-missing",
    "The denominator is ‖g‖ alone: add ‖ĝ‖.",
    zh: "分母只有 ‖g‖：还要加上 ‖ĝ‖。", measure: { g, slope in try (g - slope).norm() / g.norm() })
  checkMistake(
    "absolute-difference",
    "‖g - ĝ‖ says little by itself: divide it by ‖g‖ + ‖ĝ‖.",
    zh: "单看 ‖g - ĝ‖ 说明不了什么：要除以 ‖g‖ + ‖ĝ‖。", measure: { g, slope in try (g - slope).norm() })
  checkMistake(
    "norm-of-sum",
    "The denominator is ‖g + ĝ‖: take both norms first, then add.",
    zh: "分母写成了 ‖g + ĝ‖：应当先各自求范数再相加。",
    measure: { g, slope in try (g - slope).norm() / (g + slope).norm() })
  checkMistake(
    "changes-pile-up",
    "Components already checked stay moved: begin every round from θ itself.",
    zh: "检查过的分量没有还原：每一轮都要从 θ 本身出发。", pilingUp: true)
  C2W1c.gradientCheck.mistaken(
    "penalty-left-out",
    "The costs leave the penalty out, but the gradients contain λ/m · W: pass lambda to cost.",
    zh: "代价里没有惩罚项，而梯度里有 λ/m · W：要把 lambda 传给 cost。"
  ) { X, Y, parameters, gradients, _, epsilon in
    try gradientCheck(X, Y, parameters, gradients, 0, epsilon)
  }

  C2W1c.suspects.mistaken(
    "absolute-difference",
    "‖g - ĝ‖ is compared without dividing: small gradients hide their errors, large ones seem wrong.",
    zh: "直接比较了 ‖g - ĝ‖：小梯度的错误会被藏起来，大梯度又会被冤枉。"
  ) { gradients, numerical, limit in
    try named(gradients, numerical) { g, slope in try (g - slope).norm() > limit }
  }
  C2W1c.suspects.mistaken(
    "all-or-nothing",
    "All six are named as soon as the whole gradient is off: check each by itself.",
    zh: "整体有偏差就把六个全点了名：应当逐个检查。"
  ) { gradients, numerical, limit in
    let (g, slope) = (try vectorFromGradients(gradients), try vectorFromGradients(numerical))
    let isOff = try (g - slope).norm() > limit * (g.norm() + slope.norm())
    return try named(gradients, numerical) { _, _ in isOff }
  }
  C2W1c.suspects.mistaken(
    "sound-ones",
    "These are the ones within the limit: the suspects are beyond it.",
    zh: "这些是没有超过 limit 的：可疑的是超过的那些。"
  ) { gradients, numerical, limit in
    try named(gradients, numerical) { g, slope in
      try (g - slope).norm() <= limit * (g.norm() + slope.norm())
    }
  }
  C2W1c.suspects.mistaken(
    "biases-unchecked",
    "The biases' gradients are not looked at: a mistake hides there as well.",
    zh: "没有检查偏置的梯度：错误也可能藏在那里。"
  ) { gradients, numerical, limit in
    try suspects(gradients, numerical, limit).filter { $0.hasPrefix("dW") }
  }
}

/// The check with another slope, another measure, or components that stay moved.
private func checkMistake(
  _ id: String, _ english: String, zh chinese: String, pilingUp: Bool = false,
  slope: @escaping @Sendable (Double, Double, Double, Double) -> Double = {
    _, above, below, epsilon in (above - below) / (2 * epsilon)
  },
  measure: @escaping @Sendable (Tensor, Tensor) throws -> Double = { g, slope in
    try (g - slope).norm() / (g.norm() + slope.norm())
  }
) -> Implementation {
  C2W1c.gradientCheck.mistaken(id, english, zh: chinese) {
    X, Y, parameters, gradients, lambda, epsilon in
    let sizes = layerSizes(of: parameters)
    let theta = try vectorFromParameters(parameters)
    func J(_ theta: Tensor) throws -> Double {
      try cost(X, Y, parametersFromVector(theta, sizes), lambda)
    }
    let at = try J(theta)
    var (plus, minus) = (theta, theta)
    var slopes: [Double] = []
    for i in 0..<theta.rows {
      if !pilingUp { (plus, minus) = (theta, theta) }
      plus[i, 0] += epsilon
      minus[i, 0] -= epsilon
      slopes.append(slope(at, try J(plus), try J(minus), epsilon))
    }
    let numerical = Tensor.column(slopes)
    let difference = try measure(vectorFromGradients(gradients), numerical)
    return GradientCheck(difference: difference, numerical: numerical)
  }
}

/// The names of the gradients for which `isSuspect` holds.
private func named(
  _ gradients: ThreeLayerGradients, _ numerical: ThreeLayerGradients,
  _ isSuspect: (Tensor, Tensor) throws -> Bool
) throws -> [String] {
  let names = [("dW1", "db1"), ("dW2", "db2"), ("dW3", "db3")]
  return try zip(names, zip(gradients.layers, numerical.layers)).flatMap { names, layers in
    let pairs = [(names.0, layers.0.dW, layers.1.dW), (names.1, layers.0.db, layers.1.db)]
    return try pairs.filter { try isSuspect($0.1, $0.2) }.map(\.0)
  }
}
