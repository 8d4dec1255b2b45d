public import Coursework
import Tensors
import Text

extension C2W2 {
  public static let exponentiallyWeightedAverage = Exercise<[Double], Double, Bool, [Double]>(
    "exponentiallyWeightedAverage", week: "C2W2",
    parameters: ["theta", "beta", "correctingBias"], points: 6,
    hints: [
      Phrase(
        "One number remembers everything: mix each value into it.",
        zh: "只用一个数就能记住全部历史：把每个新值混进去。"),
      Phrase(
        "v[t] = β v[t-1] + (1 - β) θ[t] from v[0] = 0; the corrected value is v[t] / (1 - βᵗ), t = 1, 2, …",
        zh: "从 v[0] = 0 开始，v[t] = β v[t-1] + (1 - β) θ[t]；修正后的值是 v[t] / (1 - βᵗ)，t = 1, 2, …"),
      Phrase(
        "var v = 0.0; in a loop over theta.enumerated() renew v, and append either v or v / (1 - pow(beta, Double(index + 1))). The correction never goes back into v.",
        zh:
          "var v = 0.0；遍历 theta.enumerated()，更新 v，然后追加 v 或 v / (1 - pow(beta, Double(index + 1)))。修正后的值不要写回 v。"
      ),
    ],
    misconceptions: [
      Misconception(
        "factor-forgotten",
        "This is v = βv + θ: the value's factor (1 - β) is missing.",
        zh: "你算的是 v = βv + θ：新值前少了 (1 - β)。"),
      Misconception(
        "factors-swapped",
        "The two factors are swapped: β belongs to the old average, 1 - β to the new value.",
        zh: "两个系数写反了：β 乘旧的平均值，1 - β 乘新值。"),
      Misconception(
        "never-corrected",
        "The averages are never corrected: divide by 1 - βᵗ when it is asked for.",
        zh: "没有做偏差修正：要求修正时应除以 1 - βᵗ。"),
      Misconception(
        "always-corrected",
        "The averages are corrected although correctingBias is false.",
        zh: "correctingBias 为 false 时也做了修正。"),
      Misconception(
        "correction-fed-back",
        "The corrected average goes into the next one: correct what you return, not v.",
        zh: "修正后的值又参与了下一步的平均：只修正要返回的值，不要改 v。"),
      Misconception(
        "starts-with-first-value",
        "v starts at the first value: it starts at 0, which is why a correction is needed at all.",
        zh: "v 从第一个值开始了：它应当从 0 开始，正因如此才需要修正。"),
    ],
    sample: { random in
      (
        random.uniform(low: -5, high: 30, shape: [random.randint(3, 9)]).elements,
        random.uniform(low: 0.6, high: 0.98), random.randint(2) == 0
      )
    })

  public static let averagingWindow = Exercise<Double, Double>(
    "averagingWindow", week: "C2W2", parameters: ["beta"], points: 2,
    hints: [
      Phrase(
        "β near 1 remembers long, β near 0 forgets at once: which fraction behaves so?",
        zh: "β 接近 1 记得久，β 接近 0 马上就忘：什么样的分数有这种性质？"),
      Phrase("About 1 / (1 - β) values.", zh: "大约 1 / (1 - β) 个值。"),
      Phrase(
        "For β = 0.9 the result is 10, for 0.98 it is 50.", zh: "β = 0.9 时结果是 10，β = 0.98 时是 50。"),
    ],
    misconceptions: [
      Misconception(
        "one-over-beta",
        "This is 1/β, which is near 1 for every usual β: the window is 1/(1 - β).",
        zh: "这是 1/β，常用的 β 都会得到接近 1 的数：窗口长度是 1/(1 - β)。"),
      Misconception(
        "share-of-the-new",
        "This is 1 - β, the weight of the newest value; the window is one over it.",
        zh: "这是 1 - β，即最新值的权重；窗口长度是它的倒数。"),
    ],
    sample: { random in random.uniform(low: 0.3, high: 0.99) })

