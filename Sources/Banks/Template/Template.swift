import Foundation
import Text

/// The variables of a question, declared in its `where` block.
struct Template: Equatable, Sendable {
  enum Declaration: Equatable, Sendable {
    case choice(name: String, values: [ExactNumber])
    case range(name: String, first: ExactNumber, step: ExactNumber, count: Int)
    case computed(name: String, source: String, expression: Expression)
    case requirement(Condition)
  }

  private(set) var declarations: [Declaration] = []
  /// The lines as written, single-spaced, for comparison between languages.
  private(set) var source: [String] = []
  private(set) var names: Set<String> = []

  var isEmpty: Bool { declarations.isEmpty }

  /// The number of combinations before requirements apply; `Int.max` if it is too large.
  var combinations: Int {
    declarations.reduce(1) { product, declaration in
      let (next, overflow) = product.multipliedReportingOverflow(by: declaration.count)
      return overflow ? .max : next
    }
  }

  /// Draws values that meet every requirement.
  ///
  /// - Throws: ``TemplateError/unmetRequirements`` after a thousand draws,
  ///   ``TemplateError/notFinite(_:)``.
  func draw(_ random: inout RandomDraw) throws(TemplateError) -> [String: ExactNumber] {
    if isEmpty { return [:] }
    for _ in 0..<1000 {
      if let values = try values(choosing: { random.index(below: $0) }) { return values }
    }
    throw .unmetRequirements
  }

  /// Returns the values of the combination with this number, from 0; nil if it fails a requirement.
  func values(ofCombination number: Int) throws(TemplateError) -> [String: ExactNumber]? {
    var rest = number
    return try values { count in
      defer { rest /= count }
      return rest % count
    }
  }

  private func values(
    choosing index: (_ count: Int) -> Int
  ) throws(TemplateError) -> [String: ExactNumber]? {
    var values: [String: ExactNumber] = [:]
    for declaration in declarations {
      switch declaration {
      case .choice(let name, let choices):
        values[name] = choices[index(choices.count)]
      case .range(let name, let first, let step, let count):
        values[name] = first + ExactNumber(integerLiteral: index(count)) * step
      case .computed(let name, let source, let expression):
        let value = try expression.value(values)
        guard value.double.isFinite else { throw .notFinite(source) }
        values[name] = value
      case .requirement(let condition):
        guard try condition.holds(values) else { return nil }
      }
    }
    return values
  }

  // MARK: Reading

  /// Parses a line of a `where` block.
  mutating func add(_ line: String) throws(TemplateError) {
    let tokens = words(line[...])
    let shown = tokens.joined(separator: " ")
    source.append(shown)
    if tokens.first == "require" {
      let condition = try ExpressionParser.condition(tokens.dropFirst().joined(separator: " "))
      for comparison in condition.alternatives.joined() {
        try checkNames(in: comparison.left)
        try checkNames(in: comparison.right)
      }
      declarations.append(.requirement(condition))
      return
    }
    guard let (left, right) = halves(shown[...], at: "=") else { throw .badDeclaration(shown) }
    let name = trimmed(left)
    guard case .name? = try? ExpressionParser.expression(name) else { throw .badDeclaration(shown) }
    guard !Self.reservedNames.contains(name) else { throw .reservedName(name) }
    let terms = words(right)
    let declaration: Declaration
    switch terms.first {
    case "choose": declaration = try Self.choice(name, terms.dropFirst())
    case "range": declaration = try Self.range(name, terms.dropFirst())
    default:
      let source = trimmed(right)
      let expression = try ExpressionParser.expression(source)
      try checkNames(in: expression)
      declaration = .computed(name: name, source: source, expression: expression)
    }
    guard names.insert(name).inserted else { throw .repeatedName(name) }
    declarations.append(declaration)
  }

  /// Verifies that an expression uses only variables that are defined.
  func checkNames(in expression: Expression) throws(TemplateError) {
    switch expression {
    case .number: break
    case .name(let name): guard names.contains(name) else { throw .unknownName(name) }
    case .negation(let operand): try checkNames(in: operand)
    case .binary(_, let left, let right):
      try checkNames(in: left)
      try checkNames(in: right)
    case .call(_, let arguments): for argument in arguments { try checkNames(in: argument) }
    }
  }

  private static let reservedNames = Set(
    ["require", "choose", "range", "step", "and", "or"]
      + Expression.Function.allCases.map(\.rawValue))

  private static func number(_ word: some StringProtocol) throws(TemplateError) -> ExactNumber {
    guard let number = ExactNumber(decimal: word), abs(number.double) <= 1e12 else {
      throw .badNumber(String(word))
    }
    return number
  }

  private static func choice(
    _ name: String, _ words: ArraySlice<Substring>
  ) throws(TemplateError) -> Declaration {
    var values: [ExactNumber] = []
    for word in words { values.append(try number(word)) }
    guard !values.isEmpty else { throw .badDeclaration("\(name) = choose") }
    return .choice(name: name, values: values)
  }

  private static func range(
    _ name: String, _ words: ArraySlice<Substring>
  ) throws(TemplateError) -> Declaration {
    let text = words.joined(separator: " ")
    let halves = text.components(separatedBy: " step ")
    let bounds = halves[0].components(separatedBy: "..")
    guard halves.count <= 2, bounds.count == 2 else {
      throw .badDeclaration("\(name) = range \(text)")
    }
    let first = try number(bounds[0].filter { $0 != " " })
    let last = try number(bounds[1].filter { $0 != " " })
    let step = halves.count == 2 ? try number(halves[1].filter { $0 != " " }) : 1
    guard step.double > 0, last.double >= first.double else { throw .emptyRange(text) }
    let count = ((last - first) / step).floor().double + 1
    guard count <= 100_000 else { throw .tooManyValues(text) }
    return .range(name: name, first: first, step: step, count: Int(count))
  }
}

extension Template.Declaration {
  fileprivate var count: Int {
    switch self {
    case .choice(_, let values): values.count
    case .range(_, _, _, let count): count
    case .computed, .requirement: 1
    }
  }
}
