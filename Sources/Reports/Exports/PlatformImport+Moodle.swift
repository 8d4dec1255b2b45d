import Gradebooks
import Intake

extension PlatformImport {
  /// Returns the worksheet of an assignment with the grades of its week, scaled to Moodle's
  /// maximum; nil if the week is unknown.
  ///
  /// Moodle's import silently ignores a grade above the maximum, so it is capped.
  func worksheet(_ sheet: MoodleWorksheet) -> [[String]]? {
    guard let column = targets.first else { return nil }
    let rows = roster.rows.enumerated().map { index, row -> [String] in
      guard let marks = marks(inRow: index) else { return row }
      if let changeable = sheet.changeable, MoodleWorksheet.saysNo(row[changeable]) { return row }
      var row = row
      let best =
        sheet.maximum.flatMap { LocalNumber(row[$0])?.value }
        ?? gradebook.weeks[column.week].possible
      row[sheet.grade] = cell(row, marks, column, of: best)
      if let value = Double(row[sheet.grade]), value > best { row[sheet.grade] = decimal(best) }
      return row
    }
    return [roster.header] + rows
  }

  /// The table for the general grade import, which asks for the meaning of each column.
  var participants: [[String]] {
    let head = roster.header + gradebook.weeks.map { title(of: $0.id) } + ["Total (%)"]
    let body = students { row, marks in
      let isOpen = !marks.isHeld && !marks.isWithdrawn
      return row + gradebook.weeks.indices.map { marks.publicMark($0).map(decimal) ?? "" }
        + [isOpen ? marks.percent.map(decimal) ?? "" : ""]
    }
    return [head] + body
  }
}
