public import Coursework
public import Tensors
import Text

extension C1W4 {
  public static let predict = Exercise<[LayerParameters], Tensor, Tensor>(
    "predict", week: "C1W4", parameters: ["parameters", "X"], points: 5,
    dependsOn: [modelForward],
    hints: [
      Phrase("AL is a probability; an answer is 0 or 1.", zh: "AL 是概率；答案只能是 0 或 1。"),
      Phrase(
        "ŷ = 1 where AL > 0.5, else 0; exactly 0.5 gives 0.",
        zh: "AL > 0.5 时 ŷ = 1，否则为 0；恰好等于 0.5 时为 0。"),
      Phrase(
        "modelForward gives AL; the comparison .> gives ones and zeros.",
        zh: "modelForward 给出 AL；比较运算符 .> 得到 1 和 0。"),
    ],
    misconceptions: [
      Misconception(
        "half-counts-as-one",
        "A probability of exactly 0.5 gives 0: the comparison is strict.",
        zh: "概率恰好为 0.5 时应得 0：要用严格大于。"),
      Misconception(
        "probabilities-returned",
        "These are the probabilities; compare them with 0.5.",
        zh: "这些是概率；还要与 0.5 比较。"),
      Misconception(
        "classes-swapped",
        "Ones and zeros are swapped: probabilities above 0.5 give 1.",
        zh: "1 和 0 写反了：概率大于 0.5 时应得 1。"),
      Misconception(
        "threshold-on-ZL",
        "The sum ZL is compared with 0.5: compare AL = σ(ZL).",
        zh: "你拿 ZL 与 0.5 比较：应当比较 AL = σ(ZL)。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      var parameters = drawParameters(sizes, &random)
      // Without biases the first example, all zeros, lies exactly on the boundary.
      for l in parameters.indices { parameters[l].b = .zeros(shape: parameters[l].b.shape) }
      var X = random.randn(sizes[0], random.randint(15, 30))
      for i in 0..<sizes[0] { X[i, 0] = 0 }
      return (parameters, X)
    })

  public static let twoLayerModel = Exercise<Tensor, Tensor, Int, Int, Double, Int, DeepModel>(
    "twoLayerModel", week: "C1W4",
    parameters: ["X", "Y", "hiddenUnits", "steps", "learningRate", "seed"], points: 7,
    dependsOn: [
      initializeParameters, modelForward, computeCost, modelBackward, updateParameters,
    ], timeLimit: 60,
    hints: [
      Phrase(
        "Last week's loop, with this week's parts.",
        zh: "循环与上周一样，零件换成这一周的。"),
      Phrase(
        "W[1], W[2] from initializeParameters; then in each step forward, cost, backward, update. Costs of steps 0, 100, 200, …",
        zh: "W[1]、W[2] 来自 initializeParameters；每一步：前向、代价、反向、更新。记录第 0、100、200……步的代价。"),
      Phrase(
        "initializeParameters(X.rows, hiddenUnits, Y.rows, seed) is a list of two layers, so that modelForward and modelBackward work on it as they are.",
        zh:
          "initializeParameters(X.rows, hiddenUnits, Y.rows, seed) 得到两层的数组，可以直接交给 modelForward 和 modelBackward。"
      ),
    ],
    misconceptions: [
      Misconception(
        "scaled-by-inputs",
        "The weights start as N(0, 1)/√n: the two-layer model starts with 0.01 · N(0, 1).",
        zh: "权重的初值用了 N(0, 1)/√n：两层模型从 0.01 · N(0, 1) 开始。"),
      Misconception(
        "tanh-hidden",
        "The hidden layer has tanh, as last week; this week it has ReLU.",
        zh: "隐藏层还是上周的 tanh；这一周用 ReLU。"),
      Misconception(
        "cost-every-step",
        "There is a cost for every step; keep only steps 0, 100, 200, …",
        zh: "每一步都记录了代价；只保留第 0、100、200……步的。"),
      Misconception(
        "cost-after-update",
        "The costs are those after the update; keep the cost of the parameters with which the step began.",
        zh: "记录的是更新之后的代价；应当记录这一步开始时那组参数的代价。"),
      Misconception(
        "seed-ignored",
        "The parameters always begin with seed 1: pass the argument on.",
        zh: "参数总是从种子 1 开始：应当把 seed 传下去。"),
      Misconception(
        "uphill",
        "The cost grows: the steps go along the gradient. Subtract it.",
        zh: "代价在变大：你沿着梯度方向走了。应当减去梯度。"),
    ],
    sample: { random in
      let m = random.randint(5, 9)
      return (
        random.randn(random.randint(2, 5), m), drawLabels(m, &random), random.randint(2, 5),
        random.randint(101, 230), random.uniform(low: 0.2, high: 0.6), random.randint(2, 1000)
      )
    })

  public static let deepModel = Exercise<Tensor, Tensor, [Int], Int, Double, Int, DeepModel>(
    "deepModel", week: "C1W4",
    parameters: ["X", "Y", "layerSizes", "steps", "learningRate", "seed"], points: 8,
    dependsOn: [
      initializeDeepParameters, modelForward, computeCost, modelBackward, updateParameters,
    ], timeLimit: 60,
    hints: [
      Phrase(
        "The same loop once more. Only the beginning knows how deep the network is.",
        zh: "还是同一个循环。只有初始化知道网络有多深。"),
      Phrase(
        "Start with N(0, 1)/√n[l-1]; in each step forward, cost, backward, update. Costs of steps 0, 100, 200, …",
        zh: "从 N(0, 1)/√n[l-1] 开始；每一步：前向、代价、反向、更新。记录第 0、100、200……步的代价。"),
      Phrase(
        "initializeDeepParameters(layerSizes, .byInputs, seed) into var parameters, then the loop with step.isMultiple(of: 100).",
        zh:
          "把 initializeDeepParameters(layerSizes, .byInputs, seed) 存进 var parameters，循环里用 step.isMultiple(of: 100)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "one-hundredth-start",
        "The weights start as 0.01 · N(0, 1): in a deep network the answers then hardly depend on the input. Take byInputs.",
        zh: "权重的初值用了 0.01 · N(0, 1)：网络一深，输出就几乎与输入无关了。请用 byInputs。"),
      Misconception(
        "cost-every-step",
        "There is a cost for every step; keep only steps 0, 100, 200, …",
        zh: "每一步都记录了代价；只保留第 0、100、200……步的。"),
      Misconception(
        "cost-every-thousand",
        "Only every 1000th cost is kept, as last week; here it is every 100th.",
        zh: "像上周那样每 1000 步才记录一次代价；这里是每 100 步。"),
      Misconception(
        "cost-after-update",
        "The costs are those after the update; keep the cost of the parameters with which the step began.",
        zh: "记录的是更新之后的代价；应当记录这一步开始时那组参数的代价。"),
      Misconception(
        "seed-ignored",
        "The parameters always begin with seed 1: pass the argument on.",
        zh: "参数总是从种子 1 开始：应当把 seed 传下去。"),
      Misconception(
        "learning-rate-ignored",
        "The steps always have the rate 0.0075: pass the argument on.",
        zh: "学习率总是 0.0075：应当把 learningRate 传下去。"),
      Misconception(
        "only-last-layer-learns",
        "Only the last layer changes: the hidden layers have gradients as well.",
        zh: "只有最后一层在更新：隐藏层也有梯度。"),
    ],
    sample: { random in
      let m = random.randint(5, 9)
      let sizes = drawSizes(&random)
      return (
        random.randn(sizes[0], m), drawLabels(m, &random), sizes, random.randint(101, 230),
        random.uniform(low: 0.05, high: 0.2), random.randint(2, 1000)
      )
    })
}
