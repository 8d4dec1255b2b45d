public import Files
public import Foundation
public import Text

/// A table as saved by spreadsheets and platforms: in any encoding, with any separator, and with
/// the marks that make Excel keep a text as text.
public struct SpreadsheetTable: Sendable {
  /// The nonempty rows.
  public let rows: [CSV.Row]
  /// Remarks on what had to be guessed.
  public let remarks: [Phrase]

  /// Reads a table from the bytes of a file, whose name appears in errors.
  public init(_ data: Data, _ file: String) throws(RosterError) {
    let decoded = try RosterText(data, file)
    var text = decoded.text[...]
    if text.first == "\u{FEFF}" { text = text.dropFirst() }
    var separator: Unicode.Scalar?
    // A line of Excel's own that declares the separator.
    if let found = text.prefixMatch(of: #/"?sep=(.)"?\r?\n/#) {
      separator = found.1.unicodeScalars.first
      text = text[found.range.upperBound...]
    }
    do {
      rows = try CSV.rows(String(text), separator: separator ?? Self.separator(of: text))
        .compactMap { row in
          let fields = row.fields.map(Self.withoutFormula)
          let isBlank = fields.allSatisfy { $0.allSatisfy(\.isWhitespace) }
          return isBlank ? nil : CSV.Row(line: row.line, fields: fields)
        }
    } catch {
      throw RosterError.table(file, error)
    }
    remarks =
      decoded.guess.map { guess in
        let name = URL(fileURLWithPath: file).lastPathComponent
        return [
          Phrase(
            "\(name) does not say its encoding; read as \(guess.english)",
            zh: "\(name) 没有注明编码；按 \(guess.chinese) 读取")
        ]
      } ?? []
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `RosterError.unreadable`.
  public static func data(of file: URL) throws(RosterError) -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      throw .unreadable(file.path, reason: Phrase(reasonOf: error))
    }
  }

  /// Unwraps `="0012"`, which tells a spreadsheet that 0012 is a text.
  private static func withoutFormula(_ field: String) -> String {
    guard field.hasPrefix("=\""), field.hasSuffix("\""), field.count > 2 else { return field }
    return String(field.dropFirst(2).dropLast())
  }

  /// Detects the separator; some locales' spreadsheets write semicolons or tabs, and those in
  /// quotes do not count.
  private static func separator(of text: Substring) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    var lines = 0
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" {
        lines += 1
        if lines > 2 { break }
      }
      counts[scalar, default: 0] += 1
    }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }
}
