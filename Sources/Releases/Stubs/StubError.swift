public import Text

/// The faults in the regions of a solution.
public enum StubError: PhrasedError, Equatable {
  case nested(file: String, line: Int)
  case notOpened(file: String, line: Int)
  case notClosed(file: String, line: Int)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .nested(let file, let line):
      Phrase(
        "\(file):\(line): BEGIN SOLUTION inside a solution; end the first one before",
        zh: "\(file):\(line)：答案区域里又出现了 BEGIN SOLUTION；请先结束前一个")
    case .notOpened(let file, let line):
      Phrase(
        "\(file):\(line): END SOLUTION without a BEGIN",
        zh: "\(file):\(line)：END SOLUTION 前面没有 BEGIN SOLUTION")
    case .notClosed(let file, let line):
      Phrase(
        "\(file):\(line): BEGIN SOLUTION is never followed by END SOLUTION",
        zh: "\(file):\(line)：BEGIN SOLUTION 后面没有 END SOLUTION")
    }
  }
}
