public import Coursework
public import Tensors
import Text

extension C1W4 {
  public static let linearBackward = Exercise<Tensor, LinearCache, LinearGradients>(
    "linearBackward", week: "C1W4", parameters: ["dZ", "cache"], points: 10,
    hints: [
      Phrase(
        "Three answers from dZ: for the weights, for the biases, and for the layer before. Their shapes tell which product each one is.",
        zh: "由 dZ 求三样东西：权重的、偏置的、以及上一层的导数。看形状就知道各用什么乘积。"),
      Phrase(
        "dW = 1/m dZ A[l-1]ᵀ, db = 1/m Σ dZ over the examples, dA[l-1] = Wᵀ dZ, without 1/m.",
        zh: "dW = 1/m dZ A[l-1]ᵀ，db = 1/m Σ dZ（对样本求和），dA[l-1] = Wᵀ dZ，不带 1/m。"),
      Phrase(
        "m is Double(dZ.columns); dot(dZ, cache.A.T) / m, dZ.sum(axis: 1, keepingDimensions: true) / m, dot(cache.W.T, dZ).",
        zh:
          "m 是 Double(dZ.columns)；dot(dZ, cache.A.T) / m、dZ.sum(axis: 1, keepingDimensions: true) / m、dot(cache.W.T, dZ)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "not-averaged",
        "dW and db are sums over the examples: divide by m.",
        zh: "dW 和 db 是对样本求和的结果：还要除以 m。"),
      Misconception(
        "everything-averaged",
        "dA of the layer before is divided by m as well: only dW and db carry 1/m.",
        zh: "上一层的 dA 也除以了 m：只有 dW 和 db 带 1/m。"),
      Misconception(
        "rows-counted",
        "dW and db are divided by the number of units: m is the number of columns.",
        zh: "dW 和 db 除以了单元数：m 是列数，即样本数。"),
      Misconception(
        "dimension-dropped",
        "db has lost an axis: keepingDimensions keeps the shape (n[l], 1).",
        zh: "db 少了一个轴：用 keepingDimensions 保持形状 (n[l], 1)。"),
      Misconception(
        "summed-over-units",
        "db is summed along axis 0, over the units: sum over the examples, axis 1.",
        zh: "db 沿 axis 0 对单元求和了：应当沿 axis 1 对样本求和。"),
      Misconception(
        "biases-summed-together",
        "All units got the same db: sum along axis 1 only.",
        zh: "所有单元得到了同一个 db：只沿 axis 1 求和。"),
      Misconception(
        "bias-gradient-from-weights",
        "db is the mean of dW along the inputs: it comes from dZ alone.",
        zh: "db 取成了 dW 沿输入方向的平均：它只由 dZ 得到。"),
    ],
    sample: { random in
      let (inputs, units) = (random.randint(2, 7), random.randint(2, 6))
      let m = random.randint(3, 9)
      return (random.randn(units, m), linearCache(inputs, units, m, &random))
    })

  public static let linearActivationBackward = Exercise<
    Tensor, ActivationCache, Activation, LinearGradients
  >(
    "linearActivationBackward", week: "C1W4", parameters: ["dA", "cache", "activation"],
    points: 10, dependsOn: [linearBackward],
    hints: [
      Phrase(
        "First back through the activation, then through the linear step, which you have.",
        zh: "先反向穿过激活函数，再反向穿过线性步骤；后者你已经写好。"),
      Phrase(
        "dZ = dA * g'(Z), element by element; the cache keeps Z.",
        zh: "dZ = dA * g'(Z)，逐元素相乘；Z 在缓存里。"),
      Phrase(
        "switch activation chooses between the given sigmoidDerivative(cache.Z) and reluDerivative(cache.Z); then linearBackward(dZ, cache.linear).",
        zh:
          "用 switch activation 在已给出的 sigmoidDerivative(cache.Z) 和 reluDerivative(cache.Z) 之间选择；再调用 linearBackward(dZ, cache.linear)。"
      ),
    ],
    misconceptions: [
      Misconception(
        "slope-forgotten",
        "dZ is dA itself: multiply by the slope of the activation at Z.",
        zh: "直接把 dA 当成了 dZ：还要乘以激活函数在 Z 处的斜率。"),
      Misconception(
        "activations-swapped",
        "The slopes of sigmoid and ReLU are swapped.",
        zh: "sigmoid 和 ReLU 的斜率写反了。"),
      Misconception(
        "always-sigmoid",
        "The sigmoid's slope is used whatever the activation is.",
        zh: "不管是哪种激活函数，用的都是 sigmoid 的斜率。"),
      Misconception(
        "always-relu",
        "ReLU's slope is used whatever the activation is.",
        zh: "不管是哪种激活函数，用的都是 ReLU 的斜率。"),
      Misconception(
        "slope-at-value",
        "The slope is taken at A = g(Z): the cache holds Z, and there the slope is asked.",
        zh: "斜率取在了 A = g(Z) 处：缓存里保存的是 Z，应当在 Z 处求斜率。"),
      Misconception(
        "value-not-slope",
        "dA is multiplied by g(Z), the value of the activation: its slope g'(Z) is wanted.",
        zh: "dA 乘的是激活值 g(Z)：应当乘斜率 g'(Z)。"),
    ],
    sample: { random in
      let (inputs, units) = (random.randint(2, 6), random.randint(2, 5))
      let m = random.randint(3, 8)
      let linear = linearCache(inputs, units, m, &random)
      let Z = try dot(linear.W, linear.A) + linear.b
      let activation = Activation.allCases[random.randint(2)]
      return (random.randn(units, m), ActivationCache(linear: linear, Z: Z), activation)
    })

