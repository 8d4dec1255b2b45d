import Text

/// A protection that the sandbox provides: its name, and the sentence for when it holds.
struct SandboxMeasure {
  let name: Phrase
  let inForce: Phrase

  private init(_ name: Phrase, _ inForce: Phrase) {
    self.name = name
    self.inForce = inForce
  }

  /// Returns all measures by the names that the probe uses, with or without a control group that
  /// limits all processes together.
  static func all(
    hasGroup: Bool, isUser: Bool = false, hasLandlock: Bool = true
  ) -> [String: SandboxMeasure] {
    guard isUser else { return all(hasGroup) }
    let own = ofUser(hasLandlock: hasLandlock)
    return all(hasGroup).reduce(into: [:]) { measures, measure in
      measures[measure.key] = SandboxMeasure(
        measure.value.name, own[measure.key] ?? measure.value.inForce)
    }
  }

  private static func all(_ hasGroup: Bool) -> [String: SandboxMeasure] {
    let limits = SandboxLimits.worker
    let group = Phrase(hasGroup ? " (control group)" : "", zh: hasGroup ? "（控制组）" : "")
    let tasks = hasGroup ? limits.tasks : limits.tasksAlone
    let (whole, each) = (limits.memory >> 20, limits.memory >> 19)
    return [
      "network": SandboxMeasure(
        Phrase("network", zh: "网络"), Phrase("no network", zh: "没有网络")),
      "files": SandboxMeasure(
        Phrase("files", zh: "文件"),
        Phrase(
          "solutions, judge, results and home are not visible", zh: "看不到参考答案、评分程序、成绩和主目录")),
      "writing": SandboxMeasure(
        Phrase("writing", zh: "写入"),
        Phrase("nothing can be written but the scratch folder", zh: "除临时目录外都不能写")),
      "processes": SandboxMeasure(
        Phrase("processes", zh: "进程"), Phrase("no other process is visible", zh: "看不到其他进程")),
      "environment": SandboxMeasure(
        Phrase("environment", zh: "环境变量"), Phrase("an empty environment", zh: "没有环境变量")),
      "descriptors": SandboxMeasure(
        Phrase("descriptors", zh: "文件描述符"),
        Phrase("no open descriptor is handed in", zh: "不传入任何打开的文件描述符")),
      "privileges": SandboxMeasure(
        Phrase("privileges", zh: "权限"),
        Phrase(
          "no capabilities, no new privileges, no user namespaces", zh: "没有特权，不能提权，不能新建用户命名空间")),
      "paths": SandboxMeasure(
        Phrase("paths", zh: "路径"),
        Phrase(
          "no path of the results, the submissions or the course is visible",
          zh: "看不到成绩、提交和课程的路径")),
      "systemCalls": SandboxMeasure(
        Phrase("system calls", zh: "系统调用"),
        Phrase(
          "a filter of system calls: no keys, no locks, nothing of the kernel beyond programs' needs",
          zh: "过滤系统调用：不能使用密钥和锁，也不能触及程序用不到的内核功能")),
      "scratch": SandboxMeasure(
        Phrase("scratch folder", zh: "临时目录"),
        Phrase(
          "a scratch folder of \(limits.scratch >> 20) MB", zh: "临时目录最多 \(limits.scratch >> 20) MB")
      ),
      "memory": SandboxMeasure(
        Phrase("memory", zh: "内存"),
        hasGroup
          ? Phrase(
            "\(whole) MB of memory for all processes together\(group.english)",
            zh: "所有进程合计最多 \(whole) MB 内存\(group.chinese)")
          : Phrase(
            "\(each) MB of address space for each process", zh: "每个进程最多 \(each) MB 地址空间")),
      "tasks": SandboxMeasure(
        Phrase("processes and threads", zh: "进程与线程数"),
        Phrase(
          "\(tasks) processes and threads\(group.english)",
          zh: "最多 \(tasks) 个进程与线程\(group.chinese)")),
    ]
  }

  /// Describes the kind of sandbox.
  static func kind(_ kind: Sandbox.Kind) -> Phrase? {
    switch kind {
    case .bubblewrap:
      Phrase("bubblewrap, tried on this machine", zh: "bubblewrap，已在本机检验")
    case .user: userKind
    case .none: nil
    }
  }

  private static let userKind = Phrase(
    "a user id of its own for each submission, one at a time, tried on this machine: namespaces are "
      + "denied here. It is weaker than bubblewrap: network, list of processes and size of the scratch "
      + "folder are this container's",
    zh: "每份提交使用单独的用户身份，一次一份，已在本机检验：这里不允许命名空间。"
      + "它比 bubblewrap 弱：网络、进程列表和临时目录的大小都与容器共用")

  /// The measures where no namespaces separate a submission from the machine.
  private static func ofUser(hasLandlock: Bool) -> [String: Phrase] {
    [
      "network": Phrase("no socket can be opened", zh: "不能打开任何套接字"),
      "files": hasLandlock
        ? Phrase(
          "solutions, judge, results and home cannot be opened (Landlock)",
          zh: "打不开参考答案、评分程序、成绩和主目录（Landlock）")
        : Phrase(
          "solutions, judge, results and home cannot be opened (their folders are closed)",
          zh: "打不开参考答案、评分程序、成绩和主目录（文件夹不对外开放）"),
      "writing": hasLandlock
        ? Phrase(
          "nothing can be written but the scratch folder (Landlock)", zh: "除临时目录外都不能写（Landlock）")
        : Phrase(
          "nothing that stays can be written: what is left in folders of everybody is taken away",
          zh: "写下的内容都不会保留：留在公共文件夹里的文件会被删除"),
      "processes": Phrase(
        "no other process can be signalled or looked into; all of its own are ended before anything is "
          + "written",
        zh: "不能向其他进程发信号，也不能窥视；写出结果之前，它自己的进程全部被终止"),
    ]
  }

  /// The limits of every process.
  static var limits: Phrase {
    let limits = SandboxLimits.worker
    return Phrase(
      "\(limits.processorSeconds) s of processor time a process, \(limits.fileSize >> 20) MB a file",
      zh: "每个进程最多 \(limits.processorSeconds) 秒处理器时间，每个文件最多 \(limits.fileSize >> 20) MB")
  }
}
