public import Coursework
public import Tensors
import Text

extension C1W3 {
  public static let predict = Exercise<ShallowParameters, Tensor, Tensor>(
    "predict", week: "C1W3", parameters: ["parameters", "X"], points: 6,
    dependsOn: [forwardPropagation],
    hints: [
      Phrase("A2 is a probability; an answer is 0 or 1.", zh: "A2 是概率；答案只能是 0 或 1。"),
      Phrase(
        "ŷ = 1 where A2 > 0.5, else 0; exactly 0.5 gives 0.",
        zh: "A2 > 0.5 时 ŷ = 1，否则为 0；恰好等于 0.5 时为 0。"),
      Phrase(
        "forwardPropagation(X, parameters).A2 and the comparison .> which gives ones and zeros.",
        zh: "先取 forwardPropagation(X, parameters).A2，再用 .> 比较，得到 1 和 0。"),
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
        "threshold-on-Z2",
        "Z2 is compared with 0.5: compare A2 = σ(Z2), or Z2 with 0.",
        zh: "你拿 Z2 与 0.5 比较：应当比较 A2 = σ(Z2)，或者拿 Z2 与 0 比较。"),
      Misconception(
        "classes-swapped",
        "Ones and zeros are swapped: probabilities above 0.5 give 1.",
        zh: "1 和 0 写反了：概率大于 0.5 时应得 1。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      var parameters = drawParameters(sizes, &random)
      // Without biases the first example, all zeros, lies exactly on the boundary.
      parameters.b1 = .zeros(sizes.n_h, 1)
      parameters.b2 = .zeros(sizes.n_y, 1)
      parameters.W2 *= 0.5
      var X = random.randn(sizes.n_x, random.randint(12, 24))
      for i in 0..<sizes.n_x { X[i, 0] = 0 }
      return (parameters, X)
    })

  public static let model = Exercise<Tensor, Tensor, Int, Int, Double, Int, ShallowModel>(
    "model", week: "C1W3",
    parameters: ["X", "Y", "hiddenUnits", "steps", "learningRate", "seed"], points: 15,
    dependsOn: [
      layerSizes, initializeParameters, forwardPropagation, computeCost, backwardPropagation,
      updateParameters,
    ], timeLimit: 60,
    hints: [
      Phrase(
        "Every part is written. Put them in order: begin once, then repeat four calls.",
        zh: "零件都写好了。按顺序拼起来：初始化一次，然后反复调用四个函数。"),
      Phrase(
        "In each step: forward, cost, backward, update. Keep the cost of steps 0, 1000, 2000, …",
        zh: "每一步：前向传播、代价、反向传播、更新。记录第 0、1000、2000……步的代价。"),
      Phrase(
        "layerSizes, then initializeParameters with its three numbers and the seed into var parameters; in for step in 0..<steps use step.isMultiple(of: 1000) for the cost.",
        zh:
          "先 layerSizes，再把得到的三个数和种子交给 initializeParameters，存进 var parameters；在 for step in 0..<steps 里用 step.isMultiple(of: 1000) 决定是否记录代价。"
      ),
    ],
    misconceptions: [
      Misconception(
        "uphill",
        "The cost grows: the steps go along the gradient. Subtract it.",
        zh: "代价在变大：你沿着梯度方向走了。应当减去梯度。"),
      Misconception(
        "cost-every-step",
        "There is a cost for every step; keep only steps 0, 1000, 2000, …",
        zh: "每一步都记录了代价；只保留第 0、1000、2000……步的。"),
      Misconception(
        "cost-every-hundred",
        "There is a cost for every 100th step; here every 1000th is kept.",
        zh: "每 100 步记录了一次代价；这里是每 1000 步一次。"),
      Misconception(
        "cost-after-update",
        "The costs are those after the update; keep the cost of the parameters with which the step began.",
        zh: "记录的是更新之后的代价；应当记录这一步开始时那组参数的代价。"),
      Misconception(
        "hidden-hard-coded",
        "The network has 4 hidden units whatever the argument says.",
        zh: "不管参数是多少，网络总是有 4 个隐藏单元。"),
      Misconception(
        "seed-ignored",
        "The parameters always begin with seed 3: pass the argument on.",
        zh: "参数总是从种子 3 开始：应当把 seed 传下去。"),
      Misconception(
        "learning-rate-ignored",
        "The steps always have the rate 1.2: pass the argument on.",
        zh: "学习率总是 1.2：应当把 learningRate 传下去。"),
      Misconception(
        "started-anew-each-step",
        "The parameters are drawn anew in every step, so that nothing is learned: initialize before the loop.",
        zh: "每一步都重新初始化参数，等于什么也没学到：初始化要放在循环之前。"),
      Misconception(
        "one-step-short",
        "One step is missing: the loop runs over 0..<steps.",
        zh: "少走了一步：循环应当是 0..<steps。"),
    ],
    sample: { random in
      let n = random.randint(2, 4)
      let m = random.randint(5, 9)
      // Now and then long enough for a second cost.
      let steps = random.randint(101, 140) + random.randint(2) * 900
      return (
        random.randn(n, m), drawLabels(m, &random), random.randint(2, 4), steps,
        random.uniform(low: 0.1, high: 0.4), random.randint(4, 1000)
      )
    })
}
