public import Foundation

/// What being late costs.
///
/// Every day begun takes the same percentage, up to the cap:
/// penalty = min(cap, percentPerDay · days) / 100.
public struct LatePenalty: Sendable, Equatable {
  /// The percent that are taken for every day begun.
  public var percentPerDay: Double
  /// The most percent that are taken.
  public var capPercent: Double
  /// The number that the percent are of.
  public var base: Base
  /// The last day late on which anything counts; nil where none is too late.
  public var lastDay: Int?

  /// What the percentage is taken of.
  public enum Base: String, Sendable, Equatable, CaseIterable {
    /// Of the mark that was reached.
    case mark
    /// Of the points of the week, whatever was reached.
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

  /// The percentage after so many days, of which some are free; all of it after the last day.
  public func percent(days: Int, free: Int = 0) -> Double {
    if let lastDay, days > lastDay { return 100 }
    return min(capPercent, percentPerDay * Double(max(0, days - free)))
  }

  /// The mark that is left of a week, never below zero.
  public func apply(to mark: Double, of possible: Double, days: Int, free: Int = 0) -> Double {
    if let lastDay, days > lastDay { return 0 }
    return max(
      0, mark - percent(days: days, free: free) / 100 * (base == .mark ? mark : possible))
  }
}

extension Policy {
  /// When a week is due for a student; nil where nothing is said.
  ///
  /// What is said of one week goes before what is said of all.
  public func deadline(of week: String, for student: String) -> Date? {
    let own = extensions.filter { $0.student == student }
    let granted = own.first { $0.week == week } ?? own.first { $0.week == nil }
    switch granted?.end {
    case .until(let date): return date
    case .days(let days): return deadlines[week].map { day($0, plus: days) }
    case nil: return deadlines[week]
    }
  }

  /// How many days late: 0 until the end of the grace, then every day begun since the deadline.
  public func daysLate(_ submitted: Date, after deadline: Date) -> Int {
    guard submitted > deadline.addingTimeInterval(graceMinutes * 60) else { return 0 }
    // A calendar's days are at most some hours from 24; the count begins one below.
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
