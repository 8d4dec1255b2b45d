public import Coursework
import Files
import Foundation
public import Gradebooks
public import Intake
public import Syllabus
import Text

/// The marks as a file that a platform imports, in the rows of the roster.
///
/// If a mark is unknown, withheld or not due, the cell keeps the platform's value, so the import
/// changes nothing. Ids and names are written exactly as in the roster.
public struct PlatformImport: Sendable {
  let gradebook: Gradebook
  let roster: Roster
  private let course: [Week]
  private let columns: PlatformColumns
  /// The marks of the students in the roster's rows.
  private let marks: [Int: Gradebook.Row]

  /// Creates the table for the platform that the roster is from.
  public init(
    _ gradebook: Gradebook, roster: Roster, columns: PlatformColumns,
    course: [Week] = Course.weeks
  ) {
    self.gradebook = gradebook
    self.roster = roster
    self.columns = columns
    self.course = course
    let rows = Dictionary(gradebook.rows.map { ($0.student.id, $0) }) { first, _ in first }
    marks = Dictionary(
      roster.students.compactMap { student in
        guard let index = roster.row(of: student), let row = rows[student.id] else { return nil }
        return (index, row)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of the file; nil for a roster that is not a platform's, or without a column for any
  /// week.
  public var csv: String? {
    switch roster.kind {
    case .canvas: CSV.text(canvas, for: .program)
    case .moodle:
      MoodleWorksheet(roster.header, roster.rows).map { sheet in
        worksheet(sheet).map { CSV.text($0, for: .program) }
      } ?? CSV.text(participants, for: .program)
    case .blackboard: targets.isEmpty ? nil : CSV.quoted(blackboard)
    case .brightspace: CSV.text(brightspace, for: .program)
    case .gradescope, .classroom, .plain: nil
    }
  }

  // MARK: Weeks and cells

  /// A week with its column in the table.
  struct Column {
    /// The index of the week in the gradebook.
    let week: Int
    /// The index of the column; nil for a new one.
    let index: Int?
    let heading: String
  }

  /// The weeks that have a column, in the order of the gradebook.
  var targets: [Column] {
    gradebook.weeks.enumerated().compactMap { number, week in
      switch columns.targets[week.id] ?? .none {
      case .column(let index):
        Column(week: number, index: index, heading: roster.header[index])
      case .new: Column(week: number, index: nil, heading: title(of: week.id))
      case .none: nil
      }
    }
  }

  /// Returns a cell after the import: the mark scaled to the column's maximum, or the existing
  /// value.
  func cell(_ row: [String], _ marks: Gradebook.Row, _ column: Column, of best: Double) -> String {
    let kept = column.index.map { row[$0] } ?? ""
    guard let mark = marks.publicMark(column.week) else { return kept }
    let possible = gradebook.weeks[column.week].possible
    return decimal(rounded(possible > 0 && possible != best ? mark / possible * best : mark))
  }

  func title(of week: String) -> String {
    course.first { $0.id == week }.map { "\(week) \($0.title.english)" } ?? week
  }

  func place(_ names: Set<String>) -> [Int] {
    roster.header.indices.filter {
      names.contains(roster.header[$0].trimmingCharacters(in: .whitespaces))
    }
  }

  func students(_ line: ([String], Gradebook.Row) -> [String]) -> [[String]] {
    roster.rows.enumerated().compactMap { index, row in
      marks[index].map { line(row, $0) }
    }
  }

  func marks(inRow index: Int) -> Gradebook.Row? { marks[index] }
}

extension Gradebook.Row {
  /// Returns a week's mark as it may be published; nil if it is unknown or not due.
  func publicMark(_ week: Int) -> Double? {
    isHeld || isWithdrawn || weeks[week].isExcused ? nil : weeks[week].points
  }
}
