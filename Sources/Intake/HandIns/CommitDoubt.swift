/// Why the time of a commit is no more than a claim: whoever commits sets both of its dates.
public enum CommitDoubt: String, Codable, Sendable {
  /// It claims to be older than one of the commits that it builds on.
  case olderThanParent
  /// It claims to have been committed before it was written.
  case olderThanItself
  /// It claims to come from the future.
  case inTheFuture

  /// Seconds by which two clocks may differ.
  static let patience = 600.0

  /// Compares the dates of a commit, in seconds.
  init?(committed: Double, authored: Double?, ancestors: [Double], now: Double) {
    if ancestors.contains(where: { $0 > committed + Self.patience }) {
      self = .olderThanParent
    } else if let authored, authored > committed + Self.patience {
      self = .olderThanItself
    } else if committed > now + Self.patience {
      self = .inTheFuture
    } else {
      return nil
    }
  }
}
