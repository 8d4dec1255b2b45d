public import Tensors

/// The parameters of logistic regression.
public struct LogisticParameters: Codable, Sendable, Equatable {
  /// The weights, shape (n_x, 1).
  public var w: Tensor
  /// The bias.
  public var b: Double

  /// Creates the parameters from their parts.
  public init(w: Tensor, b: Double) {
    self.w = w
    self.b = b
  }
}

/// The cost of logistic regression and its gradients.
public struct LogisticPropagation: Codable, Sendable, Equatable {
  /// J, the mean loss over the examples.
  public var cost: Double
  /// ∂J/∂w, shape (n_x, 1).
  public var dw: Tensor
  /// ∂J/∂b.
  public var db: Double

  /// Creates the result from its parts.
  public init(cost: Double, dw: Tensor, db: Double) {
    self.cost = cost
    self.dw = dw
    self.db = db
  }
}

/// The result of gradient descent.
public struct LogisticOptimization: Codable, Sendable, Equatable {
  /// The weights after the last step, shape (n_x, 1).
  public var w: Tensor
  /// The bias after the last step.
  public var b: Double
  /// The cost before step 0, before step 100, before step 200, and so on.
  public var costs: [Double]

  /// Creates the result from its parts.
  public init(w: Tensor, b: Double, costs: [Double]) {
    self.w = w
    self.b = b
    self.costs = costs
  }
}

/// A trained classifier and its accuracy.
public struct LogisticModel: Codable, Sendable, Equatable {
  /// The trained weights, shape (n_x, 1).
  public var w: Tensor
  /// The trained bias.
  public var b: Double
  /// The cost every 100 steps.
  public var costs: [Double]
  /// The percentage of training examples that are classified correctly.
  public var trainAccuracy: Double
  /// The percentage of test examples that are classified correctly.
  public var testAccuracy: Double

  /// Creates the model from its parts.
  public init(
    w: Tensor, b: Double, costs: [Double], trainAccuracy: Double, testAccuracy: Double
  ) {
    self.w = w
    self.b = b
    self.costs = costs
    self.trainAccuracy = trainAccuracy
    self.testAccuracy = testAccuracy
  }
}
