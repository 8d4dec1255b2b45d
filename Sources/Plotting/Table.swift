public import Text

/// Rows of text under headings, in columns as wide as their contents.
///
///     let table = Table([.init("n_h"), .init("accuracy", .right)], rows: [["1", "67.5 %"]])
///     print(table.text())
///     // n_h  accuracy
///     // ───  ────────
///     // 1      67.5 %
public struct Table: Sendable, Hashable {
  /// A column's heading and alignment.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// The alignment of the heading and the cells.
    public var alignment: Alignment

    /// Makes a column with a heading.
    public init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns from the left.
  public var columns: [Column]
  /// The cells, row by row; missing cells of a short row are empty, and cells beyond the columns
  /// are not shown.
  public var rows: [[String]]

  /// Makes a table from columns and rows.
  public init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as lines of text.
  ///
  /// If the table is too wide, its widest columns are cut.
  public func text(in area: TextArea = TextArea()) -> String {
    if columns.isEmpty { return "" }
    let titles = columns.map { printable($0.title) }
    let cells = rows.map { row in
      columns.indices.map { $0 < row.count ? printable(row[$0]) : "" }
    }
    var widths = columns.indices.map { index in
      max(displayWidth(of: titles[index]), cells.map { displayWidth(of: $0[index]) }.max() ?? 0)
    }
    let room = area.width - 2 * (columns.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 3,
      let index = widths.lastIndex(of: widest)
    {
      widths[index] -= 1
    }
    func line(_ cells: [String]) -> String {
      let texts = columns.indices.map { index in
        padded(
          area.fit(cells[index], to: widths[index]), to: widths[index],
          columns[index].alignment)
      }
      let line = texts.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let rule = widths.map { String(repeating: area.style == .unicode ? "─" : "-", count: $0) }
    return ([line(titles), line(rule)] + cells.map(line)).joined(separator: "\n")
  }
}
