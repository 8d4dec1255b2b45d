public import Coursework
public import Tensors
import Text

/// Course 1, week 2: array basics, then logistic regression as the smallest neural network.
public enum C1W2 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C1W2", module: "LogisticRegression",
    title: Phrase("Logistic regression", zh: "逻辑回归"),
    exercises: [
      sigmoid, sigmoidDerivative, imageToVector, imagesToColumns, normalizeRows, softmax,
      l1Loss, l2Loss,
      initializeWithZeros, propagate, optimize, predict, model,
    ])
}

// MARK: Array basics

extension C1W2 {
  /// The sigmoid of every element.
  public static let sigmoid = Exercise<Tensor, Tensor>(
    "sigmoid", week: "C1W2", parameters: ["z"], points: 5,
    sample: { random in
      random.randn(random.randint(1, 4), random.randint(1, 6)) * 3
    })

  /// The derivative of the sigmoid.
  public static let sigmoidDerivative = Exercise<Tensor, Tensor>(
    "sigmoidDerivative", week: "C1W2", parameters: ["z"], points: 5, dependsOn: [sigmoid],
    sample: { random in
      random.randn(random.randint(1, 4), random.randint(1, 6)) * 2
    })

  /// One picture as a column.
  public static let imageToVector = Exercise<Tensor, Tensor>(
    "imageToVector", week: "C1W2", parameters: ["image"], points: 5,
    sample: { random in
      random.rand(random.randint(2, 5), random.randint(2, 5), 3)
    })

  /// Many pictures as the columns of a matrix.
  public static let imagesToColumns = Exercise<Tensor, Tensor>(
    "imagesToColumns", week: "C1W2", parameters: ["images"], points: 5,
    sample: { random in
      random.rand(random.randint(2, 5), random.randint(2, 4), random.randint(2, 4), 3)
    })

  /// Rows of length 1.
  public static let normalizeRows = Exercise<Tensor, Tensor>(
    "normalizeRows", week: "C1W2", parameters: ["x"], points: 5,
    sample: { random in
      var x = random.randn(random.randint(2, 5), random.randint(2, 5))
      let zero = random.randint(x.rows)
      for j in 0..<x.columns { x[zero, j] = 0 }
      return x
    })

  /// The softmax of every row.
  public static let softmax = Exercise<Tensor, Tensor>(
    "softmax", week: "C1W2", parameters: ["x"], points: 5,
    sample: { random in
      let scale = [1.0, 1000.0][random.randint(2)]
      return random.randn(random.randint(2, 5), random.randint(2, 5)) * scale
    })

  /// The sum of absolute differences.
  public static let l1Loss = Exercise<Tensor, Tensor, Double>(
    "l1Loss", week: "C1W2", parameters: ["yHat", "y"], points: 5,
    sample: { random in
      let m = random.randint(2, 9)
      return (random.rand(m), random.randint(0, 2, shape: [m]))
    })

  /// The sum of squared differences.
  public static let l2Loss = Exercise<Tensor, Tensor, Double>(
    "l2Loss", week: "C1W2", parameters: ["yHat", "y"], points: 5,
    sample: { random in
      let m = random.randint(3, 9)
      return (random.rand(m), random.randint(0, 2, shape: [m]))
    })
}

// MARK: Classifier

extension C1W2 {
  /// Parameters that are all zero.
  public static let initializeWithZeros = Exercise<Int, LogisticParameters>(
    "initializeWithZeros", week: "C1W2", parameters: ["dimension"], points: 5,
    sample: { random in random.randint(2, 9) })

  /// The cost of logistic regression and its gradients.
  public static let propagate = Exercise<Tensor, Double, Tensor, Tensor, LogisticPropagation>(
    "propagate", week: "C1W2", parameters: ["w", "b", "X", "Y"], points: 20,
    dependsOn: [sigmoid],
    sample: { random in
      let n = random.randint(2, 6)
      let m = random.randint(3, 9)
      return (
        random.randn(n, 1) * 0.5, random.uniform(low: 0.5, high: 1.5), random.randn(n, m),
        labels(m, &random)
      )
    })

  /// Gradient descent for a number of steps.
  public static let optimize = Exercise<
    Tensor, Double, Tensor, Tensor, Int, Double, LogisticOptimization
  >(
    "optimize", week: "C1W2", parameters: ["w", "b", "X", "Y", "steps", "learningRate"],
    points: 15, dependsOn: [propagate],
    sample: { random in
      let n = random.randint(2, 4)
      let m = random.randint(4, 8)
      return (
        random.randn(n, 1) * 0.3, random.uniform(low: 0.2, high: 0.8), random.randn(n, m),
        labels(m, &random), random.randint(101, 220), random.uniform(low: 0.05, high: 0.2)
      )
    })

  /// The classes that logistic regression predicts.
  public static let predict = Exercise<Tensor, Double, Tensor, Tensor>(
    "predict", week: "C1W2", parameters: ["w", "b", "X"], points: 10, dependsOn: [sigmoid],
    sample: { random in
      let n = random.randint(2, 4)
      let m = random.randint(6, 12)
      var X = random.randn(n, m)
      let w = random.randn(n, 1)
      // One example lies exactly on the boundary of a model without bias.
      let onBoundary = random.randint(2) == 0
      if onBoundary { for i in 0..<n { X[i, 0] = 0 } }
      return (w, onBoundary ? 0 : random.uniform(low: 0.4, high: 1.4), X)
    })

  /// The complete training of logistic regression.
  public static let model = Exercise<
    Tensor, Tensor, Tensor, Tensor, Int, Double, LogisticModel
  >(
    "model", week: "C1W2",
    parameters: ["trainX", "trainY", "testX", "testY", "steps", "learningRate"], points: 15,
    dependsOn: [initializeWithZeros, optimize, predict], timeLimit: 60,
    sample: { random in
      let n = random.randint(2, 4)
      let center = random.randn(n, 1)
      let (trainX, trainY) = try clouds(around: center, 14, &random)
      let (testX, testY) = try clouds(around: center, 9, &random)
      return (trainX, trainY, testX, testY, random.randint(101, 160), 0.05)
    })

  /// Random labels with at least one 0 and one 1.
  private static func labels(_ m: Int, _ random: inout RandomState) -> Tensor {
    var Y = random.randint(0, 2, shape: [1, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }

  /// Two overlapping clouds on either side of the origin, with their labels.
  private static func clouds(
    around center: Tensor, _ m: Int, _ random: inout RandomState
  ) throws -> (X: Tensor, Y: Tensor) {
    let Y = labels(m, &random)
    let X = try random.randn(center.rows, m) + dot(center, 2 * Y - 1) * 0.7
    return (X, Y)
  }
}
