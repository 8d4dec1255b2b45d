public import Coursework
public import Tensors
import Text

extension C2W1c {
  public static let gradientCheck = Exercise<
    Tensor, Tensor, ThreeLayerParameters, ThreeLayerGradients, Double, Double, GradientCheck
  >(
    "gradientCheck", week: "C2W1c",
    parameters: ["X", "Y", "parameters", "gradients", "lambda", "epsilon"], points: 25,
    dependsOn: [vectorFromParameters, parametersFromVector],
    tolerance: Tolerance(relative: 1e-6, absolute: 1e-9),
    hints: [
      Phrase(
        "The one-dimensional check, once for every component of θ, while all others stand still.",
        zh: "对 θ 的每个分量各做一次一维检验，其他分量保持不动。"),
      Phrase(
        "ĝᵢ = (J(…, θᵢ + ε, …) - J(…, θᵢ - ε, …)) / (2ε); difference = ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖) with Euclidean norms; J is `cost`, penalty included.",
        zh:
          "ĝᵢ = (J(…, θᵢ + ε, …) - J(…, θᵢ - ε, …)) / (2ε)；差异 = ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖)，用欧几里得范数；J 就是 cost，含惩罚项。"
      ),
      Phrase(
        "For each i: copy theta into a var, add epsilon to its element [i, 0], and give parametersFromVector of it to cost; the same with minus. Fresh copies in every round keep the other components still. layerSizes(of:) and vectorFromGradients are given.",
        zh:
          "对每个 i：把 theta 复制到一个 var 里，给它的元素 [i, 0] 加上 epsilon，再把 parametersFromVector 的结果交给 cost；减的一边同理。每轮都用新的副本，其他分量就不会动。layerSizes(of:) 与 vectorFromGradients 已经给出。"
      ),
    ],
    misconceptions: [
      Misconception(
        "one-sided",
        "The slope is taken on one side, (J(θ + ε) - J(θ)) / ε: its error shrinks like ε, that of both sides like ε².",
        zh: "只取了单侧差分 (J(θ + ε) - J(θ)) / ε：它的误差与 ε 成正比，双侧差分的误差与 ε² 成正比。"),
      Misconception(
        "not-subtracted",
        "ε is added but never subtracted: (J(θ + ε) - J(θ)) / (2ε) is half the slope.",
        zh: "只加了 ε 没有减 ε：(J(θ + ε) - J(θ)) / (2ε) 只有斜率的一半。"),
      Misconception(
        "epsilon-not-doubled",
        "The differences are divided by ε; from θ - ε to θ + ε it is 2ε.",
        zh: "除以了 ε；从 θ - ε 到 θ + ε 的距离是 2ε。"),
      Misconception(
        "norm-missing",
        "The denominator is ‖g‖ alone: add ‖ĝ‖.",
        zh: "分母只有 ‖g‖：还要加上 ‖ĝ‖。"),
      Misconception(
        "absolute-difference",
        "‖g - ĝ‖ says little by itself: divide it by ‖g‖ + ‖ĝ‖.",
        zh: "单看 ‖g - ĝ‖ 说明不了什么：要除以 ‖g‖ + ‖ĝ‖。"),
      Misconception(
        "norm-of-sum",
        "The denominator is ‖g + ĝ‖: take both norms first, then add.",
        zh: "分母写成了 ‖g + ĝ‖：应当先各自求范数再相加。"),
      Misconception(
        "changes-pile-up",
        "Components already checked stay moved: begin every round from θ itself.",
        zh: "检查过的分量没有还原：每一轮都要从 θ 本身出发。"),
      Misconception(
        "penalty-left-out",
        "The costs leave the penalty out, but the gradients contain λ/m · W: pass lambda to cost.",
        zh: "代价里没有惩罚项，而梯度里有 λ/m · W：要把 lambda 传给 cost。"),
    ],
    sample: { random in
      let sizes = [random.randint(2, 4), 3, 2, 1]
      let m = random.randint(4, 7)
      let parameters = try random.threeLayers(sizes)
      let gradients = try random.threeLayers(sizes, scale: 0.3)
      return (
        random.randn(sizes[0], m), random.labels(m), parameters,
        ThreeLayerGradients(
          dW1: gradients.W1, db1: gradients.b1, dW2: gradients.W2, db2: gradients.b2,
          dW3: gradients.W3, db3: gradients.b3),
        random.uniform(low: 0.3, high: 1.5), random.uniform(low: 0.005, high: 0.02)
      )
    })

