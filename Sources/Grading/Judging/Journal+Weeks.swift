import Foundation
import Intake

extension Journal {
  /// The attempts present at the end of a run: the numbers of each student's attempts, by student
  /// id.
  struct Present: Codable, Equatable, Sendable {
    let attempts: [String: [Int]]
    /// The ids of the students whose work was left out.
    let ungraded: [String]
    /// The hand-ins that matched no student: the class's label for each, by the id it is graded
    /// under.
    let unmatched: [String: String]

    init(_ keys: Set<Key>, ungraded: Set<Student>, unmatched: [UnmatchedHandIn]) {
      self.unmatched = Dictionary(unmatched.map { ($0.student.id, $0.label) }) { first, _ in first }
      attempts = Dictionary(grouping: keys, by: \.student.id)
        .mapValues { $0.map(\.attempt).sorted() }
      self.ungraded = ungraded.map(\.id).sorted()
    }

    /// Whether a student's work counts: that of a listed student, or a hand-in that matched none.
    func counts(_ student: Student, isListed: ((Student) -> Bool)?) -> Bool {
      isListed?(student) ?? true || unmatched[student.id] != nil
    }

    func holds(_ key: Key) -> Bool { attempts[key.student.id]?.contains(key.attempt) ?? false }
  }

  /// The results of runs that graded certain weeks.
  struct Part: Sendable {
    let header: Header
    let entries: [Key: Entry]
    let present: Present?
  }

  /// Continues the journal with other weeks, another state of the course, or another language.
  ///
  /// - Returns: whether earlier results of the same weeks become void.
  func turn(from last: Header, to next: Header) -> Bool {
    openRetry = nil
    guard last.weeks != next.weeks else {
      entries = [:]
      return true
    }
    parts.removeAll { $0.header.weeks == last.weeks }
    parts.append(Part(header: last, entries: entries, present: present))
    (entries, present) = ([:], nil)
    guard let place = parts.firstIndex(where: { $0.header.weeks == next.weeks }) else {
      return false
    }
    let kept = parts.remove(at: place)
    guard kept.header.grades(as: next) else { return true }
    (entries, present) = (kept.entries, kept.present)
    return false
  }

  /// Stores a hand-in's changed time, so that a run of other weeks finds it.
  func renew(_ key: Key, _ facts: HandInFacts) throws {
    guard let entry = entries[key], entry.submitted != facts.handIn.time.date else { return }
    let results = JournalResults(
      file: file,
      items: [
        .init(
          entry: entry, student: key.student, attempt: key.attempt, facts: facts, weeks: nil)
      ])
    for result in results { try add(result) }
  }

  /// The parts whose weeks this run does not grade, each with the weeks that no later part covers.
  var otherWeeks: [(part: Part, weeks: Set<String>)] {
    var claimed = Set(header.weeks)
    var found: [(part: Part, weeks: Set<String>)] = []
    for part in parts.reversed() {
      let weeks = Set(part.header.weeks).subtracting(claimed)
      guard !weeks.isEmpty, part.present != nil else { continue }
      claimed.formUnion(weeks)
      found.append((part, weeks))
    }
    return found.reversed()
  }
}
