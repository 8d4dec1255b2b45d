/// The error that a stub throws until its learner has written it.
public struct NotImplemented: Error, Sendable {
  /// The function that is still a stub, as Swift spells it: `sigmoid(_:)`.
  public let function: String

  /// Creates the error of the function that throws it.
  public init(_ function: String = #function) {
    self.function = function
  }
}
