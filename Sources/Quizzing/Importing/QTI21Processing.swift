import Banks
import Foundation

/// Evaluates the response processing of a QTI 2.1 item: the standard templates, and custom rules as
/// far as a single response decides.
struct QTI21Processing {
  /// A value of a variable or an expression.
  enum Value: Equatable {
    case null
    case texts([String])
    case truth(Bool)

    static func number(_ number: Double) -> Value { .texts(["\(number)"]) }

    var texts: [String] { if case .texts(let texts) = self { texts } else { [] } }
    var number: Double? { texts.count == 1 ? Double(texts[0]) : nil }
    var isTrue: Bool { self == .truth(true) }
  }

  let item: MarkupElement
  let response: String
  private let declaration: MarkupElement?
  private let rules: MarkupElement?
  private let template: String
  /// The outcome variables before a response is processed.
  private let start: [String: Value]
  /// The correct values that the declaration lists.
  let correct: [String]
  private let mapping: MarkupElement?
  /// Whether the answer is a number.
  let isNumber: Bool

  init(_ item: MarkupElement, response: String) {
    self.item = item
    self.response = response
    declaration = item.all("responseDeclaration").first { $0["identifier"] == response }
    rules = item.first("responseProcessing")
    let path = rules?["template"] ?? rules?["templateLocation"] ?? ""
    template = (path.split(separator: "/").last.map(String.init) ?? "").replacing(".xml", with: "")
    correct = declaration?.first("correctResponse")?.all("value").map(\.trimmedText) ?? []
    mapping = declaration?.first("mapping")
    isNumber = ["float", "integer"].contains(declaration?["baseType"] ?? "")
    var start: [String: Value] = [:]
    for declared in item.all("outcomeDeclaration") {
      let values = declared.first("defaultValue")?.all("value").map(\.trimmedText) ?? []
      let isNumber = ["float", "integer"].contains(declared["baseType"] ?? "")
      start[declared["identifier"] ?? ""] =
        values.isEmpty ? (isNumber ? .number(0) : .null) : .texts(values)
    }
    self.start = start
  }

  // MARK: Declarations

  var isMultiple: Bool { declaration?["cardinality"] == "multiple" }

  private func number(of outcome: String) -> Double? {
    item.all("outcomeDeclaration").first { $0["identifier"] == outcome }?.first("defaultValue")?
      .first("value").flatMap { Double($0.trimmedText) }
  }

