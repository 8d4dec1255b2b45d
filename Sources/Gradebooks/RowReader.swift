import Coursework
import Foundation
import Intake

/// Builds the row of a student from the marks of the weeks.
struct RowReader {
  let scheme: MarkingScheme
  let release: String
  /// The versions of the course that did the grading.
  let versions: Set<String>
  let known: Gradebook.Class
  /// The ids of the students whose work is not graded yet.
  let ungraded: Set<String>

  private var policy: Policy { scheme.policy }

  func row(_ student: Student, _ attempts: [Attempt]) -> Gradebook.Row {
    let attempts = Attempt.readable(attempts, of: scheme.columns.map(\.id))
    var flags = standing(student, attempts)
    let isUngraded = ungraded.contains(student.id)
    for attempt in attempts { flags += self.flags(of: attempt) }
    let manual = policy.manual.filter { $0.student == student.id }
    let isKnown = !isUngraded && !(attempts.isEmpty && known.expected.contains(student))
    var weeks = self.weeks(student, attempts, manual, isKnown: isKnown, &flags)
    drop(&weeks)
    let counting = zip(scheme.columns, weeks).filter { $1.counts }
    let marks = counting.map(\.1.points)
    let sure = marks.compactMap(\.self)
    var total = sure.count == marks.count && !sure.isEmpty ? rounded(sure.reduce(0, +)) : nil
    if let override = manual.first(where: { $0.mark == .total }) {
      flags.append(.init(override, automatic: total))
      total = rounded(override.points)
    }
    let possible = counting.reduce(0) { $0 + ($1.0.isExtraCredit ? 0 : $1.0.possible) }
    return Gradebook.Row(
      student: student, attempts: attempts.map(\.number), weeks: weeks, total: total,
      possible: rounded(possible), flags: flags, section: known.sections[student.id] ?? "",
      isWithdrawn: policy.withdrawn.contains(student.id),
      isHeld: policy.held.contains(student.id))
  }

  /// Returns the flags about the student as a whole.
  private func standing(_ student: Student, _ attempts: [Attempt]) -> [Gradebook.Flag] {
    var flags: [Gradebook.Flag] = []
    if policy.withdrawn.contains(student.id) { flags.append(.withdrawn) }
    if policy.held.contains(student.id) { flags.append(.held) }
    if ungraded.contains(student.id) { return flags + [.ungraded] }
    return flags + ownerFlags(student, attempts)
  }

  /// Returns the flags about the ownership of hand-ins.
  private func ownerFlags(_ student: Student, _ attempts: [Attempt]) -> [Gradebook.Flag] {
    let unmatched = scheme.unmatched
    var flags: [Gradebook.Flag] = []
    for handIn in unmatched {
      if handIn.student == student {
        flags.append(.unmatched(label: handIn.label, decisions: handIn.decisions))
      }
      if let place = handIn.candidates.firstIndex(of: student) {
        flags.append(.disputed(label: handIn.label, decision: handIn.decisions[place]))
      }
    }
    // Where the weeks are separate assignments, the hand-in of one may be missing.
    let isOpen = scheme.columns.contains { column in
      !attempts.contains { $0.isAsked(column.id) }
    }
    guard isOpen else { return flags }
    if attempts.isEmpty, known.expected.contains(student) {
      let decided = policy.manual.filter { $0.student == student.id }.map(\.mark)
      let open = scheme.columns.map(\.id).filter { !decided.contains(.week($0)) }
      return open.isEmpty
        ? flags : flags + [.missingThoughSubmitted(weeks: open, student: student.id)]
    }
    if unmatched.isEmpty { return attempts.isEmpty ? flags + [.missing] : flags }
    return flags.isEmpty ? [.missingOrUnmatched(labels: unmatched.map(\.label))] : flags
  }

