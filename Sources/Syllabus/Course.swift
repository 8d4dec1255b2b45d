public import Coursework

/// The course as it is studied.
public enum Course {
  /// The weeks of this package in the order of study: all, or those of a release.
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

/// What stubs throw; a learner's file needs no other import than Syllabus and Tensors.
public typealias NotImplemented = Coursework.NotImplemented
