import Text

extension CSV {
  /// A table for a spreadsheet, in which every character of a stranger's text can be seen.
  package static func spreadsheet(
    _ rows: [[String]], style: Style = .international
  ) -> String {
    // The mark tells Excel the encoding.
    "\u{FEFF}" + text(rows.map { $0.map(Visible.line) }, style: style)
  }
}
