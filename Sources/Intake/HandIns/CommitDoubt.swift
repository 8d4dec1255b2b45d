/// Why the time of a commit is no more than a claim: whoever commits sets both of its dates.
public enum CommitDoubt: String, Codable, Sendable {
  /// It claims to be older than one of the commits that it builds on.
  case olderThanParent
  /// It claims to have been committed before it was written.
  case olderThanItself
  /// It claims to come from the future.
  case inTheFuture
  /// Files that it holds were written after it, and not when Git put them there.
  case olderThanItsFiles

  /// Seconds that a checkout may take, and by which the time of a file may be behind its commit.
  static let hour = 3600.0

  /// Seconds by which two clocks may differ.
  static let patience = 600.0

  /// Compares the dates of a commit, in seconds.
  ///
  /// - Parameters:
  ///   - committed: when it claims to have been made.
  ///   - authored: when it claims to have been written.
  ///   - ancestors: when the commits that it builds on claim to have been made.
  ///   - files: when the files that it holds were last written.
  ///   - checkouts: when Git may have put them there, as far as that is known.
  ///   - now: the time.
  init?(
    committed: Double, authored: Double?, ancestors: [Double], files: [Double] = [],
    checkouts: [Double] = [], now: Double
  ) {
    if ancestors.contains(where: { $0 > committed + Self.patience }) {
      self = .olderThanParent
    } else if let authored, authored > committed + Self.patience {
      self = .olderThanItself
    } else if committed > now + Self.patience {
      self = .inTheFuture
    } else if !checkouts.isEmpty,
      files.contains(where: { file in
        file > committed + Self.hour && !checkouts.contains { abs($0 - file) <= Self.hour }
      })
    {
      self = .olderThanItsFiles
    } else {
      return nil
    }
  }
}
