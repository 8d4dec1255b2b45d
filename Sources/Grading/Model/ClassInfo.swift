public import Coursework
public import Intake

/// A graded class without its submissions, which together may not fit in memory.
public struct ClassInfo: Codable, Sendable {
  /// The version of the course that graded: one name for those of its weeks.
  public let release: String
  /// The versions of the weeks that graded, by id.
  public let versions: [String: String]
  /// The weeks that were asked for, by id, in the order of the syllabus.
  public let weeks: [String]
  /// Names the secret from which the seeds of fresh inputs come.
  public let seed: UInt32
  /// The sandbox that was in force, a line each.
  public let sandbox: [String]
  /// Students of the roster who handed in nothing.
  public let missing: [Student]
  /// The hand-ins that no student of the roster was found for.
  public let unmatched: [UnmatchedHandIn]
  /// Students whose work was left out of this run and is not graded yet.
  public var ungraded: [Student] = []
  /// What an instructor should know of the submissions, in sentences.
  public let remarks: [String]
  /// What is said of known mistakes, by the exercise's id.
  public let misconceptions: [String: [Misconception]]

  /// Describes a graded class.
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
