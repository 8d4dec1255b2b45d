public import Foundation

/// The penalty for late work.
///
/// Each day or part of a day takes the same percentage, up to the cap:
/// penalty = min(cap, percentPerDay · days) / 100.
public struct LatePenalty: Sendable, Equatable {
  /// The percentage taken for each day or part of a day.
  public var percentPerDay: Double
  /// The largest percentage taken.
  public var capPercent: Double
  /// The quantity that the percentage is taken of.
  public var base: Base
  /// The last late day on which anything counts; nil for no limit.
  public var lastDay: Int?

  /// The quantity that the percentage is taken of.
  public enum Base: String, Sendable, Equatable, CaseIterable {
    /// The mark that was reached.
    case mark
    /// The points of the week, whatever was reached.
    case points
  }

  /// Creates a penalty.
  public init(
    percentPerDay: Double, capPercent: Double = 100, base: Base = .mark, lastDay: Int? = nil
  ) {
    self.percentPerDay = percentPerDay
    self.capPercent = capPercent
    self.base = base
    self.lastDay = lastDay
  }

  /// Returns the percentage for a number of late days, some of them free; 100 after the last day.
  public func percent(days: Int, free: Int = 0) -> Double {
    if let lastDay, days > lastDay { return 100 }
    return min(capPercent, percentPerDay * Double(max(0, days - free)))
  }

  /// Returns the mark left of a week, never below zero.
  public func apply(to mark: Double, of possible: Double, days: Int, free: Int = 0) -> Double {
    if let lastDay, days > lastDay { return 0 }
    return max(
      0, mark - percent(days: days, free: free) / 100 * (base == .mark ? mark : possible))
  }
}

extension Policy {
  /// Returns the deadline of a week for a student; nil where there is none.
  ///
  /// An extension for one week takes precedence over one for all weeks.
  public func deadline(of week: String, for student: String) -> Date? {
    let own = extensions.filter { $0.student == student }
    let granted = own.first { $0.week == week } ?? own.first { $0.week == nil }
    switch granted?.end {
    case .until(let date): return date
    case .days(let days): return deadlines[week].map { day($0, plus: days) }
    case nil: return deadlines[week]
    }
  }

  /// Returns the number of late days: 0 until the grace period ends, then each day begun since the
  /// deadline.
  public func daysLate(_ submitted: Date, after deadline: Date) -> Int {
    guard submitted > deadline.addingTimeInterval(graceMinutes * 60) else { return 0 }
    // A calendar day lasts 24 hours give or take a few, so the count starts one lower.
    var days = max(1, Int(submitted.timeIntervalSince(deadline) / 86_400) - 1)
    while submitted > day(deadline, plus: days) { days += 1 }
    return days
  }

  private func day(_ date: Date, plus days: Int) -> Date {
    guard let zone else { return date.addingTimeInterval(Double(days) * 86_400) }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar.date(byAdding: .day, value: days, to: date)
      ?? date.addingTimeInterval(Double(days) * 86_400)
  }
}
