public import Coursework
import Tensors
import Text

extension C2W1a {
  public static let initializeZeros = Exercise<[Int], [LayerParameters]>(
    "initializeZeros", week: "C2W1a", parameters: ["layerSizes"], points: 10,
    hints: [
      Phrase(
        "layerSizes counts the input too. How many matrices connect so many layers?",
        zh: "layerSizes 把输入也算在内。这么多层之间有几个矩阵？"),
      Phrase(
        "For l = 1 … L: W[l] = 0 of shape (n[l], n[l-1]) and b[l] = 0 of shape (n[l], 1).",
        zh: "对 l = 1 … L：W[l] = 0，形状 (n[l], n[l-1])；b[l] = 0，形状 (n[l], 1)。"),
      Phrase(
        "zip(layerSizes, layerSizes.dropFirst()) gives each size with the one after it; map the pair to LayerParameters(W: .zeros(…), b: .zeros(…)).",
        zh:
          "zip(layerSizes, layerSizes.dropFirst()) 给出每个大小和它后面的一个；把这一对映射成 LayerParameters(W: .zeros(…), b: .zeros(…))。"
      ),
    ],
    misconceptions: [
      Misconception(
        "transposed-weights",
        "The weights have the shape (n[l-1], n[l]): rows belong to the units of the layer itself, (n[l], n[l-1]).",
        zh: "权重的形状成了 (n[l-1], n[l])：行对应本层的单元，应当是 (n[l], n[l-1])。"),
      Misconception(
        "bias-row",
        "The biases are rows: b[l] is a column of shape (n[l], 1), so that it is added to every example.",
        zh: "偏置成了行：b[l] 是形状为 (n[l], 1) 的列，这样才能加到每个样本上。"),
      Misconception(
        "last-layer-missing",
        "One layer is missing: layerSizes with the input has L + 1 entries, which makes L layers.",
        zh: "少了一层：layerSizes 连输入共有 L + 1 项，对应 L 层。"),
      Misconception(
        "biases-ones",
        "The biases are ones: they start at zero.",
        zh: "偏置成了 1：应当从零开始。"),
    ],
    sample: { random in random.layerSizes() })

