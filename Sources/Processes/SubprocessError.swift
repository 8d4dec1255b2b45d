public import Text

/// The reasons why a program was not run.
public enum SubprocessError: PhrasedError, Equatable {
  case cannotStart(String, reason: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .cannotStart(let program, let reason):
      Phrase("\(program) cannot be started: \(reason)", zh: "无法启动 \(program)：\(reason)")
    }
  }
}
