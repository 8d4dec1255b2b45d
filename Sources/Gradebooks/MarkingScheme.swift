import Coursework
import Foundation
import Intake

/// The rules that turn attempts into marks: a gradebook's columns and the policy that fills them.
struct MarkingScheme {
  let columns: [Gradebook.WeekColumn]
  let policy: Policy
  /// The hand-ins that match nobody: while there are any, nobody is known to have handed in
  /// nothing, and students whose they may be have no marks.
  let unmatched: [UnmatchedHandIn]
  /// The points of all tests of each exercise, before the policy changes its worth.
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
    // The judge runs the same tests for everybody, including an instructor's own. An attempt whose
    // grading was interrupted may have fewer.
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
    let items = Self.items(of: policy.comments)
    columns = weeks.map { week in
      let tested = ((order[week] ?? []) + (extra[week] ?? []).sorted()).map { id in
        Gradebook.ExerciseColumn(
          id: id, possible: rounded(policy.points[id] ?? testPoints[id] ?? 0),
          isExtraCredit: policy.extraCredit.contains(id))
      }
      let exercises = tested + (items[week] ?? [])
      return Gradebook.WeekColumn(
        id: week, possible: rounded(policy.points[week] ?? exercises.regularPoints),
        exercises: exercises, isExtraCredit: policy.extraCredit.contains(week))
    }
  }

  /// The items that people gave points for, by week, in the order of the table.
  private static func items(of comments: [Comment]) -> [String: [Gradebook.ExerciseColumn]] {
    var order: [String: [String]] = [:]
    var possible: [String: Double] = [:]
    for comment in comments where comment.points != nil {
      if possible[comment.column] == nil { order[comment.week, default: []].append(comment.column) }
      // Points of an item without a maximum count as extra credit.
      possible[comment.column] = max(possible[comment.column] ?? 0, comment.possible ?? 0)
    }
    return order.mapValues { ids in
      ids.map { id in
        Gradebook.ExerciseColumn(
          id: id, possible: rounded(possible[id] ?? 0), isExtraCredit: possible[id] == 0)
      }
    }
  }

  /// Returns the points that a person gave a student, by column.
  func given(_ student: Student) -> [String: Double] {
    var points: [String: Double] = [:]
    for comment in policy.comments where comment.student == student.id {
      if let given = comment.points { points[comment.column, default: 0] += given }
    }
    return points
  }

  private func isDisputed(_ student: Student) -> Bool {
    unmatched.contains { $0.candidates.contains(student) }
  }

  // MARK: A week

  /// Computes the mark of a week, with its flags.
  func week(
    in column: Gradebook.WeekColumn, _ student: Student, _ attempts: [Attempt],
    _ manual: [Policy.ManualMark], isKnown: Bool, free: Int, _ flags: inout [Gradebook.Flag]
  ) -> Gradebook.WeekMark {
    let byExercise = Dictionary(
      manual.compactMap { mark in
        if case .exercise(let id) = mark.mark { (id, mark) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    let given = given(student)
    // An attempt at another week's assignment is irrelevant for this week.
    let attempts = attempts.filter { $0.isAsked(column.id) }
    var candidates = attempts.map { candidate($0, column, student, byExercise, given, free) }
    // A hand-in that may be this student's is treated like one that could not be graded.
    if isDisputed(student) {
      candidates.append(.nothing(column, byExercise, given, isKnown: false))
    }
    let rivals = policy.attempts == .last ? unorderedRivals(candidates) : []
    if !rivals.isEmpty {
      flags.append(
        .unknownOrder(
          week: column.id, attempts: rivals.compactMap(\.attempt), student: student.id,
          points: Set(rivals.compactMap(\.points)).sorted()))
    }
    var chosen =
      (rivals.isEmpty ? choose(candidates, column) : nil)
      ?? .nothing(
        column, byExercise, given, isKnown: candidates.isEmpty && unmatched.isEmpty && isKnown)
    for exercise in column.exercises where exercise.isGiven {
      let isWanted = attempts.contains { attempt in
        attempt.weeks.contains { $0.id == column.id && $0.isHandedIn }
      }
      if given[exercise.id] == nil, byExercise[exercise.id] == nil, isWanted {
        flags.append(.noPoints(item: exercise.id))
      }
    }
    for (exercise, automatic) in zip(column.exercises, chosen.automatic) {
      guard let override = byExercise[exercise.id] else { continue }
      flags.append(.init(override, automatic: automatic))
    }
    let override = manual.first { $0.mark == .week(column.id) }
    flags += candidates.flatMap(\.gaps)
    if override != nil { flags.removeAll(where: \.isUndecidedTime) }
    flags += chosen.flags
    if let override {
      flags.append(.init(override, automatic: chosen.points))
      chosen.points = rounded(override.points)
    }
    return Gradebook.WeekMark(
      week: column.id, exercises: chosen.exercises, points: chosen.points,
      beforePenalty: chosen.beforePenalty, attempt: chosen.attempt, daysLate: chosen.daysLate,
      penaltyPercent: chosen.penaltyPercent, isHandedIn: chosen.isHandedIn,
      freeDays: chosen.freeDays, comments: comments(of: student, on: column.id))
  }

  private func comments(of student: Student, on week: String) -> [String] {
    policy.comments.filter { $0.student == student.id && $0.week == week && !$0.text.isEmpty }
      .map { $0.item.isEmpty ? $0.text : "\($0.item): \($0.text)" }
  }

  /// Returns the attempts of which the last would count, where nothing says which that is and their
  /// marks differ.
  private func unorderedRivals(_ candidates: [Candidate]) -> [Candidate] {
    let rivals = candidates.filter { $0.isHandedIn && $0.isJudged }
    let isOpen = rivals.contains(where: \.isUnordered) && Set(rivals.map(\.points)).count > 1
    return isOpen ? rivals : []
  }

  /// Chooses the attempt that counts; nil where none does, or where an ungraded one might.
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
      // Among several attempts, one of unknown lateness may be the best.
      let isDecided = isAlone || pool.allSatisfy { $0.points != nil }
      return judged.count == candidates.count && isDecided || isFull ? best : nil
    }
  }

  private func candidate(
    _ attempt: Attempt, _ column: Gradebook.WeekColumn, _ student: Student,
    _ manual: [String: Policy.ManualMark], _ given: [String: Double], _ free: Int
  ) -> Candidate {
    var result = Candidate.nothing(column, manual, given, isKnown: false)
    result.attempt = attempt.number
    result.isUnordered = attempt.isUnordered
    guard attempt.fault == nil else { return result }
    let week = attempt.weeks.first { $0.id == column.id }
    result.isHandedIn = week?.isHandedIn ?? false
    guard result.isHandedIn || !attempt.unreadWeeks.contains(column.id) else { return result }
    result.isJudged = true
    let judged = Dictionary(
      (week?.exercises ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    result.automatic = column.exercises.map { exercise in
      if exercise.isGiven {
        return given[exercise.id].map(rounded) ?? (result.isHandedIn ? nil : 0)
      }
      let all = testPoints[exercise.id] ?? 0
      let found = judged[exercise.id]
      // Fewer tests than the others had means that something went wrong, which must not become a
      // zero.
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
    let mark = column.mark(known.reduce(0, +))
    result.beforePenalty = mark
    result.points = mark
    penalize(&result, mark, attempt, column, student, free)
    return result
  }
}

extension MarkingScheme {
  /// The marks that one attempt would give for one week.
  struct Candidate {
    var attempt: Int?
    var isHandedIn = false
    /// Whether nothing says where it stands among the student's attempts.
    var isUnordered = false
    /// Whether its mark is known.
    var isJudged = false
    /// The marks of the exercises before and after manual marks are applied.
    var automatic: [Double?]
    var exercises: [Double?]
    var beforePenalty: Double?
    var points: Double?
    var daysLate = 0
    var penaltyPercent = 0.0
    var freeDays = 0
    /// The flags for its missing tests, which are shown even when another attempt counts.
    var gaps: [Gradebook.Flag] = []
    /// The flags that are shown when it counts.
    var flags: [Gradebook.Flag] = []

    /// A candidate without work: worth zero when nothing was handed in, unknown otherwise.
    static func nothing(
      _ column: Gradebook.WeekColumn, _ manual: [String: Policy.ManualMark],
      _ given: [String: Double], isKnown: Bool
    ) -> Candidate {
      let automatic: [Double?] = column.exercises.map { exercise in
        exercise.isGiven
          ? given[exercise.id].map(rounded) ?? (isKnown ? 0 : nil) : isKnown ? 0 : nil
      }
      let exercises = zip(column.exercises, automatic).map { exercise, automatic in
        manual[exercise.id].map { rounded($0.points) } ?? automatic
      }
      let known = exercises.compactMap(\.self)
      let points = known.count == exercises.count ? column.mark(known.reduce(0, +)) : nil
      return Candidate(
        automatic: automatic, exercises: exercises, beforePenalty: points, points: points)
    }
  }
}

extension Gradebook.ExerciseColumn {
  /// Whether its points are given by a person rather than by tests.
  package var isGiven: Bool { id.contains(":") }
}

extension [Gradebook.ExerciseColumn] {
  /// The maximum without extra credit.
  fileprivate var regularPoints: Double {
    reduce(0) { $0 + ($1.isExtraCredit ? 0 : $1.possible) }
  }
}

extension Gradebook.WeekColumn {
  /// Scales the sum of the exercises to the mark of the week.
  fileprivate func mark(_ sum: Double) -> Double {
    let parts = exercises.regularPoints
    return rounded(parts > 0 ? sum / parts * possible : sum)
  }
}
