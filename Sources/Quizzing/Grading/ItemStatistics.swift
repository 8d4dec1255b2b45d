import Banks
import Statistics
import Text

/// Statistics of a question in a class.
///
/// Measures and their names follow the classical test theory of Ebel and Frisbie, *Essentials of
/// Educational Measurement*; the groups of 27 % are Kelley's (1939).
struct ItemStatistics: Equatable, Sendable {
  var quiz: String
  var question: String
  /// The number of exams in which it was asked.
  var count: Int
  /// The item's difficulty index, the mean fraction of the points: 1 where everybody was right.
  var facility: Double
  /// The facility in the best 27 % of the class minus that in the weakest 27 %.
  var discrimination: Double?
  /// Pearson's correlation between the question's fraction and the exam's points; for questions
  /// that are only right or wrong, this is the point-biserial correlation.
  var pointBiserial: Double?
  /// The same with the points of the other questions only.
  var restCorrelation: Double?
  /// Cronbach's α of the quiz without the question: if it exceeds that of the whole quiz, the
  /// question is inconsistent with the others.
  var alphaWithout: Double?
  /// The counts of each chosen option or typed wrong answer, the most frequent first.
  var choices: [Choice]
  var openCount: Int
  var meanSeconds: Double
  var medianSeconds: Double

  struct Choice: Equatable, Sendable {
    /// The option's number in the bank, from 1, or the typed text.
    var answer: String
    var isRight: Bool
    var count: Int
  }

  /// Computes the statistics of each question of a bank over the exams in which it was asked.
  static func all(_ exams: [GradedExam], bank: Bank) -> [ItemStatistics] {
    let alphas = QuizStatistics(exams, questions: bank.questions.map(\.id))?.alphaWithout ?? [:]
    return bank.questions.compactMap { question in
      let asked = exams.compactMap { exam in
        exam.items.first { $0.question == question.id }.map { (exam: exam, item: $0) }
      }
      guard !asked.isEmpty else { return nil }
      let fractions = asked.map(\.item.fraction)
      let totals = asked.map(\.exam.points)
      let rests = asked.map { $0.exam.points - $0.item.fraction * Double($0.item.points) }
      return ItemStatistics(
        quiz: bank.id, question: question.id, count: asked.count,
        facility: ItemAnalysis.mean(fractions),
        discrimination: ItemAnalysis.discrimination(fractions, by: totals),
        pointBiserial: ItemAnalysis.correlation(fractions, totals),
        restCorrelation: ItemAnalysis.correlation(fractions, rests),
        alphaWithout: alphas[question.id],
        choices: choices(question, asked.map(\.item)),
        openCount: asked.count { $0.item.response == nil },
        meanSeconds: ItemAnalysis.mean(asked.map(\.item.seconds)),
        medianSeconds: ItemAnalysis.median(asked.map(\.item.seconds)))
    }
  }

  private static func choices(_ question: Question, _ items: [GradedExam.Item]) -> [Choice] {
    guard question.kind.isTyped else {
      var counts = Array(repeating: 0, count: question.options.count)
      for case .choices(let places)? in items.map(\.response) {
        for place in places where counts.indices ~= place { counts[place] += 1 }
      }
      return counts.enumerated().map { place, count in
        Choice(
          answer: String(place + 1), isRight: question.options[place].isRight, count: count)
      }
    }
    var counts: [String: (isRight: Bool, count: Int)] = [:]
    for item in items {
      guard case .typed(let text)? = item.response else { continue }
      counts[printable(text), default: (item.fraction >= 1, 0)].count += 1
    }
    return counts.map { Choice(answer: $0.key, isRight: $0.value.isRight, count: $0.value.count) }
      .sorted { ($1.count, $0.answer) < ($0.count, $1.answer) }
  }
}
