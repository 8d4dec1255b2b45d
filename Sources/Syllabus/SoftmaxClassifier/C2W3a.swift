public import Coursework
public import Tensors
import Text

/// Course 2, week 3, first part: many classes with softmax, and a search for hyperparameters.
public enum C2W3a {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W3a", module: "SoftmaxClassifier",
    title: Phrase("Softmax classifier", zh: "softmax 分类器"),
    exercises: [
      oneHot, softmax, hardmax, predictClasses,
      crossEntropyCost, crossEntropyFromLogits, softmaxBackward,
      forwardPropagation, backwardPropagation, model,
      sampleLearningRate, sampleMomentum, gridSearch, randomSearch, coarseToFine,
    ])
}

// MARK: Classes and probabilities

extension C2W3a {
  /// Labels as one-hot columns.
  public static let oneHot = Exercise<Tensor, Int, Tensor>(
    "oneHot", week: "C2W3a", parameters: ["labels", "C"], points: 5,
    sample: { random in
      let C = random.randint(2, 7)
      return (random.randint(0, C, shape: [random.randint(2, 8)]), C)
    })

  /// Probabilities from scores, column by column.
  public static let softmax = Exercise<Tensor, Tensor>(
    "softmax", week: "C2W3a", parameters: ["Z"], points: 10,
    sample: { random in
      var Z = 2 * random.randn(random.randint(2, 6), random.randint(2, 6))
      // In a third of the columns the exponentials of the scores overflow or underflow.
      switch random.randint(3) {
      case 0: try Z.add(1000, toColumn: 0)
      case 1: try Z.add(-1000, toColumn: 1)
      default: break
      }
      return Z
    })

  /// A 1 for the largest score of every column.
  public static let hardmax = Exercise<Tensor, Tensor>(
    "hardmax", week: "C2W3a", parameters: ["Z"], points: 5,
    sample: { random in random.scoresWithTies() })

  /// The class with the largest score of every column.
  public static let predictClasses = Exercise<Tensor, Tensor>(
    "predictClasses", week: "C2W3a", parameters: ["Z"], points: 4,
    sample: { random in random.scoresWithTies() })
}

// MARK: The cost

extension C2W3a {
  /// The cost of probabilities.
  public static let crossEntropyCost = Exercise<Tensor, Tensor, Double>(
    "crossEntropyCost", week: "C2W3a", parameters: ["A", "Y"], points: 8,
    sample: { random in
      let (C, m) = (random.randint(3, 6), random.randint(2, 7))
      let Y = random.oneHotLabels(C, m)
      var A = try random.probabilities(C, m)
      // Sometimes an example is classified correctly with complete certainty.
      if random.randint(2) == 0 { try A.setSlice(axis: 1, 0..<1, to: Y.column(0)) }
      return (A, Y)
    })

  /// The cost of scores.
  public static let crossEntropyFromLogits = Exercise<Tensor, Tensor, Double>(
    "crossEntropyFromLogits", week: "C2W3a", parameters: ["Z", "Y"], points: 8,
    sample: { random in
      let (C, m) = (random.randint(3, 6), random.randint(2, 7))
      var Z = 2 * random.randn(C, m)
      switch random.randint(4) {
      case 0: try Z.add(1000, toColumn: 0)
      case 1: Z[random.randint(C), 0] += 1000
      case 2: Z[random.randint(C), 1] -= 1000
      default: break
      }
      return (Z, random.oneHotLabels(C, m))
    })

  /// The gradient with respect to the scores.
  public static let softmaxBackward = Exercise<Tensor, Tensor, Tensor>(
    "softmaxBackward", week: "C2W3a", parameters: ["A", "Y"], points: 5,
    sample: { random in
      let (C, m) = (random.randint(2, 6), random.randint(1, 7))
      return (try random.probabilities(C, m), random.oneHotLabels(C, m))
    })
}

// MARK: The network

extension C2W3a {
  /// The forward pass of a network with one hidden layer.
  public static let forwardPropagation = Exercise<Tensor, [LayerParameters], SoftmaxCache>(
    "forwardPropagation", week: "C2W3a", parameters: ["X", "parameters"], points: 8,
    dependsOn: [softmax],
    sample: { random in
      let (X, _, parameters) = random.softmaxNetwork()
      return (X, parameters)
    })

  /// The gradients of the network with one hidden layer.
  public static let backwardPropagation = Exercise<
    [LayerParameters], SoftmaxCache, Tensor, Tensor, [LayerGradients]
  >(
    "backwardPropagation", week: "C2W3a", parameters: ["parameters", "cache", "X", "Y"],
    points: 10, dependsOn: [softmaxBackward],
    sample: { random in
      let (X, Y, parameters) = random.softmaxNetwork()
      return (parameters, try forwardPropagation.reference(X, parameters), X, Y)
    })

