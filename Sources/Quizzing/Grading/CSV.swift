/// Comma-separated values as RFC 4180 has them.
enum CSV {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quotes a field where it must be, and takes the edge off what a spreadsheet would run as a
  /// formula: a text that begins with `=`, `+`, `-` or `@` and is no number gets an apostrophe.
  static func field(_ text: String) -> String {
    var text = printable(text)
    if let first = text.first, "=+-@".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
