package import Foundation

extension Date {
  /// The moment in a time zone, `2026-03-08 23:59 +01:00`.
  package func text(in zone: TimeZone?) -> String {
    let style = Date.ISO8601FormatStyle(timeZone: zone ?? .gmt)
      .year().month().day().dateSeparator(.dash)
      .time(includingFractionalSeconds: false).timeSeparator(.colon)
      .timeZone(separator: .colon)
    let text = formatted(style)
    guard text.count >= 20 else { return text }
    let zone = text.dropFirst(19)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) \(zone == "Z" ? "UTC" : zone)"
  }
}
