import Coursework
import Foundation
import Intake

/// How attempts become marks: the columns of a gradebook with the policy that fills them.
struct MarkingScheme {
  let columns: [Gradebook.WeekColumn]
  let policy: Policy
  /// The hand-ins that nobody was found for: while there are any, nobody is known to have handed in
  /// nothing, and those whose they may be have no marks.
  private let unmatched: [UnmatchedHandIn]
  /// The points of all tests of an exercise, before the policy gives them another worth.
  private let testPoints: [String: Double]

  init(
    weeks: [String], attempts: [Attempt], unmatched: [UnmatchedHandIn] = [], policy: Policy,
    course: [Week]
  ) {
    self.policy = policy
    self.unmatched = unmatched
    var testPoints: [String: Double] = [:]
    var order: [String: [String]] = [:]
    for week in course where weeks.contains(week.id) {
      order[week.id] = week.exercises.map(\.info.id)
      for exercise in week.exercises { testPoints[exercise.info.id] = 0 }
    }
    // The judge runs the same tests for all, an instructor's own among them. An attempt that was
    // kept from being judged may hold fewer.
    var seen: [String: Set<String>] = order.mapValues(Set.init)
    var extra: [String: Set<String>] = [:]
    for attempt in attempts {
      for week in attempt.weeks {
        for exercise in week.exercises {
          testPoints[exercise.id] = max(testPoints[exercise.id] ?? 0, exercise.possible)
          if seen[week.id, default: []].insert(exercise.id).inserted {
            extra[week.id, default: []].insert(exercise.id)
          }
        }
      }
    }
    for exercise in course.flatMap(\.exercises).map(\.info)
    where testPoints[exercise.id] == 0 {
      testPoints[exercise.id] = exercise.points
    }
    self.testPoints = testPoints
    columns = weeks.map { week in
      let exercises = ((order[week] ?? []) + (extra[week] ?? []).sorted()).map { id in
        Gradebook.ExerciseColumn(
          id: id, possible: rounded(policy.points[id] ?? testPoints[id] ?? 0))
      }
      return Gradebook.WeekColumn(
        id: week,
        possible: rounded(policy.points[week] ?? exercises.reduce(0) { $0 + $1.possible }),
        exercises: exercises)
    }
  }

  // MARK: A row

  /// The row of a student, whose attempts were graded by a release or by a known version of its weeks.
  func row(
    _ student: Student, _ attempts: [Attempt], release: String, known: Set<String>
  ) -> Gradebook.Row {
    let attempts = Attempt.readable(attempts, of: columns.map(\.id))
    var flags = ownerFlags(student, attempts)
    for attempt in attempts {
      // What a person has decided is not asked again.
      let decided = policy.manual.filter { $0.student == student.id }.map(\.mark)
      let unread = columns.map(\.id).filter {
        attempt.unreadWeeks.contains($0) && !decided.contains(.week($0))
      }
      if attempt.fault == nil, !unread.isEmpty {
        flags.append(
          .unread(
            weeks: unread, attempt: attempt.number, files: attempt.unread, student: student.id))
      }
      if let fault = attempt.fault { flags.append(.fault(attempt: attempt.number, reason: fault)) }
      let others = (attempt.release ?? "").split(separator: ",")
        .map { $0.drop { $0 == " " } }.filter { !known.contains(String($0)) }
      if !others.isEmpty {
        let other = others.joined(separator: ", ")
        flags.append(
          .otherRelease(attempt: attempt.number, release: other, graded: release))
      }
    }
    let manual = policy.manual.filter { $0.student == student.id }
    var weeks = columns.map { week(in: $0, student, attempts, manual, &flags) }
    drop(&weeks)
    let counting = zip(columns, weeks).filter { !$1.isDropped }
    let marks = counting.map(\.1.points)
    let known = marks.compactMap(\.self)
    var total = known.count == marks.count ? rounded(known.reduce(0, +)) : nil
    if let override = manual.first(where: { $0.mark == .total }) {
      flags.append(.init(override, automatic: total))
      total = rounded(override.points)
    }
    return Gradebook.Row(
      student: student, attempts: attempts.map(\.number), weeks: weeks, total: total,
      possible: rounded(counting.reduce(0) { $0 + $1.0.possible }), flags: flags)
  }

