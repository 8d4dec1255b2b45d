public import Coursework
public import Tensors
import Text

extension C2W2 {
  public static let updateWithGradientDescent = Exercise<
    [LayerParameters], [LayerGradients], Double, [LayerParameters]
  >(
    "updateWithGradientDescent", week: "C2W2",
    parameters: ["parameters", "gradients", "learningRate"], points: 5,
    hints: [
      Phrase(
        "The gradient points uphill. Which layers, and which of their parts, have one?",
        zh: "梯度指向上坡方向。哪些层、层里的哪些量有自己的梯度？"),
      Phrase(
        "For every layer: W := W - α dW and b := b - α db.",
        zh: "对每一层：W := W - α dW，b := b - α db。"),
      Phrase(
        "zip(parameters, gradients).map { … } visits each layer with its gradients; build a LayerParameters(W:b:) from the two differences. Inside the closure write try, and before zip too.",
        zh:
          "zip(parameters, gradients).map { … } 会把每一层和它的梯度配成一对；用两个差构造 LayerParameters(W:b:)。闭包里要写 try，zip 前面也要写。"
      ),
    ],
    misconceptions: [
      Misconception(
        "uphill",
        "The step goes along the gradient, uphill: subtract it.",
        zh: "这一步顺着梯度走，是上坡：应当减去梯度。"),
      Misconception(
        "biases-not-updated",
        "The weights move, the biases do not: b has its own gradient db.",
        zh: "权重更新了，偏置没有动：b 有自己的梯度 db。"),
      Misconception(
        "learning-rate-ignored",
        "The whole gradient is subtracted: multiply it by the learning rate.",
        zh: "你减去了整个梯度：要先乘学习率。"),
      Misconception(
        "last-layer-skipped",
        "The last layer stays where it was: the loop ends one layer too early.",
        zh: "最后一层没有更新：循环少走了一层。"),
    ],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      return (layers, random.gradients(of: layers), random.uniform(low: 0.01, high: 0.5))
    })

  public static let randomMiniBatches = Exercise<Tensor, Tensor, Int, UInt32, [MiniBatch]>(
    "randomMiniBatches", week: "C2W2", parameters: ["X", "Y", "batchSize", "seed"], points: 15,
    hints: [
      Phrase(
        "Two steps: bring the columns into a random order, then cut them up. An example and its label must stay together.",
        zh: "分两步：先把各列打乱，再切成小批量。样本和它的标签必须始终在一起。"),
      Phrase(
        "One order for both: column j of the shuffled matrices is column order[j] of X and of Y. Batch k holds the columns from k · batchSize up to, at most, m.",
        zh: "X 和 Y 用同一个次序：打乱后的第 j 列就是原来的第 order[j] 列。第 k 批从第 k · batchSize 列开始，最多到第 m 列。"),
      Phrase(
        "var random = RandomState(seed: seed); random.permutation(m); columns(at: order) shuffles, columns(start..<min(start + batchSize, m)) cuts, and stride(from: 0, to: m, by: batchSize) gives every start.",
        zh:
          "var random = RandomState(seed: seed)；random.permutation(m)；columns(at: order) 打乱，columns(start..<min(start + batchSize, m)) 切分，stride(from: 0, to: m, by: batchSize) 给出每一批的起点。"
      ),
    ],
    misconceptions: [
      Misconception(
        "not-shuffled",
        "The examples are cut in the order they came: shuffle the columns first.",
        zh: "样本按原来的顺序切开了：要先打乱各列。"),
      Misconception(
        "labels-left-behind",
        "X is shuffled, Y is not: now most labels belong to other examples.",
        zh: "打乱了 X，却没有打乱 Y：标签和样本对不上了。"),
      Misconception(
        "shuffled-apart",
        "X and Y are shuffled by two different orders: draw one permutation and use it for both.",
        zh: "X 和 Y 用了两个不同的次序：只抽一个排列，两边都用它。"),
      Misconception(
        "small-batch-dropped",
        "The examples left over at the end are lost: the last batch may be smaller.",
        zh: "最后剩下的样本丢了：最后一批可以小一些。"),
      Misconception(
        "empty-last-batch",
        "When the batch size divides m, an empty batch follows at the end; its mean would be 0/0.",
        zh: "当批大小整除 m 时，末尾多了一个空批；对它求平均就是 0/0。"),
      Misconception(
        "seed-ignored",
        "The seed is not used: every epoch would see the same batches.",
        zh: "没有用到 seed：这样每个 epoch 的小批量都一样。"),
    ],
    sample: { random in
      let batchSize = random.randint(3, 6)
      let m = batchSize * random.randint(2, 4) + (random.randint(2) == 0 ? 0 : 2)
      return (
        random.randn(random.randint(2, 4), m), random.randint(0, 9, shape: [1, m]), batchSize,
        UInt32(random.randint(1, 1000))
      )
    })

  public static let trainWithMiniBatches = Exercise<
    Tensor, Tensor, [LayerParameters], OptimizationMethod, Double, Int, Int, UInt32,
    MiniBatchTraining
  >(
    "trainWithMiniBatches", week: "C2W2",
    parameters: [
      "X", "Y", "parameters", "method", "learningRate", "batchSize", "epochs", "seed",
    ],
    points: 20,
    dependsOn: [
      randomMiniBatches, updateWithGradientDescent, updateWithMomentum, updateWithRMSprop,
      updateWithAdam,
    ], timeLimit: 120,
    hints: [
      Phrase(
        "Two loops: epochs outside, mini-batches inside. What must live longer than one epoch?",
        zh: "两层循环：外层是 epoch，内层是小批量。哪些量要活得比一个 epoch 更久？"),
      Phrase(
        "Before both loops: layers, velocity, squares, moments and t = 0. In each epoch: batches from seed + e + 1; for each batch propagate, t + 1, one step. The epoch's cost is Σ (batch cost · batch size) / m.",
        zh:
          "两层循环之前：layers、velocity、squares、moments，以及 t = 0。每个 epoch：用 seed + e + 1 取小批量；对每一批先 propagate，t 加 1，再走一步。这个 epoch 的代价是 Σ (小批量的代价 · 它的样本数) / m。"
      ),
      Phrase(
        "switch method { case .gradientDescent: … } calls the function you wrote; a step of momentum gives parameters and velocity: keep both. Into the total goes the cost of a batch times the number of its columns, as a Double.",
        zh:
          "switch method { case .gradientDescent: … } 调用你写好的函数；动量法的一步会给出 parameters 和 velocity，两个都要留下；累计代价时，每一批的代价要乘以这一批的列数（Double）。"
      ),
    ],
    misconceptions: [
      Misconception(
        "same-batches-every-epoch",
        "Every epoch uses the same batches: add the epoch to the seed.",
        zh: "每个 epoch 用的小批量都一样：seed 要随 epoch 变化。"),
      Misconception(
        "seed-one-behind",
        "Epoch e shuffles with seed + e here; it is seed + e + 1.",
        zh: "这里第 e 个 epoch 用的是 seed + e；应当是 seed + e + 1。"),
      Misconception(
        "cost-of-last-batch",
        "The costs are those of each epoch's last mini-batch, which are noisy: take the mean over all examples.",
        zh: "记录的是每个 epoch 最后一个小批量的代价，波动很大：要对全部样本取平均。"),
      Misconception(
        "mean-of-batch-means",
        "The costs are averaged over the batches as if all had the same size: weigh each by its number of examples.",
        zh: "你把各小批量的代价直接平均，好像它们一样大：要按样本数加权。"),
      Misconception(
        "averages-reset",
        "Velocity and moments start at zero in every epoch: they must live through the whole training.",
        zh: "每个 epoch 都把速度和矩清零了：它们要贯穿整个训练过程。"),
      Misconception(
        "t-counts-epochs",
        "Adam's t counts epochs here; every mini-batch is a step.",
        zh: "这里 Adam 的 t 数的是 epoch；每个小批量才是一步。"),
      Misconception(
        "one-step-an-epoch",
        "Each epoch makes one step with all examples: make one for every mini-batch.",
        zh: "每个 epoch 只用全部样本走了一步：应当每个小批量走一步。"),
      Misconception(
        "method-ignored",
        "Every method takes plain gradient steps: choose the update by `method`.",
        zh: "所有方法走的都是普通梯度下降：要按 method 选择更新方式。"),
    ],
    sample: { random in
      let m = random.randint(11, 15)
      let X = random.randn(2, m)
      return (
        X, random.labels(m), random.layers([2, 4, 3, 1], scale: 0.6),
        random.randint(2) == 0 ? .adam : .momentum, 0.05, 4, 3, UInt32(random.randint(1, 100))
      )
    })
}
