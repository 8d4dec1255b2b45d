import Coursework
import Datasets
import Syllabus
import Tensors

extension LessonResults {
  static let course2: [String: Computation] = [
    "C2W1a.norms": {
      try [InitializationMethod.random, .he].flatMap { try Circles.firstStep($0) }
    },
    "C2W1a.stuck": {
      let start = try C2W1a.initializeRandom.reference(Circles.sizes, 3)
      let trained = try Circles.train(.random)
      let norms = [0, 1].flatMap { [start[$0].W.norm(), trained.parameters[$0].W.norm()] }
      return [0.01] + norms + [try Circles.accuracies(trained.parameters)[0]]
    },
    "C2W1a.lengths": {
      [0.5, 1.5, 5 * 0.125, 5 * pow(1.5, 3), 5 * pow(0.5, 20), 5 * pow(0.5, 50) * 1e15]
    },
    "C2W1a.starts": {
      try [InitializationMethod.zeros, .random, .he].flatMap { method in
        let trained = try Circles.train(method)
        let costs = [trained.costs[0], trained.costs[14]].filter(\.isFinite)
        return costs + (try Circles.accuracies(trained.parameters))
      }
    },
    "C2W1a.others": {
      let tenth = LayerParameters.he(Circles.sizes, seed: 3).map {
        LayerParameters(W: $0.W * 0.1, b: $0.b)
      }
      let equal = zip(Circles.sizes, Circles.sizes.dropFirst()).map { before, units in
        LayerParameters(W: .ones(units, before) * 0.1, b: .zeros(units, 1))
      }
      let xavier = try Circles.train(.xavier)
      return [xavier.costs[0], xavier.costs[14]] + (try Circles.accuracies(xavier.parameters))
        + [0.1] + (try Circles.numbers(from: equal)) + (try Circles.numbers(from: tenth))
    },
    "C2W1b.mask": {
      let A = Tensor([[2, 4], [1, 3], [5, 1]])
      let kept = try A * Tensor([[1, 1], [0, 1], [1, 1]]) / 0.8
      return [0.8, 0.8] + kept.elements.filter { $0 != $0.rounded() }
    },
    "C2W1b.others": {
      try [(0, 1), (0.7, 1), (10, 1), (100, 1), (0, 0.3), (0, 0.86)].flatMap {
        (lambda: Double, keep: Double) in
        [lambda, keep].filter { $0 != $0.rounded() } + (try Noisy.numbers(lambda, keep))
      }
    },
    "C2W1b.ranges": {
      try [(0, 1), (0.7, 1), (0, 0.86)].flatMap { (lambda: Double, keep: Double) in
        try [lambda, keep].filter { $0 != $0.rounded() } + Noisy.ranges(lambda, keep)
      }
    },
    "C2W1b.surest": {
      let A3 = try ThreeLayerNetwork.forward(Noisy.data.training.X, Noisy.trained(10, 1)).A3
      return [max(A3.max(), 1 - A3.min())]
    },
    "C2W1c.rounding": {
      let right = try GradientMistakes.check(GradientMistakes.right(), 1e-7)
      return [abs(6.0 - 2) / (6 + 2), 1e7 * right.difference]
    },
    "C2W1c.planted": {
      let both = try GradientMistakes.planted(factorOfdW2: 2, factorOfdb1: 4)
      let remaining = try [
        GradientMistakes.planted(factorOfdW2: 2, factorOfdb1: 1),
        GradientMistakes.planted(factorOfdW2: 1, factorOfdb1: 4),
      ]
      // The lesson only says that it is above 0.1.
      return [both, remaining.allSatisfy { $0 > 0.1 } ? 0.1 : .nan]
    },
    "C2W1c.cube": {
      func J(_ theta: Double) -> Double { theta * theta * theta }
      let two = (J(1.01) - J(0.99)) / 0.02
      let one = (J(1.01) - J(1)) / 0.01
      return [1.01, 0.99, 0.02, two, two - 3, 1.01, 0.01, one, one - 3]
    },
    "C2W1c.mistakes": { try GradientMistakes.numbers() },
    "C2W1c.epsilons": {
      try [1e-1, 1e-13].map { try GradientMistakes.check(GradientMistakes.right(), $0).difference }
    },
    "C2W2.average": {
      let v = try C2W2.exponentiallyWeightedAverage.reference([4, 9], 0.98, false)
      let corrected = try C2W2.exponentiallyWeightedAverage.reference([4, 9], 0.98, true)
      return [0.02, v[0], 0.02, 0.98, v[0], 0.02, v[1], 1 - 0.98 * 0.98, corrected[1]]
    },
    "C2W2.paths": {
      [2.0 / 100, try Valley.J(.gradientDescent), try Valley.J(.momentum), try Valley.J(.adam)]
    },
    "C2W2.moons": {
      try [OptimizationMethod.gradientDescent, .momentum, .adam].flatMap {
        let training = try HalfCircles.train($0, 0.0007)
        return [try HalfCircles.accuracy(training.parameters)]
          + [0, 1000, 2000, 3000, 4000].map { training.costs[$0] }
      }
    },
    "C2W2.alone": {
      [
        try HalfCircles.accuracyWithBatchesOfOne(), 0.99,
        try HalfCircles.accuracyWithMomentum(0.99),
      ]
    },
    "C2W2.others": {
      try [0.01, 0.1].flatMap { rate in
        let training = try HalfCircles.train(.gradientDescent, rate)
        return [rate, try HalfCircles.accuracy(training.parameters), training.costs[4000]]
      } + (try HalfCircles.decayed())
    },
  ]
}

