import Coursework
import Syllabus
import Tensors

@ImplementationList var activationsMistakes: [Implementation] {
  C1W3.tanhActivation.mistaken(
    "overflows",
    "Right for small numbers, but eᶻ is infinite from z = 710 on, and ∞/∞ is NaN: use only exponentials of negative numbers.",
    zh: "数值小时是对的，但 z 超过 710 时 eᶻ 为无穷大，∞/∞ 得到 NaN：只对负数取指数。"
  ) { Z in
    try (exp(Z) - exp(-Z)) / (exp(Z) + exp(-Z))
  }
  C1W3.tanhActivation.mistaken(
    "power-of-z",
    "This is (eᶻ - z⁻ᶻ) / (eᶻ + z⁻ᶻ): the base of both powers is e.",
    zh: "你算的是 (eᶻ - z⁻ᶻ) / (eᶻ + z⁻ᶻ)：两个幂的底数都应当是 e。"
  ) { Z in
    let powers = Z.map { pow($0, -$0) }
    return try (exp(Z) - powers) / (exp(Z) + powers)
  }
  C1W3.tanhActivation.mistaken(
    "sigmoid-instead",
    "This is the sigmoid, which runs from 0 to 1; tanh runs from -1 to 1.",
    zh: "这是 sigmoid，取值在 0 到 1 之间；tanh 的取值在 -1 到 1 之间。"
  ) { Z in sigmoid(Z) }
  C1W3.tanhActivation.mistaken(
    "half-argument",
    "This is tanh(z/2): the exponent must be 2z, not z.",
    zh: "你算的是 tanh(z/2)：指数里应当是 2z，而不是 z。"
  ) { Z in try tanhActivation(Z / 2) }
  C1W3.tanhActivation.mistaken(
    "sign-lost",
    "This is tanh|z|: multiply by the sign of z.",
    zh: "你算的是 tanh|z|：还要乘以 z 的符号。"
  ) { Z in abs(try tanhActivation(Z)) }

  C1W3.tanhDerivative.mistaken(
    "tanh-again",
    "This is 1 - tanh²(A): A is tanh(Z) already, do not apply tanh once more.",
    zh: "你算的是 1 - tanh²(A)：A 已经是 tanh(Z)，不要再取一次 tanh。"
  ) { A in 1 - tanh(A).squared() }
  C1W3.tanhDerivative.mistaken(
    "sigmoid-rule",
    "This is a (1 - a), the rule for the sigmoid; for tanh it is 1 - a².",
    zh: "你算的是 a (1 - a)，这是 sigmoid 的导数；tanh 的导数是 1 - a²。"
  ) { A in try A * (1 - A) }
  C1W3.tanhDerivative.mistaken(
    "square-forgotten",
    "This is 1 - a: a is to be squared.",
    zh: "你算的是 1 - a：a 要平方。"
  ) { A in 1 - A }

  C1W3.relu.mistaken(
    "absolute-value",
    "This is |z|: negative numbers become 0, not positive.",
    zh: "你算的是 |z|：负数应变成 0，而不是变成正数。"
  ) { Z in abs(Z) }
  C1W3.relu.mistaken(
    "step-instead",
    "These are zeros and ones, the slope of ReLU; the value itself is z where z is positive.",
    zh: "结果只有 0 和 1，这是 ReLU 的导数；z 为正时函数值就是 z 本身。"
  ) { Z in Z .> 0 }
  C1W3.relu.mistaken(
    "minimum-instead",
    "This is min(0, z): the larger of the two is wanted.",
    zh: "你算的是 min(0, z)：应当取两者中较大的。"
  ) { Z in minimum(0, Z) }
  C1W3.relu.mistaken(
    "leaky-instead",
    "Negative numbers still pass, a hundredth of them: that is the leaky ReLU.",
    zh: "负数仍有百分之一通过：那是 leaky ReLU。"
  ) { Z in try leakyReLU(Z) }

  C1W3.reluDerivative.mistaken(
    "value-not-slope",
    "This is ReLU itself, not its slope.",
    zh: "这是 ReLU 本身，不是它的导数。"
  ) { Z in try relu(Z) }
  C1W3.reluDerivative.mistaken(
    "sign-instead",
    "The left half is flat: its slope is 0, not -1.",
    zh: "左半边是平的：导数是 0，不是 -1。"
  ) { Z in Z.map { $0 < 0 ? -1 : 1 } }
  C1W3.reluDerivative.mistaken(
    "leaky-slope",
    "A slope of 0.01 on the left belongs to the leaky ReLU; here it is 0.",
    zh: "左边的导数 0.01 属于 leaky ReLU；这里是 0。"
  ) { Z in try leakyReLUDerivative(Z) }

  C1W3.leakyReLU.mistaken(
    "plain-relu",
    "Negative numbers became 0: this is the plain ReLU, nothing leaks.",
    zh: "负数变成了 0：这是普通的 ReLU，没有“泄漏”。"
  ) { Z in try relu(Z) }
  C1W3.leakyReLU.mistaken(
    "minimum-instead",
    "This is min(0.01 z, z): positive numbers shrink and negative ones stay. Take the larger.",
    zh: "你算的是 min(0.01 z, z)：正数缩小了，负数反而不变。应当取较大者。"
  ) { Z in try minimum(0.01 * Z, Z) }
  C1W3.leakyReLU.mistaken(
    "slope-negative",
    "The left half rises: its slope is 0.01, not -0.01.",
    zh: "左半边翘起来了：导数应为 0.01，不是 -0.01。"
  ) { Z in abs(try leakyReLU(Z)) }
  C1W3.leakyReLU.mistaken(
    "slope-one-tenth",
    "The left half is ten times too steep: its slope is 0.01, not 0.1.",
    zh: "左半边陡了十倍：导数应为 0.01，不是 0.1。"
  ) { Z in try maximum(0.1 * Z, Z) }

  C1W3.leakyReLUDerivative.mistaken(
    "relu-slope",
    "A slope of 0 on the left belongs to the plain ReLU; here it is 0.01.",
    zh: "左边的导数为 0 属于普通 ReLU；这里是 0.01。"
  ) { Z in try reluDerivative(Z) }
  C1W3.leakyReLUDerivative.mistaken(
    "value-not-slope",
    "This is the leaky ReLU itself, not its slope.",
    zh: "这是 leaky ReLU 本身，不是它的导数。"
  ) { Z in try leakyReLU(Z) }
  C1W3.leakyReLUDerivative.mistaken(
    "slope-negative",
    "The slope on the left is 0.01, not -0.01: the function rises everywhere.",
    zh: "左边的导数是 0.01，不是 -0.01：这个函数处处递增。"
  ) { Z in Z.map { $0 < 0 ? -0.01 : 1 } }
}
