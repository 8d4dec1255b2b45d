public import Text

/// The reasons why a call has no answer.
public enum CallFailure: Error, Equatable, Sendable {
  /// A stub was reached: the exercise's own, or that of an exercise it calls.
  case notImplemented(function: String)
  /// The function threw an error; `site` is where, if known.
  case threw(String, at: CodeSite? = nil)
  /// The process ended before it answered; `words` is what the runtime said, `place` the learner's
  /// line, if known.
  case crashed(ProcessEnd, words: String, place: String? = nil)
  case timedOut(seconds: Double)
  /// All calls of the run together have used up the time of a whole submission.
  case overBudget(seconds: Double)
  /// The call printed far more than anyone reads.
  case flooded(bytes: Int)
  /// The reply is not an answer of the expected type.
  case malformed(Malformation)
  /// The worker program could not be started: the course's fault, not the learner's.
  case noWorker(String)
  /// The release has no recorded answer to these arguments, which result from a learner's earlier
  /// answer.
  case notRecorded
}

/// The way a process ended.
public enum ProcessEnd: Equatable, Sendable {
  case exited(code: Int32)
  case signalled(Int32)
  /// The process was still running but had closed the connection.
  case hungUp

  /// Interprets a status of `waitpid`.
  ///
  /// In a sandbox the process is reached through another program, which exits as a shell does, with
  /// code 128 + n when signal n ended what it started.
  init(waitStatus status: Int32, isSandboxed: Bool = false) {
    let code = (status >> 8) & 0xff
    let relayed = isSandboxed && (129...159).contains(code) ? code - 128 : 0
    let signal = status & 0x7f == 0 ? relayed : status & 0x7f
    if signal != 0 {
      self = .signalled(signal)
    } else {
      self = code == WorkerServer.connectionLost ? .hungUp : .exited(code: code)
    }
  }
}

extension CallFailure: PhrasedError {
  /// The failure as a sentence in both languages.
  public var phrase: Phrase { Phrase(text(.english), zh: text(.chinese)) }

  private func text(_ language: Language) -> String {
    switch self {
    case .notImplemented(let function):
      Phrase("\(function) is not written yet", zh: "\(function) 还没有写")(language)
    case .threw(let message, let site):
      Phrase("it threw an error: ", zh: "它抛出了错误：")(language) + message.asTheirs
        + (site?.place.map { Phrase(" at \($0)", zh: "，位置：\($0)")(language) } ?? "")
    case .crashed(let end, let words, let place):
      end.phrase(language)
        + (words.isEmpty ? "" : Phrase(": ", zh: "：")(language) + words.asTheirs)
        + (place.map { Phrase(" at \($0)", zh: "，位置：\($0)")(language) } ?? "")
    case .timedOut(let seconds):
      Phrase(
        "no answer after \(seconds.brief) s: is there a loop that never ends?",
        zh: "\(seconds.brief) 秒后仍没有结果：是不是有一个停不下来的循环？")(language)
    case .overBudget(let seconds):
      Phrase(
        "the whole submission has used up its \(seconds.brief) s: which of its functions take so long?",
        zh: "整份提交的 \(seconds.brief) 秒已经用完：哪些函数用了这么长时间？")(language)
    case .flooded(let bytes):
      Phrase(
        "it printed more than \(bytes / 1_000_000) MB in one call and was stopped",
        zh: "一次调用就打印了超过 \(bytes / 1_000_000) MB，已被中止")(language)
    case .malformed(let reason):
      Phrase("its answer cannot be read: ", zh: "它的回答无法读取：")(language)
        + reason.phrase(language).ofStrangers(500).asTheirs
    case .noWorker(let reason):
      Phrase(
        "the worker program could not be started (\(reason)); run swift build and try again",
        zh: "无法启动 worker 程序（\(reason)）；请先运行 swift build 再试")(language)
    case .notRecorded:
      Phrase(
        "its arguments come from an earlier answer of your code that is wrong: correct that one first",
        zh: "它的参数来自你的代码之前给出的错误结果：请先改正那一步")(language)
    }
  }
}

extension String {
  /// Text of a submission quoted in a message: further lines are indented, so that none looks like
  /// a line of the judge's own.
  var asTheirs: String { replacing("\n", with: "\n  ") }
}

extension ProcessEnd {
  fileprivate func phrase(_ language: Language) -> String {
    switch self {
    case .exited(let code):
      Phrase(
        "the program ended itself with exit code \(code) before it answered",
        zh: "程序还没有给出结果就以退出码 \(code) 结束了")(language)
    case .signalled(let signal):
      Phrase(
        "it crashed (\(Self.name(of: signal, .english)))",
        zh: "它崩溃了（\(Self.name(of: signal, .chinese))）")(language)
    case .hungUp:
      Phrase(
        "it closed its connection to the judge", zh: "它关闭了与评分程序之间的连接")(language)
    }
  }

  private static func name(of signal: Int32, _ language: Language) -> String {
    switch signal {
    case 4, 5: Phrase("trap", zh: "运行时陷阱")(language)
    case 6: Phrase("abort", zh: "abort 中止")(language)
    case 8: Phrase("arithmetic fault", zh: "算术错误")(language)
    case 7, 10, 11:
      Phrase(
        "memory fault, often a recursion that never ends",
        zh: "内存访问错误，常见原因是停不下来的递归")(language)
    case 9: Phrase("killed, perhaps for using too much memory", zh: "被系统终止，可能是内存用得太多")(language)
    default: Phrase("signal \(signal)", zh: "信号 \(signal)")(language)
    }
  }
}

extension Double {
  /// Whole numbers without a decimal point, others with up to four decimals and no trailing zeros.
  var brief: String {
    if self == rounded(), abs(self) < 1e15 { return "\(Int(self))" }
    let scaled = (self * 10_000).rounded() / 10_000
    return "\(scaled)"
  }
}
