public import Coursework
public import Tensors
import Text

/// Course 2, week 3, second part: batch normalization in the forward pass, in the backward pass and
/// at test time.
public enum C2W3b {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W3b", module: "BatchNormalization",
    title: Phrase("Batch normalization", zh: "批量归一化"),
    exercises: [
      normalizeInputs, batchNormForward, batchNormBackward,
      updateRunningStatistics, batchNormInference, batchNormConvolution,
      forwardPropagation, backwardPropagation, predictClasses, model,
    ])
}

// MARK: Normalizing

extension C2W3b {
  /// A training set and a test set, normalized by the training set.
  public static let normalizeInputs = Exercise<Tensor, Tensor, NormalizedSets>(
    "normalizeInputs", week: "C2W3b", parameters: ["X_train", "X_test"], points: 8,
    sample: { random in
      let n = random.randint(2, 5)
      let (m, test) = (random.randint(4, 8), random.randint(2, 6))
      let centre = 10 * random.randn(n, 1)
      let spread = 0.5 + 5 * random.rand(n, 1)
      var X_train = try spread * random.randn(n, m) + centre
      // A corner pixel has the same value in every picture.
      if random.randint(2) == 0 { try X_train.setSlice(axis: 0, 0..<1, to: .full([1, m], 3)) }
      return (X_train, try spread * random.randn(n, test) + centre)
    })

  /// Batch normalization during training.
  public static let batchNormForward = Exercise<Tensor, Tensor, Tensor, Double, BatchNormPass>(
    "batchNormForward", week: "C2W3b", parameters: ["Z", "gamma", "beta", "epsilon"], points: 15,
    sample: { random in
      let (Z, gamma, beta) = try random.sums()
      return (Z, gamma, beta, random.uniform(low: 0.01, high: 0.2))
    })

  /// The gradients of batch normalization.
  public static let batchNormBackward = Exercise<
    Tensor, BatchNormPass, Tensor, Double, BatchNormGradients
  >(
    "batchNormBackward", week: "C2W3b",
    parameters: ["dZ_tilde", "pass", "gamma", "epsilon"], points: 20,
    sample: { random in
      let (Z, gamma, beta) = try random.sums()
      let epsilon = random.uniform(low: 0.01, high: 0.2)
      let pass = try batchNormForward.reference(Z, gamma, beta, epsilon)
      return (random.randn(shape: Z.shape) + 0.4, pass, gamma, epsilon)
    })

  /// The running statistics after one more batch.
  public static let updateRunningStatistics = Exercise<
    RunningStatistics, BatchNormPass, Double, RunningStatistics
  >(
    "updateRunningStatistics", week: "C2W3b", parameters: ["running", "pass", "momentum"],
    points: 6,
    sample: { random in
      let (Z, gamma, beta) = try random.sums()
      let pass = try batchNormForward.reference(Z, gamma, beta, 0.01)
      return (random.statistics(Z.rows), pass, random.uniform(low: 0.6, high: 0.95))
    })

  /// Batch normalization after training.
  public static let batchNormInference = Exercise<
    Tensor, Tensor, Tensor, RunningStatistics, Double, Tensor
  >(
    "batchNormInference", week: "C2W3b",
    parameters: ["Z", "gamma", "beta", "running", "epsilon"], points: 8,
    sample: { random in
      let (Z, gamma, beta) = try random.sums()
      return (
        Z, gamma, beta, random.statistics(Z.rows), random.uniform(low: 0.01, high: 0.2)
      )
    })

  /// Batch normalization of the channels of pictures.
  public static let batchNormConvolution = Exercise<Tensor, Tensor, Tensor, Double, BatchNormPass>(
    "batchNormConvolution", week: "C2W3b", parameters: ["Z", "gamma", "beta", "epsilon"],
    points: 8,
    sample: { random in
      let n_C = random.randint(2, 5)
      let shape = [random.randint(2, 4), random.randint(2, 4), random.randint(2, 5), n_C]
      let spread = 0.5 + 2 * random.rand(1, 1, 1, n_C)
      return (
        try spread * random.randn(shape: shape) + random.randn(1, 1, 1, n_C),
        0.5 + random.rand(1, 1, 1, n_C), random.randn(1, 1, 1, n_C),
        random.uniform(low: 0.01, high: 0.2)
      )
    })
}

