import Gradebooks
import Intake

extension PlatformImport {
  /// The worksheet of an assignment: the same table with the grades of its week, out of what Moodle
  /// says; nil where it is not known which week it is.
  ///
  /// A grade above the maximum would be passed over by Moodle's import without a word, so it is cut.
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

  /// For the import of grades, which asks for the meaning of each column.
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
