import Foundation

/// An arithmetic expression over a template's variables, such as `floor((n + 2 * p - f) / s) + 1`.
indirect enum Expression: Equatable, Sendable {
  case number(Double)
  case name(String)
  case negation(Expression)
  case binary(Operator, Expression, Expression)
  case call(Function, [Expression])

  enum Operator: Character, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case power = "^"
  }

  enum Function: String, CaseIterable, Sendable {
    case floor, ceil, round, sqrt, abs, exp, log, log2, log10, tanh, min, max, mod

    var arity: Int {
      switch self {
      case .min, .max, .mod: 2
      default: 1
      }
    }
  }

  /// The expression's value; not a number or infinite where it has none.
  ///
  /// - Throws: ``TemplateError/unknownName(_:)``.
  func value(_ values: [String: Double]) throws(TemplateError) -> Double {
    switch self {
    case .number(let number): return number
    case .name(let name):
      guard let value = values[name] else { throw .unknownName(name) }
      return value
    case .negation(let operand): return -(try operand.value(values))
    case .binary(let symbol, let left, let right):
      let (a, b) = (try left.value(values), try right.value(values))
      switch symbol {
      case .plus: return a + b
      case .minus: return a - b
      case .times: return a * b
      case .divided: return a / b
      case .power: return pow(a, b)
      }
    case .call(let function, let arguments):
      let a = try arguments[0].value(values)
      switch function {
      case .floor: return a.rounded(.down)
      case .ceil: return a.rounded(.up)
      case .round: return a.rounded(.toNearestOrAwayFromZero)
      case .sqrt: return a.squareRoot()
      case .abs: return Swift.abs(a)
      case .exp: return Foundation.exp(a)
      case .log: return Foundation.log(a)
      case .log2: return Foundation.log2(a)
      case .log10: return Foundation.log10(a)
      case .tanh: return Foundation.tanh(a)
      case .min: return Swift.min(a, try arguments[1].value(values))
      case .max: return Swift.max(a, try arguments[1].value(values))
      case .mod:
        let b = try arguments[1].value(values)
        return a - b * (a / b).rounded(.down)
      }
    }
  }
}

/// A comparison, or several joined by `and` and `or` (`and` binds closer).
struct Condition: Equatable, Sendable {
  struct Comparison: Equatable, Sendable {
    var left: Expression
    var relation: Relation
    var right: Expression
  }

  enum Relation: String, CaseIterable, Sendable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// True when every comparison of any of these groups holds.
  var alternatives: [[Comparison]]

  func holds(_ values: [String: Double]) throws(TemplateError) -> Bool {
    for group in alternatives {
      var all = true
      for comparison in group where all {
        all = try comparison.holds(values)
      }
      if all { return true }
    }
    return false
  }
}

extension Condition.Comparison {
  /// Compares with a slack of 1e-9, so that `0.1 + 0.2 == 0.3` holds as its author expects.
  func holds(_ values: [String: Double]) throws(TemplateError) -> Bool {
    let (a, b) = (try left.value(values), try right.value(values))
    let same = abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    switch relation {
    case .equal: return same
    case .unequal: return !same
    case .less: return a < b && !same
    case .lessOrEqual: return a < b || same
    case .greater: return a > b && !same
    case .greaterOrEqual: return a > b || same
    }
  }
}
