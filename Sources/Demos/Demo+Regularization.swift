import Coursework
import Datasets
import Syllabus
import Tensors
import Text

extension Demo {
  /// Noisy points on either side of a diagonal, without regularization, with dropout, and with L2.
  static let regularization = Demo(
    week: "C2W1b",
    summary: Phrase(
      "noisy points: no regularization, dropout, L2",
      zh: "带噪声的点：不加正则化、dropout、L2"),
    choices: [.steps, .learningRate, .seed, .layers]
  ) { options in
    let data = TrainingAndTest.noisyDiagonal()
    let (X, Y) = (data.training.X, data.training.Y)
    let steps = options.steps ?? 30_000
    let learningRate = options.learningRate ?? 0.3
    let seed = UInt32(options.seed ?? 3)
    let start = try ThreeLayerParameters(
      layers: LayerParameters.he([2] + (options.layers ?? [20, 3, 1]), seed: seed))
    let ways: [(name: Phrase, lambda: Double, keepProbability: Double)] = [
      (Phrase("no regularization", zh: "不加正则化"), 0, 1),
      (Phrase("dropout, keeping 0.86", zh: "dropout，保留 0.86"), 0, 0.86),
      (Phrase("L2, λ = 0.7", zh: "L2，λ = 0.7"), 0.7, 1),
    ]

    var report = DemoReport(title: Phrase("Three networks", zh: "三个网络")(.current))
    let before = try BeforeTraining(
      start, examples: X.columns, weights: \.W1
    ) { parameters, places in
      let (X, Y) = try (X.columns(at: places), Y.columns(at: places))
      let cache = try ThreeLayerNetwork.forward(X, parameters)
      let gradients = try C2W1b.backwardWithRegularization(X, Y, cache, parameters, 0)
      let cost = try C2W1b.costWithRegularization(cache.A3, Y, parameters, 0)
      parameters = try parameters.descended(along: gradients, by: learningRate)
      return cost
    }
    let penalized = try C2W1b.costWithRegularization(
      ThreeLayerNetwork.forward(X, start).A3, Y, start, 0.7)
    try report.begin(
      with: [
        .cost([before]), .tenExamples(before), .penalty(0.7, cost: penalized), .ratio([before]),
      ])
    for (index, way) in ways.enumerated() where report.stoppedAt == nil {
      var parameters = start
      var maskSeed = seed
      let descent = try TrainingLoop(
        steps: steps, keepingEvery: 100, part: (index, ways.count),
        boundary: { try .init(of: data.training, "", parameters) }
      ) { wantsCost in
        let cache: ThreeLayerCache
        let gradients: ThreeLayerGradients
        if way.keepProbability < 1 {
          let dropped = try C2W1b.forwardWithDropout(
            X, parameters, way.keepProbability, maskSeed, true)
          maskSeed &+= 1
          cache = dropped.activations
          gradients = try C2W1b.backwardWithDropout(
            X, Y, dropped, parameters, way.keepProbability)
        } else {
          cache = try ThreeLayerNetwork.forward(X, parameters)
          gradients = try C2W1b.backwardWithRegularization(X, Y, cache, parameters, way.lambda)
        }
        let cost =
          wantsCost
          ? try C2W1b.costWithRegularization(cache.A3, Y, parameters, way.lambda) : nil
        parameters = try parameters.descended(along: gradients, by: learningRate)
        return cost
      }
      report.stoppedAt = descent.stoppedAt
      try report.add(
        way.name, descent.costs, every: 100, parameters, data.training, data.test)
    }
    return report
  }
}

extension DemoReport {
  /// Adds one of the compared methods: its curve, its accuracies and its boundary.
  mutating func add(
    _ name: Phrase, _ costs: [Double], every interval: Int, _ parameters: ThreeLayerParameters,
    _ training: LabelledData, _ test: LabelledData?
  ) throws {
    curves.append(.init(name: name(.current), every: interval, costs: costs))
    notes.append(
      Phrase.accuracies(
        name, training: try ThreeLayerNetwork.accuracy(training.X, training.Y, parameters),
        test: try test.map { try ThreeLayerNetwork.accuracy($0.X, $0.Y, parameters) })(.current))
    boundaries.append(try .init(of: training, name(.current), parameters))
  }
}

extension DemoReport.Boundary {
  /// The decision boundary of a three-layer network.
  init(
    of training: LabelledData, _ title: String = "", _ parameters: ThreeLayerParameters
  ) throws {
    try self.init(of: training, title) { try ThreeLayerNetwork.forward($0, parameters).A3 }
  }
}
