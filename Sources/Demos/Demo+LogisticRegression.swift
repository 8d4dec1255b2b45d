import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Sneakers and ankle boots, or the user's own two classes.
  static let logisticRegression = Demo(
    week: "C1W2",
    summary: Phrase(
      "sneakers versus ankle boots, with one sigmoid",
      zh: "运动鞋与短靴，只用一个 sigmoid"),
    choices: [.data, .steps, .learningRate], classes: 2
  ) { options in
    let data = try TrainingAndTest.chosen(by: options)
    let steps = options.steps ?? 2000
    let learningRate = options.learningRate ?? 0.005
    let X = data.training.X
    let Y = data.training.Y

    let start = try C1W2.initializeWithZeros(X.rows)
    var report = DemoReport(title: Phrase("Logistic regression", zh: "逻辑回归")(.current))
    let before = try BeforeTraining(start, examples: X.columns, weights: \.w) { reached, places in
      let next = try C1W2.optimize(
        reached.w, reached.b, X.columns(at: places), Y.columns(at: places), 1, learningRate)
      reached = LogisticParameters(w: next.w, b: next.b)
      return next.costs.first ?? .nan
    }
    try report.begin(with: [.cost([before]), .tenExamples(before)])

    var reached = LogisticOptimization(w: start.w, b: start.b, costs: [])
    var costs: [Double] = []
    var done = 0
    while done < steps, !Host.isAskedToStop {
      let chunk = min(100, steps - done)
      reached = try C1W2.optimize(reached.w, reached.b, X, Y, chunk, learningRate)
      costs += reached.costs.prefix(1)
      done += chunk
      try Host.report(DemoProgress(step: done, steps: steps, cost: costs.last ?? .nan))
    }

    func accuracy(_ set: LabelledData) throws -> Double {
      try Demos.accuracy(of: C1W2.predict(reached.w, reached.b, set.X), set.Y)
    }
    report.curves = [.init(name: "", every: 100, costs: costs)]
    report.trainAccuracy = try accuracy(data.training)
    report.testAccuracy = try accuracy(data.test)
    report.stoppedAt = done < steps ? done : nil
    if options.data == nil {
      report.mistakes = try DemoReport.Mistake.amongShoes(
        data.test, answers: C1W2.predict(reached.w, reached.b, data.test.X))
      report.map = .init(
        title: Phrase(
          "the weights: bright pixels speak for ankle boots", zh: "权重：亮的像素支持“短靴”")(.current),
        values: try reached.w.reshaped(28, 28))
    }
    return report
  }
}

extension TrainingAndTest<LabelledData> {
  /// The user's file, or by default sneakers (0) and ankle boots (1).
  static func chosen(by options: DemoOptions) throws -> TrainingAndTest {
    if let path = options.data {
      return try TrainingAndTest<LabelledImages>(npz: URL(fileURLWithPath: path))
        .map { try $0.flattened() }
    }
    return try FashionMNIST.pair(of: 7, and: 9)
  }
}
