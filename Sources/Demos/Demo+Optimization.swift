import Coursework
import Datasets
import Syllabus
import Tensors
import Text

extension Demo {
  /// Two moons, and three optimizers with mini-batches of 64.
  static let optimization = Demo(
    week: "C2W2",
    summary: Phrase(
      "two moons, and three optimizers",
      zh: "两弯月牙，三种下降方法"),
    choices: [.steps, .learningRate, .seed, .layers]
  ) { options in
    let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
    let epochs = options.steps ?? 5000
    let start = LayerParameters.he(
      [2] + (options.layers ?? [5, 2, 1]), seed: UInt32(options.seed ?? 3))
    let ways: [(name: Phrase, method: OptimizationMethod)] = [
      (Phrase("gradient descent", zh: "梯度下降"), .gradientDescent),
      (Phrase("momentum", zh: "动量"), .momentum),
      (Phrase("Adam", zh: "Adam"), .adam),
    ]

    var report = DemoReport(title: Phrase("Three optimizers", zh: "三种下降方法")(.current))
    report.countsEpochs = true
    let learningRate = options.learningRate ?? 0.0007
    let before = try ways.map { way in
      try BeforeTraining(
        MiniBatchTrainer(start, method: way.method, learningRate: learningRate),
        examples: data.X.columns, batch: 64, steps: way.method == .adam ? 5000 : 1,
        weights: { $0.layers[0].W }
      ) { trainer, places in
        try trainer.step(on: data.X.columns(at: places), data.Y.columns(at: places))
      }
    }
    try report.begin(
      with: [.cost([before[2]]), .tenExamples(before[2]), .ratio(before)])
    for (index, way) in ways.enumerated() where report.stoppedAt == nil {
      var trainer = try MiniBatchTrainer(
        start, method: way.method, learningRate: learningRate)
      let descent = try TrainingLoop(
        steps: epochs, keepingEvery: 100, part: (index, ways.count), countingEpochs: true,
        boundary: { try .init(of: data, "", ThreeLayerParameters(layers: trainer.layers)) }
      ) { _ in try trainer.epoch(data) }
      report.stoppedAt = descent.stoppedAt
      try report.add(
        way.name, descent.costs, every: 100, ThreeLayerParameters(layers: trainer.layers), data,
        nil)
    }
    return report
  }
}

/// Trains in epochs of mini-batches with the learner's optimizers.
private struct MiniBatchTrainer {
  private(set) var layers: [LayerParameters]
  private let method: OptimizationMethod
  private let learningRate: Double
  private var velocity: [LayerGradients]
  private var moments: AdamMoments
  private var t = 0
  /// The seed of the published run, which shuffles with 11 in the first epoch.
  private var seed: UInt32 = 10

  init(_ layers: [LayerParameters], method: OptimizationMethod, learningRate: Double) throws {
    self.layers = layers
    self.method = method
    self.learningRate = learningRate
    velocity = try C2W2.initializeVelocity(layers)
    moments = try C2W2.initializeAdam(layers)
  }

  /// Trains on every example once and returns the mean loss.
  mutating func epoch(_ data: LabelledData) throws -> Double {
    seed &+= 1
    var total = 0.0
    for batch in try C2W2.randomMiniBatches(data.X, data.Y, 64, seed) {
      total += try step(on: batch.X, batch.Y) * Double(batch.X.columns)
    }
    return total / Double(data.X.columns)
  }

  /// Makes one step on a batch and returns the cost before it.
  mutating func step(on X: Tensor, _ Y: Tensor) throws -> Double {
    let parameters = try ThreeLayerParameters(layers: layers)
    let values = try ThreeLayerNetwork.forward(X, parameters)
    try step(along: ThreeLayerNetwork.backward(X, Y, values, parameters).layers)
    return try ThreeLayerNetwork.cost(values.A3, Y)
  }

  private mutating func step(along gradients: [LayerGradients]) throws {
    t += 1
    switch method {
    case .gradientDescent:
      layers = try C2W2.updateWithGradientDescent(layers, gradients, learningRate)
    case .momentum:
      let updated = try C2W2.updateWithMomentum(layers, gradients, velocity, 0.9, learningRate)
      (layers, velocity) = (updated.parameters, updated.velocity)
    case .rmsProp:
      let updated = try C2W2.updateWithRMSprop(layers, gradients, velocity, 0.9, 1e-8, learningRate)
      (layers, velocity) = (updated.parameters, updated.squares)
    case .adam:
      let updated = try C2W2.updateWithAdam(
        layers, gradients, moments, t, learningRate, 0.9, 0.999, 1e-8)
      (layers, moments) = (updated.parameters, updated.moments)
    }
  }
}
