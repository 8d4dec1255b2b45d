public import Coursework
public import Tensors
import Text

extension C1W3 {
  public static let tanhActivation = Exercise<Tensor, Tensor>(
    "tanhActivation", week: "C1W3", parameters: ["Z"], points: 6,
    hints: [
      Phrase(
        "tanh is odd: tanh(-z) = -tanh(z). So it is enough to compute it for |z| and to put the sign back.",
        zh: "tanh 是奇函数：tanh(-z) = -tanh(z)。所以只需对 |z| 计算，再把符号放回去。"),
      Phrase(
        "tanh z = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ). For z > 0 divide above and below by eᶻ: (1 - e⁻²ᶻ) / (1 + e⁻²ᶻ), and nothing can overflow.",
        zh:
          "tanh z = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ)。当 z > 0 时分子分母同除以 eᶻ：(1 - e⁻²ᶻ) / (1 + e⁻²ᶻ)，这样就不会溢出。"),
      Phrase(
        "Let e be exp(-2 * abs(Z)). The answer is sign(Z) times (1 - e) over (1 + e), elementwise.",
        zh: "令 e 为 exp(-2 * abs(Z))。答案是 sign(Z) 乘以 (1 - e) 再除以 (1 + e)，逐元素计算。"),
    ],
    misconceptions: [
      Misconception(
        "overflows",
        "Right for small numbers, but eᶻ is infinite from z = 710 on, and ∞/∞ is NaN: use only exponentials of negative numbers.",
        zh: "数值小时是对的，但 z 超过 710 时 eᶻ 为无穷大，∞/∞ 得到 NaN：只对负数取指数。"),
      Misconception(
        "power-of-z",
        "This is (eᶻ - z⁻ᶻ) / (eᶻ + z⁻ᶻ): the base of both powers is e.",
        zh: "你算的是 (eᶻ - z⁻ᶻ) / (eᶻ + z⁻ᶻ)：两个幂的底数都应当是 e。"),
      Misconception(
        "sigmoid-instead",
        "This is the sigmoid, which runs from 0 to 1; tanh runs from -1 to 1.",
        zh: "这是 sigmoid，取值在 0 到 1 之间；tanh 的取值在 -1 到 1 之间。"),
      Misconception(
        "half-argument",
        "This is tanh(z/2): the exponent must be 2z, not z.",
        zh: "你算的是 tanh(z/2)：指数里应当是 2z，而不是 z。"),
      Misconception(
        "sign-lost",
        "This is tanh|z|: multiply by the sign of z.",
        zh: "你算的是 tanh|z|：还要乘以 z 的符号。"),
    ],
    sample: { random in
      let scale = [1.0, 600.0][random.randint(2)]
      var Z = random.randn(random.randint(1, 4), random.randint(2, 6)) * scale
      Z[0, 0] = 1000
      Z[0, 1] = random.uniform(low: 0.5, high: 2)
      return Z
    })

  public static let tanhDerivative = Exercise<Tensor, Tensor>(
    "tanhDerivative", week: "C1W3", parameters: ["A"], points: 5,
    hints: [
      Phrase(
        "The argument is A = tanh(Z), already computed. The slope can be written with it alone.",
        zh: "参数 A = tanh(Z) 已经算好了。只用它就能写出斜率。"),
      Phrase(
        "d tanh(z) / dz = 1 - tanh²(z) = 1 - a².", zh: "d tanh(z) / dz = 1 - tanh²(z) = 1 - a²。"),
      Phrase(
        "A.squared() squares each element; 1 minus a tensor is a tensor.",
        zh: "A.squared() 对每个元素求平方；1 减去一个张量仍是张量。"),
    ],
    misconceptions: [
      Misconception(
        "tanh-again",
        "This is 1 - tanh²(A): A is tanh(Z) already, do not apply tanh once more.",
        zh: "你算的是 1 - tanh²(A)：A 已经是 tanh(Z)，不要再取一次 tanh。"),
      Misconception(
        "sigmoid-rule",
        "This is a (1 - a), the rule for the sigmoid; for tanh it is 1 - a².",
        zh: "你算的是 a (1 - a)，这是 sigmoid 的导数；tanh 的导数是 1 - a²。"),
      Misconception(
        "square-forgotten",
        "This is 1 - a: a is to be squared.",
        zh: "你算的是 1 - a：a 要平方。"),
    ],
    sample: { random in
      random.uniform(low: -0.95, high: 0.95, shape: [random.randint(1, 5), random.randint(2, 6)])
    })

  public static let relu = Exercise<Tensor, Tensor>(
    "relu", week: "C1W3", parameters: ["Z"], points: 4,
    hints: [
      Phrase("What is negative becomes 0; the rest stays.", zh: "负数变成 0，其余保持不变。"),
      Phrase("relu(z) = max(0, z), for each element.", zh: "对每个元素：relu(z) = max(0, z)。"),
      Phrase(
        "maximum takes a number and a tensor and compares elementwise.",
        zh: "maximum 可以接收一个数和一个张量，逐元素取较大者。"),
    ],
    misconceptions: [
      Misconception(
        "absolute-value",
        "This is |z|: negative numbers become 0, not positive.",
        zh: "你算的是 |z|：负数应变成 0，而不是变成正数。"),
      Misconception(
        "step-instead",
        "These are zeros and ones, the slope of ReLU; the value itself is z where z is positive.",
        zh: "结果只有 0 和 1，这是 ReLU 的斜率；z 为正时函数值就是 z 本身。"),
      Misconception(
        "minimum-instead",
        "This is min(0, z): the larger of the two is wanted.",
        zh: "你算的是 min(0, z)：应当取两者中较大的。"),
      Misconception(
        "leaky-instead",
        "Negative numbers still pass, a hundredth of them: that is the leaky ReLU.",
        zh: "负数仍有百分之一通过：那是 leaky ReLU。"),
    ],
    sample: { random in kinked(&random) })