private enum Circles {
  static let sizes = [2, 10, 5, 1]
  static let training = LabelledData.circles(examples: 300, noise: 0.05, seed: 1)
  static let test = LabelledData.circles(examples: 100, noise: 0.05, seed: 2)

  static func train(_ method: InitializationMethod) throws -> InitializationTraining {
    try C2W1a.trainFromInitialization.reference(
      training.X, training.Y, sizes, method, 3, 0.01, 15_000)
  }

  static func accuracies(_ layers: [LayerParameters]) throws -> [Double] {
    let parameters = try ThreeLayerParameters(layers: layers)
    return try [training, test].map { try ThreeLayerNetwork.accuracy($0.X, $0.Y, parameters) }
  }

  /// The median of |z3|, and ‖dW1‖, ‖dW2‖ and ‖dW3‖ of the first step.
  static func firstStep(_ method: InitializationMethod) throws -> [Double] {
    let layers =
      method == .he
      ? try C2W1a.initializeHe.reference(sizes, 3) : try C2W1a.initializeRandom.reference(sizes, 3)
    let parameters = try ThreeLayerParameters(layers: layers)
    let cache = try ThreeLayerNetwork.forward(training.X, parameters)
    let gradients = try ThreeLayerNetwork.backward(training.X, training.Y, cache, parameters)
    let sums = cache.Z3.elements.map(abs).sorted()
    return [(sums[149] + sums[150]) / 2]
      + [gradients.dW1, gradients.dW2, gradients.dW3].map { $0.norm() }
  }

  /// The first cost, the cost of step 14000, and both accuracies.
  static func numbers(from layers: [LayerParameters]) throws -> [Double] {
    func cost(_ parameters: ThreeLayerParameters) throws -> Double {
      try ThreeLayerNetwork.cost(
        ThreeLayerNetwork.forward(training.X, parameters).A3, training.Y)
    }
    let start = try ThreeLayerParameters(layers: layers)
    let before = try C2W1b.trainWithRegularization.reference(
      training.X, training.Y, start, 0.01, 14_000, 0, 1, 0
    ).parameters
    let after = try C2W1b.trainWithRegularization.reference(
      training.X, training.Y, before, 0.01, 1000, 0, 1, 0
    ).parameters
    return try [cost(start), cost(before)]
      + [training, test].map { try ThreeLayerNetwork.accuracy($0.X, $0.Y, after) }
  }
}

