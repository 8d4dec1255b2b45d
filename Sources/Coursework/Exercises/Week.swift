public import Text

/// A week of the course: one module with its exercises.
public struct Week: Sendable {
  /// `C1W2`: course 1, week 2.
  public let id: String
  /// The module that learners edit, `LogisticRegression`.
  public let module: String
  /// The title of the lesson.
  public let title: Phrase
  /// The exercises in the order of study.
  public let exercises: [any AnyExercise]

  /// Declares a week.
  public init(_ id: String, module: String, title: Phrase, exercises: [any AnyExercise]) {
    self.id = id
    self.module = module
    self.title = title
    self.exercises = exercises
  }

  /// The folder's name in Exercises/ and Solutions/.
  public var folder: String { "\(id)-\(module)" }
  /// The points of all its exercises.
  public var points: Double { exercises.reduce(0) { $0 + $1.info.points } }
}
