import Foundation
import Text

/// What one name in a class stands for: everything that was handed in under it.
struct ListedSubmission: Sendable {
  struct Part: Sendable {
    let entry: Entry
    /// The container that holds it.
    let container: Int
    /// The file's name without what the platform put before it; empty for a folder.
    let file: String
    var attempt: Int
    /// Whether it is the clone of a repository that the class was given.
    var isClone = false
    /// When it came in, in the platform's own words.
    var moment: String?
    /// Whether the platform says that it was late.
    var isLate: Bool?
    /// Whether the platform wrote the file itself.
    var isPlatforms = false
    /// Whether the entry's own name belongs to the student's files rather than naming the student.
    var isInside = false
  }

  /// What the class calls it.
  let label: String
  let layout: SubmissionName.Layout
  /// The platform's own ids of the student.
  let ids: [String]
  /// What the platform calls the student.
  let name: String
  /// The folders that it stands in, below the top.
  var groups: [String] = []
  /// Who handed in together, where the platform's own file says so.
  var submitters: [(name: String, ids: [String])] = []
  var parts: [Part] = []
  /// Whose it is, once that is found.
  var owner = HandIn.Owner.label

  /// The student that it seems to be from, without a roster.
  var student: Student {
    let id = printable(ids.first ?? name).precomposedStringWithCanonicalMapping
    let name = printable(name).precomposedStringWithCanonicalMapping
    return Student(id: id.isEmpty ? printable(label) : id, name: name.isEmpty ? id : name)
  }

  /// Counts attempts by the times in the names, where the platform keeps every attempt.
  mutating func countAttempts(in zone: TimeZone) {
    let dates = parts.map { part in
      part.moment.flatMap { WrittenDate($0, in: zone).date }
    }
    let distinct = Set(dates.compactMap(\.self)).sorted()
    guard distinct.count > 1 else { return }
    for (index, date) in dates.enumerated() {
      parts[index].attempt = date.flatMap { distinct.firstIndex(of: $0) }.map { $0 + 1 } ?? 1
    }
  }
}
