import Banks
import Foundation
import Text

/// Reads IMS QTI 1.2 (2002), with the metadata of Canvas and of Common Cartridge.
struct QTIReader {
  static func read(_ root: MarkupElement, drawings: Set<String> = []) -> ForeignBank {
    var bank = ForeignBank()
    if let assessment = root.descendants("assessment").first, let title = assessment["title"] {
      bank.title = singleSpaced(title[...])
    }
    for section in root.descendants("section")
    where section.first("selection_ordering")?.descendants("selection_number").isEmpty == false {
      let name = section["title"] ?? section["ident"] ?? ""
      bank.losses.append(ImportLoss(line: section.line, question: nil, reason: .pool(name)))
    }
    bank.questions = root.descendants("item").map {
      QTIReader(item: $0, drawings: drawings).question()
    }
    return bank
  }

  private let item: MarkupElement
  private let drawings: Set<String>
  private let processing: QTIProcessing

  private init(item: MarkupElement, drawings: Set<String>) {
    self.item = item
    processing = QTIProcessing(item)
    self.drawings = drawings
  }

  private func question() -> ForeignQuestion {
    var question = ForeignQuestion(line: item.line)
    question.drawings = drawings
    question.name = singleSpaced((item["title"] ?? "")[...])
    question.identifier = item["ident"] ?? ""
    let metadata = metadata
    let type =
      metadata["question_type"] ?? metadata["cc_profile"] ?? metadata["bbmd_questiontype"] ?? ""
    guard let presentation = item.first("presentation") else {
      question.lose(.unknownType(type.isEmpty ? "text" : type))
      return question
    }
    question.text = material(of: presentation, &question)
    let responses = presentation.descendants.filter {
      $0.name.hasPrefix("response_") && $0.name != "response_label"
    }
    guard let response = responses.first, !Self.isOther(type) else {
      question.lose(.unknownType(type.isEmpty ? "text" : type))
      return question
    }
    guard responses.count == 1 else {
      question.lose(.severalFields(responses.count))
      return question
    }
    notePoints(metadata, &question)
    if let hint = item.first("hint") {
      let text = material(of: hint, &question)
      question.hint = text.isEmpty ? nil : text
    }
    do throws(ScoredResponses.UnknownRule) {
      switch response.name {
      case "response_lid" where response["rcardinality"] != "Ordered":
        try choices(response, type, &question)
      case "response_str", "response_num": try typed(response, type, &question)
      default: question.lose(.unknownType(type.isEmpty ? response.name : type))
      }
    } catch {
      question.lose(.processing)
    }
    return question
  }

  /// Returns whether a type needs a person's marking or has several fields.
  private static func isOther(_ type: String) -> Bool {
    [
      "essay", "file_upload", "text_only", "matching", "multiple_dropdowns", "multiple_blanks",
      "calculated", "pattern_match",
    ].contains { type.lowercased().contains($0) }
  }

  private var metadata: [String: String] {
    let fields = item.descendants("qtimetadatafield").compactMap { field in
      field.first("fieldlabel").map {
        ($0.trimmedText.lowercased(), field.first("fieldentry")?.trimmedText ?? "")
      }
    }
    let blackboard = item.descendants("bbmd_questiontype").map {
      ("bbmd_questiontype", $0.trimmedText)
    }
    return Dictionary(fields + blackboard, uniquingKeysWith: { first, _ in first })
  }

  private func notePoints(_ metadata: [String: String], _ question: inout ForeignQuestion) {
    if let points = metadata["points_possible"] ?? metadata["cc_weighting"] {
      question.points = Double(points) ?? .nan
    } else if let maximum = processing.maximum, maximum != 100 {
      question.points = maximum
    }
  }

  // MARK: Texts

