import Banks
import Text

/// Writes a bank as Markdown.
struct BankWriter {
  var bank: ImportedBank

  func text() -> String {
    var parts = ["# \(bank.title)"]
    if !bank.introduction.isEmpty { parts.append(bank.introduction) }
    for question in bank.questions {
      parts += ["## \(question.id)", fields(question), question.text]
      if let hint = question.hint {
        parts.append(quoted((bank.language == .chinese ? "提示：" : "Hint: ") + hint, indentation: ""))
      }
      parts.append(question.options.map(option).joined(separator: "\n"))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func fields(_ question: ImportedQuestion) -> String {
    var fields: [String] = []
    if question.kind != .one { fields.append("type: \(question.kind.rawValue)") }
    if question.points != 1 { fields.append("points: \(question.points)") }
    if !question.tags.isEmpty { fields.append("tags: " + question.tags.joined(separator: ", ")) }
    let kept = question.options.indices.filter { question.options[$0].keepsPlace }
    if question.keepsAll {
      fields.append("keep: all")
    } else if !kept.isEmpty {
      fields.append("keep: " + kept.map { "\($0 + 1)" }.joined(separator: ", "))
    }
    if let tolerance = question.tolerance { fields.append("tolerance: " + tolerance) }
    return fields.isEmpty ? "" : "```question\n" + fields.joined(separator: "\n") + "\n```"
  }

  private func option(_ option: ImportedQuestion.Option) -> String {
    let lines = option.text.split(separator: "\n", omittingEmptySubsequences: false)
    var result = option.isRight ? "- [x]" : "- [ ]"
    // A fenced block cannot follow the checkbox.
    let isBlock = lines.first.map { fenceMark($0) != nil } == true
    for (place, line) in lines.enumerated() {
      if place == 0, !isBlock {
        result += " " + line
      } else {
        result += (place == 0 ? "\n\n" : "\n") + (line.isEmpty ? "" : "  " + line)
      }
    }
    return result + "\n" + quoted(option.explanation, indentation: "  ")
  }

  private func quoted(_ text: String, indentation: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { indentation + ($0.isEmpty ? ">" : "> " + $0) }.joined(separator: "\n")
  }
}
