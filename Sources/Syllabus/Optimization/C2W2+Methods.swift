public import Coursework
import Tensors
import Text

extension C2W2 {
  public static let initializeVelocity = Exercise<[LayerParameters], [LayerGradients]>(
    "initializeVelocity", week: "C2W2", parameters: ["parameters"], points: 3,
    hints: [
      Phrase(
        "Before the first step nothing has moved. Every parameter needs one number for its speed.",
        zh: "第一步之前什么都没有动。每个参数都要有一个数来表示它的速度。"),
      Phrase(
        "v_dW[l] = 0 with the shape of W[l], v_db[l] = 0 with the shape of b[l].",
        zh: "v_dW[l] = 0，形状与 W[l] 相同；v_db[l] = 0，形状与 b[l] 相同。"),
      Phrase(
        "parameters.map { layer in LayerGradients(dW: …, db: …) }, where .zeros(shape: layer.W.shape) makes the zeros.",
        zh:
          "parameters.map { layer in LayerGradients(dW: …, db: …) }，其中零用 .zeros(shape: layer.W.shape) 得到。"
      ),
    ],
    misconceptions: [
      Misconception(
        "copies-parameters",
        "The velocity starts as a copy of the parameters: it starts at zero, with their shapes.",
        zh: "速度被初始化成了参数的副本：它应当从零开始，只是形状与参数相同。"),
      Misconception(
        "ones",
        "The velocity starts at one: nothing has moved yet, so it is zero.",
        zh: "速度从 1 开始：此时还没有动，应当是零。"),
      Misconception(
        "shape-of-input",
        "The weights' velocities are transposed: their shape is that of W, (n[l], n[l-1]).",
        zh: "权重的速度转置了：形状应当与 W 相同，即 (n[l], n[l-1])。"),
      Misconception(
        "last-layer-skipped",
        "The last layer has no velocity: the loop ends one layer too early.",
        zh: "最后一层没有速度：循环少走了一层。"),
    ],
    sample: { random in random.layers(random.layerSizes()) })