  public static let decayedLearningRate = Exercise<Double, Double, Int, Double>(
    "decayedLearningRate", week: "C2W2", parameters: ["initialRate", "decayRate", "epoch"],
    points: 3,
    hints: [
      Phrase("In epoch 0 nothing has decayed yet.", zh: "在第 0 个 epoch，还没有任何衰减。"),
      Phrase("α = α₀ / (1 + decayRate · epoch).", zh: "α = α₀ / (1 + decayRate · epoch)。"),
      Phrase(
        "Swift multiplies a Double only by a Double: write Double(epoch).",
        zh: "Swift 里 Double 只能与 Double 相乘：写成 Double(epoch)。"),
    ],
    misconceptions: [
      Misconception(
        "grows",
        "The rate grows with the epochs: divide by 1 + decayRate · epoch.",
        zh: "学习率随 epoch 变大了：应当除以 1 + decayRate · epoch。"),
      Misconception(
        "one-forgotten",
        "The 1 in the divisor is missing: epoch 0 divides by zero.",
        zh: "分母里漏了 1：第 0 个 epoch 会除以零。"),
      Misconception(
        "compounded",
        "This is α₀ / (1 + decayRate)^epoch; the epoch multiplies the decay rate.",
        zh: "你算的是 α₀ / (1 + decayRate)^epoch；epoch 应当与衰减率相乘。"),
    ],
    sample: { random in
      (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 0.2, high: 1.5),
        random.randint(0, 40)
      )
    })

  public static let scheduledLearningRate = Exercise<Double, Double, Int, Int, Double>(
    "scheduledLearningRate", week: "C2W2",
    parameters: ["initialRate", "decayRate", "epoch", "interval"], points: 4,
    hints: [
      Phrase(
        "The rate is a staircase: within an interval it must not change.",
        zh: "学习率像楼梯：同一个区间之内不变。"),
      Phrase(
        "α = α₀ / (1 + decayRate · ⌊epoch / interval⌋).",
        zh: "α = α₀ / (1 + decayRate · ⌊epoch / interval⌋)。"),
      Phrase(
        "Take floor of Double(epoch) / Double(interval); the division of two Ints in Swift drops the fraction as well.",
        zh: "对 Double(epoch) / Double(interval) 取 floor；在 Swift 里两个 Int 相除也会去掉小数部分。"),
    ],
    misconceptions: [
      Misconception(
        "floor-missing",
        "The rate falls inside an interval too: take the floor of epoch / interval.",
        zh: "同一区间里学习率也在下降：要对 epoch / interval 向下取整。"),
      Misconception(
        "rounded",
        "The rate falls in the middle of an interval: epoch / interval is rounded, not floored.",
        zh: "学习率在区间中间就下降了：epoch / interval 应当向下取整，而不是四舍五入。"),
      Misconception(
        "remainder",
        "The rate depends on epoch % interval, the place inside the interval: count the intervals that have passed.",
        zh: "你用的是 epoch % interval，即区间内的位置：应当数已经过了几个区间。"),
      Misconception(
        "interval-ignored",
        "The rate falls in every epoch: divide the epoch by the interval.",
        zh: "每个 epoch 学习率都在下降：要先把 epoch 除以 interval。"),
    ],
    sample: { random in
      let interval = random.randint(3, 30)
      return (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 0.2, high: 1.5),
        interval * random.randint(1, 4) + random.randint(0, interval), interval
      )
    })

  public static let exponentialLearningRate = Exercise<Double, Double, Int, Double>(
    "exponentialLearningRate", week: "C2W2", parameters: ["initialRate", "base", "epoch"],
    points: 3,
    hints: [
      Phrase(
        "With base 0.95 every epoch keeps 95 % of the rate.", zh: "底为 0.95 时，每个 epoch 保留学习率的 95 %。"),
      Phrase("α = base^epoch · α₀.", zh: "α = base^epoch · α₀。"),
      Phrase(
        "pow takes two Doubles: pow(base, Double(epoch)).",
        zh: "pow 需要两个 Double：pow(base, Double(epoch))。"),
    ],
    misconceptions: [
      Misconception(
        "multiplied-not-raised",
        "This is base · epoch · α₀: the epoch is an exponent.",
        zh: "你算的是 base · epoch · α₀：epoch 是指数。"),
      Misconception(
        "one-epoch-ahead",
        "The exponent is epoch + 1: epoch 0 has the rate α₀.",
        zh: "指数成了 epoch + 1：第 0 个 epoch 的学习率就是 α₀。"),
      Misconception(
        "e-power",
        "This is e^(-base · epoch) · α₀: the base itself is raised.",
        zh: "你算的是 e^(-base · epoch) · α₀：应当对 base 本身取幂。"),
    ],
    sample: { random in
      (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 0.8, high: 0.99),
        random.randint(0, 20)
      )
    })

  public static let rootLearningRate = Exercise<Double, Double, Int, Double>(
    "rootLearningRate", week: "C2W2", parameters: ["initialRate", "k", "t"], points: 4,
    hints: [
      Phrase("After four times as many steps the rate is half as large.", zh: "步数变成四倍，学习率变成一半。"),
      Phrase("α = k / √t · α₀.", zh: "α = k / √t · α₀。"),
      Phrase("sqrt(Double(t)) is the root.", zh: "根号用 sqrt(Double(t))。"),
    ],
    misconceptions: [
      Misconception(
        "root-forgotten",
        "This is k / t · α₀: it falls too fast; divide by the root of t.",
        zh: "你算的是 k / t · α₀：下降太快；应当除以 t 的平方根。"),
      Misconception(
        "root-of-everything",
        "The root covers k too: only t stands under it.",
        zh: "k 也被开方了：根号下只有 t。"),
      Misconception(
        "grows",
        "The rate grows with t: divide by the root.",
        zh: "学习率随 t 变大了：应当除以平方根。"),
    ],
    sample: { random in
      (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 1.5, high: 3),
        random.randint(2, 60)
      )
    })
}
