import Basics

/// How a question behaved in a class.
///
/// Measures and their names follow the classical test theory of Ebel and Frisbie, *Essentials of
/// Educational Measurement*; the groups of 27 % are Kelley's (1939).
struct ItemStatistics: Equatable, Sendable {
  var quiz: String
  var question: String
  /// How many exams asked it.
  var count: Int
  /// The mean fraction of the points: 1 where everybody was right.
  var facility: Double
  /// The facility in the best 27 % of the class less that in the weakest 27 %.
  var discrimination: Double?
  /// Pearson's correlation of the question's fraction with the exam's points; for questions that
  /// are only right or wrong, this is the point-biserial correlation.
  var pointBiserial: Double?
  /// The same with the points of the other questions, which do not contain the question itself.
  var restCorrelation: Double?
  /// How often each option was chosen, or each wrong answer typed, the most frequent first.
  var choices: [Choice]
  var openCount: Int
  var meanSeconds: Double
  var medianSeconds: Double

  struct Choice: Equatable, Sendable {
    /// The option's number in the bank, from 1, or what was typed.
    var answer: String
    var isRight: Bool
    var count: Int
  }

  /// The statistics of each question of a bank over the exams that asked it.
  static func all(_ exams: [GradedExam], bank: Bank) -> [ItemStatistics] {
    bank.questions.compactMap { question in
      let asked = exams.compactMap { exam in
        exam.items.first { $0.question == question.id }.map { (exam: exam, item: $0) }
      }
      guard !asked.isEmpty else { return nil }
      let fractions = asked.map(\.item.fraction)
      let totals = asked.map(\.exam.points)
      let rests = asked.map { $0.exam.points - $0.item.fraction * Double($0.item.points) }
      return ItemStatistics(
        quiz: bank.id, question: question.id, count: asked.count, facility: mean(fractions),
        discrimination: discrimination(fractions, by: totals),
        pointBiserial: correlation(fractions, totals),
        restCorrelation: correlation(fractions, rests),
        choices: choices(question, asked.map(\.item)),
        openCount: asked.count { $0.item.response == nil },
        meanSeconds: mean(asked.map(\.item.seconds)),
        medianSeconds: median(asked.map(\.item.seconds)))
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

  // MARK: Formulas

  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Pearson's r; nil where one side does not vary.
  static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count == y.count, x.count >= 2 else { return nil }
    let (meanX, meanY) = (mean(x), mean(y))
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      xy += (a - meanX) * (b - meanY)
      xx += (a - meanX) * (a - meanX)
      yy += (b - meanY) * (b - meanY)
    }
    guard xx > 1e-12, yy > 1e-12 else { return nil }
    return xy / (xx * yy).squareRoot()
  }

  /// The mean of the upper group less that of the lower; nil below four exams.
  ///
  /// Each group is 27 % of the class, rounded, and at least one. Those who tie with the last of a
  /// group share its remaining places, so that the order of the files does not matter.
  static func discrimination(_ fractions: [Double], by totals: [Double]) -> Double? {
    guard fractions.count >= 4, fractions.count == totals.count else { return nil }
    let size = max(1, Int((0.27 * Double(fractions.count)).rounded()))
    func groupMean(_ isBefore: (Double, Double) -> Bool) -> Double {
      let edge = totals.sorted(by: isBefore)[size - 1]
      let inside = zip(fractions, totals).filter { isBefore($1, edge) }.map(\.0)
      let tied = zip(fractions, totals).filter { $1 == edge }.map(\.0)
      return (inside.reduce(0, +) + Double(size - inside.count) * mean(tied)) / Double(size)
    }
    return groupMean(>) - groupMean(<)
  }
}
