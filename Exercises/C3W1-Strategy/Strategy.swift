import Syllabus
import Tensors

// MARK: Metrics

/// How often the examples of each class are taken for each class.
///
///     M[i, j] = the number of examples of class i that are said to be of class j
///
/// Rows are what is true, columns what is said.
///
/// - Parameters:
///   - Y: the true class of each example, from 0 to classes - 1.
///   - predictions: the class that a model says, in the same order.
///   - classes: how many classes there are, whether or not all of them occur.
/// - Returns: shape (classes, classes).
///
/// ```swift
/// print(try confusionMatrix([0, 0, 1, 1, 1], [0, 1, 1, 1, 1], 2))
/// // [[1. 1.]
/// //  [0. 3.]]
/// ```
public func confusionMatrix(
  _ Y: [Int], _ predictions: [Int], _ classes: Int
) throws -> Tensor {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The share of the examples said to be of a class that really are of it.
///
///     P = M[c, c] / (the sum of column c)
///
/// - Parameters:
///   - confusion: M, rows true and columns predicted, shape (classes, classes).
///   - c: the class.
/// - Returns: from 0 to 1; 0 where the class is never said.
///
/// ```swift
/// print(try precision(Tensor([[90, 10], [5, 45]]), 1))  // 0.8181818181818182
/// ```
public func precision(_ confusion: Tensor, _ c: Int) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The share of the examples of a class that are found.
///
///     R = M[c, c] / (the sum of row c)
///
/// - Parameters:
///   - confusion: M, rows true and columns predicted, shape (classes, classes).
///   - c: the class.
/// - Returns: from 0 to 1; 0 where the class does not occur.
///
/// ```swift
/// print(try recall(Tensor([[90, 10], [5, 45]]), 1))  // 0.9
/// ```
public func recall(_ confusion: Tensor, _ c: Int) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The harmonic mean of precision and recall.
///
///     F1 = 2 / (1/P + 1/R) = 2PR / (P + R)
///
/// - Parameters:
///   - precision: P, from 0 to 1.
///   - recall: R, from 0 to 1.
/// - Returns: a number between both; 0 where both are 0.
///
/// ```swift
/// print(try f1Score(0.5, 1))  // 0.6666666666666666
/// ```
public func f1Score(_ precision: Double, _ recall: Double) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The mean of the F1 of all classes, each counting the same however rare it is.
///
///     1/C Σ F1(c)
///
/// A class that neither occurs nor is said has the F1 of 0 and counts all the same.
///
/// - Parameter confusion: M, rows true and columns predicted, shape (C, C).
///
/// ```swift
/// print(try macroF1(Tensor([[4, 0], [1, 0]])))  // 0.4444444444444445
/// ```
public func macroF1(_ confusion: Tensor) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The error in which some examples count more than others.
///
///     Σ w⁽ⁱ⁾ [ŷ⁽ⁱ⁾ ≠ y⁽ⁱ⁾] / Σ w⁽ⁱ⁾
///
/// - Parameters:
///   - Y: the true class of each example.
///   - predictions: the class that a model says.
///   - weights: w, how much each example counts; not negative, and not all zero.
/// - Returns: from 0 to 1.
///
/// ```swift
/// print(try weightedError([1, 0, 0], [0, 0, 1], [10, 1, 1]))  // 0.9166666666666666
/// ```
public func weightedError(
  _ Y: [Int], _ predictions: [Int], _ weights: [Double]
) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: Comparing

/// The best model among those that keep all limits.
///
/// The score is the *optimizing* metric: higher is better. Each cost is a *satisficing* one: it has to
/// be at most its limit, and less than that earns nothing.
///
/// - Parameters:
///   - scores: one number for each model.
///   - costs: shape (models, metrics), such as milliseconds and megabytes.
///   - limits: the most that each cost may be, one for each column of `costs`.
/// - Returns: the index of the model; of equal scores the first; nil if no model keeps all limits.
///
/// ```swift
/// let costs = Tensor([[80, 9], [95, 8], [1500, 7]])
/// print(try chooseModel([0.90, 0.92, 0.95], costs, [100, 10]) ?? -1)  // 1
/// ```
public func chooseModel(
  _ scores: [Double], _ costs: Tensor, _ limits: [Double]
) throws -> Int? {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The sizes of the training, the dev and the test set.
///
///     dev = test = min(share · m, most),  training = the rest
///
/// share · m is rounded to the nearest whole number, a half away from zero.
///
/// - Parameters:
///   - m: how many examples there are.
///   - share: the part that dev and test get each, while there are few examples: 0.2 for 60/20/20.
///   - most: how many examples are enough for dev and test each: 10,000 can tell two models apart.
/// - Returns: three sizes that add up to m.
///
/// ```swift
/// print(try splitSizes(5_000, 0.2, 10_000))
/// // SplitSizes(training: 3000, dev: 1000, test: 1000)
/// ```
public func splitSizes(_ m: Int, _ share: Double, _ most: Int) throws -> SplitSizes {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The best guess at the Bayes error: that of the best of several groups.
///
/// Nobody can undercut the Bayes error, so no error that somebody reaches lies below it, and the lowest
/// one is the closest.
///
/// - Parameter groupErrors: the error of each group on the same task; at least one.
///
/// ```swift
/// print(try humanLevel([12, 2.4, 3.1, 1.8]))  // 1.8
/// ```
public func humanLevel(_ groupErrors: [Double]) throws -> Double {
  // YOUR CODE HERE
  throw NotImplemented()
}

// MARK: What to do next

/// Where an error comes from: the gaps between five errors.
///
///     human level   ─┐
///                    ├ avoidable bias
///     training      ─┤
///                    ├ variance
///     train-dev     ─┤
///                    ├ data mismatch
///     dev           ─┤
///                    ├ overfitting to the dev set
///     test          ─┘
///
/// Each gap is the lower error of the ladder minus the one above it. It may be negative.
///
/// - Parameters:
///   - human: human level, or another guess at the Bayes error.
///   - training: the error on the training set.
///   - trainDev: that on new examples of the same distribution as the training set.
///   - dev: that on the dev set.
///   - test: that on the test set.
/// - Returns: the four gaps and the largest of them: of equal ones the first; nil if none is
///   greater than 0.
///
/// ```swift
/// let found = try diagnose(1, 2, 2.5, 8, 8)
/// print(found.mismatch)  // 5.5
/// ```
public func diagnose(
  _ human: Double, _ training: Double, _ trainDev: Double, _ dev: Double, _ test: Double
) throws -> ErrorDiagnosis {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// What part of the mistakes each tag explains, and what could be won by repairing them.
///
///     share of a tag = mistakes that have it / all mistakes,   ceiling = share · error
///
/// A mistake may have several tags, or none.
///
/// - Parameters:
///   - table: one row for each mistake that was looked at, one column for each tag: 1 where the tag
///     was ticked, else 0; at least one row.
///   - error: the error on the dev set, in the unit in which the ceilings are wanted.
/// - Returns: the share and the ceiling of each tag, in the order of the columns.
///
/// ```swift
/// let table = Tensor([[1, 0], [1, 1], [0, 0], [1, 0]])
/// print(try errorAnalysis(table, 10))
/// // ErrorAnalysis(shares: [0.75, 0.25], ceilings: [7.5, 2.5])
/// ```
public func errorAnalysis(_ table: Tensor, _ error: Double) throws -> ErrorAnalysis {
  // YOUR CODE HERE
  throw NotImplemented()
}

/// The accuracy of several models before and after wrong labels of the dev set are corrected.
///
/// A corrected label counts for every model and at every place: where a model was taken for wrong,
/// and where it was taken for right.
///
/// - Parameters:
///   - Y: the labels of the dev set as they were.
///   - predictions: what each model says of each example.
///   - places: the indices of the labels that are corrected, each at most once.
///   - labels: the right label for each of them.
/// - Returns: for each model the part of the examples that it gets right, before and after.
///
/// ```swift
/// let scores = try patchScores([0, 1, 1, 0], [[0, 1, 1, 1], [0, 1, 0, 0]], [3], [1])
/// print(scores)  // PatchedScores(before: [0.75, 0.75], after: [1.0, 0.5])
/// ```
public func patchScores(
  _ Y: [Int], _ predictions: [[Int]], _ places: [Int], _ labels: [Int]
) throws -> PatchedScores {
  // YOUR CODE HERE
  throw NotImplemented()
}
