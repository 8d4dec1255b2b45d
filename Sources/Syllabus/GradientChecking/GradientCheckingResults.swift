public import Tensors

/// The result of a gradient check.
public struct GradientCheck: Codable, Sendable, Equatable {
  /// ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖).
  public var difference: Double
  /// ĝ, the numerical derivative of the cost along every component of θ, shape (n, 1).
  public var numerical: Tensor

  /// Creates the result from its parts.
  public init(difference: Double, numerical: Tensor) {
    self.difference = difference
    self.numerical = numerical
  }
}
