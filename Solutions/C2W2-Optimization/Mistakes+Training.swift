import Coursework
import Syllabus
import Tensors

@ImplementationList var trainingMistakes: [Implementation] {
  trainingMistake(
    "same-batches-every-epoch",
    "Every epoch uses the same batches: add the epoch to the seed.",
    zh: "每个 epoch 用的小批量都一样：seed 要随 epoch 变化。", seedOfEpoch: { seed, _ in seed + 1 })
  trainingMistake(
    "seed-one-behind",
    "Epoch e shuffles with seed + e here; it is seed + e + 1.",
    zh: "这里第 e 个 epoch 用的是 seed + e；应当是 seed + e + 1。",
    seedOfEpoch: { seed, epoch in seed + UInt32(epoch) })
  trainingMistake(
    "cost-of-last-batch",
    "The costs are those of each epoch's last mini-batch, which are noisy: take the mean over all examples.",
    zh: "记录的是每个 epoch 最后一个小批量的代价，波动很大：要对全部样本取平均。",
    costOfEpoch: { costs, _ in costs[costs.count - 1] })
  trainingMistake(
    "mean-of-batch-means",
    "The costs are averaged over the batches as if all had the same size: weight each by its number of examples.",
    zh: "你把各小批量的代价直接平均，好像它们一样大：要按样本数加权。",
    costOfEpoch: { costs, _ in costs.reduce(0, +) / Double(costs.count) })
  trainingMistake(
    "averages-reset",
    "Velocity and moments start at zero in every epoch: they must live through the whole training.",
    zh: "每个 epoch 都把速度和矩清零了：它们要贯穿整个训练过程。", resetting: true)
  trainingMistake(
    "t-counts-epochs",
    "Adam's t counts epochs here; every mini-batch is a step.",
    zh: "这里 Adam 的 t 数的是 epoch；每个小批量才是一步。", countingEpochs: true)
  trainingMistake(
    "one-step-an-epoch",
    "Each epoch makes one step with all examples: make one for every mini-batch.",
    zh: "每个 epoch 只用全部样本走了一步：应当每个小批量走一步。", wholeSet: true)
  C2W2.trainWithMiniBatches.mistaken(
    "method-ignored",
    "Every method takes plain gradient steps: choose the update by `method`.",
    zh: "所有方法走的都是普通梯度下降：要按 method 选择更新方式。"
  ) {
    X, Y, parameters, _, rate, size, epochs, seed in
    try trainWithMiniBatches(X, Y, parameters, .gradientDescent, rate, size, epochs, seed)
  }
}

/// Training with one of its rules changed.
private func trainingMistake(
  _ id: String, _ english: String, zh chinese: String, resetting: Bool = false,
  countingEpochs: Bool = false, wholeSet: Bool = false,
  seedOfEpoch: @escaping @Sendable (UInt32, Int) -> UInt32 = { $0 + UInt32($1) + 1 },
  costOfEpoch: (@Sendable ([Double], [Int]) -> Double)? = nil
) -> Implementation {
  C2W2.trainWithMiniBatches.mistaken(id, english, zh: chinese) {
    X, Y, parameters, method, rate, size, epochs, seed in
    var layers = parameters
    let zeros = try initializeVelocity(layers)
    var (velocity, squares, moments) = (zeros, zeros, AdamMoments(v: zeros, s: zeros))
    var t = 0
    var costs: [Double] = []
    for epoch in 0..<epochs {
      if resetting {
        (velocity, squares, moments) = (zeros, zeros, AdamMoments(v: zeros, s: zeros))
      }
      var (costsOfBatches, sizes): ([Double], [Int]) = ([], [])
      let size = wholeSet ? X.columns : size
      for batch in try randomMiniBatches(X, Y, size, seedOfEpoch(seed, epoch)) {
        let (cost, gradients) = try propagate(batch, layers)
        costsOfBatches.append(cost)
        sizes.append(batch.X.columns)
        t = countingEpochs ? epoch + 1 : t + 1
        switch method {
        case .gradientDescent:
          layers = try updateWithGradientDescent(layers, gradients, rate)
        case .momentum:
          let step = try updateWithMomentum(layers, gradients, velocity, beta, rate)
          (layers, velocity) = (step.parameters, step.velocity)
        case .rmsProp:
          let step = try updateWithRMSprop(layers, gradients, squares, beta, epsilon, rate)
          (layers, squares) = (step.parameters, step.squares)
        case .adam:
          let step = try updateWithAdam(
            layers, gradients, moments, t, rate, beta1, beta2, epsilon)
          (layers, moments) = (step.parameters, step.moments)
        }
      }
      let total = zip(costsOfBatches, sizes).reduce(0) { $0 + $1.0 * Double($1.1) }
      costs.append(costOfEpoch?(costsOfBatches, sizes) ?? total / Double(X.columns))
    }
    return MiniBatchTraining(parameters: layers, costs: costs)
  }
}
