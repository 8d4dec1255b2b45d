import Foundation

extension Progress {
  /// What became of an exam's result.
  enum TakenResult: Equatable, Sendable {
    /// The exam's mistakes are in the review since an earlier time.
    case before
    /// - Parameters:
    ///   - missed: the questions that came into the review.
    ///   - unknown: the missed questions that no bank holds, which wait until one does.
    case now(missed: Int, unknown: Int)
  }

  /// Brings the mistakes of a graded exam into the review, once.
  ///
  /// A question without full points was missed. The others are left as they are.
  ///
  /// - Parameters:
  ///   - result: what the instructor gave back.
  ///   - quiz: the quiz's id, as the banks write it.
  ///   - known: the keys of the questions that can be asked.
  ///   - now: the time.
  ///   - calendar: the days of the review.
  /// - Returns: how many questions came into the review.
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
