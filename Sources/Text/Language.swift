import Foundation
import Synchronization

/// The languages that the course speaks.
public enum Language: String, Sendable, CaseIterable, Codable {
  case english = "en"
  case chinese = "zh"

  /// The language that was selected for this process, else that of `COURSE_LANG`, else of the
  /// locale, else English.
  public static var current: Language { selected.withLock { $0 } ?? ofEnvironment }

  private static let selected = Mutex<Language?>(nil)
  private static let ofEnvironment = Language(environment: ProcessInfo.processInfo.environment)

  /// Makes this the language of the process and of those that it will start.
  ///
  /// A program calls it before it starts a thread: the environment is the process's own.
  public static func select(_ language: Language) {
    selected.withLock { $0 = language }
    setenv("COURSE_LANG", language.rawValue, 1)
  }

  /// The language that these environment variables ask for, as POSIX ranks them.
  public init(environment: [String: String]) {
    let asked = ["COURSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = (asked ?? "").lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
