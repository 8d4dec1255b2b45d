import Banks
import Foundation

/// Evaluates the response processing of a QTI 1.2 item.
struct QTIProcessing {
  private let conditions: [MarkupElement]
  private let variable: String
  /// The largest score, if the file declares it.
  let maximum: Double?
  /// Whether the answer is a choice of options.
  private let isChoice: Bool

  init(_ item: MarkupElement) {
    conditions = item.all("resprocessing").flatMap { $0.all("respcondition") }
    isChoice = !item.descendants("response_lid").isEmpty
    let variables = item.descendants("decvar")
    let declared = variables.first { ($0["varname"] ?? "SCORE") == "SCORE" } ?? variables.first
    variable = declared?["varname"] ?? "SCORE"
    maximum = declared?["maxvalue"].flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Returns the score of a response, and the names of the feedback that is shown.
  func outcome(
    of response: [String]
  ) throws(ScoredResponses.UnknownRule) -> (score: Double, shown: [String]) {
    var score = 0.0
    var shown: [String] = []
    var hasScored = false
    for condition in conditions {
      guard let test = condition.first("conditionvar"),
        try holds(test, response, isOther: !hasScored)
      else { continue }
      for change in condition.all("setvar") where (change["varname"] ?? "SCORE") == variable {
        let value = Double(change.trimmedText) ?? 0
        switch change["action"] ?? "Set" {
        case "Add": score += value
        case "Subtract": score -= value
        case "Multiply": score *= value
        case "Divide": score = value == 0 ? score : score / value
        default: score = value
        }
        hasScored = true
      }
      shown += condition.all("displayfeedback").compactMap { $0["linkrefid"] }
      if condition["continue"] != "Yes" { break }
    }
    return (score, shown)
  }

  private func holds(
    _ test: MarkupElement, _ response: [String], isOther: Bool
  ) throws(ScoredResponses.UnknownRule) -> Bool {
    func number(_ test: MarkupElement) -> (Decimal, Decimal)? {
      guard let mine = response.first.flatMap(NumberInterval.decimal),
        let theirs = NumberInterval.decimal(test.text)
      else { return nil }
      return (mine, theirs)
    }
    switch test.name {
    case "conditionvar" where isAlternatives(test):
      for part in test.elements where try holds(part, response, isOther: isOther) {
        return true
      }
      return false
    case "conditionvar", "and":
      for part in test.elements {
        guard try holds(part, response, isOther: isOther) else { return false }
      }
      return true
    case "or":
      for part in test.elements where try holds(part, response, isOther: isOther) {
        return true
      }
      return false
    case "not":
      for part in test.elements where try holds(part, response, isOther: isOther) {
        return false
      }
      return true
    case "varequal":
      let value = test.trimmedText
      if let (mine, theirs) = number(test), mine == theirs { return true }
      return response.contains {
        test["case"] == "Yes" ? $0 == value : $0.lowercased() == value.lowercased()
      }
    case "vargte": return number(test).map { $0 >= $1 } ?? false
    case "vargt": return number(test).map { $0 > $1 } ?? false
    case "varlte": return number(test).map { $0 <= $1 } ?? false
    case "varlt": return number(test).map { $0 < $1 } ?? false
    case "varsubstring": return false
    case "other": return isOther
    case "unanswered": return response.isEmpty
    case "material", "var_extension", "durlte", "durgte": return false
    default: throw ScoredResponses.UnknownRule()
    }
  }

  /// Returns whether a test lists alternative texts, which is how Canvas lists accepted answers.
  private func isAlternatives(_ test: MarkupElement) -> Bool {
    test.elements.count > 1 && test.elements.allSatisfy { $0.name == "varequal" }
      && !isChoice
  }

  // MARK: The answers that the rules mention

  private var tests: [MarkupElement] {
    conditions.compactMap { $0.first("conditionvar") }
  }

  private var equalities: [MarkupElement] { tests.flatMap { $0.descendants("varequal") } }

  var isCaseSensitive: Bool { equalities.contains { $0["case"] == "Yes" } }

  var hasOpenBounds: Bool {
    tests.contains { !$0.descendants("vargt").isEmpty || !$0.descendants("varlt").isEmpty }
  }

  /// The texts that are right wherever they occur in an answer.
  var substrings: [String] {
    tests.flatMap { $0.descendants("varsubstring") }.map(\.trimmedText)
  }

  func texts() -> [ForeignQuestion.Answer] {
    var texts: [String] = []
    for value in equalities.map(\.trimmedText) where !texts.contains(value) && !value.isEmpty {
      texts.append(value)
    }
    return texts.map { ForeignQuestion.Answer(text: $0, share: 0, explanation: "") }
  }

  /// Returns whether a number occurs only between bounds, and nowhere by itself.
  func isRange(_ interval: NumberInterval) -> Bool {
    interval.margin > 0
      && !equalities.contains { NumberInterval.decimal($0.text) == interval.number }
  }

  /// Returns the numbers, each with the bounds beside it.
  func numbers() -> [ForeignQuestion.Answer] {
    var answers: [ForeignQuestion.Answer] = []
    func add(_ text: String, _ interval: NumberInterval?) {
      guard !answers.contains(where: { $0.interval == interval && $0.interval != nil }) else {
        return
      }
      answers.append(
        ForeignQuestion.Answer(text: text, share: 0, explanation: "", interval: interval))
    }
    for test in tests {
      let bounded = ([test] + test.descendants).filter { part in
        part.elements.contains { $0.name.hasPrefix("varg") }
          && part.elements.contains { $0.name.hasPrefix("varl") }
      }
      var intervals: [NumberInterval] = []
      for part in bounded {
        guard let low = part.elements.first(where: { $0.name.hasPrefix("varg") }),
          let high = part.elements.first(where: { $0.name.hasPrefix("varl") }),
          let interval = NumberInterval(from: low.text, to: high.text)
        else { continue }
        intervals.append(interval)
      }
      for equality in test.descendants("varequal") {
        let text = equality.trimmedText
        // The intended number is listed beside its bounds, nearly at their centre.
        if let number = NumberInterval.decimal(text),
          let place = intervals.firstIndex(where: {
            $0.contains(number) && $0.isCentred(on: number)
          })
        {
          var interval = intervals.remove(at: place)
          interval.number = number
          add(text, interval)
        } else {
          add(text, NumberInterval(text))
        }
      }
      for interval in intervals { add(interval.number.plain, interval) }
    }
    return answers
  }
}

extension NumberInterval {
  /// Returns whether a number is the centre, up to the digits with which bounds are written.
  func isCentred(on other: Decimal) -> Bool {
    abs(other - number) <= abs(margin) * Decimal(sign: .plus, exponent: -3, significand: 1)
  }
}
