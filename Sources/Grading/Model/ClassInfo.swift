public import Coursework
public import Intake

/// A graded class without its submissions, which might not fit in memory together.
public struct ClassInfo: Codable, Sendable {
  /// The version of the course that graded: a single name for the versions of its weeks.
  public let release: String
  /// The versions of the weeks that were graded, by week id.
  public let versions: [String: String]
  /// The ids of the requested weeks, in the order of the syllabus.
  public let weeks: [String]
  /// The fingerprint of the secret from which the seeds of fresh inputs are derived.
  public let seed: UInt32
  /// The sandbox that was in force, one line per item.
  public let sandbox: [String]
  /// The students of the roster who handed in nothing.
  public let missing: [Student]
  /// Those of them for whom the platform's worksheet has the time of a hand-in all the same.
  public var expected: [Student] = []
  /// The hand-ins that match no student of the roster.
  public let unmatched: [UnmatchedHandIn]
  /// The students whose work was left out of this run and is not graded yet.
  public var ungraded: [Student] = []
  /// Sentences that tell the instructor what to know about the submissions.
  public let remarks: [String]
  /// The descriptions of known mistakes, by exercise id.
  public let misconceptions: [String: [Misconception]]

  /// Creates the description of a graded class.
  public init(
    release: String, weeks: [String], seed: UInt32, sandbox: [String],
    missing: [Student] = [], remarks: [String] = [], versions: [String: String] = [:],
    misconceptions: [String: [Misconception]] = [:], unmatched: [UnmatchedHandIn] = []
  ) {
    self.release = release
    self.versions = versions
    self.weeks = weeks
    self.seed = seed
    self.sandbox = sandbox
    self.missing = missing
    self.unmatched = unmatched
    self.remarks = remarks
    self.misconceptions = misconceptions
  }
}
