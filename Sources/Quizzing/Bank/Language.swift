/// A language that the course speaks.
enum Language: String, CaseIterable, Codable, Sendable {
  case en, zh

  /// The language of a POSIX locale such as `zh_CN.UTF-8`; English when it is neither.
  init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .zh : .en
  }

  /// The language of the environment: the first of `COURSE_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG`
  /// that is set.
  init(environment: [String: String]) {
    let locale = ["COURSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self.init(locale: locale ?? "")
  }
}
