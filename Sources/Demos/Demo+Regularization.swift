import Basics
import Coursework
import Datasets
import Syllabus
import Tensors

extension Demo {
  /// Noisy points on either side of a diagonal: no regularization, L2, and dropout.
  static let regularization = Demo(week: "C2W1b") { options in
    let data = TrainingAndTest.noisyDiagonal()
    let steps = options.steps ?? 30_000
    let learningRate = options.learningRate ?? 0.3
    let seed = UInt32(options.seed ?? 3)
    let start = try ThreeLayerParameters.drawn([2] + (options.layers ?? [20, 3, 1]), seed)
    let ways: [(name: Phrase, lambda: Double, keepProbability: Double)] = [
      (Phrase("no regularization", zh: "不加正则化"), 0, 1),
      (Phrase("dropout, keeping 0.86", zh: "dropout，保留 0.86"), 0, 0.86),
      (Phrase("L2, λ = 0.7", zh: "L2，λ = 0.7"), 0.7, 1),
    ]

    var report = DemoReport(title: Phrase("Three networks", zh: "三个网络")(.current))
    for (index, way) in ways.enumerated() where !Host.isAskedToStop {
      let trained = try C2W1b.trainWithRegularization(
        data.training.X, data.training.Y, start, learningRate, steps, way.lambda,
        way.keepProbability, seed)
      try Host.report(
        DemoProgress(
          step: (index + 1) * steps, steps: ways.count * steps, cost: trained.costs.last ?? .nan))
      try report.add(
        way.name, trained.costs, every: 1000, trained.parameters, data.training, data.test)
    }
    return report
  }
}

extension DemoReport {
  /// One of several ways that a demo compares: its curve, its accuracies, and its boundary.
  mutating func add(
    _ name: Phrase, _ costs: [Double], every interval: Int, _ parameters: ThreeLayerParameters,
    _ training: LabelledData, _ test: LabelledData?
  ) throws {
    curves.append(.init(name: name(.current), every: interval, costs: costs))
    trainAccuracy = try ThreeLayerNetwork.accuracy(training.X, training.Y, parameters)
    testAccuracy = try test.map { try ThreeLayerNetwork.accuracy($0.X, $0.Y, parameters) }
    notes.append(Phrase.accuracies(name, self)(.current))
    boundary = try .init(of: training) { try ThreeLayerNetwork.forward($0, parameters).A3 }
    title = name(.current)
  }
}

extension ThreeLayerParameters {
  /// Weights N(0, 1) · √(2/n[l-1]) and zero biases, as He and others draw them for ReLU.
  static func drawn(_ sizes: [Int], _ seed: UInt32) throws -> Self {
    var random = RandomState(seed: seed)
    return try Self(
      layers: zip(sizes, sizes.dropFirst()).map { before, units in
        LayerParameters(
          W: random.randn(units, before) * (2 / Double(before)).squareRoot(), b: .zeros(units, 1))
      })
  }
}
