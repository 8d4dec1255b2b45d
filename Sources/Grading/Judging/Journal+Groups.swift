import Foundation
import Intake

extension Journal {
  /// The results of these attempts, sorted, read from the file one at a time.
  ///
  /// What one of a group handed in counts for each member of it: in order of time, as attempts of
  /// each.
  func results(
    of keys: Set<Key>, _ facts: [Key: HandInFacts] = [:], groups: Groups = Groups(),
    class students: [Student] = []
  ) -> JournalResults {
    let own = Dictionary(grouping: keys.filter { entries[$0] != nil }, by: \.student.id)
    let listed = Dictionary(students.map { ($0.id, $0) }) { first, _ in first }
    let names = Dictionary(keys.map { ($0.student.id, $0.student) }) { first, _ in first }
      .merging(listed) { _, listed in listed }
    var items: [JournalResults.Item] = []
    for student in names.values.sorted() {
      let sharing = groups.sharing(with: student.id)
      var keys = sharing.flatMap { own[$0] ?? [] }.sorted {
        ($0.student, $0.attempt) < ($1.student, $1.attempt)
      }
      let isShared = sharing.count > 1
      if isShared {
        keys = keys.enumerated().sorted { left, right in
          let times = [left, right].map {
            facts[$0.element]?.handIn.time.date ?? entries[$0.element]?.submitted ?? .distantPast
          }
          return (times[0], left.offset) < (times[1], right.offset)
        }.map(\.element)
      }
      for (index, key) in keys.enumerated() {
        guard let entry = entries[key] else { continue }
        items.append(
          .init(
            entry: entry, student: student, attempt: isShared ? index + 1 : key.attempt,
            facts: facts[key]))
      }
    }
    return JournalResults(file: file, items: items)
  }
}

extension SubmissionResult {
  /// The same result as an attempt of a student.
  func counted(for student: Student, as attempt: Int) -> SubmissionResult {
    SubmissionResult(
      student: student, attempt: attempt, submitted: submitted, digest: digest, release: release,
      refusals: refusals, weeks: weeks, fault: fault, seconds: seconds,
      handIn: handIn)
  }
}
