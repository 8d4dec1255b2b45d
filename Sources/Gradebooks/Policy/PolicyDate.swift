import Foundation

/// Parses ISO 8601 moments such as `2026-03-08T23:59:00+01:00`; seconds may be omitted.
enum PolicyDate {
  case moment(Date)
  case withoutZone
  case none

  init(_ text: String) {
    let form =
      #/(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?/#
    guard let parts = text.wholeMatch(of: form) else {
      self = .none
      return
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
    let components = DateComponents(
      year: number(parts.1), month: number(parts.2), day: number(parts.3),
      hour: number(parts.4), minute: number(parts.5), second: number(parts.6))
    // 30 February and 25 o'clock would otherwise roll over to the next day.
    guard components.isValidDate(in: calendar), let date = calendar.date(from: components) else {
      self = .none
      return
    }
    guard let zone = parts.7 else {
      self = .withoutZone
      return
    }
    let digits = zone.filter(\.isNumber)
    let (hours, minutes) = (number(digits.prefix(2)[...]), number(digits.suffix(2)[...]))
    guard zone == "Z" || (hours <= 14 && minutes < 60) else {
      self = .none
      return
    }
    let offset = zone == "Z" ? 0 : (hours * 60 + minutes) * 60 * (zone.hasPrefix("-") ? -1 : 1)
    self = .moment(date.addingTimeInterval(Double(-offset)))
  }
}
