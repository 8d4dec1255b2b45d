public import Coursework
public import Tensors
import Text

extension C2W1b {
  public static let forwardWithDropout = Exercise<
    Tensor, ThreeLayerParameters, Double, UInt32, Bool, DropoutCache
  >(
    "forwardWithDropout", week: "C2W1b",
    parameters: ["X", "parameters", "keepProbability", "seed", "isTraining"], points: 20,
    hints: [
      Phrase(
        "For every activation a coin is thrown. What must happen to those that stay, so that the sum has the same mean?",
        zh: "对每个激活值抛一次硬币。留下来的要怎样处理，才能让总和的均值不变？"),
      Phrase(
        "D = (rand < keepProbability) as ones and zeros; A := A · D / keepProbability, after ReLU, in layers 1 and 2 only. At test time nothing is dropped and nothing divided.",
        zh:
          "D = (rand < keepProbability)，取 1 或 0；A := A · D / keepProbability，放在 ReLU 之后，只用于第 1、2 层。测试时既不丢弃也不相除。"
      ),
      Phrase(
        "random.rand(shape: A1.shape) .< keepProbability is D1; draw D1 before D2 from one generator; at test time Tensor.ones(shape: A1.shape) stands for it.",
        zh:
          "random.rand(shape: A1.shape) .< keepProbability 就是 D1；用同一个生成器先抽 D1 再抽 D2；测试时用 Tensor.ones(shape: A1.shape) 代替。"
      ),
    ],
    misconceptions: [
      Misconception(
        "kept-dropped",
        "The masks keep what is greater than keepProbability, the wrong part: keep where rand < keepProbability.",
        zh: "掩码留下了大于 keepProbability 的部分，正好反了：应当在 rand < keepProbability 处保留。"),
      Misconception(
        "normal-mask",
        "The masks come from the normal distribution: P(randn < 0.8) is not 0.8. Draw with rand.",
        zh: "掩码用了正态分布：P(randn < 0.8) 并不等于 0.8。应当用 rand。"),
      Misconception(
        "division-forgotten",
        "The kept activations are not divided by keepProbability: the next layer receives too little.",
        zh: "留下的激活值没有除以 keepProbability：下一层收到的信号偏小。"),
      Misconception(
        "multiplied-not-divided",
        "The kept activations are multiplied by keepProbability: divide, to make up for what was dropped.",
        zh: "留下的激活值乘了 keepProbability：应当除以它，以补偿被丢掉的部分。"),
      Misconception(
        "dropped-at-test",
        "Activations are dropped although isTraining is false: predictions must not depend on coins.",
        zh: "isTraining 为 false 时仍在丢弃：预测不能靠抛硬币。"),
      Misconception(
        "divided-at-test",
        "At test time nothing is dropped, and yet the activations are divided by keepProbability.",
        zh: "测试时没有丢弃，却仍除以了 keepProbability。"),
      Misconception(
        "one-mask-for-all",
        "All examples share one mask: every activation of every example throws its own coin.",
        zh: "所有样本共用了一个掩码：每个样本的每个激活值都要单独抛硬币。"),
      Misconception(
        "second-layer-only",
        "Layer 1 drops nothing: both hidden layers do.",
        zh: "第 1 层没有丢弃：两个隐藏层都要丢弃。"),
    ],
    sample: { random in
      let sizes = random.threeLayerSizes()
      return (
        random.randn(sizes[0], random.randint(4, 8)), try random.threeLayers(sizes),
        random.uniform(low: 0.5, high: 0.75), UInt32(random.randint(1, 1000)),
        random.randint(3) > 0
      )
    })

  public static let backwardWithDropout = Exercise<
    Tensor, Tensor, DropoutCache, ThreeLayerParameters, Double, ThreeLayerGradients
  >(
    "backwardWithDropout", week: "C2W1b",
    parameters: ["X", "Y", "cache", "parameters", "keepProbability"], points: 20,
    hints: [
      Phrase(
        "What was multiplied on the way forward is multiplied on the way back by the same number.",
        zh: "前向时乘过的数，反向时也要乘同样的数。"),
      Phrase(
        "dA2 := dA2 · D2 / keepProbability and dA1 := dA1 · D1 / keepProbability, with the masks of the forward pass; the rest stays.",
        zh: "dA2 := dA2 · D2 / keepProbability，dA1 := dA1 · D1 / keepProbability，用前向时的掩码；其余不变。"),
      Phrase(
        "dA2 is dot(W3.T, dZ3); after the mask and the division, dZ2 is dA2 times (A2 .> 0); then dA1 from W2 and dZ2 in the same way.",
        zh: "dA2 是 dot(W3.T, dZ3)；乘掩码并相除之后，dZ2 等于 dA2 乘 (A2 .> 0)；再用 W2 和 dZ2 同样得到 dA1。"),
    ],
    misconceptions: [
      Misconception(
        "masks-forgotten",
        "Dropped activations receive gradients: multiply dA1 and dA2 by the masks of the forward pass.",
        zh: "被丢弃的激活值也得到了梯度：dA1 和 dA2 要乘上前向时的掩码。"),
      Misconception(
        "division-forgotten",
        "The gradients are not divided by keepProbability, but the activations were.",
        zh: "激活值除以了 keepProbability，梯度却没有。"),
      Misconception(
        "multiplied-not-divided",
        "The gradients are multiplied by keepProbability: divide, as on the way forward.",
        zh: "梯度乘了 keepProbability：应当像前向那样除以它。"),
      Misconception(
        "new-masks",
        "The masks are drawn anew: the way back needs those of the way forward.",
        zh: "掩码又重新抽了一次：反向要用前向的那些掩码。"),
      Misconception(
        "second-layer-only",
        "dA1 is neither masked nor divided: both hidden layers dropped something.",
        zh: "dA1 既没有乘掩码也没有相除：两个隐藏层都做过丢弃。"),
    ],
    sample: { random in
      let sizes = random.threeLayerSizes()
      let parameters = try random.threeLayers(sizes)
      let m = random.randint(5, 9)
      let X = random.randn(sizes[0], m)
      let keepProbability = random.uniform(low: 0.5, high: 0.75)
      let cache = try dropped(X, parameters, keepProbability, &random)
      return (X, random.labels(m), cache, parameters, keepProbability)
    })

  /// A pass with dropout as the arguments of the way back need it.
  private static func dropped(
    _ X: Tensor, _ parameters: ThreeLayerParameters, _ keepProbability: Double,
    _ random: inout RandomState
  ) throws -> DropoutCache {
    let Z1 = try ThreeLayerNetwork.linear(parameters.W1, X, parameters.b1)
    let D1 = random.rand(shape: Z1.shape) .< keepProbability
    let A1 = try ThreeLayerNetwork.relu(Z1) * D1 / keepProbability
    let Z2 = try ThreeLayerNetwork.linear(parameters.W2, A1, parameters.b2)
    let D2 = random.rand(shape: Z2.shape) .< keepProbability
    let A2 = try ThreeLayerNetwork.relu(Z2) * D2 / keepProbability
    let Z3 = try ThreeLayerNetwork.linear(parameters.W3, A2, parameters.b3)
    return DropoutCache(
      activations: ThreeLayerCache(
        Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: ThreeLayerNetwork.sigmoid(Z3)),
      D1: D1, D2: D2)
  }
}
