public import Text

/// The reasons why the course's lists cannot be written.
public enum RegistryError: PhrasedError, Equatable {
  case noMarks(begin: String, end: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .noMarks(let begin, let end):
      Phrase(
        "Package.swift has no lines that begin with “\(begin)” and “\(end)”: put them back around the list of weeks",
        zh: "Package.swift 里没有以“\(begin)”和“\(end)”开头的两行：请把它们放回周列表的前后")
    }
  }
}
