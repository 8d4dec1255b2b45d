/// What the walls keep out on this machine, as tried and not as promised.
public struct WallReport: Codable, Sendable, Equatable {
  /// What is in force, a line each.
  public let inForce: [String]
  /// What a submission could do that it must not.
  public let holes: [String]

  public init(inForce: [String], holes: [String]) {
    self.inForce = inForce
    self.holes = holes
  }

  /// What is recorded when submissions are trusted.
  public static let trusted = WallReport(
    inForce: ["no walls: the submissions were trusted (--trust-submissions)"], holes: [])
}
