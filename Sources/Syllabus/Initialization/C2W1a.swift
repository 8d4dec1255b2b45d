public import Coursework
public import Tensors
import Text

/// Course 2, week 1, first part: the weights before the first step.
public enum C2W1a {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W1a", module: "Initialization",
    title: Phrase("Initialization", zh: "参数初始化"),
    exercises: [
      inputStatistics, normalizeInputs, restoreInputs,
      initializeZeros, initializeRandom, initializeHe, initializeXavier, initializeAveragedXavier,
      deepLinearLengths, trainFromInitialization,
    ])
}

// MARK: Inputs

extension C2W1a {
  /// The mean and the standard deviation of every feature.
  public static let inputStatistics = Exercise<Tensor, InputStatistics>(
    "inputStatistics", week: "C2W1a", parameters: ["X"], points: 6,
    sample: { random in try random.features(random.randint(2, 5), random.randint(3, 8)) })

  /// Features of mean 0 and variance 1.
  public static let normalizeInputs = Exercise<Tensor, InputStatistics, Tensor>(
    "normalizeInputs", week: "C2W1a", parameters: ["X", "statistics"], points: 6,
    sample: { random in
      let n = random.randint(2, 5)
      return (try random.features(n, random.randint(2, 6)), random.statistics(n))
    })

  /// Features restored to their values before normalization.
  public static let restoreInputs = Exercise<Tensor, InputStatistics, Tensor>(
    "restoreInputs", week: "C2W1a", parameters: ["Z", "statistics"], points: 4,
    sample: { random in
      let n = random.randint(2, 5)
      return (random.randn(n, random.randint(2, 6)), random.statistics(n))
    })
}

extension RandomState {
  /// Features on different scales, one of which is sometimes constant.
  fileprivate mutating func features(_ n: Int, _ m: Int) throws -> Tensor {
    var rows = (0..<n).map { _ in
      uniform(low: 0.5, high: 20) * randn(1, m) + uniform(low: -30, high: 30)
    }
    if randint(2) == 0 { rows[randint(n)] = .full([1, m], Double(randint(1, 9))) }
    return try .concatenate(rows, axis: 0)
  }

  /// Means and standard deviations of n features.
  fileprivate mutating func statistics(_ n: Int) -> InputStatistics {
    InputStatistics(mean: 10 * randn(n, 1), standardDeviation: 0.5 + 9 * rand(n, 1))
  }
}

// MARK: Weights

extension C2W1a {
  /// Weights of zero.
  public static let initializeZeros = Exercise<[Int], [LayerParameters]>(
    "initializeZeros", week: "C2W1a", parameters: ["layerSizes"], points: 10,
    sample: { random in random.layerSizes() })

  /// Large random weights.
  public static let initializeRandom = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeRandom", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 10,
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })

  /// He's random weights.
  public static let initializeHe = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeHe", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 20,
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })

  /// Xavier's random weights.
  public static let initializeXavier = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeXavier", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 10,
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })

  /// Xavier's random weights, averaged over both directions.
  public static let initializeAveragedXavier = Exercise<[Int], UInt32, [LayerParameters]>(
    "initializeAveragedXavier", week: "C2W1a", parameters: ["layerSizes", "seed"], points: 10,
    sample: { random in (random.layerSizes(), UInt32(random.randint(1, 1000))) })
}

// MARK: Training

extension C2W1a {
  /// The lengths of a signal after many linear layers.
  public static let deepLinearLengths = Exercise<Tensor, Double, Int, [Double]>(
    "deepLinearLengths", week: "C2W1a", parameters: ["x", "factor", "depth"], points: 15,
    sample: { random in
      (
        random.randn(random.randint(2, 6), 1), random.uniform(low: 0.3, high: 1.9),
        random.randint(3, 9)
      )
    })

  /// The training of a network from given weights.
  public static let trainFromInitialization = Exercise<
    Tensor, Tensor, [Int], InitializationMethod, UInt32, Double, Int, InitializationTraining
  >(
    "trainFromInitialization", week: "C2W1a",
    parameters: ["X", "Y", "layerSizes", "method", "seed", "learningRate", "steps"], points: 25,
    dependsOn: [
      initializeZeros, initializeRandom, initializeHe, initializeXavier, initializeAveragedXavier,
    ], timeLimit: 120,
    sample: { random in
      let m = random.randint(7, 12)
      let methods: [InitializationMethod] = [.xavier, .averagedXavier, .random]
      return (
        random.randn(2, m), random.labels(m), [2, 4, 3, 1], methods[random.randint(3)],
        UInt32(random.randint(1, 1000)), 0.05, random.randint(3, 9)
      )
    })
}
