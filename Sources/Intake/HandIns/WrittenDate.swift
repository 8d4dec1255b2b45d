import Foundation
import Synchronization

/// A moment as people and platforms write it: `2026-11-20T22:10:11+01:00`, `Friday, 20 November 2026,
/// 10:11 PM`, `20.11.2026 22:10`, `Sep 24, 2024 926 PM`, `2026年11月20日 22:10`.
///
/// Without an offset it is read in the class's zone. Month names are known in the languages of
/// `languages`. Nothing says which number of `03/04/2026` is the day, or which of several zones
/// `22:10 CST` means, so neither is accepted.
enum WrittenDate {
  case moment(Date)
  /// The day and the month cannot be told apart.
  case undecided
  case none

  /// Parses a text in a time zone.
  init(_ text: String, in zone: TimeZone) {
    // Abbreviations are not unique: CST is three zones, IST as many.
    if text.count <= 80, Self.namesZone(text) {
      self = .none
      return
    }
    let text = text.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.count <= 80 else {
      self = .none
      return
    }
    var rest = text[...]
    let offset = Self.takeOffset(&rest, zone)
    // Without an offset, a zone by name would be taken for the class's.
    if offset == nil, Self.namesRegion(rest) {
      self = .none
      return
    }
    let clock = Self.takeClock(&rest)
    switch Self.day(in: rest) {
    case .undecided: self = .undecided
    case .none: self = .none
    case .day(let year, let month, let day):
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = offset ?? zone
      let parts = DateComponents(
        year: year, month: month, day: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0,
        second: clock?.second ?? 0)
      // A date without a time would mean its first moment, which nobody intends.
      guard let clock, clock.hour < 24, clock.minute < 60, clock.second < 61,
        parts.isValidDate(in: calendar), let date = calendar.date(from: parts)
      else {
        self = .none
        return
      }
      self = .moment(date)
    }
  }

  /// The moment, if it is one.
  var date: Date? { if case .moment(let date) = self { date } else { nil } }

  // MARK: The clock

  private struct Clock {
    var hour: Int
    var minute: Int
    var second = 0
  }

  private static let beforeNoon = ["am", "a.m.", "上午", "午前", "오전", "凌晨", "早上"]
  private static let afterNoon = ["pm", "p.m.", "下午", "午後", "오후", "晚上", "中午"]

