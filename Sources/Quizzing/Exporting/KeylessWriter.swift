import Banks
import Text

/// Writes a bank without keys for the machines of an exam: the runner can ask it, but grading
/// requires the original bank.
///
/// The values of one seed are filled in, so that no template reveals how they are computed. The
/// marks of right options, explanations and typed answers are left out; hints are kept.
struct KeylessWriter {
  var bank: Bank
  var seed: Int

  /// - Throws: ``TemplateError`` when no values can be drawn with the seed.
  func text() throws(TemplateError) -> String {
    var parts = [
      "# \(bank.title)",
      "```keyless\nseed: \(seed)\nbank: \(try bank.shownFingerprint(seed: seed))\n```",
    ]
    if !bank.introduction.isEmpty { parts.append(bank.introduction) }
    for question in bank.questions {
      parts.append(self.text(of: try PosedQuestion(question, seed: seed, isShuffled: false)))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func text(of posed: PosedQuestion) -> String {
    var parts = ["## \(posed.question.id)", fields(posed.question), posed.text]
    if let hint = posed.hint {
      let label = bank.language == .chinese ? "提示：" : "Hint: "
      parts.append(lines(label + hint).map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n"))
    }
    if !posed.question.kind.isTyped {
      parts.append(posed.options.map { option($0.text) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private func fields(_ question: Question) -> String {
    var fields = ["type: \(question.kind.rawValue)", "points: \(question.points)"]
    if question.keepsAll {
      fields.append("keep: all")
    } else if !question.keptPlaces.isEmpty {
      let places = question.keptPlaces.sorted().map { String($0 + 1) }
      fields.append("keep: " + places.joined(separator: ", "))
    }
    switch question.tolerance {
    case .exact: break
    case .absolute(let distance): fields.append("tolerance: \(distance)")
    case .relative(let fraction):
      fields.append("tolerance: " + NumberFormat.digits(12).string(100 * fraction) + "%")
    }
    return "```question\n" + fields.joined(separator: "\n") + "\n```"
  }

  private func option(_ text: String) -> String {
    lines(text).enumerated()
      .map { $0 == 0 ? "- [ ] " + $1 : $1.isEmpty ? "" : "  " + $1 }
      .joined(separator: "\n")
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
