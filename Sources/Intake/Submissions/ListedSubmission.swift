import Foundation
import Text

/// Everything that was handed in under one name in a class.
struct ListedSubmission: Sendable {
  struct Part: Sendable {
    let entry: Entry
    /// The index of its container.
    let container: Int
    /// The file's name without the platform's prefix; empty for a folder.
    let file: String
    var attempt: Int
    /// Whether it is the clone of a repository handed out to the class.
    var isClone = false
    /// The time of the hand-in, as written by the platform.
    var moment: String?
    /// Whether the platform marked it as late.
    var isLate: Bool?
    /// Whether the file was written by the platform.
    var isPlatforms = false
    /// Whether the entry is one of the student's files rather than being named after the student.
    var isInside = false
  }

  /// The label of the hand-in in the class.
  let label: String
  let layout: SubmissionName.Layout
  /// The platform's own ids of the student.
  let ids: [String]
  /// The platform's name for the student.
  let name: String
  /// The folders that contain it, from the top.
  var groups: [String] = []
  /// The submitters of a group hand-in, where the platform's own file lists them.
  var submitters: [(name: String, ids: [String])] = []
  var parts: [Part] = []
  /// The owner, once it has been determined.
  var owner = HandIn.Owner.label
  /// What identified the owner.
  var clue: HandIn.OwnerClue?

  /// The apparent student, without a roster.
  var student: Student {
    let id = printable(ids.first ?? name).precomposedStringWithCanonicalMapping
    let name = printable(name).precomposedStringWithCanonicalMapping
    return Student(id: id.isEmpty ? printable(label) : id, name: name.isEmpty ? id : name)
  }

  /// Numbers attempts by the times in names, where the platform keeps every attempt.
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
