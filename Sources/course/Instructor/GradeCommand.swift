import Commands
import Coursework
import Files
import Foundation
import Gradebooks
import Grading
import Intake
import Processes
import Reports
import Sandboxes
import Syllabus
import Text

/// `course grade`: grades a class inside a sandbox.
enum GradeCommand {
  static var command: Command {
    Command(
      "grade", Phrase("grade what a class handed in", zh: "为全班的提交评分"),
      arguments: [.submissionsUnlessMerged],
      options: [
        Option(
          "--out", "RESULTS", Phrase("the folder of the results; required", zh: "存放成绩的文件夹，必须给出"),
          completion: .folders),
        .weeks(Phrase("which weeks; all by default", zh: "评哪几周，默认全部")),
        .roster, .assignment, .groups, .policy, .comments,
        Option(
          "--times", "CSV",
          Phrase(
            "when work was handed in: student,time[,week], Moodle's worksheet, or Classroom's grades.csv",
            zh: "提交时间：student,time[,week]，Moodle 评分表，或 Classroom 的 grades.csv"),
          completion: .files),
        .hidden, .hiddenResults,
        Option(
          "--judge", "PACKAGE",
          Phrase(
            "a package built by swift build --build-tests",
            zh: "已用 swift build --build-tests 构建好的课程包"),
          completion: .folders),
        Option(
          "--jobs", "N",
          Phrase(
            "how many at a time; by default enough to keep all cores busy", zh: "同时评几份，默认让所有处理器都忙起来"
          )),
        Option(
          "--retry", "FAILED|ALL|ID,…",
          Phrase("grade these again", zh: "重新评这些提交：FAILED 为评分未成功的"),
          completion: .words { ["FAILED", "ALL"] }),
        .only, .skip, .hold, .csv, .export,
        .build, .shard, .merge, .slurm,
        .trustSubmissions,
      ],
      details: details, action: run)
  }

  private static let details = Phrase(
    """
    Every finished submission is kept at once in RESULTS/journal.jsonl: after Ctrl-C, a crash or a
    power cut the same command goes on where it ended. The judge is built once, from the solutions,
    and of a submission only the files that the syllabus names are compiled, inside a sandbox that is
    tried first.
    """,
    zh: """
      每评完一份提交，结果立即写入 RESULTS/journal.jsonl；按 Ctrl-C、程序崩溃或断电之后，
      再次运行同一条命令就会接着评。评分程序只用参考答案构建一次；
      每份提交只编译课程大纲列出的文件，并且是在事先检验过的沙箱里编译和运行。
      """)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    for (one, other) in [
      ("--merge", "--shard"), ("--merge", "--build"), ("--merge", "--slurm"),
      ("--build", "--shard"),
      ("--build", "--slurm"),
    ] where invocation.has(one) && invocation.has(other) {
      throw CommandError.conflict(one, other)
    }
    if let results = invocation.file("--merge") {
      return try ShardMerge(results, invocation).run()
    }
    let order = try GradeOptions(invocation)
    let isPreparing = invocation.has("--build") || invocation.has("--slurm")
    if invocation.has("--slurm"), order.shards == nil {
      throw CommandError.missingOption(Phrase("--shard auto/N", zh: "--shard auto/N"))
    }
    let shard =
      isPreparing ? nil : try order.shards?.shard(ProcessInfo.processInfo.environment)
    SessionKeyring.renew()
    let start = ContinuousClock.now
    let interruption = Interruption()
    let stop = StopOnInterrupt { interruption.make() }
    defer { stop.end() }

    let reader = try SubmissionReader(
      order.submissions, weeks: Course.weeks, roster: order.roster, settings: order.settings)
    // Done before building the judge, which takes minutes.
    let offered = try sandbox(order)
    let secret = try ClassSecret(in: order.results)
    let selection = Selected(order, reader)
    for phrase in (order.roster?.remarks ?? []) + (order.columns?.remarks ?? [])
      + selection.problems
    {
      Console.say(phrase(order.language))
    }
    let judge = try judge(order, isShard: shard != nil)
    let (sandbox, report) = try tried(offered, judge, order)
    for line in report.inForce { Console.say("  " + line) }

    if isPreparing {
      try prepare(judge, sandbox, secret, order)
      let students = reader.students.count { !selection.leavesOut($0) }
      try sayWhatIsNext(invocation, order, students: students)
      return .success
    }
    let shards = ClassShards(in: order.results)
    let claim = try shard.map {
      try shards.claim(
        $0, order: ShardOrder(invocation, of: $0.count), interruption: interruption)
    }
    defer { claim?.end() }
    let journal = try Journal(
      folder: shard.map(shards.folder) ?? order.results,
      header: Journal.Header(
        judge, weeks: order.weeks, secret: secret, language: order.language, sandbox: report))
    if Journal.isShared(order.results) {
      Console.say(
        Phrase(
          "\(order.results.path) is open to its group, which may write to it; chmod 700 closes it",
          zh: "\(order.results.path) 对所属用户组开放（组可写）；chmod 700 可关闭")(order.language))
    }
    if let words = order.retry { try journal.retry(words) }
    let grader = try ClassGrader(
      judge: judge, sandbox: sandbox, weeks: order.weeks, secret: secret,
      language: order.language,
      folder: Workplace.folder.appending(path: "submissions"), jobs: order.jobs,
      interruption: interruption)
    defer { grader.end() }
    let line = GradeProgress(order.language)
    let writer = ResultsWriter(order, selection.policy, reader, isRegrade: journal.isRegrade)
    let outcome = try ClassRun(
      reader, grader: grader, journal: journal, shard: shard, groups: order.groups,
      isSelected: selection.contains, isLeftOut: selection.leavesOut,
      isListed: selection.isListed
    ).run(
      // Results of one shard would look like those of the whole class.
      soFar: { outcome in if shard == nil { try writer.write(outcome) } },
      report: { line.show($0) })
    line.end()
    guard outcome.isComplete else {
      Console.say(
        Phrase(
          "stopped; \(outcome.graded) submission\(outcome.graded == 1 ? " of this run is" : "s of this run are") "
            + "kept. Run the same command to continue.",
          zh: "已停止；本次评完的 \(outcome.graded) 份提交已保存。再次运行同一条命令即可继续。")(order.language))
      return .interrupted
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if let shard {
      Console.say(ShardMerge.summary(of: shard, outcome, seconds: seconds, order))
    } else {
      try writer.finish(outcome)
      Console.say(summary(outcome, seconds: seconds, order))
    }
    return outcome.faults == 0 ? .success : .failure
  }

