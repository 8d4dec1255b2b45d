import Benchmarks
import Commands
import Coursework
import Foundation
import Plotting
import Text

/// `course bench`: measures the course's speed against NumPy on the same machine.
enum BenchCommand {
  static var command: Command {
    Command(
      "bench",
      Phrase("time the course against NumPy on this machine", zh: "在这台机器上与 NumPy 比速度"),
      arguments: [
        Argument(
          Phrase("JOB", zh: "任务"), .any, completion: .words { Benchmark.all.map(\.name) })
      ],
      options: [
        Option("--json", Phrase("one JSON object per line", zh: "每行输出一个 JSON 对象")),
        Option(
          "--quick", Phrase("fewer rounds and a tenth of the steps", zh: "减少轮数，训练步数只取十分之一")),
        Option(
          "--peer", oneOf: PeerLibrary.allCases.map(\.rawValue),
          Phrase("with jax: time JAX as well, compiled", zh: "选 jax 时同时给编译后的 JAX 计时")),
        Option(
          "--history", "FILE",
          Phrase("append a line for each job, with commit and processor", zh: "每个任务追加一行，注明提交和处理器"),
          completion: .files),
        Option(
          "--compare", "FILE",
          Phrase(
            "report what changed since such a file by more than its noise",
            zh: "与这样的文件相比，指出变化超过噪声的任务"),
          completion: .files),
        Option(
          "--framework",
          Phrase(
            "time calls, question banks and verdicts instead", zh: "改为测量函数调用、题库读取和评分速度")),
        Option(
          "--grading",
          Phrase("time the grading of a synthetic class instead", zh: "改为测量给一个虚拟班级评分的速度")),
        Option(
          "--students", "N", Phrase("the size of the class; 300 by default", zh: "虚拟班级的人数，默认 300")),
        .weeks(
          Phrase("the weeks to hand in; by default the first, then all", zh: "学生提交哪几周；默认先测第一周，再测全部")
        ),
      ],
      details: details, action: run)
  }

  private static var details: Phrase? {
    let width = Benchmark.all.map { displayWidth(of: $0.name) }.max() ?? 0
    func list(_ language: Language) -> String {
      Benchmark.all.map { job in
        "  " + padded(job.name, to: width + 3) + job.summary(language)
      }.joined(separator: "\n")
    }
    return Phrase(
      """
      Both sides work on the same numbers and in turn: ours, NumPy, ours, NumPy, … for 3 to 15
      rounds. A time is the median of all rounds, and the ratio the median of NumPy's time over
      ours, round by round: above 1 the course is faster. First with one thread, then with one for
      each processor. Build with -c release; what is timed is built first in the same way.
      Variables that slow NumPy down, such as OPENBLAS_CORETYPE, are not passed on to it.


      """ + list(.english),
      zh: """
        双方使用相同的数据，轮流运行：课程、NumPy、课程、NumPy……共 3 到 15 轮。
        时间取各轮的中位数；比值是每一轮 NumPy 的时间除以课程的时间，再取中位数，大于 1 表示课程更快。
        先用一个线程，再按处理器个数使用多个线程。请用 -c release 编译；要计时的程序会先以同样的方式编译。
        会拖慢 NumPy 的环境变量（如 OPENBLAS_CORETYPE）不会传给它。


        """ + list(.chinese))
  }

  private static func run(_ options: Invocation) throws -> ExitCode {
    if options.has("--grading") { return try runGrading(options) }
    if options.has("--framework") { return try runFramework(options) }
    let jobs = try chosen(options.operands)
    let plan: BenchmarkPlan = options.has("--quick") ? .quick : .full
    let isJSON = options.has("--json")
    let libraries: [PeerLibrary] =
      try options.choice("--peer") == PeerLibrary.jax ? [.numpy, .jax] : [.numpy]
    let earlier = try options.file("--compare").map { try BenchmarkHistory(file: $0) }
    let environment = RunEnvironment.current
    let machine = Machine.processor
    let commit = Machine.commit(of: environment.package)
    if !isJSON { Console.say("\(machine)") }
    try ReferenceBuild.run(package: environment.package, programs: environment.programs)
    let reference = environment.programs.appending(path: "reference")
    let host = Host.process(WorkerClient(program: reference))
    let all = ProcessInfo.processInfo.activeProcessorCount
    var changes: [BenchmarkHistory.Change] = []
    for threads in all > 1 ? [1, all] : [1] {
      let peers = try libraries.compactMap {
        try peer($0, threads: threads, isFirst: threads == 1)
      }
      if !isJSON, threads == 1 {
        for peer in peers { Console.say("\(peer.library.title) \(peer.version)") }
      }
      let columns = columns(of: jobs, libraries: peers.map(\.library))
      if !isJSON { Console.say(heading(columns, threads: threads)) }
      for job in jobs {
        let result = try plan.run(
          job, threads: threads,
          ours: {
            try host.answer(Benchmark.timing.info, [Value(encoding: $0)]).decoded()
          },
          others: peers.map { peer in
            (peer.library, { try peer.time($0.job, steps: $0.steps) })
          })
        Console.say(
          isJSON ? result.json : line(of: result, columns, libraries: peers.map(\.library)))
        let entry = BenchmarkHistory.Entry(commit: commit, processor: machine, result: result)
        if let file = options.file("--history") { try BenchmarkHistory.append(entry, to: file) }
        if let change = earlier?.change(to: entry) { changes.append(change) }
      }
      if !isJSON { Console.say("") }
    }
    if earlier != nil, !isJSON { Console.say(text(changes)) }
    return .success
  }

