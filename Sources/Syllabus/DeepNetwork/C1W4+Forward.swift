public import Coursework
public import Tensors
import Text

extension C1W4 {
  public static let linearForward = Exercise<Tensor, Tensor, Tensor, LinearForward>(
    "linearForward", week: "C1W4", parameters: ["A", "W", "b"], points: 5,
    hints: [
      Phrase(
        "A weighted sum for every unit and every example, and a note of what went in.",
        zh: "对每个单元、每个样本求加权和，并记下输入了什么。"),
      Phrase(
        "Z = W A + b, of shape (n[l], m); the cache holds A, W and b.",
        zh: "Z = W A + b，形状 (n[l], m)；缓存里放 A、W、b。"),
      Phrase(
        "dot(W, A) + b, because b is a column and broadcasts; then LinearForward(Z:cache:) with LinearCache(A:W:b:).",
        zh: "dot(W, A) + b，b 是列向量，会自动广播；再用 LinearCache(A:W:b:) 组成 LinearForward(Z:cache:)。"),
    ],
    misconceptions: [
      Misconception(
        "bias-forgotten",
        "b is missing from Z = W A + b.",
        zh: "Z = W A + b 里漏了 b。"),
      Misconception(
        "biases-summed",
        "Every unit got the sum of all biases: add the column b, and let it broadcast.",
        zh: "每个单元都加上了所有偏置之和：应当加列向量 b，让它自动广播。"),
      Misconception(
        "output-cached",
        "The cache holds Z as its A: keep the input of the layer.",
        zh: "缓存里的 A 放成了 Z：应当保存这一层的输入。"),
    ],
    sample: { random in
      let (inputs, units) = (random.randint(2, 6), random.randint(2, 5))
      return (
        random.randn(inputs, random.randint(1, 7)), random.randn(units, inputs),
        random.randn(units, 1)
      )
    })

  public static let linearActivationForward = Exercise<
    Tensor, Tensor, Tensor, Activation, ActivationForward
  >(
    "linearActivationForward", week: "C1W4", parameters: ["A", "W", "b", "activation"],
    points: 7, dependsOn: [linearForward],
    hints: [
      Phrase(
        "A layer is two steps: the linear one, which you have, and one of two activations.",
        zh: "一层有两步：线性步骤已经写好，再加上两种激活函数之一。"),
      Phrase(
        "A[l] = g(Z[l]) with g the sigmoid or ReLU; the cache holds the linear step's cache and Z.",
        zh: "A[l] = g(Z[l])，g 是 sigmoid 或 ReLU；缓存里放线性步骤的缓存和 Z。"),
      Phrase(
        "switch activation { case .sigmoid: … case .relu: … } with the given sigmoid and relu; then ActivationCache(linear:Z:).",
        zh:
          "switch activation { case .sigmoid: … case .relu: … }，使用已给出的 sigmoid 和 relu；再组成 ActivationCache(linear:Z:)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "always-sigmoid",
        "The sigmoid is applied whatever was asked for.",
        zh: "不管要求哪种激活函数，用的都是 sigmoid。"),
      Misconception(
        "always-relu",
        "ReLU is applied whatever was asked for.",
        zh: "不管要求哪种激活函数，用的都是 ReLU。"),
      Misconception(
        "activations-swapped",
        "The two activations are swapped.",
        zh: "两种激活函数写反了。"),
      Misconception(
        "no-activation",
        "A is Z itself: the activation is missing.",
        zh: "A 就是 Z 本身：漏了激活函数。"),
      Misconception(
        "value-cached",
        "The cache holds A where Z belongs: the backward step asks for the slope at Z.",
        zh: "缓存里该放 Z 的地方放了 A：反向传播需要的是 Z 处的斜率。"),
    ],
    sample: { random in
      let (inputs, units) = (random.randint(2, 6), random.randint(2, 5))
      let activation = Activation.allCases[random.randint(2)]
      return (
        random.randn(inputs, random.randint(3, 7)), random.randn(units, inputs),
        random.randn(units, 1), activation
      )
    })

