import Basics
import Coursework
import Datasets
import Syllabus
import Tensors

extension Demo {
  /// Two moons, and three ways downhill with mini-batches of 64.
  static let optimization = Demo(week: "C2W2") { options in
    let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
    let epochs = options.steps ?? 5000
    let learningRate = options.learningRate ?? 0.0007
    let start = try ThreeLayerParameters.drawn(
      [2] + (options.layers ?? [5, 2, 1]), UInt32(options.seed ?? 3))
    let ways: [(name: Phrase, method: OptimizationMethod)] = [
      (Phrase("gradient descent", zh: "梯度下降"), .gradientDescent),
      (Phrase("momentum", zh: "动量"), .momentum),
      (Phrase("Adam", zh: "Adam"), .adam),
    ]

    var report = DemoReport(title: "")
    for (index, way) in ways.enumerated() where !Host.isAskedToStop {
      let trained = try C2W2.trainWithMiniBatches(
        data.X, data.Y, start.layers, way.method, learningRate, 64, epochs, 10)
      try Host.report(
        DemoProgress(
          step: (index + 1) * epochs, steps: ways.count * epochs,
          cost: trained.costs.last ?? .nan))
      let costs = stride(from: 0, to: epochs, by: 100).map { trained.costs[$0] }
      try report.add(
        way.name, costs, every: 100, ThreeLayerParameters(layers: trained.parameters), data, nil)
    }
    return report
  }
}
