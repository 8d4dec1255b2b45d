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
    "adam-made-anew",
    "Adam begins anew in every epoch: make one AdamOptimizer before the loop, for its averages live through the whole training.",
    zh: "每个 epoch 都重新创建了 Adam：应当在循环之前创建一个 AdamOptimizer，它的平均值要贯穿整个训练。",
    resetting: true)
  trainingMistake(
    "one-step-an-epoch",
    "Each epoch makes one step with all examples: make one for every mini-batch.",
    zh: "每个 epoch 只用全部样本走了一步：应当每个小批量走一步。", wholeSet: true)
  trainingMistake(
    "plain-gradient-steps",
    "The steps are W - α dW: hand the gradients to the AdamOptimizer instead.",
    zh: "走的是 W - α dW：应当把梯度交给 AdamOptimizer。", plain: true)
  trainingMistake(
    "cost-of-last-batch",
    "The costs are those of each epoch's last mini-batch: take the mean over all examples.",
    zh: "记录的是每个 epoch 最后一个小批量的代价：要对全部样本取平均。",
    costOfEpoch: { costs, _ in costs[costs.count - 1] })
  trainingMistake(
    "mean-of-batch-means",
    "The costs are averaged over the batches as if all had the same size: weight each by its number of examples.",
    zh: "你把各小批量的代价直接平均，好像它们一样大：要按样本数加权。",
    costOfEpoch: { costs, _ in costs.reduce(0, +) / Double(costs.count) })
  trainingMistake(
    "cost-after-the-step",
    "Each batch's cost is measured after its step: measure it before, with the cache that the step is made from.",
    zh: "每个小批量的代价是在走完这一步之后算的：应当在走之前，用得到梯度的那个 cache 计算。",
    measuringAfter: true)
}

/// Training with one of its rules changed.
private func trainingMistake(
  _ id: String, _ english: String, zh chinese: String, resetting: Bool = false,
  wholeSet: Bool = false, plain: Bool = false, measuringAfter: Bool = false,
  seedOfEpoch: @escaping @Sendable (UInt32, Int) -> UInt32 = { $0 + UInt32($1) + 1 },
  costOfEpoch: (@Sendable ([Double], [Int]) -> Double)? = nil
) -> Implementation {
  C2W3a.model.mistaken(id, english, zh: chinese) {
    X, Y, hiddenUnits, rate, size, epochs, seed in
    var layers = LayerParameters.he([X.rows, hiddenUnits, Y.rows], seed: seed)
    var adam = AdamOptimizer(layers)
    var costs: [Double] = []
    for epoch in 0..<epochs {
      if resetting { adam = AdamOptimizer(layers) }
      var (costsOfBatches, sizes): ([Double], [Int]) = ([], [])
      for batch in try MiniBatches.shuffled(
        X, Y, wholeSet ? X.columns : size, seedOfEpoch(seed, epoch))
      {
        let cache = try forwardPropagation(batch.X, layers)
        let gradients = try backwardPropagation(layers, cache, batch.X, batch.Y)
        layers =
          plain
          ? try zip(layers, gradients).map {
            LayerParameters(W: try $0.W - rate * $1.dW, b: try $0.b - rate * $1.db)
          } : try adam.step(layers, gradients, rate)
        let Z2 = measuringAfter ? try forwardPropagation(batch.X, layers).Z2 : cache.Z2
        costsOfBatches.append(try crossEntropyFromLogits(Z2, batch.Y))
        sizes.append(batch.X.columns)
      }
      let total = zip(costsOfBatches, sizes).reduce(0) { $0 + $1.0 * Double($1.1) }
      costs.append(costOfEpoch?(costsOfBatches, sizes) ?? total / Double(X.columns))
    }
    return SoftmaxTraining(parameters: layers, costs: costs)
  }
}
