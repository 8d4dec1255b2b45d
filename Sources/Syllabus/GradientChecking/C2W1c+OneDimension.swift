public import Coursework
import Tensors
import Text

extension C2W1c {
  public static let forward1D = Exercise<Double, Double, Double>(
    "forward1D", week: "C2W1c", parameters: ["x", "theta"], points: 3,
    hints: [
      Phrase("The smallest model there is.", zh: "这是最小的模型。"),
      Phrase("J(θ) = θ x.", zh: "J(θ) = θ x。"),
      Phrase("A product of the two arguments.", zh: "两个参数相乘。"),
    ],
    misconceptions: [
      Misconception("sum", "This is θ + x; J is their product.", zh: "这是 θ + x；J 是它们的乘积。"),
      Misconception("squared", "This is θ² x; θ occurs once.", zh: "这是 θ² x；θ 只出现一次。"),
    ],
    sample: { random in (random.uniform(low: -5, high: 5), random.uniform(low: -5, high: 5)) })

  public static let backward1D = Exercise<Double, Double, Double>(
    "backward1D", week: "C2W1c", parameters: ["x", "theta"], points: 4,
    hints: [
      Phrase("How much does J grow when θ grows by one?", zh: "θ 增加 1 时，J 增加多少？"),
      Phrase("dJ/dθ of θ x.", zh: "对 θ x 求 dJ/dθ。"),
      Phrase("The derivative does not depend on θ.", zh: "这个导数与 θ 无关。"),
    ],
    misconceptions: [
      Misconception(
        "with-respect-to-x",
        "This is dJ/dx = θ; the parameter is θ, so the derivative is asked along θ.",
        zh: "这是 dJ/dx = θ；要学习的是 θ，应当对 θ 求导。"),
      Misconception("value-not-slope", "This is J itself, not its slope.", zh: "这是 J 本身，不是它的斜率。"),
    ],
    sample: { random in (random.uniform(low: -5, high: 5), random.uniform(low: -5, high: 5)) })

  public static let gradientCheck1D = Exercise<Double, Double, Double, Double, Double>(
    "gradientCheck1D", week: "C2W1c", parameters: ["x", "theta", "gradient", "epsilon"],
    points: 15, dependsOn: [forward1D],
    tolerance: Tolerance(relative: 1e-6, absolute: 1e-8),
    hints: [
      Phrase(
        "Go a little to the right of θ and a little to the left: how steep is the line through both points?",
        zh: "从 θ 往右走一点，再往左走一点：过这两点的直线有多陡？"),
      Phrase(
        "ĝ = (J(θ + ε) - J(θ - ε)) / (2ε); difference = |g - ĝ| / (|g| + |ĝ|).",
        zh: "ĝ = (J(θ + ε) - J(θ - ε)) / (2ε)；差异 = |g - ĝ| / (|g| + |ĝ|)。"),
      Phrase(
        "forward1D(x, theta + epsilon) and forward1D(x, theta - epsilon); abs works on numbers; mind the brackets round 2 * epsilon.",
        zh:
          "forward1D(x, theta + epsilon) 与 forward1D(x, theta - epsilon)；abs 可用于数；2 * epsilon 要加括号。"
      ),
    ],
    misconceptions: [
      Misconception(
        "on-x",
        "ε moves x, not θ: the derivative is along the parameter.",
        zh: "ε 加在了 x 上而不是 θ 上：求的是对参数的导数。"),
      Misconception(
        "not-subtracted",
        "ε is added but never subtracted: (J(θ + ε) - J(θ)) / (2ε) is half the slope.",
        zh: "只加了 ε 没有减 ε：(J(θ + ε) - J(θ)) / (2ε) 只有斜率的一半。"),
      Misconception(
        "epsilon-not-doubled",
        "The difference is divided by ε; from θ - ε to θ + ε it is 2ε.",
        zh: "除以了 ε；从 θ - ε 到 θ + ε 的距离是 2ε。"),
      Misconception(
        "norm-missing",
        "The denominator is |g| alone: add |ĝ|, or the measure is not symmetric.",
        zh: "分母只有 |g|：还要加上 |ĝ|，否则这个量不对称。"),
      Misconception(
        "absolute-difference",
        "|g - ĝ| says little by itself: divide it by |g| + |ĝ|.",
        zh: "单看 |g - ĝ| 说明不了什么：要除以 |g| + |ĝ|。"),
    ],
    sample: { random in
      (
        random.uniform(low: 1, high: 5), random.uniform(low: -5, high: -1),
        random.uniform(low: 0.5, high: 6), random.uniform(low: 0.001, high: 0.1)
      )
    })
}
