import Banks
import Commands
import Foundation
public import Text

/// The standing of a learner in a quiz.
public struct QuizStanding: Sendable, Equatable {
  /// The quiz's id, such as `C1W2`.
  public let id: String
  /// The quiz's title.
  public let title: String
  /// The best result of all times that it was finished, a fraction of the points; nil before the
  /// first.
  public let best: Double?
  /// The question at which it was left, counted from 1, and how many there are.
  public let unfinished: Place?
  /// The number of questions to be repeated now.
  public let due: Int

  /// A question among others.
  public struct Place: Sendable, Equatable {
    public let number, count: Int

    /// Makes a place in a session.
    public init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// Makes the standing of a quiz.
  public init(id: String, title: String, best: Double?, unfinished: Place? = nil, due: Int = 0) {
    self.id = id
    self.title = title
    self.best = best
    self.unfinished = unfinished
    self.due = due
  }

  /// The best result as a user reads it: `85 %`.
  public var percentage: String? {
    best.map { NumberFormat.shortest.string((100 * $0).rounded()) + " %" }
  }

  /// The standing of every quiz, with a remark where the progress file was damaged; none where
  /// there is no folder of quizzes.
  ///
  /// - Throws: `CommandError.data` for the progress of a newer version, and `CommandError.usage` for a
  ///   variable that makes no sense.
  public static func all(
    _ environment: QuizEnvironment, _ language: Language
  ) throws -> (standings: [QuizStanding], remark: String?) {
    let context = CommandContext(environment, language)
    guard context.folder != nil else { return ([], nil) }
    let now = Date()
    let (progress, remark) = try context.loadProgress(now: now)
    let plan = ReviewPlan(
      progress, now: now, calendar: try context.calendar(), limit: try context.reviewLimit())
    return (all(try context.library(), progress, language, due: plan.today), remark)
  }

  static func all(
    _ library: QuizLibrary, _ progress: Progress, _ language: Language, due: [String]
  ) -> [QuizStanding] {
    library.entries.map { entry in
      let quiz = progress.quizzes[entry.id]
      let session = progress.sessions.last { $0.quiz == entry.id }
      return QuizStanding(
        id: entry.id, title: Bank.title(ofFile: entry.file(language)) ?? "?",
        best: quiz.flatMap { $0.finished > 0 ? $0.best : nil },
        unfinished: session.map {
          Place(
            number: min(max(0, $0.position), $0.questions.count - 1) + 1, count: $0.questions.count)
        },
        due: due.count { $0.hasPrefix(entry.id + "/") })
    }
  }
}
