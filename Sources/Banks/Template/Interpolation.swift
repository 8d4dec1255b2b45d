import Text

/// A text that may contain `{{ expression }}` and `{{ expression | format }}`.
struct Interpolation: Sendable {
  enum Piece: Sendable {
    case text(Substring)
    case value(Expression, source: String, format: NumberFormat)

    var isBlank: Bool {
      if case .text(let text) = self { Text.isBlank(text) } else { false }
    }
  }

  var pieces: [Piece] = []

  /// - Throws: the error, with its line in the text (from 0).
  init(_ text: String) throws(Failure) {
    var rest = Substring(text)
    while let (before, behind) = halves(rest, at: "{{") {
      rest = behind
      if before.utf8.last == UInt8(ascii: "\\") {
        pieces += [.text(before.dropLast()), .text("{{")]
        continue
      }
      pieces.append(.text(before))
      do throws(TemplateError) {
        guard let (inside, behind) = halves(behind, at: "}}") else { throw .unclosedBraces }
        pieces.append(try Self.value(inside))
        rest = behind
      } catch {
        let line = text[..<before.endIndex].utf8.count { $0 == UInt8(ascii: "\n") }
        throw Failure(line: line, error: error)
      }
    }
    pieces.append(.text(rest))
  }

  struct Failure: Error {
    var line: Int
    var error: TemplateError
  }

  /// Fills the values into a text.
  static func fill(_ text: String, _ values: [String: ExactNumber]) throws(TemplateError) -> String
  {
    do throws(Failure) {
      return try Interpolation(text).string(values)
    } catch {
      throw error.error
    }
  }

  /// Returns the value of a text that consists of a single `{{ h * w }}`; nil for any other text.
  static func soleValue(
    _ text: String, _ values: [String: ExactNumber]
  ) throws(TemplateError) -> ExactNumber? {
    guard let pieces = try? Interpolation(text).pieces.filter({ !$0.isBlank }), pieces.count == 1,
      case .value(let expression, _, _) = pieces[0]
    else { return nil }
    return try expression.value(values)
  }

  private func string(_ values: [String: ExactNumber]) throws(Failure) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .value(let expression, let source, let format):
        do throws(TemplateError) {
          let number = try expression.value(values)
          guard number.double.isFinite else { throw .notFinite(source) }
          result += format.string(of: number)
        } catch {
          throw Failure(line: 0, error: error)
        }
      }
    }
    return result
  }

  private static func value(_ text: Substring) throws(TemplateError) -> Piece {
    let parts = halves(text, at: "|")
    let source = singleSpaced(parts?.0 ?? text)
    var format = NumberFormat.shortest
    if let (_, written) = parts { format = try NumberFormat(written.filter { $0 != " " }) }
    return .value(try ExpressionParser.expression(source), source: source, format: format)
  }
}
