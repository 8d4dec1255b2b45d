import Coursework
import Syllabus
import Tensors

@ImplementationList var trainingMistakes: [Implementation] {
  trainingMistake(
    "running-statistics-never-updated",
    "The running statistics stay at 0 and 1: update them with every batch.",
    zh: "移动平均的统计量一直是 0 和 1：每个小批量都要更新。"
  ) { $0.isUpdating = false }
  trainingMistake(
    "statistics-of-the-last-batch",
    "The statistics are those of the last batch alone: average them over the batches with `updateRunningStatistics`.",
    zh: "统计量只是最后一批的：要用 updateRunningStatistics 对各批取移动平均。"
  ) { $0.isKeepingLastBatch = true }
  trainingMistake(
    "gamma-and-beta-never-learned",
    "γ and β stay at 1 and 0: they are parameters and descend like the others.",
    zh: "γ 和 β 一直是 1 和 0：它们也是参数，要和别的一起下降。"
  ) { $0.isLearningScales = false }
  trainingMistake(
    "uphill",
    "The step is θ + α dθ, uphill: subtract α dθ.",
    zh: "这一步是 θ + α dθ，往上坡走：应当减去 α dθ。"
  ) { $0.direction = 1 }
  trainingMistake(
    "same-batches-every-epoch",
    "Every epoch uses the same batches: add the epoch to the seed.",
    zh: "每个 epoch 用的小批量都一样：seed 要随 epoch 变化。"
  ) { $0.seedOfEpoch = { seed, _ in seed + 1 } }
  trainingMistake(
    "seed-one-behind",
    "Epoch e shuffles with seed + e here; it is seed + e + 1.",
    zh: "这里第 e 个 epoch 用的是 seed + e；应当是 seed + e + 1。"
  ) { $0.seedOfEpoch = { seed, epoch in seed + UInt32(epoch) } }
  trainingMistake(
    "cost-of-last-batch",
    "The costs are those of each epoch's last mini-batch: take the mean over all examples.",
    zh: "记录的是每个 epoch 最后一个小批量的代价：要对全部样本取平均。"
  ) { $0.costOfEpoch = { costs, _ in costs[costs.count - 1] } }
  trainingMistake(
    "mean-of-batch-means",
    "The costs are averaged over the batches as if all had the same size: weight each by its number of examples.",
    zh: "你把各小批量的代价直接平均，好像它们一样大：要按样本数加权。"
  ) { $0.costOfEpoch = { costs, _ in costs.reduce(0, +) / Double(costs.count) } }
}

/// The rules of a training, one of which is changed.
private struct Rules: Sendable {
  var isUpdating = true
  var isKeepingLastBatch = false
  var isLearningScales = true
  var direction = -1.0
  var seedOfEpoch: @Sendable (UInt32, Int) -> UInt32 = { $0 + UInt32($1) + 1 }
  var costOfEpoch: @Sendable ([Double], [Int]) -> Double = { costs, sizes in
    zip(costs, sizes).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(sizes.reduce(0, +))
  }
}

private func trainingMistake(
  _ id: String, _ english: String, zh chinese: String, change: (inout Rules) -> Void
) -> Implementation {
  var changed = Rules()
  change(&changed)
  let rules = changed
  return C2W3b.model.mistaken(id, english, zh: chinese) {
    X, Y, sizes, isNormalizing, rate, size, epochs, seed in
    var network = NormalizedNetwork(sizes, seed: seed)
    var running = network.hidden.map {
      RunningStatistics(mean: $0.beta * 0, variance: $0.beta * 0 + 1)
    }
    var costs: [Double] = []
    for epoch in 0..<epochs {
      var (costsOfBatches, lengths): ([Double], [Int]) = ([], [])
      for batch in try MiniBatches.shuffled(X, Y, size, rules.seedOfEpoch(seed, epoch)) {
        let cache = try forwardPropagation(batch.X, network, isNormalizing)
        costsOfBatches.append(try crossEntropyFromLogits(cache.Z, batch.Y))
        lengths.append(batch.X.columns)
        if rules.isUpdating {
          running = try zip(running, cache.passes).map {
            try updateRunningStatistics($0, $1, rules.isKeepingLastBatch ? 0 : momentum)
          }
        }
        let gradients = try backwardPropagation(network, cache, batch.X, batch.Y, isNormalizing)
        var next = try network.combined(with: gradients) { try $0 + rules.direction * rate * $1 }
        if !rules.isLearningScales {
          for l in next.hidden.indices {
            next.hidden[l].gamma = network.hidden[l].gamma
            next.hidden[l].beta = network.hidden[l].beta
          }
        }
        network = next
      }
      costs.append(rules.costOfEpoch(costsOfBatches, lengths))
    }
    return NormalizedTraining(
      network: network, running: isNormalizing ? running : [], costs: costs)
  }
}
