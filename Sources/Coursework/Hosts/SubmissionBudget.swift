/// What all calls of one submission together may take: whoever answers each call just within its limit
/// would hold a place for hours.
enum SubmissionBudget {
  /// The least that everybody has, in seconds.
  static let least = 60.0
  /// How many times as long as the reference a submission may take for the same calls.
  static let factor = 20.0

  /// The seconds so far: they grow with what is asked.
  static var seconds: Double { max(least, factor * Host.reference.source.secondsSpent) }
}