  public static let suspects = Exercise<
    ThreeLayerGradients, ThreeLayerGradients, Double, [String]
  >(
    "suspects", week: "C2W1c", parameters: ["gradients", "numerical", "limit"], points: 13,
    hints: [
      Phrase(
        "One number says that something is wrong; six numbers say where.",
        zh: "一个数只能说明有错；六个数能说明错在哪里。"),
      Phrase(
        "For each of dW1, db1, dW2, db2, dW3, db3: ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖) > limit makes it a suspect. Both norms 0 is no suspect.",
        zh: "对 dW1、db1、dW2、db2、dW3、db3 各算 ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖)，大于 limit 就可疑。两个范数都为 0 时不可疑。"),
      Phrase(
        "An array of (name, g, ĝ) and a filter; ‖g - ĝ‖ > limit · (‖g‖ + ‖ĝ‖) needs no division by zero.",
        zh: "用 (名字, g, ĝ) 的数组做 filter；写成 ‖g - ĝ‖ > limit · (‖g‖ + ‖ĝ‖) 就不会除以零。"),
    ],
    misconceptions: [
      Misconception(
        "absolute-difference",
        "‖g - ĝ‖ is compared without dividing: small gradients hide their errors, large ones seem wrong.",
        zh: "直接比较了 ‖g - ĝ‖：小梯度的错误会被藏起来，大梯度又会被冤枉。"),
      Misconception(
        "all-or-nothing",
        "All six are named as soon as the whole gradient is off: check each by itself.",
        zh: "整体有偏差就把六个全点了名：应当逐个检查。"),
      Misconception(
        "sound-ones",
        "These are the ones within the limit: the suspects are beyond it.",
        zh: "这些是没有超过 limit 的：可疑的是超过的那些。"),
      Misconception(
        "biases-unchecked",
        "The biases' gradients are not looked at: a mistake hides there as well.",
        zh: "没有检查偏置的梯度：错误也可能藏在那里。"),
    ],
    sample: { random in
      let sizes = random.threeLayerSizes()
      // Sizes from tiny to large: an absolute difference misjudges both.
      func gradients(_ layers: [LayerGradients]) -> ThreeLayerGradients {
        ThreeLayerGradients(
          dW1: layers[0].dW, db1: layers[0].db, dW2: layers[1].dW, db2: layers[1].db,
          dW3: layers[2].dW, db3: layers[2].db)
      }
      let layers = random.layers(sizes)
      let scales = [1e-6, 1.0, 1e6]
      let right = zip(random.gradients(of: layers), scales).map { layer, scale in
        LayerGradients(dW: layer.dW * scale, db: layer.db * scale)
      }
      let order = random.permutation(6)
      let wrong = right.enumerated().map { index, layer in
        func spoilt(_ tensor: Tensor, _ place: Int) -> Tensor {
          tensor * (order[place] < 2 ? 1.5 : 1 + 1e-9)
        }
        return LayerGradients(
          dW: spoilt(layer.dW, 2 * index), db: spoilt(layer.db, 2 * index + 1))
      }
      return (gradients(wrong), gradients(right), 1e-5)
    })

  public static let backward = Exercise<
    Tensor, Tensor, ThreeLayerParameters, Double, ThreeLayerGradients
  >(
    "backward", week: "C2W1c", parameters: ["X", "Y", "parameters", "lambda"], points: 20,
    hints: [
      Phrase(
        "Do not read the formulas first. Let gradientCheck say that something is wrong, and suspects where.",
        zh: "先别急着读公式。让 gradientCheck 告诉你有没有错，让 suspects 告诉你错在哪里。"),
      Phrase(
        "Two of the six gradients are off by a constant factor; every dW is dot(dZ, A.T) / m + λ/m W, every db the row sums of dZ over m.",
        zh: "六个梯度里有两个差了一个常数倍；每个 dW 都是 dot(dZ, A.T) / m + λ/m W，每个 db 都是 dZ 按行求和再除以 m。"),
      Phrase(
        "Compare the six lines two by two: the lines of layers 1, 2 and 3 must look alike. One weight gradient and one bias gradient do not.",
        zh: "把六行两两对照：第 1、2、3 层的写法应当一样。有一个权重梯度和一个偏置梯度不一样。"),
    ],
    misconceptions: [
      Misconception(
        "both-mistakes-left",
        "Both planted mistakes are still there: run gradientCheck on this pass, then suspects.",
        zh: "两处预埋的错误都还在：对它运行 gradientCheck，再看 suspects。"),
      Misconception(
        "first-mistake-left",
        "db1 is right now; one planted mistake is left, in the gradient of a weight matrix. Ask suspects which.",
        zh: "db1 已经对了；还剩一处预埋的错误，在某个权重矩阵的梯度里。用 suspects 找出是哪个。"),
      Misconception(
        "second-mistake-left",
        "dW2 is right now; one planted mistake is left, in the gradient of a bias. Ask suspects which.",
        zh: "dW2 已经对了；还剩一处预埋的错误，在某个偏置的梯度里。用 suspects 找出是哪个。"),
      Misconception(
        "penalty-removed",
        "The penalty's gradient is gone: λ/m · W was right, check with the λ that you train with.",
        zh: "惩罚项的梯度被删掉了：λ/m · W 本来是对的，检验时要用训练时的 λ。"),
    ], untouched: "both-mistakes-left",
    sample: { random in
      let sizes = random.threeLayerSizes()
      let m = random.randint(3, 7)
      return (
        random.randn(sizes[0], m), random.labels(m), try random.threeLayers(sizes),
        random.uniform(low: 0.3, high: 1.5)
      )
    })
}
