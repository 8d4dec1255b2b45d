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

extension ExerciseInfo {
  /// Whether an answer is right: it is the reference's, or that of another right way.
  func isRight(_ actual: Value, _ right: Value, to arguments: [Value]) -> Bool {
    actual.difference(from: right, within: tolerance) == nil
      || otherAnswer(to: arguments, matching: .success(actual), asking: .reference) != nil
  }

  /// The answer of another right way that an outcome equals, if there is one: at the kink of ReLU
  /// the slope is 0 or 1.
  func otherAnswer(
    to arguments: [Value], matching actual: Result<Value, CallFailure>, asking host: Host
  ) -> Result<Value, CallFailure>? {
    host.alternatives(of: self).lazy.map { host.outcome(of: self, variant: $0, arguments) }
      .first { $0.matches(actual, within: tolerance) }
  }
}
