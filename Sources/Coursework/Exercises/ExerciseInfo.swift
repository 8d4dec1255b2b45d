/// The description of an exercise without its types: everything but the call.
public struct ExerciseInfo: Sendable {
  /// The name of the function, `sigmoid`.
  public let name: String
  /// The week it belongs to, `C1W2`.
  public let week: String
  /// The names of the arguments, as the lesson writes them.
  public let parameters: [String]
  /// The points that the exercise is worth.
  public let points: Double
  /// The ids of the exercises that a solution of this one calls.
  public let dependsOn: [String]
  /// The time limit of one call, in seconds.
  public let timeLimit: Double
  /// The largest accepted deviation of an answer from the expected one.
  public let tolerance: Tolerance
  /// The misconception that the handed-out code has, for an exercise that starts from faulty code;
  /// code that still has it counts as not started.
  public let untouched: String?

  /// The identifier of the exercise, unique in the course: `C1W2.sigmoid`.
  public var id: String { "\(week).\(name)" }
}

extension ExerciseInfo {
  /// Whether an answer matches the reference's or that of an alternative solution.
  func isRight(_ actual: Value, _ right: Value, to arguments: [Value]) -> Bool {
    actual.difference(from: right, within: tolerance) == nil
      || otherAnswer(to: arguments, matching: .success(actual), asking: .reference) != nil
  }

  /// The matching answer of an alternative solution, if there is one: at the kink of ReLU the slope
  /// may be 0 or 1.
  func otherAnswer(
    to arguments: [Value], matching actual: Result<Value, CallFailure>, asking host: Host
  ) -> Result<Value, CallFailure>? {
    host.alternatives(of: self).lazy.map { host.outcome(of: self, variant: $0, arguments) }
      .first { $0.matches(actual, within: tolerance) }
  }
}
