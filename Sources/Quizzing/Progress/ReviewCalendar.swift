import Foundation

/// The calendar of the review, whose days begin at a rollover hour in local time.
///
/// With rollover at 4, an evening that goes on past midnight counts as one day.
struct ReviewCalendar: Equatable, Sendable {
  static let defaultRollover = 4

  /// The hour at which a day begins, from 0 to 23.
  var rollover = ReviewCalendar.defaultRollover
  var timeZone = TimeZone.current

  /// Returns the number of the day that contains a date, counted from 1970-01-01.
  func day(of date: Date) -> Int {
    // A file may contain any date, so it is clamped to the years 1 to 9999.
    let seconds = min(max(-62_135_596_800, date.timeIntervalSince1970), 253_402_300_799)
    return Int(((seconds + offset(seconds) - rolloverSeconds) / Self.dayLength).rounded(.down))
  }

  /// Returns the moment at which a day begins.
  func start(ofDay day: Int) -> Date {
    let local = Double(day) * Self.dayLength + rolloverSeconds
    // Around a clock change the offset at the start of the day differs from that some hours away,
    // and a skipped hour has none.
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
