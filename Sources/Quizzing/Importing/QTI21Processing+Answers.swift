import Foundation

/// The typed answers that an item's rules mention.
extension QTI21Processing {
  private var tests: [MarkupElement] {
    item.first("responseProcessing")?.descendants ?? []
  }

  private var mapKeys: [String] {
    let declared = item.all("responseDeclaration").first { $0["identifier"] == response }
    return declared?.first("mapping")?.all("mapEntry").compactMap { $0["mapKey"] } ?? []
  }

  /// Whether upper and lower case are distinguished.
  var isCaseSensitive: Bool {
    let matches = tests.filter { $0.name == "stringMatch" }
    if !matches.isEmpty { return matches.contains { $0["caseSensitive"] != "false" } }
    return !item.descendants("mapEntry").contains { $0["caseSensitive"] == "false" }
  }

  /// The rounding rules, in a word each.
  var roundings: [String] {
    tests.filter { $0.name == "equalRounded" }
      .map { "\($0["roundingMode"] ?? "") \($0["figures"] ?? "")" }
  }

  func texts() -> [ForeignQuestion.Answer] {
    let compared = tests.filter { ["stringMatch", "match"].contains($0.name) }
      .flatMap { $0.all("baseValue").map(\.trimmedText) }
    var texts: [String] = []
    for text in compared + correct + mapKeys where !texts.contains(text) && !text.isEmpty {
      texts.append(text)
    }
    return texts.map { ForeignQuestion.Answer(text: $0, share: 0, explanation: "") }
  }

  func numbers() -> [ForeignQuestion.Answer] {
    var answers: [ForeignQuestion.Answer] = []
    func add(_ text: String, _ interval: NumberInterval?) {
      let isKnown = answers.contains {
        $0.interval == nil ? $0.text == text : $0.interval?.number == interval?.number
      }
      guard !isKnown else { return }
      answers.append(
        ForeignQuestion.Answer(text: text, share: 0, explanation: "", interval: interval))
    }
    for test in tests {
      switch test.name {
      case "equal", "equalRounded":
        for value in test.all("baseValue").map(\.trimmedText) {
          add(value, Self.interval(test, value))
        }
        if !test.all("correct").isEmpty, let value = correct.first {
          add(value, Self.interval(test, value))
        }
      case "match":
        for value in test.all("baseValue") {
          add(value.trimmedText, NumberInterval(value.trimmedText))
        }
      case "and": if let (text, interval) = range(test) { add(text, interval) }
      default: break
      }
    }
    for value in correct + mapKeys
    where !answers.contains(where: {
      $0.interval?.contains(NumberInterval.decimal(value) ?? 0) == true
    }) {
      add(value, NumberInterval(value))
    }
    return answers
  }

  /// Reads two bounds in one condition.
  private func range(_ test: MarkupElement) -> (String, NumberInterval)? {
    var bounds: [String] = []
    for part in test.elements where ["gt", "gte", "lt", "lte"].contains(part.name) {
      if let value = part.first("baseValue") { bounds.append(value.trimmedText) }
    }
    guard bounds.count == 2 else { return nil }
    let interval =
      NumberInterval(from: bounds[0], to: bounds[1])
      ?? NumberInterval(from: bounds[1], to: bounds[0])
    return interval.map { ($0.number.plain, $0) }
  }
}
