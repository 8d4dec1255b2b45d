import Foundation
import Intake

extension MarkingScheme {
  /// How late a source says that a hand-in is.
  private enum Lateness: Equatable {
    case days(Int)
    /// Late by an unknown number of days.
    case late
    case unknown

    /// Whether both cannot be true.
    func contradicts(_ other: Lateness) -> Bool {
      switch (self, other) {
      case (.days(let mine), .days(let theirs)): mine != theirs
      case (.days(let days), .late), (.late, .days(let days)): days == 0
      default: false
      }
    }
  }

  /// Applies the late penalty by the first source of the time.
  ///
  /// Where another source contradicts it and the mark would differ, the mark is unknown, unless the
  /// first is the instructor's own table, which is the decision.
  func penalize(
    _ result: inout Candidate, _ mark: Double, _ attempt: Attempt,
    _ column: Gradebook.WeekColumn, _ student: Student, _ free: Int
  ) {
    guard result.isHandedIn, let deadline = policy.deadline(of: column.id, for: student.id) else {
      return
    }
    let times = attempt.times(of: column.id)
    let said = times.map { ($0, lateness($0, of: column.id, deadline)) }
    let first = said.first?.1 ?? .unknown
    let contradicting = said.dropFirst().filter { first.contradicts($0.1) }
    if !contradicting.isEmpty, let main = said.first {
      let differing = [main] + contradicting
      let costs = differing.map { cost($0.1, mark, column, free) }
      let stated = zip(differing, costs).map { said, cost in
        StatedTime(said.0, points: cost?.points, zone: policy.zone)
      }
      let isSame = costs.allSatisfy { $0 != nil && $0 == costs[0] }
      guard main.0.isTable || isSame || policy.late == nil || mark <= 0 else {
        result.points = nil
        result.gaps.append(
          .differingTimes(
            week: column.id, attempt: attempt.number, student: student.id, times: stated))
        return
      }
      result.flags.append(.otherTimes(week: column.id, attempt: attempt.number, times: stated))
    }
    guard case .days(let days) = first else {
      leaveUndecided(&result, mark, attempt, column, student)
      return
    }
    result.daysLate = days
    guard days > 0, let late = policy.late, let cost = cost(first, mark, column, free) else {
      return
    }
    if case .moment(_, let source)? = times.first, [.file, .commit].contains(source) {
      result.flags.append(
        .lateByFile(week: column.id, attempt: attempt.number, isCommit: source == .commit))
    }
    result.freeDays = cost.free
    result.penaltyPercent = rounded(late.percent(days: days, free: cost.free))
    result.points = cost.points
  }

  private func lateness(_ time: HandIn.Time, of week: String, _ deadline: Date) -> Lateness {
    // The platform's is the one of the class unless the policy gives another.
    let platforms = policy.platformDeadlines[week] ?? policy.deadlines[week] ?? deadline
    switch time {
    case .moment(let date, _): return .days(policy.daysLate(date, after: deadline))
    // In time by a later deadline than the student's may be late, and late by an earlier one in time.
    case .platform(isLate: false): return platforms > deadline ? .unknown : .days(0)
    case .platform(isLate: true): return platforms < deadline ? .unknown : .late
    case .unknown: return .unknown
    }
  }

  private struct Cost: Equatable {
    let points: Double
    let free: Int
  }

  /// Returns the mark after the penalty, and the free days that it uses; nil where the number of
  /// late days is unknown.
  private func cost(
    _ lateness: Lateness, _ mark: Double, _ column: Gradebook.WeekColumn, _ free: Int
  ) -> Cost? {
    guard case .days(let days) = lateness else { return nil }
    guard days > 0, let late = policy.late else { return Cost(points: mark, free: 0) }
    let isTooLate = late.lastDay.map { days > $0 } ?? false
    let used = isTooLate ? 0 : min(free, days)
    return Cost(
      points: rounded(late.apply(to: mark, of: column.possible, days: days, free: used)),
      free: used)
  }

  /// Leaves a mark unknown where lateness has a cost and nothing says how late the attempt is.
  private func leaveUndecided(
    _ result: inout Candidate, _ mark: Double, _ attempt: Attempt,
    _ column: Gradebook.WeekColumn, _ student: Student
  ) {
    guard policy.late != nil, mark > 0 else {
      result.flags.append(.unknownTime(week: column.id, attempt: attempt.number))
      return
    }
    result.points = nil
    let time = attempt.time(of: column.id)
    result.gaps.append(
      time == .platform(isLate: false)
        ? .laterPlatformDeadline(
          week: column.id, attempt: attempt.number, student: student.id, points: mark)
        : .undecidedTime(
          week: column.id, attempt: attempt.number, isLate: time == .platform(isLate: true),
          student: student.id, points: mark))
  }
}

extension HandIn.Time {
  /// Whether it is from the instructor's own table.
  fileprivate var isTable: Bool { if case .moment(_, .table) = self { true } else { false } }
}
