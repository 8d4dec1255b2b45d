import Files
import Foundation
import Text

/// The file that an exam hands in: the answers, and nothing of the key.
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
/// `choices` count the options as the bank lists them, from 1, however they were shuffled. A
/// question that was left open has neither `choices` nor `typed`. The seed gives the numbers that
/// were drawn.
struct AnswerFile: Equatable, Sendable {
  static let kind = "course-quiz-answers"
  static let currentVersion = 1

  struct Answer: Equatable, Sendable {
    var question: String
    var response: Response?
    var seconds: Double
    var usedHint: Bool
  }

  var quiz: String
  /// The fingerprint of the bank's structure when it was asked.
  var bank: String
  var seed: Int
  var student: String?
  var started: Date
  var finished: Date
  var answers: [Answer]

  init(_ session: QuizSession, bank: String, finished: Date) {
    let record = session.record
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

  // MARK: Files

  enum Failure: PhrasedError, Equatable {
    case unreadable(path: String)
    case damaged(path: String, reason: Phrase)
    case wrongKind(path: String, kind: String)
    case newerVersion(path: String, version: Int)

    var phrase: Phrase {
      switch self {
      case .unreadable(let path): Phrase("\(path): cannot be read", zh: "\(path): 无法读取")
      case .damaged(let path, let reason):
        Phrase(
          "\(path): is damaged: \(reason(.english))", zh: "\(path): 文件已损坏：\(reason(.chinese))")
      case .wrongKind(let path, let kind):
        Phrase(
          "\(path): is no answer file: its kind is “\(printable(kind))”, "
            + "expected “\(AnswerFile.kind)”",
          zh: "\(path): 不是答卷：kind 是“\(printable(kind))”，应为“\(AnswerFile.kind)”")
      case .newerVersion(let path, let version):
        Phrase(
          "\(path): has version \(version), this program knows up to \(currentVersion)",
          zh: "\(path): 版本为 \(version)，本程序只支持到 \(currentVersion)")
      }
    }
  }

  static func read(_ path: String) throws(Failure) -> AnswerFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    return try decode(data, path: path)
  }

  static func decode(_ data: Data, path: String) throws(Failure) -> AnswerFile {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do {
      let head = try decoder.decode(Head.self, from: data)
      if head.kind != kind { throw Failure.wrongKind(path: path, kind: head.kind) }
      if head.version > currentVersion {
        throw Failure.newerVersion(path: path, version: head.version)
      }
      return try decoder.decode(AnswerFile.self, from: data)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .damaged(path: path, reason: jsonReason(error, in: data))
    }
  }

  private struct Head: Decodable {
    var kind: String
    var version: Int
  }

  /// The file's text.
  func data() -> Data {
    let encoder = JSONEncoder.ordered(.prettyPrinted)
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(self)) ?? Data()
  }
}

extension AnswerFile: Codable {
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