  /// Removes the time of day from a text and returns it.
  private static func takeClock(_ text: inout Substring) -> Clock? {
    var half: Bool?
    for (words, isAfternoon) in [(beforeNoon, false), (afterNoon, true)] {
      for word in words {
        guard let range = text.ranges(of: word).first(where: { isWord($0, word, in: text) }) else {
          continue
        }
        half = isAfternoon
        text.replaceSubrange(range, with: " ")
      }
    }
    var clock: Clock?
    if let match = text.firstMatch(
      of: #/(\d{1,2})\s*[:h时時]\s*(\d{2})(?:\s*[:m分]\s*(\d{2}))?(?:[.,]\d+)?/#)
    {
      clock = Clock(
        hour: number(match.1), minute: number(match.2), second: match.3.map(number) ?? 0)
      text.replaceSubrange(match.range, with: " ")
    } else if let match = text.firstMatch(
      of: #/(20\d\d),?\s+(?:klo\s+|kl\.?\s+)?(\d{1,2})\.(\d{2})\s*$/#)
    {
      // Behind a year, a dot may stand for the colon.
      clock = Clock(hour: number(match.2), minute: number(match.3))
      text.replaceSubrange(match.1.endIndex..<match.range.upperBound, with: " ")
    } else if let match = text.firstMatch(of: #/(?:^|[\s,])(\d{1,2})(\d{2})\s*$/#) {
      // D2L omits the colon, which Windows forbids in file names.
      clock = Clock(hour: number(match.1), minute: number(match.2))
      text.replaceSubrange(match.range, with: " ")
    }
    guard var clock else { return nil }
    if let half, clock.hour <= 12 {
      clock.hour = clock.hour % 12 + (half ? 12 : 0)
    }
    return clock
  }

  private static func isWord(
    _ range: Range<Substring.Index>, _ word: String, in text: Substring
  ) -> Bool {
    guard word.first?.isASCII == true else { return true }
    let before =
      range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
    let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
    return !before.isLetter && !after.isLetter
  }

  /// Removes an offset or a name of universal time behind the clock and returns its zone.
  private static func takeOffset(_ text: inout Substring, _ zone: TimeZone) -> TimeZone? {
    if let match = text.firstMatch(of: #/[\d\s(](z|utc|gmt)\)?(?:\s+\d{4})?$/#) {
      text.replaceSubrange(match.1.startIndex..<match.1.endIndex, with: " ")
      return .gmt
    }
    // Browsers append the zone's name: `GMT+0100 (CET)`.
    guard
      let match = text.firstMatch(
        of: #/\(?(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?\)?(?:\s*\([^()]*\))?$/#),
      text[..<match.range.lowerBound].contains(
        #/(?:[:h时時]\s*\d{2}(?:[.,]\d+)?|[分秒]|[ap]\.?m\.?)\s*$/#)
    else { return nil }
    let seconds = number(match.2) * 3600 + (match.3.map(number) ?? 0) * 60
    text = text[..<match.range.lowerBound]
    return TimeZone(secondsFromGMT: match.1 == "-" ? -seconds : seconds)
  }

  /// Returns whether the name of a time zone stands behind the clock, as in `10:10 pm eastern time` or
  /// `22:10 america/new_york`.
  private static func namesRegion(_ text: Substring) -> Bool {
    text.contains(#/:\d{2}.*(?:\p{L}{2,}\/\p{L}{2,}|\b(?:time|zeit)\b|标准时间|標準時)/#)
  }

  /// Returns whether an abbreviation of a time zone stands behind the clock, as in `22:10 EST`.
  private static func namesZone(_ text: String) -> Bool {
    let found = text.trimmingCharacters(in: .whitespacesAndNewlines).firstMatch(
      of: #/:\d{2}(?:[.,]\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*\(?([A-Z]{2,5})\)?(?:\s+\d{4})?$/#)
    return found.map { !["AM", "PM", "UTC", "GMT"].contains($0.1) } ?? false
  }

  // MARK: The day

  private enum Day {
    case day(Int, Int, Int)
    case undecided
    case none
  }

  private static func day(in text: Substring) -> Day {
    if let match = text.firstMatch(of: #/(\d{4})\s*[-\/.年년]\s*(\d{1,2})\s*[-\/.月월]\s*(\d{1,2})/#) {
      return .day(number(match.1), number(match.2), number(match.3))
    }
    if let match = text.firstMatch(of: #/(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})/#) {
      return .day(number(match.3), number(match.2), number(match.1))
    }
    if let match = text.firstMatch(of: #/(\d{1,2})[-\/](\d{1,2})[-\/](\d{4})/#) {
      let (first, second) = (number(match.1), number(match.2))
      if first > 12 || first == second { return .day(number(match.3), second, first) }
      return second > 12 ? .day(number(match.3), first, second) : .undecided
    }
    let words = text.split { !$0.isLetter && $0 != "." }.map { $0.filter { $0 != "." } }
    let months = Set(words.compactMap { Months.shared.number(of: String($0)) })
    let numbers = text.split { !$0.isNumber }.filter { $0.allSatisfy(\.isASCII) }
    guard months.count == 1, let month = months.first,
      let year = numbers.first(where: { $0.count == 4 }),
      let day = numbers.first(where: { $0.count <= 2 })
    else { return .none }
    return .day(number(year), month, number(day))
  }

  private static func number(_ digits: Substring) -> Int { Int(digits) ?? 0 }
}

/// The month names in the languages of the platforms.
private struct Months {
  static let shared = Months()
  private let numbers: [String: Int]

  private static let languages = [
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro",
    "hr", "sl", "tr", "ru", "uk", "el", "ca", "eu", "gl", "id", "vi", "et", "lv", "lt", "bg", "sr",
  ]

  init() {
    var numbers: [String: Int] = [:]
    for language in Self.languages {
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: language)
      for names in [
        calendar.monthSymbols, calendar.standaloneMonthSymbols, calendar.shortMonthSymbols,
        calendar.shortStandaloneMonthSymbols,
      ] {
        for (index, name) in names.enumerated() {
          let key = Self.key(name)
          // `mar` means March in many languages, and never another month in these.
          if key.count >= 3, numbers[key] == nil { numbers[key] = index + 1 }
        }
      }
    }
    self.numbers = numbers
  }

  func number(of word: String) -> Int? { numbers[Self.key(word)] }

  private static func key(_ word: String) -> String {
    word.lowercased().filter { $0 != "." }.precomposedStringWithCanonicalMapping
  }
}