  /// A training with mini-batches and Adam.
  public static let model = Exercise<
    Tensor, Tensor, Int, Double, Int, Int, UInt32, SoftmaxTraining
  >(
    "model", week: "C2W3a",
    parameters: ["X", "Y", "hiddenUnits", "learningRate", "batchSize", "epochs", "seed"],
    points: 15, dependsOn: [forwardPropagation, backwardPropagation, crossEntropyFromLogits],
    timeLimit: 120,
    sample: { random in
      let m = random.randint(9, 12)
      let C = random.randint(3, 5)
      return (
        random.randn(4, m), random.oneHotLabels(C, m), random.randint(3, 6), 0.01, 4, 3,
        UInt32(random.randint(1, 1000))
      )
    })
}

// MARK: Hyperparameters

extension C2W3a {
  /// A learning rate whose exponent is drawn uniformly.
  public static let sampleLearningRate = Exercise<Double, Double, UInt32, Double>(
    "sampleLearningRate", week: "C2W3a", parameters: ["a", "b", "seed"], points: 4,
    sample: { random in random.exponents() })

  /// A momentum β for which the exponent of 1 - β is drawn uniformly.
  public static let sampleMomentum = Exercise<Double, Double, UInt32, Double>(
    "sampleMomentum", week: "C2W3a", parameters: ["a", "b", "seed"], points: 4,
    sample: { random in
      let (a, b, seed) = random.exponents()
      return (a + 1, b + 1, seed)
    })

  /// The settings on a square grid.
  public static let gridSearch = Exercise<SearchRegion, Int, [Setting]>(
    "gridSearch", week: "C2W3a", parameters: ["region", "count"], points: 5,
    sample: { random in (random.searchRegion(), random.randint(3, 6)) })

  /// Settings drawn at random.
  public static let randomSearch = Exercise<SearchRegion, Int, UInt32, [Setting]>(
    "randomSearch", week: "C2W3a", parameters: ["region", "trials", "seed"], points: 4,
    dependsOn: [sampleLearningRate, sampleMomentum],
    sample: { random in
      (random.searchRegion(), random.randint(3, 9), UInt32(random.randint(1, 1000)))
    })

  /// The smaller region that contains the best settings.
  public static let coarseToFine = Exercise<[Setting], [Double], Int, SearchRegion>(
    "coarseToFine", week: "C2W3a", parameters: ["settings", "costs", "count"], points: 5,
    sample: { random in
      let n = random.randint(6, 10)
      let settings = (0..<n).map { _ in
        Setting(
          learningRate: pow(10, random.uniform(low: -4, high: 0)),
          beta: 1 - pow(10, random.uniform(low: -3, high: -0.5)))
      }
      var costs = random.uniform(low: 0.2, high: 2.5, shape: [n]).elements
      // A training that diverged has no cost.
      if random.randint(2) == 0 { costs[random.randint(n)] = .nan }
      return (settings, costs, random.randint(2, 5))
    })
}

// MARK: Samples

extension Tensor {
  fileprivate mutating func add(_ shift: Double, toColumn j: Int) throws {
    try setSlice(axis: 1, j..<j + 1, to: column(j) + shift)
  }
}

extension RandomState {
  /// One-hot columns of random classes.
  mutating func oneHotLabels(_ C: Int, _ m: Int) -> Tensor {
    var Y = Tensor.zeros(C, m)
    for j in 0..<m { Y[randint(C), j] = 1 }
    return Y
  }

  /// Columns of positive numbers that sum to 1.
  fileprivate mutating func probabilities(_ C: Int, _ m: Int) throws -> Tensor {
    let weights = exp(1.5 * randn(C, m))
    return try weights / weights.sum(axis: 0)
  }

  /// Scores that, in half of the draws, have several equal maxima in a column.
  fileprivate mutating func scoresWithTies() -> Tensor {
    let (C, m) = (randint(3, 6), randint(4, 8))
    return randint(2) == 0 ? randint(-3, 3, shape: [C, m]) : 2 * randn(C, m)
  }

  /// Examples, one-hot labels and a network with one hidden layer.
  fileprivate mutating func softmaxNetwork() -> (
    X: Tensor, Y: Tensor, parameters: [LayerParameters]
  ) {
    let (n_x, C, m) = (randint(2, 5), randint(3, 6), randint(2, 7))
    return (randn(n_x, m), oneHotLabels(C, m), layers([n_x, randint(3, 7), C]))
  }

  /// The smallest and the largest exponent of ten, and a seed.
  fileprivate mutating func exponents() -> (a: Double, b: Double, seed: UInt32) {
    let a = uniform(low: -5, high: -2.5)
    return (a, a + uniform(low: 0.5, high: 2), UInt32(randint(1, 1_000_000)))
  }

  fileprivate mutating func searchRegion() -> SearchRegion {
    let (a, b, _) = exponents()
    let (c, d, _) = exponents()
    return SearchRegion(
      learningRateLow: a, learningRateHigh: b, momentumLow: c + 1, momentumHigh: d + 1)
  }
}