  public static let initializeRandom = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeRandom", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 10,
    hints: [
      Phrase(
        "Units that start alike stay alike: give every weight a number of its own. Which distribution is meant?",
        zh: "起点相同的单元会一直相同：要给每个权重不同的数。这里指的是哪种分布？"),
      Phrase(
        "One generator for all layers; W[l] = randn(n[l], n[l-1]) · 10, b[l] = 0.",
        zh: "所有层共用一个随机数生成器；W[l] = randn(n[l], n[l-1]) · 10，b[l] = 0。"),
      Phrase(
        "var random = RandomState(seed: seed) before the loop; inside it randn of the two sizes of the layer, times 10, for the weights.",
        zh: "循环之前 var random = RandomState(seed: seed)；循环里按该层的两个大小取 randn，再乘 10，得到权重。"),
    ],
    misconceptions: [
      Misconception(
        "uniform",
        "The weights lie between 0 and 10: rand draws uniformly; randn draws from the normal distribution.",
        zh: "权重都在 0 到 10 之间：rand 是均匀分布；正态分布要用 randn。"),
      Misconception(
        "factor-forgotten",
        "The factor 10 is missing.",
        zh: "漏了因子 10。"),
      Misconception(
        "random-biases",
        "The biases are random as well: they start at zero, and drawing them moves all later numbers.",
        zh: "偏置也随机了：偏置从零开始，而且多抽的数会让后面的随机数全部错位。"),
      Misconception(
        "seed-in-every-layer",
        "Every layer begins the same random numbers again: make the generator once, before the loop.",
        zh: "每一层都从头使用同一串随机数：生成器只在循环之前创建一次。"),
      Misconception(
        "transposed-weights",
        "The weights are drawn with the shape (n[l-1], n[l]) and transposed: the numbers stand in other places. Draw them as (n[l], n[l-1]).",
        zh: "权重按 (n[l-1], n[l]) 抽取后再转置，数的位置变了：应当直接按 (n[l], n[l-1]) 抽取。"),
    ],
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })

  public static let initializeHe = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeHe", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 20,
    hints: [
      Phrase(
        "A sum of many terms is large. How large may each weight be, so that z is about as large as its inputs?",
        zh: "项数越多，和就越大。每个权重该多大，才能让 z 与它的输入差不多大？"),
      Phrase(
        "W[l] = randn(n[l], n[l-1]) · √(2 / n[l-1]), b[l] = 0; n[l-1] is the number of inputs of a unit.",
        zh: "W[l] = randn(n[l], n[l-1]) · √(2 / n[l-1])，b[l] = 0；n[l-1] 是一个单元的输入个数。"),
      Phrase(
        "As initializeRandom, with sqrt(2 / Double(before)) in place of 10, where before is the size of the layer before.",
        zh: "与 initializeRandom 一样，只是把 10 换成 sqrt(2 / Double(before))，before 是前一层的大小。"),
    ],
    misconceptions: [
      Misconception(
        "own-units",
        "The scale is √(2/n[l]), of the layer's own units: what adds up in z are the n[l-1] inputs.",
        zh: "缩放用成了 √(2/n[l])，即本层的单元数：在 z 里相加的是 n[l-1] 个输入。"),
      Misconception(
        "root-forgotten",
        "The scale is 2/n[l-1], which is the variance: the standard deviation is its root.",
        zh: "缩放用成了 2/n[l-1]，那是方差：标准差要开方。"),
      Misconception(
        "xavier",
        "The scale is √(1/n[l-1]), right for tanh: ReLU drops half of the signal, so the 1 becomes a 2.",
        zh: "缩放用成了 √(1/n[l-1])，那适合 tanh：ReLU 丢掉一半信号，所以 1 要换成 2。"),
      Misconception(
        "uniform",
        "The weights are all positive: rand draws uniformly; randn draws from the normal distribution.",
        zh: "权重都是正的：rand 是均匀分布；正态分布要用 randn。"),
      Misconception(
        "inverted",
        "The scale is √(n[l-1]/2), upside down: more inputs need smaller weights.",
        zh: "缩放用成了 √(n[l-1]/2)，写倒了：输入越多，权重应当越小。"),
    ],
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })

  public static let initializeXavier = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeXavier", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 10,
    hints: [
      Phrase("The same thought as He's, for tanh.", zh: "思路与 He 初始化相同，对象换成 tanh。"),
      Phrase(
        "W[l] = randn(n[l], n[l-1]) · √(1 / n[l-1]).",
        zh: "W[l] = randn(n[l], n[l-1]) · √(1 / n[l-1])。"),
      Phrase(
        "Only the number under the root differs from initializeHe.", zh: "与 initializeHe 只差根号里的那个数。"
      ),
    ],
    misconceptions: [
      Misconception(
        "he",
        "The scale is √(2/n[l-1]): the 2 is for ReLU; tanh takes √(1/n[l-1]).",
        zh: "缩放用成了 √(2/n[l-1])：2 是给 ReLU 的；tanh 用 √(1/n[l-1])。"),
      Misconception(
        "own-units",
        "The scale is √(1/n[l]), of the layer's own units: what adds up in z are the n[l-1] inputs.",
        zh: "缩放用成了 √(1/n[l])，即本层的单元数：在 z 里相加的是 n[l-1] 个输入。"),
      Misconception(
        "root-forgotten",
        "The scale is 1/n[l-1], which is the variance: the standard deviation is its root.",
        zh: "缩放用成了 1/n[l-1]，那是方差：标准差要开方。"),
    ],
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })

  public static let initializeAveragedXavier = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeAveragedXavier", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 10,
    hints: [
      Phrase(
        "The way back adds up over the layer's own units. A compromise looks at both sides.",
        zh: "反向传播时，相加的是本层的单元。折中的办法是两边都考虑。"),
      Phrase(
        "W[l] = randn(n[l], n[l-1]) · √(2 / (n[l-1] + n[l])).",
        zh: "W[l] = randn(n[l], n[l-1]) · √(2 / (n[l-1] + n[l]))。"),
      Phrase(
        "Add the two Ints first, then make a Double: Double(before + units).",
        zh: "先把两个 Int 相加，再转成 Double：Double(before + units)。"),
    ],
    misconceptions: [
      Misconception(
        "one-not-two",
        "The scale is √(1/(n[l-1] + n[l])): the mean of both sizes is half their sum, which puts a 2 on top.",
        zh: "缩放用成了 √(1/(n[l-1] + n[l]))：两个大小的平均是和的一半，所以分子是 2。"),
      Misconception(
        "root-forgotten",
        "The scale is 2/(n[l-1] + n[l]), which is the variance: the standard deviation is its root.",
        zh: "缩放用成了 2/(n[l-1] + n[l])，那是方差：标准差要开方。"),
      Misconception(
        "one-side-only",
        "The scale is √(1/n[l-1]): here the layer's own units count too.",
        zh: "缩放用成了 √(1/n[l-1])：这里本层的单元数也要算进去。"),
    ],
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })
}