  public static let modelBackward = Exercise<Tensor, Tensor, [ActivationCache], [LinearGradients]>(
    "modelBackward", week: "C1W4", parameters: ["AL", "Y", "caches"], points: 15,
    dependsOn: [linearActivationBackward],
    hints: [
      Phrase(
        "The forward pass in reverse: the dA that one layer gives is the dA that the layer before takes.",
        zh: "把前向传播倒过来走：后一层给出的 dA，就是前一层要接收的 dA。"),
      Phrase(
        "dAL = -(Y/AL - (1-Y)/(1-AL)); layer L goes back through the sigmoid, layers L-1 … 1 through ReLU.",
        zh: "dAL = -(Y/AL - (1-Y)/(1-AL))；第 L 层反向穿过 sigmoid，第 L-1 到 1 层反向穿过 ReLU。"),
      Phrase(
        "var dA holds what comes back. Loop over caches.indices.reversed(), call linearActivationBackward with .sigmoid at the last index and .relu else, insert its result at the front of the list, and put its dAPrevious into dA.",
        zh:
          "用 var dA 保存传回来的导数。遍历 caches.indices.reversed()，最后一个下标用 .sigmoid，其余用 .relu，调用 linearActivationBackward；把结果插到数组最前面，再把 dAPrevious 存进 dA。"
      ),
    ],
    misconceptions: [
      Misconception(
        "derivative-sign",
        "Every gradient has the wrong sign: dAL begins with a minus.",
        zh: "所有梯度的符号都反了：dAL 前面有负号。"),
      Misconception(
        "difference-as-dAL",
        "dAL is written AL - Y; that is dZL. dAL is -(Y/AL - (1-Y)/(1-AL)).",
        zh: "把 AL - Y 当成了 dAL，那其实是 dZL。dAL 应为 -(Y/AL - (1-Y)/(1-AL))。"),
      Misconception(
        "inner-sign",
        "The second part of dAL has the wrong sign: -(Y/AL - (1-Y)/(1-AL)), with a minus between.",
        zh: "dAL 第二项的符号反了：-(Y/AL - (1-Y)/(1-AL))，中间是减号。"),
      Misconception(
        "positives-only",
        "dAL is -Y/AL only: examples with y = 0 give (1-Y)/(1-AL).",
        zh: "dAL 只写了 -Y/AL：y = 0 的样本还要有 (1-Y)/(1-AL)。"),
      Misconception(
        "dAL-averaged",
        "dAL is divided by m: dW and db carry 1/m already.",
        zh: "dAL 除以了 m：dW 和 db 里已经有 1/m。"),
      Misconception(
        "relu-at-output",
        "The last layer goes back through ReLU: it went forward through the sigmoid.",
        zh: "最后一层反向时用了 ReLU：它前向时用的是 sigmoid。"),
      Misconception(
        "sigmoid-everywhere",
        "The hidden layers go back through the sigmoid: they went forward through ReLU.",
        zh: "隐藏层反向时用了 sigmoid：它们前向时用的是 ReLU。"),
      Misconception(
        "gradients-reversed",
        "The list begins with the last layer: gradients[0] belongs to layer 1.",
        zh: "结果从最后一层排起了：gradients[0] 应当属于第 1 层。"),
      Misconception(
        "first-layer-missing",
        "The first layer has no gradients: the loop goes on to layer 1.",
        zh: "缺少第 1 层的梯度：循环要一直走到第 1 层。"),
    ],
    sample: { random in
      let sizes = drawSizes(&random)
      let m = random.randint(3, 7)
      let X = random.randn(sizes[0], m)
      let parameters = drawParameters(sizes, &random)
      let (AL, caches) = try forward(X, parameters)
      return (AL, drawLabels(m, &random), caches)
    })

  private static func linearCache(
    _ inputs: Int, _ units: Int, _ m: Int, _ random: inout RandomState
  ) -> LinearCache {
    LinearCache(
      A: random.randn(inputs, m), W: random.randn(units, inputs), b: random.randn(units, 1))
  }

  /// Caches whose numbers belong together, as a backward pass is given them.
  private static func forward(
    _ X: Tensor, _ parameters: [LayerParameters]
  ) throws -> (AL: Tensor, caches: [ActivationCache]) {
    var A = X
    var caches: [ActivationCache] = []
    for (index, layer) in parameters.enumerated() {
      let Z = try dot(layer.W, A) + layer.b
      caches.append(ActivationCache(linear: LinearCache(A: A, W: layer.W, b: layer.b), Z: Z))
      A = index == parameters.count - 1 ? 1 / (1 + exp(-Z)) : maximum(0, Z)
    }
    return (A, caches)
  }
}
