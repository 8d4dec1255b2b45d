import Coursework
import Syllabus
import Tensors

@ImplementationList var oneDimensionMistakes: [Implementation] {
  C2W1c.forward1D.mistaken(
    "sum",
    "This is θ + x; J is their product.",
    zh: "这是 θ + x；J 是它们的乘积。"
  ) { x, theta in theta + x }
  C2W1c.forward1D.mistaken(
    "squared",
    "This is θ² x; θ occurs once.",
    zh: "这是 θ² x；θ 只出现一次。"
  ) { x, theta in theta * theta * x }

  C2W1c.backward1D.mistaken(
    "with-respect-to-x",
    "This is dJ/dx = θ; the parameter is θ, so the derivative is with respect to θ.",
    zh: "这是 dJ/dx = θ；要学习的是 θ，应当对 θ 求导。"
  ) { _, theta in theta }
  C2W1c.backward1D.mistaken(
    "value-not-slope",
    "This is J itself, not its slope.",
    zh: "这是 J 本身，不是它的导数。"
  ) { x, theta in theta * x }

  C2W1c.gradientCheck1D.mistaken(
    "on-x",
    "ε moves x, not θ: the derivative is along the parameter.",
    zh: "ε 加在了 x 上而不是 θ 上：求的是对参数的导数。"
  ) { x, theta, gradient, epsilon in
    let above = try forward1D(x + epsilon, theta)
    let below = try forward1D(x - epsilon, theta)
    return relative(gradient, (above - below) / (2 * epsilon))
  }
  C2W1c.gradientCheck1D.mistaken(
    "not-subtracted",
    "ε is added but never subtracted: (J(θ + ε) - J(θ)) / (2ε) is half the slope.",
    zh: "只加了 ε 没有减 ε：(J(θ + ε) - J(θ)) / (2ε) 只有导数的一半。"
  ) { x, theta, gradient, epsilon in
    let above = try forward1D(x, theta + epsilon)
    return relative(gradient, (above - (try forward1D(x, theta))) / (2 * epsilon))
  }
  C2W1c.gradientCheck1D.mistaken(
    "epsilon-not-doubled",
    "The difference is divided by ε; from θ - ε to θ + ε it is 2ε.",
    zh: "除以了 ε；从 θ - ε 到 θ + ε 的距离是 2ε。"
  ) { x, theta, gradient, epsilon in
    relative(gradient, 2 * (try slope(x, theta, epsilon)))
  }
  C2W1c.gradientCheck1D.mistaken(
    "norm-missing",
    "The denominator is |g| alone: add |ĝ|, or the measure is not symmetric.",
    zh: "分母只有 |g|：还要加上 |ĝ|，否则这个量不对称。"
  ) { x, theta, gradient, epsilon in
    abs(gradient - (try slope(x, theta, epsilon))) / abs(gradient)
  }
  C2W1c.gradientCheck1D.mistaken(
    "absolute-difference",
    "|g - ĝ| says little by itself: divide it by |g| + |ĝ|.",
    zh: "单看 |g - ĝ| 说明不了什么：要除以 |g| + |ĝ|。"
  ) { x, theta, gradient, epsilon in
    abs(gradient - (try slope(x, theta, epsilon)))
  }
}

private func relative(_ g: Double, _ numerical: Double) -> Double {
  abs(g - numerical) / (abs(g) + abs(numerical))
}
