import Foundation
import Gradebooks
import Intake

extension PlatformImport {
  /// Canvas finds students by these columns; `Section` must be the last of them, and the first are
  /// `Student` and `ID`, or `LastName`, `FirstName` and `ID` (`row_has_student_headers?` and
  /// `last_student_info_column` of `GradebookImporter`).
  private static let identities: Set<String> = [
    "Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID", "Integration ID",
    "Root Account", "Section",
  ]

  /// The table that Canvas imports.
  ///
  /// `EX` (excused) and `N/A` (not assigned to this student) are Canvas's own values and are kept.
  var canvas: [[String]] {
    let identity = place(Self.identities)
    let hasSection = identity.contains { roster.header[$0] == "Section" }
    let own = roster.rows.first { ($0.first ?? "").contains("Points Possible") }
    let worth = targets.map { column in
      column.index.flatMap { own?[$0] }.flatMap { LocalNumber($0)?.value }
        .flatMap { $0 > 0 ? $0 : nil } ?? gradebook.weeks[column.week].possible
    }
    let head =
      identity.map { roster.header[$0] } + (hasSection ? [] : ["Section"])
      + targets.map(\.heading)
    let points =
      (0..<(head.count - targets.count)).map { $0 == 0 ? "    Points Possible" : "" }
      + worth.map(decimal)
    let body = students { row, marks in
      identity.map { row[$0] } + (hasSection ? [] : [""])
        + zip(targets, worth).map { column, best in
          let kept = column.index.map { row[$0].trimmingCharacters(in: .whitespaces) } ?? ""
          if ["EX", "N/A"].contains(kept.uppercased()) { return kept }
          if marks.weeks[column.week].isExcused, !marks.isHeld { return "EX" }
          return cell(row, marks, column, of: best)
        }
    }
    return [head, points] + body
  }
}
