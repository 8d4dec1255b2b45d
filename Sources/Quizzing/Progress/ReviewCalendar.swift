import Foundation

/// The days by which questions come back: each begins at an hour of rollover, in local time.
///
/// With 4 as the hour, an evening that goes on past midnight is one day.
struct ReviewCalendar: Equatable, Sendable {
  static let defaultRollover = 4

  /// From 0 to 23.
  var rollover = ReviewCalendar.defaultRollover
  var timeZone = TimeZone.current

  /// The number of the day that a date belongs to, counted from 1970-01-01.
  func day(of date: Date) -> Int {
    // A file may hold any date: those outside of the years 1 to 9999 are the nearest of them.
    let seconds = min(max(-62_135_596_800, date.timeIntervalSince1970), 253_402_300_799)
    return Int(((seconds + offset(seconds) - rolloverSeconds) / Self.dayLength).rounded(.down))
  }

  /// The moment at which a day begins.
  func start(ofDay day: Int) -> Date {
    let local = Double(day) * Self.dayLength + rolloverSeconds
    // Where clocks are changed, the offset at the day's start is another than some hours away, and
    // an hour that is left out has none.
    let guess = local - offset(local)
    let start = Date(timeIntervalSince1970: local - offset(guess))
    return self.day(of: start) == day ? start : Date(timeIntervalSince1970: guess)
  }

  private static let dayLength = 86_400.0
  private var rolloverSeconds: Double { Double(rollover) * 3600 }

  private func offset(_ seconds: Double) -> Double {
    Double(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
  }
}