  public static let updateWithMomentum = Exercise<
    [LayerParameters], [LayerGradients], [LayerGradients], Double, Double, MomentumStep
  >(
    "updateWithMomentum", week: "C2W2",
    parameters: ["parameters", "gradients", "velocity", "beta", "learningRate"], points: 10,
    dependsOn: [updateWithGradientDescent],
    hints: [
      Phrase(
        "First renew the average of the gradients, then walk along it instead of the gradient.",
        zh: "先更新梯度的平均值，再沿着这个平均值走，而不是沿着梯度走。"),
      Phrase(
        "v := β v + (1 - β) dW, then W := W - α v; the same for b.",
        zh: "先 v := β v + (1 - β) dW，再 W := W - α v；b 也一样。"),
      Phrase(
        "zip(velocity, gradients).map gives the new velocity; hand it to updateWithGradientDescent in place of the gradients, and return both in a MomentumStep.",
        zh:
          "用 zip(velocity, gradients).map 得到新的速度；把它当作梯度交给 updateWithGradientDescent，最后用 MomentumStep 一起返回。"
      ),
    ],
    misconceptions: [
      Misconception(
        "factor-forgotten",
        "This is v = βv + dW: the gradient's factor (1 - β) is missing, and v grows to about 1/(1 - β) times a gradient.",
        zh: "你算的是 v = βv + dW：梯度前少了 (1 - β)，v 会涨到梯度的约 1/(1 - β) 倍。"),
      Misconception(
        "factors-swapped",
        "The two factors are swapped: β belongs to the old velocity, 1 - β to the gradient.",
        zh: "两个系数写反了：β 乘旧速度，1 - β 乘梯度。"),
      Misconception(
        "old-velocity-used",
        "The parameters move by the velocity from before this step: renew it first.",
        zh: "参数用的是这一步之前的速度：要先更新速度。"),
      Misconception(
        "gradient-used",
        "The parameters move by the gradient; the velocity is computed but not used.",
        zh: "参数仍按梯度更新；速度算了却没有用上。"),
      Misconception(
        "velocity-not-kept",
        "The step is right, but the old velocity is returned: the next step would forget this one.",
        zh: "这一步走对了，但返回的是旧速度：下一步就记不住这一步了。"),
      Misconception(
        "biases-without-momentum",
        "The biases move by their gradients: they have a velocity as well.",
        zh: "偏置直接按梯度更新了：它们也有速度。"),
    ],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      return (
        layers, random.gradients(of: layers), random.gradients(of: layers),
        random.uniform(low: 0.6, high: 0.95), random.uniform(low: 0.01, high: 0.5)
      )
    })

  public static let updateWithRMSprop = Exercise<
    [LayerParameters], [LayerGradients], [LayerGradients], Double, Double, Double, RMSpropStep
  >(
    "updateWithRMSprop", week: "C2W2",
    parameters: ["parameters", "gradients", "squares", "beta", "epsilon", "learningRate"],
    points: 7, dependsOn: [updateWithGradientDescent],
    hints: [
      Phrase(
        "A parameter whose gradients are large takes small steps. Keep the average size of each gradient.",
        zh: "梯度大的参数走小步。为此要记住每个梯度的平均大小。"),
      Phrase(
        "s := β s + (1 - β) dW², then W := W - α dW / (√s + ε); the same for b.",
        zh: "先 s := β s + (1 - β) dW²，再 W := W - α dW / (√s + ε)；b 也一样。"),
      Phrase(
        "slope.dW.squared() squares each element and sqrt takes each root; the direction slope.dW / (sqrt(s.dW) + epsilon) can be handed to updateWithGradientDescent.",
        zh:
          "slope.dW.squared() 逐元素平方，sqrt 逐元素开方；方向 slope.dW / (sqrt(s.dW) + epsilon) 可以直接交给 updateWithGradientDescent。"
      ),
    ],
    misconceptions: [
      Misconception(
        "gradient-not-squared",
        "s averages the gradients, not their squares; it even becomes negative.",
        zh: "s 平均的是梯度而不是梯度的平方，甚至会变成负数。"),
      Misconception(
        "root-forgotten",
        "The gradient is divided by s; divide by its root, so that the units cancel.",
        zh: "你除以了 s；应当除以 √s，这样量纲才能抵消。"),
      Misconception(
        "epsilon-inside-root",
        "ε stands inside the root, √(s + ε); here it is added to the root, √s + ε.",
        zh: "你把 ε 放进了根号：√(s + ε)；这里应当在开方之后再加：√s + ε。"),
      Misconception(
        "factors-swapped",
        "The two factors are swapped: β belongs to the old average, 1 - β to the square.",
        zh: "两个系数写反了：β 乘旧的平均值，1 - β 乘平方。"),
      Misconception(
        "old-average-used",
        "The divisor is the average from before this step: renew s first.",
        zh: "除数用的是这一步之前的 s：要先更新 s。"),
    ],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      let squares = random.gradients(of: layers).map { layer in
        LayerGradients(dW: layer.dW.squared() * 0.3, db: layer.db.squared() * 0.3)
      }
      return (
        layers, random.gradients(of: layers), squares, random.uniform(low: 0.6, high: 0.95),
        random.uniform(low: 0.01, high: 0.1), random.uniform(low: 0.01, high: 0.5)
      )
    })

  public static let initializeAdam = Exercise<[LayerParameters], AdamMoments>(
    "initializeAdam", week: "C2W2", parameters: ["parameters"], points: 3,
    dependsOn: [initializeVelocity],
    hints: [
      Phrase("Two averages, and nothing has been averaged yet.", zh: "两个平均值，而此时还没有平均过任何东西。"),
      Phrase(
        "v[l] = 0 and s[l] = 0, each with the shapes of dW[l] and db[l].",
        zh: "v[l] = 0，s[l] = 0，形状都与 dW[l]、db[l] 相同。"),
      Phrase(
        "initializeVelocity already makes such zeros; tensors are values, so AdamMoments(v:s:) may get the same ones twice.",
        zh: "initializeVelocity 已经能得到这样的零；张量是值类型，同一组零可以同时交给 AdamMoments(v:s:) 的两个参数。"),
    ],
    misconceptions: [
      Misconception(
        "ones-in-s",
        "s starts at one: the bias correction expects a start at zero.",
        zh: "s 从 1 开始了：偏差修正的前提是从零开始。"),
      Misconception(
        "copies-parameters",
        "v starts as a copy of the parameters: both averages start at zero.",
        zh: "v 被初始化成了参数的副本：两个平均值都从零开始。"),
      Misconception(
        "s-empty",
        "s has no layers: it needs zeros of the same shapes as v.",
        zh: "s 里一层也没有：它需要与 v 形状相同的零。"),
    ],
    sample: { random in random.layers(random.layerSizes()) })

  public static let updateWithAdam = Exercise<
    [LayerParameters], [LayerGradients], AdamMoments, Int, Double, Double, Double, Double, AdamStep
  >(
    "updateWithAdam", week: "C2W2",
    parameters: [
      "parameters", "gradients", "moments", "t", "learningRate", "beta1", "beta2", "epsilon",
    ],
    points: 15, dependsOn: [updateWithGradientDescent],
    hints: [
      Phrase(
        "Momentum gives the direction, RMSprop the size. Both averages start at zero and are too small at first.",
        zh: "方向来自动量，大小来自 RMSprop。两个平均值都从零开始，起初偏小。"),
      Phrase(
        "v := β₁v + (1 - β₁)dW, v̂ = v/(1 - β₁ᵗ); s := β₂s + (1 - β₂)dW², ŝ = s/(1 - β₂ᵗ); W := W - α v̂/(√ŝ + ε). Keep v and s, not v̂ and ŝ.",
        zh:
          "v := β₁v + (1 - β₁)dW，v̂ = v/(1 - β₁ᵗ)；s := β₂s + (1 - β₂)dW²，ŝ = s/(1 - β₂ᵗ)；W := W - α v̂/(√ŝ + ε)。保存的是 v 和 s，不是 v̂ 和 ŝ。"
      ),
      Phrase(
        "1 - pow(beta1, Double(t)) corrects v and 1 - pow(beta2, Double(t)) corrects s; the direction of a layer is v.dW over its correction, over (sqrt(s.dW over its correction) + epsilon).",
        zh:
          "v 的修正因子是 1 - pow(beta1, Double(t))，s 的是 1 - pow(beta2, Double(t))；一层的方向是 v.dW 除以修正因子，再除以 (sqrt(s.dW 除以修正因子) + epsilon)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "epsilon-inside-root",
        "ε stands inside the root, √(ŝ + ε); here it is added to the root, √ŝ + ε.",
        zh: "你把 ε 放进了根号：√(ŝ + ε)；这里应当在开方之后再加：√ŝ + ε。"),
      Misconception(
        "no-bias-correction",
        "v and s are used as they are: divide them by 1 - β₁ᵗ and 1 - β₂ᵗ, or the first steps have the wrong size.",
        zh: "v 和 s 没有修正就用了：要分别除以 1 - β₁ᵗ 和 1 - β₂ᵗ，否则最初几步的大小不对。"),
      Misconception(
        "t-from-zero",
        "The corrections use t - 1: t counts from 1 and is used as it comes; β⁰ = 1 would divide by zero.",
        zh: "修正时用了 t - 1：t 从 1 开始数，直接用即可；β⁰ = 1 会导致除以零。"),
      Misconception(
        "power-forgotten",
        "The corrections are 1 - β₁ and 1 - β₂: raise β to the power t.",
        zh: "修正因子写成了 1 - β₁ 和 1 - β₂：β 要取 t 次幂。"),
      Misconception(
        "s-not-corrected",
        "v is corrected, s is not: divide s by 1 - β₂ᵗ before the root.",
        zh: "v 修正了，s 没有：开方之前要把 s 除以 1 - β₂ᵗ。"),
      Misconception(
        "corrected-moments-kept",
        "The corrected averages are returned: keep v and s as they are, or the next step corrects twice.",
        zh: "返回的是修正后的平均值：应当保存未修正的 v 和 s，否则下一步会修正两次。"),
      Misconception(
        "gradient-not-squared",
        "s averages the gradients, not their squares; its root is NaN where it is negative.",
        zh: "s 平均的是梯度而不是梯度的平方；为负时开方得到 NaN。"),
      Misconception(
        "betas-swapped",
        "β₁ and β₂ are swapped: β₁ belongs to v, β₂ to s.",
        zh: "β₁ 和 β₂ 用反了：β₁ 属于 v，β₂ 属于 s。"),
      Misconception(
        "gradient-instead-of-v",
        "The step takes the gradient itself, as RMSprop does: use v̂.",
        zh: "这一步用的是梯度本身，那是 RMSprop：应当用 v̂。"),
    ],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      let t = random.randint(1, 5)
      let zero = t == 1 ? 0.0 : 1.0
      let squares = random.gradients(of: layers).map { layer in
        LayerGradients(dW: layer.dW.squared() * 0.1 * zero, db: layer.db.squared() * 0.1 * zero)
      }
      return (
        layers, random.gradients(of: layers),
        AdamMoments(v: random.gradients(of: layers, scale: 0.5 * zero), s: squares), t,
        random.uniform(low: 0.01, high: 0.5), random.uniform(low: 0.7, high: 0.9),
        random.uniform(low: 0.92, high: 0.99), random.uniform(low: 0.01, high: 0.1)
      )
    })
}