  public static let modelForward = Exercise<Tensor, [LayerParameters], ModelForward>(
    "modelForward", week: "C1W4", parameters: ["X", "parameters"], points: 10,
    dependsOn: [linearActivationForward],
    hints: [
      Phrase(
        "What one layer gives is what the next one takes. Only the last one is different.",
        zh: "前一层的输出就是后一层的输入，只有最后一层不同。"),
      Phrase(
        "A[0] = X; A[l] = relu(W[l] A[l-1] + b[l]) for l < L; AL = σ(W[L] A[L-1] + b[L]). One cache a layer, L in all.",
        zh:
          "A[0] = X；l < L 时 A[l] = relu(W[l] A[l-1] + b[l])；AL = σ(W[L] A[L-1] + b[L])。每层一个缓存，共 L 个。"
      ),
      Phrase(
        "var A = X, an empty list of caches; in a loop over parameters.enumerated() choose .sigmoid for the last index and .relu else, append the cache, and put the result into A.",
        zh:
          "var A = X，再准备一个空的缓存数组；遍历 parameters.enumerated()，最后一个下标用 .sigmoid，其余用 .relu；把缓存追加进去，并把结果存回 A。"
      ),
    ],
    misconceptions: [
      Misconception(
        "relu-at-output",
        "The last layer has ReLU: its answer is a probability, which needs the sigmoid.",
        zh: "最后一层用了 ReLU：它的输出是概率，要用 sigmoid。"),
      Misconception(
        "sigmoid-everywhere",
        "The hidden layers have the sigmoid; they should have ReLU.",
        zh: "隐藏层用了 sigmoid；应当用 ReLU。"),
      Misconception(
        "last-layer-skipped",
        "The last layer is missing: AL is what the hidden layers gave.",
        zh: "漏了最后一层：AL 只是隐藏层的输出。"),
      Misconception(
        "last-cache-missing",
        "The cache of the last layer was not kept: there are L caches.",
        zh: "没有保存最后一层的缓存：一共应有 L 个缓存。"),
      Misconception(
        "caches-reversed",
        "The caches begin with the last layer: caches[0] belongs to layer 1.",
        zh: "缓存从最后一层排起了：caches[0] 应当属于第 1 层。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      return (random.randn(sizes[0], random.randint(2, 7)), drawParameters(sizes, &random))
    })

  public static let computeCost = Exercise<Tensor, Tensor, Double>(
    "computeCost", week: "C1W4", parameters: ["AL", "Y"], points: 5,
    hints: [
      Phrase(
        "However deep the network is, the cost looks at its answers only.",
        zh: "网络不管多深，代价只看它的输出。"),
      Phrase(
        "J = -1/m Σ [y log a + (1 - y) log(1 - a)].",
        zh: "J = -1/m Σ [y log a + (1 - y) log(1 - a)]。"),
      Phrase(
        "Y * log(AL) and (1 - Y) * log(1 - AL) are tensors; add them, .sum(), divide by Double(Y.columns), and mind the sign.",
        zh: "Y * log(AL) 和 (1 - Y) * log(1 - AL) 都是张量；相加后 .sum()，除以 Double(Y.columns)，注意符号。"),
    ],
    misconceptions: [
      Misconception(
        "cost-sign",
        "The cost has the wrong sign: logarithms of probabilities are negative, so the mean needs a minus.",
        zh: "代价的符号反了：概率的对数是负的，平均之后还要取负。"),
      Misconception(
        "sum-not-mean",
        "This is the sum of the losses; the cost is their mean: divide by m.",
        zh: "这是损失之和；代价是平均值：要除以 m。"),
      Misconception(
        "averaged-twice",
        "This was divided by m twice: once is enough.",
        zh: "除了两次 m：一次就够了。"),
      Misconception(
        "positives-only",
        "Only examples with y = 1 are counted: add (1 - y) log(1 - a).",
        zh: "只算了 y = 1 的样本：还要加上 (1 - y) log(1 - a)。"),
      Misconception(
        "log-base-two",
        "This is the cost in bits, with the logarithm of base 2; the natural one is meant.",
        zh: "用了以 2 为底的对数；这里要用自然对数。"),
      Misconception(
        "log-base-ten",
        "The logarithm of base 10 was used; the natural one is meant.",
        zh: "用了以 10 为底的对数；这里要用自然对数。"),
    ],
    sample: { random in
      let m = random.randint(3, 9)
      return (random.uniform(low: 0.05, high: 0.95, shape: [1, m]), drawLabels(m, &random))
    })
}
