import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Ten classes of clothes at four learning rates, with and without batch normalization.
  static let batchNormalization = Demo(
    week: "C2W3b",
    summary: Phrase(
      "ten kinds of clothes, with and without batch normalization",
      zh: "十类服装，不做与做批量归一化"),
    choices: [.data, .steps, .learningRate, .seed, .layers],
    layers: LayerRule(counts: 1...6, endsInOne: false)
  ) { options in
    let data =
      try options.data.map {
        try TrainingAndTest<LabelledImages>(npz: URL(fileURLWithPath: $0))
      } ?? FashionMNIST.all
    let clothes = try Clothes(data)
    let sizes = [clothes.X.rows] + (options.layers ?? [64, 32]) + [clothes.Y.rows]
    let rates: [Double] = options.learningRate.map { [$0] } ?? [0.01, 0.1, 0.3, 1]
    let seed = UInt32(truncatingIfNeeded: options.seed ?? 1)
    let ways: [(Bool, Phrase)] = [
      (false, Phrase("without", zh: "不做")), (true, Phrase("with", zh: "做")),
    ]

    var report = DemoReport(
      title: Phrase("Batch normalization", zh: "批量归一化")(.current))
    report.countsEpochs = true
    let before = try ways.map { isNormalizing, _ in
      try BeforeTraining(
        BatchNormTrainer(
          NormalizedNetwork(sizes, seed: seed), isNormalizing: isNormalizing, rate: rates[0],
          seed: seed), examples: clothes.X.columns, batch: 50,
        weights: { $0.network.hidden.first?.W ?? $0.network.W }
      ) { trainer, places in
        try trainer.step(on: clothes.X.columns(at: places), clothes.Y.columns(at: places))
      }
    }
    try report.begin(
      with: [
        .cost(before, classes: clothes.Y.rows), .tenExamples(before[1]), .ratio(before),
      ])
    var ends: [[Double]] = [[], []]
    var accuracies: [[Double]] = [[], []]
    for (number, rate) in rates.enumerated() {
      for (index, (isNormalizing, name)) in ways.enumerated() where report.stoppedAt == nil {
        var trainer = BatchNormTrainer(
          NormalizedNetwork(sizes, seed: seed), isNormalizing: isNormalizing, rate: rate,
          seed: seed)
        let descent = try TrainingLoop(
          steps: options.steps ?? 10, keepingEvery: 1,
          part: (2 * number + index, 2 * rates.count), countingEpochs: true
        ) { _ in try trainer.epoch(clothes) }
        report.stoppedAt = descent.stoppedAt
        ends[index].append(descent.costs.last ?? .nan)
        accuracies[index].append(try trainer.accuracy(clothes.test))
        // Draws only the curves of the rate at which the difference is easy to see.
        if rates.count == 1 || rate == 0.1 {
          report.curves.append(
            .init(name: "α = \(rate), \(name(.current))", every: 1, costs: descent.costs))
        }
      }
    }
    let tried = rates.prefix(ends[1].count)
    if rates.count > 1, report.stoppedAt == nil {
      report.relation = .init(
        title: Phrase("last cost over the learning rate", zh: "最后的代价随学习率的变化")(.current),
        xLabel: "α", yLabel: "J", x: Array(tried),
        curves: zip(ways, ends).map { .init(name: $0.1(.current), y: $1) })
    }
    report.notes = tried.enumerated().map { index, rate in
      let (without, with) = (accuracies[0][index], accuracies[1][index])
      return Phrase(
        "α = \(rate): test set \(without.percentText()) without, \(with.percentText()) with",
        zh: "α = \(rate)：测试集，不做 \(without.percentText())，做 \(with.percentText())")(.current)
    }
    return report
  }
}

/// Trains in epochs of mini-batches with the learner's forward and backward pass.
private struct BatchNormTrainer {
  private(set) var network: NormalizedNetwork
  private var running: [RunningStatistics]
  private let isNormalizing: Bool
  private let rate: Double
  private var seed: UInt32

  init(_ network: NormalizedNetwork, isNormalizing: Bool, rate: Double, seed: UInt32) {
    self.network = network
    self.isNormalizing = isNormalizing
    self.rate = rate
    self.seed = seed
    running = network.hidden.map {
      RunningStatistics(
        mean: .zeros(shape: $0.beta.shape), variance: .ones(shape: $0.beta.shape))
    }
  }

  /// Trains on every example once and returns the mean loss.
  mutating func epoch(_ clothes: Clothes) throws -> Double {
    seed &+= 1
    var total = 0.0
    for batch in try MiniBatches.shuffled(clothes.X, clothes.Y, 50, seed) {
      total += try step(on: batch.X, batch.Y) * Double(batch.X.columns)
    }
    return total / Double(clothes.X.columns)
  }

  /// Makes one step on a batch and returns the cost before it.
  mutating func step(on X: Tensor, _ Y: Tensor) throws -> Double {
    let forward = try C2W3b.forwardPropagation(X, network, isNormalizing)
    let right = try (forward.A * Y).sum(axis: 0)
    if isNormalizing {
      for (l, pass) in forward.passes.enumerated() {
        running[l] = try C2W3b.updateRunningStatistics(running[l], pass, 0.9)
      }
    }
    let gradients = try C2W3b.backwardPropagation(network, forward, X, Y, isNormalizing)
    network = try network.combined(with: gradients) { try $0 - rate * $1 }
    return -log(maximum(right, 1e-300)).mean()
  }

  /// The accuracy on a test set, in percent.
  func accuracy(_ test: (X: Tensor, labels: [Int])) throws -> Double {
    let answers = try C2W3b.predictClasses(test.X, network, isNormalizing ? running : []).elements
    let right = zip(answers, test.labels).count { $0 == Double($1) }
    return 100 * Double(right) / Double(max(1, test.labels.count))
  }
}
