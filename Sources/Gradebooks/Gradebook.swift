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
    /// The exercises of the week, as columns.
    public let exercises: [ExerciseColumn]
  }

  /// An exercise and what it is worth.
  public struct ExerciseColumn: Codable, Sendable, Equatable {
    /// `C1W2.sigmoid`.
    public let id: String
    /// The points that can be reached.
    public let possible: Double
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
    public let isDropped: Bool
  }

  /// The row of a student; nil for somebody who is not in the class.
  public func row(of student: String) -> Row? { rows.first { $0.student.id == student } }
}

extension Gradebook {
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
    let scheme = MarkingScheme(
      weeks: weeks, attempts: attempts, unmatched: unmatched, policy: policy, course: course)
    var students: [String: (student: Student, attempts: [Attempt])] = [:]
    for attempt in attempts {
      students[attempt.student.id, default: (attempt.student, [])].attempts.append(attempt)
    }
    for student in missing where students[student.id] == nil {
      students[student.id] = (student, [])
    }
    self.release = release
    self.weeks = scheme.columns
    let known = Set(versions.values).union([release])
    rows = students.values.sorted { $0.student < $1.student }.map { student, attempts in
      scheme.row(
        student, attempts.sorted { $0.number < $1.number }, release: release, known: known)
    }
  }
}
