/// Comma-separated values as RFC 4180 has them, for two kinds of readers.
enum CSVTable {
  /// Who opens the file.
  enum Reader {
    /// A spreadsheet, which would run a text that begins as a formula does. It gets an apostrophe,
    /// and a mark of the encoding.
    case spreadsheet
    /// A program that takes every field as it is, such as the import of a learning platform.
    case program
  }

  static func text(_ rows: [[String]], for reader: Reader) -> String {
    (reader == .spreadsheet ? "\u{FEFF}" : "") + rows.map { line($0, for: reader) }.joined()
  }

  static func line(_ fields: [String], for reader: Reader) -> String {
    fields.map { field($0, for: reader) }.joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String, for reader: Reader) -> String {
    var text = text
    if reader == .spreadsheet {
      text = Visible.line(text)
      if startsFormula(text) { text = "'" + text }
    }
    // Semicolons and tabulators separate fields where a spreadsheet speaks another language.
    guard text.unicodeScalars.contains(where: { ",;\"\n\r\t".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet might calculate the text; a plain number it may.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else {
      return false
    }
    return text.wholeMatch(of: #/-?[0-9]+(\.[0-9]+)?/#) == nil
  }
}
