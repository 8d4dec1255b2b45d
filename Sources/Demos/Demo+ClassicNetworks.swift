import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Plain and residual networks of growing depth on ten kinds of clothes.
  static let classicNetworks = Demo(
    week: "C4W2",
    summary: Phrase("plain and residual networks of growing depth", zh: "越来越深的普通网络与残差网络"),
    choices: [.data, .steps, .learningRate, .seed]
  ) { options in
    let data =
      try options.data.map {
        try TrainingAndTest<LabelledImages>(npz: URL(fileURLWithPath: $0))
      } ?? FashionMNIST.all
    let clothes = try Clothes(data)
    let seed = UInt32(truncatingIfNeeded: options.seed ?? 1)
    let blocks = [1, 2, 5, 10, 20]
    let ways: [(Bool, Phrase)] = [
      (false, Phrase("plain", zh: "普通")), (true, Phrase("residual", zh: "残差")),
    ]

    var report = DemoReport(title: Phrase("Growing depth", zh: "越来越深")(.current))
    report.countsEpochs = true
    let before = try ways.map { isResidual, _ in
      try BeforeTraining(
        BlockTrainer(
          clothes, blocks: blocks[0], isResidual: isResidual, rate: options.learningRate ?? 0.02,
          seed: seed), examples: clothes.X.columns, batch: 50, weights: { $0.first.W }
      ) { trainer, places in
        let batch = MiniBatch(
          X: try clothes.X.columns(at: places), Y: try clothes.Y.columns(at: places))
        return try trainer.step(batch) / Double(places.count)
      }
    }
    try report.begin(
      with: [.cost(before, classes: clothes.Y.rows), .tenExamples(before[1]), .ratio(before)])
    var ends: [[Double]] = [[], []]
    var accuracies: [[Double]] = [[], []]
    for (number, count) in blocks.enumerated() {
      for (index, (isResidual, name)) in ways.enumerated() where report.stoppedAt == nil {
        var trainer = BlockTrainer(
          clothes, blocks: count, isResidual: isResidual, rate: options.learningRate ?? 0.02,
          seed: seed)
        let descent = try TrainingLoop(
          steps: options.steps ?? 8, keepingEvery: 1, part: (2 * number + index, 2 * blocks.count),
          countingEpochs: true
        ) { _ in try trainer.epoch(clothes) }
        report.stoppedAt = descent.stoppedAt
        ends[index].append(descent.costs.last ?? .nan)
        accuracies[index].append(try trainer.accuracy(clothes.test))
        // Draws only the curves of the deepest pair.
        if count == blocks.last {
          report.curves.append(
            .init(
              name: Phrase(
                "\(2 * count + 2) layers, \(name.english)", zh: "\(2 * count + 2) 层，\(name.chinese)"
              )(
                .current), every: 1, costs: descent.costs))
        }
      }
    }
    let layers = blocks.map { 2 * $0 + 2 }.prefix(ends[1].count)
    if layers.count > 1, report.stoppedAt == nil {
      report.relation = .init(
        title: Phrase("last cost over the number of layers", zh: "最后的代价随层数的变化")(.current),
        xLabel: Phrase("layers", zh: "层数")(.current), yLabel: "J", x: layers.map(Double.init),
        curves: zip(ways, ends).map { .init(name: $0.1(.current), y: $1) })
    }
    report.notes = layers.enumerated().map { index, count in
      let (plain, residual) = (accuracies[0][index], accuracies[1][index])
      return Phrase(
        "\(count) layers: test set \(plain.percentText()) plain, \(residual.percentText()) residual",
        zh: "\(count) 层：测试集，普通 \(plain.percentText())，残差 \(residual.percentText())")(.current)
    }
    return report
  }
}

/// A dense layer, residual or plain blocks of two layers from the learner's functions, and a
/// softmax layer.
private struct BlockTrainer {
  private(set) var first: LayerParameters
  private var blocks: [[LayerParameters]]
  private var last: LayerParameters
  private let isResidual: Bool
  private let rate: Double
  private var seed: UInt32

  init(_ clothes: Clothes, blocks count: Int, isResidual: Bool, rate: Double, seed: UInt32) {
    let n = 32
    let sizes =
      [clothes.X.rows] + Array(repeating: n, count: 2 * count + 1) + [clothes.Y.rows]
    let layers = LayerParameters.he(sizes, seed: seed)
    first = layers[0]
    last = layers[2 * count + 1]
    blocks = (0..<count).map { k in
      var second = layers[2 * k + 2]
      // A residual block starts as the identity; a plain block could not start with zeros.
      if isResidual { second.W *= 0 }
      return [layers[2 * k + 1], second]
    }
    self.isResidual = isResidual
    self.rate = rate
    self.seed = seed
  }

  /// Trains on every example once and returns the mean loss.
  mutating func epoch(_ clothes: Clothes) throws -> Double {
    seed &+= 1
    var total = 0.0
    for batch in try MiniBatches.shuffled(clothes.X, clothes.Y, 50, seed) {
      total += try step(batch)
    }
    return total / Double(clothes.X.columns)
  }

  /// Makes one step and returns the sum of the losses before it.
  mutating func step(_ batch: MiniBatch) throws -> Double {
    let m = Double(batch.X.columns)
    let Z0 = try dot(first.W, batch.X) + first.b
    var inputs = [maximum(0, Z0)]
    var passes: [ResidualPass] = []
    for block in blocks {
      let pass = try C4W2.residualForward(inputs[passes.count], block, isResidual)
      passes.append(pass)
      inputs.append(pass.A2)
    }
    let top = inputs[blocks.count]
    let scores = try dot(last.W, top) + last.b
    let peaks = try scores.max(axis: 0, keepingDimensions: true)
    let sums = try exp(scores - peaks).sum(axis: 0, keepingDimensions: true)
    let losses = try batch.Y * (log(sums) + peaks - scores)
    let dZ = try exp(scores - peaks) / sums - batch.Y
    var dA = try dot(last.W.T, dZ)
    try last.W -= dot(dZ, top.T) * (rate / m)
    try last.b -= rate * dZ.mean(axis: 1, keepingDimensions: true)
    for k in blocks.indices.reversed() {
      let found = try C4W2.residualBackward(dA, inputs[k], blocks[k], passes[k], isResidual)
      dA = found.dA_prev
      for (l, gradients) in found.layers.enumerated() where blocks[k].indices.contains(l) {
        try blocks[k][l].W -= rate * gradients.dW
        try blocks[k][l].b -= rate * gradients.db
      }
    }
    let dZ0 = try dA * (Z0 .> 0)
    try first.W -= dot(dZ0, batch.X.T) * (rate / m)
    try first.b -= rate * dZ0.mean(axis: 1, keepingDimensions: true)
    return losses.sum()
  }

  /// The accuracy on a test set, in percent.
  func accuracy(_ test: (X: Tensor, labels: [Int])) throws -> Double {
    var A = maximum(0, try dot(first.W, test.X) + first.b)
    for block in blocks { A = try C4W2.residualForward(A, block, isResidual).A2 }
    let answers = try (dot(last.W, A) + last.b).argmax(axis: 0).elements
    let right = zip(answers, test.labels).count { $0 == Double($1) }
    return 100 * Double(right) / Double(max(1, test.labels.count))
  }
}
