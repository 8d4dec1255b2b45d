import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Sneakers and ankle boots, or the user's own two classes, with any number of layers.
  static let deepNetwork = Demo(
    week: "C1W4",
    summary: Phrase(
      "sneakers versus ankle boots, with any number of layers",
      zh: "运动鞋与短靴，层数任选"),
    choices: Set(DemoOptions.Choice.allCases),
    layers: LayerRule(counts: 1...100, endsInOne: true), classes: 2
  ) { options in
    let data = try TrainingAndTest.chosen(by: options)
    let steps = options.steps ?? 2500
    let learningRate = options.learningRate ?? 0.0075
    let sizes = [data.training.features] + (options.layers ?? [20, 7, 5, 1])
    let (X, Y) = (data.training.X, data.training.Y)
    var parameters = try C1W4.initializeDeepParameters(sizes, .byInputs, options.seed ?? 3)

    func step(
      _ parameters: inout [LayerParameters], _ X: Tensor, _ Y: Tensor, wantsCost: Bool
    ) throws -> Double? {
      let forward = try C1W4.modelForward(X, parameters)
      let cost = wantsCost ? try C1W4.computeCost(forward.AL, Y) : nil
      let gradients = try C1W4.modelBackward(forward.AL, Y, forward.caches)
      parameters = try C1W4.updateParameters(parameters, gradients, learningRate)
      return cost
    }

    var report = DemoReport(
      title: sizes.map(String.init).joined(separator: " → "))
    let before = try BeforeTraining(
      parameters, examples: X.columns, weights: { $0.first?.W ?? Tensor(0) }
    ) { parameters, places in
      try step(&parameters, X.columns(at: places), Y.columns(at: places), wantsCost: true) ?? .nan
    }
    let squares = parameters.map { $0.W.squared().sum() }.reduce(0, +)
    let penalized = before.cost + 10 / (2 * Double(X.columns)) * squares
    try report.begin(
      with: [
        .cost([before]), .tenExamples(before), .penalty(10, cost: penalized), .ratio([before]),
      ])

    let descent = try TrainingLoop(steps: steps, keepingEvery: 100) {
      try step(&parameters, X, Y, wantsCost: $0)
    }

    report.curves = [.init(name: "", every: 100, costs: descent.costs)]
    report.stoppedAt = descent.stoppedAt
    report.trainAccuracy = try accuracy(of: C1W4.predict(parameters, X), Y)
    report.testAccuracy = try accuracy(
      of: C1W4.predict(parameters, data.test.X), data.test.Y)
    if options.data == nil {
      report.mistakes = try DemoReport.Mistake.amongShoes(
        data.test, answers: C1W4.predict(parameters, data.test.X))
    }
    report.notes = descent.costs.enumerated().map { index, cost in
      let step = String(format: "%5d", index * 100)
      return Phrase("cost at step", zh: "代价，第")(.current) + "\(step)"
        + Phrase("  ", zh: " 步  ")(.current) + cost.text(decimals: 12)
    }
    return report
  }
}
