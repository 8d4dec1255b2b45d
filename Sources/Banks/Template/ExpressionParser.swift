import Text

/// Parses expressions and conditions by recursive descent.
///
///     expression = term { ("+" | "-") term }
///     term       = factor { ("*" | "/") factor }
///     factor     = "-" factor | atom [ "^" factor ]
///     atom       = number | name [ "(" expression { "," expression } ")" ] | "(" expression ")"
struct ExpressionParser {
  private enum Token: Equatable {
    case number(ExactNumber)
    case name(String)
    case symbol(String)
    case end

    var shown: Phrase {
      switch self {
      case .number(let number):
        let text = NumberFormat.shortest.string(of: number)
        return Phrase("“\(text)”", zh: "“\(text)”")
      case .name(let text), .symbol(let text): return Phrase("“\(text)”", zh: "“\(text)”")
      case .end: return Phrase("the end", zh: "结尾")
      }
    }
  }

  private var tokens: [Token] = []
  private var position = 0
  private var depth = 0

  static func expression(_ text: String) throws(TemplateError) -> Expression {
    var parser = try ExpressionParser(text)
    let expression = try parser.expression()
    try parser.expectEnd()
    return expression
  }

  static func condition(_ text: String) throws(TemplateError) -> Condition {
    var parser = try ExpressionParser(text)
    var alternatives = [[try parser.comparison()]]
    while true {
      if parser.take(.name("and")) {
        alternatives[alternatives.count - 1].append(try parser.comparison())
      } else if parser.take(.name("or")) {
        alternatives.append([try parser.comparison()])
      } else {
        try parser.expectEnd()
        return Condition(alternatives: alternatives)
      }
    }
  }

  // MARK: Grammar

  private mutating func comparison() throws(TemplateError) -> Condition.Comparison {
    let left = try expression()
    guard case .symbol(let text) = current, let relation = Condition.Relation(rawValue: text)
    else {
      throw .unexpected(
        found: current.shown, expected: Phrase("a comparison such as “!=”", zh: "“!=”这样的比较"))
    }
    position += 1
    return Condition.Comparison(left: left, relation: relation, right: try expression())
  }

  private mutating func expression() throws(TemplateError) -> Expression {
    try descend()
    defer { depth -= 1 }
    var result = try term()
    while true {
      if take(.symbol("+")) {
        result = .binary(.plus, result, try term())
      } else if take(.symbol("-")) {
        result = .binary(.minus, result, try term())
      } else {
        return result
      }
    }
  }

  private mutating func term() throws(TemplateError) -> Expression {
    var result = try factor()
    while true {
      if take(.symbol("*")) {
        result = .binary(.times, result, try factor())
      } else if take(.symbol("/")) {
        result = .binary(.divided, result, try factor())
      } else {
        return result
      }
    }
  }

  private mutating func factor() throws(TemplateError) -> Expression {
    try descend()
    defer { depth -= 1 }
    if take(.symbol("-")) { return .negation(try factor()) }
    let base = try atom()
    return take(.symbol("^")) ? .binary(.power, base, try factor()) : base
  }

  private mutating func atom() throws(TemplateError) -> Expression {
    switch current {
    case .number(let number):
      position += 1
      return .number(number)
    case .name(let name):
      position += 1
      return take(.symbol("(")) ? try call(name) : .name(name)
    case .symbol("("):
      position += 1
      let inner = try expression()
      try expect(")")
      return inner
    default:
      throw .unexpected(
        found: current.shown, expected: Phrase("a number, a name or “(”", zh: "数、名称或“(”"))
    }
  }

  private mutating func call(_ name: String) throws(TemplateError) -> Expression {
    guard let function = Expression.Function(rawValue: name) else { throw .unknownFunction(name) }
    var arguments = [try expression()]
    while take(.symbol(",")) { arguments.append(try expression()) }
    try expect(")")
    guard arguments.count == function.arity else {
      throw .wrongArity(function: name, expected: function.arity, got: arguments.count)
    }
    return .call(function, arguments)
  }

  // MARK: Tokens

  private var current: Token { tokens[position] }

  private mutating func take(_ token: Token) -> Bool {
    guard current == token else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(TemplateError) {
    guard take(.symbol(symbol)) else {
      throw .unexpected(found: current.shown, expected: Phrase("“\(symbol)”", zh: "“\(symbol)”"))
    }
  }

  private func expectEnd() throws(TemplateError) {
    guard current == .end else {
      throw .unexpected(
        found: current.shown, expected: Phrase("an operator or the end", zh: "运算符或结尾"))
    }
  }

  private mutating func descend() throws(TemplateError) {
    depth += 1
    guard depth <= 100 else { throw .tooDeep }
  }

  private init(_ text: String) throws(TemplateError) {
    let scalars = text.unicodeScalars
    guard scalars.count <= 500 else { throw .tooLong }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      var end = scalars.index(after: index)
      func extend(while belongs: (Unicode.Scalar) -> Bool) {
        while end < scalars.endIndex, belongs(scalars[end]) { end = scalars.index(after: end) }
      }
      if scalar == " " || scalar == "\t" {
        index = end
        continue
      }
      if Self.isDigit(scalar) {
        extend { Self.isDigit($0) || $0 == "." }
        end = Self.endOfExponent(in: scalars, from: end)
        let word = String(scalars[index..<end])
        guard let number = ExactNumber(decimal: word) else { throw .badNumber(word) }
        tokens.append(.number(number))
      } else if Self.isLetter(scalar) {
        extend { Self.isLetter($0) || Self.isDigit($0) }
        tokens.append(.name(String(scalars[index..<end])))
      } else {
        if end < scalars.endIndex, scalars[end] == "=", "=!<>".unicodeScalars.contains(scalar) {
          end = scalars.index(after: end)
        }
        tokens.append(.symbol(String(scalars[index..<end])))
      }
      index = end
    }
    tokens.append(.end)
  }

  /// Returns the end of an exponent such as `e-10`, which may follow the digits of a number; `from`
  /// if there is none.
  private static func endOfExponent(
    in scalars: String.UnicodeScalarView, from start: String.UnicodeScalarIndex
  ) -> String.UnicodeScalarIndex {
    var rest = scalars[start...]
    guard let mark = rest.popFirst(), mark == "e" || mark == "E" else { return start }
    if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
    let digits = rest.prefix { isDigit($0) }
    return digits.isEmpty ? start : digits.endIndex
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "a" && scalar <= "z" || scalar >= "A" && scalar <= "Z" || scalar == "_"
  }
}