// MARK: The network

extension C2W3b {
  /// The forward pass of a network whose hidden layers have no b.
  public static let forwardPropagation = Exercise<Tensor, NormalizedNetwork, Bool, NormalizedCache>(
    "forwardPropagation", week: "C2W3b", parameters: ["X", "network", "isNormalizing"],
    points: 8, dependsOn: [batchNormForward],
    sample: { random in
      let (X, _, network) = try random.normalizedNetwork()
      return (X, network, random.randint(4) > 0)
    })

  /// The gradients of a network whose hidden layers have no b.
  public static let backwardPropagation = Exercise<
    NormalizedNetwork, NormalizedCache, Tensor, Tensor, Bool, NormalizedNetwork
  >(
    "backwardPropagation", week: "C2W3b",
    parameters: ["network", "cache", "X", "Y", "isNormalizing"], points: 12,
    dependsOn: [batchNormBackward],
    sample: { random in
      let (X, Y, network) = try random.normalizedNetwork()
      let isOn = random.randint(4) > 0
      return (network, try forwardPropagation.reference(X, network, isOn), X, Y, isOn)
    })

  /// The classes that a trained network predicts.
  public static let predictClasses = Exercise<
    Tensor, NormalizedNetwork, [RunningStatistics], Tensor
  >(
    "predictClasses", week: "C2W3b", parameters: ["X", "network", "running"], points: 5,
    dependsOn: [batchNormInference],
    sample: { random in
      let (_, _, network) = try random.normalizedNetwork()
      let running = network.hidden.map { random.statistics($0.W.rows) }
      let X = 1.5 * random.randn(network.hidden[0].W.columns, random.randint(6, 12))
      return (X, network, random.randint(4) > 0 ? running : [])
    })

  /// A training with or without batch normalization.
  public static let model = Exercise<
    Tensor, Tensor, [Int], Bool, Double, Int, Int, UInt32, NormalizedTraining
  >(
    "model", week: "C2W3b",
    parameters: [
      "X", "Y", "sizes", "isNormalizing", "learningRate", "batchSize", "epochs", "seed",
    ],
    points: 10, dependsOn: [forwardPropagation, backwardPropagation, updateRunningStatistics],
    timeLimit: 120,
    sample: { random in
      // Batches of at least three: with two examples the normalized values are always 1 and -1.
      let m = random.randint(13, 16)
      return (
        random.randn(4, m) + 0.5, random.oneHotLabels(3, m), [4, 5, 4, 3],
        random.randint(4) > 0, 0.1, 5, 2, UInt32(random.randint(1, 1000))
      )
    })
}

// MARK: Samples

extension RandomState {
  /// A layer's Z with a different mean and spread for every unit, γ and β.
  fileprivate mutating func sums() throws -> (Z: Tensor, gamma: Tensor, beta: Tensor) {
    let (n, m) = (randint(2, 6), randint(3, 8))
    let spread = 0.5 + 2 * rand(n, 1)
    return (try spread * randn(n, m) + 2 * randn(n, 1), 0.5 + rand(n, 1), randn(n, 1))
  }

  /// A mean and a variance for each of n units.
  fileprivate mutating func statistics(_ n: Int) -> RunningStatistics {
    RunningStatistics(mean: randn(n, 1), variance: 0.5 + 3 * rand(n, 1))
  }

  /// Examples, one-hot labels, and a network with two hidden layers of different sizes.
  fileprivate mutating func normalizedNetwork() throws -> (
    X: Tensor, Y: Tensor, network: NormalizedNetwork
  ) {
    let (n_x, C, m) = (randint(2, 5), randint(3, 5), randint(4, 8))
    let n = randint(3, 6)
    var network = NormalizedNetwork([n_x, n, n + 1, C], seed: UInt32(randint(1000)))
    for l in network.hidden.indices {
      let shape = network.hidden[l].gamma.shape
      network.hidden[l].gamma = 0.5 + rand(shape: shape)
      network.hidden[l].beta = 0.3 + 0.5 * randn(shape: shape)
    }
    network.b = randn(C, 1)
    return (randn(n_x, m), oneHotLabels(C, m), network)
  }
}
