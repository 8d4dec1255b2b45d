public import Coursework
import Tensors
import Text

extension C1W4 {
  public static let initializeParameters = Exercise<Int, Int, Int, Int, [LayerParameters]>(
    "initializeParameters", week: "C1W4", parameters: ["n_x", "n_h", "n_y", "seed"], points: 5,
    hints: [
      Phrase(
        "The same start as last week, kept as a list of two layers.",
        zh: "与上周的初始化相同，只是放进由两层组成的数组里。"),
      Phrase(
        "W[1] ~ 0.01 · N(0, 1) of shape (n_h, n_x), then W[2] of shape (n_y, n_h); the biases are zero columns.",
        zh: "W[1] ~ 0.01 · N(0, 1)，形状 (n_h, n_x)；然后是 W[2]，形状 (n_y, n_h)；偏置是全零列。"),
      Phrase(
        "var random = RandomState(seed: UInt32(seed)), random.randn(n_h, n_x) * 0.01 first, and so on; return [LayerParameters(W:b:), LayerParameters(W:b:)].",
        zh:
          "var random = RandomState(seed: UInt32(seed))，先 random.randn(n_h, n_x) * 0.01，依次类推；返回 [LayerParameters(W:b:), LayerParameters(W:b:)]。"
      ),
    ],
    misconceptions: [
      Misconception(
        "scale-forgotten",
        "The weights are a hundred times too large: multiply by 0.01.",
        zh: "权重大了一百倍：要乘以 0.01。"),
      Misconception(
        "uniform-not-normal",
        "The weights are uniform in [0, 1): draw them from the normal distribution, with randn.",
        zh: "权重取自 [0, 1) 上的均匀分布：应当用 randn 从正态分布抽取。"),
      Misconception(
        "weights-transposed",
        "The weights have a row for each input; they need a row for each unit: (n_h, n_x) and (n_y, n_h).",
        zh: "权重的每一行对应了一个输入；应当每行对应一个单元：(n_h, n_x) 和 (n_y, n_h)。"),
      Misconception(
        "zeros",
        "All weights are zero: every hidden unit then computes the same and learns the same.",
        zh: "所有权重都是零：这样每个隐藏单元算得一样，学得也一样。"),
      Misconception(
        "generator-restarted",
        "W[2] begins with the same random numbers as W[1]: use one generator for both.",
        zh: "W[2] 开头的随机数与 W[1] 相同：两者应共用一个生成器。"),
    ],
    sample: { random in
      (
        random.randint(2, 5), random.randint(2, 6), random.randint(1, 3),
        random.randint(1, 1000)
      )
    })

