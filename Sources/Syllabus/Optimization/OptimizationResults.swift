public import Tensors

/// Some examples with their labels.
public struct MiniBatch: Codable, Sendable, Equatable {
  /// Examples as columns, shape (n_x, size).
  public var X: Tensor
  /// Their labels, a column an example: shape (1, size), or (C, size) for C classes.
  public var Y: Tensor

  /// Creates the mini-batch from its parts.
  public init(X: Tensor, Y: Tensor) {
    self.X = X
    self.Y = Y
  }
}

/// What one step of gradient descent with momentum gives.
public struct MomentumStep: Codable, Sendable, Equatable {
  /// The parameters after the step.
  public var parameters: [LayerParameters]
  /// The average of the gradients, this step's included.
  public var velocity: [LayerGradients]

  /// Creates the result from its parts.
  public init(parameters: [LayerParameters], velocity: [LayerGradients]) {
    self.parameters = parameters
    self.velocity = velocity
  }
}

/// What one step of RMSprop gives.
public struct RMSpropStep: Codable, Sendable, Equatable {
  /// The parameters after the step.
  public var parameters: [LayerParameters]
  /// The average of the squared gradients, this step's included.
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

/// What one step of Adam gives.
public struct AdamStep: Codable, Sendable, Equatable {
  /// The parameters after the step.
  public var parameters: [LayerParameters]
  /// Both averages, this step's gradients included.
  public var moments: AdamMoments

  /// Creates the result from its parts.
  public init(parameters: [LayerParameters], moments: AdamMoments) {
    self.parameters = parameters
    self.moments = moments
  }
}

/// A way to make a step from gradients.
public enum OptimizationMethod: String, Codable, Sendable, CaseIterable {
  case gradientDescent, momentum, rmsProp, adam
}

/// What training with mini-batches has reached.
public struct MiniBatchTraining: Codable, Sendable, Equatable {
  /// The parameters after the last epoch.
  public var parameters: [LayerParameters]
  /// One cost an epoch: the mean loss over all its examples, each measured just before its step.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
