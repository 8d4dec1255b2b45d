public import Foundation

/// The rules of a class: what things are worth, when they are due, and what people decided by hand.
///
/// An empty policy gives every exercise the points of the syllabus, knows no deadline, and takes the
/// best attempt. `ThePolicyFile.md` describes the JSON file key by key.
public struct Policy: Sendable, Equatable {
  /// The points of an exercise or a week, by its id (`C1W2.sigmoid`, `C1W2`), where they differ
  /// from the syllabus.
  ///
  /// The points of a week scale the sum of its exercises.
  public var points: [String: Double]
  /// The deadline of each week, by its id.
  public var deadlines: [String: Date]
  /// The time at which each week was handed out, by its id; no commit can be earlier.
  public var released: [String: Date] = [:]
  /// The deadline of each week on the platform, by its id, where it differs from the policy's: the
  /// platform's mark is by this one.
  public var platformDeadlines: [String: Date] = [:]
  /// The time zone of the class, in which a late day ends at the same time of day even when a day
  /// has 23 or 25 hours.
  ///
  /// Without it a day is 24 hours.
  public var zone: TimeZone?
  /// The grace period after a deadline, in minutes.
  public var graceMinutes: Double
  /// The late penalty; nil where lateness costs nothing.
  public var late: LatePenalty?
  /// The extensions of individual students.
  public var extensions: [Extension]
  /// The rule for which attempt counts.
  public var attempts: AttemptRule
  /// The number of weeks left out of a student's total, lowest first.
  public var dropLowest: Int
  /// The marks that were given by hand.
  public var manual: [ManualMark]
  /// The owners of hand-ins that the roster does not settle, by the class's label: a student's id,
  /// or nil for nobody in the class.
  public var submissions: [String: String?] = [:]
  /// The weeks from which students are excused.
  public var excused: [Excuse] = []
  /// The students who have left the class, by id.
  public var withdrawn: [String] = []
  /// The students whose marks are withheld for now, by id.
  public var held: [String] = []
  /// The ids of weeks and exercises whose points add to a mark but not to the maximum.
  public var extraCredit: Set<String> = []
  /// The late days that everybody may use without penalty.
  public var lateDays: LateDays?
  /// The comments and points that people gave beside the tests.
  public var comments: [Comment] = []
  /// The amount of detail that students are shown of a failing test.
  public var feedback: Feedback

  /// Creates a policy; omitted arguments have the values that apply without a policy file.
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

  /// The amount of detail that students are shown of a failing test, which never exceeds one
  /// failing case.
  public enum Feedback: String, Sendable, Equatable, CaseIterable {
    /// The input, the expected value and the actual one.
    case full
    /// The number of wrong numbers, shapes, and the reason where known, but no values.
    case shape
    /// Only the fact that it fails.
    case verdict
  }

  /// The rule for which of several attempts counts, week by week.
  public enum AttemptRule: String, Sendable, Equatable, CaseIterable {
    /// The attempt with the highest mark after the penalty; among equal ones the earliest.
    case best
    /// The last attempt that contains a file of the week.
    case last
  }

  /// An extension for one student.
  public struct Extension: Sendable, Equatable {
    /// The student's id.
    public var student: String
    /// The id of the week; nil for every week.
    public var week: String?
    /// The end of the extension.
    public var end: End

    /// The end of an extension: a number of calendar days after the deadline, or a moment in its
    /// place.
    public enum End: Sendable, Equatable {
      case days(Int)
      case until(Date)
    }

    /// Creates an extension.
    public init(student: String, week: String?, end: End) {
      self.student = student
      self.week = week
      self.end = end
    }
  }

  /// An excuse of a student from a week, or from all of them.
  public struct Excuse: Sendable, Equatable {
    /// The student's id.
    public var student: String
    /// The id of the week; nil for every week.
    public var week: String?

    /// Creates an excuse.
    public init(student: String, week: String?) {
      self.student = student
      self.week = week
    }
  }

  /// A budget of late days without penalty, spent in the order of the deadlines.
  public struct LateDays: Sendable, Equatable {
    /// The total number of days.
    public var budget: Int
    /// The largest number of days for one week; nil for no limit.
    public var perWeek: Int?

    /// Creates a budget of late days.
    public init(budget: Int, perWeek: Int? = nil) {
      self.budget = budget
      self.perWeek = perWeek
    }
  }

  /// A mark given by hand.
  ///
  /// It stays whatever is graded again.
  public struct ManualMark: Sendable, Equatable {
    /// The student's id.
    public var student: String
    /// The mark that it sets.
    public var mark: MarkID
    /// The points that count.
    public var points: Double
    /// The automatic mark when this one was given; nil where there was none.
    public var automatic: Double?
    /// The reason, for whoever reads it later.
    public var reason: String

    /// Creates a manual mark.
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

/// The identity of one mark of a student: of an exercise, of a week, or the total.
public enum MarkID: Sendable, Hashable, CustomStringConvertible {
  /// The mark of an exercise by its id, `C1W2.sigmoid`.
  case exercise(String)
  /// The mark of a week by its id, `C1W2`.
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
