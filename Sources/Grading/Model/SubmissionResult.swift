public import Coursework
public import Foundation
public import Intake

/// The result of grading one submission; a line of the journal.
public struct SubmissionResult: Codable, Sendable, Equatable {
  /// The student who handed it in.
  public let student: Student
  /// The number of the attempt, from 1.
  public let attempt: Int
  /// The time of the submission, where known.
  public let submitted: Date?
  /// The digest of the exact sources that were graded.
  public let digest: String
  /// The release that the submission was made from, where it says so.
  public let release: String?
  /// The files that were refused, with the reason.
  public let refusals: [Refusal]
  /// The result of every requested week, in the order of the syllabus.
  public let weeks: [WeekResult]
  /// The error that kept the submission from being graded, to be retried; nil when it was graded.
  public let fault: String?
  /// The time that grading took, in seconds.
  public let seconds: Double
  /// The owner, the time and the files of the hand-in; nil in a journal from before these were
  /// kept.
  public let handIn: HandIn?
  /// The weeks that its run was to grade, where results of several runs are combined.
  public var asked: [String]?
  /// The seed of its fresh inputs, with which its marks can be reproduced.
  public let seed: UInt32?

  /// Creates the result from its parts.
  public init(
    student: Student, attempt: Int, submitted: Date?, digest: String, release: String?,
    refusals: [Refusal], weeks: [WeekResult], fault: String? = nil, seconds: Double,
    handIn: HandIn? = nil, seed: UInt32? = nil
  ) {
    self.student = student
    self.attempt = attempt
    self.submitted = submitted
    self.digest = digest
    self.release = release
    self.refusals = refusals
    self.weeks = weeks
    self.fault = fault
    self.seconds = seconds
    self.handIn = handIn
    self.seed = seed
  }

  /// Returns the same verdicts with the current facts of the hand-in: times, refusals and owners
  /// may be corrected between two runs, which does not require grading again.
  func updated(_ facts: HandInFacts?) -> SubmissionResult {
    guard let facts else { return self }
    return SubmissionResult(
      student: student, attempt: attempt, submitted: facts.handIn.time.date, digest: digest,
      release: facts.release, refusals: facts.refusals, weeks: weeks, fault: fault,
      seconds: seconds, handIn: facts.handIn, seed: seed)
  }
}

/// The facts that a run reads of a hand-in whether or not it is already graded.
struct HandInFacts: Sendable {
  var handIn: HandIn
  let refusals: [Refusal]
  let release: String?

  init(_ submission: Submission) {
    handIn = submission.handIn
    refusals = submission.refusals
    release = submission.release
  }
}

extension [SubmissionResult] {
  /// Returns a week of the attempt with this number, if both exist.
  package func week(_ id: String, ofAttempt number: Int?) -> WeekResult? {
    first { $0.attempt == number }?.weeks.first { $0.week == id }
  }
}

/// The result of grading one week of a submission.
public struct WeekResult: Codable, Sendable, Equatable {
  /// The id of the week.
  public let week: String
  /// Whether the submission contains a file of this week.
  public let isHandedIn: Bool
  /// The compiler's first errors, in the learner's own line numbers; empty when it compiles.
  public let diagnostics: [PackageBuild.Diagnostic]
  /// The result of each graded test, even when nothing could be run.
  public let tests: [TestResult]

  /// Creates the result from its parts.
  public init(
    week: String, isHandedIn: Bool, diagnostics: [PackageBuild.Diagnostic], tests: [TestResult]
  ) {
    self.week = week
    self.isHandedIn = isHandedIn
    self.diagnostics = diagnostics
    self.tests = tests
  }
}

/// One graded test of a submission.
public struct TestResult: Codable, Sendable, Equatable {
  /// The record of the test.
  public let record: Record
  /// The peak memory of the worker by then in bytes, where the system reports it.
  public let memory: Int?
  /// Whether the test is the instructor's own, from `--hidden`.
  public let isHidden: Bool

  /// Creates the result from its parts.
  public init(record: Record, memory: Int?, isHidden: Bool) {
    self.record = record
    self.memory = memory
    self.isHidden = isHidden
  }
}
