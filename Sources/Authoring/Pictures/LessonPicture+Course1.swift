import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

extension LessonPicture {
  static let course1 = [
    sigmoid, crossEntropy, activations, flower, hiddenUnits, folds, depth,
  ]

  private static let sigmoid = LessonPicture("C1W2", "sigmoid") {
    LineChart(
      x: "z",
      series: [
        try Series("σ(z)", -6...6) { try C1W2.sigmoid.reference($0) },
        try Series("σ′(z) = σ(z) (1 − σ(z))", -6...6) { try C1W2.sigmoidDerivative.reference($0) },
      ])
  }

  private static let crossEntropy = LessonPicture("C1W2", "cross-entropy") {
    LineChart(
      x: "a", y: "L",
      series: [
        try Series("−log a   (y = 1)", 0.005...0.995) { -log($0) },
        try Series("−log (1 − a)   (y = 0)", 0.005...0.995) { -log(1 - $0) },
        try Series("(1 − a)²   (y = 1)", 0.005...0.995) { (1 - $0).squared() },
      ])
  }

  private static let activations = LessonPicture("C1W3", "activations") {
    LineChart(
      x: "z",
      series: [
        try Series("tanh z", -3...3) { try C1W3.tanhActivation.reference($0) },
        try Series("1 − tanh² z", -3...3) {
          try C1W3.tanhDerivative.reference(C1W3.tanhActivation.reference($0))
        },
        try Series("max(0, z)", -3...3) { try C1W3.relu.reference($0) },
      ])
  }

  private static let flower = LessonPicture("C1W3", "flower") {
    let data = LabelledData.planarFlower()
    let line = try C1W2.model.reference(data.X, data.Y, data.X, data.Y, 2000, 0.05)
    return FigureGrid(
      figures: [
        try DecisionBoundary(
          "a = σ(wᵀx + b): \(line.trainAccuracy.percentText(decimals: 0))", data.X, data.Y,
          classNames: ["y = 0", "y = 1"], resolution: 90, of: .probabilities
        ) { try C1W2.sigmoid.reference(dot(line.w.T, $0) + line.b) },
        try boundary(data, hiddenUnits: 4, steps: 10_000, classNames: ["y = 0", "y = 1"]),
      ], perRow: 2)
  }

  private static let hiddenUnits = LessonPicture("C1W3", "hidden-units") {
    let data = LabelledData.planarFlower()
    return FigureGrid(
      figures: try [1, 2, 3, 5, 20, 50].map {
        try boundary(data, hiddenUnits: $0, steps: 5000, classNames: [])
      }, perRow: 2)
  }

  /// What a network with hidden units makes of the flower, trained from seed 3 at rate 1.2.
  private static func boundary(
    _ data: LabelledData, hiddenUnits: Int, steps: Int, classNames: [String]
  ) throws -> DecisionBoundary {
    let parameters = try C1W3.model.reference(data.X, data.Y, hiddenUnits, steps, 1.2, 3).parameters
    let predicted = try C1W3.predict.reference(parameters, data.X)
    return try DecisionBoundary(
      "n_h = \(hiddenUnits): \((100 * (predicted .== data.Y).mean()).percentText(decimals: 0))",
      data.X,
      data.Y,
      classNames: classNames, resolution: 90, of: .probabilities
    ) { try C1W3.forwardPropagation.reference($0, parameters).A2 }
  }

  /// The line folded by layers of two ReLU units each: 2 relu(x) - 4 relu(x - 1/2) is a tent, and
  /// every further layer doubles its teeth.
  private static let folds = LessonPicture("C1W4", "folds") {
    func folded(_ x: Tensor, layers: Int) -> Tensor {
      (0..<layers).reduce(x) { x, _ in x.map { 2 * max(0, $0) - 4 * max(0, $0 - 0.5) } }
    }
    return LineChart(
      x: "x",
      series: try [1, 4].map { layers in
        let x = Tensor.linspace(0, 1, count: 129)
        return try Series("L = \(layers)", x: x.elements, y: folded(x, layers: layers).elements)
      })
  }

  private static let depth = LessonPicture("C1W4", "depth") {
    let data = try FashionMNIST.pair(of: 7, and: 9).training
    let models = [
      ("[784, 7, 1]", try C1W4.twoLayerModel.reference(data.X, data.Y, 7, 1001, 0.05, 1)),
      (
        "[784, 20, 7, 5, 1]",
        try C1W4.deepModel.reference(data.X, data.Y, [784, 20, 7, 5, 1], 1001, 0.05, 1)
      ),
    ]
    return models.map { name, model in Series(name, model.costs, every: 100) }
  } draw: { series, language in
    LineChart(x: Phrase("steps", zh: "步")(language), y: "J", series: series)
  }
}
