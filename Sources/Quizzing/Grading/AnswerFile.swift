import Foundation
import Text

/// The file handed in after an exam, which contains the answers but no key.
///
///     {
///       "kind": "course-quiz-answers", "version": 1,
///       "quiz": "C1W2", "bank": "9f86d081884c7d65", "seed": 7, "student": "Ada",
///       "started": "2026-03-01T10:00:00Z", "finished": "2026-03-01T10:20:00Z",
///       "answers": [
///         { "question": "why-now", "choices": [1, 2], "seconds": 12.5, "usedHint": false },
///         { "question": "flatten-image", "typed": "(4, m)", "seconds": 20, "usedHint": true }
///       ]
///     }
///
/// `choices` are the numbers of options in the bank's order, from 1, however they were shuffled. A
/// question that was left open has neither `choices` nor `typed`. The seed determines the drawn
/// numbers.
struct AnswerFile: Equatable, Sendable {
  struct Answer: Equatable, Sendable {
    var question: String
    var response: Response?
    var seconds: Double
    var usedHint: Bool
  }

  var quiz: String
  /// The fingerprint of the bank's structure at the time of the exam.
  var bank: String
  var seed: Int
  var student: String?
  var started: Date
  var finished: Date
  var answers: [Answer]

  init(_ session: QuizSession, bank: String, finished: Date) {
    self.init(session.record, bank: bank, finished: finished)
  }

  init(_ record: SessionRecord, bank: String, finished: Date) {
    quiz = record.quiz
    self.bank = bank
    seed = record.seed
    student = record.student
    started = record.started
    self.finished = finished
    answers = record.questions.map { key in
      let answer = record.answers[key]
      return Answer(
        question: String(key.dropFirst(record.quiz.count + 1)), response: answer?.response,
        seconds: ((answer?.seconds ?? 0) * 10).rounded() / 10,
        usedHint: answer?.usedHint ?? false)
    }
  }
}

extension AnswerFile: KindedFile {
  static let kind = "course-quiz-answers"
  static let currentVersion = 1
  static let noun = Phrase("answer file", zh: "答卷")

  private enum CodingKeys: String, CodingKey {
    case kind, version, quiz, bank, seed, student, started, finished, answers
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    quiz = try container.decode(String.self, forKey: .quiz)
    bank = try container.decodeIfPresent(String.self, forKey: .bank) ?? ""
    seed = try container.decode(Int.self, forKey: .seed)
    student = try container.decodeIfPresent(String.self, forKey: .student)
    started = try container.decode(Date.self, forKey: .started)
    finished = try container.decode(Date.self, forKey: .finished)
    answers = try container.decode([Answer].self, forKey: .answers)
    var seen: Set<String> = []
    for answer in answers where !seen.insert(answer.question).inserted {
      let question = printable(answer.question)
      throw container.invalid(
        .answers,
        Phrase("the question “\(question)” is answered twice", zh: "题目“\(question)”答了两次"))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.kind, forKey: .kind)
    try container.encode(Self.currentVersion, forKey: .version)
    try container.encode(quiz, forKey: .quiz)
    try container.encode(bank, forKey: .bank)
    try container.encode(seed, forKey: .seed)
    try container.encodeIfPresent(student, forKey: .student)
    try container.encode(started, forKey: .started)
    try container.encode(finished, forKey: .finished)
    try container.encode(answers, forKey: .answers)
  }
}

extension AnswerFile.Answer: Codable {
  private enum CodingKeys: String, CodingKey { case question, choices, typed, seconds, usedHint }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    question = try container.decode(String.self, forKey: .question)
    let isOpen = !container.contains(.choices) && !container.contains(.typed)
    response = isOpen ? nil : try Response(from: decoder)
    seconds = try container.decodeIfPresent(Double.self, forKey: .seconds) ?? 0
    usedHint = try container.decodeIfPresent(Bool.self, forKey: .usedHint) ?? false
    guard seconds >= 0, seconds < 1e9 else {
      throw container.invalid(
        .seconds, Phrase("no such time: \(seconds)", zh: "没有这样的时间：\(seconds)"))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(question, forKey: .question)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(usedHint, forKey: .usedHint)
    try response?.encode(to: encoder)
  }
}
