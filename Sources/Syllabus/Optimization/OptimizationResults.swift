public import Tensors

/// Some examples with their labels.
public struct MiniBatch: Codable, Sendable, Equatable {
  /// Examples as columns, shape (n_x, size).
  public var X: Tensor
  /// The labels, one column for each example: shape (1, size), or (C, size) for C classes.
  public var Y: Tensor

  /// Creates the mini-batch from its parts.
  public init(X: Tensor, Y: Tensor) {
    self.X = X
    self.Y = Y
  }
}

/// The result of one step of gradient descent with momentum.
public struct MomentumStep: Codable, Sendable, Equatable {
  /// The parameters after the step.
  public var parameters: [LayerParameters]
  /// The average of the gradients, including this step's.
  public var velocity: [LayerGradients]

  /// Creates the result from its parts.
  public init(parameters: [LayerParameters], velocity: [LayerGradients]) {
    self.parameters = parameters
    self.velocity = velocity
  }
}

/// The result of one step of RMSprop.
public struct RMSpropStep: Codable, Sendable, Equatable {
  /// The parameters after the step.
  public var parameters: [LayerParameters]
  /// The average of the squared gradients, including this step's.
  public var squares: [LayerGradients]

  /// Creates the result from its parts.
  public init(parameters: [LayerParameters], squares: [LayerGradients]) {
    self.parameters = parameters
    self.squares = squares
  }
}

/// The two averages that Adam keeps.
public struct AdamMoments: Codable, Sendable, Equatable {
  /// The average of the gradients, without bias correction.
  public var v: [LayerGradients]
  /// The average of the squared gradients, without bias correction.
  public var s: [LayerGradients]

  /// Creates the moments from their parts.
  public init(v: [LayerGradients], s: [LayerGradients]) {
    self.v = v
    self.s = s
  }
}

/// The result of one step of Adam.
public struct AdamStep: Codable, Sendable, Equatable {
  /// The parameters after the step.
  public var parameters: [LayerParameters]
  /// Both averages, including this step's gradients.
  public var moments: AdamMoments

  /// Creates the result from its parts.
  public init(parameters: [LayerParameters], moments: AdamMoments) {
    self.parameters = parameters
    self.moments = moments
  }
}

/// A method for updating parameters from gradients.
public enum OptimizationMethod: String, Codable, Sendable, CaseIterable {
  case gradientDescent, momentum, rmsProp, adam
}

/// The result of training with mini-batches.
public struct MiniBatchTraining: Codable, Sendable, Equatable {
  /// The parameters after the last epoch.
  public var parameters: [LayerParameters]
  /// One cost for each epoch: the mean loss over all its examples, measured just before each step.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
