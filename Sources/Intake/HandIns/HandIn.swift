public import Foundation

/// What is known of a hand-in beside its sources: whose it is, when it came in and what was taken,
/// each with what says so.
///
/// Where nothing says it, or two things say different, a person decides, and until then the mark is
/// not known.
public struct HandIn: Codable, Sendable, Equatable {
  /// Whose it is, and by what.
  public var owner: Owner
  /// When it came in, and by what.
  public var time: Time
  /// The files that were taken although they are not as the course asks, and how.
  public var taken: [Refusal]
  /// The names of files that were handed in and are no part of the course.
  public var left: [String]
  /// The weeks of which a file was taken.
  public var weeks: [String]
  /// The weeks without a file that what was left or refused may hold: their marks are not known.
  public var unreadWeeks: [String]
  /// What speaks against the time of its commit, where that is all there is.
  public var doubt: CommitDoubt?

  /// Creates the facts of a hand-in.
  public init(
    owner: Owner = .label, time: Time = .unknown, taken: [Refusal] = [], left: [String] = [],
    weeks: [String] = [], unreadWeeks: [String] = [], doubt: CommitDoubt? = nil
  ) {
    self.owner = owner
    self.time = time
    self.taken = taken
    self.left = left
    self.weeks = weeks
    self.unreadWeeks = unreadWeeks
    self.doubt = doubt
  }

  /// By what a hand-in was given to its student.
  public enum Owner: Codable, Sendable, Equatable {
    /// There is no roster: what the hand-in is called is the student.
    case label
    /// Found in the roster, or named in the policy.
    case found(Evidence)
    /// Nobody of the roster.
    case unknown
    /// One of these, and nothing says which.
    case ambiguous([Student])
  }

  /// What speaks for an owner.
  public enum Evidence: String, Codable, Sendable {
    /// An id, SIS id, login or email address, and no name that says otherwise.
    case id
    /// The name.
    case name
    /// A name that lacks a part of the roster's, or spells it without its accents.
    case nearName
    /// The name of a group, of which this is one.
    case group
    /// The policy.
    case policy
  }

  /// When something was handed in.
  public enum Time: Codable, Sendable, Equatable {
    /// A moment, and what tells it.
    case moment(Date, Source)
    /// The platform says that it was late or in time, and not when.
    case platform(isLate: Bool)
    /// Nothing tells.
    case unknown

    /// The moment, where it is known.
    public var date: Date? {
      if case .moment(let date, _) = self { date } else { nil }
    }
  }

  /// What tells a moment.
  public enum Source: String, Codable, Sendable {
    /// The instructor's own table.
    case table
    /// The column of the platform's worksheet.
    case worksheet
    /// The file that comes with the platform's export.
    case metadata
    /// The name that the platform gave the file or folder.
    case name
    /// The time of the file itself, where no platform has packed it.
    case file
    /// The commit, by the clock of the student's own machine.
    case commit
  }
}

/// A hand-in that nobody of the roster was found for.
///
/// While there is one, nobody is known to have handed in nothing.
public struct UnmatchedHandIn: Codable, Sendable, Equatable {
  /// What the class calls it: the key by which the policy says whose it is.
  public let label: String
  /// The student under whose name it is graded, which is its own.
  public let student: Student
  /// The students of the roster that it may be from; empty when nobody is like it.
  public let candidates: [Student]

  /// Creates a hand-in that nobody was found for.
  public init(label: String, student: Student, candidates: [Student]) {
    self.label = label
    self.student = student
    self.candidates = candidates
  }

  /// The lines of the policy that decide, one a candidate, and one for nobody's.
  public var decisions: [String] {
    let key = Self.quoted(label)
    return candidates.map { "{ \(key): \(Self.quoted($0.id)) }" } + ["{ \(key): null }"]
  }

  /// A text as JSON writes it.
  static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(text) else { return "\"\"" }
    return String(decoding: data, as: UTF8.self)
  }
}
