import Syllabus
import Tensors

@BodyList var gradientChecking: [LearnersBody] {
  C2W1c.gradientCheck1D.wrong("parentheses-epsilon", "(plus - minus) / 2 * epsilon") {
    x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - (theta - epsilon) * x) / 2 * epsilon
    return abs(g - a) / (abs(g) + abs(a))
  }
  C2W1c.gradientCheck1D.wrong("parentheses-norms", "|g - a| / |g| + |a|") { x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return abs(g - a) / abs(g) + abs(a)
  }
  C2W1c.gradientCheck1D.wrong("one-sided", "(J(θ + ε) - J(θ)) / 2ε") { x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - theta * x) / (2 * epsilon)
    return abs(g - a) / (abs(g) + abs(a))
  }
  C2W1c.gradientCheck1D.wrong("product-of-norms", "|g| · |a| in the denominator") {
    x, theta, g, epsilon in
    abs(g - x) / (abs(g) * abs(x))
  }
  C2W1c.gradientCheck1D.wrong("abs-forgotten", "the sign of g - a is kept") {
    x, theta, g, epsilon in
    let a = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return (g - a) / (abs(g) + abs(a))
  }
  C2W1c.forward1D.wrong("sum", "θ + x") { x, theta in theta + x }
  C2W1c.backward1D.wrong("theta", "θ for x") { x, theta in theta }
  C2W1c.vectorFromParameters.wrong("weights-then-biases", "all W first, then all b") { p in
    let W = try p.layers.map { try $0.W.reshaped(-1, 1) }
    let b = try p.layers.map { try $0.b.reshaped(-1, 1) }
    return try Tensor.concatenate(W + b)
  }
  C2W1c.vectorFromParameters.wrong("columns-first", "each W column by column") { p in
    try Tensor.concatenate(
      p.layers.flatMap { [try $0.W.T.reshaped(-1, 1), try $0.b.reshaped(-1, 1)] })
  }
  C2W1c.suspects.wrong("absolute-limit", "the difference itself, not the relative one") {
    g, n, limit in
    let pairs = [
      ("dW1", g.dW1, n.dW1), ("db1", g.db1, n.db1), ("dW2", g.dW2, n.dW2),
      ("db2", g.db2, n.db2), ("dW3", g.dW3, n.dW3), ("db3", g.db3, n.db3),
    ]
    return try pairs.filter { try ($1 - $2).norm() > limit }.map(\.0)
  }
}
