import Banks
import Foundation
import Text

/// The file handed in after an exam: what was shown and what was answered, but no key.
///
///     {
///       "kind": "course-quiz-answers", "version": 2,
///       "quiz": "C1W2", "bank": "9f86d081884c7d65", "seed": 7, "student": "Ada", "asked": 2,
///       "started": "2026-03-01T10:00:00Z", "finished": "2026-03-01T10:20:00Z",
///       "answers": [
///         { "question": "why-now", "text": "Why now?",
///           "shown": [ { "option": 3, "text": "Fashion" }, { "option": 1, "text": "Data" },
///                      { "option": 2, "text": "Processors" } ],
///           "choices": [2, 3], "seconds": 12.5, "usedHint": false },
///         { "question": "flatten-image", "text": "Which shape …?",
///           "typed": "(4, m)", "seconds": 20, "usedHint": true }
///       ]
///     }
///
/// `shown` lists the options as the learner saw them, each with its number in the bank, and
/// `choices` are places in that list, from 1. A question that was left open has neither `choices`
/// nor `typed`. The seed determines the order and the drawn numbers. In version 1 nothing says what
/// was shown, and `choices` are the numbers of options in the bank.
struct AnswerFile: Equatable, Sendable {
  struct Answer: Equatable, Sendable {
    var question: String
    /// The question's text as it was shown; nil in version 1.
    var text: String?
    /// The options in the order in which they were shown; nil where the answer is typed, and in
    /// version 1.
    var shown: [ShownOption]?
    /// The answer, whose options are places in `shown`, or, in version 1, indices in the bank.
    var response: Response?
    var seconds: Double
    var usedHint: Bool
  }

  struct ShownOption: Codable, Equatable, Sendable {
    /// The option's number in the bank, from 1.
    var option: Int
    var text: String
  }

  var version = Self.currentVersion
  var quiz: String
  /// The fingerprint of the bank's structure at the time of the exam.
  var bank: String
  var seed: Int
  var student: String?
  var started: Date
  var finished: Date
  /// The number of questions that were asked; nil in version 1.
  var asked: Int?
  var answers: [Answer]

  init(_ session: QuizSession, bank: String, finished: Date) {
    self.init(session.record, bank: bank, finished: finished)
    version = 2
    asked = session.posed.count
    for (place, posed) in session.posed.enumerated() {
      answers[place].text = posed.text
      guard !posed.question.kind.isTyped else { continue }
      answers[place].shown = posed.options.map { ShownOption(option: $0.index + 1, text: $0.text) }
      guard case .choices(let indices)? = answers[place].response else { continue }
      answers[place].response = .choices(
        posed.options.indices.filter { indices.contains(posed.options[$0].index) })
    }
  }

  /// Creates the file of an exam whose questions cannot be posed any more, in version 1.
  init(_ record: SessionRecord, bank: String, finished: Date) {
    version = 1
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
  static let currentVersion = 2
  static let noun = Phrase("answer file", zh: "答卷")

  private enum CodingKeys: String, CodingKey {
    case version, quiz, bank, seed, student, started, finished, asked, answers
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    version = try container.decode(Int.self, forKey: .version)
    quiz = try container.decode(String.self, forKey: .quiz)
    bank = try container.decodeIfPresent(String.self, forKey: .bank) ?? ""
    seed = try container.decode(Int.self, forKey: .seed)
    student = try container.decodeIfPresent(String.self, forKey: .student)
    started = try container.decode(Date.self, forKey: .started)
    finished = try container.decode(Date.self, forKey: .finished)
    asked = try container.decodeIfPresent(Int.self, forKey: .asked)
    answers = try container.decode([Answer].self, forKey: .answers)
    var seen: Set<String> = []
    for answer in answers where !seen.insert(answer.question).inserted {
      let question = printable(answer.question)
      throw container.invalid(
        .answers,
        Phrase("the question “\(question)” is answered twice", zh: "题目“\(question)”答了两次"))
    }
  }
}

extension AnswerFile.Answer: Codable {
  private enum CodingKeys: String, CodingKey {
    case question, text, shown, choices, typed, seconds, usedHint
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    question = try container.decode(String.self, forKey: .question)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    shown = try container.decodeIfPresent([AnswerFile.ShownOption].self, forKey: .shown)
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
    try container.encodeIfPresent(text, forKey: .text)
    try container.encodeIfPresent(shown, forKey: .shown)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(usedHint, forKey: .usedHint)
    try response?.encode(to: encoder)
  }
}