  private func flags(of attempt: Attempt) -> [Gradebook.Flag] {
    var flags: [Gradebook.Flag] = []
    // What a person has already decided is not asked again.
    let decided = policy.manual.filter { $0.student == attempt.student.id }.map(\.mark)
    let unread = scheme.columns.map(\.id).filter {
      attempt.unreadWeeks.contains($0) && !decided.contains(.week($0))
    }
    if attempt.fault == nil, !unread.isEmpty {
      flags.append(
        .unread(
          weeks: unread, attempt: attempt.number, files: attempt.unread,
          student: attempt.student.id))
    }
    if let doubt = attempt.doubt {
      flags.append(.doubtfulTime(attempt: attempt.number, doubt: doubt))
    }
    let isOlder = { (week: Attempt.Week) in
      guard week.isHandedIn, let released = policy.released[week.id],
        case .moment(let date, .commit) = attempt.time(of: week.id)
      else { return false }
      return date < released
    }
    if let week = attempt.weeks.first(where: isOlder) {
      flags.append(.olderThanRelease(week: week.id, attempt: attempt.number))
    }
    if !attempt.taken.isEmpty {
      flags.append(
        .takenAs(
          attempt: attempt.number, files: attempt.taken.map { "\($0.name): \($0.reason)" }))
    }
    let copied = attempt.weeks.flatMap(\.exercises).filter(\.knowsOnlyFixedInputs).map(\.id)
    if !copied.isEmpty {
      flags.append(.onlyFixedInputs(attempt: attempt.number, exercises: copied))
    }
    if let fault = attempt.fault { flags.append(.fault(attempt: attempt.number, reason: fault)) }
    let others = (attempt.release ?? "").split(separator: ",")
      .map { $0.drop { $0 == " " } }.filter { !versions.contains(String($0)) }
    if !others.isEmpty {
      flags.append(
        .otherRelease(
          attempt: attempt.number, release: others.joined(separator: ", "), graded: release))
    }
    return flags
  }

  /// Computes the marks of the weeks, spending late days in the order of the deadlines.
  private func weeks(
    _ student: Student, _ attempts: [Attempt], _ manual: [Policy.ManualMark], isKnown: Bool,
    _ flags: inout [Gradebook.Flag]
  ) -> [Gradebook.WeekMark] {
    var left = policy.lateDays?.budget ?? 0
    let order = scheme.columns.indices.sorted { first, second in
      let dates = [first, second].map {
        policy.deadline(of: scheme.columns[$0].id, for: student.id) ?? .distantFuture
      }
      return (dates[0], first) < (dates[1], second)
    }
    var marks: [Int: (mark: Gradebook.WeekMark, flags: [Gradebook.Flag])] = [:]
    for index in order {
      let column = scheme.columns[index]
      var own: [Gradebook.Flag] = []
      let free = min(left, policy.lateDays?.perWeek ?? left)
      var mark = scheme.week(
        in: column, student, attempts, manual, isKnown: isKnown, free: free, &own)
      if policy.isExcused(student.id, from: column.id) {
        mark.isExcused = true
        own = [.excused(week: column.id)]
      }
      if mark.counts { left -= mark.freeDays }
      marks[index] = (mark, own)
    }
    flags += scheme.columns.indices.flatMap { marks[$0]?.flags ?? [] }
    return scheme.columns.indices.compactMap { marks[$0]?.mark }
  }

  /// Drops the weeks with the smallest fraction of their points; among equal ones first the week
  /// that is worth more, then the earlier one.
  ///
  /// At least one week always counts, extra credit is never dropped, and nothing is dropped while
  /// any mark is unknown.
  private func drop(_ weeks: inout [Gradebook.WeekMark]) {
    guard policy.dropLowest > 0 else { return }
    let counting = zip(scheme.columns, weeks).enumerated().filter {
      !$1.1.isExcused && !$1.0.isExtraCredit
    }
    guard !counting.contains(where: { $0.element.1.points == nil }) else { return }
    let ranked = counting.compactMap {
      index, pair -> (fraction: Double, possible: Double, index: Int)? in
      guard let points = pair.1.points, pair.0.possible > 0 else { return nil }
      return (points / pair.0.possible, pair.0.possible, index)
    }
    let lowest = ranked.sorted {
      ($0.fraction, -$0.possible, $0.index) < ($1.fraction, -$1.possible, $1.index)
    }
    for place in lowest.prefix(max(0, min(policy.dropLowest, ranked.count - 1))) {
      weeks[place.index].isDropped = true
    }
  }
}

extension Policy {
  /// Returns whether a student is excused from a week.
  public func isExcused(_ student: String, from week: String) -> Bool {
    excused.contains { $0.student == student && ($0.week == nil || $0.week == week) }
  }
}
