import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// A flower that no straight line can separate.
  static let shallowNetwork = Demo(
    week: "C1W3",
    summary: Phrase(
      "a flower that no straight line can separate",
      zh: "一朵直线分不开的花"),
    choices: [.steps, .learningRate, .seed, .layers],
    layers: LayerRule(counts: 1...1, endsInOne: false)
  ) { options in
    let data = LabelledData.planarFlower()
    let steps = options.steps ?? 10_000
    let learningRate = options.learningRate ?? 1.2
    let hiddenUnits = options.layers?.first ?? 4
    var parameters = try C1W3.initializeParameters(2, hiddenUnits, 1, options.seed ?? 3)

    func boundary(_ title: String = "") throws -> DemoReport.Boundary {
      try .init(of: data, title) { try C1W3.forwardPropagation($0, parameters).A2 }
    }
    func step(
      _ parameters: inout ShallowParameters, _ X: Tensor, _ Y: Tensor, wantsCost: Bool
    ) throws -> Double? {
      let cache = try C1W3.forwardPropagation(X, parameters)
      let cost = wantsCost ? try C1W3.computeCost(cache.A2, Y) : nil
      let gradients = try C1W3.backwardPropagation(parameters, cache, X, Y)
      parameters = try C1W3.updateParameters(parameters, gradients, learningRate)
      return cost
    }

    var report = DemoReport(
      title: Phrase("\(hiddenUnits) hidden units", zh: "\(hiddenUnits) 个隐藏单元")(.current))
    let before = try BeforeTraining(
      parameters, examples: data.X.columns, weights: \.W1
    ) { parameters, places in
      let (X, Y) = try (data.X.columns(at: places), data.Y.columns(at: places))
      return try step(&parameters, X, Y, wantsCost: true) ?? .nan
    }
    try report.begin(with: .all(of: before))
    let descent = try TrainingLoop(
      steps: steps, keepingEvery: 100, boundary: { try boundary() }
    ) { try step(&parameters, data.X, data.Y, wantsCost: $0) }

    report.curves = [.init(name: "", every: 100, costs: descent.costs)]
    report.stoppedAt = descent.stoppedAt
    report.trainAccuracy = try accuracy(of: C1W3.predict(parameters, data.X), data.Y)
    report.boundaries = [try boundary(report.title)]
    return report
  }
}
