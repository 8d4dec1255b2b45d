public import Foundation

/// What one student handed in, reduced to what is graded: the sources of the weeks.
public struct Submission: Sendable {
  /// The student who handed it in.
  public let student: Student
  /// 1 for the first, counted up for each resubmission.
  public let attempt: Int
  /// When it was handed in, where the layout tells.
  public let submitted: Date?
  /// The learner's file of each week that was handed in, by the week's id.
  public let sources: [String: Data]
  /// What was not taken, and why: a link, a path that climbs, an archive that is too large.
  public let refusals: [Refusal]
  /// The release that the submission was made from, where it says so; several with commas between
  /// them.
  public let release: String?

  /// Creates a submission.
  public init(
    student: Student, attempt: Int = 1, submitted: Date? = nil, sources: [String: Data],
    refusals: [Refusal] = [], release: String? = nil
  ) {
    self.student = student
    self.attempt = attempt
    self.submitted = submitted
    self.sources = sources
    self.refusals = refusals
    self.release = release
  }
}

/// A part of a submission that was not taken.
public struct Refusal: Codable, Sendable, Equatable {
  /// The name within the submission, made sanitized for display.
  public let name: String
  /// Why, in a sentence.
  public let reason: String

  /// Creates the refusal of a file.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