  /// Returns the texts of an element, without those of the fields in it.
  private func material(of element: MarkupElement, _ question: inout ForeignQuestion) -> String {
    var texts: [String] = []
    for child in element.elements {
      switch child.name {
      case "mattext", "mat_formattedtext":
        let type = (child["texttype"] ?? child["type"] ?? "").lowercased()
        // Many programs write HTML without declaring it.
        let isHTML = type.contains("html") || child.text.contains("</")
        texts.append(question.markdown(child.text, isHTML ? .html : .plain))
      case "matimage", "mataudio", "matvideo", "matapplet", "matapplication":
        question.lose(.picture(child["uri"] ?? child["entityref"] ?? child.name))
      case let name where name.hasPrefix("response_"): break
      default: texts.append(material(of: child, &question))
      }
    }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func responses(_ question: inout ForeignQuestion) -> ScoredResponses {
    let feedback = item.all("itemfeedback")
    var texts: [String] = []
    for element in feedback { texts.append(material(of: element, &question)) }
    let places = Dictionary(
      feedback.enumerated().map { ($0.element["ident"] ?? "", $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let processing = processing
    return ScoredResponses(maximum: processing.maximum, texts: texts) {
      response throws(ScoredResponses.UnknownRule) in
      let (score, shown) = try processing.outcome(of: response)
      return ScoredResponses.Outcome(score: score, shown: shown.compactMap { places[$0] })
    }
  }

  // MARK: Fields

  private func choices(
    _ response: MarkupElement, _ type: String, _ question: inout ForeignQuestion
  ) throws(ScoredResponses.UnknownRule) {
    let labels = response.descendants("response_label")
    question.keepsAll = response.descendants("render_choice").first?["shuffle"] != "Yes"
    for label in labels {
      question.answers.append(
        ForeignQuestion.Answer(
          text: material(of: label, &question), share: 0, explanation: "",
          keepsPlace: !question.keepsAll && label["rshuffle"] == "No"))
    }
    // Canvas files leave the order to the quiz and declare nothing here.
    if question.keepsAll, response.descendants("render_choice").first?["shuffle"] == nil {
      question.keepsAll = false
      for place in question.answers.indices { question.answers[place].keepsPlace = false }
    }
    let ids = labels.map { $0["ident"] ?? "" }
    if response["rcardinality"] == "Multiple" {
      question.form = .several
      try responses(&question).fitSeveral(&question, ids, named: [])
    } else {
      question.form = .one
      try responses(&question).fitOne(&question, ids)
      if type.lowercased().contains("true_false") || type.lowercased() == "true/false" {
        question.markAsStatement()
      }
    }
  }

  private func typed(
    _ response: MarkupElement, _ type: String, _ question: inout ForeignQuestion
  ) throws(ScoredResponses.UnknownRule) {
    let fields = response.descendants("response_label").count
    guard fields <= 1 else {
      question.lose(.severalFields(fields))
      return
    }
    let kind = response.descendants("render_fib").first?["fibtype"] ?? ""
    let isNumber =
      response.name == "response_num" || ["Integer", "Decimal", "Scientific"].contains(kind)
      || type.contains("numerical")
    let answers = isNumber ? processing.numbers() : processing.texts()
    guard !answers.isEmpty else {
      question.lose(.unknownType(type.isEmpty ? "essay" : type))
      return
    }
    question.form = isNumber ? .number : .text(isCaseSensitive: processing.isCaseSensitive)
    if isNumber, processing.hasOpenBounds { question.lose(.openRange) }
    for interval in answers.compactMap(\.interval) where processing.isRange(interval) {
      let (low, high) = (interval.number - interval.margin, interval.number + interval.margin)
      question.lose(.range("\(low.plain)..\(high.plain)", shown: interval.number.plain))
    }
    for substring in processing.substrings { question.lose(.wildcard(answer: substring)) }
    var read = answers
    for place in read.indices where !isNumber { read[place].text = question.line(read[place].text) }
    try responses(&question).fitTyped(&question, read)
  }
}

extension ForeignQuestion {
  /// Marks a question whose two options read true and false as a true/false question.
  mutating func markAsStatement() {
    let words = ["true", "false", "正确", "错误"]
    let places = answers.map { words.firstIndex(of: $0.text.lowercased()) }
    keepsAll = true
    guard answers.count == 2, let first = places[0], let second = places[1],
      first / 2 == second / 2, first != second
    else { return }
    if first > second { answers.reverse() }
    form = .trueFalse
  }
}
