public import Coursework
public import Tensors
import Text

/// Course 2, week 1, second part: L2 regularization, dropout and early stopping.
public enum C2W1b {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W1b", module: "Regularization",
    title: Phrase("Regularization", zh: "正则化"),
    exercises: [
      costWithRegularization, backwardWithRegularization,
      forwardWithDropout, backwardWithDropout,
      bestEpoch, trainWithRegularization,
    ])
}

// MARK: Weights

extension C2W1b {
  /// The cost with a penalty on the weights.
  public static let costWithRegularization = Exercise<
    Tensor, Tensor, ThreeLayerParameters, Double, Double
  >(
    "costWithRegularization", week: "C2W1b", parameters: ["A3", "Y", "parameters", "lambda"],
    points: 15,
    sample: { random in
      let m = random.randint(3, 8)
      return (
        random.uniform(low: 0.05, high: 0.95, shape: [1, m]), random.labels(m),
        try random.threeLayers(random.threeLayerSizes()), random.uniform(low: 0.2, high: 2)
      )
    })

  /// The backward pass with a penalty on the weights.
  public static let backwardWithRegularization = Exercise<
    Tensor, Tensor, ThreeLayerCache, ThreeLayerParameters, Double, ThreeLayerGradients
  >(
    "backwardWithRegularization", week: "C2W1b",
    parameters: ["X", "Y", "cache", "parameters", "lambda"], points: 20,
    sample: { random in
      let sizes = random.threeLayerSizes()
      let parameters = try random.threeLayers(sizes)
      let m = random.randint(3, 8)
      let X = random.randn(sizes[0], m)
      return (
        X, random.labels(m), try ThreeLayerNetwork.forward(X, parameters), parameters,
        random.uniform(low: 0.2, high: 2)
      )
    })
}

// MARK: Dropout

extension C2W1b {
  /// The forward pass with dropout.
  public static let forwardWithDropout = Exercise<
    Tensor, ThreeLayerParameters, Double, UInt32, Bool, DropoutCache
  >(
    "forwardWithDropout", week: "C2W1b",
    parameters: ["X", "parameters", "keepProbability", "seed", "isTraining"], points: 20,
    sample: { random in
      let sizes = random.threeLayerSizes()
      return (
        random.randn(sizes[0], random.randint(4, 8)), try random.threeLayers(sizes),
        random.uniform(low: 0.5, high: 0.75), UInt32(random.randint(1, 1000)),
        random.randint(3) > 0
      )
    })

  /// The backward pass with dropout.
  public static let backwardWithDropout = Exercise<
    Tensor, Tensor, DropoutCache, ThreeLayerParameters, Double, ThreeLayerGradients
  >(
    "backwardWithDropout", week: "C2W1b",
    parameters: ["X", "Y", "cache", "parameters", "keepProbability"], points: 20,
    sample: { random in
      let sizes = random.threeLayerSizes()
      let parameters = try random.threeLayers(sizes)
      let m = random.randint(5, 9)
      let X = random.randn(sizes[0], m)
      let keepProbability = random.uniform(low: 0.5, high: 0.75)
      let cache = try dropped(X, parameters, keepProbability, &random)
      return (X, random.labels(m), cache, parameters, keepProbability)
    })

  /// The result of a forward pass with dropout, as arguments for the backward pass.
  private static func dropped(
    _ X: Tensor, _ parameters: ThreeLayerParameters, _ keepProbability: Double,
    _ random: inout RandomState
  ) throws -> DropoutCache {
    let Z1 = try ThreeLayerNetwork.linear(parameters.W1, X, parameters.b1)
    let D1 = random.rand(shape: Z1.shape) .< keepProbability
    let A1 = try ThreeLayerNetwork.relu(Z1) * D1 / keepProbability
    let Z2 = try ThreeLayerNetwork.linear(parameters.W2, A1, parameters.b2)
    let D2 = random.rand(shape: Z2.shape) .< keepProbability
    let A2 = try ThreeLayerNetwork.relu(Z2) * D2 / keepProbability
    let Z3 = try ThreeLayerNetwork.linear(parameters.W3, A2, parameters.b3)
    return DropoutCache(
      activations: ThreeLayerCache(
        Z1: Z1, A1: A1, Z2: Z2, A2: A2, Z3: Z3, A3: ThreeLayerNetwork.sigmoid(Z3)),
      D1: D1, D2: D2)
  }
}

// MARK: Training

extension C2W1b {
  /// The epoch at which early stopping stops.
  public static let bestEpoch = Exercise<[Double], Int, Int>(
    "bestEpoch", week: "C2W1b", parameters: ["devCosts", "patience"], points: 10,
    sample: { random in
      let count = random.randint(14, 22)
      var costs: [Double] = []
      // Half of the lists are rounded to tenths, so that some costs are equal.
      let isRounded = random.randint(2) == 0
      for epoch in 0..<count {
        let cost = 1.0 - 0.05 * Double(epoch) + random.uniform(low: 0, high: 0.5)
        costs.append(isRounded ? (10 * cost).rounded() / 10 : cost)
      }
      return (costs, random.randint(2, 4))
    })

  /// Training with a penalty on the weights, or with dropout.
  public static let trainWithRegularization = Exercise<
    Tensor, Tensor, ThreeLayerParameters, Double, Int, Double, Double, UInt32, RegularizedTraining
  >(
    "trainWithRegularization", week: "C2W1b",
    parameters: [
      "X", "Y", "parameters", "learningRate", "steps", "lambda", "keepProbability", "seed",
    ],
    points: 15,
    dependsOn: [
      costWithRegularization, backwardWithRegularization, forwardWithDropout, backwardWithDropout,
    ], timeLimit: 120,
    sample: { random in
      let sizes = random.threeLayerSizes()
      let m = random.randint(6, 10)
      let isDropout = random.randint(2) == 0
      return (
        random.randn(sizes[0], m), random.labels(m), try random.threeLayers(sizes, scale: 0.7),
        0.1, random.randint(3, 7), isDropout ? 0 : random.uniform(low: 0.3, high: 1.5),
        isDropout ? 0.7 : 1, UInt32(random.randint(1, 1000))
      )
    })
}