  /// What is to be said of whose hand-ins these are.
  private func ownerFlags(_ student: Student, _ attempts: [Attempt]) -> [Gradebook.Flag] {
    var flags: [Gradebook.Flag] = []
    for handIn in unmatched {
      if handIn.student == student {
        flags.append(.unmatched(label: handIn.label, decisions: handIn.decisions))
      }
      if let place = handIn.candidates.firstIndex(of: student) {
        flags.append(.disputed(label: handIn.label, decision: handIn.decisions[place]))
      }
    }
    guard attempts.isEmpty else { return flags }
    if unmatched.isEmpty { return flags + [.missing] }
    return flags.isEmpty ? [.missingOrUnmatched(labels: unmatched.map(\.label))] : flags
  }

  private func isDisputed(_ student: Student) -> Bool {
    unmatched.contains { $0.candidates.contains(student) }
  }

  /// Leaves out the weeks with the smallest fraction of their points; of equal ones the week that
  /// is worth more, then the earlier.
  ///
  /// One week always counts, and while a mark is not known none is left out.
  private func drop(_ weeks: inout [Gradebook.WeekMark]) {
    guard policy.dropLowest > 0 else { return }
    let ranked = zip(columns, weeks).enumerated().compactMap {
      index, pair -> (fraction: Double, possible: Double, index: Int)? in
      guard let points = pair.1.points, pair.0.possible > 0 else { return nil }
      return (points / pair.0.possible, pair.0.possible, index)
    }
    guard !weeks.contains(where: { $0.points == nil }) else { return }
    let lowest = ranked.sorted {
      ($0.fraction, -$0.possible, $0.index) < ($1.fraction, -$1.possible, $1.index)
    }
    for place in lowest.prefix(min(policy.dropLowest, ranked.count - 1)) {
      weeks[place.index] = weeks[place.index].dropped
    }
  }

  // MARK: A week

