public import Foundation

/// The facts about a hand-in besides its sources: the owner, the time and the files, each with its
/// evidence.
///
/// Where there is no evidence, or it conflicts, a person decides, and until then the mark is
/// unknown.
public struct HandIn: Codable, Sendable, Equatable {
  /// The owner, with the evidence.
  public var owner: Owner
  /// What identified the owner, where something in the roster did.
  public var clue: OwnerClue?
  /// The time, with the evidence.
  public var time: Time
  /// What other sources say of the time.
  public var otherTimes: [Time]?
  /// What the sources say of each week that has times of its own; the first counts.
  public var weekTimes: [String: [Time]]?
  /// The files that were accepted although they are not as the course requires, with remarks.
  public var taken: [Refusal]
  /// The names of files that were handed in but are not part of the course.
  public var left: [String]
  /// The weeks with an accepted file.
  public var weeks: [String]
  /// The weeks without a file for which ignored or rejected files may hold work: their marks are
  /// unknown.
  public var unreadWeeks: [String]
  /// Whether nothing says which of the student's hand-ins came last.
  public var isUnordered: Bool?
  /// The reason to doubt the time of its commit, where that is the only time.
  public var doubt: CommitDoubt?

  /// Creates the facts of a hand-in.
  public init(
    owner: Owner = .label, clue: OwnerClue? = nil, time: Time = .unknown,
    otherTimes: [Time] = [], weekTimes: [String: [Time]] = [:],
    taken: [Refusal] = [], left: [String] = [], weeks: [String] = [], unreadWeeks: [String] = [],
    doubt: CommitDoubt? = nil
  ) {
    self.owner = owner
    self.clue = clue
    self.time = time
    self.otherTimes = otherTimes.isEmpty ? nil : otherTimes
    self.weekTimes = weekTimes.isEmpty ? nil : weekTimes
    self.taken = taken
    self.left = left
    self.weeks = weeks
    self.unreadWeeks = unreadWeeks
    self.doubt = doubt
  }

  /// What each source says of the time of the whole; the first counts.
  public var times: [Time] { [time] + (otherTimes ?? []) }

  /// What each source says of the time of a week; the first counts.
  public func times(of week: String) -> [Time] { weekTimes?[week] ?? times }

  private enum CodingKeys: String, CodingKey {
    case owner, clue, time, otherTimes, taken, left, weeks, unreadWeeks, isUnordered, doubt
    // `weekTimes` of earlier journals had moments alone.
    case weekTimes = "timesOfWeeks"
  }

  /// The way in which the owner of a hand-in was determined.
  public enum Owner: Codable, Sendable, Equatable {
    /// There is no roster: the hand-in's label identifies the student.
    case label
    /// Found in the roster, or named in the policy.
    case found(Evidence)
    /// The owner is not on the roster.
    case unknown
    /// The owner is one of these students, and nothing says which.
    case ambiguous([Student])
  }

  /// The evidence for an owner.
  public enum Evidence: String, Codable, Sendable {
    /// An id, SIS id, login or email address, which no name contradicts.
    case id
    /// The name.
    case name
    /// A name that lacks part of the roster's name, or is spelled without its accents.
    case nearName
    /// The name of a group that the student belongs to.
    case group
    /// The policy.
    case policy
  }

  /// The text of a hand-in that identified its owner, and the column of the roster that has it.
  public struct OwnerClue: Codable, Sendable, Equatable {
    /// The id, address or name as the hand-in gives it.
    public let text: String
    /// The heading of the roster's column; nil if no single column has it.
    public let column: String?

    /// Creates a clue.
    public init(_ text: String, column: String?) {
      self.text = text
      self.column = column
    }
  }

  /// The time of a hand-in.
  public enum Time: Codable, Sendable, Equatable {
    /// A moment, with its source.
    case moment(Date, Source)
    /// The platform's mark whether it was late, without a time.
    case platform(isLate: Bool)
    /// The time is unknown.
    case unknown

    /// The moment, where known.
    public var date: Date? {
      if case .moment(let date, _) = self { date } else { nil }
    }
  }

  /// The source of a moment.
  public enum Source: String, Codable, Sendable {
    /// The instructor's own table.
    case table
    /// The column of the platform's worksheet.
    case worksheet
    /// The metadata file in the platform's export.
    case metadata
    /// The name that the platform gave the file or folder.
    case name
    /// The modification time of the file itself, where no platform has packed it.
    case file
    /// The commit, according to the clock of the student's own machine.
    case commit
  }
}

/// A hand-in that matches no student of the roster.
///
/// While there is one, no student can be said to have handed in nothing.
public struct UnmatchedHandIn: Codable, Sendable, Equatable {
  /// The label of the hand-in, which is the policy's key for assigning it.
  public let label: String
  /// The pseudo-student under whose name it is graded, which is the label.
  public let student: Student
  /// The students of the roster who may own it; empty if none is similar.
  public let candidates: [Student]

  /// Creates a hand-in that matches nobody.
  public init(label: String, student: Student, candidates: [Student]) {
    self.label = label
    self.student = student
    self.candidates = candidates
  }

  /// The policy lines that settle the owner: one for each candidate, and one for nobody.
  public var decisions: [String] {
    let key = Self.quoted(label)
    return candidates.map { "{ \(key): \(Self.quoted($0.id)) }" } + ["{ \(key): null }"]
  }

  /// Quotes a text as JSON, for a line of the policy.
  package static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(text) else { return "\"\"" }
    return String(decoding: data, as: UTF8.self)
  }
}
