/// The outcome of one graded test.
public struct TestOutcome: Sendable {
  /// The verdict of the test.
  public let verdict: Verdict
  /// The message in the language of this run; empty when there is nothing to say.
  public var message: String
  /// The id of the misconception that explains a wrong answer.
  public let misconception: String?
  /// The id of the exercise that must be fixed first, for a blocked test.
  public var blockedBy: String?
  /// The factor, from 0 to 1, by which a passed test of fixed inputs counts.
  ///
  /// It is the share of fresh inputs on which the exercise is right; nil where none were tried.
  public var fresh: Double?
  /// Whether the test draws its inputs from the seed of the run.
  public var isDrawn = false
}
