import Files

/// A table for a spreadsheet, in which every character of a stranger's text can be seen.
enum Spreadsheet {
  static func text(_ rows: [[String]]) -> String {
    // The mark tells Excel the encoding.
    "\u{FEFF}" + CSV.text(rows.map { $0.map(Visible.line) })
  }
}