  private static func chosen(_ words: [String]) throws -> [Benchmark] {
    try words.isEmpty
      ? Benchmark.all
      : words.map { word in
        if let found = Benchmark.all.first(where: { $0.name == word }) { return found }
        let names = Benchmark.all.map(\.name)
        throw CommandError.unknown(
          .job, word, nearest: Spelling.nearest(word, names), known: names)
      }
  }

  /// Runs a library's side of the comparison; returns nil after printing why there is none.
  private static func peer(
    _ library: PeerLibrary, threads: Int, isFirst: Bool
  ) throws -> Peer? {
    do {
      return try Peer(
        library, scripts: RunEnvironment.current.package.appending(path: "Tests/Peers"),
        threads: threads, environment: ProcessInfo.processInfo.environment)
    } catch let error as BenchmarkError where error.isAbsence {
      if isFirst { FileHandle.standardError.write(Data("\(error)\n".utf8)) }
      return nil
    }
  }

  /// The table's columns, as wide as any cell, so that each line can be printed when it is measured.
  private static func columns(of jobs: [Benchmark], libraries: [PeerLibrary]) -> [Table.Column] {
    func numbers(_ title: String) -> Table.Column {
      .init(padded(title, to: displayWidth(of: "123.456 ms"), .right), .right)
    }
    let width = jobs.map { displayWidth(of: $0.name) }.max() ?? 0
    var columns: [Table.Column] = [
      .init(padded(Phrase("job", zh: "任务")(.current), to: width)),
      numbers(Phrase("ours", zh: "课程")(.current)),
    ]
    for library in libraries {
      columns += [
        numbers(library.title),
        .init(padded(Phrase("ratio", zh: "比值")(.current), to: 5, .right), .right),
      ]
    }
    if libraries.contains(.jax) {
      columns.append(numbers(Phrase("JAX, first run", zh: "JAX 首次")(.current)))
    }
    return columns
  }

  private static func heading(_ columns: [Table.Column], threads: Int) -> String {
    let title =
      threads == 1
      ? Phrase("one thread", zh: "一个线程") : Phrase("\(threads) threads", zh: "\(threads) 个线程")
    return Console.paint(title(.current), .bold) + "\n" + Table(columns).text(in: Console.terminal)
  }

  private static func line(
    of result: BenchmarkResult, _ columns: [Table.Column], libraries: [PeerLibrary]
  ) -> String {
    var row = [result.job, time(result.ours)]
    for library in libraries {
      let other = result[library]
      row += [
        other.map { time($0.seconds) } ?? "-",
        other.map { $0.ratio.text(decimals: 2) } ?? "-",
      ]
    }
    if libraries.contains(.jax) { row.append(result[.jax]?.first.map(time) ?? "-") }
    let table = Table(columns, rows: [row]).text(in: Console.terminal)
    return String(table.split(separator: "\n").last ?? "")
  }

  static func text(_ changes: [BenchmarkHistory.Change]) -> String {
    guard !changes.isEmpty else {
      return Phrase("nothing changed by more than its noise", zh: "没有变化超过噪声的任务")(.current)
    }
    return changes.map { change in
      let times = "\(time(change.before)) → \(time(change.now))"
      let factor = (change.before / change.now).text(decimals: 2)
      return Phrase(
        "\(change.job), threads \(change.threads): \(times), \(factor) times as fast as \(change.since)",
        zh: "\(change.job)，\(change.threads) 个线程：\(times)，速度是 \(change.since) 的 \(factor) 倍"
      )(.current)
    }.joined(separator: "\n")
  }

  static func time(_ seconds: Double) -> String {
    seconds < 1
      ? (seconds * 1000).text(decimals: 3) + " ms" : seconds.text(decimals: 3) + " s "
  }
}

extension CommandError.Noun {
  static let job = Self("job", zh: "这个任务")
}
