public import Tensors
import Text

/// Examples and their labels as the course's networks take them: one example a column.
public struct LabelledData: Sendable, Equatable {
  /// The examples, shape (n_x, m).
  public let X: Tensor
  /// The labels, shape (1, m).
  public let Y: Tensor

  /// The number of examples, m.
  public var count: Int { X.columns }
  /// The number of features of an example, n_x.
  public var features: Int { X.rows }

  /// Puts examples and labels together.
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

  /// Puts examples in columns from points of two features, one after the other.
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

/// Examples to learn from, and others, never learned from, to judge by.
public struct TrainingAndTest<Part: Sendable>: Sendable {
  /// The examples to learn from.
  public let training: Part
  /// The examples to be judged by.
  public let test: Part

  /// Puts both parts together.
  public init(training: Part, test: Part) {
    self.training = training
    self.test = test
  }

  /// Both parts, changed in the same way.
  public func map<Result>(
    _ transform: (Part) throws -> Result
  ) rethrows -> TrainingAndTest<Result> {
    TrainingAndTest<Result>(training: try transform(training), test: try transform(test))
  }
}

extension TrainingAndTest: Equatable where Part: Equatable {}
