public import Text

/// The verdict of a graded test.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  case passed, wrong, notStarted, crashed, timedOut, blocked, doesNotCompile

  /// Whether this verdict makes a run fail.
  ///
  /// Work that was never begun, or waits for another exercise, is not a failure of its own.
  public var isRed: Bool {
    switch self {
    case .passed, .notStarted, .blocked: false
    case .wrong, .crashed, .timedOut, .doesNotCompile: true
    }
  }

  /// The verdict as learners read it.
  public func phrase(_ language: Language) -> String {
    switch self {
    case .passed: Phrase("passed", zh: "通过")(language)
    case .wrong: Phrase("wrong", zh: "结果不对")(language)
    case .notStarted: Phrase("not started", zh: "尚未开始")(language)
    case .crashed: Phrase("crashed", zh: "崩溃")(language)
    case .timedOut: Phrase("timed out", zh: "超时")(language)
    case .blocked: Phrase("blocked", zh: "被前置练习卡住")(language)
    case .doesNotCompile: Phrase("does not compile", zh: "无法编译")(language)
    }
  }
}
