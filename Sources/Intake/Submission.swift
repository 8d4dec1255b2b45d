public import Foundation

/// A student's hand-in, reduced to what is graded: the sources of the weeks.
public struct Submission: Sendable {
  /// The student who handed it in.
  public let student: Student
  /// The number of the attempt, counted from 1.
  public let attempt: Int
  /// The time of the hand-in, where the layout tells it.
  public let submitted: Date?
  /// The learner's file of each week that was handed in, by the week's id.
  public let sources: [String: Data]
  /// The learner's own files beside a week's, by week id and file name; they belong to the week's
  /// module, as they do at home.
  public let helpers: [String: [String: Data]]
  /// The files that were rejected, with reasons: a link, a path that climbs, an archive that is too
  /// large.
  public let refusals: [Refusal]
  /// The release that the submission was made from, where it says so; several are separated by
  /// commas.
  public let release: String?
  /// The owner, the time and the files of the hand-in, each with its evidence.
  public let handIn: HandIn

  /// Creates a submission.
  ///
  /// Without facts, `submitted` is taken to be the time of the file itself.
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

/// A rejected part of a submission.
public struct Refusal: Codable, Sendable, Equatable {
  /// The name within the submission, sanitized for display.
  public let name: String
  /// The reason, as a sentence.
  public let reason: String

  /// Creates a refusal of a file.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
