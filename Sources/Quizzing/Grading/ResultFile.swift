import Foundation
import Text

/// The result of an exam that an instructor returns: the points of each question, but no key.
///
///     {
///       "kind": "course-quiz-result", "version": 1,
///       "quiz": "C1W2", "seed": 7, "student": "Ada", "started": "2026-03-01T10:00:00Z",
///       "questions": [
///         { "question": "why-now", "points": 1.5, "maximum": 2 },
///         { "question": "flatten-image", "points": 1, "maximum": 1 }
///       ]
///     }
struct ResultFile: Equatable, Sendable {
  struct Item: Codable, Equatable, Sendable {
    var question: String
    var points: Double
    var maximum: Double

    var isMissed: Bool { points < maximum }
  }

  var quiz: String
  var seed: Int
  var student: String?
  var started: Date
  var questions: [Item]

  init(_ exam: GradedExam) {
    quiz = exam.quiz
    seed = exam.seed
    student = exam.student
    started = exam.started
    questions = exam.items.map {
      Item(
        question: $0.question, points: ($0.earned * 10_000).rounded() / 10_000,
        maximum: Double($0.points))
    }
  }

  var points: Double { questions.reduce(0) { $0 + $1.points } }
  var maximum: Double { questions.reduce(0) { $0 + $1.maximum } }

  /// An identifier of the sitting, which stays the same when the exam is regraded.
  var sitting: String { "\(quiz) \(seed) \(Int(started.timeIntervalSince1970))" }

  /// Returns a name for the file, without characters that are special to file systems or shells.
  ///
  /// - Parameters:
  ///   - exam: the graded exam.
  ///   - taken: the lower-case names of other results, to which this one is added.
  /// - Returns: a name that no other result has.
  static func name(of exam: GradedExam, taken: inout Set<String>) -> String {
    let kept = exam.student.map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let words = String(kept).split(separator: "-").joined(separator: "-")
    let stem = (words.isEmpty ? "exam" : String(words.prefix(40))) + "-\(exam.quiz)-result"
    var (name, number) = (stem, 1)
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name + ".json"
  }
}

extension ResultFile: KindedFile {
  static let kind = "course-quiz-result"
  static let currentVersion = 1
  static let noun = Phrase("result", zh: "成绩单")
  static let advice = Phrase(
    ": name the file that your instructor gave back", zh: "：请指定教师发回的文件")

  private enum CodingKeys: String, CodingKey {
    case quiz, seed, student, started, questions
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    quiz = try container.decode(String.self, forKey: .quiz)
    seed = try container.decode(Int.self, forKey: .seed)
    student = try container.decodeIfPresent(String.self, forKey: .student)
    started = try container.decode(Date.self, forKey: .started)
    questions = try container.decode([Item].self, forKey: .questions)
    for item in questions where !(item.points >= 0 && item.points <= item.maximum) {
      throw container.invalid(
        .questions,
        Phrase(
          "“\(printable(item.question))” has \(item.points) of \(item.maximum) points",
          zh: "“\(printable(item.question))”的得分是 \(item.points)，满分却是 \(item.maximum)"))
    }
    guard abs(started.timeIntervalSince1970) < 1e11 else {
      throw container.invalid(.started, Phrase("there is no such date", zh: "没有这个日期"))
    }
  }
}
