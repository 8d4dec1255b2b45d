/// What one graded test found.
public struct TestOutcome: Sendable {
  /// What the test came to.
  public let verdict: Verdict
  /// In the language of this run; empty when there is nothing to say.
  public var message: String
  /// The id of the misconception that explains a wrong answer.
  public let misconception: String?
  /// The id of the exercise that has to be mended first, of a test that is blocked.
  public var blockedBy: String?
  /// How far a test of fixed inputs that passed counts, from 0 to 1.
  ///
  /// It is as far as the exercise is right on fresh ones; nil where that was not asked.
  public var fresh: Double?
  /// Whether the test draws its inputs from the seed of the run.
  public var isDrawn = false
}
