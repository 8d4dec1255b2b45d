public import Coursework

/// The weeks and exercises of the course.
public enum Course {
  /// The weeks of this package in the order of study: all of them, or those of a release.
  public static let weeks: [Week] = allWeeks.filter { week in
    RunEnvironment.current.release?.weeks.contains(week.id) ?? true
  }

  private static let allWeeks: [Week] = [
    C1W2.week,
    C1W3.week,
    C1W4.week,
    C2W1a.week,
    C2W1b.week,
    C2W1c.week,
    C2W2.week,
    C2W3a.week,
    C2W3b.week,
    C2W3c.week,
    C3W1.week,
    C4W1.week,
    C4W2.week,
    C4W3.week,
    C4W4.week,
  ]

  /// Every exercise of every week.
  public static var exercises: [any AnyExercise] { weeks.flatMap(\.exercises) }
}

/// The error that stubs throw, declared here so that learners' files import only Syllabus and
/// Tensors.
public typealias NotImplemented = Coursework.NotImplemented
