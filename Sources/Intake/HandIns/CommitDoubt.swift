/// A reason why a commit's time is no more than a claim, since the committer sets both of its
/// dates.
public enum CommitDoubt: String, Codable, Sendable {
  /// It claims to be older than a commit it builds on.
  case olderThanParent
  /// It claims to have been committed before it was written.
  case olderThanItself
  /// It claims to be from the future.
  case inTheFuture
  /// Its files were last modified after it, at a time other than a checkout by Git.
  case olderThanItsFiles

  /// The time in seconds that a checkout may take, and by which a file may be newer than its
  /// commit.
  static let hour = 3600.0

  /// The number of seconds by which two clocks may differ.
  static let patience = 600.0

  /// Compares the dates of a commit, given in seconds.
  ///
  /// - Parameters:
  ///   - committed: the time at which it claims to have been committed.
  ///   - authored: the time at which it claims to have been written.
  ///   - ancestors: the claimed times of the commits it builds on.
  ///   - files: the modification times of its files.
  ///   - checkouts: the times at which Git may have written the files, as far as known.
  ///   - now: the current time.
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
