import Banks

/// Writes Markdown to read or print; without answers the checkboxes are empty.
struct MarkdownWriter {
  var quiz: ExportedQuiz

  func text() -> String {
    var parts = ["# \(quiz.bank.title)"]
    if !quiz.bank.introduction.isEmpty { parts.append(quiz.bank.introduction) }
    let phrases = Phrases(language: quiz.bank.language.interface)
    for (number, posed) in quiz.questions.enumerated() {
      let points = phrases(.points(Double(posed.question.points)))
      parts.append("## \(number + 1). \(posed.question.id) (\(points))")
      parts.append(posed.text)
      parts.append("*" + instruction(posed, phrases) + "*")
      if posed.question.kind.isTyped, !quiz.includesAnswers {
        parts.append("\(phrases(.answerLabel)): \\_\\_\\_\\_\\_\\_\\_\\_")
      } else {
        parts.append(posed.options.map(option).joined(separator: "\n"))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func instruction(_ posed: PosedQuestion, _ phrases: Phrases) -> String {
    switch posed.question.kind {
    case .one: phrases(.chooseOne)
    case .several: phrases(.chooseSeveral)
    case .trueFalse: phrases(.judgeStatement)
    case .number: phrases(.typeNumber(tolerance: posed.question.toleranceText))
    case .shape: phrases(.typeShape)
    case .text: phrases(.typeText)
    }
  }

  private func option(_ option: PosedQuestion.Option) -> String {
    let mark = quiz.includesAnswers && option.isRight ? "- [x] " : "- [ ] "
    let text = option.text.replacing("\n", with: "\n  ")
    guard quiz.includesAnswers else { return mark + text }
    return mark + text + "\n  > " + option.explanation.replacing("\n", with: "\n  > ")
  }
}
