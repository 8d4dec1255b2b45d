import Text

extension CSV {
  /// Formats a table for a spreadsheet, with every character of untrusted text made visible.
  package static func spreadsheet(
    _ rows: [[String]], style: Style = .international
  ) -> String {
    // The byte order mark tells Excel the encoding.
    "\u{FEFF}" + text(rows.map { $0.map(Visible.line) }, style: style)
  }
}
