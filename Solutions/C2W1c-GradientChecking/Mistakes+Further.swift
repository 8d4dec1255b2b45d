import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C2W1c.gradientCheck1D.mistaken(
    "epsilon-outside",
    "(J⁺ - J⁻) / 2 * ε multiplies by ε: put 2 * epsilon in brackets.",
    zh: "(J⁺ - J⁻) / 2 * ε 是乘以 ε：要给 2 * epsilon 加括号。"
  ) { x, theta, gradient, epsilon in
    let rise = (theta + epsilon) * x - (theta - epsilon) * x
    let slope = rise / 2 * epsilon
    return abs(gradient - slope) / (abs(gradient) + abs(slope))
  }
  C2W1c.gradientCheck1D.mistaken(
    "norms-outside",
    "|g - ĝ| / |g| + |ĝ| adds the last term after dividing: put |g| + |ĝ| in brackets.",
    zh: "|g - ĝ| / |g| + |ĝ| 是先除再加：要给 |g| + |ĝ| 加括号。"
  ) { x, theta, gradient, epsilon in
    let slope = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return abs(gradient - slope) / abs(gradient) + abs(slope)
  }
  C2W1c.gradientCheck1D.mistaken(
    "product-for-sum",
    "The difference is divided by |g| · |ĝ|: divide by the sum |g| + |ĝ|.",
    zh: "差除以了 |g| · |ĝ|：应当除以和 |g| + |ĝ|。"
  ) { x, theta, gradient, epsilon in
    let slope = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return abs(gradient - slope) / (abs(gradient) * abs(slope))
  }
  C2W1c.gradientCheck1D.mistaken(
    "sign-kept",
    "The difference has kept its sign: take abs of g - ĝ.",
    zh: "差保留了符号：g - ĝ 要取 abs。"
  ) { x, theta, gradient, epsilon in
    let slope = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return (gradient - slope) / (abs(gradient) + abs(slope))
  }
}
