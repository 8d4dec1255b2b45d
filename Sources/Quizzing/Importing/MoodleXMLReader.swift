import Banks
import Foundation
import Text

/// Reads Moodle's XML, as `question/format/xml/format.php` does.
struct MoodleXMLReader {
  private var bank = ForeignBank()

  static func read(_ quiz: MarkupElement) -> ForeignBank {
    var reader = MoodleXMLReader()
    for file in quiz.descendants("file") {
      let name = file["name"] ?? ""
      if file["encoding"] == "base64", ImportedBank.isDrawingName(name),
        let data = Data(base64Encoded: file.text, options: .ignoreUnknownCharacters),
        Picture.isDrawing(data)
      {
        reader.bank.drawings[name] = data
      }
    }
    for element in quiz.all("question") {
      if element["type"] == "category" {
        let path = element.first("category")?.trimmedText ?? ""
        reader.bank.noteCategory(path, line: element.line)
      } else {
        reader.bank.questions.append(reader.question(element))
      }
    }
    return reader.bank
  }

  private func question(_ element: MarkupElement) -> ForeignQuestion {
    var question = ForeignQuestion(line: element.line)
    question.name = singleSpaced((element.first("name")?.trimmedText ?? "")[...])
    question.drawings = Set(bank.drawings.keys)
    question.identifier = element.first("idnumber")?.trimmedText ?? ""
    let type = element["type"] ?? ""
    switch type {
    case "multichoice":
      let single = element.first("single")?.trimmedText ?? "true"
      question.form = single == "true" || single == "1" ? .one : .several
    case "truefalse": question.form = .trueFalse
    case "numerical": question.form = .number
    case "shortanswer":
      question.form = .text(isCaseSensitive: element.first("usecase")?.trimmedText == "1")
    default:
      question.lose(.unknownType(type))
      return question
    }
    question.text = markdown(element.first("questiontext"), &question)
    question.generalExplanation = markdown(element.first("generalfeedback"), &question)
    if let grade = element.first("defaultgrade")?.trimmedText {
      question.points = Double(grade) ?? .nan
    }
    let hints = element.all("hint").map { markdown($0, &question) }.filter { !$0.isEmpty }
    question.hint = hints.first
    if hints.count > 1 { question.lose(.moreHints) }
    question.tags =
      element.first("tags")?.all("tag").map { singleSpaced($0.trimmedText[...]) } ?? []
    if type == "multichoice", let shuffle = element.first("shuffleanswers")?.trimmedText {
      question.keepsAll = shuffle == "false" || shuffle == "0"
    }
    for answer in element.all("answer") { add(answer, &question) }
    if question.form == .trueFalse { orderTruth(&question) }
    if element.first("units")?.elements.isEmpty == false { question.lose(.units) }
    for name in ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"] {
      let text = element.first(name)?.first("text")?.trimmedText ?? ""
      let plain =
        HTMLText(text).blocks.isEmpty
        ? "" : RichText.plain(markdown(element.first(name), &question))
      if !plain.isEmpty, !Self.usualFeedback.contains(plain) {
        question.lose(.combinedFeedback(plain))
      }
    }
    return question
  }

  /// The texts that Moodle writes into every question unless somebody changes them.
  private static let usualFeedback: Set = [
    "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.",
    "回答正确。", "回答部分正确。", "回答错误。", "您的答案是正确的。", "您的答案部分正确。", "您的答案不正确。",
  ]

  private func add(_ element: MarkupElement, _ question: inout ForeignQuestion) {
    let share = (Double(element["fraction"] ?? "") ?? 0) / 100
    let explanation = markdown(element.first("feedback"), &question)
    let text = (element.first("text") ?? element).text
    switch question.form {
    case .one, .several:
      question.answers.append(
        ForeignQuestion.Answer(
          text: markdown(element, &question), share: share, explanation: explanation))
    case .trueFalse:
      question.answers.append(
        ForeignQuestion.Answer(
          text: trimmed(text).lowercased(), share: share, explanation: explanation))
    case .text: question.add(typed: text, share: share, explanation: explanation)
    case .number:
      let text = question.line(text)
      if text == "*" {
        question.lose(.anyOtherAnswer)
        return
      }
      question.answers.append(
        ForeignQuestion.Answer(
          text: text, share: share, explanation: explanation,
          interval: NumberInterval(text, margin: element.first("tolerance")?.trimmedText ?? "0")))
    }
  }

  /// Puts the answer for true first, as in a bank.
  private func orderTruth(_ question: inout ForeignQuestion) {
    let ordered = ["true", "false"].flatMap { word in
      question.answers.filter { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) == word }
    }
    question.answers = ordered
  }

  private func markdown(_ element: MarkupElement?, _ question: inout ForeignQuestion) -> String {
    guard let element, let text = element.first("text")?.text ?? plainText(element) else {
      return ""
    }
    return question.markdown(
      text, ForeignTextFormat(named: element["format"] ?? "") ?? .moodle)
  }

  /// Returns the text that an element contains directly rather than in a child.
  private func plainText(_ element: MarkupElement) -> String? {
    element.elements.isEmpty ? element.text : nil
  }
}