  public static let reluDerivative = Exercise<Tensor, Tensor>(
    "reluDerivative", week: "C1W3", parameters: ["Z"], points: 4,
    hints: [
      Phrase(
        "Draw ReLU. How steep is it on the left, how steep on the right?",
        zh: "画出 ReLU 的图像。左边有多陡？右边有多陡？"),
      Phrase(
        "g'(z) = 0 for z < 0 and 1 for z ≥ 0. At 0 there is no slope; this course takes 1.",
        zh: "z < 0 时 g'(z) = 0；z ≥ 0 时为 1。在 0 处导数不存在，本课程约定取 1。"),
      Phrase(
        "Comparisons of tensors begin with a point and give ones and zeros: .> .>= .< .<=",
        zh: "张量的比较运算符带一个点，得到 1 和 0：.> .>= .< .<="),
    ],
    misconceptions: [
      Misconception(
        "zero-at-zero",
        "The slope at exactly 0 is 1 by this course's convention: the comparison is ≥.",
        zh: "本课程约定在恰好为 0 处斜率取 1：应当用 ≥ 比较。"),
      Misconception(
        "value-not-slope",
        "This is ReLU itself, not its slope.",
        zh: "这是 ReLU 本身，不是它的斜率。"),
      Misconception(
        "sign-instead",
        "The left half is flat: its slope is 0, not -1.",
        zh: "左半边是平的：斜率是 0，不是 -1。"),
      Misconception(
        "leaky-slope",
        "A slope of 0.01 on the left belongs to the leaky ReLU; here it is 0.",
        zh: "左边斜率 0.01 属于 leaky ReLU；这里是 0。"),
    ],
    sample: { random in kinked(&random) })

  public static let leakyReLU = Exercise<Tensor, Tensor>(
    "leakyReLU", week: "C1W3", parameters: ["Z"], points: 4,
    hints: [
      Phrase(
        "Like ReLU, but what is negative shrinks to a hundredth instead of vanishing.",
        zh: "像 ReLU，但负数不是变成 0，而是缩小到百分之一。"),
      Phrase("max(0.01 z, z), for each element.", zh: "对每个元素：max(0.01 z, z)。"),
      Phrase(
        "maximum of two tensors compares elementwise and may throw, because shapes can differ.",
        zh: "两个张量的 maximum 逐元素比较；因为形状可能不同，它会抛出错误，需要 try。"),
    ],
    misconceptions: [
      Misconception(
        "plain-relu",
        "Negative numbers became 0: this is the plain ReLU, nothing leaks.",
        zh: "负数变成了 0：这是普通的 ReLU，没有“泄漏”。"),
      Misconception(
        "minimum-instead",
        "This is min(0.01 z, z): positive numbers shrink and negative ones stay. Take the larger.",
        zh: "你算的是 min(0.01 z, z)：正数缩小了，负数反而不变。应当取较大者。"),
      Misconception(
        "slope-negative",
        "The left half rises: its slope is 0.01, not -0.01.",
        zh: "左半边翘起来了：斜率应为 0.01，不是 -0.01。"),
      Misconception(
        "slope-one-tenth",
        "The left half is ten times too steep: its slope is 0.01, not 0.1.",
        zh: "左半边陡了十倍：斜率应为 0.01，不是 0.1。"),
    ],
    sample: { random in kinked(&random) })

  public static let leakyReLUDerivative = Exercise<Tensor, Tensor>(
    "leakyReLUDerivative", week: "C1W3", parameters: ["Z"], points: 4,
    hints: [
      Phrase("Two slopes, one on each side of 0.", zh: "0 的两边各有一个斜率。"),
      Phrase("g'(z) = 0.01 for z < 0 and 1 for z ≥ 0.", zh: "z < 0 时 g'(z) = 0.01；z ≥ 0 时为 1。"),
      Phrase(
        "Z.map { … } applies a rule to every element; inside, $0 is that element, and a condition is written condition ? yes : no.",
        zh: "Z.map { … } 对每个元素应用同一规则；其中 $0 表示该元素，条件写作 条件 ? 值1 : 值2。"),
    ],
    misconceptions: [
      Misconception(
        "small-at-zero",
        "The slope at exactly 0 is 1 by this course's convention: the comparison is ≥.",
        zh: "本课程约定在恰好为 0 处斜率取 1：应当用 ≥ 比较。"),
      Misconception(
        "relu-slope",
        "A slope of 0 on the left belongs to the plain ReLU; here it is 0.01.",
        zh: "左边斜率为 0 属于普通 ReLU；这里是 0.01。"),
      Misconception(
        "value-not-slope",
        "This is the leaky ReLU itself, not its slope.",
        zh: "这是 leaky ReLU 本身，不是它的斜率。"),
      Misconception(
        "slope-negative",
        "The slope on the left is 0.01, not -0.01: the function rises everywhere.",
        zh: "左边的斜率是 0.01，不是 -0.01：这个函数处处递增。"),
    ],
    sample: { random in kinked(&random) })

  /// Numbers of both signs, one of them exactly 0.
  private static func kinked(_ random: inout RandomState) -> Tensor {
    var Z = random.randn(random.randint(1, 4), random.randint(3, 6)) * 3
    Z[0, 0] = 0
    Z[0, 1] = random.uniform(low: -4, high: -1)
    Z[0, 2] = random.uniform(low: 1, high: 4)
    return Z
  }
}
