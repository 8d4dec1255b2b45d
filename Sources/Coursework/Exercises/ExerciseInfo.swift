/// What is known of an exercise without its types: everything but the call.
public struct ExerciseInfo: Sendable {
  /// The name of the function, `sigmoid`.
  public let name: String
  /// The week it belongs to, `C1W2`.
  public let week: String
  /// The names of the arguments, as the lesson writes them.
  public let parameters: [String]
  /// What the exercise is worth.
  public let points: Double
  /// The ids of the exercises that a solution of this one calls.
  public let dependsOn: [String]
  /// How many seconds one call may take.
  public let timeLimit: Double
  /// How far a right answer may be from the expected one.
  public let tolerance: Tolerance
  /// The misconception of the given code, for an exercise that begins with something to repair:
  /// whoever still has it has not started.
  public let untouched: String?

  /// The name that is unique in the course: `C1W2.sigmoid`.
  public var id: String { "\(week).\(name)" }
}
