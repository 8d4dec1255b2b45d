import Foundation

extension Progress {
  /// The outcome of adding an exam's result.
  enum TakenResult: Equatable, Sendable {
    /// The exam's mistakes were already brought into the review.
    case before
    /// - Parameters:
    ///   - missed: the questions that were added to the review.
    ///   - unknown: the missed questions that no bank contains, which wait until one does.
    case now(missed: Int, unknown: Int)
  }

  /// Brings the mistakes of a graded exam into the review, once.
  ///
  /// A question without full points counts as missed. The others are left unchanged.
  ///
  /// - Parameters:
  ///   - result: the result file from the instructor.
  ///   - quiz: the quiz's id, as the banks write it.
  ///   - known: the keys of the questions that can be asked.
  ///   - now: the current time.
  ///   - calendar: the days of the review.
  /// - Returns: the number of questions that were added to the review.
  mutating func take(
    _ result: ResultFile, quiz: String, known: Set<String>, now: Date, calendar: ReviewCalendar
  ) -> TakenResult {
    guard results?.contains(result.sitting) != true else { return .before }
    let missed = result.questions.filter(\.isMissed).map { "\(quiz)/\($0.question)" }
    for key in missed {
      var question = questions[key] ?? setAside?[key] ?? .init()
      question.note(isRight: false, now: now, calendar: calendar)
      if known.contains(key) {
        questions[key] = question
      } else {
        setAside = (setAside ?? [:]).merging([key: question]) { $1 }
      }
    }
    results = (results ?? []) + [result.sitting]
    let unknown = missed.count { !known.contains($0) }
    return .now(missed: missed.count - unknown, unknown: unknown)
  }
}
