import Banks
import Files
import Text

/// Writes notes for Anki: a tab-separated text file with the header lines that its importer reads.
///
/// A note is identified by its question and language, so that a later export updates the note and
/// keeps Anki's learning history. The front shows the options, the back their explanations.
struct AnkiWriter {
  var quiz: ExportedQuiz

  func text() -> String {
    let bank = quiz.bank
    let header = [
      "#separator:tab", "#html:true", "#notetype:Basic",
      "#deck:\(singleLine("\(bank.id) \(bank.title)").replacing("::", with: ":"))",
      "#columns:guid\tFront\tBack\tTags", "#guid column:1", "#tags column:4",
    ]
    let notes = quiz.questions.map { posed in
      [quiz.stableID(of: posed), front(posed), back(posed), tags(posed)].map(field)
        .joined(separator: "\t")
    }
    return (header + notes).joined(separator: "\n") + "\n"
  }

  private func front(_ posed: PosedQuestion) -> String {
    let text = RichText.html(posed.text)
    guard !posed.question.kind.isTyped else { return text }
    let options = posed.options.map { "<li>\(RichText.html($0.text))</li>" }.joined()
    return "\(text)<ol type=\"A\">\(options)</ol>"
  }

  /// Formats the right options first, each with its reason.
  private func back(_ posed: PosedQuestion) -> String {
    (posed.options.filter(\.isRight) + posed.options.filter { !$0.isRight }).map { option in
      "<div>\(option.isRight ? "✓" : "✗") \(RichText.html(option.text))"
        + "<blockquote>\(RichText.html(option.explanation))</blockquote></div>"
    }.joined()
  }

  /// Formats the tags, which Anki separates by blanks.
  private func tags(_ posed: PosedQuestion) -> String {
    ([quiz.bank.id] + posed.question.tags).map { tag in
      String(tag.map { $0.isWhitespace ? "_" : $0 })
    }.joined(separator: " ")
  }

  private func field(_ text: String) -> String {
    guard text.contains(where: { "\t\n\"".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