  /// Returns the judge that was named or that of this package, which is built if necessary, but not
  /// for a shard: several machines would build it at once.
  ///
  /// - Throws: `ShardError.noJudge` when a shard finds no judge.
  static func judge(_ order: GradeOptions, isShard: Bool) throws -> Judge {
    if let package = order.judge {
      return try Judge(built: package, cache: package.appending(path: ".build/judge"))
    }
    if isShard {
      guard
        let judge = try Judge.find(
          package: RunEnvironment.current.package, weeks: order.weeks, hidden: order.hiddenSuites)
      else { throw ShardError.noJudge }
      return judge
    }
    return try Judge.build(
      package: RunEnvironment.current.package, weeks: order.weeks, hidden: order.hiddenSuites,
      language: order.language,
      report: Console.say)
  }

  /// Prepares what all shards read: the compiled inputs beside the judge, and the secret.
  private static func prepare(
    _ judge: Judge, _ sandbox: Sandbox, _ secret: ClassSecret, _ order: GradeOptions
  ) throws {
    try ClassGrader(
      judge: judge, sandbox: sandbox, weeks: order.weeks, secret: secret,
      language: order.language, folder: Workplace.folder.appending(path: "submissions")
    ).end()
  }

  /// Writes the jobs for a cluster, or prints how to grade the shards without one.
  private static func sayWhatIsNext(
    _ invocation: Invocation, _ order: GradeOptions, students: Int
  ) throws {
    if let target = invocation.file("--slurm"), let shards = order.shards {
      let jobs = SlurmJobs(
        invocation, order, shards: shards.count, students: students, program: ShardOrder.program)
      try jobs.write(to: target)
      return Console.say(jobs.next(in: target))
    }
    Console.say(
      Phrase(
        "the judge is built; now --shard 1/N to N/N, each on its machine, and then "
          + "course grade --merge \(order.results.path)",
        zh: "评分程序已构建；现在在各台机器上运行 --shard 1/N 到 N/N，然后运行 "
          + "course grade --merge \(order.results.path)")(order.language))
  }

  /// Returns the sandbox that works on this machine, after starting it once; `none` only if the
  /// instructor trusts every submission.
  private static func sandbox(_ order: GradeOptions) throws -> Sandbox {
    let toolchain = try Toolchain()
    do {
      return try Sandbox.standing(
        toolchain: toolchain, program: RunEnvironment.current.programs.appending(path: "course"))
    } catch let error as SandboxError where order.isTrusting {
      print(error.phrase(order.language))
      return .none(toolchain: toolchain)
    }
  }

  /// Returns the sandbox with its tested protections; `none` if it leaks and the instructor trusts
  /// every submission.
  private static func tried(
    _ sandbox: Sandbox, _ judge: Judge, _ order: GradeOptions
  ) throws -> (Sandbox, SandboxReport) {
    guard sandbox.exists else { return (sandbox, .trusted(order.language)) }
    do {
      let probe = SandboxProbe(
        sandbox, judge: judge, secrets: [order.results.path] + order.submissions.map(\.path))
      return (sandbox, try probe.check(order.language))
    } catch let error as SandboxError where order.isTrusting {
      print(error.phrase(order.language))
      return (.none(toolchain: try Toolchain()), .trusted(order.language))
    }
  }

  static func summary(
    _ outcome: ClassRun.Outcome, seconds: Double, _ order: GradeOptions, merged: Int? = nil
  ) -> String {
    let place = order.results.path
    var text =
      merged.map { count in
        Phrase(
          "\(count) shard\(count == 1 ? "" : "s") merged; see \(place)/class.html",
          zh: "已合并 \(count) 个分片；见 \(place)/class.html")(order.language)
      }
      ?? Phrase(
        "\(outcome.graded) submission\(outcome.graded == 1 ? "" : "s") graded in \(Int(seconds)) s; "
          + "see \(place)/class.html",
        zh: "用时 \(Int(seconds)) 秒，评完 \(outcome.graded) 份提交；见 \(place)/class.html")(order.language)
    if outcome.faults > 0 {
      text +=
        "\n"
        + Phrase(
          "\(outcome.faults) could not be graded and have no mark; try --retry FAILED",
          zh: "有 \(outcome.faults) 份无法评分，没有成绩；请用 --retry FAILED 重试")(order.language)
    }
    return text
  }
}
