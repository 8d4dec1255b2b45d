import Foundation
import Intake

extension Journal {
  /// An attempt in the journal, with the weeks for which it counts.
  private struct Candidate {
    let key: Key
    let entry: Entry
    let facts: HandInFacts?
    /// The weeks for which it counts; nil for all that its run graded.
    let weeks: Set<String>?
    let part: Int

    var submitted: Date { facts?.handIn.time.date ?? entry.submitted ?? .distantPast }
  }

  /// Returns the results of these attempts in order, read from the file one at a time.
  ///
  /// What one member of a group handed in counts as an attempt of each member, in order of time.
  /// Results of other weeks from earlier runs come first, and the numbering continues after them.
  ///
  /// - Parameters:
  ///   - keys: the attempts of this run.
  ///   - facts: what is known of them now.
  ///   - groups: the groups of students who work together.
  ///   - students: the class.
  ///   - isListed: whether a student is on the roster; nil without one.
  /// - Returns: the results.
  func results(
    of keys: Set<Key>, _ facts: [Key: HandInFacts] = [:], groups: Groups = Groups(),
    class students: [Student] = [], isListed: ((Student) -> Bool)? = nil
  ) -> JournalResults {
    let others = otherWeeks
    var own: [String: [Candidate]] = [:]
    var names = Dictionary(students.map { ($0.id, $0) }) { first, _ in first }
    for (index, other) in others.enumerated() {
      for (key, entry) in other.part.entries
      where other.part.present?.holds(key) == true
        && other.part.present?.counts(key.student, isListed: isListed) == true
      {
        own[key.student.id, default: []].append(
          Candidate(key: key, entry: entry, facts: nil, weeks: other.weeks, part: index))
        names[key.student.id] = names[key.student.id] ?? key.student
      }
    }
    for key in keys {
      guard let entry = entries[key] else { continue }
      own[key.student.id, default: []].append(
        Candidate(
          key: key, entry: entry, facts: facts[key],
          weeks: others.isEmpty ? nil : Set(header.weeks), part: others.count))
      names[key.student.id] = names[key.student.id] ?? key.student
    }
    let items: [JournalResults.Item] = names.values.sorted().flatMap {
      student -> [JournalResults.Item] in
      let sharing = groups.sharing(with: student.id)
      var found = sharing.flatMap { own[$0] ?? [] }.sorted {
        ($0.part, $0.key.student, $0.key.attempt) < ($1.part, $1.key.student, $1.key.attempt)
      }
      if sharing.count > 1 {
        found = found.enumerated().sorted { left, right in
          (left.element.part, left.element.submitted, left.offset)
            < (right.element.part, right.element.submitted, right.offset)
        }.map(\.element)
      }
      // Members' hand-ins without times, or with the same, have no order.
      let dates = found.map(\.submitted)
      let isUnordered =
        Set(found.map(\.key.student)).count > 1
        && (dates.contains(.distantPast) || Set(dates).count < dates.count)
      let keepsNumbers = sharing.count == 1 && Set(found.map(\.part)).count == 1
      return found.enumerated().map { index, candidate in
        JournalResults.Item(
          entry: candidate.entry, student: student,
          attempt: keepsNumbers ? candidate.key.attempt : index + 1, facts: candidate.facts,
          isUnordered: isUnordered, weeks: candidate.weeks)
      }
    }
    return JournalResults(file: file, items: items)
  }
}

extension SubmissionResult {
  /// Returns the same result as an attempt of a student that counts for some weeks.
  func counted(for student: Student, as attempt: Int, on asked: Set<String>?) -> SubmissionResult {
    var result = SubmissionResult(
      student: student, attempt: attempt, submitted: submitted, digest: digest, release: release,
      refusals: refusals, weeks: weeks.filter { asked?.contains($0.week) ?? true }, fault: fault,
      seconds: seconds, handIn: handIn)
    result.asked = asked?.sorted()
    return result
  }
}
