import Banks
import Files

/// Writes a table for other programs, one row per question, with Markdown texts as in the bank.
///
///     id,type,points,tags,text,hint,right,option1,explanation1,option2,explanation2
///     C1W2/log-loss/en,one,1,loss,…,…,2,…,…,…,…
///
/// The id never changes, `right` holds the numbers of the right options in the order of this row,
/// and shorter rows are padded with empty fields.
struct CSVWriter {
  var quiz: ExportedQuiz

  func text() -> String {
    let width = quiz.questions.map(\.options.count).max() ?? 0
    var rows = [["id", "type", "points", "tags", "text", "hint", "tolerance", "right"]]
    for number in 1...max(1, width) { rows[0] += ["option\(number)", "explanation\(number)"] }
    rows += quiz.questions.map { posed in
      let question = posed.question
      let right = posed.options.indices.filter { posed.options[$0].isRight }
      let number = right.first.flatMap { posed.acceptedNumbers(posed.options[$0]).first }
      let head = [
        quiz.stableID(of: posed), question.kind.rawValue, "\(question.points)",
        question.tags.joined(separator: ";"), posed.text, posed.hint ?? "",
        question.kind == .number ? number?.margin ?? "" : "",
        right.map { "\($0 + 1)" }.joined(separator: ";"),
      ]
      let options = posed.options.flatMap { [$0.text, $0.explanation] }
      return head + options
        + Array(repeating: "", count: rows[0].count - head.count - options.count)
    }
    return CSV.text(rows, for: .program)
  }
}
