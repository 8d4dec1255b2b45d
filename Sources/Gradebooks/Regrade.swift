import Files
import Grading
public import Intake
public import Text

/// The changes between two gradings of the same class.
public struct Regrade: Sendable, Equatable {
  /// A mark that has changed.
  public struct Change: Sendable, Equatable {
    /// The student whose mark changed.
    public let student: Student
    /// The mark that changed.
    public let mark: MarkID
    /// The earlier mark; nil where there was none.
    public let before: Double?
    /// The new mark; nil where there is none.
    public let after: Double?
  }

  /// The changes, by student; for each first exercises, then weeks, then the total.
  public let changes: [Change]
  /// The number of students in either gradebook.
  public let studentCount: Int

  /// Compares two gradebooks of a class mark by mark.
  ///
  /// ```swift
  /// let before = try JSONDecoder().decode(Gradebook.self, from: Data(contentsOf: oldFile))
  /// print(Regrade.changes(from: before, to: results.gradebook).text(.english))
  /// // 1 of 2 students changed
  /// // ana (Ana): W1.a 3 → 4, W1 9 → 10, total 19 → 20 (+1)
  /// ```
  public static func changes(from old: Gradebook, to new: Gradebook) -> Regrade {
    var before: [String: Gradebook.Row] = [:]
    for row in old.rows { before[row.student.id] = row }
    let present = Set(new.rows.map(\.student.id))
    let left = before.keys.filter { !present.contains($0) }.sorted()
    var changes: [Change] = []
    for row in new.rows {
      changes += Self.changes(
        row.student, marks(of: before[row.student.id], in: old), marks(of: row, in: new))
    }
    for id in left {
      guard let row = before[id] else { continue }
      changes += Self.changes(row.student, marks(of: row, in: old), [])
    }
    return Regrade(changes: changes, studentCount: new.rows.count + left.count)
  }

  private typealias Mark = (id: MarkID, points: Double?)

  private static func marks(of row: Gradebook.Row?, in gradebook: Gradebook) -> [Mark] {
    guard let row else { return [] }
    var marks: [Mark] = []
    for (column, week) in zip(gradebook.weeks, row.weeks) {
      for (exercise, points) in zip(column.exercises, week.exercises) {
        marks.append((.exercise(exercise.id), points))
      }
    }
    marks += row.weeks.map { (.week($0.week), $0.points) }
    return marks + [(.total, row.total)]
  }

  private static func changes(
    _ student: Student, _ before: [Mark], _ after: [Mark]
  ) -> [Change] {
    let old = Dictionary(before.map { ($0.id, $0.points) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.id, $0.points) }) { first, _ in first }
    let names = after.map(\.id) + before.map(\.id).filter { new[$0] == nil }
    return names.compactMap { id in
      let (was, now) = (old[id] ?? nil, new[id] ?? nil)
      return was == now ? nil : Change(student: student, mark: id, before: was, after: now)
    }
  }
}

extension Regrade {
  /// Formats one line per student with the changed marks and the change in the total.
  public func text(_ language: Language = .current) -> String {
    var byStudent: [(student: Student, changes: [Change])] = []
    for change in changes {
      if byStudent.last?.student == change.student {
        byStudent[byStudent.count - 1].changes.append(change)
      } else {
        byStudent.append((change.student, [change]))
      }
    }
    let head = Phrase(
      "\(byStudent.count) of \(studentCount) students changed",
      zh: "\(studentCount) 名学生中有 \(byStudent.count) 名的成绩变了")(language)
    let lines = byStudent.map { student, changes in
      let marks = changes.map {
        "\(Gradebook.Flag.name("\($0.mark)", language)) \(Self.text($0.before)) → \(Self.text($0.after))"
      }
      let total = changes.last { $0.mark == .total }
      return Visible.line("\(student.id) (\(student.name)): ")
        + marks.joined(separator: Phrase(", ", zh: "，")(language))
        + (total?.difference.map { " (\($0 > 0 ? "+" : "")\(decimal($0)))" } ?? "")
    }
    return ([head] + lines).joined(separator: "\n")
  }

  /// The changes as a table for spreadsheets, with one row per mark.
  public var csv: String {
    let header = ["student", "name", "mark", "before", "after", "difference"]
    let rows = changes.map { change in
      [
        change.student.id, change.student.name, "\(change.mark)",
        change.before.map(decimal) ?? "", change.after.map(decimal) ?? "",
        change.difference.map(decimal) ?? "",
      ]
    }
    return CSV.spreadsheet([header] + rows)
  }

  private static func text(_ mark: Double?) -> String { mark.map(decimal) ?? "–" }
}

extension Regrade.Change {
  /// The difference; nil where a mark appeared or disappeared.
  var difference: Double? {
    guard let before, let after else { return nil }
    return after - before
  }
}
