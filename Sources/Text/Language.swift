import Foundation
import Synchronization

/// The languages that the course speaks.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case chinese = "zh"

  /// The language selected for this process, or else that of `COURSE_LANG`, of the locale, or
  /// English.
  public static var current: Language { selected.withLock { $0 } ?? ofEnvironment }

  private static let selected = Mutex<Language?>(nil)
  private static let ofEnvironment = Language(environment: ProcessInfo.processInfo.environment)

  /// Sets the language of this process and the processes it starts.
  ///
  /// A program must call it before starting a thread, because it changes the process's environment.
  public static func select(_ language: Language) {
    selected.withLock { $0 = language }
    setenv("COURSE_LANG", language.rawValue, 1)
  }

  /// Determines the language from environment variables, in POSIX's order of precedence.
  public init(environment: [String: String]) {
    let asked = ["COURSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = (asked ?? "").lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
