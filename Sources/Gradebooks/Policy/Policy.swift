public import Foundation

/// The rules of a class: what things are worth, until when, and what people decided by hand.
///
/// An empty policy gives every exercise the points of the syllabus, knows no deadline, and takes the
/// best attempt. `ThePolicyFile.md` describes the JSON file key by key.
public struct Policy: Sendable, Equatable {
  /// What an exercise or a week is worth, by its id (`C1W2.sigmoid`, `C1W2`), where it is not what
  /// the syllabus says.
  ///
  /// The points of a week scale the sum of its exercises.
  public var points: [String: Double]
  /// When each week is due, by the week's id.
  public var deadlines: [String: Date]
  /// When each week was handed out, by the week's id: a commit cannot be older.
  public var released: [String: Date] = [:]
  /// Where the class lives: a day late ends at the same time of the clock there, also when a day
  /// has 23 or 25 hours.
  ///
  /// Without it a day is 24 hours.
  public var zone: TimeZone?
  /// How many minutes after a deadline still count as in time.
  public var graceMinutes: Double
  /// The cost of lateness; nil where it costs nothing.
  public var late: LatePenalty?
  /// The students who have more time.
  public var extensions: [Extension]
  /// The attempt that counts.
  public var attempts: AttemptRule
  /// How many weeks are left out of a student's total, the weakest first.
  public var dropLowest: Int
  /// The marks that were given by hand.
  public var manual: [ManualMark]
  /// Whose hand-ins are that no roster tells, by what the class calls them: a student's id, or nil for
  /// nobody of the class.
  public var submissions: [String: String?] = [:]
  /// Who need not hand in what.
  public var excused: [Excuse] = []
  /// The students who have left the class, by id.
  public var withdrawn: [String] = []
  /// The students whose marks nobody is told yet, by id.
  public var held: [String] = []
  /// The weeks and exercises whose points add to a mark and not to what is possible, by id.
  public var extraCredit: Set<String> = []
  /// The days that everybody may be late for nothing.
  public var lateDays: LateDays?
  /// What people said and gave beside the tests.
  public var comments: [Comment] = []
  /// How much students are told of a test that fails.
  public var feedback: Feedback

  /// Creates a policy; what is left out is as without a policy file.
  public init(
    points: [String: Double] = [:], deadlines: [String: Date] = [:], zone: TimeZone? = nil,
    graceMinutes: Double = 0, late: LatePenalty? = nil, extensions: [Extension] = [],
    attempts: AttemptRule = .best, dropLowest: Int = 0, manual: [ManualMark] = [],
    feedback: Feedback = .full
  ) {
    self.points = points
    self.deadlines = deadlines
    self.zone = zone
    self.graceMinutes = graceMinutes
    self.late = late
    self.extensions = extensions
    self.attempts = attempts
    self.dropLowest = dropLowest
    self.manual = manual
    self.feedback = feedback
  }

  /// How much students are told of a test that fails: of one failing case at most, whatever it is.
  public enum Feedback: String, Sendable, Equatable, CaseIterable {
    /// The input, what was expected and what came.
    case full
    /// How many numbers are wrong, shapes, and the reason where it is known; no number.
    case shape
    /// That it fails.
    case verdict
  }

  /// Which of several attempts counts, week by week.
  public enum AttemptRule: String, Sendable, Equatable, CaseIterable {
    /// The highest mark after the penalty; of equal ones the earliest.
    case best
    /// The last one that holds a file of the week.
    case last
  }

  /// More time for one student.
  public struct Extension: Sendable, Equatable {
    /// The student's id.
    public var student: String
    /// nil for every week.
    public var week: String?
    /// The end of the longer time.
    public var end: End

    /// Until when: so many days of the calendar after the deadline, or a moment in its place.
    public enum End: Sendable, Equatable {
      case days(Int)
      case until(Date)
    }

    /// Gives a student more time.
    public init(student: String, week: String?, end: End) {
      self.student = student
      self.week = week
      self.end = end
    }
  }

  /// A week, or all of them, that a student need not hand in.
  public struct Excuse: Sendable, Equatable {
    /// The student's id.
    public var student: String
    /// nil for every week.
    public var week: String?

    /// Excuses a student.
    public init(student: String, week: String?) {
      self.student = student
      self.week = week
    }
  }

  /// Days that may be late for nothing, spent in the order of the deadlines.
  public struct LateDays: Sendable, Equatable {
    /// How many in all.
    public var budget: Int
    /// How many of them in one week at most; nil for any number.
    public var perWeek: Int?

    /// Grants days.
    public init(budget: Int, perWeek: Int? = nil) {
      self.budget = budget
      self.perWeek = perWeek
    }
  }

  /// A mark that somebody gave by hand.
  ///
  /// It stays whatever is graded again.
  public struct ManualMark: Sendable, Equatable {
    /// The student's id.
    public var student: String
    /// The mark that is given.
    public var mark: MarkID
    /// The points that count.
    public var points: Double
    /// The mark that stood there when this one was given; nil where there was none.
    public var automatic: Double?
    /// The reason, for whoever reads it later.
    public var reason: String

    /// Gives a student a mark by hand.
    public init(
      student: String, mark: MarkID, points: Double, automatic: Double?, reason: String
    ) {
      self.student = student
      self.mark = mark
      self.points = points
      self.automatic = automatic
      self.reason = reason
    }
  }
}

/// Names one mark of a student: of an exercise, of a week, or the total.
public enum MarkID: Sendable, Hashable, CustomStringConvertible {
  /// By its id, `C1W2.sigmoid`.
  case exercise(String)
  /// By its id, `C1W2`.
  case week(String)
  case total

  /// The mark as a policy file names it.
  public var description: String {
    switch self {
    case .exercise(let id), .week(let id): id
    case .total: "total"
    }
  }
}
