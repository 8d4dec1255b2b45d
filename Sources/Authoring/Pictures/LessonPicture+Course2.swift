import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

extension LessonPicture {
  static let course2 =
    [spread, circles, boundaries, earlyStopping, valley] + downhill

  /// How large activations are in the layers of a deep ReLU network, for several sizes of weights.
  private static let spread = LessonPicture("C2W1a", "spread") {
    let (units, layers) = (100, 10)
    let scales: [(name: String, factor: Double)] = [
      ("randn", 1), ("randn · √(2/n)", (2 / Double(units)).squareRoot()),
      ("randn · √(1/n)", (1 / Double(units)).squareRoot()), ("randn · 0.01", 0.01),
    ]
    return LineChart(
      x: "l", y: "√mean(a²)", yScale: .logarithmic,
      series: try scales.map { name, factor in
        var random = RandomState(seed: 1)
        var A = random.randn(units, 200)
        var sizes = [A.squared().mean().squareRoot()]
        for _ in 0..<layers {
          A = maximum(try dot(random.randn(units, units) * factor, A), 0)
          sizes.append(A.squared().mean().squareRoot())
        }
        return Series(name, sizes)
      })
  }

  private static let circles = LessonPicture("C2W1a", "circles") {
    let training = LabelledData.circles(examples: 300, noise: 0.05, seed: 1)
    let test = LabelledData.circles(examples: 100, noise: 0.05, seed: 2)
    let starts: [(name: String, method: InitializationMethod)] = [
      ("W = 0", .zeros), ("W = randn · 10", .random), ("W = randn · √(2/n)", .he),
    ]
    return FigureGrid(
      figures: try starts.map { name, method in
        let layers = try C2W1a.trainFromInitialization.reference(
          training.X, training.Y, [2, 10, 5, 1], method, 3, 0.01, 15_000
        ).parameters
        return try boundary(
          name, ThreeLayerParameters(layers: layers), training, test)
      }, perRow: 2)
  }

  private static let noisy = TrainingAndTest.noisyDiagonal()

  private static let boundaries = LessonPicture("C2W1b", "boundaries") {
    let start = try ThreeLayerParameters(layers: LayerParameters.he([2, 20, 3, 1], seed: 3))
    let ways: [(name: String, lambda: Double, keepProbability: Double)] = [
      ("λ = 0", 0, 1), ("λ = 0.7", 0.7, 1), ("keepProbability = 0.86", 0, 0.86),
    ]
    return FigureGrid(
      figures: try ways.map { name, lambda, keepProbability in
        let trained = try C2W1b.trainWithRegularization.reference(
          noisy.training.X, noisy.training.Y, start, 0.3, 30_000, lambda, keepProbability, 3)
        return try boundary(name, trained.parameters, noisy.training, noisy.test)
      }, perRow: 2)
  }

  /// The costs of a network that learns its noisy examples by heart, every 50 steps.
  ///
  /// The first, 0.69 on both sets, would flatten what follows and is left out.
  private static let earlyStopping = LessonPicture("C2W1b", "early-stopping") {
    var parameters = try ThreeLayerParameters(layers: LayerParameters.he([2, 20, 3, 1], seed: 3))
    let interval = 50
    return try (1...80).map { part in
      parameters = try C2W1b.trainWithRegularization.reference(
        noisy.training.X, noisy.training.Y, parameters, 0.3, interval, 0, 1, 0
      ).parameters
      let costs = try [noisy.training, noisy.test].map { data in
        try ThreeLayerNetwork.cost(ThreeLayerNetwork.forward(data.X, parameters).A3, data.Y)
      }
      return (step: Double(part * interval), training: costs[0], dev: costs[1])
    }
  } draw: { (costs: [(step: Double, training: Double, dev: Double)], language) in
    LineChart(
      x: Phrase("steps", zh: "步")(language), y: "J",
      series: [
        try Series(
          Phrase("training set", zh: "训练集")(language), x: costs.map(\.step),
          y: costs.map(\.training)),
        try Series(
          Phrase("dev set", zh: "开发集")(language), x: costs.map(\.step), y: costs.map(\.dev)),
      ])
  }

  /// A network's probabilities over the plane, and how many examples it classifies rightly.
  private static func boundary(
    _ name: String, _ parameters: ThreeLayerParameters, _ training: LabelledData,
    _ test: LabelledData
  ) throws -> DecisionBoundary {
    let shares = try [training, test].map {
      try ThreeLayerNetwork.accuracy($0.X, $0.Y, parameters).percentText()
    }
    return try DecisionBoundary(
      "\(name):   \(shares[0]),   \(shares[1])", training.X, training.Y, resolution: 90,
      of: .probabilities
    ) { try ThreeLayerNetwork.forward($0, parameters).A3 }
  }

  /// The relative difference of right gradients, and of some with a mistake of 1 %, for every ε.
  private static let valley = LessonPicture("C2W1c", "valley") {
    var random = RandomState(seed: 1)
    let X = random.randn(4, 3)
    let Y = Tensor([[1, 1, 0]])
    let parameters = try ThreeLayerParameters(
      layers: [(4, 5), (5, 3), (3, 1)].map { before, units in
        LayerParameters(W: random.randn(units, before), b: random.randn(units, 1))
      })
    let right = try C2W1c.backward.reference(X, Y, parameters, 0)
    var wrong = right
    wrong.dW1 *= 1.01
    let epsilons = (-36 ... -6).map { Tensors.pow(10, Double($0) / 3) }
    func differences(_ gradients: ThreeLayerGradients) throws -> [Double] {
      try epsilons.map {
        try C2W1c.gradientCheck.reference(X, Y, parameters, gradients, 0, $0).difference
      }
    }
    return [
      try Series("g", x: epsilons, y: differences(right)),
      try Series("g, 1.01 · dW1", x: epsilons, y: differences(wrong)),
    ]
  } draw: { series, language in
    LineChart(
      x: "ε", y: Phrase("relative difference", zh: "相对差异")(language), xScale: .logarithmic,
      yScale: .logarithmic, series: series)
  }
}
