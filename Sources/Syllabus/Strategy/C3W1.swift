public import Coursework
public import Tensors
import Text

/// Course 3: how to measure, how to compare, and what to do next.
public enum C3W1 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C3W1", module: "Strategy",
    title: Phrase("Strategy", zh: "机器学习策略"),
    exercises: [
      confusionMatrix, precision, recall, f1Score, macroF1, weightedError,
      chooseModel, splitSizes, humanLevel, diagnose, errorAnalysis, patchScores,
    ])
}

// MARK: Metrics

extension C3W1 {
  /// The number of times that each class is classified as each.
  public static let confusionMatrix = Exercise<[Int], [Int], Int, Tensor>(
    "confusionMatrix", week: "C3W1", parameters: ["Y", "predictions", "classes"], points: 10,
    sample: { random in
      let classes = random.randint(2, 6)
      // The last class is often absent, but the matrix keeps its size.
      let (Y, predictions) = answers(&random, below: max(2, classes - random.randint(2)))
      return (Y, predictions, classes)
    })

  /// The fraction of the examples assigned to a class that belong to it.
  public static let precision = Exercise<Tensor, Int, Double>(
    "precision", week: "C3W1", parameters: ["confusion", "c"], points: 10,
    sample: { random in
      let classes = random.randint(2, 6)
      var confusion = random.randint(0, 9, shape: [classes, classes])
      let c = random.randint(classes)
      if random.randint(6) == 0 {
        for row in 0..<classes { confusion[row, c] = 0 }
      }
      return (confusion, c)
    })

  /// The fraction of the examples of a class that are found.
  public static let recall = Exercise<Tensor, Int, Double>(
    "recall", week: "C3W1", parameters: ["confusion", "c"], points: 10,
    sample: { random in
      let classes = random.randint(2, 6)
      var confusion = random.randint(0, 9, shape: [classes, classes])
      let c = random.randint(classes)
      if random.randint(6) == 0 {
        for column in 0..<classes { confusion[c, column] = 0 }
      }
      return (confusion, c)
    })

  /// The harmonic mean of precision and recall.
  public static let f1Score = Exercise<Double, Double, Double>(
    "f1Score", week: "C3W1", parameters: ["precision", "recall"], points: 10,
    sample: { random in
      if random.randint(6) == 0 { return (0, 0) }
      return (random.uniform(low: 0.05, high: 1), random.uniform(low: 0.05, high: 1))
    })

  /// The mean F1 over all classes.
  public static let macroF1 = Exercise<Tensor, Double>(
    "macroF1", week: "C3W1", parameters: ["confusion"], points: 10,
    dependsOn: [precision, recall, f1Score],
    sample: { random in
      let classes = random.randint(2, 6)
      var confusion = random.randint(0, 9, shape: [classes, classes])
      let missing = random.randint(classes)
      if random.randint(3) == 0 {
        for k in 0..<classes {
          confusion[missing, k] = 0
          confusion[k, missing] = 0
        }
      }
      return confusion
    })

  /// The fraction of the weight that lies on wrong answers.
  public static let weightedError = Exercise<[Int], [Int], [Double], Double>(
    "weightedError", week: "C3W1", parameters: ["Y", "predictions", "weights"], points: 10,
    sample: { random in
      let (Y, predictions) = answers(&random, below: random.randint(2, 4))
      return (Y, predictions, Y.map { _ in [1, 1, 2.5, 10][random.randint(4)] })
    })

  /// Labels, and answers of which more than half are correct.
  private static func answers(
    _ random: inout RandomState, below classes: Int
  ) -> (Y: [Int], predictions: [Int]) {
    let Y = (0..<random.randint(6, 15)).map { _ in random.randint(classes) }
    return (Y, answers(&random, to: Y, below: classes))
  }

  private static func answers(
    _ random: inout RandomState, to Y: [Int], below classes: Int
  ) -> [Int] {
    Y.map { random.rand() < 0.55 ? $0 : random.randint(classes) }
  }
}

// MARK: Comparing

extension C3W1 {
  /// The best model among those that satisfy all limits.
  public static let chooseModel = Exercise<[Double], Tensor, [Double], Int?>(
    "chooseModel", week: "C3W1", parameters: ["scores", "costs", "limits"], points: 10,
    sample: { random in
      let (models, metrics) = (random.randint(3, 8), random.randint(1, 4))
      let limits = (0..<metrics).map { _ in Double(random.randint(3, 6)) }
      return (
        // Some scores are equal, and some costs lie exactly at their limit.
        (0..<models).map { _ in Double(random.randint(80, 88)) / 100 },
        random.randint(1, 7, shape: [models, metrics]), limits
      )
    })

  /// The sizes of training, dev and test set.
  public static let splitSizes = Exercise<Int, Double, Int, SplitSizes>(
    "splitSizes", week: "C3W1", parameters: ["m", "share", "most"], points: 5,
    sample: { random in
      let scale = [3, 30, 300, 3000][random.randint(4)]
      // Sizes for which no product share · m ends in one half.
      let m = 20 * random.randint(scale, 9 * scale) + 7
      return (
        m, [0.05, 0.1, 0.15, 0.2, 0.3][random.randint(5)], [50, 1000, 10_000][random.randint(3)]
      )
    })

  /// The best estimate of the error that cannot be reduced further.
  public static let humanLevel = Exercise<[Double], Double>(
    "humanLevel", week: "C3W1", parameters: ["groupErrors"], points: 5,
    sample: { random in
      (0..<random.randint(2, 6)).map { _ in random.uniform(low: 0.5, high: 20) }
    })
}

// MARK: What to do next

extension C3W1 {
  /// The sources of an error.
  public static let diagnose = Exercise<Double, Double, Double, Double, Double, ErrorDiagnosis>(
    "diagnose", week: "C3W1", parameters: ["human", "training", "trainDev", "dev", "test"],
    points: 10,
    sample: { random in
      // Whole numbers have exact differences, which are often equal.
      var errors = [Double(random.randint(1, 6))]
      let isBeaten = random.randint(3) == 0
      for k in 0..<4 {
        let gap = isBeaten ? random.randint(-2, 1) : random.randint(k == 2 ? -2 : 0, 5)
        errors.append(max(0, errors[k] + Double(gap)))
      }
      return (errors[0], errors[1], errors[2], errors[3], errors[4])
    })

  /// The share and the ceiling of every tag in a table of mistakes.
  public static let errorAnalysis = Exercise<Tensor, Double, ErrorAnalysis>(
    "errorAnalysis", week: "C3W1", parameters: ["table", "error"], points: 10,
    sample: { random in
      let table = random.rand(random.randint(5, 13), random.randint(2, 5)) .< 0.4
      return (table, random.uniform(low: 2, high: 20))
    })

  /// The accuracy of models before and after labels are corrected.
  public static let patchScores = Exercise<[Int], [[Int]], [Int], [Int], PatchedScores>(
    "patchScores", week: "C3W1", parameters: ["Y", "predictions", "places", "labels"], points: 10,
    sample: { random in
      let classes = random.randint(2, 5)
      let Y = (0..<random.randint(7, 13)).map { _ in random.randint(classes) }
      let predictions = (0..<random.randint(2, 4)).map { _ in
        answers(&random, to: Y, below: classes)
      }
      let places = Array(random.permutation(Y.count).prefix(random.randint(2, 5)))
      return (
        Y, predictions, places,
        places.map { (Y[$0] + 1 + random.randint(classes - 1)) % classes }
      )
    })
}
