public import Files
import Intake
public import Text

extension Gradebook {
  /// Formats the gradebook as a table for spreadsheets: one column per exercise, then each week's
  /// mark, attempt and lateness, then the total.
  ///
  /// An unknown mark is an empty cell, and `flags` says why. Texts that a spreadsheet would
  /// evaluate as formulas are prefixed with an apostrophe.
  public func csv(
    _ language: Language = .current, style: CSV.Style = .international
  ) -> String {
    let hasSections = rows.contains { !$0.section.isEmpty }
    var lines = [header(hasSections)]
    for row in rows {
      var line = [row.student.id, row.student.name] + (hasSections ? [row.section] : [])
      line.append(String(row.attempts.count))
      line += row.weeks.flatMap(\.exercises).map(Self.cell)
      for week in row.weeks { line += Self.cells(week) }
      let flags = row.flags.map { $0.phrase(language) }.joined(separator: "; ")
      line += [Self.cell(row.total), decimal(row.possible), Self.cell(row.percent), flags]
      lines.append(line)
    }
    return CSV.spreadsheet(lines, style: style)
  }

  private func header(_ hasSections: Bool) -> [String] {
    var header = ["student", "name"] + (hasSections ? ["section"] : []) + ["attempts"]
    header += weeks.flatMap(\.exercises).map(\.id)
    for week in weeks {
      header += ["points", "attempt", "days late", "penalty %", "dropped"].map {
        "\(week.id) \($0)"
      }
    }
    return header + ["total", "possible", "percent", "flags"]
  }

  private static func cells(_ week: WeekMark) -> [String] {
    [
      week.isExcused ? "" : cell(week.points), week.attempt.map(String.init) ?? "",
      String(week.daysLate),
      decimal(week.penaltyPercent), week.isExcused ? "excused" : week.isDropped ? "yes" : "",
    ]
  }

  private static func cell(_ mark: Double?) -> String { mark.map(decimal) ?? "" }
}
