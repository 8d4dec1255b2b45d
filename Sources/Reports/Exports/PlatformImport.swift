public import Coursework
import Files
import Foundation
public import Gradebooks
public import Intake
public import Syllabus
import Text

/// The marks as a file that a platform imports, in the rows of the roster.
///
/// Where a mark is not known, held back or none is due, the cell stays as the platform has it, which
/// changes nothing there. Ids and names are written exactly as the roster has them.
public struct PlatformImport: Sendable {
  let gradebook: Gradebook
  let roster: Roster
  private let course: [Week]
  private let columns: PlatformColumns
  /// The marks of the students in the roster's rows.
  private let marks: [Int: Gradebook.Row]

  /// Prepares the table for the platform that the roster is from.
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

  /// The file's text; nil for a roster that is no platform's, or where no week has a place in it.
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

  /// A week with its place in the table.
  struct Column {
    /// The place of the week in the gradebook.
    let week: Int
    /// nil for a new column.
    let index: Int?
    let heading: String
  }

  /// The weeks that have a place, in the order of the gradebook.
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

  /// What a cell says after the import: the mark out of what the platform's column is worth, or what
  /// stands there already.
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
  /// The mark of a week as somebody outside may see it; nil where none is known or due.
  func publicMark(_ week: Int) -> Double? {
    isHeld || isWithdrawn || weeks[week].isExcused ? nil : weeks[week].points
  }
}
