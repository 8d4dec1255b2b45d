/// A rule for the weights before the first step.
public enum InitializationMethod: String, Codable, Sendable, CaseIterable {
  case zeros, random, he, xavier, averagedXavier
}

/// What training from an initialization has reached.
public struct InitializationTraining: Codable, Sendable, Equatable {
  /// The parameters after the last step.
  public var parameters: [LayerParameters]
  /// The cost before step 0, before step 1000, before step 2000, and so on.
  public var costs: [Double]

  /// Creates the trained model from its parts.
  public init(parameters: [LayerParameters], costs: [Double]) {
    self.parameters = parameters
    self.costs = costs
  }
}
