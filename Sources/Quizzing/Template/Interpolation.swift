import Basics

/// A text with `{{ expression }}` and `{{ expression | format }}` in it.
struct Interpolation: Sendable {
  enum Piece: Sendable {
    case text(Substring)
    case value(Expression, source: String, format: NumberFormat)
  }

  var pieces: [Piece] = []

  /// - Throws: what is wrong, and on which line of the text (from 0).
  init(_ text: String) throws(Failure) {
    var rest = text[...]
    while let open = firstPair(of: "{", in: rest) {
      if open.lowerBound > rest.startIndex, rest[rest.index(before: open.lowerBound)] == "\\" {
        pieces.append(.text(rest[..<rest.index(before: open.lowerBound)]))
        pieces.append(.text(rest[open]))
        rest = rest[open.upperBound...]
        continue
      }
      let line = text[..<open.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") }
      pieces.append(.text(rest[..<open.lowerBound]))
      guard let close = firstPair(of: "}", in: rest[open.upperBound...]) else {
        throw Failure(line: line, error: .unclosedBraces)
      }
      do throws(TemplateError) {
        pieces.append(try Self.value(rest[open.upperBound..<close.lowerBound]))
      } catch {
        throw Failure(line: line, error: error)
      }
      rest = rest[close.upperBound...]
    }
    pieces.append(.text(rest))
  }

  struct Failure: Error {
    var line: Int
    var error: TemplateError
  }

  /// The text with the values filled in.
  static func fill(_ text: String, _ values: [String: Double]) throws(TemplateError) -> String {
    do throws(Failure) {
      return try Interpolation(text).string(values)
    } catch {
      throw error.error
    }
  }

  private func string(_ values: [String: Double]) throws(Failure) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .value(let expression, let source, let format):
        do throws(TemplateError) {
          let number = try expression.value(values)
          guard number.isFinite else { throw .notFinite(source) }
          result += format.string(number)
        } catch {
          throw Failure(line: 0, error: error)
        }
      }
    }
    return result
  }

  private static func value(_ text: Substring) throws(TemplateError) -> Piece {
    let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let source = halves[0].split(separator: " ").joined(separator: " ")
    let format =
      halves.count == 2 ? try NumberFormat(halves[1].filter { $0 != " " }) : .shortest
    return .value(try ExpressionParser.expression(source), source: source, format: format)
  }
}
