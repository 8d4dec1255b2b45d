import Banks
import Foundation
import Text

/// Reads the items of IMS QTI 2.1 (2012), and of 2.0 and 2.2, which differ little.
struct QTI21Reader {
  static func read(_ item: MarkupElement, drawings: Set<String> = []) -> ForeignBank {
    ForeignBank(questions: [QTI21Reader(item: item).question(drawings)])
  }

  private let item: MarkupElement

  /// The interactions that are not part of a text.
  private static let interactions: Set = [
    "choiceInteraction", "textEntryInteraction", "extendedTextInteraction", "orderInteraction",
    "associateInteraction", "matchInteraction", "gapMatchInteraction", "inlineChoiceInteraction",
    "hottextInteraction", "hotspotInteraction", "selectPointInteraction", "graphicOrderInteraction",
    "graphicAssociateInteraction", "graphicGapMatchInteraction", "positionObjectInteraction",
    "sliderInteraction", "drawingInteraction", "uploadInteraction", "mediaInteraction",
    "endAttemptInteraction", "customInteraction",
  ]

  private func question(_ drawings: Set<String>) -> ForeignQuestion {
    var question = ForeignQuestion(line: item.line)
    question.drawings = drawings
    question.name = singleSpaced((item["title"] ?? "")[...])
    question.identifier = item["identifier"] ?? ""
    guard let body = item.first("itemBody") else {
      question.lose(.noText)
      return question
    }
    let found = body.descendants.filter { Self.interactions.contains($0.name) }
    guard let interaction = found.first else {
      question.lose(.unknownType("text"))
      return question
    }
    guard found.count == 1 else {
      question.lose(.severalFields(found.count))
      return question
    }
    let isChoice = interaction.name == "choiceInteraction"
    guard isChoice || interaction.name == "textEntryInteraction",
      !item.elements.contains(where: { $0.name == "templateDeclaration" })
    else {
      question.lose(.unknownType(isChoice ? "templateDeclaration" : interaction.name))
      return question
    }
    let prompt = interaction.first("prompt").map { Self.html($0) } ?? ""
    question.text = question.markdown(Self.html(body) + "<p>\(prompt)</p>", .html)
    let name = interaction["responseIdentifier"] ?? "RESPONSE"
    let processing = QTI21Processing(item, response: name)
    question.points = processing.points ?? 1
    do throws(ScoredResponses.UnknownRule) {
      if isChoice {
        try choices(interaction, processing, &question)
      } else {
        try typed(processing, &question)
      }
    } catch {
      question.lose(.processing)
    }
    return question
  }

  // MARK: Fields

  private func responses(
    _ processing: QTI21Processing, _ question: inout ForeignQuestion
  ) -> ScoredResponses {
    let feedback = item.descendants.filter {
      ["modalFeedback", "feedbackInline", "feedbackBlock"].contains($0.name)
    }
    var texts: [String] = []
    for element in feedback {
      texts.append(question.markdown(Self.html(element, isFeedback: true), .html))
    }
    return ScoredResponses(maximum: processing.maximum, texts: texts) {
      response throws(ScoredResponses.UnknownRule) in
      let outcomes = try processing.outcomes(of: response)
      let shown = feedback.indices.filter { place in
        let element = feedback[place]
        let isThere =
          outcomes[element["outcomeIdentifier"] ?? ""]?.texts.contains(element["identifier"] ?? "")
          == true
        return isThere == (element["showHide"] != "hide")
      }
      return ScoredResponses.Outcome(score: outcomes["SCORE"]?.number ?? 0, shown: shown)
    }
  }

  private func choices(
    _ interaction: MarkupElement, _ processing: QTI21Processing,
    _ question: inout ForeignQuestion
  ) throws(ScoredResponses.UnknownRule) {
    let choices = interaction.all("simpleChoice")
    question.keepsAll = interaction["shuffle"] != "true"
    for choice in choices {
      question.answers.append(
        ForeignQuestion.Answer(
          text: question.markdown(Self.html(choice), .html), share: 0, explanation: "",
          keepsPlace: !question.keepsAll && choice["fixed"] == "true"))
    }
    let ids = choices.map { $0["identifier"] ?? "" }
    let right = processing.correct
    let scored = responses(processing, &question)
    if processing.isMultiple {
      question.form = .several
      try scored.fitSeveral(&question, ids, named: ids.filter(right.contains))
    } else {
      question.form = .one
      try scored.fitOne(&question, ids)
    }
  }

  private func typed(
    _ processing: QTI21Processing, _ question: inout ForeignQuestion
  ) throws(ScoredResponses.UnknownRule) {
    question.form =
      processing.isNumber ? .number : .text(isCaseSensitive: processing.isCaseSensitive)
    var answers = processing.isNumber ? processing.numbers() : processing.texts()
    for place in answers.indices where !processing.isNumber {
      answers[place].text = question.line(answers[place].text)
    }
    for rule in processing.roundings { question.lose(.rounding(rule)) }
    guard !answers.isEmpty else {
      question.lose(.noRightAnswer)
      return
    }
    try responses(processing, &question).fitTyped(&question, answers)
  }

  // MARK: Texts

  /// Returns the content of an element as HTML without its interaction; a field in a sentence
  /// becomes a blank.
  private static func html(_ element: MarkupElement, isFeedback: Bool = false) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): return escapedMarkup(text)
      case .element(let inner):
        if inner.name == "textEntryInteraction" {
          return isAlone(inner, in: element) ? "" : "_____"
        }
        if interactions.contains(inner.name) || inner.name == "prompt" { return "" }
        if !isFeedback, ["feedbackInline", "feedbackBlock", "rubricBlock"].contains(inner.name) {
          return ""
        }
        let attributes = inner.attributes.sorted { $0.key < $1.key }
          .map { " \($0.key)=\"\(escapedMarkup($0.value))\"" }.joined()
        return "<\(inner.name)\(attributes)>\(html(inner, isFeedback: isFeedback))</\(inner.name)>"
      }
    }.joined()
  }

  /// Returns whether a field is alone in its paragraph.
  private static func isAlone(_ field: MarkupElement, in element: MarkupElement) -> Bool {
    element.trimmedText.isEmpty && element.elements.count == 1
  }
}
