public import Coursework
public import Tensors
import Text

extension C2W1a {
  public static let deepLinearLengths = Exercise<Tensor, Double, Int, [Double]>(
    "deepLinearLengths", week: "C2W1a", parameters: ["x", "factor", "depth"], points: 15,
    hints: [
      Phrase(
        "Each layer multiplies what the layer before gave, not the input.",
        zh: "每一层乘的是前一层的输出，而不是最初的输入。"),
      Phrase(
        "a[0] = x; a[l] = W a[l-1] with W = factor · I; keep ‖a[l]‖ for l = 1 … depth.",
        zh: "a[0] = x；a[l] = W a[l-1]，其中 W = factor · I；记录 l = 1 … depth 的 ‖a[l]‖。"),
      Phrase(
        "Tensor.identity(x.rows) * factor is W; dot(W, a) goes one layer on; .norm() is the length.",
        zh: "Tensor.identity(x.rows) * factor 就是 W；dot(W, a) 走一层；.norm() 是长度。"),
    ],
    misconceptions: [
      Misconception(
        "input-in-every-layer",
        "Every layer is given x itself: feed it with what the layer before gave.",
        zh: "每一层的输入都是 x：应当用前一层的输出。"),
      Misconception(
        "input-counted",
        "The list begins with the length of x: it begins after the first layer.",
        zh: "列表从 x 的长度开始了：应当从第一层之后开始。"),
      Misconception(
        "grows-linearly",
        "The lengths grow like factor · l: layers multiply, so they go like factorˡ.",
        zh: "长度按 factor · l 变化：层与层是相乘的，应当按 factorˡ 变化。"),
      Misconception(
        "squared-lengths",
        "These are the squared lengths: take the root.",
        zh: "这是长度的平方：还要开方。"),
    ],
    sample: { random in
      (
        random.randn(random.randint(2, 6), 1), random.uniform(low: 0.3, high: 1.9),
        random.randint(3, 9)
      )
    })

  public static let trainFromInitialization = Exercise<
    Tensor, Tensor, [Int], InitializationMethod, UInt32, Double, Int, InitializationTraining
  >(
    "trainFromInitialization", week: "C2W1a",
    parameters: ["X", "Y", "layerSizes", "method", "seed", "learningRate", "steps"], points: 25,
    dependsOn: [
      initializeZeros, initializeRandom, initializeHe, initializeXavier, initializeAveragedXavier,
    ], timeLimit: 120,
    hints: [
      Phrase(
        "Draw the parameters once, then go downhill; the network itself is given.",
        zh: "参数只初始化一次，然后一步步下降；网络本身已经写好。"),
      Phrase(
        "In step i: forward, keep the cost when i is 0, 1000, 2000, …, backward, W := W - α dW, b := b - α db.",
        zh: "第 i 步：前向；i 为 0、1000、2000…… 时记录代价；反向；W := W - α dW，b := b - α db。"),
      Phrase(
        "switch method picks the initialization; ThreeLayerParameters(layers:) makes what ThreeLayerNetwork.forward, cost and backward take, and gradients.layers goes back to a list that zip can pair with the layers.",
        zh:
          "用 switch method 选择初始化；ThreeLayerParameters(layers:) 得到 ThreeLayerNetwork 的 forward、cost、backward 所需的参数；gradients.layers 又变回列表，可以用 zip 与各层配对。"
      ),
    ],
    misconceptions: [
      Misconception(
        "method-ignored",
        "Every method starts from He's weights: choose by `method`.",
        zh: "不管 method 是什么都用了 He 初始化：要按 method 选择。"),
      Misconception(
        "biases-not-updated",
        "The weights move, the biases do not: b has its own gradient db.",
        zh: "权重更新了，偏置没有动：b 有自己的梯度 db。"),
      Misconception(
        "uphill",
        "The steps go along the gradient, uphill: subtract it.",
        zh: "顺着梯度走是上坡：应当减去梯度。"),
      Misconception(
        "cost-after-update",
        "The costs are those after the update: keep the cost before it.",
        zh: "记录的是更新之后的代价：应当记录更新之前的。"),
      Misconception(
        "cost-every-step",
        "There is a cost for every step: keep only steps 0, 1000, 2000, …",
        zh: "每一步都记录了代价：只保留第 0、1000、2000……步的。"),
      Misconception(
        "one-step-less",
        "The training ends one step early: steps counts the updates.",
        zh: "少训练了一步：steps 是更新的次数。"),
    ],
    sample: { random in
      let m = random.randint(7, 12)
      let methods: [InitializationMethod] = [.xavier, .averagedXavier, .random]
      return (
        random.randn(2, m), random.labels(m), [2, 4, 3, 1], methods[random.randint(3)],
        UInt32(random.randint(1, 1000)), 0.05, random.randint(3, 9)
      )
    })
}
