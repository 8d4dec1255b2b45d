public import Text

/// A week of the course: one module with its exercises.
public struct Week: Sendable {
  /// `C1W2`: course 1, week 2.
  public let id: String
  /// The module that learners edit, `LogisticRegression`.
  public let module: String
  /// The title of the lesson.
  public let title: Phrase
  private let list: @Sendable () -> [any AnyExercise]

  /// Declares a week.
  ///
  /// The exercises are not made before they are asked for: a program that grades one week has no
  /// use for the types of the others.
  public init(
    _ id: String, module: String, title: Phrase,
    exercises: @autoclosure @escaping @Sendable () -> [any AnyExercise]
  ) {
    self.id = id
    self.module = module
    self.title = title
    list = exercises
  }

  /// The exercises in the order of study.
  public var exercises: [any AnyExercise] { list() }

  /// The folder's name in Exercises/ and Solutions/.
  public var folder: String { "\(id)-\(module)" }
  /// The points of all its exercises.
  public var points: Double { exercises.reduce(0) { $0 + $1.info.points } }
}
