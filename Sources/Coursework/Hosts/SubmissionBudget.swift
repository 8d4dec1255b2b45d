/// The total time that the calls of one submission may take: without it, a submission that answers
/// each call just within its limit would occupy a place for hours.
enum SubmissionBudget {
  /// The minimum budget of any submission, in seconds.
  static let least = 60.0
  /// The ratio of a submission's budget to the time the reference takes for the same calls.
  static let factor = 20.0

  /// The current budget in seconds, which grows with the calls that are made.
  static var seconds: Double { max(least, factor * Host.reference.source.secondsSpent) }
}
