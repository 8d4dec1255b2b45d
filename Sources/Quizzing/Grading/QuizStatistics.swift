import Statistics
import Text

/// The statistics of a quiz in a class: the level, spread and reliability of its points.
struct QuizStatistics: Equatable, Sendable {
  typealias Coefficient = Result<Double, Reliability.Undefined>

  var quiz: String
  var examCount: Int
  /// The ids of the questions asked in any exam, in the order of the bank.
  var questions: [String]
  /// The maximum number of points; nil where the exams differ in it.
  var maximum: Double?
  /// The mean of the exams' points.
  var mean: Double
  /// The sample standard deviation, with divisor n − 1; nil for fewer than two exams.
  var standardDeviation: Double?
  var meanPercentage: Double
  /// Cronbach's α of the points.
  var alpha: Coefficient
  /// KR-20 of the right answers, which applies if every answer is right or wrong and all questions
  /// have equal points, so that the points count the right answers.
  var kr20: Coefficient
  /// Cronbach's α without each question, where it is defined.
  var alphaWithout: [String: Double] = [:]

  /// Computes the statistics of the exams of one quiz; nil without any.
  ///
  /// - Parameters:
  ///   - exams: exams of the same quiz.
  ///   - questions: the ids of the bank's questions, in its order.
  init?(_ exams: [GradedExam], questions: [String]) {
    guard let first = exams.first else { return nil }
    quiz = first.quiz
    examCount = exams.count
    let asked = Set(exams.flatMap { $0.items.map(\.question) })
    let columns = questions.filter { asked.contains($0) }
    self.questions = columns
    maximum = exams.allSatisfy { $0.maximum == first.maximum } ? first.maximum : nil
    mean = ItemAnalysis.mean(exams.map(\.points))
    standardDeviation = ItemAnalysis.standardDeviation(exams.map(\.points))
    meanPercentage = ItemAnalysis.mean(exams.map(\.percentage))
    guard exams.allSatisfy({ Set($0.items.map(\.question)).count == columns.count }) else {
      alpha = .failure(.differentQuestions)
      kr20 = alpha
      return
    }
    let rows = exams.map { exam in
      columns.map { question in exam.items.first { $0.question == question } }
    }
    let points = rows.map { $0.map { ($0?.fraction ?? 0) * Double($0?.points ?? 0) } }
    alpha = Self.coefficient(Reliability.alpha, points)
    let weights = Set(first.items.map(\.points))
    kr20 =
      weights.count > 1
      ? .failure(.partialCredit)
      : Self.coefficient(Reliability.kr20, rows.map { $0.map { $0?.fraction ?? 0 } })
    for (place, question) in columns.enumerated() {
      let rest = points.map { row in row.indices.filter { $0 != place }.map { row[$0] } }
      alphaWithout[question] = try? Reliability.alpha(rest)
    }
  }

  private static func coefficient(
    _ body: ([[Double]]) throws(Reliability.Undefined) -> Double, _ table: [[Double]]
  ) -> Coefficient {
    do throws(Reliability.Undefined) {
      return .success(try body(table))
    } catch {
      return .failure(error)
    }
  }
}

extension Reliability.Undefined {
  var phrase: Phrase {
    switch self {
    case .fewerThanTwoExams: Phrase("there is only one exam", zh: "只有一份答卷")
    case .fewerThanTwoQuestions: Phrase("there is only one question", zh: "只有一道题")
    case .differentQuestions: Phrase("the exams asked different questions", zh: "各份答卷的题目不同")
    case .equalSums: Phrase("all exams have the same points", zh: "所有答卷的得分相同")
    case .partialCredit:
      Phrase(
        "answers are partly right, or questions differ in their points; α is for these too",
        zh: "有部分得分，或各题分值不同；这时请看 α")
    }
  }
}
