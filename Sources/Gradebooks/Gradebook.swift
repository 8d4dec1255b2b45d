public import Coursework
public import Grading
public import Intake
public import Syllabus

/// The marks of a class: a row a student, a mark an exercise and a week, and the total.
///
/// Computed from what grading gave and a policy, and from nothing else: the same two give the same
/// gradebook. Nothing is zero for want of knowing: a mark that could not be found is nil, and a flag
/// says why.
public struct Gradebook: Codable, Sendable, Equatable {
  /// The version of the course that graded.
  public let release: String
  /// The weeks, as columns.
  public let weeks: [WeekColumn]
  /// Sorted by student.
  public let rows: [Row]

  /// A week, and the exercises in it.
  public struct WeekColumn: Codable, Sendable, Equatable {
    /// The id of the week.
    public let id: String
    /// The points that can be reached.
    public let possible: Double
    /// The exercises of the week, as columns; behind them what people gave points for, as
    /// `C1W2:style`.
    public let exercises: [ExerciseColumn]
    /// Whether its points add to the total and not to what is possible.
    public var isExtraCredit = false
  }

  /// An exercise and what it is worth.
  public struct ExerciseColumn: Codable, Sendable, Equatable {
    /// `C1W2.sigmoid`.
    public let id: String
    /// The points that can be reached.
    public let possible: Double
    /// Whether its points add to the week's mark and not to what is possible.
    public var isExtraCredit = false
  }

  /// A student's marks.
  public struct Row: Codable, Sendable, Equatable {
    /// The student of the row.
    public let student: Student
    /// The numbers of the attempts that came in; empty for a student who handed in nothing.
    public let attempts: [Int]
    /// In the order of the columns.
    public let weeks: [WeekMark]
    /// The sum of the weeks that count; nil while one of them is not known.
    public let total: Double?
    /// What the weeks that count are worth.
    public let possible: Double
    /// The flags to look at.
    public let flags: [Flag]
    /// The section that the roster says; empty where it says none.
    public var section = ""
    /// Whether the student has left the class; such marks are in no export and no mean.
    public var isWithdrawn = false
    /// Whether the marks are held back from exports and pages.
    public var isHeld = false

    /// Whether anything was handed in for a week that counts.
    public var hasWork: Bool { weeks.contains { $0.isHandedIn } }

    /// The total in percent of what was possible.
    public var percent: Double? {
      guard let total, possible > 0 else { return nil }
      return rounded(100 * total / possible)
    }
  }

  /// A student's mark of a week.
  public struct WeekMark: Codable, Sendable, Equatable {
    /// The id of the week.
    public let week: String
    /// In the order of the columns; nil where it is not known.
    public let exercises: [Double?]
    /// What counts, after the penalty; nil where it is not known.
    public let points: Double?
    /// What would count without the penalty.
    public let beforePenalty: Double?
    /// The attempt that counts; nil where none holds this week.
    public let attempt: Int?
    /// Days late of that attempt.
    public let daysLate: Int
    /// What that takes, in percent.
    public let penaltyPercent: Double
    /// Whether it is left out of the total, as one of the weakest.
    public internal(set) var isDropped = false
    /// Whether the student need not hand it in; then it is left out of the total.
    public internal(set) var isExcused = false
    /// Whether the attempt that counts holds a file of the week.
    public internal(set) var isHandedIn = false
    /// How many of the days late were free.
    public internal(set) var freeDays = 0
    /// What people said, in the order of the table.
    public internal(set) var comments: [String] = []

    /// Whether it is part of the total.
    public var counts: Bool { !isDropped && !isExcused }
  }

  /// The row of a student; nil for somebody who is not in the class.
  public func row(of student: String) -> Row? { rows.first { $0.student.id == student } }
}

extension Gradebook {
  /// What is known of a class besides its attempts.
  public struct Class: Sendable {
    /// Students of the roster under whom nothing was found.
    public var missing: [Student] = []
    /// Students whose work is not graded yet: it was left out of this run, or the run goes on.
    public var ungraded: [Student] = []
    /// The hand-ins that no student of the roster was found for.
    public var unmatched: [UnmatchedHandIn] = []
    /// The section of each student who has one, by id.
    public var sections: [String: String] = [:]

    /// A class that is only its attempts.
    public init() {}
  }

  /// Computes the marks of a class from what is kept of each attempt, in any order.
  public init(
    _ info: ClassInfo, attempts: [Attempt], policy: Policy = Policy(),
    course: [Week] = Course.weeks
  ) {
    self.init(
      release: info.release, versions: info.versions, weeks: info.weeks, attempts: attempts,
      missing: info.missing, unmatched: info.unmatched, policy: policy, course: course)
  }

  /// Computes the marks from what is kept of each attempt, in any order.
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

  /// Computes the marks from what is kept of each attempt and known of the class.
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
