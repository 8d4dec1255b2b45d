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
  /// The learner's own files beside a week's, by the week's id and the name: they are part of the
  /// week's module, as they are at home.
  public let helpers: [String: [String: Data]]
  /// What was not taken, and why: a link, a path that climbs, an archive that is too large.
  public let refusals: [Refusal]
  /// The release that the submission was made from, where it says so; several with commas between
  /// them.
  public let release: String?
  /// Whose it is, when it came in and what was taken, each with what says so.
  public let handIn: HandIn

  /// Creates a submission.
  ///
  /// Without facts, `submitted` is taken as the time of the file itself.
  public init(
    student: Student, attempt: Int = 1, submitted: Date? = nil, sources: [String: Data],
    helpers: [String: [String: Data]] = [:], refusals: [Refusal] = [], release: String? = nil,
    handIn: HandIn? = nil
  ) {
    let facts = handIn ?? HandIn(time: submitted.map { .moment($0, .file) } ?? .unknown)
    self.student = student
    self.attempt = attempt
    self.submitted = submitted ?? facts.time.date
    self.sources = sources
    self.helpers = helpers
    self.refusals = refusals
    self.release = release
    self.handIn = facts
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
