import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Ten classes of clothes: a search for the learning rate, then a training with the best one.
  static let softmaxClassifier = Demo(
    week: "C2W3a",
    summary: Phrase(
      "ten kinds of clothes, and a search for the learning rate",
      zh: "十类服装，并搜索学习率"),
    choices: Set(DemoOptions.Choice.allCases),
    layers: LayerRule(counts: 1...1, endsInOne: false)
  ) { options in
    let data =
      try options.data.map {
        try TrainingAndTest<LabelledImages>(npz: URL(fileURLWithPath: $0))
      } ?? FashionMNIST.all
    let names = options.data == nil ? FashionMNIST.names(.current) : nil
    let clothes = try Clothes(data)
    let seed = UInt32(truncatingIfNeeded: options.seed ?? 1)
    let units = options.layers?.first ?? 64

    var report = DemoReport(title: Phrase("Ten classes", zh: "十个类别")(.current))
    report.countsEpochs = true
    var rate = options.learningRate ?? 0.001
    if options.learningRate == nil {
      let trials = try searchLearningRate(clothes, units, seed)
      rate = trials.min { $0.cost < $1.cost }?.rate ?? rate
      report.relation = .init(
        title: Phrase(
          "cost after two epochs, for rates drawn at random", zh: "随机抽取的学习率，两个 epoch 之后的代价")(
            .current), xLabel: "α", yLabel: "J", x: trials.map(\.rate),
        curves: [.init(name: "J", y: trials.map(\.cost))])
      report.notes.append(
        Phrase(
          "12 learning rates were tried, from 0.00001 to 0.1; the best is \(rate.text(digits: 2))",
          zh: "在 0.00001 到 0.1 之间试了 12 个学习率，最好的是 \(rate.text(digits: 2))")(.current))
    }

    let start = LayerParameters.he([clothes.X.rows, units, clothes.Y.rows], seed: seed)
    var training = (parameters: start, adam: AdamOptimizer(start))
    func step(
      _ training: inout (parameters: [LayerParameters], adam: AdamOptimizer), _ X: Tensor,
      _ Y: Tensor
    ) throws -> Double {
      let cache = try C2W3a.forwardPropagation(X, training.parameters)
      let cost = try C2W3a.crossEntropyFromLogits(cache.Z2, Y)
      training.parameters = try training.adam.step(
        training.parameters, C2W3a.backwardPropagation(training.parameters, cache, X, Y), rate)
      return cost
    }
    let before = try BeforeTraining(
      training, examples: clothes.X.columns, batch: 64, weights: { $0.parameters[0].W }
    ) { training, places in
      try step(&training, clothes.X.columns(at: places), clothes.Y.columns(at: places))
    }
    try report.begin(with: .all(of: before, classes: clothes.Y.rows))
    var epoch: UInt32 = 0
    let descent = try TrainingLoop(
      steps: options.steps ?? 30, keepingEvery: 1, countingEpochs: true
    ) { _ in
      epoch += 1
      var total = 0.0
      for batch in try MiniBatches.shuffled(clothes.X, clothes.Y, 64, seed &+ epoch) {
        total += try step(&training, batch.X, batch.Y) * Double(batch.X.columns)
      }
      return total / Double(clothes.X.columns)
    }

    let trained = training.parameters
    func answers(_ X: Tensor) throws -> [Int] {
      try C2W3a.predictClasses(C2W3a.forwardPropagation(X, trained).Z2).elements.map {
        Int(exactly: $0) ?? -1
      }
    }
    let said = try answers(clothes.test.X)
    let confusion = Confusion(clothes.test.labels, said, classes: clothes.Y.rows)
    report.curves = [.init(name: "", every: 1, costs: descent.costs)]
    report.stoppedAt = descent.stoppedAt
    report.trainAccuracy =
      Confusion(clothes.labels, try answers(clothes.X), classes: clothes.Y.rows).accuracy
    report.testAccuracy = confusion.accuracy
    report.map = .init(
      title: Phrase(
        "test set: classes down, answers across", zh: "测试集：每行一个类别，每列一种回答")(.current),
      values: confusion.table)
    report.mistakes = try DemoReport.Mistake.among(
      clothes.test.X, clothes.test.labels.map(Double.init), answers: said.map(Double.init),
      names: names ?? (0..<clothes.Y.rows).map { "\($0)" }, shape: clothes.shape)
    report.notes += [confusion.sentence(names)].compactMap(\.self)
    return report
  }
}

/// Pictures as columns with one-hot labels, and a test set.
struct Clothes {
  let X: Tensor
  let Y: Tensor
  let labels: [Int]
  let test: (X: Tensor, labels: [Int])
  /// The rows and columns of a picture, followed by its channels if there are several.
  let shape: [Int]

  init(_ data: TrainingAndTest<LabelledImages>) throws {
    let classes = ((data.training.labels + data.test.labels).max() ?? 0) + 1
    X = try data.training.flattened().X
    Y = try data.training.oneHot(classes: classes)
    labels = data.training.labels
    test = (try data.test.flattened().X, data.test.labels)
    let images = data.training
    shape = [images.height, images.width] + (images.channels > 1 ? [images.channels] : [])
  }
}

/// The costs after two epochs with learning rates between 10⁻⁵ and 10⁻¹, in ascending order of the
/// rate and without trainings that diverged.
private func searchLearningRate(
  _ clothes: Clothes, _ units: Int, _ seed: UInt32
) throws -> [(rate: Double, cost: Double)] {
  var trials: [(rate: Double, cost: Double)] = []
  for trial in 0..<12 where !Host.isAskedToStop {
    let rate = try C2W3a.sampleLearningRate(-5, -1, seed &+ UInt32(trial))
    let run = try C2W3a.model(clothes.X, clothes.Y, units, rate, 64, 2, seed)
    guard let cost = run.costs.last, cost.isFinite, cost > 0, rate > 0 else { continue }
    trials.append((rate, cost))
  }
  return trials.sorted { $0.rate < $1.rate }
}
