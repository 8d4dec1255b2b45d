/// What one graded test found.
public struct TestOutcome: Sendable {
  /// What the test came to.
  public let verdict: Verdict
  /// In the language of this run; empty when there is nothing to say.
  public let message: String
  /// The id of the misconception that explains a wrong answer.
  public let misconception: String?
  /// The id of the exercise that has to be mended first, of a test that is blocked.
  public var blockedBy: String?
}
