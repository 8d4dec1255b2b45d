public import Text

/// The reasons why there is no sandbox, or none that holds.
public enum SandboxError: PhrasedError, Equatable {
  /// The compilation step and the sandbox require Linux.
  case needsLinux
  case noToolchain(path: String)
  /// bubblewrap is missing and might not work here anyway: the cause and the remedy.
  case noSandbox(Phrase? = nil)
  /// bubblewrap is installed but does not work.
  ///
  /// The second value is the cause and the remedy, where the system tells.
  case sandboxDoesNotStart(reason: String, Phrase?)
  case sandboxIsOpen([String])
  case probeCannotListen(reason: String)
  /// Processes of a submission could not be ended.
  case processesLeft(user: Int)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .needsLinux:
      Phrase(
        "grading a class needs Linux, whose sandbox holds what strangers wrote; on this machine run "
          + "it in a virtual machine or a container with Linux",
        zh: "批改全班作业需要 Linux 的沙箱来隔离陌生代码；在这台机器上，请用装有 Linux 的虚拟机或容器运行")
    case .noToolchain(let path):
      Phrase(
        "there is no swiftc in PATH (\(path)); install a Swift toolchain",
        zh: "PATH（\(path)）里找不到 swiftc；请安装 Swift 工具链")
    case .noSandbox(let cause):
      Phrase(
        "there is no sandbox: bubblewrap (bwrap) is not installed. "
          + "Install it (apt-get install bubblewrap)"
          + (cause.map { ", which is not enough here: " + $0.english + ";" } ?? ",")
          + " or use --trust-submissions if you trust every submission",
        zh: "没有沙箱：未安装 bubblewrap（bwrap）。请先安装（apt-get install bubblewrap）；"
          + (cause.map { "但这还不够：" + $0.chinese + "；" } ?? "")
          + "如果每一份提交都信得过，也可以加上 --trust-submissions")
    case .sandboxDoesNotStart(let reason, let cause):
      Phrase(
        "bubblewrap (bwrap) is installed, but makes no sandbox here: \(reason). "
          + (cause.map { $0.english + "; or" } ?? "Allow it to make namespaces,")
          + " grade on another machine, or use --trust-submissions if you trust every submission",
        zh: "已安装 bubblewrap（bwrap），但它在这里建不了沙箱：\(reason)。"
          + (cause.map { $0.chinese + "；" } ?? "请允许它创建命名空间，") + "或换一台机器评分；"
          + "如果每一份提交都信得过，也可以加上 --trust-submissions")
    case .sandboxIsOpen(let holes):
      Phrase(
        "the sandbox does not hold here: \(holes.joined(separator: "; ")). "
          + "Grade on another machine, or with --trust-submissions if you trust every one of them",
        zh: "这台机器上的沙箱有漏洞：\(holes.joined(separator: "；"))。"
          + "请换一台机器评分；如果每一份提交都信得过，也可以加上 --trust-submissions")
    case .processesLeft(let user):
      Phrase(
        "processes of user \(user), under which a submission ran, cannot be ended; nothing is written",
        zh: "无法终止用户 \(user)（提交以它的身份运行）的进程；没有写入任何结果")
    case .probeCannotListen(let reason):
      Phrase(
        "the sandbox cannot be tried, since no socket can be opened for it: \(reason)",
        zh: "无法检验沙箱，因为打不开检验用的套接字：\(reason)")
    }
  }
}
