public import Coursework
import Files
import Foundation
public import Gradebooks
public import Intake
public import Syllabus
import Text

/// The marks as a file that Canvas or Moodle imports, in the rows of the roster.
///
/// A mark that is not known is left empty, or as Moodle's worksheet has it already: the platform keeps
/// what it has. Ids and names are written exactly as the roster has them.
public struct PlatformImport: Sendable {
  private let gradebook: Gradebook
  private let roster: Roster
  private let course: [Week]
  /// The marks of the students in the roster's rows.
  private let marks: [Int: Gradebook.Row]

  /// Prepares the table for the platform that the roster is from.
  public init(_ gradebook: Gradebook, roster: Roster, course: [Week] = Course.weeks) {
    self.gradebook = gradebook
    self.roster = roster
    self.course = course
    let rows = Dictionary(gradebook.rows.map { ($0.student.id, $0) }) { first, _ in first }
    marks = Dictionary(
      roster.students.compactMap { student in
        guard let index = roster.row(of: student), let row = rows[student.id] else { return nil }
        return (index, row)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The file's text; nil for a roster that is no platform's.
  public var csv: String? {
    switch roster.kind {
    case .canvas: CSV.text(canvas, for: .program)
    case .moodle: CSV.text(gradeColumn == nil ? moodle : worksheet, for: .program)
    case .plain: nil
    }
  }

  // MARK: Canvas

  /// Canvas finds students by these columns; the first and one of the ids are needed.
  private static let canvasColumns = [
    "Student", "ID", "SIS User ID", "SIS Login ID", "Integration ID", "Root Account", "Section",
  ]

  private var canvas: [[String]] {
    let identity = roster.header.indices.filter { Self.canvasColumns.contains(roster.header[$0]) }
    let columns = gradebook.weeks.map { week in
      (week: week, column: assignment(of: week.id), name: title(of: week.id))
    }
    let ownRow = roster.rows.first {
      ($0.first ?? "").trimmingCharacters(in: .whitespaces) == "Points Possible"
    }
    let possible = columns.map { week, column, _ in
      column.flatMap { ownRow?[$0] }.flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil }
        ?? week.possible
    }
    let head =
      identity.map { roster.header[$0] }
      + columns.map { $0.column.map { roster.header[$0] } ?? $0.name }
    let points =
      identity.indices.map { $0 == 0 ? "    Points Possible" : "" } + possible.map(decimal)
    let body = students { row, marks in
      identity.map { row[$0] }
        + marks.enumerated().map { index, mark in
          Self.scaled(mark.points, from: gradebook.weeks[index].possible, to: possible[index])
        }
    }
    return [head, points] + body
  }

  /// The column of the assignment that a week is in Canvas: `C1W2 …  (12345)`.
  private func assignment(of week: String) -> Int? {
    let names = course.first { $0.id == week }.map {
      [$0.module, $0.title.english, $0.title.chinese, $0.folder]
    }
    let wanted = ([week] + (names ?? [])).map { $0.lowercased() }
    return roster.header.firstIndex { column in
      guard let found = column.wholeMatch(of: #/(.*\S)\s*\(\d+\)/#) else { return false }
      let name = found.1.lowercased()
      return wanted.contains(name)
        || name.prefix { $0.isLetter || $0.isNumber } == week.lowercased()[...]
    }
  }

  // MARK: Moodle

  /// The column that a grading worksheet wants filled.
  private var gradeColumn: Int? { roster.header.firstIndex { ["Grade", "成绩"].contains($0) } }

  /// The worksheet of an assignment: the same table with its grades, out of what Moodle says.
  private var worksheet: [[String]] {
    let maximum = roster.header.firstIndex { ["Maximum Grade", "最高分"].contains($0) }
    let changeable = roster.header.firstIndex {
      ["Grade can be changed", "成绩可以更改"].contains($0)
    }
    let rows = roster.rows.enumerated().map { index, row -> [String] in
      guard let grade = gradeColumn, let found = marks[index], let total = found.total else {
        return row
      }
      if let changeable, ["No", "否"].contains(row[changeable]) { return row }
      var row = row
      let best = maximum.flatMap { Double(row[$0].replacing(",", with: ".")) } ?? found.possible
      row[grade] = Self.scaled(total, from: found.possible, to: best)
      return row
    }
    return [roster.header] + rows
  }

  /// For the import of grades, which asks for the meaning of each column.
  private var moodle: [[String]] {
    let head = roster.header + gradebook.weeks.map { title(of: $0.id) } + ["Total (%)"]
    let body = students { row, marks in row + marks.map { $0.points.map(decimal) ?? "" } }
    let totals = roster.rows.indices.compactMap { marks[$0] }.map {
      $0.percent.map(decimal) ?? ""
    }
    return [head] + zip(body, totals).map { $0 + [$1] }
  }

  // MARK: Rows

  private func title(of week: String) -> String {
    course.first { $0.id == week }.map { "\(week) \($0.title.english)" } ?? week
  }

  private func students(
    _ line: ([String], [Gradebook.WeekMark]) -> [String]
  ) -> [[String]] {
    roster.rows.enumerated().compactMap { index, row in
      marks[index].map { line(row, $0.weeks) }
    }
  }

  private static func scaled(_ mark: Double?, from possible: Double, to best: Double) -> String {
    guard let mark else { return "" }
    return decimal(rounded(possible > 0 && possible != best ? mark / possible * best : mark))
  }
}