  public static let initializeDeepParameters = Exercise<
    [Int], WeightScaling, Int, [LayerParameters]
  >(
    "initializeDeepParameters", week: "C1W4", parameters: ["layerSizes", "scaling", "seed"],
    points: 8,
    hints: [
      Phrase(
        "layerSizes counts the input as well: five numbers make four layers of weights.",
        zh: "layerSizes 把输入也算在内：五个数对应四层权重。"),
      Phrase(
        "W[l] has shape (n[l], n[l-1]) and is N(0, 1) times 0.01, or divided by √n[l-1]; b[l] is a zero column.",
        zh: "W[l] 的形状是 (n[l], n[l-1])，取 N(0, 1) 乘以 0.01，或者除以 √n[l-1]；b[l] 是全零列。"),
      Phrase(
        "One generator before the loop for l in 1..<layerSizes.count. A switch over scaling gives the factor: 0.01, or 1 / Double(layerSizes[l - 1]).squareRoot().",
        zh:
          "在循环 for l in 1..<layerSizes.count 之前创建一个生成器。用 switch scaling 得到系数：0.01，或 1 / Double(layerSizes[l - 1]).squareRoot()。"
      ),
    ],
    misconceptions: [
      Misconception(
        "scaling-ignored",
        "The weights are always 0.01 · N(0, 1): with byInputs they are divided by √n[l-1].",
        zh: "权重总是 0.01 · N(0, 1)：byInputs 时应当除以 √n[l-1]。"),
      Misconception(
        "root-of-own-units",
        "The weights are divided by √n[l], the units of the layer; what counts is its inputs, √n[l-1].",
        zh: "权重除以了本层单元数的平方根 √n[l]；应当用输入个数 √n[l-1]。"),
      Misconception(
        "root-forgotten",
        "The weights are divided by n[l-1]; divide by its square root.",
        zh: "权重除以了 n[l-1]；应当除以它的平方根。"),
      Misconception(
        "two-over-inputs",
        "The factor is √(2/n[l-1]), which is He's; here it is 1/√n[l-1].",
        zh: "系数用了 √(2/n[l-1])，那是 He 初始化；这里是 1/√n[l-1]。"),
      Misconception(
        "uniform-not-normal",
        "The weights are uniform in [0, 1): draw them from the normal distribution, with randn.",
        zh: "权重取自 [0, 1) 上的均匀分布：应当用 randn 从正态分布抽取。"),
      Misconception(
        "generator-restarted",
        "Every layer begins with the same random numbers: make the generator once, before the loop.",
        zh: "每一层开头的随机数都相同：生成器只在循环之前创建一次。"),
      Misconception(
        "last-layer-missing",
        "The last layer is missing: l runs from 1 to layerSizes.count - 1, both included.",
        zh: "少了最后一层：l 从 1 到 layerSizes.count - 1，两端都包括。"),
      Misconception(
        "weights-transposed",
        "The weights have shape (n[l-1], n[l]); they need a row for each unit: (n[l], n[l-1]).",
        zh: "权重的形状成了 (n[l-1], n[l])；应当每行对应一个单元：(n[l], n[l-1])。"),
    ],
    sample: { random in
      let sizes = (0..<random.randint(3, 6)).map { _ in random.randint(2, 7) }
      let scaling = WeightScaling.allCases[random.randint(2)]
      return (sizes, scaling, random.randint(1, 1000))
    })

  public static let updateParameters = Exercise<
    [LayerParameters], [LinearGradients], Double, [LayerParameters]
  >(
    "updateParameters", week: "C1W4", parameters: ["parameters", "gradients", "learningRate"],
    points: 5,
    hints: [
      Phrase(
        "Each layer has its own gradients; both lists have the same order.",
        zh: "每层有自己的梯度；两个数组的顺序相同。"),
      Phrase(
        "W[l] := W[l] - α dW[l], b[l] := b[l] - α db[l].",
        zh: "W[l] := W[l] - α dW[l]，b[l] := b[l] - α db[l]。"),
      Phrase(
        "zip(parameters, gradients).map { … } pairs each layer with its gradients and makes the list of new layers; map needs a try when its body has one.",
        zh:
          "zip(parameters, gradients).map { … } 把每一层和它的梯度配成一对，得到更新后的各层；闭包里有 try 时，map 前也要写 try。"
      ),
    ],
    misconceptions: [
      Misconception(
        "uphill",
        "The step goes along the gradient, uphill: subtract it.",
        zh: "你沿着梯度方向上坡了：应当减去它。"),
      Misconception(
        "learning-rate-ignored",
        "The whole gradient is subtracted: multiply it by the learning rate.",
        zh: "减去了整个梯度：还要乘以学习率。"),
      Misconception(
        "biases-not-updated",
        "The weights move, but the biases stay: they have gradients as well.",
        zh: "权重更新了，偏置却没动：它们也有梯度。"),
      Misconception(
        "last-layer-frozen",
        "The last layer stays where it was: the loop ends one layer early.",
        zh: "最后一层没有更新：循环少走了一层。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      let m = random.randint(2, 5)
      let parameters = drawParameters(sizes, &random)
      let gradients = parameters.map { layer in
        LinearGradients(
          dAPrevious: random.randn(layer.W.columns, m),
          dW: random.randn(shape: layer.W.shape), db: random.randn(shape: layer.b.shape))
      }
      return (parameters, gradients, random.uniform(low: 0.05, high: 0.8))
    })
}
