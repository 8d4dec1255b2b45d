import Banks
import Files
import Foundation
import Text

/// Writes a plain JSON form of a quiz, with Markdown texts and the values filled in.
///
///     { "kind": "course-quiz", "version": 1, "quiz": "C1W2", "language": "en", "seed": 1,
///       "title": "…", "introduction": "…",
///       "questions": [ { "id": "…", "type": "one", "points": 1, "tags": ["…"], "text": "…",
///         "hint": "…", "read": "…", "tolerance": 0.01, "keep": [4],
///         "options": [ { "option": 2, "text": "…", "right": true, "explanation": "…" } ] } ] }
///
/// The options are in the seed's order; `option` is the number in the bank, which answer files name
/// as well. Without answers, `option`, `right`, `explanation` and `hint` are absent, and typed
/// questions have no options. `tolerance` is the distance allowed from the first right number.
struct JSONWriter {
  var quiz: ExportedQuiz

  private struct Document: Encodable {
    var kind = "course-quiz"
    var version = 1
    var quiz: String
    var language: String
    var seed: Int
    var title: String
    var introduction: String
    var questions: [Item]
  }

  private struct Item: Encodable {
    var id: String
    var type: String
    var points: Int
    var tags: [String]
    var text: String
    var hint: String?
    var read: String?
    var tolerance: Double?
    var keep: [Int]?
    var options: [Choice]
  }

  private struct Choice: Encodable {
    /// Omitted without answers, since authors tend to write the right option first and its number
    /// would reveal it.
    var option: Int?
    var text: String
    var right: Bool?
    var explanation: String?
  }

  func text() throws(ExportError) -> String {
    let document = Document(
      quiz: quiz.bank.id, language: quiz.bank.language.code, seed: quiz.seed,
      title: quiz.bank.title, introduction: quiz.bank.introduction,
      questions: quiz.questions.map(item))
    guard let data = try? JSONEncoder.ordered(.prettyPrinted).line(document) else {
      throw .notEncodable
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func item(_ posed: PosedQuestion) -> Item {
    let question = posed.question
    let withAnswers = quiz.includesAnswers
    let margin = posed.options.first(where: \.isRight).flatMap {
      posed.acceptedNumbers($0).first.flatMap { Double($0.margin) }
    }
    let kept = question.keepsAll ? Array(posed.options.indices) : question.keptPlaces.sorted()
    let options =
      withAnswers || !question.kind.isTyped
      ? posed.options.map {
        Choice(
          option: withAnswers ? $0.index + 1 : nil, text: $0.text,
          right: withAnswers ? $0.isRight : nil,
          explanation: withAnswers ? $0.explanation : nil)
      } : []
    return Item(
      id: question.id, type: question.kind.rawValue, points: question.points,
      tags: question.tags, text: posed.text, hint: withAnswers ? posed.hint : nil,
      read: question.read,
      tolerance: question.kind == .number ? margin : nil,
      keep: kept.isEmpty ? nil : kept.map { $0 + 1 }, options: options)
  }
}
