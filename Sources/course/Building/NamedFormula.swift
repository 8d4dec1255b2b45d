import Coursework
import Foundation

/// A formula for whose types the compiler searched in vain until it gave up.
///
/// The search is long because of what is expected of the formula: `return -(Y * log(A)) / m` in a
/// function that returns a number. With a name of its own, the formula has its own type, which is
/// found at once, and the statement that uses the name has the error that a learner can act on.
///
/// ```swift
/// let formula = -(Y * log(A)) / m; return formula
/// ```
struct NamedFormula {
  /// The lines of the formula in the file, from 1.
  let lines: ClosedRange<Int>
  /// The formula's place in the file's bytes.
  private let place: Range<Int>
  /// The place of the statement's beginning, such as `return` or `cost =`.
  private let statement: Range<Int>
  private let source: [UInt8]

  /// Whether an error says that the compiler gave up.
  static func isNeeded(for error: PackageBuild.Diagnostic) -> Bool {
    error.message.contains("unable to type-check this expression in reasonable time")
  }

  /// Whether an error of a named formula is one of the formula as the learner wrote it: that it has
  /// another type than is expected.
  ///
  /// An error of any other kind may come from the naming. So may the type `Int`, which literals have
  /// where nothing is expected of them.
  static func isTrue(_ error: PackageBuild.Diagnostic) -> Bool {
    error.message.hasPrefix("cannot ") && error.message.contains(" of type '")
      && !error.message.contains("Int")
  }

  /// Finds the formula that begins where the compiler says; nil if its statement is none of a
  /// `return`, a value or an assignment.
  init?(at error: PackageBuild.Diagnostic, in text: String) {
    source = Array(text.utf8)
    var start = 0
    for _ in 1..<max(error.line, 1) {
      guard let newline = source[start...].firstIndex(of: Self.newline) else { return nil }
      start = newline + 1
    }
    let first = start + error.column - 1
    guard first < source.count, !source[start..<first].contains(Self.newline) else { return nil }
    let opening = source[start..<first].lastIndex { "{;".utf8.contains($0) }
    statement = (opening.map { $0 + 1 } ?? start)..<first
    let word = String(decoding: source[statement], as: UTF8.self).split(separator: " ").first ?? ""
    guard !["if", "else", "while", "for", "guard", "switch", "case"].contains(word) else {
      return nil
    }
    place = first..<Self.end(of: first, in: source)
    lines = error.line...(error.line + source[place].count { $0 == Self.newline })
  }

  /// Returns the file's text in which each of the formulas has a name.
  ///
  /// Every line keeps its number.
  static func naming(_ formulas: [NamedFormula], in text: String) -> String {
    var bytes = Array(text.utf8)
    for one in formulas.sorted(by: { $0.place.lowerBound > $1.place.lowerBound }) {
      let use = String(decoding: one.source[one.statement], as: UTF8.self)
      let isValue = use.allSatisfy { $0 == " " || $0 == "\t" }
      bytes.replaceSubrange(
        one.place.upperBound..<one.place.upperBound,
        with: ";\(isValue ? " return " : use)formula".utf8)
      bytes.replaceSubrange(one.statement, with: " let formula = ".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let operators = Set("+-*/.<>=&|?:%".utf8)

  /// Returns the end of an expression: before a closing bracket or a semicolon, or at the end of a
  /// line that neither ends with an operator nor is continued by one.
  private static func end(of start: Int, in source: [UInt8]) -> Int {
    var (index, end, depth) = (start, start, 0)
    while index < source.count {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "\""):
        index = source[(index + 1)...].firstIndex(of: byte) ?? index
      case UInt8(ascii: "/") where source[(index + 1)...].first == byte:
        index = source[index...].firstIndex(of: newline) ?? source.count
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return end }
        depth -= 1
      case UInt8(ascii: ";") where depth == 0:
        return end
      case newline where depth == 0:
        let next = source[index...].first { !" \t\n".utf8.contains($0) }
        let isContinued =
          (end > start && operators.contains(source[end - 1]))
          || next.map(operators.contains) ?? false
        if !isContinued { return end }
      default:
        break
      }
      index += 1
      if !" \t\n".utf8.contains(byte) { end = index }
    }
    return end
  }
}
