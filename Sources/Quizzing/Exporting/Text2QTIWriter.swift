import Banks
import Terminals
import Text

/// Writes the input format of text2qti (by Geoffrey Poore), according to its documentation.
///
/// Its format cannot express everything: explanations of single typed answers become the question's
/// feedback for right and wrong answers, and options are shuffled for all questions or for none,
/// namely none if any question keeps some in their places.
struct Text2QTIWriter {
  var quiz: ExportedQuiz

  func text() -> String {
    var lines = ["Quiz title: \(quiz.bank.id) \(RichText.plain(quiz.bank.title))"]
    if !quiz.bank.introduction.isEmpty {
      lines.append(marked("Quiz description: ", quiz.bank.introduction))
    }
    lines += ["Shuffle answers: \(quiz.mayBeShuffled)", ""]
    for (number, pool) in quiz.pools.enumerated() {
      // text2qti rejects two questions with the same text.
      let versions = pool.versionsOfOtherTexts
      let isChoice = versions.count > 1
      if isChoice, let points = pool.versions.first?.question.points {
        lines += ["GROUP", "pick: 1", "points per question: \(points)", ""]
      }
      for posed in versions {
        lines.append("Title: \(posed.question.id)")
        if !isChoice { lines.append("Points: \(posed.question.points)") }
        lines.append(marked("\(number + 1).", posed.text))
        lines += answers(posed)
        lines.append("")
      }
      if isChoice { lines += ["END_GROUP", ""] }
    }
    return lines.joined(separator: "\n")
  }

  private func answers(_ posed: PosedQuestion) -> [String] {
    let right = posed.options.filter(\.isRight)
    switch posed.question.kind {
    case .one, .trueFalse, .several:
      let isSeveral = posed.question.kind == .several
      return posed.options.enumerated().flatMap { place, option in
        let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(place, 25))))
        let mark =
          isSeveral
          ? (option.isRight ? "[*]" : "[ ]") : (option.isRight ? "*\(letter))" : "\(letter))")
        return [marked(mark, option.text), marked("...", option.explanation)]
      }
    case .number:
      let numbers = right.flatMap(posed.acceptedNumbers)
      guard let number = numbers.first, Self.holdsNumber(of: posed) else {
        return feedback(posed) + numbers.map { "*   \($0.text)" }
      }
      let isInteger = Int(number.text) != nil && number.margin == "0"
      return feedback(posed)
        + ["=   " + (isInteger ? number.text : "\(number.text) +- \(number.margin)")]
    case .shape, .text:
      return feedback(posed)
        + right.flatMap { posed.spellings($0) }.map { "*   \($0)" }
    }
  }

  /// Returns whether text2qti can represent the number asked for, if there is one: it allows only a
  /// single number, rejects those near zero, and rounds to four decimals, so that 0.00123 ± 0.00001
  /// would become 0.0012.
  static func holdsNumber(of posed: PosedQuestion) -> Bool {
    guard posed.question.kind == .number else { return true }
    let numbers = posed.options.filter(\.isRight).flatMap(posed.acceptedNumbers)
    guard numbers.count == 1, let bounds = numbers.first?.bounds else { return false }
    guard abs(bounds.lowerBound) >= 0.0001, abs(bounds.upperBound) >= 0.0001 else { return false }
    let width = bounds.upperBound - bounds.lowerBound
    return [bounds.lowerBound, bounds.upperBound].allSatisfy { bound in
      let loss = abs((bound * 1e4).rounded() / 1e4 - bound)
      return loss <= max(0.05 * width, 2e-9 * abs(bound))
    }
  }

  private func feedback(_ posed: PosedQuestion) -> [String] {
    guard let right = posed.options.first(where: \.isRight) else { return [] }
    return [marked("+", right.explanation), marked("-", right.explanation)]
  }

  /// Formats a text after its mark, with further lines indented as text2qti requires.
  private func marked(_ mark: String, _ markdown: String) -> String {
    let indentation = String(repeating: " ", count: max(4, mark.count + 1))
    let lines = RichText.blocks(markdown).enumerated().flatMap { place, block in
      (place > 0 ? [""] : []) + self.lines(block)
    }
    let text = lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
    return mark + text.dropFirst(mark.count)
  }

  private func lines(_ block: RichText.Block) -> [String] {
    switch block {
    case .paragraph(let spans): return [inline(spans)]
    case .item(let marker, let spans): return ["\(marker == "•" ? "*" : marker) \(inline(spans))"]
    case .picture(_, let code): return ["```text"] + code + ["```"]
    case .code(let language, let code):
      return ["```\(language)"] + code + ["```"]
    }
  }

  private func inline(_ spans: [StyledText]) -> String {
    spans.map { span in
      if span.style.contains(.code) {
        let mark = span.text.contains("`") ? "``" : "`"
        let pad = span.text.contains("`") ? " " : ""
        return mark + pad + span.text + pad + mark
      }
      let text = escaped(span.text)
      if span.style.contains(.bold) { return "**\(text)**" }
      return span.style.contains(.italic) ? "*\(text)*" : text
    }.joined()
  }

  /// Replaces characters that are special in Markdown or LaTeX by character references.
  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "*", "_", "`", "$", "^", "\\", "[", "]", "#", "~", "'", "\"":
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      default: result.appendMarkup(scalar)
      }
    }
    // Dashes and dots must not become typographic ones either.
    return String(result).replacing("--", with: "-&#45;").replacing("...", with: "..&#46;")
  }
}
