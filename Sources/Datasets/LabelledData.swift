public import Tensors
import Text

/// Examples and their labels as the course's networks take them, with one example in each column.
public struct LabelledData: Sendable, Equatable {
  /// The examples, shape (n_x, m).
  public let X: Tensor
  /// The labels, shape (1, m).
  public let Y: Tensor

  /// The number of examples, m.
  public var count: Int { X.columns }
  /// The number of features of an example, n_x.
  public var features: Int { X.rows }

  /// Combines examples and labels.
  ///
  /// - Throws: `DatasetError.shape` unless X is (n_x, m) and Y is (1, m), and
  ///   `DatasetError.unequalCounts` unless both have the same m.
  public init(X: Tensor, Y: Tensor) throws {
    guard X.rank == 2 else {
      throw DatasetError.shape(name: Phrase("X", zh: "X "), expected: ["(n_x, m)"], actual: X.shape)
    }
    guard Y.rank == 2, Y.rows == 1 else {
      throw DatasetError.shape(name: Phrase("Y", zh: "Y "), expected: ["(1, m)"], actual: Y.shape)
    }
    guard X.columns == Y.columns else {
      throw DatasetError.unequalCounts(examples: X.columns, labels: Y.columns)
    }
    self.X = X
    self.Y = Y
  }

  /// Makes one column for each point with two features.
  init(points: [(x1: Double, x2: Double)], labels: [Int]) {
    let m = min(points.count, labels.count)
    var X = Tensor.zeros(2, m)
    for (column, point) in points.prefix(m).enumerated() {
      X[0, column] = point.x1
      X[1, column] = point.x2
    }
    self.X = X
    self.Y = .row(labels.prefix(m).map(Double.init))
  }
}

/// A training set and a test set.
public struct TrainingAndTest<Part: Sendable>: Sendable {
  /// The training set.
  public let training: Part
  /// The test set, which is never trained on.
  public let test: Part

  /// Combines both sets.
  public init(training: Part, test: Part) {
    self.training = training
    self.test = test
  }

  /// Both sets, transformed in the same way.
  public func map<Result>(
    _ transform: (Part) throws -> Result
  ) rethrows -> TrainingAndTest<Result> {
    TrainingAndTest<Result>(training: try transform(training), test: try transform(test))
  }
}

extension TrainingAndTest: Equatable where Part: Equatable {}