  /// The largest score, if the item declares it.
  var maximum: Double? {
    if let maximum = number(of: "MAXSCORE"), maximum > 0 { return maximum }
    let declared = item.all("outcomeDeclaration").first { $0["identifier"] == "SCORE" }
    return declared?["normalMaximum"].flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The points of the question, if the item declares them.
  var points: Double? {
    if let maximum { return maximum }
    guard usesMapping else { return nil }
    if let bound = mapping?["upperBound"].flatMap({ Double($0) }) { return bound }
    let values = mapping?.all("mapEntry").compactMap { Double($0["mappedValue"] ?? "") } ?? []
    return isMultiple ? values.filter { $0 > 0 }.reduce(0, +) : values.max()
  }

  // MARK: Rules

  private var usesMapping: Bool {
    template == "map_response" || rules?.descendants("mapResponse").isEmpty == false
  }

  /// Returns the outcome variables after a response is processed.
  func outcomes(of values: [String]) throws(ScoredResponses.UnknownRule) -> [String: Value] {
    var variables = start
    variables[response] = values.isEmpty ? .null : .texts(values)
    switch template {
    case "match_correct", "CC2_match", "cc2_match":
      let isRight = Self.match(.texts(values), .texts(correct), isNumber: isNumber)
      variables["SCORE"] = .number(isRight ? maximum ?? 1 : 0)
    case "map_response", "CC2_map_response": variables["SCORE"] = .number(mapped(values))
    case "":
      for rule in rules?.elements ?? [] {
        guard try follow(rule, &variables) else { break }
      }
    default: throw ScoredResponses.UnknownRule()
    }
    return variables
  }

  /// Executes a rule; returns false if it ends the processing.
  private func follow(
    _ rule: MarkupElement, _ variables: inout [String: Value]
  ) throws(ScoredResponses.UnknownRule) -> Bool {
    switch rule.name {
    case "responseCondition":
      for branch in rule.elements {
        let parts = branch.elements
        var body = parts[...]
        if branch.name != "responseElse" {
          guard let test = parts.first else { continue }
          guard try value(test, variables).isTrue else { continue }
          body = parts.dropFirst()
        }
        for rule in body {
          guard try follow(rule, &variables) else { return false }
        }
        return true
      }
      return true
    case "setOutcomeValue":
      guard let expression = rule.elements.first else { throw ScoredResponses.UnknownRule() }
      variables[rule["identifier"] ?? ""] = try value(expression, variables)
      return true
    case "exitResponse": return false
    case "responseProcessingFragment":
      for rule in rule.elements {
        guard try follow(rule, &variables) else { return false }
      }
      return true
    default: throw ScoredResponses.UnknownRule()
    }
  }

  // MARK: Expressions

  private func value(
    _ expression: MarkupElement, _ variables: [String: Value]
  ) throws(ScoredResponses.UnknownRule) -> Value {
    var parts: [Value] = []
    for part in expression.elements { parts.append(try value(part, variables)) }
    func pair() throws(ScoredResponses.UnknownRule) -> (Value, Value) {
      guard parts.count == 2 else { throw ScoredResponses.UnknownRule() }
      return (parts[0], parts[1])
    }
    func numbers() throws(ScoredResponses.UnknownRule) -> (Double, Double)? {
      let (a, b) = try pair()
      guard let a = a.number, let b = b.number else { return nil }
      return (a, b)
    }
    switch expression.name {
    case "variable": return variables[expression["identifier"] ?? ""] ?? .null
    case "correct":
      guard expression["identifier"] == response else { throw ScoredResponses.UnknownRule() }
      return correct.isEmpty ? .null : .texts(correct)
    case "mapResponse":
      guard expression["identifier"] == response else { throw ScoredResponses.UnknownRule() }
      return .number(mapped(variables[response]?.texts ?? []))
    case "baseValue":
      switch expression.trimmedText {
      case "true" where expression["baseType"] == "boolean": return .truth(true)
      case "false" where expression["baseType"] == "boolean": return .truth(false)
      case let text: return .texts([text])
      }
    case "null": return .null
    case "isNull": return .truth(parts.first == .null)
    case "not": return .truth(parts.first?.isTrue == false)
    case "and": return .truth(parts.allSatisfy(\.isTrue))
    case "or": return .truth(parts.contains(where: \.isTrue))
    case "multiple", "ordered": return .texts(parts.flatMap(\.texts))
    case "match":
      let (a, b) = try pair()
      return .truth(Self.match(a, b, isNumber: isNumber))
    case "member":
      let (a, b) = try pair()
      return .truth(a.texts.count == 1 && b.texts.contains(a.texts[0]))
    case "contains":
      let (a, b) = try pair()
      return .truth(!b.texts.isEmpty && b.texts.allSatisfy(a.texts.contains))
    case "stringMatch":
      let (a, b) = try pair()
      guard expression["substring"] != "true" else { throw ScoredResponses.UnknownRule() }
      let isExact = expression["caseSensitive"] != "false"
      return .truth(
        !a.texts.isEmpty
          && (isExact ? a == b : a.texts.map { $0.lowercased() } == b.texts.map { $0.lowercased() })
      )
    case "equal", "equalRounded":
      let (a, b) = try pair()
      return .truth(Self.isEqual(expression, a, b))
    case "gt": return .truth(try numbers().map { $0 > $1 } ?? false)
    case "gte": return .truth(try numbers().map { $0 >= $1 - 1e-12 * abs($1) } ?? false)
    case "lt": return .truth(try numbers().map { $0 < $1 } ?? false)
    case "lte": return .truth(try numbers().map { $0 <= $1 + 1e-12 * abs($1) } ?? false)
    case "sum": return .number(parts.flatMap(\.texts).reduce(0) { $0 + (Double($1) ?? 0) })
    case "product": return .number(parts.flatMap(\.texts).reduce(1) { $0 * (Double($1) ?? 0) })
    case "subtract": return try numbers().map { .number($0 - $1) } ?? .null
    case "divide": return try numbers().map { .number($1 == 0 ? 0 : $0 / $1) } ?? .null
    case "containerSize": return .number(Double(parts.first?.texts.count ?? 0))
    default: throw ScoredResponses.UnknownRule()
    }
  }

  private static func match(_ a: Value, _ b: Value, isNumber: Bool) -> Bool {
    guard !a.texts.isEmpty, a.texts.count == b.texts.count else { return a == b && a != .null }
    if a.texts.sorted() == b.texts.sorted() { return true }
    guard let x = a.number, let y = b.number else { return false }
    return isNumber && x == y
  }

  private static func isEqual(_ test: MarkupElement, _ a: Value, _ b: Value) -> Bool {
    // The tolerance is centred on the first value.
    guard let x = a.texts.first, let y = b.number, let interval = interval(test, x) else {
      return false
    }
    return abs(y - interval.number.double) <= interval.margin.double * (1 + 1e-9)
      || interval.number.double == y
  }

  /// Returns the numbers that an equality test accepts around a number.
  static func interval(_ test: MarkupElement, _ number: String) -> NumberInterval? {
    if test.name == "equalRounded" {
      guard let figures = Int(test["figures"] ?? ""), (0...12).contains(figures),
        test["roundingMode"] == "decimalPlaces"
      else { return nil }
      return NumberInterval(number, margin: "\(0.5 * pow(10, -Double(figures)))")
    }
    let parts = (test["tolerance"] ?? "0").split(separator: " ").map(String.init)
    guard let value = NumberInterval.decimal(number), let first = parts.first,
      let below = NumberInterval.decimal(first),
      let above = NumberInterval.decimal(parts.count > 1 ? parts[1] : first)
    else { return nil }
    switch test["toleranceMode"] ?? "exact" {
    case "absolute":
      if below == above { return NumberInterval(number, margin: first) }
      return NumberInterval(from: "\(value - below)", to: "\(value + above)")
    case "relative":
      let size = abs(value) / 100
      if below == above { return NumberInterval(number, margin: "\(size * below)") }
      return NumberInterval(from: "\(value - size * below)", to: "\(value + size * above)")
    default: return NumberInterval(number)
    }
  }

  private func mapped(_ values: [String]) -> Double {
    guard let mapping else { return 0 }
    let entries = mapping.all("mapEntry")
    let missing = Double(mapping["defaultValue"] ?? "0") ?? 0
    var sum = 0.0
    for value in Set(values) {
      let entry = entries.first { entry in
        let key = entry["mapKey"] ?? ""
        if isNumber, let a = Double(key), let b = Double(value) { return a == b }
        return entry["caseSensitive"] == "false"
          ? key.lowercased() == value.lowercased() : key == value
      }
      sum += entry.flatMap { Double($0["mappedValue"] ?? "") } ?? missing
    }
    if let bound = mapping["lowerBound"].flatMap({ Double($0) }) { sum = max(bound, sum) }
    if let bound = mapping["upperBound"].flatMap({ Double($0) }) { sum = min(bound, sum) }
    return sum
  }
}