private enum Noisy {
  static let data = TrainingAndTest.noisyDiagonal()

  /// Both accuracies and the sum of the squared weights.
  static func numbers(_ lambda: Double, _ keepProbability: Double) throws -> [Double] {
    let after = try trained(lambda, keepProbability)
    return try accuracies(after)
      + [[after.W1, after.W2, after.W3].map { $0.squared().sum() }.reduce(0, +)]
  }

  /// The parameters after 30000 steps with a learning rate of 0.3 from He's weights of seed 3.
  static func trained(
    _ lambda: Double, _ keepProbability: Double
  ) throws -> ThreeLayerParameters {
    try trained(LayerParameters.he([2, 20, 3, 1], seed: 3), lambda, keepProbability)
  }

  private static func trained(
    _ start: [LayerParameters], _ lambda: Double, _ keepProbability: Double
  ) throws -> ThreeLayerParameters {
    try C2W1b.trainWithRegularization.reference(
      data.training.X, data.training.Y, ThreeLayerParameters(layers: start), 0.3, 30_000, lambda,
      keepProbability, 3
    ).parameters
  }

  private static func accuracies(_ parameters: ThreeLayerParameters) throws -> [Double] {
    try [data.training, data.test].map {
      try ThreeLayerNetwork.accuracy($0.X, $0.Y, parameters)
    }
  }

  /// The lowest and the highest accuracy on each set, over five networks with Xavier's weights.
  static func ranges(_ lambda: Double, _ keepProbability: Double) throws -> [Double] {
    let found = try (1...5).map { seed in
      let start = try C2W1a.initializeXavier.reference([2, 20, 3, 1], UInt32(seed))
      return try accuracies(trained(start, lambda, keepProbability))
    }
    return [0, 1].flatMap { set in
      let percents = found.map { $0[set] }.sorted()
      return percents[0] == percents[4] ? [percents[0]] : [percents[0], percents[4]]
    }
  }
}

/// Two mistakes in the backward pass of the network shown in C2W1c.
private enum GradientMistakes {
  static let network = {
    var random = RandomState(seed: 1)
    let X = random.randn(4, 3)
    let layers = [(4, 5), (5, 3), (3, 1)].map { before, units in
      LayerParameters(W: random.randn(units, before), b: random.randn(units, 1))
    }
    return (X: X, layers: layers)
  }()
  static let Y = Tensor([[1, 1, 0]])

  static func right() throws -> ThreeLayerGradients {
    try C2W1c.backward.reference(
      network.X, Y, ThreeLayerParameters(layers: network.layers), 0)
  }

  static func check(_ gradients: ThreeLayerGradients, _ epsilon: Double) throws -> GradientCheck {
    try C2W1c.gradientCheck.reference(
      network.X, Y, ThreeLayerParameters(layers: network.layers), gradients, 0, epsilon)
  }

  /// The difference for two gradients that are off by a factor.
  static func planted(factorOfdW2: Double, factorOfdb1: Double) throws -> Double {
    var gradients = try right()
    gradients.dW2 *= factorOfdW2
    gradients.db1 *= factorOfdb1
    return try check(gradients, 1e-7).difference
  }

  static func numbers() throws -> [Double] {
    func relative(_ g: Tensor, _ numerical: Tensor) throws -> Double {
      try (g - numerical).norm() / (g.norm() + numerical.norm())
    }
    var sign = try right()
    sign.dW1 = -sign.dW1
    sign.db1 = -sign.db1
    var axis = try right()
    let parameters = try ThreeLayerParameters(layers: network.layers)
    let cache = try ThreeLayerNetwork.forward(network.X, parameters)
    let dZ2 = try dot(parameters.W3.T, cache.A3 - Y) * (cache.Z2 .> 0) / 3
    axis.db2 = try dZ2.sum(axis: 0).reshaped(3, 1)
    let (first, second) = (try check(sign, 1e-5), try check(axis, 1e-5))
    return [
      try relative(sign.dW1.reshaped(20, 1), first.numerical.slice(axis: 0, 0..<20)),
      first.difference,
      try relative(axis.db2, second.numerical.slice(axis: 0, 40..<43)),
      second.difference,
    ]
  }
}

