public import Coursework
public import Grading
public import Intake
public import Syllabus

/// The marks of a class: a row for each student, with a mark for each exercise and week, and the
/// total.
///
/// It is computed only from the results of grading and a policy: the same two give the same
/// gradebook. A mark is never zero merely because it is unknown: an unknown mark is nil, and a flag
/// says why.
public struct Gradebook: Codable, Sendable, Equatable {
  /// The version of the course that graded.
  public let release: String
  /// The weeks, as columns.
  public let weeks: [WeekColumn]
  /// The rows, sorted by student.
  public let rows: [Row]

  /// A week, and the exercises in it.
  public struct WeekColumn: Codable, Sendable, Equatable {
    /// The id of the week.
    public let id: String
    /// The maximum number of points.
    public let possible: Double
    /// The exercises of the week as columns, followed by the items that people gave points for,
    /// such as `C1W2:style`.
    public let exercises: [ExerciseColumn]
    /// Whether its points add to the total but not to the maximum.
    public var isExtraCredit = false
  }

  /// An exercise and what it is worth.
  public struct ExerciseColumn: Codable, Sendable, Equatable {
    /// The id of the exercise, `C1W2.sigmoid`.
    public let id: String
    /// The maximum number of points.
    public let possible: Double
    /// Whether its points add to the week's mark but not to the maximum.
    public var isExtraCredit = false
  }

  /// A student's marks.
  public struct Row: Codable, Sendable, Equatable {
    /// The student of the row.
    public let student: Student
    /// The numbers of the attempts; empty for a student who handed in nothing.
    public let attempts: [Int]
    /// The marks of the weeks, in the order of the columns.
    public let weeks: [WeekMark]
    /// The sum of the weeks that count; nil while any of them is unknown.
    public let total: Double?
    /// The maximum number of points of the weeks that count.
    public let possible: Double
    /// The flags to look at.
    public let flags: [Flag]
    /// The student's section according to the roster; empty if it gives none.
    public var section = ""
    /// Whether the student has left the class; such marks are excluded from exports and means.
    public var isWithdrawn = false
    /// Whether the marks are withheld from exports and pages.
    public var isHeld = false

    /// Whether anything was handed in for a week from which the student is not excused.
    public var hasWork: Bool { weeks.contains { $0.isHandedIn && !$0.isExcused } }

    /// The total as a percentage of the maximum.
    public var percent: Double? {
      guard let total, possible > 0 else { return nil }
      return rounded(100 * total / possible)
    }
  }

  /// A student's mark of a week.
  public struct WeekMark: Codable, Sendable, Equatable {
    /// The id of the week.
    public let week: String
    /// The marks of the exercises, in the order of the columns; nil where unknown.
    public let exercises: [Double?]
    /// The points that count, after the penalty; nil where unknown.
    public let points: Double?
    /// The points before the penalty.
    public let beforePenalty: Double?
    /// The number of the attempt that counts; nil when no attempt contains this week.
    public let attempt: Int?
    /// The number of days by which that attempt is late.
    public let daysLate: Int
    /// The late penalty in percent.
    public let penaltyPercent: Double
    /// Whether the week is left out of the total as one of the lowest.
    public internal(set) var isDropped = false
    /// Whether the student is excused from the week, which then is left out of the total.
    public internal(set) var isExcused = false
    /// Whether the attempt that counts contains a file of the week.
    public internal(set) var isHandedIn = false
    /// The number of late days that cost nothing.
    public internal(set) var freeDays = 0
    /// The comments of people, in the order of the table.
    public internal(set) var comments: [String] = []

    /// Whether the week is part of the total.
    public var counts: Bool { !isDropped && !isExcused }
  }

  /// Returns the row of a student; nil for somebody who is not in the class.
  public func row(of student: String) -> Row? { rows.first { $0.student.id == student } }
}

extension Gradebook {
  /// The facts about a class besides its attempts.
  public struct Class: Sendable {
    /// The students of the roster for whom nothing was found.
    public var missing: [Student] = []
    /// Those of them for whom the platform's worksheet has the time of a hand-in all the same.
    public var expected: [Student] = []
    /// The students whose work is not graded yet, because it was left out of this run or the run is
    /// still going on.
    public var ungraded: [Student] = []
    /// The hand-ins that match no student of the roster.
    public var unmatched: [UnmatchedHandIn] = []
    /// The section of each student who has one, by id.
    public var sections: [String: String] = [:]

    /// Creates a class of which only the attempts are known.
    public init() {}
  }

  /// Computes the marks of a class from its attempts, given in any order.
  public init(
    _ info: ClassInfo, attempts: [Attempt], policy: Policy = Policy(),
    course: [Week] = Course.weeks
  ) {
    self.init(
      release: info.release, versions: info.versions, weeks: info.weeks, attempts: attempts,
      missing: info.missing, unmatched: info.unmatched, policy: policy, course: course)
  }

  /// Computes the marks from the attempts, given in any order.
  public init(
    release: String, versions: [String: String] = [:], weeks: [String], attempts: [Attempt],
    missing: [Student] = [], unmatched: [UnmatchedHandIn] = [],
    policy: Policy = Policy(), course: [Week] = Course.weeks
  ) {
    var known = Class()
    known.missing = missing
    known.unmatched = unmatched
    self.init(
      release: release, versions: versions, weeks: weeks, attempts: attempts, class: known,
      policy: policy, course: course)
  }

  /// Computes the marks from the attempts and the facts about the class.
  public init(
    release: String, versions: [String: String] = [:], weeks: [String], attempts: [Attempt],
    class known: Class, policy: Policy = Policy(), course: [Week] = Course.weeks
  ) {
    let scheme = MarkingScheme(
      weeks: weeks, attempts: attempts, unmatched: known.unmatched, policy: policy, course: course)
    var students: [String: (student: Student, attempts: [Attempt])] = [:]
    for attempt in attempts {
      students[attempt.student.id, default: (attempt.student, [])].attempts.append(attempt)
    }
    for student in known.missing + known.ungraded where students[student.id] == nil {
      students[student.id] = (student, [])
    }
    self.release = release
    self.weeks = scheme.columns
    let reader = RowReader(
      scheme: scheme, release: release, versions: Set(versions.values).union([release]),
      known: known, ungraded: Set(known.ungraded.map(\.id)))
    rows = students.values.sorted { $0.student < $1.student }.map { student, attempts in
      reader.row(student, attempts.sorted { $0.number < $1.number })
    }
  }
}
