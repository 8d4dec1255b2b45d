import Foundation

/// The languages that the course speaks.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case chinese = "zh"

  /// The language of `COURSE_LANG`, else of the locale, else English.
  public static let current = Language(environment: ProcessInfo.processInfo.environment)

  /// The language that these environment variables ask for, as POSIX ranks them.
  public init(environment: [String: String]) {
    let asked = ["COURSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = (asked ?? "").lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
