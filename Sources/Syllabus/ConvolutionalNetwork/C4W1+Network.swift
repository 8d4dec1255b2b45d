public import Coursework
public import Tensors
import Text

extension C4W1 {
  public static let leNetForward = Exercise<LeNetParameters, Tensor, LeNetActivations>(
    "leNetForward", week: "C4W1", parameters: ["parameters", "X"], points: 10,
    dependsOn: [convolveForwardByProduct],
    hints: [
      Phrase(
        "Seven steps in a row; each takes what the one before has given. Keep what backward will ask for.",
        zh: "一共七步，每一步的输入是上一步的输出。反向要用的都留下来。"),
      Phrase(
        "Z1 = CONV(X), P1 = MAXPOOL(RELU(Z1)), Z2 = CONV(P1), P2 = MAXPOOL(RELU(Z2)), A3 = softmax(W3 F + b3), where column i of F is example i of P2.",
        zh:
          "Z1 = CONV(X)，P1 = MAXPOOL(RELU(Z1))，Z2 = CONV(P1)，P2 = MAXPOOL(RELU(Z2))，A3 = softmax(W3 F + b3)，其中 F 的第 i 列是 P2 的第 i 个样本。"
      ),
      Phrase(
        "convolveForwardByProduct(…, 1, 0), maxPool(relu(Z1)), both again; reshape P2 to m rows and transpose it, that is F; a dense layer of parameters.W3 and parameters.b3 on F, and softmaxColumns of what it gives.",
        zh:
          "convolveForwardByProduct(…, 1, 0)，maxPool(relu(Z1))，两步再来一遍；把 P2 变成 m 行再转置，就是 F；用 parameters.W3 和 parameters.b3 对 F 做全连接，结果交给 softmaxColumns。"
      ),
    ],
    misconceptions: [
      Misconception(
        "relu-forgotten",
        "The ReLUs are missing between convolution and pooling.",
        zh: "卷积与池化之间漏了 ReLU。"),
      Misconception(
        "flatten-mixes-examples",
        "P2.reshaped(-1, m) has the right shape, but every column mixes numbers of many examples: reshape to (m, -1), then transpose.",
        zh: "P2.reshaped(-1, m) 形状对，但每一列都混进了许多样本的数：应当先变形为 (m, -1)，再转置。"),
      Misconception(
        "softmax-over-examples",
        "The probabilities of one class add up to 1 over the examples; those of one example should, column by column.",
        zh: "现在是同一类别在各样本上的概率加起来为 1；应当让每个样本（每一列）的概率加起来为 1。"),
      Misconception(
        "last-bias-forgotten", "b3 is missing from W3 F + b3.", zh: "W3 F + b3 里漏了 b3。"),
      Misconception(
        "sigmoid-output",
        "The last layer is a sigmoid; for several classes of which one is true it is the softmax.",
        zh: "最后一层用了 sigmoid；多个类别只有一个正确时，要用 softmax。"),
    ],
    sample: { random in
      let (parameters, X, _) = try network(&random)
      return (parameters, X)
    })

  public static let leNetBackward = Exercise<
    LeNetParameters, LeNetActivations, Tensor, Tensor, LeNetParameters
  >(
    "leNetBackward", week: "C4W1", parameters: ["parameters", "activations", "X", "Y"],
    points: 15, dependsOn: [convolveBackwardByProduct],
    hints: [
      Phrase(
        "The same steps in the other order. Begin with A3 - Y, and divide by m there, once.",
        zh: "同样的步骤，倒着走。从 A3 - Y 开始，除以 m 只在这里做一次。"),
      Phrase(
        "dZ3 = (A3 - Y) / m, dW3 = dZ3 Fᵀ, db3 = Σ dZ3, dF = W3ᵀ dZ3; dZ2 = maxPoolBackward(dP2, RELU(Z2)) where Z2 > 0, else 0; then the convolution's backward pass gives dW2, db2 and dP1; likewise dZ1.",
        zh:
          "dZ3 = (A3 - Y) / m，dW3 = dZ3 Fᵀ，db3 = Σ dZ3，dF = W3ᵀ dZ3；dZ2 = maxPoolBackward(dP2, RELU(Z2))，Z2 ≤ 0 处取 0；卷积的反向再给出 dW2、db2 和 dP1；dZ1 同理。"
      ),
      Phrase(
        "dP2 is dot(parameters.W3.T, dZ3).T.reshaped(shape: P2.shape); a gate is * (Z2 .> 0); convolveBackwardByProduct(dZ2, P1, parameters.W2, 1, 0) gives the second layer, and its dA_prev is dP1.",
        zh:
          "dP2 是 dot(parameters.W3.T, dZ3).T.reshaped(shape: P2.shape)；ReLU 的门是 * (Z2 .> 0)；convolveBackwardByProduct(dZ2, P1, parameters.W2, 1, 0) 给出第二层，其中 dA_prev 就是 dP1。"
      ),
    ],
    misconceptions: [
      Misconception(
        "not-averaged",
        "All gradients are m times too large: the cost is a mean, so divide A3 - Y by m.",
        zh: "所有梯度都大了 m 倍：代价是平均值，A3 - Y 要除以 m。"),
      Misconception(
        "difference-reversed",
        "All gradients point the wrong way: the difference is A3 - Y, not Y - A3.",
        zh: "所有梯度的方向都反了：应当用 A3 - Y，而不是 Y - A3。"),
      Misconception(
        "relu-gate-forgotten",
        "The ReLUs let everything through backward: multiply by (Z .> 0).",
        zh: "反向时 ReLU 没有起作用：要乘以 (Z .> 0)。"),
      Misconception(
        "flatten-mixes-examples",
        "dP2 was reshaped from (n, m) directly, which mixes the examples: transpose first.",
        zh: "dP2 直接由 (n, m) 变形而来，样本会混在一起：先转置。"),
      Misconception(
        "averaged-twice",
        "dW and db of the convolutions carry 1/m twice: it went in with dZ3 already.",
        zh: "卷积的 dW 和 db 里 1/m 乘了两次：它已经随 dZ3 进来了。"),
    ],
    sample: { random in
      let (parameters, X, Y) = try network(&random)
      let activations = try C4W1.leNetForward.reference(parameters, X)
      return (parameters, activations, X, Y)
    })

  /// A tiny network, pictures, and one-hot labels. One size of two leaves a row out when it pools.
  private static func network(
    _ random: inout RandomState
  ) throws -> (parameters: LeNetParameters, X: Tensor, Y: Tensor) {
    let size = random.randint(12, 16)
    let channels = random.randint(1, 3)
    let classes = random.randint(3, 5)
    let m = random.randint(2, 5)
    var parameters = try LeNetParameters(
      height: size, width: size, channels: channels, filterSize: 3, filters: (2, 3),
      classes: classes,
      random: &random)
    parameters.b1 = random.randn(1, 1, 1, 2) * 0.3
    parameters.b2 = random.randn(1, 1, 1, 3) * 0.3 - 0.2
    parameters.b3 = random.randn(classes, 1)
    var Y = Tensor.zeros(classes, m)
    for i in 0..<m { Y[random.randint(classes), i] = 1 }
    return (parameters, random.randn(m, size, size, channels), Y)
  }
}