  private func week(
    in column: Gradebook.WeekColumn, _ student: Student, _ attempts: [Attempt],
    _ manual: [Policy.ManualMark], _ flags: inout [Gradebook.Flag]
  ) -> Gradebook.WeekMark {
    let byExercise = Dictionary(
      manual.compactMap { mark in
        if case .exercise(let id) = mark.mark { (id, mark) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    var candidates = attempts.map { candidate($0, column, student, byExercise) }
    // One that may be this student's counts as one that could not be judged.
    if isDisputed(student) { candidates.append(.nothing(column, byExercise, isKnown: false)) }
    var chosen =
      choose(candidates, column)
      ?? .nothing(column, byExercise, isKnown: candidates.isEmpty && unmatched.isEmpty)
    for (exercise, automatic) in zip(column.exercises, chosen.automatic) {
      guard let override = byExercise[exercise.id] else { continue }
      flags.append(.init(override, automatic: automatic))
    }
    let isDecided = manual.contains { $0.mark == .week(column.id) }
    flags += candidates.flatMap(\.gaps).filter { !isDecided || !$0.isUndecidedTime }
    flags += chosen.flags
    if let override = manual.first(where: { $0.mark == .week(column.id) }) {
      flags.append(.init(override, automatic: chosen.points))
      chosen.points = rounded(override.points)
    }
    return Gradebook.WeekMark(
      week: column.id, exercises: chosen.exercises, points: chosen.points,
      beforePenalty: chosen.beforePenalty, attempt: chosen.attempt, daysLate: chosen.daysLate,
      penaltyPercent: chosen.penaltyPercent, isDropped: false)
  }

  /// The attempt that counts; nil where none does, or where one that could not be judged might.
  private func choose(_ candidates: [Candidate], _ column: Gradebook.WeekColumn) -> Candidate? {
    let judged = candidates.filter(\.isJudged)
    let handedIn = judged.filter(\.isHandedIn)
    switch policy.attempts {
    case .last:
      let last = handedIn.last ?? judged.last
      let unknown = candidates.last { !$0.isJudged }
      if let unknown, (unknown.attempt ?? .max) > (handedIn.last?.attempt ?? 0) { return nil }
      return last
    case .best:
      let pool = handedIn.isEmpty ? judged : handedIn
      let best = pool.reduce(nil as Candidate?) { best, next in
        guard let best else { return next }
        return (next.points ?? -1) > (best.points ?? -1) ? next : best
      }
      let isFull = (best?.points ?? -1) >= column.possible
      let isAlone = pool.count == 1 && judged.count == candidates.count
      // Of several attempts one whose lateness nobody knows may be the best.
      let isDecided = isAlone || pool.allSatisfy { $0.points != nil }
      return judged.count == candidates.count && isDecided || isFull ? best : nil
    }
  }

  private func candidate(
    _ attempt: Attempt, _ column: Gradebook.WeekColumn, _ student: Student,
    _ manual: [String: Policy.ManualMark]
  ) -> Candidate {
    var result = Candidate.nothing(column, manual, isKnown: false)
    result.attempt = attempt.number
    guard attempt.fault == nil else { return result }
    let week = attempt.weeks.first { $0.id == column.id }
    result.isHandedIn = week?.isHandedIn ?? false
    guard result.isHandedIn || !attempt.unreadWeeks.contains(column.id) else { return result }
    result.isJudged = true
    let judged = Dictionary(
      (week?.exercises ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    result.automatic = column.exercises.map { exercise in
      let all = testPoints[exercise.id] ?? 0
      let found = judged[exercise.id]
      // Fewer tests than the others had: something went wrong, and that is no zero.
      guard let found, found.possible > all - 1e-6 else {
        result.gaps.append(.incomplete(attempt: attempt.number, exercise: exercise.id))
        return nil
      }
      return all > 0 ? rounded(found.earned / all * exercise.possible) : 0
    }
    result.exercises = zip(column.exercises, result.automatic).map { exercise, automatic in
      manual[exercise.id].map { rounded($0.points) } ?? automatic
    }
    let known = result.exercises.compactMap(\.self)
    guard known.count == result.exercises.count else {
      result.isJudged = false
      return result
    }
    let sum = known.reduce(0, +)
    let parts = column.exercises.reduce(0) { $0 + $1.possible }
    let mark = rounded(parts > 0 ? sum / parts * column.possible : 0)
    result.beforePenalty = mark
    result.points = mark
    penalize(&result, mark, attempt, column, student)
    return result
  }

  private func penalize(
    _ result: inout Candidate, _ mark: Double, _ attempt: Attempt,
    _ column: Gradebook.WeekColumn, _ student: Student
  ) {
    guard result.isHandedIn, let deadline = policy.deadline(of: column.id, for: student.id) else {
      return
    }
    let submitted: Date
    switch attempt.time {
    case .moment(let date, _): submitted = date
    case .platform(isLate: false): return
    case .platform(isLate: true), .unknown:
      leaveUndecided(&result, mark, attempt, column, student)
      return
    }
    result.daysLate = policy.daysLate(submitted, after: deadline)
    guard result.daysLate > 0, let late = policy.late else { return }
    result.penaltyPercent = rounded(late.percent(days: result.daysLate))
    result.points = rounded(late.apply(to: mark, of: column.possible, days: result.daysLate))
  }
}

extension MarkingScheme {
  /// Nothing says how late the attempt is: where that costs something, the mark is not known.
  private func leaveUndecided(
    _ result: inout Candidate, _ mark: Double, _ attempt: Attempt,
    _ column: Gradebook.WeekColumn, _ student: Student
  ) {
    guard policy.late != nil, mark > 0 else {
      result.flags.append(.unknownTime(week: column.id, attempt: attempt.number))
      return
    }
    result.points = nil
    result.gaps.append(
      .undecidedTime(
        week: column.id, attempt: attempt.number, isLate: attempt.time == .platform(isLate: true),
        student: student.id, points: mark))
  }
}

/// What one attempt would give for one week.
private struct Candidate {
  var attempt: Int?
  var isHandedIn = false
  /// Whether its mark is known.
  var isJudged = false
  /// The marks of the exercises before and after what was given by hand.
  var automatic: [Double?]
  var exercises: [Double?]
  var beforePenalty: Double?
  var points: Double?
  var daysLate = 0
  var penaltyPercent = 0.0
  /// What is missing of it, to be said also when another attempt counts.
  var gaps: [Gradebook.Flag] = []
  /// What is to be said of it when it counts.
  var flags: [Gradebook.Flag] = []

  /// Nothing handed in, which is zero when it is known, or nothing that is known.
  static func nothing(
    _ column: Gradebook.WeekColumn, _ manual: [String: Policy.ManualMark], isKnown: Bool
  ) -> Candidate {
    let automatic: [Double?] = column.exercises.map { _ in isKnown ? 0 : nil }
    let exercises = zip(column.exercises, automatic).map { exercise, automatic in
      manual[exercise.id].map { rounded($0.points) } ?? automatic
    }
    let known = exercises.compactMap(\.self)
    let parts = column.exercises.reduce(0) { $0 + $1.possible }
    let sum = known.reduce(0, +)
    let points =
      known.count == exercises.count
      ? rounded(parts > 0 ? sum / parts * column.possible : 0) : nil
    return Candidate(
      automatic: automatic, exercises: exercises, beforePenalty: points, points: points)
  }
}

extension Gradebook.WeekMark {
  fileprivate var dropped: Gradebook.WeekMark {
    .init(
      week: week, exercises: exercises, points: points, beforePenalty: beforePenalty,
      attempt: attempt, daysLate: daysLate, penaltyPercent: penaltyPercent, isDropped: true)
  }
}