/// The narrow valley J = (w₁² + 100 w₂²) / 2 of the pictures in C2W2.
private enum Valley {
  /// J after sixty steps from (-9, 0.8).
  static func J(_ method: OptimizationMethod) throws -> Double {
    var layers = [LayerParameters(W: Tensor([[-9, 0.8]]), b: .zeros(1, 1))]
    var velocity = try C2W2.initializeVelocity.reference(layers)
    var moments = try C2W2.initializeAdam.reference(layers)
    for t in 1...60 {
      let dW = try layers[0].W * Tensor([[1, 100]])
      let gradients = [LayerGradients(dW: dW, db: .zeros(1, 1))]
      switch method {
      case .momentum:
        let step = try C2W2.updateWithMomentum.reference(layers, gradients, velocity, 0.9, 0.1)
        (layers, velocity) = (step.parameters, step.velocity)
      case .adam:
        let step = try C2W2.updateWithAdam.reference(
          layers, gradients, moments, t, 0.3, 0.9, 0.999, 1e-8)
        (layers, moments) = (step.parameters, step.moments)
      default:
        layers = try C2W2.updateWithGradientDescent.reference(layers, gradients, 0.019)
      }
    }
    return try (layers[0].W.squared() * Tensor([[1, 100]])).sum() / 2
  }
}

private enum HalfCircles {
  static let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
  static let start = LayerParameters.he([2, 5, 2, 1], seed: 3)

  static func train(_ method: OptimizationMethod, _ rate: Double) throws -> MiniBatchTraining {
    try C2W2.trainWithMiniBatches.reference(data.X, data.Y, start, method, rate, 64, 5000, 10)
  }

  static func accuracy(_ layers: [LayerParameters]) throws -> Double {
    try ThreeLayerNetwork.accuracy(data.X, data.Y, ThreeLayerParameters(layers: layers))
  }

  /// Gradient descent with one step for every example, split into calls that meet the time limit.
  static func accuracyWithBatchesOfOne() throws -> Double {
    var layers = start
    for epoch in stride(from: 0, to: 5000, by: 500) {
      layers = try C2W2.trainWithMiniBatches.reference(
        data.X, data.Y, layers, .gradientDescent, 0.0007, 1, 500, 10 + UInt32(epoch)
      ).parameters
    }
    return try accuracy(layers)
  }

  static func accuracyWithMomentum(_ beta: Double) throws -> Double {
    var layers = start
    var velocity = try C2W2.initializeVelocity.reference(layers)
    for epoch in 0..<5000 {
      for batch in try MiniBatches.shuffled(data.X, data.Y, 64, 11 + UInt32(epoch)) {
        let parameters = try ThreeLayerParameters(layers: layers)
        let gradients = try ThreeLayerNetwork.backward(
          batch.X, batch.Y, ThreeLayerNetwork.forward(batch.X, parameters), parameters)
        let updated = try C2W2.updateWithMomentum.reference(
          layers, gradients.layers, velocity, beta, 0.0007)
        (layers, velocity) = (updated.parameters, updated.velocity)
      }
    }
    return try accuracy(layers)
  }

  /// Gradient descent with α / (1 + epoch), one epoch at a time.
  static func decayed() throws -> [Double] {
    var layers = start
    var cost = Double.nan
    for epoch in 0..<5000 {
      let rate = try C2W2.decayedLearningRate.reference(0.0007, 1, epoch)
      let training = try C2W2.trainWithMiniBatches.reference(
        data.X, data.Y, layers, .gradientDescent, rate, 64, 1, 10 + UInt32(epoch))
      layers = training.parameters
      if epoch == 4000 { cost = training.costs[0] }
    }
    return [try accuracy(layers), cost]
  }
}
