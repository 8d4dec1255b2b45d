import Coursework
import Foundation
import Gradebooks
import Intake
import Text

/// The students to whom a week does not apply according to Canvas's gradebook.
///
/// The exporter writes `EX` for an excused student, and `N/A` where the assignment is not assigned to
/// the student, but also in the whole column of an anonymous assignment that is not posted yet
/// (instructure/canvas-lms, lib/gradebook_exporter.rb, `csv_data`). Neither is translated.
struct CanvasExcuses {
  private(set) var excuses: [Policy.Excuse] = []
  private(set) var remarks: [Phrase] = []

  init(_ roster: Roster, _ targets: [String: PlatformColumns.Target], _ weeks: [Week]) {
    for week in weeks {
      guard case .column(let column) = targets[week.id] ?? .none else { continue }
      func students(with mark: String) -> [Student] {
        roster.students.filter { student in
          guard let row = roster.row(of: student) else { return false }
          return roster.rows[row][column].trimmingCharacters(in: .whitespaces).uppercased() == mark
        }
      }
      let excused = students(with: "EX")
      let others = students(with: "N/A")
      let unassigned = others.count == roster.students.count ? [] : others
      excuses += (excused + unassigned).map { Policy.Excuse(student: $0.id, week: week.id) }
      for (found, english, chinese) in [
        (excused, "excuses from \(week.id) (EX)", "\(week.id) 免交（EX）"),
        (unassigned, "does not assign \(week.id) to (N/A)", "\(week.id) 未布置（N/A）"),
      ] where !found.isEmpty {
        let ids = found.prefix(10).map(\.id)
        let rest = found.count - ids.count
        remarks.append(
          Phrase(
            "Canvas \(english): \(ids.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : ""); "
              + "the week is no part of their totals",
            zh:
              "Canvas 中 \(chinese)：\(ids.joined(separator: "、"))\(rest > 0 ? " 等 \(found.count) 人" : "")；"
              + "这一周不计入他们的总分"))
      }
    }
  }
}
