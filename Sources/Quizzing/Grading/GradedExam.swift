import Banks
import Foundation
import Text

/// An answer file with its points.
struct GradedExam: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    var question: String
    var response: Response?
    /// Of the question's points, from 0 to 1.
    var fraction: Double
    var points: Int
    var seconds: Double
    var usedHint: Bool
  }

  var file: String
  var student: String
  var quiz: String
  var seed: Int
  var started: Date
  var finished: Date
  var items: [Item]
  /// Remarks on this file for the instructor.
  var remarks: [Phrase] = []

  var points: Double { items.reduce(0) { $0 + $1.fraction * Double($1.points) } }
  var maximum: Double { items.reduce(0) { $0 + Double($1.points) } }
  var percentage: Double { maximum > 0 ? 100 * points / maximum : 0 }
  var seconds: Double { items.reduce(0) { $0 + $1.seconds } }
  var answeredCount: Int { items.count { $0.response != nil } }

  /// The properties that the instructor expects of every file.
  struct Expectations {
    var seed: Int?
    /// In seconds.
    var timeLimit: Double?
  }

  /// - Throws: ``TemplateError`` when the seed draws no values.
  init(
    _ answers: AnswerFile, file: String, bank: Bank, scoring: ScoringScheme,
    expecting expectations: Expectations
  ) throws(TemplateError) {
    self.file = file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    student = answers.student ?? (name.hasSuffix(".json") ? String(name.dropLast(5)) : name)
    quiz = bank.id
    seed = answers.seed
    started = answers.started
    finished = answers.finished
    items = []
    let questions = Dictionary(
      bank.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for answer in answers.answers {
      guard let question = questions[answer.question] else {
        let name = printable(answer.question)
        remarks.append(Phrase("unknown question “\(name)”", zh: "没有题目“\(name)”"))
        continue
      }
      let posed = try PosedQuestion(question, seed: answers.seed)
      items.append(
        Item(
          question: question.id, response: answer.response,
          fraction: answer.response.map { posed.judge($0, scoring).fraction } ?? 0,
          points: question.points, seconds: answer.seconds, usedHint: answer.usedHint))
    }
    if answers.bank != bank.structureFingerprint {
      remarks.append(Phrase("answered another version of the bank", zh: "作答时用的是另一版题库"))
    }
    if items.count < bank.questions.count {
      remarks.append(
        Phrase(
          "was asked \(items.count) of \(bank.questions.count) questions",
          zh: "题库有 \(bank.questions.count) 题，只考了 \(items.count) 题"))
    }
    if let seed = expectations.seed, seed != answers.seed {
      remarks.append(
        Phrase(
          "has seed \(answers.seed), expected \(seed)",
          zh: "随机种子为 \(answers.seed)，应为 \(seed)"))
    }
    let duration = finished.timeIntervalSince(started)
    // Two seconds of grace for handing in.
    if let limit = expectations.timeLimit, duration > limit + 2 {
      remarks.append(
        Phrase(
          "took \(clockText(duration)), allowed \(clockText(limit))",
          zh: "用时 \(clockText(duration))，限时 \(clockText(limit))"))
    }
    if duration < 0 {
      remarks.append(Phrase("finished before it started", zh: "结束时间早于开始时间"))
    }
  }
}
