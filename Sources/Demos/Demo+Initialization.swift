import Coursework
import Datasets
import Foundation
import Syllabus
import Tensors
import Text

extension Demo {
  /// Two circles, and three initializations.
  static let initialization = Demo(
    week: "C2W1a",
    summary: Phrase(
      "two circles, and three initializations",
      zh: "两个圆环，三种初始化"),
    choices: [.steps, .learningRate, .seed, .layers]
  ) { options in
    let training = LabelledData.circles(examples: 300, noise: 0.05, seed: 1)
    let test = LabelledData.circles(examples: 100, noise: 0.05, seed: 2)
    let sizes = [2] + (options.layers ?? [10, 5, 1])
    let steps = options.steps ?? 15_000
    let learningRate = options.learningRate ?? 0.01
    let seed = UInt32(options.seed ?? 3)
    let starts: [(Phrase, [LayerParameters])] = [
      (Phrase("zeros", zh: "全零"), try C2W1a.initializeZeros(sizes)),
      (Phrase("normal times 10", zh: "正态乘 10"), try C2W1a.initializeRandom(sizes, seed)),
      (Phrase("He", zh: "He"), try C2W1a.initializeHe(sizes, seed)),
    ]

    func step(
      _ parameters: inout ThreeLayerParameters, _ X: Tensor, _ Y: Tensor, wantsCost: Bool
    ) throws -> Double? {
      let values = try ThreeLayerNetwork.forward(X, parameters)
      let cost = wantsCost ? try ThreeLayerNetwork.cost(values.A3, Y) : nil
      let gradients = try ThreeLayerNetwork.backward(X, Y, values, parameters)
      parameters = try parameters.descended(along: gradients, by: learningRate)
      return cost
    }

    var report = DemoReport(title: Phrase("Three initializations", zh: "三种初始化")(.current))
    let before = try starts.map { _, layers in
      try BeforeTraining(
        ThreeLayerParameters(layers: layers), examples: training.X.columns, steps: 1, weights: \.W1
      ) { parameters, places in
        let (X, Y) = try (training.X.columns(at: places), training.Y.columns(at: places))
        return try step(&parameters, X, Y, wantsCost: true) ?? .nan
      }
    }
    try report.begin(with: [.cost(before), .ratio(before)])
    for (index, (name, layers)) in starts.enumerated() where report.stoppedAt == nil {
      var parameters = try ThreeLayerParameters(layers: layers)
      let descent = try TrainingLoop(
        steps: steps, keepingEvery: 100, part: (index, starts.count),
        boundary: { try .init(of: training, "", parameters) }
      ) { try step(&parameters, training.X, training.Y, wantsCost: $0) }
      report.stoppedAt = descent.stoppedAt
      try report.add(name, descent.costs, every: 100, parameters, training, test)
    }
    return report
  }
}

extension Phrase {
  /// A line for a demo that compares several methods; accuracies are in percent.
  static func accuracies(_ name: Phrase, training: Double, test: Double?) -> Phrase {
    let (own, other) = (training.percentText(decimals: 2), test?.percentText(decimals: 2))
    return Phrase(
      "\(name(.english)): training set \(own)" + (other.map { ", test set \($0)" } ?? ""),
      zh: "\(name(.chinese))：训练集 \(own)" + (other.map { "，测试集 \($0)" } ?? ""))
  }
}

extension ThreeLayerParameters {
  /// The parameters after one step of gradient descent.
  func descended(along gradients: ThreeLayerGradients, by learningRate: Double) throws -> Self {
    ThreeLayerParameters(
      W1: try W1 - learningRate * gradients.dW1, b1: try b1 - learningRate * gradients.db1,
      W2: try W2 - learningRate * gradients.dW2, b2: try b2 - learningRate * gradients.db2,
      W3: try W3 - learningRate * gradients.dW3, b3: try b3 - learningRate * gradients.db3)
  }
}
