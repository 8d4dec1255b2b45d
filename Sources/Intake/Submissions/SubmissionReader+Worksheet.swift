import Coursework
import Foundation
import Text

extension SubmissionReader {
  /// Returns remarks on students whose hand-in is a draft by Moodle's worksheet, or to whom it grants
  /// more time, of which the policy knows nothing.
  static func states(
    in roster: Roster?, of students: some Sequence<Student>, _ weeks: [Week],
    _ settings: IntakeSettings
  ) -> [IntakeRemark] {
    guard let roster, roster.kind == .moodle, let column = MoodleStatus.column(roster.header) else {
      return []
    }
    let zone = settings.zone ?? .current
    return students.sorted().flatMap { student -> [IntakeRemark] in
      guard let row = roster.row(of: student) else { return [] }
      let status = MoodleStatus(roster.rows[row][column], zone: zone)
      let name = printable("\(student.name) (\(student.id))")
      var remarks: [IntakeRemark] = status.isDraft ? [.draft(name)] : []
      if let date = status.extendedUntil {
        let week = weeks.count == 1 ? weeks[0].id : "WEEK"
        let until = date.formatted(
          Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
            .time(includingFractionalSeconds: false).timeZone(separator: .colon))
        remarks.append(
          .extended(
            name,
            line: "{ \"student\": \(UnmatchedHandIn.quoted(student.id)), \"week\": \"\(week)\", "
              + "\"until\": \"\(until)\" }"))
      }
      return remarks
    }
  }
}
