import Foundation

/// An arithmetic expression over a template's variables, such as `floor((n + 2 * p - f) / s) + 1`.
indirect enum Expression: Equatable, Sendable {
  case number(ExactNumber)
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

  /// Returns the expression's value; NaN or infinite where it is undefined.
  ///
  /// Arithmetic, integer powers and roots of squares are exact; the other functions round.
  ///
  /// - Throws: ``TemplateError/unknownName(_:)``.
  func value(_ values: [String: ExactNumber]) throws(TemplateError) -> ExactNumber {
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
      case .power: return a.power(b)
      }
    case .call(let function, let arguments):
      let a = try arguments[0].value(values)
      switch function {
      case .floor: return a.floor()
      case .ceil: return -(-a).floor()
      case .round: return a.double < 0 ? -(0.5 - a).floor() : (a + 0.5).floor()
      case .sqrt: return a.squareRoot()
      case .abs: return a.double < 0 ? -a : a
      case .exp: return ExactNumber(rounded: Foundation.exp(a.double))
      case .log: return ExactNumber(rounded: Foundation.log(a.double))
      case .log2: return ExactNumber(rounded: Foundation.log2(a.double))
      case .log10: return ExactNumber(rounded: Foundation.log10(a.double))
      case .tanh: return ExactNumber(rounded: Foundation.tanh(a.double))
      case .min, .max:
        let b = try arguments[1].value(values)
        return (b.double < a.double) == (function == .min) ? b : a
      case .mod:
        let b = try arguments[1].value(values)
        return a - b * (a / b).floor()
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

  /// The groups of comparisons; the condition holds if all comparisons of any group hold.
  var alternatives: [[Comparison]]

  func holds(_ values: [String: ExactNumber]) throws(TemplateError) -> Bool {
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
  /// Evaluates the condition, comparing exact numbers exactly and others with a slack of 1e-9.
  func holds(_ values: [String: ExactNumber]) throws(TemplateError) -> Bool {
    let (a, b) = (try left.value(values), try right.value(values))
    let difference = a - b
    let sign =
      if let fraction = difference.fraction {
        Int(fraction.numerator.signum())
      } else {
        abs(difference.double) <= 1e-9 * max(1, abs(a.double), abs(b.double))
          ? 0 : difference.double < 0 ? -1 : 1
      }
    return switch relation {
    case .equal: sign == 0
    case .unequal: sign != 0
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }
}
